//! A span of a run told as a segment: measured, with its purpose and a sentence saying why. Knows
//! the kind of the span and the purpose of the run, and questions neither.

use crate::effort::{Odometer, Track, mean};
use crate::measured::Measured;
use crate::spans::Span;
use crate::witness::by_its_witness;
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
    let Measured { track, .. } = measured;
    let (from, to) = (span.from, span.to);
    let while_running = |series: &[f32]| {
        let seconds = series[from..to].iter().zip(&track.paused[from..to]);
        let running = seconds.filter(|(_, paused)| !**paused).map(|(value, _)| *value);
        mean(&running.collect::<Vec<_>>())
    };
    let speed = while_running(&track.speed).filter(|_| track.speed_known);
    let gap = while_running(&track.gap).filter(|_| track.speed_known && track.altitude_known);
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
        reason: reason(span.kind, effort, measured),
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

fn reason(kind: SegmentKind, effort: f64, measured: &Measured) -> String {
    let said = match kind {
        SegmentKind::WarmUp => "Easy running before the first work",
        SegmentKind::Easy => "Below the first threshold",
        SegmentKind::Steady => "Above the first threshold",
        SegmentKind::Work => "Stands out as work",
        SegmentKind::Rest => "Between two bouts of work",
        SegmentKind::Stride => "A short acceleration",
        SegmentKind::CoolDown => "Easy running after the last work",
        SegmentKind::Stop => return "Standing still.".to_owned(),
    };
    let said = format!("{said}, at {} % of critical speed.", (100.0 * effort).round());
    by_its_witness(&said, &measured.yardstick, measured.track.speed_known)
}
