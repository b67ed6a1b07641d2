//! Occasions in what was just run: long, hard, among the hardest, a long race, or in the warmth.

use crate::{
    case::Case,
    measures::{
        load::load,
        long_races::long_races,
        statistics::{mean, quantile},
        structure::is_hard,
    },
};
use training::{NamedRun, Purpose, calendar::add_days};

/// A long race is remembered for so many days (article "recovery": two to four before an easy run).
const DAYS_AFTER_A_RACE: i64 = 3;
/// The hardest runs are the upper tenth (article "recovery"), of so many days …
const HARDEST_SHARE: f64 = 0.9;
const HARDEST_DAYS: i64 = 56;
/// … and of no fewer runs, so that there is a tenth.
const HARDEST_RUNS_MIN: usize = 10;
/// Above so many degrees a week was warm for running.
const WARM_DEGREES: f64 = 20.0;

/// Whether a long run was finished on the day judged.
pub(super) fn was_long(case: &Case<'_>) -> bool {
    todays(case).iter().any(|run| run.purpose() == Purpose::Long)
}

/// Whether a hard run was finished on the day judged.
pub(super) fn was_hard(case: &Case<'_>) -> bool {
    todays(case).iter().any(is_hard)
}

/// Whether a run of the day judged was among the hardest of eight weeks.
pub(super) fn was_among_the_hardest(case: &Case<'_>) -> bool {
    let Some(today) = todays(case).iter().filter_map(load).reduce(f64::max) else { return false };
    let yesterday = add_days(case.on, -1);
    let before: Vec<f64> =
        case.as_of(yesterday).recent_runs(HARDEST_DAYS).iter().filter_map(load).collect();
    let hardest = quantile(&before, HARDEST_SHARE);
    before.len() >= HARDEST_RUNS_MIN && hardest.is_some_and(|hardest| today > hardest)
}

/// Whether a race of half-marathon distance or more was run on one of the three days before the
/// day judged, or on it.
pub(super) fn was_a_long_race(case: &Case<'_>) -> bool {
    long_races(case, DAYS_AFTER_A_RACE).next().is_some()
}

/// Whether the runs of the last seven days were warm, as far as temperatures are known.
pub(super) fn were_warm(case: &Case<'_>) -> bool {
    let degrees: Vec<f64> =
        case.recent_runs(7).iter().filter_map(|run| run.temperature).map(|it| it.0).collect();
    mean(&degrees).is_some_and(|degrees| degrees > WARM_DEGREES)
}

fn todays<'a>(case: &Case<'a>) -> &'a [NamedRun] {
    case.recent_runs(1)
}
