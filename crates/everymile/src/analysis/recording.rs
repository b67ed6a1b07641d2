//! The recording behind a run, read again from its original: samples are kept nowhere else.

use logbook::{Logbook, LogbookError, run_id};
use training::{Run, RunId};
use watch::Activity;

/// The recording of a run; `None` when its original can no longer be read.
pub fn recorded(book: &Logbook, id: &RunId) -> Result<Option<Run>, LogbookError> {
    let original = book.activity(id)?.original;
    let bytes = book.bytes_of(original)?;
    let Ok(reading) = watch::read(&bytes) else { return Ok(None) };
    let mut legs = (1..).zip(reading.activities);
    let own = legs.find(|(leg, _)| run_id(original, *leg) == *id);
    Ok(own.and_then(|(_, activity)| match activity {
        Activity::Run(run) => Some(run),
        Activity::Other(_) => None,
    }))
}
