//! How much is run, and how far back the history reaches.

use super::{
    days::is_run,
    roles::is_plain,
    statistics::{median, quantile},
};
use crate::case::Case;
use training::{
    Metres, NamedRun, Seconds,
    calendar::{add_days, days_between},
};

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

/// The runs of the last eight weeks in two halves of four, the older first; `None` where the history
/// does not reach back so far.
pub fn two_times_four_weeks<'a>(case: &Case<'a>) -> Option<(&'a [NamedRun], &'a [NamedRun])> {
    let middle = add_days(case.on, -28);
    let reaches = history_days(case)? >= 56;
    reaches.then(|| {
        let before = case.runs_between(add_days(case.on, -55), middle);
        (before, case.runs_between(add_days(middle, 1), case.on))
    })
}

/// The distance of the four weeks before the last four, and of the last four; `None` where the
/// history is shorter, a run's distance is not known, or nothing was run before.
pub fn four_weeks_after_four(case: &Case<'_>) -> Option<(Metres, Metres)> {
    let (before, after) = two_times_four_weeks(case)?;
    total_distance(before).filter(|was| was.0 > 0.0).zip(total_distance(after))
}

/// How long the runner's runs usually are, in minutes: as known of them, else the middle of the last
/// 28 days before the day judged; `None` with fewer than three runs.
pub fn usual_minutes(case: &Case<'_>) -> Option<f64> {
    if let Some(usual) = case.ability.usual_duration {
        return Some(usual.minutes());
    }
    let runs = case.runs_between(add_days(case.on, -28), add_days(case.on, -1)).iter();
    let times = runs.filter(|run| is_run(run)).filter_map(NamedRun::time);
    let minutes: Vec<f64> = times.map(Seconds::minutes).collect();
    (minutes.len() >= 3).then(|| median(&minutes)).flatten()
}

/// How long an easy run of the runner's is when it is not cut short: the upper quartile of the
/// minutes of those without a declared job over the last eight weeks; `None` with fewer than six.
pub fn full_easy_minutes(case: &Case<'_>) -> Option<f64> {
    let easy = case.recent_runs(56).iter().filter(|run| is_plain(case, run));
    let minutes: Vec<f64> = easy.filter_map(NamedRun::time).map(Seconds::minutes).collect();
    (minutes.len() >= 6).then(|| quantile(&minutes, 0.75)).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::examples::example;

    #[test]
    fn a_run_whose_time_nobody_wrote_down_is_no_run_of_no_minutes() {
        let example = example("4 weeks:\nTue easy 40min\nThu easy 40min\nSat easy 40min");
        let mut runs = example.case().runs.to_vec();
        runs.iter_mut().step_by(3).for_each(|run| run.moving = Seconds(0.0));
        runs.iter_mut().skip(1).step_by(3).for_each(|run| run.moving = Seconds(0.0));
        let case = Case { runs: &runs, ..example.case() };
        assert_eq!(usual_minutes(&case).map(f64::round), Some(40.0));
    }
}
