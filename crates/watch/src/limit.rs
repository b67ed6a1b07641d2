//! How much one file may hold: far more than any watch records, and little enough that no bytes can
//! fill the memory or the day. What holds more is refused, and says so.

use crate::Unreadable;

/// Points of one file: eleven days at one a second.
pub(crate) const POINTS_MAX: usize = 1_000_000;

/// Heart beats of one file, where a watch writes each: two weeks.
pub(crate) const BEATS_MAX: usize = 4_000_000;

/// Laps, workout steps, starts and stops of one file.
pub(crate) const MARKS_MAX: usize = 100_000;

/// Activities of one watch file, which may be chained.
pub(crate) const LEGS_MAX: usize = 200;

/// Cells of one table: ten thousand activities of a hundred columns are a quarter of it.
pub(crate) const CELLS_MAX: usize = 4_000_000;

/// Rows of one table: ten activities a day for ten years.
pub(crate) const ROWS_MAX: usize = 40_000;

/// Elements of XML inside each other; recordings have seven.
pub(crate) const DEPTH_MAX: usize = 100;

/// One element of XML with its attributes, or one text, in bytes.
pub(crate) const ELEMENT_MAX: usize = 4 << 20;

/// Measurements in the workouts of one health export: thirty years at one a second.
pub(crate) const MEASURED_MAX: usize = 32_000_000;

/// Workouts of one health export: ten a day for ten years.
pub(crate) const WORKOUTS_MAX: usize = 40_000;

/// A listing as JSON, in bytes; a thousand activities have three million.
const JSON_MAX: usize = 32 << 20;

/// A recording, in bytes; a day of running has five million.
pub(crate) const RECORDING_MAX: usize = 64 << 20;

/// Refuses what is too large to be a recording.
pub(crate) fn recording(bytes: &[u8]) -> Result<(), Unreadable> {
    if bytes.len() <= RECORDING_MAX { Ok(()) } else { Err(endless("64 MiB")) }
}

/// Refuses what is too large to be a listing.
pub(crate) fn json(bytes: &[u8]) -> Result<(), Unreadable> {
    if bytes.len() <= JSON_MAX { Ok(()) } else { Err(endless("32 MiB of JSON")) }
}

/// Refuses a file by its number of points.
pub(crate) fn points(count: usize) -> Result<(), Unreadable> {
    if count <= POINTS_MAX { Ok(()) } else { Err(endless("a million points")) }
}

/// Why a file that holds more than this is refused.
pub(crate) fn endless(much: &str) -> Unreadable {
    Unreadable {
        what: format!("it holds more than {much}, which no recording of a run does"),
        remedy: "look at what it is; if it is a run, export it again in parts".to_owned(),
    }
}
