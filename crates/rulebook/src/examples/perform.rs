//! What a run is like of which only the session is known: run exactly as written, on flat ground, in
//! cool weather, with a good signal of speed and none of heart rate.

use super::at_seven;
use training::{
    Ability, Amount, Basis, Bpm, Date, Effort, Estimate, Metres, MetresPerSecond, NamedRun, Part,
    Purpose, RunId, Seconds, Segment, SegmentKind, Session, Setting, Signal, Trust,
};

/// Critical speed of the runner in examples: 4:00/km.
pub(super) const CRITICAL_SPEED: MetresPerSecond = MetresPerSecond(1000.0 / 240.0);

/// What is known of a runner with this critical speed; nothing without one.
pub(super) fn ability(critical_speed: Option<MetresPerSecond>, on: Date) -> Ability {
    let Some(speed) = critical_speed else { return Ability::default() };
    let known = |value: f64, se: f64| {
        Some(Estimate {
            value: MetresPerSecond(value),
            se: MetresPerSecond(se),
            as_of: on,
            from: Vec::new(),
            basis: Basis::Observed,
        })
    };
    let beats = |value: f64, se: f64| {
        Some(Estimate {
            value: Bpm(value),
            se: Bpm(se),
            as_of: on,
            from: Vec::new(),
            basis: Basis::Observed,
        })
    };
    Ability {
        critical_speed: known(speed.0, 0.05),
        lt1_speed: known(0.823 * speed.0, 0.1),
        lt1_hr: beats(150.0, 4.0),
        lt2_hr: beats(168.0, 4.0),
        hr_max: beats(185.0, 3.0),
        ..Ability::default()
    }
}

/// Runs a session.
pub(super) fn perform(
    date: Date,
    number: usize,
    session: &Session,
    critical_speed: Option<MetresPerSecond>,
) -> NamedRun {
    let mut segments = Vec::new();
    for (index, part) in session.parts.iter().enumerate() {
        add_part(&mut segments, part, kind_of_edge(session, index));
    }
    let moving = segments.last().map_or(Seconds(0.0), |last: &Segment| last.end);
    NamedRun {
        id: RunId(format!("run-{number}")),
        start: at_seven(date),
        distance: segments.iter().map(|segment| segment.distance).sum(),
        moving,
        elapsed: moving,
        ascent: Some(Metres(0.0)),
        setting: Setting::Outdoor,
        hr: None,
        temperature: None,
        inferred: main_purpose(session),
        confidence: 0.9,
        reason: "As written.".to_owned(),
        declared: None,
        thresholds: ability(critical_speed, date).thresholds(),
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

fn add_part(segments: &mut Vec<Segment>, part: &Part, edge: SegmentKind) {
    match part {
        Part::Unbroken { purpose, effort } => {
            let kind = match purpose {
                Purpose::Steady => SegmentKind::Steady,
                purpose if purpose.is_hard() => SegmentKind::Work,
                _ => edge,
            };
            segments.push(segment(segments.last(), kind, *purpose, effort));
        }
        Part::Reps { purpose, count, work, rest, .. } => {
            let is_stride = *purpose == Purpose::Strides;
            let kind = if is_stride { SegmentKind::Stride } else { SegmentKind::Work };
            for _ in 0..*count {
                segments.push(segment(segments.last(), kind, *purpose, work));
                segments.push(segment(segments.last(), SegmentKind::Rest, Purpose::Easy, rest));
            }
        }
    }
}

fn segment(
    before: Option<&Segment>,
    kind: SegmentKind,
    purpose: Purpose,
    effort: &Effort,
) -> Segment {
    let speed = effort.speed.unwrap_or(MetresPerSecond(usual_share(purpose) * CRITICAL_SPEED.0));
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

fn usual_share(purpose: Purpose) -> f64 {
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

fn main_purpose(session: &Session) -> Purpose {
    let purposes = session.parts.iter().map(Part::purpose);
    purposes.max_by_key(|purpose| (purpose.is_hard(), *purpose != Purpose::Easy)).unwrap()
}
