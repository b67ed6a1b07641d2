//! How the runner usually runs: on how many days, on which weekdays, for how long. A description of
//! the last weeks, not a rule.

use rulebook::{
    Case,
    measures::{days::run_days, statistics::median, structure::is_hard, volume::history_days},
};
use training::{NamedRun, Purpose, Seconds, Weekday, calendar::add_days};

/// The window of a habit, in days: eight weeks.
const HABIT_DAYS: i64 = 56;
/// The window of the present rhythm, in days: four weeks.
const RHYTHM_DAYS: i64 = 28;

/// How the runner usually runs. Yesterday is the last day that counts.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Habit {
    /// Days with a run in a week, over the last four or as many as the log holds.
    pub days_a_week: f64,
    /// Days with a run in the last six.
    pub days_lately: usize,
    /// Whether at least half of the last four weeks held a run on today's weekday.
    pub runs_on_this_weekday: bool,
    /// The usual minutes of an easy run.
    pub easy_minutes: Option<f64>,
    /// The usual minutes of a long run.
    pub long_minutes: Option<f64>,
    /// Whether today is the weekday of most long runs, and none was run in the last five days.
    pub is_long_day: bool,
    /// What is usually trained hard on today's weekday.
    pub hard_purpose: Option<Purpose>,
}

impl Habit {
    /// The habit up to the day before.
    pub fn of(case: &Case<'_>) -> Self {
        let yesterday = add_days(case.on, -1);
        let since = |days: i64| case.runs_between(add_days(case.on, -days), yesterday);
        let weekday = case.on.weekday();
        let (recent, habit) = (since(RHYTHM_DAYS), since(HABIT_DAYS));
        Self {
            days_a_week: days_a_week(case),
            days_lately: run_days(case, add_days(case.on, -6), yesterday).len(),
            runs_on_this_weekday: weeks_with(recent, weekday) >= 2,
            easy_minutes: usual_minutes(recent, is_plain)
                .or_else(|| usual_minutes(habit, is_plain)),
            long_minutes: usual_minutes(habit, is_long),
            is_long_day: usual_weekday(habit, is_long) == Some(weekday)
                && !since(5).iter().any(is_long),
            hard_purpose: usual_hard_purpose(recent, weekday),
        }
    }
}

fn days_a_week(case: &Case<'_>) -> f64 {
    let known = history_days(case).map_or(RHYTHM_DAYS, |days| (days - 1).clamp(7, RHYTHM_DAYS));
    let days = run_days(case, add_days(case.on, -known), add_days(case.on, -1)).len();
    7.0 * days as f64 / known as f64
}

fn weeks_with(runs: &[NamedRun], weekday: Weekday) -> usize {
    let mut days: Vec<_> =
        runs.iter().map(NamedRun::date).filter(|day| day.weekday() == weekday).collect();
    days.dedup();
    days.len()
}

fn usual_minutes(runs: &[NamedRun], counts: fn(&NamedRun) -> bool) -> Option<f64> {
    let times = runs.iter().filter(|run| counts(run)).filter_map(NamedRun::time);
    let minutes: Vec<f64> = times.map(Seconds::minutes).collect();
    median(&minutes)
}

/// The weekday of most such runs, if there were two or more on it; the later in the week of equals.
fn usual_weekday(runs: &[NamedRun], counts: fn(&NamedRun) -> bool) -> Option<Weekday> {
    let on = |weekday: Weekday| {
        runs.iter().filter(|run| counts(run) && run.date().weekday() == weekday).count()
    };
    Weekday::Monday
        .cycle_forward()
        .take(7)
        .max_by_key(|weekday| on(*weekday))
        .filter(|best| on(*best) >= 2)
}

/// What was trained hard on this weekday in at least two of the last four weeks; the latest counts.
fn usual_hard_purpose(runs: &[NamedRun], weekday: Weekday) -> Option<Purpose> {
    let hard: Vec<Purpose> = runs
        .iter()
        .filter(|run| run.date().weekday() == weekday && is_hard(run))
        .map(NamedRun::purpose)
        .filter(|purpose| *purpose != Purpose::Race)
        .collect();
    (hard.len() >= 2).then(|| hard.last().copied()).flatten()
}

fn is_long(run: &NamedRun) -> bool {
    run.purpose() == Purpose::Long
}

fn is_plain(run: &NamedRun) -> bool {
    matches!(run.purpose(), Purpose::Easy | Purpose::Steady | Purpose::Strides)
}
