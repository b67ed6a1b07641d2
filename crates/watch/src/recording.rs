//! What a file tells of one activity, in the same words for every format, before clean-up. Times
//! are still those of the clock; clean-up turns them into seconds since the first sample.

use crate::sport_words;
use training::{
    Lap, Oddity, OddityKind, Pause, Sample, Seconds, Setting, Sport, Totals, WorkoutStep,
};

/// An activity as found. Every `Seconds` in it counts from the Unix epoch.
#[derive(Debug, Clone, Default)]
pub(crate) struct Recording {
    /// The samples in the order of the file.
    pub samples: Vec<Sample>,
    /// The laps.
    pub laps: Vec<Lap>,
    /// The loaded workout.
    pub steps: Vec<WorkoutStep>,
    /// Where the timer stood still.
    pub pauses: Vec<Pause>,
    /// The last sample before each break of the track: the timer was stopped there, or the signal
    /// was lost.
    pub breaks: Vec<Seconds>,
    /// The beginning as claimed.
    pub start: Option<Seconds>,
    /// The file's own totals.
    pub claimed: Totals,
    /// What kind of activity it says it is.
    pub kind: Kind,
    /// The file's own word for the kind.
    pub called: String,
    /// Where it was run.
    pub setting: Setting,
    /// The device that recorded it.
    pub device: Option<String>,
    /// Seconds east of UTC.
    pub offset_seconds: Option<i32>,
    /// What was odd so far.
    pub oddities: Vec<Oddity>,
}

/// What kind of activity a file says it holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Kind {
    /// Running.
    Run,
    /// Another sport.
    Other(Sport),
    /// The file does not say.
    #[default]
    Unsaid,
}

impl Recording {
    /// Notes something odd about the whole recording.
    pub fn note(&mut self, kind: OddityKind, message: impl Into<String>) {
        self.oddities.push(Oddity::whole(kind, message));
    }

    /// Notes stretches in which something was odd, each by itself, or all in one sentence where
    /// there are many.
    pub fn tell(&mut self, kind: OddityKind, stretches: &[(Seconds, Seconds)], what: &str) {
        const TOLD_MAX: usize = 5;
        if stretches.len() > TOLD_MAX {
            let seconds: f64 = stretches.iter().map(|(from, to)| (*to - *from).0).sum();
            self.note(kind, format!("{what} {} times, {seconds:.0} s in all", stretches.len()));
            return;
        }
        for &(from, to) in stretches {
            let lasted = to - from;
            let message = match lasted.0 {
                0.0 => what.to_owned(),
                seconds => format!("{what} for {seconds:.0} s"),
            };
            self.oddities.push(Oddity::stretch(kind, from, lasted, message));
        }
    }

    /// Time on the clock from the first to the last sample.
    pub fn span(&self) -> Seconds {
        match (self.samples.first(), self.samples.last()) {
            (Some(first), Some(last)) => last.at - first.at,
            _ => Seconds(0.0),
        }
    }

    /// Time the timer stood still between the first and the last sample.
    pub fn paused(&self) -> Seconds {
        self.pauses.iter().map(|pause| pause.end - pause.start).sum()
    }

    /// Distance by the samples.
    pub fn measured_distance(&self) -> Option<f64> {
        let mut distances = self.samples.iter().filter_map(|sample| sample.distance);
        distances.next_back().map(|metres| metres.0)
    }
}

/// The kind that a word of a TCX or GPX file, or the name of a session, stands for.
pub(crate) fn kind_of_word(word: &str) -> Kind {
    const NO_TRAINING_WE_KNOW: [&str; 9] =
        ["other", "workout", "transition", "drive", "driving", "flying", "sail", "golf", "horse"];
    let word = word.to_lowercase();
    // Strava writes its activity types as numbers into GPX files.
    match word.as_str() {
        "9" | "trail" => Kind::Run,
        "1" => Kind::Other(Sport::Cycling),
        "4" => Kind::Other(Sport::Hiking),
        "10" => Kind::Other(Sport::Walking),
        "row" => Kind::Other(Sport::Rowing),
        _ => match sport_words::kind(&word) {
            Kind::Unsaid if NO_TRAINING_WE_KNOW.iter().any(|other| word.contains(other)) => {
                Kind::Other(Sport::Other)
            }
            kind => kind,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_many_apps_name_the_same_kind() {
        for word in ["Running", "trail_running", "run", "9", "Laufen"] {
            assert_eq!(kind_of_word(word), Kind::Run, "{word}");
        }
        assert_eq!(kind_of_word("Biking"), Kind::Other(Sport::Cycling));
        assert_eq!(kind_of_word("Other"), Kind::Other(Sport::Other));
        assert_eq!(kind_of_word("example type"), Kind::Unsaid);
    }
}
