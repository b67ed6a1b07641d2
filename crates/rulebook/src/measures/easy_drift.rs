//! Easy runs that are run too fast: how many of them are, and whether their pace has crept up while
//! fitness stood still.

use super::{
    grey::{MOST, Moderate, moderate},
    innocence::acquittal,
    intensity::{Proof, running_speed},
    statistics::mean,
    structure::is_structured,
};
use crate::case::Case;
use training::{NamedRun, Purpose, calendar::add_days};

/// The days looked at, and the days before them that they are compared with.
const RECENT_DAYS: i64 = 28;
const BEFORE_DAYS: i64 = 56;
/// Easy runs it takes on each side to compare them.
const FEWEST: usize = 6;
/// Fitness stands still when critical speed moved by no more than this share.
const FLAT: f64 = 0.02;

/// The easy days of 28 days: runs without structure that were mostly easy and that nothing excuses,
/// each with how much of it lay between the thresholds.
pub fn easy_days(case: &Case<'_>) -> Vec<Moderate> {
    case.recent_runs(RECENT_DAYS)
        .iter()
        .filter(|run| is_easy_day(run) && acquittal(case, run).is_none())
        .filter_map(|run| moderate(run, Proof::Clear))
        .filter(|moderate| moderate.share <= MOST)
        .collect()
}

/// How easy pace moved.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Drift {
    /// How much faster easy runs are than in the eight weeks before, against critical speed: 0.03
    /// is 3 % faster.
    pub rise: f64,
    /// How fast they are now, as a share of the first threshold.
    pub of_threshold: f64,
}

/// How easy pace moved over 28 days against the 56 before; `None` with fewer than six easy runs on
/// either side, or when fitness moved too.
pub fn drift(case: &Case<'_>) -> Option<Drift> {
    let turn = add_days(case.on, -RECENT_DAYS);
    let recent = pace_of(case.runs_between(add_days(turn, 1), case.on))?;
    let before = pace_of(case.runs_between(add_days(turn, 1 - BEFORE_DAYS), turn))?;
    let is_flat = (recent.critical / before.critical - 1.0).abs() <= FLAT;
    is_flat.then(|| Drift {
        rise: recent.of_critical / before.of_critical - 1.0,
        of_threshold: recent.of_threshold,
    })
}

struct Pace {
    critical: f64,
    of_critical: f64,
    of_threshold: f64,
}

/// The mean pace of the easy runs among some runs.
fn pace_of(runs: &[NamedRun]) -> Option<Pace> {
    let paces: Vec<Pace> = runs.iter().filter(|run| is_easy_day(run)).filter_map(pace).collect();
    let mean_of = |of: fn(&Pace) -> f64| mean(&paces.iter().map(of).collect::<Vec<_>>());
    if paces.len() < FEWEST {
        return None;
    }
    Some(Pace {
        critical: mean_of(|pace| pace.critical)?,
        of_critical: mean_of(|pace| pace.of_critical)?,
        of_threshold: mean_of(|pace| pace.of_threshold)?,
    })
}

fn pace(run: &NamedRun) -> Option<Pace> {
    let speed = running_speed(run)?.0;
    let critical = run.thresholds.critical_speed?.value.0;
    let threshold = run.thresholds.lt1_speed?.value.0;
    Some(Pace { critical, of_critical: speed / critical, of_threshold: speed / threshold })
}

/// Whether a run was an easy day's: running that is neither long nor a session. A few quick minutes
/// may give a run another name and yet make no session of it.
fn is_easy_day(run: &NamedRun) -> bool {
    !matches!(run.purpose(), Purpose::Long | Purpose::Walk) && !is_structured(run)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::examples::example;

    #[test]
    fn easy_pace_that_rises_at_the_same_fitness_is_a_drift() {
        let example = example(
            "8 weeks:\nMon easy 45min @5:30\nThu easy 45min @5:30\n4 weeks:\nMon easy 45min \
             @5:15\nThu easy 45min @5:15",
        );
        let drift = drift(&example.case()).unwrap();
        assert!((drift.rise - (330.0 / 315.0 - 1.0)).abs() < 1e-9);
    }

    #[test]
    fn faster_by_being_fitter_is_none() {
        let example = example(
            "8 weeks:\nMon easy 45min @5:30 (critical speed 4:15)\nThu easy 45min @5:30 (critical \
             speed 4:15)\n4 weeks:\nMon easy 45min @5:15\nThu easy 45min @5:15",
        );
        assert_eq!(drift(&example.case()), None);
    }

    #[test]
    fn a_short_log_has_nothing_to_compare() {
        let example = example("6 weeks:\nMon easy 45min");
        assert_eq!(drift(&example.case()), None);
    }
}
