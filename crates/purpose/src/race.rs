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

    /// Whether the distance is one that races are run over. Watches measure long rather than short,
    /// but the edges of a bout are known to some seconds only.
    fn is_race_distance(&self) -> bool {
        RACE_METRES.iter().any(|metres| (0.975..=1.04).contains(&(self.metres / metres)))
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
/// … as it does, over any ground, from here on where speed is no reason for it.
const HEART_ALL_OUT: f64 = 0.90;
/// … to here: beyond it the sensor counts steps, or the maximum is not known well.
const HEART_BELIEVED_MAX: f64 = 0.97;
/// … or confirms one over a race distance that falls a little short of the most, …
const HEART_CONFIRMS: f64 = 0.92;
const HEART_CONFIRMS_SHARE: f64 = 0.88;
/// … over at least this long, in seconds.
const HEART_SECONDS_MIN: f64 = 1000.0;
/// A heart that races without speed is believed from here, in seconds.
const ALL_OUT_SECONDS_MIN: f64 = 600.0;

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
    if let Some(heart) = heart.filter(|heart| is_all_out(attempt, *heart, runner)) {
        return Some(all_out(attempt, heart));
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

/// Whether the heart raced from the first minute to the last though the speed was no more than easy:
/// then the ground is the reason, whatever it was.
fn is_all_out(attempt: &Attempt, heart: f64, runner: &Runner) -> bool {
    let slow = runner.easy.is_some_and(|easy| attempt.effort <= easy);
    let races = (HEART_ALL_OUT..=HEART_BELIEVED_MAX).contains(&heart);
    attempt.whole && slow && races && attempt.seconds >= ALL_OUT_SECONDS_MIN
}

fn all_out(attempt: &Attempt, heart: f64) -> Named {
    let reason = format!(
        "{} with the heart at {} % of its maximum on average, no faster than easy: all out, on ground \
         where speed does not tell.",
        minutes(attempt.seconds),
        percent(heart)
    );
    Named::new(Purpose::Race, 0.3, reason)
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

#[cfg(test)]
mod tests {
    use super::*;

    const RUNNER: Runner = Runner {
        critical_speed_known: true,
        lt1: 0.82,
        reserve_seconds: 50.0,
        easy: None,
        usual: None,
        hr_max: Some(190.0),
    };

    /// An effort at a share of the most the runner can do over that time.
    fn at(share: f64, seconds: f64, metres: f64, heart: f64) -> Attempt {
        let effort = share * most(seconds, RUNNER.reserve_seconds);
        Attempt { effort, seconds, metres, heart: Some(heart), whole: true }
    }

    fn is_race(attempt: &Attempt, runner: &Runner) -> bool {
        race(attempt, runner).is_some_and(|named| named.purpose == Purpose::Race)
    }

    #[test]
    fn ten_kilometres_near_the_most_are_a_race() {
        assert!(is_race(&at(0.98, 2500.0, 10_020.0, 178.0), &RUNNER));
    }

    #[test]
    fn the_same_effort_over_no_race_distance_is_training() {
        assert!(!is_race(&at(0.98, 2300.0, 9_200.0, 178.0), &RUNNER));
    }

    #[test]
    fn a_calm_heart_does_not_race() {
        assert!(!is_race(&at(0.98, 2500.0, 10_020.0, 150.0), &RUNNER));
    }

    #[test]
    fn two_hours_near_the_most_are_a_race_over_any_distance() {
        assert!(is_race(&at(0.94, 7200.0, 24_500.0, 162.0), &RUNNER));
    }

    #[test]
    fn four_minutes_are_never_a_race() {
        assert!(!is_race(&at(1.1, 240.0, 1500.0, 185.0), &RUNNER));
    }

    #[test]
    fn a_heart_that_races_from_start_to_end_without_speed_is_all_out() {
        let easy = Runner { easy: Some(0.7), ..RUNNER };
        let obstacles = |heart| Attempt {
            effort: 0.65,
            seconds: 900.0,
            metres: 2200.0,
            heart: Some(heart),
            whole: true,
        };
        assert!(is_race(&obstacles(174.0), &easy));
        assert!(!is_race(&obstacles(165.0), &easy), "an easy run in the heat");
        assert!(!is_race(&obstacles(189.0), &easy), "a sensor that counts steps");
        assert!(!is_race(&Attempt { effort: 0.9, ..obstacles(174.0) }, &easy), "hard training");
    }

    #[test]
    fn without_critical_speed_a_racing_heart_over_a_race_distance_tells() {
        let unknown = Runner { critical_speed_known: false, ..RUNNER };
        assert!(is_race(&at(0.98, 1500.0, 5_010.0, 175.0), &unknown));
        assert!(!is_race(&at(0.98, 1500.0, 5_010.0, 160.0), &unknown));
        assert!(!is_race(&at(0.98, 1500.0, 4_500.0, 175.0), &unknown));
    }
}
