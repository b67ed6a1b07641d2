//! Bytes into runs: FIT, TCX, GPX, CSV logs and export archives. Bad bytes are data: what can be
//! read is kept, what was odd is said. Touches no disk; knows no purpose and no rule.

use std::io::{Read, Seek};
use training::{CrossTraining, Declaration, Oddity, Run};

/// What one original holds.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// The activities in it, in order; several for chained and multisport files.
    pub activities: Vec<Activity>,
    /// What was odd about the file itself.
    pub oddities: Vec<Oddity>,
    /// What the file says of its activity beside the recording (a title in a GPX or a CSV row).
    pub declaration: Declaration,
}

/// One activity.
#[derive(Debug, Clone, PartialEq)]
pub enum Activity {
    /// A run.
    Run(Run),
    /// Something else that was trained.
    Other(CrossTraining),
}

/// Why an original could not be read at all.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{what}; {remedy}")]
pub struct Unreadable {
    /// What is wrong, in a sentence without a full stop.
    pub what: String,
    /// What to do about it.
    pub remedy: String,
}

/// Something [`read`] can read again, at any time, by itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Original {
    /// The path as found; inside archives `archive.zip!/activities/1.fit.gz`.
    pub path: String,
    /// The bytes as found.
    pub bytes: Vec<u8>,
    /// What the export says of the activity beside the recording.
    pub declaration: Declaration,
}

/// Reads one original: FIT, TCX or GPX, plain or gzipped, or one row of a log.
pub fn read(bytes: &[u8]) -> Result<Reading, Unreadable> {
    let _ = bytes;
    Err(Unreadable { what: "not built yet".into(), remedy: "wait".into() })
}

/// Takes a file or an archive apart and hands out every original in it, one at a time. A part that
/// fails is handed out as an error with its path, and the rest goes on.
pub fn unpack(
    path: &str,
    source: impl Read + Seek,
    emit: &mut dyn FnMut(String, Result<Original, Unreadable>),
) {
    let _ = (path, source, emit);
}
