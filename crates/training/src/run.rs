//! A run as it was recorded: samples, laps, workout steps, pauses and the file's own totals. Laps
//! and steps are claims, kept as found. Nothing here is inferred.

use crate::{
    calendar::LocalStart,
    oddity::Oddity,
    quantity::{Bpm, Celsius, Metres, MetresPerSecond, Seconds, StepsPerMinute, Watts},
};
use serde::{Deserialize, Serialize};
use std::fmt;

/// The name of a run: the first letters of its content hash, with the leg's number in a file that
/// holds several.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(transparent)]
pub struct RunId(pub String);

impl fmt::Display for RunId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

/// One running activity.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Run {
    /// When and in which local time it began.
    pub start: LocalStart,
    /// The recording, in time order, strictly increasing; empty when only a summary exists.
    pub samples: Vec<Sample>,
    /// Laps as the watch recorded them.
    pub laps: Vec<Lap>,
    /// The steps of the workout that was loaded on the watch, in order, repeats unrolled as found.
    pub steps: Vec<WorkoutStep>,
    /// Spans in which the timer was stopped, by button or by auto-pause.
    pub pauses: Vec<Pause>,
    /// The file's own totals.
    pub claimed: Totals,
    /// Where it was run.
    pub setting: Setting,
    /// The device that recorded it, as it names itself.
    pub device: Option<String>,
    /// What was odd about the recording.
    pub oddities: Vec<Oddity>,
}

/// One moment of a run. Missing is `None`, never zero.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub struct Sample {
    /// Seconds since the run's first sample, on the clock (pauses included).
    pub at: Seconds,
    /// Distance since the start, never decreasing.
    pub distance: Option<Metres>,
    /// Speed as the device reports it.
    pub speed: Option<MetresPerSecond>,
    /// Altitude above sea level.
    pub altitude: Option<Metres>,
    /// Heart rate; held over short gaps of a sparse recording, `None` over long ones.
    pub hr: Option<Bpm>,
    /// Steps per minute, both feet.
    pub cadence: Option<StepsPerMinute>,
    /// Running power.
    pub power: Option<Watts>,
    /// Where on earth.
    pub position: Option<Position>,
    /// Air temperature at the device.
    pub temperature: Option<Celsius>,
}

/// A place on earth, in degrees (WGS 84).
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Position {
    /// Degrees north.
    pub latitude: f64,
    /// Degrees east.
    pub longitude: f64,
}

/// What the watch recorded as a lap: a claim, kept as found.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Lap {
    /// Seconds from the run's first sample to the lap's start, on the clock.
    pub start: Seconds,
    /// Seconds from the run's first sample to the lap's end, on the clock.
    pub end: Seconds,
    /// Distance of the lap.
    pub distance: Option<Metres>,
    /// What the watch or the platform says the lap was.
    pub intensity: Option<LapIntensity>,
    /// The workout step it belonged to, as an index into [`Run::steps`].
    pub step: Option<usize>,
}

/// A lap's or a step's claimed intensity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LapIntensity {
    /// Work.
    Active,
    /// Recovery or rest between work.
    Rest,
    /// Warm-up.
    WarmUp,
    /// Cool-down.
    CoolDown,
}

/// One step of the workout loaded on the watch: what was intended, not what was done.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct WorkoutStep {
    /// The step's name.
    pub name: Option<String>,
    /// The claimed intensity.
    pub intensity: Option<LapIntensity>,
    /// How long or how far it was meant to be.
    pub amount: StepAmount,
    /// What it aimed at.
    pub target: StepTarget,
}

/// How long or how far a workout step was meant to be.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum StepAmount {
    /// A time.
    Time(Seconds),
    /// A distance.
    Distance(Metres),
    /// Until the lap button.
    Open,
    /// Go back to step `from` until it was done `times` times.
    Repeat {
        /// The step to go back to.
        from: usize,
        /// How often the group is done in all.
        times: u32,
    },
}

