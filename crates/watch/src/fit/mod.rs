//! FIT, the format watches write: bytes into recordings. Damage is said and what can be read kept.

mod calendar;
mod checksum;
mod decode;
mod developer;
mod file_type;
mod frame;
mod messages;
mod packed;
mod repair;
mod sessions;
mod sports;
mod workout;

pub(crate) use file_type::may_be_activity;
pub(crate) use messages::FIT_EPOCH;
pub(crate) use repair::is_fit;

use crate::{Unreadable, limit, recording::Recording};
use messages::Messages;
use training::Oddity;

/// The recordings in a FIT file, in order, and what was odd about the file.
pub(crate) fn read(bytes: &[u8]) -> Result<(Vec<Recording>, Vec<Oddity>), Unreadable> {
    let mut recordings = Vec::new();
    let mut oddities = Vec::new();
    let mut kinds = Vec::new();
    let mut points = 0;
    for sequence in repair::sequences(bytes)? {
        let mut messages = Messages::for_bytes(sequence.bytes.len());
        let damage = frame::walk(sequence.bytes, sequence.is_checkable, &mut |fields| {
            messages.take(fields);
        });
        points += messages.records.len();
        limit::points(points)?;
        if messages.is_endless() {
            return Err(limit::endless("a hundred thousand laps and pauses"));
        }
        oddities.extend(sequence.oddities);
        oddities.extend(damage);
        kinds.push((messages.file_type, messages.count));
        recordings.extend(sessions::recordings(messages));
    }
    if recordings.is_empty() {
        Err(no_activity(&kinds, &oddities))
    } else {
        Ok((recordings, oddities))
    }
}

/// Why a file without an activity was refused.
fn no_activity(kinds: &[(Option<u32>, usize)], oddities: &[Oddity]) -> Unreadable {
    let holds = match kinds.iter().find_map(|(file_type, _)| *file_type) {
        Some(1..=3) => "device settings",
        Some(5) => "a workout",
        Some(6) => "a course",
        Some(9) => "weights",
        Some(10 | 11) => "totals and goals",
        Some(14) => "blood pressure",
        Some(15 | 28 | 32) => "a day of monitoring",
        Some(4) | None => return damaged(oddities),
        Some(_) => "something other than an activity",
    };
    Unreadable {
        what: format!("this FIT file holds {holds}, not an activity"),
        remedy: "nothing to do: only activities are read".into(),
    }
}

fn damaged(oddities: &[Oddity]) -> Unreadable {
    let why = oddities.first().map_or("", |oddity| oddity.message.as_str());
    let what = "this FIT file holds no sample and no summary of an activity";
    Unreadable {
        what: if why.is_empty() { what.into() } else { format!("{what} ({why})") },
        remedy: "copy it again from the watch or the platform".into(),
    }
}
