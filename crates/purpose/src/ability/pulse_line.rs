//! How a runner's heart rate answers to speed: a straight line through the even windows of ordinary
//! running, held by what is common to runners where their own runs say little.

use super::evidence::{Evidence, Known};
use training::RunId;

/// Where the line meets no speed, as a share of heart-rate maximum, and its standard error between
/// runners: `%HRmax = 37 + 0.64 · %VO2max` (Swain et al. 1994).
const AT_REST: (f64, f64) = (0.37, 0.08);
/// Heart rate of the same runner at the same speed differs so much from day to day, in bpm.
const DAILY_SE: f64 = 5.0;
/// Heart rate creeps up in even running by so many bpm a minute (science.md section 8.2).
const DRIFT_PER_MINUTE: f64 = 0.1;
/// After so many minutes drift is no longer small.
const MINUTES_MAX: f64 = 75.0;

/// HR = `rest` + `slope` · speed, with the variances of a least-squares line.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct PulseLine {
    rest: f64,
    slope: f64,
    variance: [f64; 3],
    from: Vec<RunId>,
}

impl PulseLine {
    /// The line of these runs; `None` when fewer than three have even windows.
    pub fn of(runs: &[Evidence<'_>], hr_max: &Known) -> Option<Self> {
        let days: Vec<(f64, f64, &RunId)> = runs.iter().filter_map(usual_point).collect();
        if days.len() < 3 {
            return None;
        }
        let at_rest = (0.0, AT_REST.0 * hr_max.value, (AT_REST.1 * hr_max.value).powi(-2));
        let points =
            days.iter().map(|(speed, hr, _)| (*speed, *hr, DAILY_SE.powi(-2))).chain([at_rest]);
        let mut sums = [0.0; 5];
        for (speed, hr, weight) in points {
            let terms = [1.0, speed, speed * speed, hr, hr * speed];
            sums.iter_mut().zip(terms).for_each(|(sum, term)| *sum += weight * term);
        }
        let [w, wx, wxx, wy, wxy] = sums;
        let determinant = w * wxx - wx * wx;
        let slope = (w * wxy - wx * wy) / determinant;
        (slope > 0.0).then(|| Self {
            rest: (wxx * wy - wx * wxy) / determinant,
            slope,
            variance: [wxx / determinant, -wx / determinant, w / determinant],
            from: days.iter().map(|(_, _, id)| (*id).clone()).collect(),
        })
    }

    /// The speed at a heart rate that is itself known with a standard error.
    pub fn speed_at(&self, hr: f64, hr_se: f64) -> Known {
        let speed = (hr - self.rest) / self.slope;
        let se = (self.hr_variance(speed) + hr_se * hr_se).sqrt() / self.slope;
        Known::derived(speed, se, self.from.clone())
    }

    /// The heart rate at a speed that is itself known with a standard error.
    pub fn hr_at(&self, speed: f64, speed_se: f64) -> Known {
        let se = (self.hr_variance(speed) + (self.slope * speed_se).powi(2)).sqrt();
        Known::derived(self.rest + self.slope * speed, se, self.from.clone())
    }

    fn hr_variance(&self, speed: f64) -> f64 {
        let [rest, both, slope] = self.variance;
        rest + 2.0 * both * speed + slope * speed * speed
    }
}

/// A run's mean speed and heart rate over its even windows, drift taken out.
fn usual_point<'a>(run: &Evidence<'a>) -> Option<(f64, f64, &'a RunId)> {
    let early = run.trace().even_windows.iter().filter(|window| window.at.minutes() <= MINUTES_MAX);
    let (mut count, mut speed, mut hr) = (0.0, 0.0, 0.0);
    for window in early {
        count += 1.0;
        speed += window.gap_speed.0;
        hr += window.hr.0 - DRIFT_PER_MINUTE * (window.at.minutes() - 10.0);
    }
    (count > 0.0).then(|| (speed / count, hr / count, run.id()))
}
