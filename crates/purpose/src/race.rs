//! Whether an effort was a race: near the most the runner can do over that time, most of all over a
//! distance that races are run over, and with the heart not saying otherwise.

use crate::naming::{Named, Runner, minutes, percent};
use crate::whole::{Whole, most};
use training::Purpose;

/// An unbroken effort that might be a race.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Attempt {
    /// Mean effort, as a fraction of critical speed.
    pub effort: f64,
    /// How long it lasted, in seconds.
    pub seconds: f64,
    /// How far it went, in metres.
    pub metres: f64,
    /// Mean heart rate over it, in bpm.
    pub heart: Option<f64>,
    /// Whether it is the whole recording: nobody warms up for a hard run with the watch off, but many
    /// do for a race.
    pub whole: bool,
}

impl Attempt {
    /// The whole run as one attempt.
    pub fn of(whole: &Whole) -> Self {
        // Nobody stands still in a race for long: stops count as time, not as effort.
        let clock = whole.elapsed.max(whole.moving).max(1.0);
        Self {
            effort: whole.effort * whole.moving / clock,
            seconds: clock,
            metres: whole.metres,
            heart: whole.heart_rate,
            whole: true,
        }
    }

    /// Whether the distance is one that races are run over. Watches measure long
    /// rather than short.
    fn is_race_distance(&self) -> bool {
        RACE_METRES.iter().any(|metres| (0.985..=1.04).contains(&(self.metres / metres)))
    }
}

/// Distances that races are run over, in metres.
const RACE_METRES: [f64; 11] =
    [1500.0, 3000.0, 5000.0, 8000.0, 10000.0, 15000.0, 16093.4, 21097.5, 30000.0, 42195.0, 50000.0];
/// Shares of the most the runner can do, from which an effort is a race: over a race distance, …
const DISTANCE_SHARE: f64 = 0.95;
/// … less when the recording holds nothing else, …
const WHOLE_DISTANCE_SHARE: f64 = 0.92;
/// … over any other, where hard training comes near it and tells what the runner can do, …
const OTHER_SHARE: f64 = 1.04;
/// … and where it lasted longer than training does at such effort.
const LONG_SHARE: f64 = 0.92;
/// Training at that effort lasts no longer than this, in seconds.
const LONG_SECONDS: f64 = 4500.0;
/// Shorter efforts are never called a race, in seconds.
const SECONDS_MIN: f64 = 270.0;
/// A racing heart beats at least at this share of its maximum …
const HEART_MIN: f64 = 0.85;
/// … and where critical speed is not known, from this share on it tells a race by itself.
const HEART_TELLS: f64 = 0.88;
/// … or confirms one over a race distance that falls a little short of the most, …
const HEART_CONFIRMS: f64 = 0.92;
const HEART_CONFIRMS_SHARE: f64 = 0.88;
/// … over at least this long, in seconds.
const HEART_SECONDS_MIN: f64 = 1000.0;

/// Names an attempt a race, or not.
pub(crate) fn race(attempt: &Attempt, runner: &Runner) -> Option<Named> {
    let heart = attempt.heart.zip(runner.hr_max).map(|(heart, most)| heart / most);
    if attempt.seconds < SECONDS_MIN {
        return None;
    }
    if attempt.seconds >= LONG_SECONDS
        && let Some(heart) = heart.filter(|heart| *heart >= heart_over(attempt.seconds))
    {
        return Some(long_by_heart(attempt, heart));
    }
    if !runner.critical_speed_known {
        return by_heart(attempt, heart?);
    }
    let share = attempt.effort / most(attempt.seconds, runner.reserve_seconds);
    let asked = match (attempt.seconds > LONG_SECONDS, attempt.is_race_distance()) {
        (true, _) => LONG_SHARE,
        (false, true) if attempt.whole => WHOLE_DISTANCE_SHARE,
        (false, true) => DISTANCE_SHARE,
        (false, false) => OTHER_SHARE,
    };
    let calm = heart.is_some_and(|heart| heart < HEART_MIN) && attempt.seconds > HEART_SECONDS_MIN;
    let reason = format!(
        "{} at {} % of the most the runner can do over that time.",
        minutes(attempt.seconds),
        percent(share)
    );
    let racing_heart = attempt.is_race_distance()
        && share >= HEART_CONFIRMS_SHARE
        && heart.is_some_and(|heart| heart >= HEART_CONFIRMS);
    (share >= asked && !calm || racing_heart)
        .then(|| Named::new(Purpose::Race, 6.0 * (share - asked) + 0.4, reason))
}

/// The mean heart rate, as a share of its maximum, that only races keep up for so long: 88 % for 75
/// minutes, falling to 83 % for three hours and more (our convention).
fn heart_over(seconds: f64) -> f64 {
    let hours_beyond = ((seconds - LONG_SECONDS) / 3600.0).clamp(0.0, 1.75);
    HEART_TELLS - 0.05 * hours_beyond / 1.75
}

/// On rough ground speed tells nothing, the heart does.
fn long_by_heart(attempt: &Attempt, heart: f64) -> Named {
    let reason = format!(
        "{} with the heart at {} % of its maximum on average: only races last so long so hard.",
        minutes(attempt.seconds),
        percent(heart)
    );
    Named::new(Purpose::Race, 0.4, reason)
}

/// Without a known critical speed: a race distance with a racing heart from start to end.
fn by_heart(attempt: &Attempt, heart: f64) -> Option<Named> {
    let reason = format!(
        "A race distance in {} with the heart at {} % of its maximum on average.",
        minutes(attempt.seconds),
        percent(heart)
    );
    let racing = heart >= HEART_TELLS && attempt.seconds >= HEART_SECONDS_MIN;
    (racing && attempt.is_race_distance()).then(|| Named::new(Purpose::Race, 0.5, reason))
}
