//! Messages into recordings: which records, laps and pauses belong to which session, and what to
//! make of a sequence whose session was never written.

use super::{
    calendar,
    messages::{LapMessage, Messages, SessionMessage},
    sports,
};
use crate::recording::{Kind, Recording};
use training::{Bpm, Lap, OddityKind, Pause, Sample, Seconds};

/// The activities of one sequence, in order.
pub(super) fn recordings(mut messages: Messages) -> Vec<Recording> {
    calendar::settle(&mut messages);
    fill_hr_from_beats(&mut messages.records, &messages.beats);
    messages.steps.sort_by_key(|(index, _)| *index);
    if messages.sessions.is_empty() {
        return session_lost(&mut messages).into_iter().collect();
    }
    let mut sessions = std::mem::take(&mut messages.sessions);
    sessions.sort_by(|a, b| begin(a).total_cmp(&begin(b)));
    let bounds = bounds(&sessions);
    let legs = sessions.iter().zip(bounds);
    legs.map(|(session, bounds)| leg(&mut messages, session, bounds)).collect()
}

/// When a session began; sessions that do not tell come first.
fn begin(session: &SessionMessage) -> f64 {
    session.start.or(session.end).map_or(f64::NEG_INFINITY, |time| time.0)
}

/// The span of clock time that belongs to each session: from its start to the next one's. The
/// first and the last are open, because a watch may sample before and after.
fn bounds(sessions: &[SessionMessage]) -> Vec<(f64, f64)> {
    (0..sessions.len())
        .map(|i| {
            let from = if i == 0 { f64::NEG_INFINITY } else { begin(&sessions[i]) };
            (from, sessions.get(i + 1).map_or(f64::INFINITY, begin))
        })
        .collect()
}

fn leg(messages: &mut Messages, session: &SessionMessage, (from, to): (f64, f64)) -> Recording {
    let is_inside = |time: Seconds| from <= time.0 && time.0 < to;
    let samples = if (from, to) == (f64::NEG_INFINITY, f64::INFINITY) {
        std::mem::take(&mut messages.records)
    } else {
        messages.records.iter().filter(|record| is_inside(record.at)).copied().collect()
    };
    let laps = messages.laps.iter().filter(|lap| is_inside(lap.start));
    let mut recording = Recording {
        samples: from_zero(samples),
        laps: laps.map(|lap| claim(lap, messages)).collect(),
        start: session.start,
        claimed: session.totals,
        kind: sports::kind(session.sport, session.sub_sport),
        setting: sports::setting(session.sub_sport),
        called: sports::called(session.sport, session.sub_sport),
        ..common(messages)
    };
    if recording.kind == Kind::Unsaid
        && let Some(name) = &session.name
    {
        recording.kind = crate::recording::kind_of_word(name);
        recording.called.clone_from(name);
    }
    recording.pauses = pauses(&messages.timer, is_inside);
    recording
}

/// The records of a later leg go on counting where the former one stopped.
fn from_zero(mut samples: Vec<Sample>) -> Vec<Sample> {
    let first = samples.iter().find_map(|sample| sample.distance).map_or(0.0, |first| first.0);
    let is_continued = first > 100.0;
    for distance in samples.iter_mut().filter_map(|sample| sample.distance.as_mut()) {
        distance.0 -= if is_continued { first } else { 0.0 };
    }
    samples
}

/// What every leg of a sequence shares.
fn common(messages: &Messages) -> Recording {
    Recording {
        steps: messages.steps.iter().map(|(_, step)| step.clone()).collect(),
        device: messages.device.clone(),
        offset_seconds: calendar::offset_seconds(messages),
        ..Recording::default()
    }
}

/// A sequence without a session: the watch died before writing one. The records are the run.
fn session_lost(messages: &mut Messages) -> Option<Recording> {
    const ACTIVITY: u32 = 4;
    let is_activity = messages.file_type.is_none_or(|file_type| file_type == ACTIVITY);
    if messages.records.is_empty() || !is_activity {
        return None;
    }
    let (sport, sub_sport) = messages.sport.unwrap_or((0, 0));
    let mut recording = Recording {
        samples: std::mem::take(&mut messages.records),
        laps: messages.laps.iter().map(|lap| claim(lap, messages)).collect(),
        kind: sports::kind(sport, sub_sport),
        setting: sports::setting(sub_sport),
        called: sports::called(sport, sub_sport),
        pauses: pauses(&messages.timer, |_| true),
        ..common(messages)
    };
    recording.note(
        OddityKind::DamagedFile,
        "the file ends without a summary: its samples were taken as they are",
    );
    Some(recording)
}

fn claim(lap: &LapMessage, messages: &Messages) -> Lap {
    let step = lap.step.and_then(|index| messages.steps.iter().position(|(i, _)| *i == index));
    Lap { start: lap.start, end: lap.end, distance: lap.distance, intensity: lap.intensity, step }
}

/// The spans between a stop of the timer and the next start.
fn pauses(timer: &[(Seconds, bool)], is_inside: impl Fn(Seconds) -> bool) -> Vec<Pause> {
    let mut pauses = Vec::new();
    let mut stopped: Option<Seconds> = None;
    for &(time, is_start) in timer.iter().filter(|(time, _)| is_inside(*time)) {
        match stopped {
            Some(start) if is_start => {
                pauses.push(Pause { start, end: time });
                stopped = None;
            }
            None if !is_start => stopped = Some(time),
            _ => {}
        }
    }
    pauses
}

/// Heart rate from the times between beats, where the record itself holds none.
fn fill_hr_from_beats(records: &mut [Sample], beats: &[(usize, f64)]) {
    const PLAUSIBLE: std::ops::RangeInclusive<f64> = 0.25..=2.0;
    for group in beats.chunk_by(|a, b| a.0 == b.0) {
        let Some(record) = records.get_mut(group[0].0).filter(|record| record.hr.is_none()) else {
            continue;
        };
        let beats: Vec<f64> =
            group.iter().map(|beat| beat.1).filter(|beat| PLAUSIBLE.contains(beat)).collect();
        if !beats.is_empty() {
            let mean = beats.iter().sum::<f64>() / beats.len() as f64;
            record.hr = Some(Bpm((60.0 / mean).round()));
        }
    }
}
