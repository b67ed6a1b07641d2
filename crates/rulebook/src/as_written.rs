//! A session run exactly as it is written: on flat ground, in cool weather, with a good signal of
//! speed and none of heart rate. For plans, which are judged before they are run, and for examples.

use training::{
    Amount, Effort, LocalStart, Metres, MetresPerSecond, NamedRun, Part, Purpose, RunId, Seconds,
    Segment, SegmentKind, Session, Setting, Signal, Thresholds, Trust,
};

/// The run that a session becomes when it is run as written; `critical` is the runner's critical
/// speed, by which parts without a pace are run.
pub fn as_written(
    id: RunId,
    start: LocalStart,
    session: &Session,
    thresholds: Thresholds,
    critical: MetresPerSecond,
) -> NamedRun {
    let mut segments = Vec::new();
    for (index, part) in session.parts.iter().enumerate() {
        add_part(&mut segments, part, kind_of_edge(session, index), critical);
    }
    let moving = segments.last().map_or(Seconds(0.0), |last: &Segment| last.end);
    NamedRun {
        id,
        start,
        distance: segments.iter().map(|segment| segment.distance).sum(),
        moving,
        elapsed: moving,
        ascent: Some(Metres(0.0)),
        setting: Setting::Outdoor,
        hr: None,
        temperature: None,
        inferred: session.main_purpose(),
        confidence: 0.9,
        reason: "As written.".to_owned(),
        declared: None,
        thresholds,
        speed_variation: Some(0.02),
        even_windows: Vec::new(),
        signal: Signal { speed: Trust::Good, hr: Trust::Missing },
        segments,
        oddities: Vec::new(),
    }
}

fn kind_of_edge(session: &Session, index: usize) -> SegmentKind {
    let is_work = |part: &Part| match part {
        Part::Reps { .. } => true,
        Part::Unbroken { purpose, .. } => purpose.is_hard(),
    };
    if session.parts[index + 1..].iter().any(is_work) {
        SegmentKind::WarmUp
    } else if session.parts[..index].iter().any(is_work) {
        SegmentKind::CoolDown
    } else {
        SegmentKind::Easy
    }
}

fn add_part(
    segments: &mut Vec<Segment>,
    part: &Part,
    edge: SegmentKind,
    critical: MetresPerSecond,
) {
    match part {
        Part::Unbroken { purpose, effort } => {
            let kind = match purpose {
                Purpose::Steady => SegmentKind::Steady,
                purpose if purpose.is_hard() => SegmentKind::Work,
                _ => edge,
            };
            segments.push(segment(segments.last(), kind, (*purpose, effort), critical));
        }
        Part::Reps { purpose, count, work, rest, .. } => {
            let is_stride = *purpose == Purpose::Strides;
            let kind = if is_stride { SegmentKind::Stride } else { SegmentKind::Work };
            for _ in 0..*count {
                segments.push(segment(segments.last(), kind, (*purpose, work), critical));
                segments.push(segment(
                    segments.last(),
                    SegmentKind::Rest,
                    (Purpose::Easy, rest),
                    critical,
                ));
            }
        }
    }
}

fn segment(
    before: Option<&Segment>,
    kind: SegmentKind,
    (purpose, effort): (Purpose, &Effort),
    critical: MetresPerSecond,
) -> Segment {
    let speed = effort.speed.unwrap_or(MetresPerSecond(usual_share(purpose) * critical.0));
    let (distance, time) = match effort.amount {
        Amount::Distance(distance) => (distance, Seconds(distance.0 / speed.0)),
        Amount::Time(time) => (Metres(time.0 * speed.0), time),
    };
    let start = before.map_or(Seconds(0.0), |before| before.end);
    Segment {
        kind,
        purpose,
        start,
        end: start + time,
        distance: Some(distance),
        speed: Some(speed),
        gap_speed: Some(speed),
        hr: None,
        climb: Some(Metres(0.0)),
        reason: "As written.".to_owned(),
    }
}

/// What a purpose is usually run at, as a share of critical speed (our own convention).
pub const fn usual_share(purpose: Purpose) -> f64 {
    match purpose {
        Purpose::Walk => 0.35,
        Purpose::Recovery => 0.68,
        Purpose::Easy | Purpose::Long => 0.72,
        Purpose::Steady | Purpose::Progression | Purpose::Fartlek => 0.90,
        Purpose::Tempo => 0.96,
        Purpose::Hills | Purpose::Race => 1.0,
        Purpose::Intervals => 1.05,
        Purpose::Strides => 1.2,
    }
}
