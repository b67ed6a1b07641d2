//! How far one heartbeat carries on easy runs: metres on the flat for each beat, in even running, with
//! the heart rate of a cool day. It rises with fitness, and also falls with fatigue, heat that nobody
//! recorded, or a strap that slips: it describes, over months rather than days.

use super::{
    easy_effort::easy_windows,
    intensity::cooled,
    statistics::{mean, median, standard_deviation},
};
use crate::case::Case;
use training::{
    EvenWindow, NamedRun,
    calendar::{add_days, days_between},
};

/// The days whose runs are compared, and how long before them the others end.
const DAYS: i64 = 56;
const YEAR: i64 = 364;
/// Fewer runs on a side tell nothing.
const FEWEST: usize = 6;

/// Metres for each heartbeat in the even easy running of a run; `None` where there is none, or no
/// heart rate.
pub fn metres_a_beat(run: &NamedRun) -> Option<f64> {
    let of =
        |window: &EvenWindow| 60.0 * window.gap_speed.0 / cooled(window.hr, window.temperature).0;
    mean(&easy_windows(run).iter().map(of).filter(|it| it.is_finite()).collect::<Vec<_>>())
}

/// The middle of some runs, and how many told; `None` where none did.
pub fn middle(runs: &[NamedRun]) -> Option<(f64, usize)> {
    let told: Vec<f64> = runs.iter().filter_map(metres_a_beat).collect();
    median(&told).map(|middle| (middle, told.len()))
}

/// The last eight weeks beside eight weeks before.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Change {
    /// Metres a beat in the last eight weeks, in the mean.
    pub now: f64,
    /// Metres a beat in the eight weeks that they are compared with.
    pub before: f64,
    /// One standard error of the difference.
    pub se: f64,
    /// Whether these are the weeks of a year before; else those just before.
    pub is_a_year: bool,
}

impl Change {
    /// Whether the difference is more than chance easily makes: two standard errors.
    pub fn is_told(&self) -> bool {
        (self.now - self.before).abs() > 2.0 * self.se
    }
}

/// How easy running changed: against the same weeks a year before where they tell, else against the
/// eight weeks just before; `None` with fewer than six runs that tell on either side.
pub fn change(case: &Case<'_>) -> Option<Change> {
    let now = told(case, 0)?;
    let (before, is_a_year) = match told(case, YEAR) {
        Some(before) => (before, true),
        None => (told(case, DAYS)?, false),
    };
    let mean_and_error = |values: &[f64]| {
        Some((mean(values)?, standard_deviation(values)? / (values.len() as f64).sqrt()))
    };
    let ((now, now_se), (before, before_se)) = (mean_and_error(&now)?, mean_and_error(&before)?);
    Some(Change { now, before, se: now_se.hypot(before_se), is_a_year })
}

/// What the runs of eight weeks tell that end so many days before the day judged.
fn told(case: &Case<'_>, back: i64) -> Option<Vec<f64>> {
    let last = add_days(case.on, -back);
    let reaches = days_between(case.first_run_day()?, last) >= DAYS - 7;
    let runs = case.runs_between(add_days(last, 1 - DAYS), last);
    let told: Vec<f64> = runs.iter().filter_map(metres_a_beat).collect();
    (reaches && told.len() >= FEWEST).then_some(told)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::examples::example;

    #[test]
    fn three_metres_a_second_at_140_are_a_metre_and_a_quarter_a_beat() {
        let example = example("1 week:\nTue easy 45min @5:33 (heart rate 140)");
        let found = metres_a_beat(&example.runs[0]).unwrap();
        assert!((found - 60.0 * (1000.0 / 333.0) / 140.0).abs() < 1e-9, "{found}");
    }

    #[test]
    fn the_same_pace_at_fewer_beats_carries_farther() {
        let example = example(
            "8 weeks:\nMon easy 45min @5:30 (heart rate 145)\nThu easy 45min @5:30 (heart rate \
             147)\n8 weeks:\nMon easy 45min @5:30 (heart rate 139)\nThu easy 45min @5:30 (heart rate \
             141)",
        );
        let change = change(&example.case()).unwrap();
        assert!(change.now > change.before && change.is_told() && !change.is_a_year);
    }

    #[test]
    fn without_heart_rate_or_easy_running_nothing_is_told() {
        assert_eq!(metres_a_beat(&example("1 week:\nTue easy 45min").runs[0]), None);
        assert_eq!(change(&example("4 weeks:\nTue easy 45min (heart rate 140)").case()), None);
    }
}
