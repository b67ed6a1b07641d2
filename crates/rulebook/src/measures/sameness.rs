//! Whether every run is run at the same effort: the spread of the runs' usual speeds, as shares of
//! critical speed.

use super::{
    intensity::{effort_speed, is_running},
    statistics::{median, quantile},
};
use crate::case::Case;
use training::NamedRun;

/// A spread of the runs' speeds this wide, as a share of critical speed, is no sameness at all.
const WIDE: f64 = 0.25;

/// How alike the runs were.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sameness {
    /// 1 all the same, 0 as varied as can be: 1 − min(1, (P90 − P10)/0.25).
    pub index: f64,
    /// The middle of the runs' speeds, as a share of critical speed.
    pub middle: f64,
    /// How many runs it rests on.
    pub runs: usize,
}

/// How alike the runs of the last `days` days were; `None` without a run whose speed and critical
/// speed are known.
pub fn sameness(case: &Case<'_>, days: i64) -> Option<Sameness> {
    of_shares(&case.recent_runs(days).iter().filter_map(usual_share).collect::<Vec<_>>())
}

/// How alike some runs' speeds are, given as shares of critical speed.
pub fn of_shares(shares: &[f64]) -> Option<Sameness> {
    let spread = quantile(shares, 0.9)? - quantile(shares, 0.1)?;
    let index = 1.0 - (spread / WIDE).min(1.0);
    Some(Sameness { index, middle: median(shares)?, runs: shares.len() })
}

/// The speed at which half of a run's running time was slower, as a share of critical speed.
fn usual_share(run: &NamedRun) -> Option<f64> {
    let critical = run.thresholds.critical_speed?.value.0;
    let mut speeds: Vec<(f64, f64)> = run
        .segments
        .iter()
        .filter(|segment| is_running(segment))
        .filter_map(|segment| Some((effort_speed(run, segment)?.0, segment.duration().0)))
        .collect();
    speeds.sort_by(|one, other| one.0.total_cmp(&other.0));
    let half = speeds.iter().map(|(_, seconds)| seconds).sum::<f64>() / 2.0;
    let mut passed = 0.0;
    let middle = speeds.into_iter().find(|(_, seconds)| {
        passed += seconds;
        passed >= half
    });
    middle.map(|(speed, _)| speed / critical)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(shares: &[f64], expected: f64) {
        assert!((of_shares(shares).unwrap().index - expected).abs() < 1e-9);
    }

    #[test]
    fn a_narrow_spread_is_sameness() {
        // Nine even steps whose 10th and 90th percentile lie 0.03 apart.
        let shares: Vec<f64> = (0..11).map(|step| 0.885 + 0.00375 * f64::from(step)).collect();
        check(&shares, 0.88);
    }

    #[test]
    fn a_wide_spread_is_none() {
        let shares: Vec<f64> = (0..11).map(|step| 0.66875 + 0.03125 * f64::from(step)).collect();
        check(&shares, 0.0);
    }
}
