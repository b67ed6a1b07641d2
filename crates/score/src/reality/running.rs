//! A session as somebody really runs it: at their own easy pace, a little faster or slower and a
//! little longer or shorter than it is written; and the same session exactly as it is written.

use rulebook::{as_written, usual_share};
use simulator::SimulatedRunner;
use training::{
    Ability, Amount, Date, Effort, LocalStart, Metres, MetresPerSecond, NamedRun, Part, Purpose,
    RunId, Seconds, Session, calendar::midnight,
};

/// How a day's running differs from what is written.
#[derive(Debug, Clone, Copy)]
pub struct Wobble {
    /// How much faster it is, as a factor.
    pub pace: f64,
    /// How much longer it is, as a factor.
    pub amount: f64,
}

impl Wobble {
    /// Exactly as written.
    pub const NONE: Self = Self { pace: 1.0, amount: 1.0 };
}

/// When in the day something is run, in hours.
#[derive(Debug, Clone, Copy)]
pub enum When {
    /// What is planned, the first of the day.
    Morning,
    /// What nobody planned.
    Evening,
}

/// A session run on a day, by its number among those of the day.
pub fn run(
    (runner, ability): (&SimulatedRunner, &Ability),
    session: &Session,
    (date, when, number): (Date, When, usize),
    wobble: Wobble,
) -> NamedRun {
    let hour = match when {
        When::Morning => 7,
        When::Evening => 18,
    };
    let second = midnight(date) + 3600 * (hour + 3 * number as i64);
    let utc = jiff::Timestamp::from_second(second).unwrap_or_default();
    let start = LocalStart { utc, offset_seconds: Some(0) };
    let parts = session.parts.iter().map(|part| own(runner, part, wobble)).collect();
    let id = RunId(format!("{date}, at {} o'clock", hour + 3 * number as i64));
    let mut run =
        as_written(id, start, &Session { parts }, ability.thresholds(), runner.critical_speed);
    run.inferred = session.main_purpose();
    run
}

/// A part at the runner's own pace and length.
fn own(runner: &SimulatedRunner, part: &Part, wobble: Wobble) -> Part {
    match *part {
        Part::Unbroken { purpose, effort } => {
            Part::Unbroken { purpose, effort: paced(runner, purpose, effort, wobble) }
        }
        Part::Reps { purpose, count, work, rest, style } => {
            let exact = Wobble { amount: 1.0, ..wobble };
            let work = paced(runner, purpose, work, exact);
            let rest = paced(runner, Purpose::Easy, rest, exact);
            Part::Reps { purpose, count, work, rest, style }
        }
    }
}

fn paced(runner: &SimulatedRunner, purpose: Purpose, effort: Effort, wobble: Wobble) -> Effort {
    let speed = effort.speed.unwrap_or_else(|| usual_speed(runner, purpose));
    let amount = match effort.amount {
        Amount::Distance(Metres(metres)) => Amount::Distance(Metres(metres * wobble.amount)),
        Amount::Time(Seconds(seconds)) => Amount::Time(Seconds(seconds * wobble.amount)),
    };
    Effort { amount, speed: Some(MetresPerSecond(speed.0 * wobble.pace)), ..effort }
}

/// Where no pace is written, easy running is at the runner's own easy pace.
fn usual_speed(runner: &SimulatedRunner, purpose: Purpose) -> MetresPerSecond {
    let of_easy = usual_share(purpose) / usual_share(Purpose::Easy);
    match purpose {
        Purpose::Walk | Purpose::Recovery | Purpose::Easy | Purpose::Long => {
            MetresPerSecond(of_easy * runner.easy_speed().0)
        }
        _ => runner.fraction(usual_share(purpose)),
    }
}
