//! The runner's own cadence at each speed: a line through the even windows of two months. It knows
//! no cadence of other people.

use super::statistics::mean;
use crate::case::Case;
use training::{EvenWindow, NamedRun, calendar::add_days};

/// The days before a run that the line is fitted to.
const BASELINE_DAYS: i64 = 60;
/// Fewer windows or runs than these are no habit.
const FEWEST_WINDOWS: usize = 12;
const FEWEST_RUNS: usize = 6;
/// Beyond the speeds it was fitted to by more than this share, the line is not asked.
const BEYOND: f64 = 0.03;
/// Speeds that spread less than this (m/s) tell nothing of how cadence rises with speed.
const SAME: f64 = 0.05;

/// A run's cadence beside the runner's own at the same speeds, in steps a minute.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Cadence {
    /// What it was.
    pub was: f64,
    /// What it usually is.
    pub usual: f64,
}

impl Cadence {
    /// How much higher it was, as a share; negative is lower.
    pub fn deviation(self) -> f64 {
        self.was / self.usual - 1.0
    }
}

/// A run's cadence and the usual one; `None` without enough even windows before, or where the run
/// has none at speeds that were run before.
pub fn cadence(case: &Case<'_>, run: &NamedRun) -> Option<Cadence> {
    let day = run.date();
    let runs = case.runs_between(add_days(day, -BASELINE_DAYS), add_days(day, -1));
    let before: Vec<Vec<(f64, f64)>> =
        runs.iter().map(points).filter(|points| !points.is_empty()).collect();
    let points_before: Vec<(f64, f64)> = before.iter().flatten().copied().collect();
    if before.len() < FEWEST_RUNS || points_before.len() < FEWEST_WINDOWS {
        return None;
    }
    let slowest = points_before.iter().map(|point| point.0).fold(f64::INFINITY, f64::min);
    let fastest = points_before.iter().map(|point| point.0).fold(0.0, f64::max);
    let known = slowest * (1.0 - BEYOND)..=fastest * (1.0 + BEYOND);
    let own: Vec<(f64, f64)> =
        points(run).into_iter().filter(|(speed, _)| known.contains(speed)).collect();
    let line = line(&points_before)?;
    let usual: Vec<f64> = own.iter().map(|(speed, _)| line.0 + line.1 * speed).collect();
    let was: Vec<f64> = own.iter().map(|(_, steps)| *steps).collect();
    Some(Cadence { was: mean(&was)?, usual: mean(&usual)? })
}

/// Speed and cadence of the even windows of a run.
fn points(run: &NamedRun) -> Vec<(f64, f64)> {
    let point = |window: &EvenWindow| Some((window.gap_speed.0, window.cadence?.0));
    run.even_windows.iter().filter_map(point).collect()
}

/// Cadence = a + b · speed by least squares; level where all speeds are alike.
fn line(points: &[(f64, f64)]) -> Option<(f64, f64)> {
    let speed = mean(&points.iter().map(|point| point.0).collect::<Vec<_>>())?;
    let steps = mean(&points.iter().map(|point| point.1).collect::<Vec<_>>())?;
    let squares: f64 = points.iter().map(|point| (point.0 - speed).powi(2)).sum();
    if squares < SAME.powi(2) * points.len() as f64 {
        return Some((steps, 0.0));
    }
    let products: f64 = points.iter().map(|point| (point.0 - speed) * (point.1 - steps)).sum();
    let slope = products / squares;
    Some((steps - slope * speed, slope))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cadence_rises_with_speed() {
        let (at_rest, slope) = line(&[(2.5, 160.0), (3.0, 168.0), (3.5, 176.0)]).unwrap();
        assert!((slope - 16.0).abs() < 1e-9);
        assert!((at_rest - 120.0).abs() < 1e-9);
    }

    #[test]
    fn one_speed_tells_one_cadence() {
        assert_eq!(line(&[(3.0, 168.0), (3.0, 172.0)]), Some((170.0, 0.0)));
    }
}
