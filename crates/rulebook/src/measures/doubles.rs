//! Days with two runs or more. A warm-up or a cool-down that was recorded as a file of its own is
//! no second run.

use super::structure::is_hard;
use crate::case::Case;
use training::{Date, NamedRun, Purpose};

/// Runs that begin within so many hours of the end of the one before belong to it.
const HOURS_APART: f64 = 2.0;

/// A day with more than one run.
#[derive(Debug, Clone, PartialEq)]
pub struct Double<'a> {
    /// The day.
    pub date: Date,
    /// The run that the day was for: the hard one, else the longest.
    pub main: &'a NamedRun,
    /// The others.
    pub extra: Vec<&'a NamedRun>,
}

/// The days with two runs or more, hours apart, from one day to another. Oldest first.
pub fn doubles<'a>(case: &Case<'a>, first: Date, last: Date) -> Vec<Double<'a>> {
    let runs = case.runs_between(first, last);
    runs.chunk_by(|one, other| one.date() == other.date()).filter_map(double).collect()
}

fn double(day: &[NamedRun]) -> Option<Double<'_>> {
    let mut outings: Vec<&NamedRun> = Vec::new();
    let mut ended = f64::NEG_INFINITY;
    for run in day.iter().filter(|run| run.purpose() != Purpose::Walk) {
        let starts = run.start.utc.as_second() as f64;
        let is_apart = starts - ended >= 3600.0 * HOURS_APART;
        ended = starts + run.elapsed.0;
        match outings.last_mut() {
            Some(last) if !is_apart => *last = weightier(last, run),
            _ => outings.push(run),
        }
    }
    let main = outings.iter().copied().reduce(weightier)?;
    let extra: Vec<_> = outings.into_iter().filter(|run| run.id != main.id).collect();
    (!extra.is_empty()).then(|| Double { date: main.date(), main, extra })
}

/// The run that the day, or the outing, was for.
fn weightier<'a>(one: &'a NamedRun, other: &'a NamedRun) -> &'a NamedRun {
    let weight = |run: &NamedRun| (is_hard(run), run.moving);
    if weight(other) > weight(one) { other } else { one }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::examples::example;

    /// The minutes of the main run and of the others on each day with several.
    fn check(days: &str, expected: &[(f64, &[f64])]) {
        let example = example(&format!("1 week:\n{days}"));
        let week = example.last_week();
        let case = example.case();
        let found: Vec<(f64, Vec<f64>)> = doubles(&case, week.start, week.end())
            .iter()
            .map(|day| {
                let extra = day.extra.iter().map(|run| run.moving.minutes()).collect();
                (day.main.moving.minutes(), extra)
            })
            .collect();
        let expected: Vec<(f64, Vec<f64>)> =
            expected.iter().map(|(main, extra)| (*main, extra.to_vec())).collect();
        assert_eq!(found, expected, "{days}");
    }

    #[test]
    fn the_longer_run_of_the_day_is_the_main_one() {
        check("Tue easy 30min\nTue easy 60min (at 18:00)", &[(60.0, &[30.0])]);
    }

    #[test]
    fn a_hard_run_is_the_main_one_however_short() {
        check("Tue tempo 25min @3:58\nTue easy 40min (at 18:00)", &[(25.0, &[40.0])]);
    }

    #[test]
    fn a_warm_up_in_a_file_of_its_own_is_no_second_run() {
        check("Tue easy 15min\nTue tempo 25min @3:58 (at 7:20)\nTue easy 10min (at 7:50)", &[]);
    }
}
