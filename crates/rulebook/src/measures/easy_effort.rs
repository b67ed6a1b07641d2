//! Whether easy running costs more heartbeats than it did: a line of heart rate over speed, heat
//! and time, fitted to the even easy windows of the two months before, and what is left over in the
//! last two weeks.

use super::{
    intensity::{Proof, WARM, easy_speed_limit},
    statistics::{mean, standard_deviation},
    structure::is_structured,
};
use crate::case::Case;
use training::{EvenWindow, NamedRun, calendar::add_days};

/// The days judged.
const RECENT_DAYS: i64 = 14;
/// The days before them that the line is fitted to.
const BASELINE_DAYS: i64 = 60;
const FEWEST_WINDOWS: usize = 12;
const FEWEST_RUNS: usize = 6;
/// Weight of the newest run in the running mean.
const NEWEST: f64 = 0.3;
/// What heat (beats per degree above 15 °C) and time (beats per minute of running) usually cost:
/// the fit starts there and leaves only for good reason.
const HEAT_PRIOR: f64 = 1.0;
const TIME_PRIOR: f64 = 0.1;
/// How firmly it holds to them: as firmly as this many windows would.
const PRIOR_STRENGTH: f64 = 20.0;

/// What easy running cost lately, beyond what it used to.
#[derive(Debug, Clone, PartialEq)]
pub struct ExtraBeats {
    /// The running mean of the recent runs' extra beats, newest weighted 0.3.
    pub smoothed: f64,
    /// The standard deviation of the runs' extra beats in the baseline.
    pub spread: f64,
    /// The recent runs' extra beats, oldest first.
    pub runs: Vec<f64>,
    /// The warmest recent run, where temperatures are known.
    pub warmest: Option<f64>,
}

/// The extra beats of the last two weeks; `None` without enough even easy windows before, or with
/// fewer than three recent runs that have any.
pub fn extra_beats(case: &Case<'_>) -> Option<ExtraBeats> {
    let turn = add_days(case.on, -RECENT_DAYS);
    let baseline = easy_runs(case.runs_between(add_days(turn, 1 - BASELINE_DAYS), turn));
    let recent = easy_runs(case.runs_between(add_days(turn, 1), case.on));
    let windows: Vec<EvenWindow> = baseline.iter().flatten().copied().collect();
    if windows.len() < FEWEST_WINDOWS || baseline.len() < FEWEST_RUNS || recent.len() < 3 {
        return None;
    }
    let line = Line::fitted(&windows)?;
    let before: Vec<f64> = baseline.iter().filter_map(|run| line.left_over(run)).collect();
    let runs: Vec<f64> = recent.iter().filter_map(|run| line.left_over(run)).collect();
    let degrees = recent.iter().flatten().filter_map(|window| window.temperature);
    Some(ExtraBeats {
        smoothed: smoothed(&runs),
        spread: standard_deviation(&before)?,
        warmest: degrees.map(|degrees| degrees.0).reduce(f64::max),
        runs,
    })
}

/// The running mean of a series that began at nothing.
pub fn smoothed(values: &[f64]) -> f64 {
    values.iter().fold(0.0, |mean, value| mean + NEWEST * (value - mean))
}

/// The even windows of each easy run that has any.
fn easy_runs(runs: &[NamedRun]) -> Vec<Vec<EvenWindow>> {
    runs.iter().map(easy_windows).filter(|windows| !windows.is_empty()).collect()
}

/// The even windows of a run without structure that are slower than the easy limit, where it is known.
pub(super) fn easy_windows(run: &NamedRun) -> Vec<EvenWindow> {
    if is_structured(run) {
        return Vec::new();
    }
    let limit = easy_speed_limit(run, Proof::Clear);
    let is_easy = |window: &&EvenWindow| limit.is_none_or(|limit| window.gap_speed <= limit);
    run.even_windows.iter().filter(is_easy).copied().collect()
}

/// Heart rate as a line of speed, heat and time: HR = at rest + speed + heat + time.
struct Line {
    coefficients: [f64; 4],
}

