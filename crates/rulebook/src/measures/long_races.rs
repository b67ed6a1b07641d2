//! Races of a half-marathon or longer in the last weeks: what kind each was, and how long ago.

use super::race_pace::MARATHON;
use crate::case::Case;
use training::{
    Metres, NamedRun, Purpose, Seconds,
    calendar::{add_days, days_between},
};

const HALF: Metres = Metres(21_097.5);
/// A watch measures a race short or long by up to this share.
const SLACK: f64 = 0.02;
/// From these times on a race without a distance counts as a half-marathon, a marathon, an ultra:
/// times that nearly nobody needs for less.
const HALF_TIME: Seconds = Seconds::from_minutes(75.0);
const MARATHON_TIME: Seconds = Seconds::from_minutes(180.0);
const ULTRA_TIME: Seconds = Seconds::from_minutes(420.0);

/// The kinds of long race.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum LongRace {
    /// A half-marathon or longer.
    Half,
    /// A marathon.
    Marathon,
    /// Longer than a marathon.
    Ultra,
}

/// A long race in the past.
#[derive(Debug, Clone, Copy)]
pub struct Raced<'a> {
    /// The race.
    pub run: &'a NamedRun,
    /// What kind it was.
    pub kind: LongRace,
    /// How many days ago, 1 or more.
    pub days_ago: i64,
}

impl LongRace {
    /// The word for it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Half => "half-marathon",
            Self::Marathon => "marathon",
            Self::Ultra => "ultra",
        }
    }
}

/// The long races of the last `days` days before the day judged, oldest first. A race of that day is
/// the day's own running.
pub fn long_races<'a>(case: &Case<'a>, days: i64) -> impl Iterator<Item = Raced<'a>> {
    let on = case.on;
    case.runs_between(add_days(on, -days), add_days(on, -1)).iter().filter_map(move |run| {
        let kind = long_race(run)?;
        Some(Raced { run, kind, days_ago: days_between(run.date(), on) })
    })
}

/// What kind of long race a run was; `None` when it was none.
///
/// A run over a marathon's distance is taken for a marathon however slowly it was run, unless
/// somebody said what it was: who needs five hours for it runs at no pace that would tell a race,
/// and hardly anybody runs just so far in training.
pub fn long_race(run: &NamedRun) -> Option<LongRace> {
    let by_distance = run.distance.map(by_distance);
    if run.purpose() == Purpose::Race {
        return by_distance.unwrap_or_else(|| by_time(run.moving));
    }
    by_distance.flatten().filter(|kind| *kind == LongRace::Marathon && run.declared.is_none())
}

fn by_distance(metres: Metres) -> Option<LongRace> {
    let reaches = |race: Metres| metres.0 >= (1.0 - SLACK) * race.0;
    match metres.0 {
        metres if metres > (1.0 + SLACK) * MARATHON.0 => Some(LongRace::Ultra),
        _ if reaches(MARATHON) => Some(LongRace::Marathon),
        _ if reaches(HALF) => Some(LongRace::Half),
        _ => None,
    }
}

fn by_time(time: Seconds) -> Option<LongRace> {
    match time {
        time if time >= ULTRA_TIME => Some(LongRace::Ultra),
        time if time >= MARATHON_TIME => Some(LongRace::Marathon),
        time if time >= HALF_TIME => Some(LongRace::Half),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_race_is_known_by_its_distance_within_two_per_cent() {
        let kind = |km: f64| by_distance(Metres::from_km(km));
        assert_eq!(kind(20.6), None);
        assert_eq!(kind(20.7), Some(LongRace::Half));
        assert_eq!(kind(30.0), Some(LongRace::Half));
        assert_eq!(kind(41.4), Some(LongRace::Marathon));
        assert_eq!(kind(43.0), Some(LongRace::Marathon));
        assert_eq!(kind(50.0), Some(LongRace::Ultra));
    }

    #[test]
    fn without_a_distance_its_time_counts() {
        let kind = |minutes: f64| by_time(Seconds::from_minutes(minutes));
        assert_eq!(kind(50.0), None);
        assert_eq!(kind(100.0), Some(LongRace::Half));
        assert_eq!(kind(210.0), Some(LongRace::Marathon));
        assert_eq!(kind(600.0), Some(LongRace::Ultra));
    }
}
