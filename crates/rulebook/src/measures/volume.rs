//! How much is run, and how far back the history reaches.

use super::statistics::median;
use crate::case::Case;
use training::{Metres, NamedRun, calendar::days_between};

/// Days since the first run that is known, that day included; `None` without runs.
pub fn history_days(case: &Case<'_>) -> Option<i64> {
    case.first_run_day().map(|first| days_between(first, case.on) + 1)
}

/// Mean weekly distance of the last 28 days, or of as many as the history holds (at least seven);
/// `None` where a run's distance is not known.
pub fn weekly_distance(case: &Case<'_>) -> Option<Metres> {
    let metres = total_distance(case.recent_runs(28))?;
    let weeks = history_days(case)?.clamp(7, 28) as f64 / 7.0;
    Some(Metres(metres.0 / weeks))
}

/// The distance of some runs together; `None` where one is not known.
pub fn total_distance(runs: &[NamedRun]) -> Option<Metres> {
    runs.iter().map(|run| run.distance).sum::<Option<Metres>>()
}

/// The middle of the runs' minutes over the last eight weeks; `None` with fewer than six runs.
pub fn usual_minutes(case: &Case<'_>) -> Option<f64> {
    let minutes: Vec<f64> = case.recent_runs(56).iter().map(|run| run.moving.minutes()).collect();
    (minutes.len() >= 6).then(|| median(&minutes)).flatten()
}
