//! By what effort is measured: the runner's critical speed and heart-rate thresholds where they
//! are known, and the run's own fastest minutes where they are not.

use crate::effort::{Track, heading_for};
use training::{Capacity, Thresholds};

/// What counts as an effort of one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Yardstick {
    /// Critical speed in m/s, or the run's own fastest three minutes.
    pub critical_speed: f64,
    /// Whether critical speed is known from the runner's history.
    pub known: bool,
    /// Heart rate in bpm at the first and the second threshold.
    pub heart: Option<(f64, f64)>,
}

/// First threshold as a fraction of critical speed (Muniz-Pumares et al. 2025).
pub(crate) const LT1: f64 = 0.823;
/// Above the second threshold the heart nears its ceiling and tells no more, as a fraction of
/// critical speed.
const DEMAND_MAX: f64 = 1.08;

impl Yardstick {
    /// From what is known of the runner, else from the run itself.
    pub fn of(track: &Track, capacity: &Capacity) -> Self {
        let known = capacity.thresholds.critical_speed.map(|speed| speed.value.0);
        let heart = heart(&capacity.thresholds).or_else(|| own_thresholds(track));
        Self {
            critical_speed: known.unwrap_or_else(|| fastest_minutes(track, 180)).max(0.5),
            known: known.is_some(),
            heart,
        }
    }

    /// What the heart is heading for, second by second, as a fraction of critical speed: heart rate
    /// with its lag undone, read on the line through the two thresholds. All missing when the
    /// thresholds are not known.
    pub fn demand(&self, track: &Track) -> Vec<f32> {
        let Some((lt1, lt2)) = self.heart else { return vec![f32::NAN; track.seconds] };
        let demand = |rate: f32| {
            let demand = 1.0 + (f64::from(rate) - lt2) / (lt2 - lt1) * (1.0 - LT1);
            // `min` would turn a missing value into the ceiling.
            if demand > DEMAND_MAX { DEMAND_MAX as f32 } else { demand as f32 }
        };
        heading_for(&track.hr).into_iter().map(demand).collect()
    }
}

fn heart(thresholds: &Thresholds) -> Option<(f64, f64)> {
    let lt1 = thresholds.lt1_hr?.value.0;
    let lt2 = thresholds.lt2_hr?.value.0;
    (lt2 - lt1 > 3.0).then_some((lt1, lt2))
}

/// Without known thresholds, the run's own highest heart rate stands for the second one.
fn own_thresholds(track: &Track) -> Option<(f64, f64)> {
    let mut known: Vec<f32> = track.hr.iter().copied().filter(|hr| hr.is_finite()).collect();
    if known.len() < 300 {
        return None;
    }
    let place = known.len() * 97 / 100;
    let high = f64::from(*known.select_nth_unstable_by(place, f32::total_cmp).1);
    Some((0.92 * high, high))
}

/// Mean flat-equivalent speed of the fastest `window` seconds of the run, in m/s.
fn fastest_minutes(track: &Track, window: usize) -> f64 {
    let window = window.min(track.seconds.max(1));
    let mut sum = 0.0;
    let mut best: f64 = 0.0;
    for (second, gap) in track.gap.iter().enumerate() {
        sum += f64::from(if gap.is_finite() { *gap } else { 0.0 });
        if second >= window {
            let gone = track.gap[second - window];
            sum -= f64::from(if gone.is_finite() { gone } else { 0.0 });
        }
        if second + 1 >= window {
            best = best.max(sum / window as f64);
        }
    }
    best
}
