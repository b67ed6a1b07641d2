//! How fast the runner usually runs easily: the middle of the easy runs of the weeks before.
//! Recovery runs are left out, so that running them slowly never asks for slower ones still.

use super::{intensity::running_speed, statistics::median, structure::is_structured};
use crate::case::Case;
use training::{Date, MetresPerSecond, NamedRun, Purpose, calendar::add_days};

/// The days before that are looked at.
const DAYS: i64 = 56;
/// Easy runs it takes to call their middle usual.
const FEWEST: usize = 4;

/// The usual easy speed, on the flat, in the eight weeks before a day; `None` with fewer than four
/// easy runs whose speed can be believed.
pub fn usual_easy_speed(case: &Case<'_>, before: Date) -> Option<MetresPerSecond> {
    let speeds: Vec<f64> = case
        .runs_between(add_days(before, -DAYS), add_days(before, -1))
        .iter()
        .filter(|run| is_base_run(run))
        .filter_map(|run| Some(running_speed(run)?.0))
        .collect();
    if speeds.len() < FEWEST { None } else { median(&speeds).map(MetresPerSecond) }
}

/// Whether a run is plain easy running: neither short for recovery nor long, and without structure.
pub fn is_base_run(run: &NamedRun) -> bool {
    run.purpose() == Purpose::Easy && !is_structured(run)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::examples::example;
    use training::Seconds;

    #[test]
    fn slow_recovery_runs_do_not_change_what_is_usual() {
        let example = example(
            "2 weeks:\nMon easy 45min @6:00\nTue recovery 30min @8:00\nThu easy 45min @6:00",
        );
        let case = example.case();
        let usual = usual_easy_speed(&case, case.on).unwrap();
        assert!((usual.seconds_per_km().unwrap() - 360.0).abs() < 0.01);
    }

    #[test]
    fn three_easy_runs_are_too_few() {
        let example = example("1 week:\nMon easy 45min\nWed easy 45min\nFri easy 45min");
        assert_eq!(usual_easy_speed(&example.case(), example.case().on), None);
    }

    #[test]
    fn a_run_without_a_believable_speed_does_not_count() {
        let mut example = example("4 weeks:\nMon easy 45min");
        example.runs[0].segments[0].end = Seconds(0.0);
        example.runs[0].segments[0].start = Seconds(0.0);
        let case = example.case();
        assert_eq!(usual_easy_speed(&case, case.on), None);
    }
}
