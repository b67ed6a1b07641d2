//! The spans of a run as the runner would tell them: warm-up, reps and rests, cool-down, or easy and
//! steady running with its stops. They cover the run from the first to the last second.

use crate::edges::{Edge, exact};
use crate::effort::Track;
use crate::measured::{Measured, Stretch};
use crate::work::Work;
use std::ops::Range;
use training::{Purpose, SegmentKind};

/// A span with its kind, in whole seconds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Span {
    /// What it is within the run.
    pub kind: SegmentKind,
    /// First second.
    pub from: usize,
    /// The second after the last.
    pub to: usize,
}

impl Span {
    fn new(kind: SegmentKind, range: Range<usize>) -> Self {
        Self { kind, from: range.start, to: range.end }
    }

    fn seconds(&self) -> usize {
        self.to - self.from
    }
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
const PACE_SECONDS_MIN: usize = 180;

/// The spans of a run whose purpose is named; `lt1` is the first threshold as a fraction of critical
/// speed.
pub(crate) fn spans(
    measured: &Measured,
    stretches: &[Stretch],
    work: &Work,
    run_purpose: Purpose,
    lt1: f64,
) -> Vec<Span> {
    let seconds = measured.track.seconds;
    let bouts = bouts(measured, work, run_purpose);
    if bouts.is_empty() && matches!(run_purpose, Purpose::Race | Purpose::Tempo) {
        return vec![Span::new(SegmentKind::Work, 0..seconds)];
    }
    let mut telling = Telling { track: measured.track, stretches, lt1, spans: Vec::new() };
    let mut at = 0;
    for bout in &bouts {
        let gap = bout.from - at;
        let before = match at {
            0 => edge_kind(SegmentKind::WarmUp, gap, run_purpose),
            _ => between_kind(work, gap),
        };
        telling.fill(before, at..bout.from);
        telling.spans.push(*bout);
        at = bout.to;
    }
    let after = match at {
        0 => SegmentKind::Easy,
        _ => edge_kind(SegmentKind::CoolDown, seconds - at, run_purpose),
    };
    telling.fill(after, at..seconds);
    telling.spans
}

/// Around the work of a long run or strides, easy running is the run itself.
fn edge_kind(kind: SegmentKind, seconds: usize, run_purpose: Purpose) -> SegmentKind {
    let itself = matches!(run_purpose, Purpose::Long | Purpose::Strides | Purpose::Easy);
    if itself || seconds > WARM_UP_SECONDS_MAX { SegmentKind::Easy } else { kind }
}

fn between_kind(work: &Work, seconds: usize) -> SegmentKind {
    let rest = matches!(work, Work::RunWalk(_)) || seconds <= REST_SECONDS_MAX;
    if rest { SegmentKind::Rest } else { SegmentKind::Easy }
}

/// The bouts with their kinds and their exact edges.
fn bouts(measured: &Measured, work: &Work, run_purpose: Purpose) -> Vec<Span> {
    let Some(pattern) = work.pattern() else { return Vec::new() };
    let end = measured.track.seconds;
    let mut spans: Vec<Span> = Vec::new();
    let edge = if matches!(work, Work::Hills(_)) { Edge::Turn } else { Edge::Effort };
    for (index, bout) in pattern.bouts.iter().enumerate() {
        let earliest = spans.last().map_or(0, |span| span.to);
        let latest = pattern.bouts.get(index + 1).map_or(end, |next| next.from);
        let from = exact(measured, edge, bout.from, earliest..bout.to);
        let to = exact(measured, edge, bout.to, from + 1..latest).max(from + 1);
        let kind = bout_kind(work, run_purpose, end - to);
        spans.push(Span::new(kind, from..to));
    }
    spans
}

/// A steady run's bout is steady running, and so is a long run's block below tempo effort, unless it
/// is the fast finish.
fn bout_kind(work: &Work, run_purpose: Purpose, seconds_left: usize) -> SegmentKind {
    let gentle = work.pattern().is_some_and(|found| found.work < STEADY_BLOCK_BELOW);
    match (work, run_purpose) {
        (Work::Strides(_), _) => SegmentKind::Stride,
        (Work::RunWalk(_), _) => SegmentKind::Easy,
        (_, Purpose::Steady) => SegmentKind::Steady,
        (_, Purpose::Long) if gentle && seconds_left > FINISH_SECONDS => SegmentKind::Steady,
        _ => SegmentKind::Work,
    }
}

/// A run being told from its first second to its last.
struct Telling<'a> {
    track: &'a Track,
    stretches: &'a [Stretch],
    lt1: f64,
    spans: Vec<Span>,
}

