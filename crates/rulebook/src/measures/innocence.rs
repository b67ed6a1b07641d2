//! Why moderate running that looks aimless is innocent. Asked before anything is held against a
//! run: acquit as carefully as accuse.

use super::{
    intensity::{WARM, effort_speed, is_running},
    race_pace::race_pace_in_season,
    volume::{history_days, weekly_distance},
};
use crate::case::Case;
use training::{Celsius, Goal, Level, Metres, NamedRun, Purpose, Segment, calendar::add_days};

/// Below this weekly distance running is a beginner's base, whatever the level.
const LOW_WEEK: Metres = Metres::from_km(20.0);
/// The same, for a history shorter than eight weeks.
const LOW_WEEK_OF_A_NEWCOMER: Metres = Metres::from_km(30.0);
const NEWCOMER_DAYS: i64 = 56;
/// Effort on the flat exceeds plain speed by this share on hilly ground.
const HILLY: f64 = 1.03;
/// Mean climb per metre that counts as a climb.
const CLIMBING: f64 = 0.02;

/// Why a moderate run is innocent, in a sentence; `None` when nothing speaks for it. A beginner's
/// base is asked separately: it excuses moderate runs, but not one on the day after a hard run.
pub fn acquittal(case: &Case<'_>, run: &NamedRun) -> Option<String> {
    runs_for_wellbeing(case)
        .or_else(|| declared(run))
        .or_else(|| race_pace_in_season(case, run))
        .or_else(|| hills(run))
        .or_else(|| heat(run))
}

/// Running for its own sake needs no other job.
pub fn runs_for_wellbeing(case: &Case<'_>) -> Option<String> {
    (case.profile.goal == Some(Goal::Wellbeing))
        .then(|| "You run for its own sake; that is its job.".to_owned())
}

/// Whether the runner is a beginner: by what they said, else by how little they run so far.
pub fn is_beginner(case: &Case<'_>) -> bool {
    if let Some(level) = case.profile.level {
        return level == Level::Beginner;
    }
    let Some(weekly) = weekly_distance(case) else { return false };
    let is_newcomer = history_days(case).is_some_and(|days| days < NEWCOMER_DAYS);
    weekly < LOW_WEEK || (is_newcomer && weekly < LOW_WEEK_OF_A_NEWCOMER)
}

/// A beginner builds the base with every steady run. The four weeks from the run count, so that the
/// first run of a log is not taken for a beginner's.
pub fn beginners_base(case: &Case<'_>, run: &NamedRun) -> Option<String> {
    is_beginner(&case.as_of(add_days(run.date(), 27))).then(|| {
        "At this stage every steady run builds the base; there is no grey zone to avoid yet."
            .to_owned()
    })
}

/// A stated job beyond easy running.
fn declared(run: &NamedRun) -> Option<String> {
    let purpose = run.declared?.purpose;
    let has_job = !matches!(purpose, Purpose::Easy | Purpose::Recovery);
    has_job.then(|| format!("It was meant as {purpose}."))
}

/// The climb explains the effort.
fn hills(run: &NamedRun) -> Option<String> {
    let running = run.segments.iter().filter(|segment| is_running(segment));
    let (mut hilly, mut all) = (0.0, 0.0);
    for segment in running {
        all += segment.duration().0;
        if is_hilly(segment) {
            hilly += segment.duration().0;
        }
    }
    (hilly > 0.5 * all).then(|| "The climbs explain the effort.".to_owned())
}

/// Whether a stretch climbed, or went up and down so much that the same effort on the flat would
/// have been clearly faster.
fn is_hilly(segment: &Segment) -> bool {
    let rolls = segment.gap_speed.zip(segment.speed);
    let climbs = segment.climb.zip(segment.distance);
    rolls.is_some_and(|(flat, plain)| flat.0 > HILLY * plain.0)
        || climbs.is_some_and(|(climb, distance)| climb.0 > CLIMBING * distance.0)
}

/// On a warm day without a believable speed, heart rate alone proves nothing.
fn heat(run: &NamedRun) -> Option<String> {
    let Celsius(degrees) = run.temperature?;
    let has_speed = run.segments.iter().any(|segment| effort_speed(run, segment).is_some());
    (degrees > WARM && !has_speed)
        .then(|| format!("At {degrees:.0} °C heart rate is high by itself."))
}
