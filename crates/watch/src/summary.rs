//! Activities of which only a summary exists: one line of a log, one object of a listing. Knows no
//! format; turns the totals into a run without samples or into cross-training.

use crate::{
    Activity,
    sport_words::{self, Done},
};
use training::{
    CrossTraining, LocalStart, Metres, Oddity, OddityKind, Run, Seconds, Setting, Totals,
};

/// Faster than anyone has run any distance (Bolt's best 20 m: 12.4 m/s).
const FASTEST_MPS: f64 = 12.5;

/// What a summary says.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Summary {
    /// When it began.
    pub start: LocalStart,
    /// The platform's or the runner's word for it; `None` in a log of runs alone.
    pub sport: Option<String>,
    /// The totals, zero already taken for missing.
    pub totals: Totals,
    /// What was odd about it.
    pub oddities: Vec<Oddity>,
}

impl Summary {
    /// The activity it tells of.
    pub fn into_activity(self) -> Activity {
        let done =
            self.sport.as_deref().map_or(Done::Running(Setting::Outdoor), sport_words::parse);
        match done {
            Done::Running(setting) => Activity::Run(self.into_run(setting)),
            Done::Other(sport) => Activity::Other(CrossTraining {
                start: self.start,
                sport,
                called: self.sport.unwrap_or_default(),
                claimed: self.totals,
            }),
        }
    }

    fn into_run(self, setting: Setting) -> Run {
        let mut oddities =
            vec![Oddity::whole(OddityKind::NoStream, "only a summary exists, no samples")];
        oddities.extend(self.oddities);
        let mut claimed = self.totals;
        oddities.extend(drop_impossible_time(&mut claimed));
        Run {
            start: self.start,
            samples: Vec::new(),
            laps: Vec::new(),
            steps: Vec::new(),
            pauses: Vec::new(),
            claimed,
            setting,
            device: None,
            oddities,
        }
    }
}

/// A time in which nobody covers the distance is a slip of the pen: it is left out, and said.
fn drop_impossible_time(totals: &mut Totals) -> Option<Oddity> {
    let distance = totals.distance?;
    let time = totals.moving.or(totals.elapsed)?;
    if distance.over(time)?.0 <= FASTEST_MPS {
        return None;
    }
    totals.moving = None;
    totals.elapsed = None;
    let message = format!(
        "{:.2} km in {:.0} s is faster than anyone runs; the time is taken as unknown",
        distance.km(),
        time.0
    );
    Some(Oddity::whole(OddityKind::TotalsDisagree, message))
}

/// A distance, where zero means that none was recorded.
pub(crate) fn distance(metres: f64) -> Option<Metres> {
    (metres.is_finite() && metres > 0.0).then_some(Metres(metres))
}

/// A time, where zero means that none was recorded.
pub(crate) fn time(seconds: f64) -> Option<Seconds> {
    (seconds.is_finite() && seconds > 0.0).then_some(Seconds(seconds))
}
