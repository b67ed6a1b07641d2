//! A span of a run told as a segment: measured, with its purpose and a sentence saying why. Knows
//! the kind of the span and the purpose of the run, and questions neither.

use crate::by_its_witness;
use crate::effort::{Odometer, Track, mean};
use crate::measured::Measured;
use crate::spans::Span;
use crate::work::WALKING_SPEED;
use training::{Bpm, Metres, MetresPerSecond, Purpose, Seconds, Segment, SegmentKind};

/// Walking is no harder than this, as a fraction of critical speed: on a steep climb slow is hard.
const WALKING_EFFORT_MAX: f64 = 0.7;

/// Measures a span and says what it was for.
pub(crate) fn segment(
    measured: &Measured,
    odometer: &Odometer,
    span: &Span,
    run_purpose: Purpose,
) -> Segment {
    let Measured { track, yardstick, .. } = measured;
    let (from, to) = (span.from, span.to);
    let moving: Vec<usize> = (from..to).filter(|&second| !track.paused[second]).collect();
    let while_moving =
        |series: &[f32]| mean(&moving.iter().map(|&second| series[second]).collect::<Vec<_>>());
    let speed = while_moving(&track.speed).filter(|_| track.speed_known);
    let gap = while_moving(&track.gap).filter(|_| track.speed_known && track.altitude_known);
    let effort = measured.stretch(from..to).effort;
    Segment {
        kind: span.kind,
        purpose: purpose_of(span.kind, run_purpose, speed, effort),
        start: Seconds(from as f64),
        end: Seconds(to as f64),
        distance: odometer.covered(&(from..to)),
        speed: speed.map(MetresPerSecond),
        gap_speed: gap.map(MetresPerSecond),
        hr: mean(&track.hr[from..to]).map(Bpm),
        climb: track.altitude_known.then(|| climb(track, from, to)),
        reason: match span.kind {
            SegmentKind::Stop => "Standing still.".to_owned(),
            kind => by_its_witness(reason(kind, effort, yardstick.known), track.speed_known),
        },
    }
}

/// Metres climbed less metres descended, as the believed grade has it.
fn climb(track: &Track, from: usize, to: usize) -> Metres {
    let rises = (from..to).map(|second| f64::from(track.grade[second] * track.speed[second]));
    Metres(rises.filter(|rise| rise.is_finite()).sum())
}

fn purpose_of(kind: SegmentKind, run: Purpose, speed: Option<f64>, effort: f64) -> Purpose {
    let walking = speed.is_some_and(|speed| speed < WALKING_SPEED) && effort < WALKING_EFFORT_MAX;
    match kind {
        SegmentKind::Stride => Purpose::Strides,
        SegmentKind::WarmUp | SegmentKind::CoolDown | SegmentKind::Rest => Purpose::Easy,
        SegmentKind::Work if run == Purpose::Long => Purpose::Tempo,
        SegmentKind::Steady if run == Purpose::Easy => Purpose::Steady,
        SegmentKind::Easy | SegmentKind::Stop if walking && run != Purpose::Long => Purpose::Walk,
        SegmentKind::Easy | SegmentKind::Stop if run == Purpose::Strides => Purpose::Easy,
        _ => run,
    }
}

fn reason(kind: SegmentKind, effort: f64, known: bool) -> String {
    let level = if known {
        format!("{} % of critical speed", (100.0 * effort).round())
    } else {
        format!("{} % of the run's own fastest minutes", (100.0 * effort).round())
    };
    match kind {
        SegmentKind::WarmUp => format!("Easy running before the first work, at {level}."),
        SegmentKind::Easy => format!("Below the first threshold, at {level}."),
        SegmentKind::Steady => format!("Above the first threshold, at {level}."),
        SegmentKind::Work => format!("Stands out as work, at {level}."),
        SegmentKind::Rest => format!("Between two bouts of work, at {level}."),
        SegmentKind::Stride => format!("A short acceleration, at {level}."),
        SegmentKind::CoolDown => format!("Easy running after the last work, at {level}."),
        SegmentKind::Stop => "Standing still.".to_owned(),
    }
}
