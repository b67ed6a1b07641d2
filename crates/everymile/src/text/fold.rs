//! A run of very many stretches, made readable: short stops vanish into what goes on around them,
//! and what goes on is one stretch. Only for the page; JSON keeps every stretch.

use crate::view::Segment;
use training::SegmentKind;

/// Up to so many stretches a run is shown as it is.
const READABLE: usize = 30;
/// A longer stop keeps its line, in seconds.
const SHORT_STOP: f64 = 180.0;

/// The stretches of a run, few enough to read.
pub fn folded(segments: &[Segment]) -> Vec<Segment> {
    if segments.len() <= READABLE {
        return segments.to_vec();
    }
    let mut folded: Vec<Segment> = Vec::new();
    for segment in segments {
        match folded.last_mut() {
            Some(last) if goes_on(last, segment) => join(last, segment),
            _ => folded.push(segment.clone()),
        }
    }
    folded
}

fn goes_on(last: &Segment, next: &Segment) -> bool {
    let is_short_stop = next.kind == SegmentKind::Stop && seconds(next) <= SHORT_STOP;
    let is_same =
        (last.kind, last.purpose, last.standing) == (next.kind, next.purpose, next.standing);
    is_same || is_short_stop
}

fn join(last: &mut Segment, next: &Segment) {
    let weights = (seconds(last), seconds(next));
    last.speed_mps = mean(last.speed_mps, next.speed_mps, weights);
    last.gap_speed_mps = mean(last.gap_speed_mps, next.gap_speed_mps, weights);
    last.hr_bpm = mean(last.hr_bpm, next.hr_bpm, weights);
    last.distance_m = match (last.distance_m, next.distance_m) {
        (Some(one), Some(other)) => Some(one + other),
        (one, other) => one.or(other),
    };
    last.end_s = next.end_s;
}

fn mean(one: Option<f64>, other: Option<f64>, (first, second): (f64, f64)) -> Option<f64> {
    match (one, other) {
        (Some(one), Some(other)) if first + second > 0.0 => {
            Some((one * first + other * second) / (first + second))
        }
        (one, other) => one.or(other),
    }
}

fn seconds(segment: &Segment) -> f64 {
    segment.end_s - segment.start_s
}
