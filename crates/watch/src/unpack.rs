//! Takes files and archives apart into originals, one at a time and nothing on disk. What is no
//! activity is passed over; what is damaged is said, and the rest goes on. Reads no recording.

mod budget;
mod inflated;
mod zipped;

use crate::{
    Original, Unreadable, apple, csv_log, fit,
    format::{self, Format},
    garmin,
};
use budget::Budget;
use std::io::{BufReader, Read, Seek, SeekFrom};
use training::Declaration;

/// Receives each original with its path, or why there is none.
pub(crate) type Emit<'a> = &'a mut dyn FnMut(String, Result<Original, Unreadable>);

/// Hands over a file that a listing names, from where the listing lies.
pub(crate) type Beside<'a> = &'a mut dyn FnMut(&str) -> Option<Vec<u8>>;

/// The first bytes by which a FIT file is known.
pub const FIT_HEAD: u64 = 12;

/// What is looked at to tell what a file is; a health export begins with its type description.
const HEAD: u64 = 8 * 1024;

/// A source of bytes of any kind, so that archives in archives need no type of their own.
trait Source: Read + Seek {}
impl<S: Read + Seek> Source for S {}

/// How a file came to be taken apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Manner {
    /// Somebody named it: if it holds no activity, that is said.
    Named,
    /// It was found among others: if it holds no activity, it is passed over.
    Found,
}

/// Takes a file or an archive apart and hands out every original in it, one at a time. A part that
/// fails is handed out as an error with its path, and the rest goes on.
pub fn unpack(
    path: &str,
    mut source: impl Read + Seek,
    emit: &mut dyn FnMut(String, Result<Original, Unreadable>),
) {
    let done = unpack_source(path, &mut source, Manner::Named, &mut |_| None, emit);
    done.unwrap_or_else(|error| emit(path.to_owned(), Err(error)));
}

/// [`unpack`] for a file with others beside it. `beside` hands over the files that it names relative
/// to itself (the routes of a health export; the recordings of a listing, which then come by
/// themselves). A file that was only found, and is no recording and no log, gives nothing, not even
/// an error.
pub fn unpack_beside(
    path: &str,
    mut source: impl Read + Seek,
    manner: Manner,
    beside: &mut dyn FnMut(&str) -> Option<Vec<u8>>,
    emit: &mut dyn FnMut(String, Result<Original, Unreadable>),
) {
    let done = unpack_source(path, &mut source, manner, beside, emit);
    done.unwrap_or_else(|error| emit(path.to_owned(), Err(error)));
}

/// Whether a file of this name can hold activities, for whoever walks folders. The routes of a
/// health export come with its `export.xml`, which knows what they were.
pub fn is_candidate(path: &str) -> bool {
    let path = path.to_lowercase().replace('\\', "/");
    let name = path.rsplit('/').next().unwrap_or(&path);
    let ends = |endings: &[&str]| endings.iter().any(|end| name.ends_with(end));
    !name.starts_with('.')
        && !path.contains("__macosx/")
        && !path.contains("workout-routes/")
        && (is_recording(name) || ends(&[".zip", ".csv", ".xml", ".json"]))
}

/// Whether a file without an ending to its name, as some watches write them, is a FIT file by its
/// first [`FIT_HEAD`] bytes.
pub fn is_fit_without_ending(path: &str, head: &[u8]) -> bool {
    has_no_ending(path) && fit::is_fit(head)
}

fn has_no_ending(path: &str) -> bool {
    let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
    !name.is_empty() && !name.contains('.')
}

fn is_recording(name: &str) -> bool {
    let name = name.to_lowercase();
    let name = name.strip_suffix(".gz").unwrap_or(&name);
    [".fit", ".tcx", ".gpx"].iter().any(|end| name.ends_with(end))
}

fn unpack_source(
    path: &str,
    source: &mut dyn Source,
    manner: Manner,
    beside: Beside,
    emit: Emit,
) -> Result<(), Unreadable> {
    let length = source.seek(SeekFrom::End(0)).map_err(|error| unreadable(&error))?;
    source.rewind().map_err(|error| unreadable(&error))?;
    let mut head = Vec::new();
    (&mut *source).take(HEAD).read_to_end(&mut head).map_err(|error| unreadable(&error))?;
    source.rewind().map_err(|error| unreadable(&error))?;
    if head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06") {
        return zipped::unpack(path, source, &mut Budget::for_archive(length), 0, emit);
    }
    if apple::looks_like_export(&head) {
        return unpack_health(path, source, beside, emit);
    }
    let bytes = budget::read_all(source, length)?;
    if manner == Manner::Found && !concerns_us(path, &bytes) {
        return Ok(());
    }
    unpack_bytes(path, bytes, &mut |name| beside(name).is_some(), emit)
}

