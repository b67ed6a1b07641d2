//! The stretches of a run as the runner would tell them: warm-up, reps and rests, cool-down, or easy
//! and steady running with its stops. They cover the run from the first to the last second.

use crate::edges::exact;
use crate::effort::Track;
use crate::stretches::{Stretch, mean, measure, rhythm};
use crate::work::{WALKING_SPEED, Work};
use crate::yardstick::Yardstick;
use training::{Bpm, Metres, MetresPerSecond, Purpose, Seconds, Segment, SegmentKind};

/// A span with its kind, in whole seconds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Span {
    pub kind: SegmentKind,
    pub from: usize,
    pub to: usize,
}

/// Standing this long outside of work is a stop of its own, in seconds.
const STOP_SECONDS_MIN: usize = 15;
/// Between bouts farther apart than this there is easy running, not rest, in seconds.
const REST_SECONDS_MAX: usize = 900;
/// Easy running before the first work is a warm-up up to this long, in seconds.
const WARM_UP_SECONDS_MAX: usize = 2400;
/// A long run's block below this fraction of critical speed is steady running.
const STEADY_BLOCK_BELOW: f64 = 0.92;
/// … unless it ends the run: then it is the fast finish, with at most this much after it.
const FINISH_SECONDS: usize = 600;
/// Easy and steady running are told apart over at least this long, in seconds.
const PACE_SECONDS_MIN: f64 = 180.0;

/// The spans of a run.
pub(crate) fn spans(
    track: &Track,
    stretches: &[Stretch],
    work: &Work,
    run_purpose: Purpose,
    lt1: f64,
) -> Vec<Span> {
    let mut bouts = work_spans(track, work);
    for bout in &mut bouts {
        bout.kind = work_kind(bout.kind, work, run_purpose, track.seconds - bout.to);
    }
    if bouts.is_empty() && matches!(run_purpose, Purpose::Race | Purpose::Tempo) {
        return vec![Span { kind: SegmentKind::Work, from: 0, to: track.seconds }];
    }
    let mut spans = Vec::new();
    let mut at = 0;
    for (index, bout) in bouts.iter().enumerate() {
        let before = if index == 0 {
            easy_kind(SegmentKind::WarmUp, bout.from, run_purpose)
        } else if matches!(work, Work::RunWalk(_)) || bout.from - at <= REST_SECONDS_MAX {
            SegmentKind::Rest
        } else {
            SegmentKind::Easy
        };
        fill(&mut spans, track, stretches, before, at..bout.from, lt1);
        spans.push(*bout);
        at = bout.to;
    }
    let after = match bouts.len() {
        0 => SegmentKind::Easy,
        _ => easy_kind(SegmentKind::CoolDown, track.seconds - at, run_purpose),
    };
    fill(&mut spans, track, stretches, after, at..track.seconds, lt1);
    spans
}

/// A steady run's bout is steady running, and so is a long run's block below tempo effort.
fn work_kind(kind: SegmentKind, work: &Work, run_purpose: Purpose, left: usize) -> SegmentKind {
    let gentle = work.pattern().is_some_and(|found| found.work < STEADY_BLOCK_BELOW);
    match (kind, run_purpose) {
        (SegmentKind::Work, Purpose::Steady) => SegmentKind::Steady,
        (SegmentKind::Work, Purpose::Long) if gentle && left > FINISH_SECONDS => {
            SegmentKind::Steady
        }
        _ => kind,
    }
}

/// Around the work of a long run or strides, easy running is the run itself.
fn easy_kind(kind: SegmentKind, seconds: usize, run_purpose: Purpose) -> SegmentKind {
    let itself = matches!(run_purpose, Purpose::Long | Purpose::Strides | Purpose::Easy);
    if itself || seconds > WARM_UP_SECONDS_MAX { SegmentKind::Easy } else { kind }
}

/// The bouts with their exact edges.
fn work_spans(track: &Track, work: &Work) -> Vec<Span> {
    let Some(pattern) = work.pattern() else { return Vec::new() };
    let kind = match work {
        Work::Strides(_) => SegmentKind::Stride,
        Work::RunWalk(_) => SegmentKind::Easy,
        _ => SegmentKind::Work,
    };
    if matches!(work, Work::Hills(_)) {
        return pattern.bouts.iter().map(|b| Span { kind, from: b.from, to: b.to }).collect();
    }
    let rhythm = rhythm(track);
    let mut spans: Vec<Span> = Vec::new();
    for (index, bout) in pattern.bouts.iter().enumerate() {
        let earliest = spans.last().map_or(0, |span| span.to);
        let latest = pattern.bouts.get(index + 1).map_or(track.seconds, |next| next.from);
        let from = exact(track, &rhythm, bout.from, earliest, bout.to);
        let to = exact(track, &rhythm, bout.to, from + 1, latest).max(from + 1);
        spans.push(Span { kind, from, to });
    }
    spans
}

