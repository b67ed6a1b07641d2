//! Days with and without running: rest days, straight days, and how far back the history reaches.

use super::volume::history_days;
use crate::case::Case;
use std::collections::BTreeSet;
use training::{
    Date, NamedRun, Purpose, Week,
    calendar::{add_days, days_between},
};

/// The days of a stretch of time on which the runner ran, up to the day judged.
pub fn run_days(case: &Case<'_>, first: Date, last: Date) -> BTreeSet<Date> {
    case.runs_between(first, last).iter().map(NamedRun::date).collect()
}

/// Whether a run was run: a walk is none.
pub fn is_run(run: &NamedRun) -> bool {
    run.purpose() != Purpose::Walk
}

/// Whether the runner ran on a day; a walk is no run.
pub fn ran_on(case: &Case<'_>, day: Date) -> bool {
    case.runs_between(day, day).iter().any(is_run)
}

/// How the days of a week were spent, as far as it has gone and the history reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WeekDays {
    /// Days with a run.
    pub run: usize,
    /// Days known to be without a run.
    pub rest: usize,
    /// Days that have not come yet.
    pub to_come: usize,
    /// Days before the first run that is known.
    pub before_log: usize,
}

impl WeekDays {
    /// Days of which nobody knows how they were spent.
    pub const fn unknown(self) -> usize {
        self.to_come + self.before_log
    }
}

/// Counts the days of a week.
pub fn week_days(case: &Case<'_>, week: Week) -> WeekDays {
    let run = run_days(case, week.start, week.end()).len();
    let to_come = days_between(case.on, week.end()).clamp(0, 7);
    let before = case.first_run_day().map_or(7, |first| days_between(week.start, first));
    let before_log = before.clamp(0, 7 - to_come);
    let rest = 7 - run as i64 - to_come - before_log;
    WeekDays {
        run,
        rest: rest.max(0) as usize,
        to_come: to_come as usize,
        before_log: before_log as usize,
    }
}

/// On how many days a week the runner ran, over the last 28 days; `None` with a shorter history.
pub fn run_days_a_week(case: &Case<'_>) -> Option<f64> {
    (history_days(case)? >= 28)
        .then(|| run_days(case, add_days(case.on, -27), case.on).len() as f64 / 4.0)
}

/// How many days with a run in a row end on a day; 0 when that day had none.
pub fn streak_to(case: &Case<'_>, last: Date) -> i64 {
    let days = run_days(case, add_days(last, -LOOK_BACK), last);
    (0..=LOOK_BACK).take_while(|back| days.contains(&add_days(last, -back))).count() as i64
}

/// The longest row of days with a run that ends in a week (it may have begun before).
pub fn longest_streak(case: &Case<'_>, week: Week) -> usize {
    let days = run_days(case, add_days(week.start, -LOOK_BACK), week.end());
    let mut longest = 0;
    let mut streak = 0;
    let mut day = add_days(week.start, -LOOK_BACK);
    while day <= week.end() {
        streak = if days.contains(&day) { streak + 1 } else { 0 };
        if week.holds(day) {
            longest = longest.max(streak);
        }
        day = add_days(day, 1);
    }
    longest
}

/// How far back a streak is followed.
const LOOK_BACK: i64 = 60;
