//! What kind of file some bytes are, told by their content and never by a name; and unwrapping
//! what is gzipped, within a limit.

use crate::{Unreadable, apple, csv_log, fit, garmin, limit};
use flate2::read::MultiGzDecoder;
use std::{borrow::Cow, io::Read};

/// What a gzipped recording may unpack to, in bytes.
const UNPACKED_MAX: u64 = limit::RECORDING_MAX as u64;
/// Where the root element of an XML file must have begun.
const HEAD: usize = 4096;

/// The formats that hold one or more recordings, or tell of days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format {
    /// Garmin's binary format.
    Fit,
    /// Garmin's training XML.
    Tcx,
    /// The GPS exchange XML.
    Gpx,
    /// One workout of a health export, as we bundle it.
    HealthWorkout,
    /// One day of a health export, as we write it down.
    HealthDay,
    /// Garmin's listing of activities as JSON.
    Listing,
    /// Garmin's lists of days as JSON.
    Days,
    /// A table of activities, one a row.
    Log,
    /// A table of days, one a row.
    DayTable,
}

/// The format of `bytes`; `None` where it is none, as of what is gzipped.
pub(crate) fn of(bytes: &[u8]) -> Option<Format> {
    if is_gzipped(bytes) {
        return None;
    }
    if fit::is_fit(bytes) {
        return Some(Format::Fit);
    }
    if apple::looks_like(bytes) {
        return Some(Format::HealthWorkout);
    }
    if apple::days::looks_like(bytes) {
        return Some(Format::HealthDay);
    }
    if garmin::looks_like(bytes) {
        return Some(Format::Listing);
    }
    if garmin::days::looks_like(bytes) {
        return Some(Format::Days);
    }
    match root_element(&head(bytes)) {
        Some("gpx") => Some(Format::Gpx),
        Some("TrainingCenterDatabase" | "Activities") => Some(Format::Tcx),
        _ if csv_log::days::looks_like(bytes) => Some(Format::DayTable),
        _ if csv_log::looks_like(bytes) => Some(Format::Log),
        _ => None,
    }
}

fn head(bytes: &[u8]) -> Cow<'_, str> {
    String::from_utf8_lossy(&bytes[..bytes.len().min(HEAD)])
}

/// The local name of the first element, past declarations and comments.
fn root_element(head: &str) -> Option<&str> {
    let tag = head.split('<').skip(1).find(|part| !part.starts_with(['?', '!']))?;
    let name = tag.split(|c: char| c.is_whitespace() || c == '>' || c == '/').next()?;
    name.rsplit(':').next()
}

/// Why bytes are of no format, and what to do.
pub(crate) fn unknown(bytes: &[u8]) -> Unreadable {
    let head = head(bytes);
    let start = head.trim_start_matches('\u{feff}').trim_start().to_lowercase();
    let what = if bytes.is_empty() {
        "the file is empty"
    } else if start.starts_with("<!doctype html") || start.starts_with("<html") {
        "this is a web page, not a recording"
    } else if head.contains(".FIT") || bytes.first().is_some_and(|&size| size == 12 || size == 14) {
        "the header of this FIT file is damaged"
    } else if start.starts_with("<healthdata") || start.contains("<!doctype healthdata") {
        "this health export is damaged from its beginning on"
    } else {
        "this is neither FIT nor TCX nor GPX, no log and no export"
    };
    let remedy = "export it again from its source, as FIT, TCX, GPX or CSV";
    Unreadable { what: what.into(), remedy: remedy.into() }
}

/// The bytes themselves, or what is inside them where they are gzipped. A cut archive gives what
/// could be unpacked.
pub(crate) fn unwrap_gzip(bytes: &[u8]) -> Result<Cow<'_, [u8]>, Unreadable> {
    if !is_gzipped(bytes) {
        return Ok(Cow::Borrowed(bytes));
    }
    let mut unpacked = Vec::with_capacity(size_said_at_end(bytes));
    let outcome = MultiGzDecoder::new(bytes).take(UNPACKED_MAX + 1).read_to_end(&mut unpacked);
    if unpacked.len() as u64 > UNPACKED_MAX {
        return Err(Unreadable {
            what: "this gzipped file unpacks to more than 64 MiB".into(),
            remedy: "nothing to do: no recording of a run is that large".into(),
        });
    }
    match outcome {
        Err(error) if unpacked.is_empty() => Err(Unreadable {
            what: format!("this gzipped file cannot be unpacked ({error})"),
            remedy: "copy it again from its source".into(),
        }),
        _ => Ok(Cow::Owned(unpacked)),
    }
}

fn is_gzipped(bytes: &[u8]) -> bool {
    bytes.starts_with(&[0x1F, 0x8B])
}

/// The size of what is gzipped, as its last four bytes say, where that can be.
fn size_said_at_end(bytes: &[u8]) -> usize {
    const USUAL_GROWTH_MAX: usize = 10;
    let said = bytes.last_chunk::<4>().map_or(0, |said| u32::from_le_bytes(*said) as usize);
    said.min(USUAL_GROWTH_MAX * bytes.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_format_is_told_by_its_content() {
        let padded = b"\xEF\xBB\xBF          <?xml version=\"1.0\"?><gpx version=\"1.1\">";
        assert_eq!(of(padded), Some(Format::Gpx));
        assert_eq!(of(b"<?xml?><TrainingCenterDatabase>"), Some(Format::Tcx));
        assert_eq!(of(b"\x0e\x20\x54\x08\0\0\0\0.FIT"), Some(Format::Fit));
    }

    #[test]
    fn a_namespace_in_passing_is_no_root() {
        let gpx = b"<!-- made by hand --><g:gpx xmlns:t=\"http://TrainingCenterDatabase/v2\">";
        assert_eq!(of(gpx), Some(Format::Gpx));
    }

    #[test]
    fn what_is_no_recording_is_named() {
        for (bytes, what) in [("<!DOCTYPE html><html>", "web page"), ("", "empty")] {
            assert_eq!(of(bytes.as_bytes()), None);
            assert!(unknown(bytes.as_bytes()).what.contains(what));
        }
    }
}