impl Telling<'_> {
    /// Tells what lies between the work: rests as they are, else stops by themselves and the
    /// running between them.
    fn fill(&mut self, kind: SegmentKind, range: Range<usize>) {
        if kind == SegmentKind::Rest {
            self.run_on(kind, range);
            return;
        }
        let mut at = range.start;
        for stop in stops(self.track, range.clone()) {
            self.run_on(kind, at..stop.start);
            at = stop.end;
            self.spans.push(Span::new(SegmentKind::Stop, stop));
        }
        self.run_on(kind, at..range.end);
    }

    /// Tells running of one kind, easy running apart from steady.
    fn run_on(&mut self, kind: SegmentKind, range: Range<usize>) {
        if range.is_empty() {
            return;
        }
        if kind != SegmentKind::Easy {
            self.spans.push(Span::new(kind, range));
            return;
        }
        let mut paces = paces(self.stretches, range, self.lt1);
        settle_short(&mut paces);
        for pace in paces {
            push(&mut self.spans, pace);
        }
    }
}

/// Adds a span, or lengthens the last one when it is of the same kind.
fn push(spans: &mut Vec<Span>, span: Span) {
    match spans.last_mut() {
        Some(last) if last.kind == span.kind && last.to == span.from => last.to = span.to,
        _ => spans.push(span),
    }
}

/// The seconds of a range in which the runner stood for long.
fn stops(track: &Track, range: Range<usize>) -> Vec<Range<usize>> {
    let mut stops = Vec::new();
    let mut at = range.start;
    for alike in track.standing[range].chunk_by(|one, next| one == next) {
        let span = at..at + alike.len();
        at = span.end;
        if alike[0] && span.len() >= STOP_SECONDS_MIN {
            stops.push(span);
        }
    }
    stops
}

/// Easy and steady running within a range, by the first threshold.
fn paces(stretches: &[Stretch], range: Range<usize>, lt1: f64) -> Vec<Span> {
    let mut paces = Vec::new();
    for stretch in stretches {
        let (from, to) = (stretch.from.max(range.start), stretch.to.min(range.end));
        let kind = if stretch.effort >= lt1 { SegmentKind::Steady } else { SegmentKind::Easy };
        if from < to {
            push(&mut paces, Span::new(kind, from..to));
        }
    }
    paces
}

/// Short changes of pace belong to what is around them, the shortest first.
fn settle_short(paces: &mut Vec<Span>) {
    while paces.len() > 1 {
        let shortest = (0..paces.len()).min_by_key(|&index| paces[index].seconds());
        let Some(index) = shortest.filter(|&it| paces[it].seconds() < PACE_SECONDS_MIN) else {
            return;
        };
        let neighbour = if index == 0 { 1 } else { index - 1 };
        paces[index].kind = paces[neighbour].kind;
        let settled = std::mem::take(paces);
        for pace in settled {
            push(paces, pace);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cuts::cuts;
    use crate::measured::tests::{FOUR, track_of};

    /// The spans of a run without work, as (kind, from, to).
    fn told(run: &[(usize, f64, f64, f64)]) -> Vec<(SegmentKind, usize, usize)> {
        let track = track_of(run);
        let measured = Measured::of(&track, FOUR);
        let stretches = measured.stretches(&cuts(&track));
        let spans = spans(&measured, &stretches, &Work::None, Purpose::Easy, 0.82);
        spans.iter().map(|span| (span.kind, span.from, span.to)).collect()
    }

    #[test]
    fn steady_running_within_an_easy_run_is_told_apart() {
        let run = [(600, 2.8, 0.0, 140.0), (400, 3.5, 0.0, 155.0), (600, 2.8, 0.0, 142.0)];
        let (easy, steady) = (SegmentKind::Easy, SegmentKind::Steady);
        assert_eq!(told(&run), [(easy, 0, 600), (steady, 600, 1000), (easy, 1000, 1600)]);
    }

    #[test]
    fn a_minute_above_the_threshold_belongs_to_what_is_around_it() {
        let run = [(600, 2.8, 0.0, 140.0), (60, 3.5, 0.0, 150.0), (600, 2.8, 0.0, 142.0)];
        assert_eq!(told(&run), [(SegmentKind::Easy, 0, 1260)]);
    }

    #[test]
    fn a_red_light_is_a_stop() {
        let run = [(600, 2.8, 0.0, 140.0), (40, 0.0, 0.0, 120.0), (600, 2.8, 0.0, 142.0)];
        let (easy, stop) = (SegmentKind::Easy, SegmentKind::Stop);
        assert_eq!(told(&run), [(easy, 0, 600), (stop, 600, 640), (easy, 640, 1240)]);
    }
}
