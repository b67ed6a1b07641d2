//! The moment a bout begins and ends: where speed and rhythm cross from one level to the other.
//! Knows no hill and no purpose.

use crate::effort::mean;
use crate::measured::Measured;
use std::ops::Range;

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

/// The exact moment near `rough` at which effort steps between two levels, inside `within`; `rough`
/// itself where there is no room to tell.
pub(crate) fn exact(measured: &Measured, rough: usize, within: Range<usize>) -> usize {
    let earliest = within.start;
    let latest = within.end.min(measured.track.seconds);
    let search = rough.saturating_sub(REACH).max(earliest)..(rough + REACH).min(latest);
    let before = rough.saturating_sub(LEVEL_SECONDS + RAMP_SECONDS).max(earliest)
        ..rough.saturating_sub(RAMP_SECONDS);
    let after = (rough + RAMP_SECONDS)..(rough + LEVEL_SECONDS + RAMP_SECONDS).min(latest);
    if search.is_empty() || before.is_empty() || after.is_empty() {
        return rough;
    }
    let mut gains = vec![0.0; search.len()];
    let channels = [(&measured.track.gap, SPEED_NOISE), (&measured.rhythm, CADENCE_NOISE)];
    for (series, noise) in channels {
        let levels = mean(&series[before.clone()]).zip(mean(&series[after.clone()]));
        let Some((old, new)) = levels else { continue };
        for (gain, value) in gains.iter_mut().zip(&series[search.clone()]) {
            *gain += gain_of_staying(f64::from(*value), old, new) / (noise * noise);
        }
    }
    search.start + highest_sum(&gains)
}

/// How much better a value fits the old level than the point at which that level is left, in
/// squared units of the series; nothing where the value is missing.
fn gain_of_staying(value: f64, old: f64, new: f64) -> f64 {
    if !value.is_finite() {
        return 0.0;
    }
    let left = old + (new - old) * LEFT_AT;
    (value - left).powi(2) - (value - old).powi(2)
}

/// How many leading values make the highest sum.
fn highest_sum(values: &[f64]) -> usize {
    let mut sum = 0.0;
    let mut best = (0.0, 0);
    for (index, value) in values.iter().enumerate() {
        sum += value;
        if sum > best.0 {
            best = (sum, index + 1);
        }
    }
    best.1
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measured::tests::{FOUR, track_of};

    fn edge(rough: usize, stretches: &[(usize, f64, f64, f64)]) -> usize {
        let track = track_of(stretches);
        exact(&Measured::of(&track, FOUR), rough, 0..track.seconds)
    }

    #[test]
    fn a_step_up_is_found_to_the_second() {
        assert_eq!(edge(92, &[(100, 2.5, 0.0, 140.0), (100, 4.0, 0.0, 170.0)]), 100);
    }

    #[test]
    fn a_step_down_is_found_to_the_second() {
        assert_eq!(edge(107, &[(100, 4.0, 0.0, 170.0), (100, 2.5, 0.0, 140.0)]), 100);
    }

    #[test]
    fn without_room_before_it_a_moment_stays_where_it_is() {
        assert_eq!(edge(4, &[(10, 2.5, 0.0, 140.0), (100, 4.0, 0.0, 170.0)]), 4);
    }
}
