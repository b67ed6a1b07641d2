//! Days with hard running, and the hours between them. Two hard runs on one day are one hard day.

use super::structure::{is_hard, is_hard_or_long};
use crate::case::Case;
use training::{Date, NamedRun};

/// A day with hard running.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct HardDay<'a> {
    /// The day.
    pub date: Date,
    /// Its first hard run.
    pub first: &'a NamedRun,
    /// Its last hard run, often the same.
    pub last: &'a NamedRun,
}

/// What counts as hard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counting {
    /// Hard runs with structure, and races.
    HardRuns,
    /// Those, and long runs.
    HardAndLongRuns,
}

impl HardDay<'_> {
    /// Hours from the start of this day's last hard run to the start of a later day's first.
    pub fn hours_to(&self, later: &Self) -> f64 {
        (later.first.start.utc.as_second() - self.last.start.utc.as_second()) as f64 / 3600.0
    }
}

/// The hard days from one day to another, both included, none after the day judged. Oldest first.
pub fn hard_days<'a>(
    case: &Case<'a>,
    first: Date,
    last: Date,
    counting: Counting,
) -> Vec<HardDay<'a>> {
    let mut days: Vec<HardDay<'a>> = Vec::new();
    for run in case.runs_between(first, last).iter().filter(|run| counts(run, counting)) {
        match days.last_mut().filter(|day| day.date == run.date()) {
            Some(day) => day.last = run,
            None => days.push(HardDay { date: run.date(), first: run, last: run }),
        }
    }
    days
}

fn counts(run: &NamedRun, counting: Counting) -> bool {
    match counting {
        Counting::HardRuns => is_hard(run),
        Counting::HardAndLongRuns => is_hard_or_long(run),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::examples::example;

    fn check(week: &str, counting: Counting, expected: &[f64]) {
        let example = example(&format!("1 week:\n{week}"));
        let week = example.last_week();
        let days = hard_days(&example.case(), week.start, week.end(), counting);
        let hours: Vec<f64> = days.windows(2).map(|pair| pair[0].hours_to(&pair[1])).collect();
        assert_eq!(hours, expected, "{week:?}");
    }

    #[test]
    fn two_hard_runs_on_one_day_are_one_hard_day() {
        check(
            "Tue tempo 20min @3:55\nTue 6x(400m / 1min jog)\nThu tempo 20min @3:55",
            Counting::HardRuns,
            &[48.0],
        );
    }

    #[test]
    fn two_races_on_one_weekend_are_a_day_apart() {
        check("Sat race 5km @3:50\nSun race 10km @3:58", Counting::HardRuns, &[24.0]);
    }

    #[test]
    fn long_runs_count_where_they_are_asked_for() {
        let week = "Fri tempo 20min @3:55\nSat long 18km";
        check(week, Counting::HardRuns, &[]);
        check(week, Counting::HardAndLongRuns, &[24.0]);
    }
}
