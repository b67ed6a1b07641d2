//! What a recording is whose file does not say: decided by its speed, and said.

use super::place::great_circle;
use crate::recording::{Kind, Recording};
use training::{OddityKind, Sample, Sport};

/// Slower than this, most people walk.
const RUN_MIN: f64 = 1.8;
/// Faster than this for most of the way, most people are on wheels.
const RUN_MAX: f64 = 6.0;
/// Slower than this is standing.
const MOVING_MIN: f64 = 0.5;

/// Decides the kind of a recording that does not say it.
pub(super) fn decide(recording: &mut Recording) {
    if recording.kind != Kind::Unsaid {
        return;
    }
    let speed = median_speed(recording);
    let (kind, word) = match speed {
        Some(speed) if speed < RUN_MIN => (Kind::Other(Sport::Walking), "walking"),
        Some(speed) if speed > RUN_MAX => (Kind::Other(Sport::Cycling), "cycling"),
        Some(_) => (Kind::Run, "running"),
        None => (Kind::Other(Sport::Other), "other training"),
    };
    recording.kind = kind;
    let why = speed.map_or_else(
        || "there is no speed".to_owned(),
        |speed| format!("half of the way was faster than {speed:.1} m/s"),
    );
    let message = format!("the file does not name the sport; taken as {word}, because {why}");
    recording.note(OddityKind::SportGuessed, message);
    if recording.called.is_empty() {
        word.clone_into(&mut recording.called);
    }
}

/// The median speed while moving, or the mean one where only totals are known.
fn median_speed(recording: &Recording) -> Option<f64> {
    let samples = &recording.samples;
    let mut speeds: Vec<f64> = samples
        .windows(2)
        .filter_map(|pair| speed_between(&pair[0], &pair[1]))
        .filter(|&speed| speed > MOVING_MIN)
        .collect();
    if speeds.is_empty() {
        let claimed = recording.claimed;
        return Some(claimed.distance?.over(claimed.moving?)?.0);
    }
    let middle = speeds.len() / 2;
    Some(*speeds.select_nth_unstable_by(middle, f64::total_cmp).1)
}

fn speed_between(from: &Sample, to: &Sample) -> Option<f64> {
    if let Some(speed) = to.speed {
        return Some(speed.0);
    }
    let metres = match (from.distance, to.distance) {
        (Some(from), Some(to)) => to.0 - from.0,
        _ => great_circle(from.position?, to.position?),
    };
    Some(metres / (to.at - from.at).0)
}
