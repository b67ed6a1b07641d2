//! The days a runner usually runs on, for a plan that is asked for without days.

use crate::plan::Baseline;
use rulebook::{
    Case,
    measures::{days::run_days, volume::history_days},
};
use std::{cmp::Reverse, collections::BTreeSet};
use training::{Date, NamedRun, Purpose, Weekday, calendar::add_days};

/// The window, in days: eight weeks.
const DAYS: i64 = 56;
/// Fewer days leave a plan no choice.
const FEWEST: usize = 3;

/// The weekdays with a run in half of the last eight weeks, or of as many as the log holds, in the order
/// of the runner's week; and as many more, the likeliest first, as a usual week has runs, with one to
/// spare. All seven where too little was run to know.
pub fn usual_days(case: &Case<'_>) -> Vec<Weekday> {
    let ran = run_days(case, add_days(case.on, 1 - DAYS), case.on);
    let times = |day: Weekday| ran.iter().filter(|date| date.weekday() == day).count();
    let week = || case.first_day.cycle_forward().take(7);
    let enough = (Baseline::of(case).days.round() as usize + 1).max(FEWEST);
    let mut likeliest: Vec<Weekday> = week().filter(|day| times(*day) > 0).collect();
    if likeliest.len() < FEWEST {
        return week().collect();
    }
    likeliest.sort_by_key(|day| Reverse(times(*day)));
    let weeks = history_days(case).unwrap_or(DAYS).min(DAYS) / 7;
    let usual = likeliest.iter().filter(|day| 2 * times(**day) >= weeks as usize).count();
    likeliest.truncate(usual.max(enough));
    week().filter(|day| likeliest.contains(day)).collect()
}

/// The weekday of most long runs of the last eight weeks, the later in the week of equals; `None`
/// where it lies on none of the days, or there were fewer than two.
pub fn usual_long_day(case: &Case<'_>, days: &[Weekday]) -> Option<Weekday> {
    let runs = case.recent_runs(DAYS).iter();
    let long: BTreeSet<Date> =
        runs.filter(|run| run.purpose() == Purpose::Long).map(NamedRun::date).collect();
    let times = |day: &Weekday| long.iter().filter(|date| date.weekday() == *day).count();
    let week = case.first_day.cycle_forward().take(7);
    week.filter(|day| days.contains(day) && times(day) >= 2).max_by_key(times)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rulebook::examples::example;

    fn check(weeks: &str, days: &str, long: Option<Weekday>) {
        let example = example(weeks);
        let case = example.case();
        let found = usual_days(&case);
        let said: Vec<String> =
            found.iter().map(|day| format!("{day:?}")[..3].to_owned()).collect();
        assert_eq!(said.join(" "), days);
        assert_eq!(usual_long_day(&case, &found), long);
    }

    #[test]
    fn the_days_with_a_run_in_half_of_the_weeks_are_usual() {
        check(
            "8 weeks:\nTue easy 8km\nThu easy 8km\nSat long 14km",
            "Tue Thu Sat",
            Some(Weekday::Saturday),
        );
    }

    #[test]
    fn a_day_that_was_run_now_and_then_is_the_one_to_spare() {
        check(
            "6 weeks:\nTue easy 8km\nThu easy 8km\nSun long 14km\n\
             2 weeks:\nTue easy 8km\nWed easy 5km\nSun long 14km",
            "Tue Wed Thu Sun",
            Some(Weekday::Sunday),
        );
    }

    #[test]
    fn of_a_single_week_every_day_with_a_run_is_usual() {
        check(
            "1 week:\nTue easy 8km\nThu easy 8km\nFri easy 8km\nSun long 14km",
            "Tue Thu Fri Sun",
            None,
        );
    }

    #[test]
    fn without_runs_every_day_will_do() {
        check("8 weeks:\nMon rest", "Mon Tue Wed Thu Fri Sat Sun", None);
    }
}