/// What a workout step aimed at.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum StepTarget {
    /// No target, or one of a kind that is not read.
    Open,
    /// A band of speed.
    Speed(MetresPerSecond, MetresPerSecond),
    /// A band of heart rate.
    HeartRate(Bpm, Bpm),
}

/// A span in which the timer stood still.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Pause {
    /// Seconds from the run's first sample to the stop.
    pub start: Seconds,
    /// Seconds from the run's first sample to the restart.
    pub end: Seconds,
}

/// A file's own totals, as claimed.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub struct Totals {
    /// Distance.
    pub distance: Option<Metres>,
    /// Time with the timer running.
    pub moving: Option<Seconds>,
    /// Time on the clock.
    pub elapsed: Option<Seconds>,
    /// Metres climbed.
    pub ascent: Option<Metres>,
    /// Mean heart rate.
    pub hr_mean: Option<Bpm>,
    /// Highest heart rate.
    pub hr_max: Option<Bpm>,
}

/// Where a run was run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Setting {
    /// Outside, or not said.
    #[default]
    Outdoor,
    /// On a treadmill or indoors.
    Treadmill,
    /// On a track.
    Track,
    /// On trails.
    Trail,
}

/// The kind of an activity that is not a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Sport {
    /// Cycling of any kind.
    Cycling,
    /// Swimming of any kind.
    Swimming,
    /// Walking.
    Walking,
    /// Hiking.
    Hiking,
    /// Strength, core, mobility, gym.
    Strength,
    /// Rowing and paddling.
    Rowing,
    /// Skiing and skating.
    Skiing,
    /// Elliptical, stairs and other machines.
    Machine,
    /// Anything else.
    Other,
}

impl Sport {
    /// The word for it, as written in JSON.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Cycling => "cycling",
            Self::Swimming => "swimming",
            Self::Walking => "walking",
            Self::Hiking => "hiking",
            Self::Strength => "strength",
            Self::Rowing => "rowing",
            Self::Skiing => "skiing",
            Self::Machine => "machine",
            Self::Other => "other",
        }
    }
}

/// An activity that is not a run: kept, because it costs and builds too.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CrossTraining {
    /// When it began.
    pub start: LocalStart,
    /// What it was.
    pub sport: Sport,
    /// What the file calls it.
    pub called: String,
    /// The file's own totals.
    pub claimed: Totals,
}

impl Run {
    /// Time on the clock from first to last sample, or the claimed time without samples.
    pub fn elapsed(&self) -> Seconds {
        self.samples.last().map_or_else(|| self.claimed.lasted(), |last| last.at)
    }

    /// Time with the timer running: the clock less the pauses, or the claimed time without samples.
    pub fn moving(&self) -> Seconds {
        if self.samples.is_empty() {
            return self.claimed.moving.or(self.claimed.elapsed).unwrap_or_default();
        }
        let paused: Seconds = self.pauses.iter().map(|pause| pause.end - pause.start).sum();
        Seconds((self.elapsed() - paused).0.max(0.0))
    }

    /// Distance by the samples, or the claimed distance without them; `None` when neither tells.
    pub fn distance(&self) -> Option<Metres> {
        self.samples.iter().rev().find_map(|sample| sample.distance).or(self.claimed.distance)
    }
}

impl Totals {
    /// Time on the clock, zero where nothing is claimed: never less than the time with the timer
    /// running, which some files write in finer steps.
    fn lasted(&self) -> Seconds {
        let claimed = [self.elapsed, self.moving].into_iter().flatten();
        claimed.max_by(|one, other| one.0.total_cmp(&other.0)).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_run_never_moves_for_longer_than_it_lasts() {
        let lasted = |elapsed, moving| Totals { moving, elapsed, ..Totals::default() }.lasted();
        assert_eq!(lasted(Some(Seconds(311.0)), Some(Seconds(311.6))), Seconds(311.6));
        assert_eq!(lasted(Some(Seconds(400.0)), Some(Seconds(311.6))), Seconds(400.0));
        assert_eq!(lasted(None, Some(Seconds(311.6))), Seconds(311.6));
    }
}