/// Fills what lies between the work: stops by themselves, the rest as `kind`, easy running told
/// apart from steady.
fn fill(
    spans: &mut Vec<Span>,
    track: &Track,
    stretches: &[Stretch],
    kind: SegmentKind,
    range: std::ops::Range<usize>,
    lt1: f64,
) {
    if range.is_empty() {
        return;
    }
    if kind == SegmentKind::Rest {
        spans.push(Span { kind, from: range.start, to: range.end });
        return;
    }
    let mut at = range.start;
    for stop in stops(track, range.clone()) {
        run_on(spans, stretches, kind, at..stop.start, lt1);
        spans.push(Span { kind: SegmentKind::Stop, from: stop.start, to: stop.end });
        at = stop.end;
    }
    run_on(spans, stretches, kind, at..range.end, lt1);
}

fn stops(track: &Track, range: std::ops::Range<usize>) -> Vec<std::ops::Range<usize>> {
    let mut stops: Vec<std::ops::Range<usize>> = Vec::new();
    for second in range {
        if !track.standing[second] {
            continue;
        }
        match stops.last_mut() {
            Some(stop) if stop.end == second => stop.end = second + 1,
            _ => stops.push(second..second + 1),
        }
    }
    stops.retain(|stop| stop.len() >= STOP_SECONDS_MIN);
    stops
}

fn run_on(
    spans: &mut Vec<Span>,
    stretches: &[Stretch],
    kind: SegmentKind,
    range: std::ops::Range<usize>,
    lt1: f64,
) {
    if range.is_empty() {
        return;
    }
    if kind != SegmentKind::Easy {
        spans.push(Span { kind, from: range.start, to: range.end });
        return;
    }
    let mut parts = paces(stretches, range, lt1);
    settle_short(&mut parts);
    for part in parts {
        match spans.last_mut() {
            Some(last) if last.kind == part.kind && last.to == part.from => last.to = part.to,
            _ => spans.push(part),
        }
    }
}

fn paces(stretches: &[Stretch], range: std::ops::Range<usize>, lt1: f64) -> Vec<Span> {
    let mut parts: Vec<Span> = Vec::new();
    for stretch in stretches {
        let (from, to) = (stretch.from.max(range.start), stretch.to.min(range.end));
        if from >= to {
            continue;
        }
        let kind = if stretch.effort >= lt1 { SegmentKind::Steady } else { SegmentKind::Easy };
        match parts.last_mut() {
            Some(last) if last.kind == kind => last.to = to,
            _ => parts.push(Span { kind, from, to }),
        }
    }
    parts
}

/// Short changes of pace belong to what is around them.
fn settle_short(parts: &mut Vec<Span>) {
    loop {
        let shortest = (0..parts.len()).min_by_key(|&index| parts[index].to - parts[index].from);
        let Some(index) = shortest else { return };
        if parts.len() == 1 || (parts[index].to - parts[index].from) as f64 >= PACE_SECONDS_MIN {
            return;
        }
        let short = parts.remove(index);
        let into = if index == 0 { 0 } else { index - 1 };
        parts[into].from = parts[into].from.min(short.from);
        parts[into].to = parts[into].to.max(short.to);
        if index > 0 && index < parts.len() && parts[index].kind == parts[index - 1].kind {
            parts[index - 1].to = parts[index].to;
            parts.remove(index);
        }
    }
}

/// Measures a span and says what it was for.
pub(crate) fn segment(
    track: &Track,
    yardstick: &Yardstick,
    demand: &[f32],
    span: Span,
    run_purpose: Purpose,
) -> Segment {
    let (from, to) = (span.from, span.to);
    let moving: Vec<usize> = (from..to).filter(|&second| !track.paused[second]).collect();
    let over = |series: &[f32]| -> Option<f64> {
        mean(&moving.iter().map(|&second| series[second]).collect::<Vec<_>>())
    };
    let speed = over(&track.speed).filter(|_| track.speed_known);
    let gap = over(&track.gap).filter(|_| track.speed_known && track.altitude_known);
    let effort = measure(track, demand, yardstick, from, to).effort;
    let climb = track.altitude_known.then(|| {
        let rise = |second: usize| f64::from(track.grade[second] * track.speed[second]);
        Metres((from..to).map(rise).filter(|rise| rise.is_finite()).sum())
    });
    Segment {
        kind: span.kind,
        purpose: purpose_of(span.kind, run_purpose, speed, effort),
        start: Seconds(from as f64),
        end: Seconds(to as f64),
        distance: speed.map(|speed| Metres(speed * moving.len() as f64)),
        speed: speed.map(MetresPerSecond),
        gap_speed: gap.map(MetresPerSecond),
        hr: mean(&track.hr[from..to]).map(Bpm),
        climb,
        reason: reason(span.kind, effort, yardstick.known),
    }
}

fn purpose_of(kind: SegmentKind, run: Purpose, speed: Option<f64>, effort: f64) -> Purpose {
    let walking = speed.is_some_and(|speed| speed < WALKING_SPEED) && effort < 0.7;
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