/// Whether a file among others concerns us. A damaged recording does: it will be said.
fn concerns_us(path: &str, bytes: &[u8]) -> bool {
    match format::of(bytes) {
        Some(Format::Fit) => fit::may_be_activity(bytes),
        Some(Format::Log) => csv_log::Log::parse(bytes).is_ok(),
        Some(Format::Listing) => garmin::split(bytes).is_ok(),
        Some(_) => true,
        None => is_recording(path),
    }
}

fn unpack_bytes(
    path: &str,
    bytes: Vec<u8>,
    is_there: &mut dyn FnMut(&str) -> bool,
    emit: Emit,
) -> Result<(), Unreadable> {
    match format::of(&bytes) {
        Some(Format::Listing) => unpack_listing(path, &bytes, emit),
        Some(Format::Days) => unpack_days(path, &bytes, emit),
        Some(Format::Log) => unpack_log(path, &bytes, is_there, emit),
        Some(Format::DayTable) => unpack_day_table(path, &bytes, emit),
        _ => {
            emit_bytes(path.to_owned(), bytes, Declaration::default(), emit);
            Ok(())
        }
    }
}

fn unpack_health(
    path: &str,
    source: &mut dyn Source,
    beside: Beside,
    emit: Emit,
) -> Result<(), Unreadable> {
    let mut export = apple::Export::default();
    export.note_workouts(BufReader::new(&mut *source));
    source.rewind().map_err(|error| unreadable(&error))?;
    export.note_records(BufReader::new(source));
    emit_health(path, export, beside, emit);
    Ok(())
}

fn emit_health(path: &str, mut export: apple::Export, beside: Beside, emit: Emit) {
    let damage = export.damage();
    let days = export.take_days();
    for (name, bundle) in export.into_bundles(beside).chain(days) {
        emit_bytes(format!("{path}!/{name}"), bundle, Declaration::default(), emit);
    }
    if let Some(damage) = damage {
        emit(path.to_owned(), Err(damage));
    }
}

fn unpack_listing(path: &str, bytes: &[u8], emit: Emit) -> Result<(), Unreadable> {
    for (number, activity) in garmin::split(bytes)? {
        emit_bytes(format!("{path}!/{number}"), activity, Declaration::default(), emit);
    }
    Ok(())
}

/// Hands out the rows of a log as logs of one row, but for those whose recording is there.
fn unpack_log(
    path: &str,
    bytes: &[u8],
    is_there: &mut dyn FnMut(&str) -> bool,
    emit: Emit,
) -> Result<(), Unreadable> {
    let log = csv_log::Log::parse(bytes)?;
    for row in log.rows() {
        let path = format!("{path}!/{}", row.line);
        match log.recording(row) {
            Ok(None) => {}
            _ if log.file(row).is_some_and(&mut *is_there) => {}
            Ok(Some(_)) => emit_bytes(path, log.alone(row), log.declaration(row), emit),
            Err(error) => emit(path, Err(error)),
        }
    }
    Ok(())
}

/// Hands out what is told of each day as a list of one day.
fn unpack_days(path: &str, bytes: &[u8], emit: Emit) -> Result<(), Unreadable> {
    for (date, day) in garmin::days::split(bytes)? {
        emit_bytes(format!("{path}!/{date}"), day, Declaration::default(), emit);
    }
    Ok(())
}

/// Hands out the rows of a table of days as tables of one row.
fn unpack_day_table(path: &str, bytes: &[u8], emit: Emit) -> Result<(), Unreadable> {
    let table = csv_log::days::DayTable::parse(bytes)?;
    for row in table.rows() {
        let path = format!("{path}!/{}", row.line);
        match table.check_in(row) {
            Ok(None) => {}
            Ok(Some(_)) => emit_bytes(path, table.alone(row), Declaration::default(), emit),
            Err(error) => emit(path, Err(error)),
        }
    }
    Ok(())
}

fn emit_bytes(path: String, bytes: Vec<u8>, declaration: Declaration, emit: Emit) {
    emit(path.clone(), Ok(Original { path, bytes, declaration }));
}

fn unreadable(error: &std::io::Error) -> Unreadable {
    Unreadable {
        what: format!("the file could not be read ({error})"),
        remedy: "check that the disk is well and the file is whole".to_owned(),
    }
}

#[cfg(test)]
mod tests;
