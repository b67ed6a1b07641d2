//! The runner of the examples: what they can do, and how they run what is written.

use super::at_seven;
use crate::as_written::as_written;
use training::{Ability, Basis, Bpm, Date, Estimate, MetresPerSecond, NamedRun, RunId, Session};

/// Critical speed of the runner in examples: 4:00/km.
pub(super) const CRITICAL_SPEED: MetresPerSecond = MetresPerSecond(1000.0 / 240.0);

/// What is known of a runner with this critical speed; nothing without one.
pub(super) fn ability(critical_speed: Option<MetresPerSecond>, on: Date) -> Ability {
    let Some(speed) = critical_speed else { return Ability::default() };
    let known = |value: f64, se: f64| {
        Some(Estimate {
            value: MetresPerSecond(value),
            se: MetresPerSecond(se),
            as_of: on,
            from: Vec::new(),
            basis: Basis::Observed,
        })
    };
    let beats = |value: f64, se: f64| {
        Some(Estimate {
            value: Bpm(value),
            se: Bpm(se),
            as_of: on,
            from: Vec::new(),
            basis: Basis::Observed,
        })
    };
    Ability {
        critical_speed: known(speed.0, 0.05),
        lt1_speed: known(0.823 * speed.0, 0.1),
        lt1_hr: beats(150.0, 4.0),
        lt2_hr: beats(168.0, 4.0),
        hr_max: beats(185.0, 3.0),
        ..Ability::default()
    }
}

/// Runs a session.
pub(super) fn perform(
    date: Date,
    number: usize,
    session: &Session,
    critical_speed: Option<MetresPerSecond>,
) -> NamedRun {
    let id = RunId(format!("run-{number}"));
    let thresholds = ability(critical_speed, date).thresholds();
    as_written(id, at_seven(date), session, thresholds, CRITICAL_SPEED)
}