impl Line {
    /// Least squares, with heat and time held near what they usually cost (ridge regression,
    /// Hoerl & Kennard 1970).
    fn fitted(windows: &[EvenWindow]) -> Option<Self> {
        let mut equations = [[0.0; 5]; 4];
        for window in windows {
            let causes = causes(window);
            for row in 0..4 {
                for column in 0..4 {
                    equations[row][column] += causes[row] * causes[column];
                }
                equations[row][4] += causes[row] * window.hr.0;
            }
        }
        for (row, prior, scale) in [(2, HEAT_PRIOR, 10.0), (3, TIME_PRIOR, 900.0)] {
            equations[row][row] += PRIOR_STRENGTH * scale;
            equations[row][4] += PRIOR_STRENGTH * scale * prior;
        }
        equations[1][1] += 1e-6;
        Some(Self { coefficients: solved(equations)? })
    }

    /// The mean heart rate of some windows beyond the line.
    fn left_over(&self, windows: &[EvenWindow]) -> Option<f64> {
        let beyond = |window: &EvenWindow| -> f64 {
            let expected: f64 = causes(window)
                .iter()
                .zip(self.coefficients)
                .map(|(cause, cost)| cause * cost)
                .sum();
            window.hr.0 - expected
        };
        mean(&windows.iter().map(beyond).collect::<Vec<_>>())
    }
}

fn causes(window: &EvenWindow) -> [f64; 4] {
    let heat = window.temperature.map_or(0.0, |degrees| (degrees.0 - WARM).max(0.0));
    [1.0, window.gap_speed.0, heat, window.at.minutes()]
}

/// Solves four equations by elimination with pivoting; `None` when they are not independent.
fn solved(mut rows: [[f64; 5]; 4]) -> Option<[f64; 4]> {
    for pivot in 0..4 {
        let best = (pivot..4)
            .max_by(|one, other| rows[*one][pivot].abs().total_cmp(&rows[*other][pivot].abs()))?;
        rows.swap(pivot, best);
        let lead = rows[pivot];
        if lead[pivot].abs() < 1e-9 {
            return None;
        }
        for row in (0..4).filter(|row| *row != pivot) {
            let factor = rows[row][pivot] / lead[pivot];
            for column in 0..5 {
                rows[row][column] -= factor * lead[column];
            }
        }
    }
    Some(std::array::from_fn(|row| rows[row][4] / rows[row][row]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use training::{Bpm, Celsius, MetresPerSecond, Seconds};

    #[test]
    fn four_high_runs_add_up_and_one_alone_fades() {
        assert!((smoothed(&[6.0; 4]) - 4.56).abs() < 0.005);
        assert!((smoothed(&[6.0; 3]) - 3.94).abs() < 0.005);
        assert!((smoothed(&[12.0, 0.0]) - 2.52).abs() < 1e-9);
        assert_eq!(smoothed(&[0.0; 3]), 0.0);
    }

    #[test]
    fn the_line_finds_what_speed_and_heat_cost() {
        let windows: Vec<EvenWindow> = (0..40)
            .map(|step| {
                let step = f64::from(step);
                let (speed, degrees) = (2.6 + 0.1 * (step % 5.0), 10.0 + step / 2.0);
                let heat = (degrees - 15.0).max(0.0);
                EvenWindow {
                    at: Seconds(600.0 + 60.0 * (step % 7.0)),
                    gap_speed: MetresPerSecond(speed),
                    hr: Bpm(50.0 + 30.0 * speed + heat + 0.1 * (10.0 + step % 7.0)),
                    cadence: None,
                    temperature: Some(Celsius(degrees)),
                }
            })
            .collect();
        let line = Line::fitted(&windows).unwrap();
        assert!((line.coefficients[1] - 30.0).abs() < 0.1);
        assert!((line.coefficients[2] - 1.0).abs() < 0.01);
        assert!(line.left_over(&windows).unwrap().abs() < 0.01);
    }
}
