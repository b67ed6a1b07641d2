//! Whether training fits the race it is for: work at critical speed for the short ones, long runs
//! for the long ones, race pace near the race.

use super::{
    intensity::{effort_speed, is_running},
    level::level,
    race_pace::time_at_race_pace,
    structure::is_hard,
    volume::history_days,
};
use crate::case::Case;
use training::{
    Goal, Level, Metres, NamedRun, Purpose, Seconds, SegmentKind, calendar::days_between,
};

/// The last four weeks tell what training was like (the article that judges miles by context).
pub const SPAN_DAYS: i64 = 28;
/// Up to here speed decides a race, beyond it endurance (the same article, for 5 and 10 km).
const SHORT_RACE: Metres = Metres::from_km(10.5);
/// Training is held to a race from so many weeks before it (the article on the signs of junk miles).
pub const SEASON_WEEKS: f64 = 16.0;
/// A run works at critical speed when it spends so long there: a few strides are no session (our
/// own convention).
const WORK: Seconds = Seconds(180.0);
/// Watch speed a hair below critical speed is critical speed.
const AT_CRITICAL_SPEED: f64 = 0.99;
/// A run holds race pace when it spends so long there (our own convention).
const BLOCK: Seconds = Seconds(600.0);

/// The race a runner prepares.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Race {
    /// How far it is.
    pub distance: Metres,
    /// How many days ahead; `None` where its day was not said.
    pub days_ahead: Option<i64>,
}

/// What a race wants that training lacked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fit {
    /// Nothing.
    Fits,
    /// Long runs, but no work at critical speed for a short race.
    LacksSpeed,
    /// No long run for a long race.
    LacksLongRuns,
    /// Easy running only, without long runs, for a short race: the base comes first.
    IsBase,
    /// The log is too short, or neither speed nor purpose tells.
    CannotTell,
}

/// The race a runner prepares; `None` without one, or after its day.
pub fn race(case: &Case<'_>) -> Option<Race> {
    let Some(Goal::Race { distance, on }) = case.profile.goal else { return None };
    let days_ahead = on.map(|day| days_between(case.on, day));
    (days_ahead.is_none_or(|days| days >= 0)).then_some(Race { distance, days_ahead })
}

impl Race {
    /// Whether training is held to it: for the elite always, for others from so many weeks before
    /// its day, and when that was not said.
    pub fn is_prepared(self, case: &Case<'_>, weeks_before: f64) -> bool {
        let is_far = self.days_ahead.is_some_and(|days| days as f64 > 7.0 * weeks_before);
        !is_far || level(case) == Level::Elite
    }

    /// Whether speed decides it.
    pub fn is_short(self) -> bool {
        self.distance <= SHORT_RACE
    }
}

/// How the last four weeks fit a race.
pub fn fit(case: &Case<'_>, race: Race) -> Fit {
    let runs = case.recent_runs(SPAN_DAYS);
    let has_long = runs.iter().any(|run| run.purpose() == Purpose::Long);
    let is_log_short = history_days(case).is_none_or(|days| days < SPAN_DAYS);
    if !race.is_short() {
        return match has_long {
            true => Fit::Fits,
            false if is_log_short => Fit::CannotTell,
            false => Fit::LacksLongRuns,
        };
    }
    let worked: Vec<Option<bool>> = runs.iter().map(works_at_critical_speed).collect();
    if worked.contains(&Some(true)) {
        Fit::Fits
    } else if worked.contains(&None) || is_log_short {
        Fit::CannotTell
    } else if has_long {
        Fit::LacksSpeed
    } else {
        Fit::IsBase
    }
}

/// Whether a run held the pace of the race: work at critical speed for a short one, ten minutes at
/// race pace for a long one; `None` where that cannot be told.
pub fn is_specific(run: &NamedRun, race: Race) -> Option<bool> {
    if race.is_short() {
        return works_at_critical_speed(run);
    }
    time_at_race_pace(run, race.distance).map(|time| time >= BLOCK)
}

fn works_at_critical_speed(run: &NamedRun) -> Option<bool> {
    if matches!(run.purpose(), Purpose::Race | Purpose::Intervals) && is_hard(run) {
        return Some(true);
    }
    let critical = run.thresholds.critical_speed?.value.0;
    let mut worked = Seconds(0.0);
    for segment in run.segments.iter().filter(|segment| is_running(segment)) {
        let speed = effort_speed(run, segment)?;
        let is_work = segment.kind != SegmentKind::Stride;
        if is_work && speed.0 >= AT_CRITICAL_SPEED * critical {
            worked += segment.duration();
        }
    }
    Some(worked >= WORK)
}
