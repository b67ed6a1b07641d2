//! Logs without streams: one row is one activity. Our own header, Garmin Connect's and Strava's
//! listings in the languages they come in, and the plain logs that runners keep. Knows no archive.
//!
//! Our own header, of which only the date and one of distance and duration are needed:
//!
//! ```csv
//! date,start,distance_km,duration,type,title,hr_avg,hr_max,ascent_m,purpose
//! 2026-03-05,06:12,12.4,1:04:10,Run,Along the river,141,158,86,easy
//! 2026-03-07,,26,2:29:30,,,,,,long
//! ```
//!
//! `distance_mi` in place of `distance_km` gives miles. `start` is the local time of day; a duration
//! is `h:mm:ss`, `m:ss` or seconds; a row without a type is a run; `purpose` is kept as declared.
//! A time without a zone is kept as the local wall clock and the run says that its zone is unknown.

mod cells;
mod columns;
mod dates;
pub(crate) mod days;
mod habits;
mod positions;
mod row;
mod table;
mod unread;

use crate::{Reading, Unreadable, clean};
use training::{Oddity, OddityKind};

pub(crate) use table::Log;

/// Whether this is a text table at all; [`read`] says what is missing from it to be a log.
pub(crate) fn looks_like(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(64 * 1024)];
    let is_other_format =
        matches!(head.trim_ascii_start().first(), None | Some(b'<' | b'{' | b'['));
    let first_line = head.split(|byte| *byte == b'\n').next().unwrap_or_default();
    !is_other_format
        && !head.contains(&0)
        && first_line.iter().any(|byte| matches!(byte, b',' | b';' | b'\t' | b'#'))
}

/// Reads every row of a log. A row that cannot be read is left out and said.
pub(crate) fn read(bytes: &[u8]) -> Result<Reading, Unreadable> {
    let log = Log::parse(bytes)?;
    let mut reading = Reading::default();
    for row in log.rows() {
        match log.recording(row) {
            Ok(recording) => reading.activities.extend(recording.and_then(clean::activity)),
            Err(error) => {
                let message = format!("line {} was left out: {}", row.line, error.what);
                reading.oddities.push(Oddity::whole(OddityKind::FormatFault, message));
            }
        }
    }
    match (log.rows(), reading.activities.as_slice()) {
        (_, []) => Err(nothing_in_it(&reading)),
        ([row], [_]) => {
            reading.declaration = log.declaration(row);
            Ok(reading)
        }
        _ => Ok(reading),
    }
}

fn nothing_in_it(reading: &Reading) -> Unreadable {
    let what = match reading.oddities.first() {
        Some(oddity) => format!("no row of this log could be read ({})", oddity.message),
        None => "this log has a header and no activity under it".to_owned(),
    };
    Unreadable { what, remedy: table::WHAT_A_LOG_NEEDS.to_owned() }
}

#[cfg(test)]
mod tests;
