//! Exports in a language nobody has taught us: Strava's and Garmin Connect's first columns never
//! moved, so their places and the shape of their values name them.

use super::{
    columns::{self, Field},
    dates::{self, DateOrder},
    table::Row,
};

const STRAVA: [&str; 7] = [
    "Activity ID",
    "Activity Date",
    "Activity Name",
    "Activity Type",
    "Activity Description",
    "Elapsed Time",
    "Distance",
];

const GARMIN: [&str; 9] = [
    "Activity Type",
    "Date",
    "Favorite",
    "Title",
    "Distance",
    "Calories",
    "Time",
    "Avg HR",
    "Max HR",
];

/// Names the file-name column by its values, and the leading columns of an export whose header has
/// no word that we understand as a date.
pub(super) fn name_columns_of_unknown_language(header: &mut [String], rows: &[Row]) {
    if let Some(at) = file_column(rows)
        && let Some(cell) = header.get_mut(at)
    {
        "Filename".clone_into(cell);
    }
    let understood = columns::understand(header);
    if understood.iter().any(|column| matches!(column.field, Field::Date | Field::Start)) {
        return;
    }
    let Some(first) = rows.first() else { return };
    if is_strava_row(first) {
        rename(header, &STRAVA);
    } else if is_garmin_row(first) {
        rename(header, &GARMIN);
    }
}

fn rename(header: &mut [String], names: &[&str]) {
    for (cell, name) in header.iter_mut().zip(names) {
        (*name).clone_into(cell);
    }
}

/// The first column in which any value is the name of a recording.
fn file_column(rows: &[Row]) -> Option<usize> {
    rows.iter().filter_map(|row| row.cells.iter().position(|cell| is_file_name(cell))).min()
}

/// Whether a cell is the name of a recording: `activities/123.fit.gz`, `2013-12-29-1136.gpx`.
pub(super) fn is_file_name(cell: &str) -> bool {
    let name = cell.trim().to_lowercase();
    let name = name.strip_suffix(".gz").unwrap_or(&name);
    let is_recording = [".fit", ".tcx", ".gpx"].iter().any(|end| name.ends_with(end));
    is_recording && !name.contains(' ')
}

fn is_strava_row(row: &Row) -> bool {
    let [id, date, _, _, _, elapsed, ..] = row.cells.as_slice() else { return false };
    is_digits(id) && id.len() >= 6 && is_date(date) && is_digits(elapsed)
}

fn is_garmin_row(row: &Row) -> bool {
    let [_, date, favourite, _, _, _, time, ..] = row.cells.as_slice() else { return false };
    is_date(date) && matches!(favourite.as_str(), "true" | "false") && time.contains(':')
}

fn is_digits(cell: &str) -> bool {
    !cell.is_empty() && cell.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_date(cell: &str) -> bool {
    dates::parse(cell, DateOrder::DayFirst).is_some()
}
