//! The moment a bout begins and ends: where speed crosses from one level to the other, or, on
//! hills, where the climb begins and ends.

use crate::effort::Track;
use crate::stretches::mean;

/// How far from a found change its exact moment is sought, in seconds.
const REACH: usize = 15;
/// Seconds on each side of a moment over which the two levels are taken.
const LEVEL_SECONDS: usize = 30;
/// Seconds around the moment that belong to neither level.
const RAMP_SECONDS: usize = 5;
/// Noise of speed from second to second, in m/s.
const SPEED_NOISE: f64 = 0.5;
/// Noise of cadence from second to second, in steps per minute. Legs change their rhythm within a
/// few steps, and no satellite smooths it.
const CADENCE_NOISE: f64 = 8.0;

/// The change begins when the old level is left, not when the new one is reached: this share of the
/// step is held against the old level.
const LEFT_AT: f64 = 0.5;

/// The exact moment near `rough` at which effort steps between two levels, not before `earliest`
/// and not after `latest`.
pub(crate) fn exact(
    track: &Track,
    rhythm: &[f32],
    rough: usize,
    earliest: usize,
    latest: usize,
) -> usize {
    let latest = latest.min(track.seconds);
    let from = rough.saturating_sub(REACH).max(earliest);
    let to = (rough + REACH).min(latest);
    let before = rough.saturating_sub(LEVEL_SECONDS + RAMP_SECONDS).max(earliest)
        ..rough.saturating_sub(RAMP_SECONDS);
    let after = (rough + RAMP_SECONDS)..(rough + LEVEL_SECONDS + RAMP_SECONDS).min(latest);
    if from >= to || before.is_empty() || after.is_empty() {
        return rough;
    }
    let mut gain = vec![0.0; to - from];
    for (series, noise) in [(track.gap.as_slice(), SPEED_NOISE), (rhythm, CADENCE_NOISE)] {
        let levels = mean(&series[before.clone()]).zip(mean(&series[after.clone()]));
        let Some((old, new)) = levels else { continue };
        let left = old + (new - old) * LEFT_AT;
        for (gain, value) in gain.iter_mut().zip(&series[from..to]) {
            let value = f64::from(*value);
            if value.is_finite() {
                *gain += ((value - left).powi(2) - (value - old).powi(2)) / (noise * noise);
            }
        }
    }
    from + highest_sum(&gain)
}

/// How many leading values make the highest sum.
fn highest_sum(gain: &[f64]) -> usize {
    let mut sum = 0.0;
    let mut best = (0.0, 0);
    for (index, value) in gain.iter().enumerate() {
        sum += value;
        if sum > best.0 {
            best = (sum, index + 1);
        }
    }
    best.1
}
