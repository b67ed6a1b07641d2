//! The moment a bout begins and ends: where speed, rhythm and climbing cross from one level to the
//! other. Knows no bout and no purpose.

use crate::effort::mean;
use crate::measured::{DOUBTFUL_GRADE, Measured, steepness};
use std::ops::Range;

/// What changes at an edge.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Edge {
    /// The effort.
    Effort,
    /// The way: at the foot of a hill rep it turns up, at the top down again.
    Turn,
}

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
/// Noise of the metres climbed from second to second.
const CLIMBING_NOISE: f64 = 0.1;
/// The change begins when the old level is left, not when the new one is reached: this share of the
/// step is held against the old level.
const LEFT_AT: f64 = 0.5;
/// A way has turned when it is nearer to the new one.
const TURNED_AT: f64 = 1.0;

/// The exact moment near `rough` at which effort or the way steps between two levels, inside
/// `within`; `rough` itself where there is no room to tell.
pub(crate) fn exact(measured: &Measured, edge: Edge, rough: usize, within: Range<usize>) -> usize {
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
    for channel in channels(measured, edge, before.start..after.end) {
        let Some(old) = channel.level(measured, before.clone()) else { continue };
        let Some(new) = channel.level(measured, after.clone()) else { continue };
        for (gain, value) in gains.iter_mut().zip(&channel.series[search.clone()]) {
            *gain += channel.gain_of_staying(f64::from(*value), old, new);
        }
    }
    search.start + highest_sum(&gains)
}

/// Something that tells of a change, second by second.
struct Channel<'a> {
    series: &'a [f32],
    /// Its noise from second to second.
    noise: f64,
    /// The share of a step at which the old level counts as left.
    left_at: f64,
}

/// What is asked around a moment. The steeper the ground, the less speed tells and the more the
/// climbing.
fn channels<'a>(measured: &'a Measured, edge: Edge, around: Range<usize>) -> [Channel<'a>; 3] {
    let Measured { track, rhythm, .. } = measured;
    let doubt = (steepness(&track.grade[around]) / DOUBTFUL_GRADE).powi(2);
    let speed_noise = SPEED_NOISE * (1.0 + doubt).sqrt();
    let turned_at = if edge == Edge::Turn { TURNED_AT } else { LEFT_AT };
    [
        Channel { series: &track.gap, noise: speed_noise, left_at: LEFT_AT },
        Channel { series: rhythm, noise: CADENCE_NOISE, left_at: LEFT_AT },
        Channel { series: &track.climbing, noise: CLIMBING_NOISE, left_at: turned_at },
    ]
}

impl Channel<'_> {
    /// The mean over a span, without the seconds of standing unless it is mostly standing: a gate on
    /// the way is no level of running.
    fn level(&self, measured: &Measured, span: Range<usize>) -> Option<f64> {
        let standing = &measured.track.standing[span.clone()];
        let mostly = 2 * standing.iter().filter(|it| **it).count() > standing.len();
        let alike = self.series[span].iter().zip(standing).filter(|(_, it)| mostly || !**it);
        mean(&alike.map(|(value, _)| *value).collect::<Vec<_>>())
    }

    /// How much better a value fits the old level than the point at which that level is left, in
    /// squared noise; nothing where the value is missing.
    fn gain_of_staying(&self, value: f64, old: f64, new: f64) -> f64 {
        if !value.is_finite() {
            return 0.0;
        }
        let left = old + (new - old) * self.left_at;
        ((value - left).powi(2) - (value - old).powi(2)) / self.noise.powi(2)
    }
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
        exact(&Measured::of(&track, FOUR), Edge::Effort, rough, 0..track.seconds)
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
    fn on_a_steep_walk_the_climbing_tells_the_second() {
        let up = [(60, 0.9, 0.0, 120.0), (120, 1.0, 0.28, 125.0)];
        assert!(edge(72, &up).abs_diff(60) <= 3, "{}", edge(72, &up));
    }

    #[test]
    fn a_hill_rep_ends_where_the_way_turns_down() {
        let track = track_of(&[(120, 1.0, 0.24, 160.0), (120, 1.3, -0.24, 150.0)]);
        let measured = Measured::of(&track, FOUR);
        let top = exact(&measured, Edge::Turn, 112, 0..track.seconds);
        assert!(top.abs_diff(120) <= 3, "{top}");
    }

    #[test]
    fn a_gate_just_before_a_bout_is_no_level_of_running() {
        let gate = [(60, 2.5, 0.0, 140.0), (8, 0.0, 0.0, 130.0), (22, 2.5, 0.0, 140.0)];
        let bout = (100, 4.0, 0.0, 170.0);
        assert_eq!(edge(86, &[gate[0], gate[1], gate[2], bout]), 90);
    }

    #[test]
    fn without_room_before_it_a_moment_stays_where_it_is() {
        assert_eq!(edge(4, &[(10, 2.5, 0.0, 140.0), (100, 4.0, 0.0, 170.0)]), 4);
    }
}
