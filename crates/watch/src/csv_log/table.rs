//! A log as a table: its header understood, its rows apart, each able to stand alone as a log of one
//! row. Knows no cell.

use super::{
    columns::{self, Column, Field},
    habits::Habits,
    positions,
};
use crate::{Unreadable, limit};
use std::borrow::Cow;

/// What is said wherever a table turns out not to be a log.
pub(super) const WHAT_A_LOG_NEEDS: &str = "a log needs a header with a date and a distance or a \
    duration, as in: date,start,distance_km,duration,type,title,hr_avg,hr_max,ascent_m,purpose";

/// A log of activities.
pub(crate) struct Log {
    pub(super) header: Vec<String>,
    pub(super) columns: Vec<Column>,
    rows: Vec<Row>,
    pub(super) habits: Habits,
}

/// One row of a log.
pub(crate) struct Row {
    /// The line of the file it began on, counted from 1.
    pub line: u64,
    pub(super) cells: Vec<String>,
    /// Whether a quote in it is never closed, so that all that follows was taken into it.
    is_open: bool,
}

impl Row {
    /// Refuses a row that swallowed those behind it.
    pub(super) fn refuse_open(&self) -> Result<(), Unreadable> {
        if !self.is_open {
            return Ok(());
        }
        Err(Unreadable {
            what: "a quote that begins in this row is never closed; what follows is lost"
                .to_owned(),
            remedy: "close the quote, then try again".to_owned(),
        })
    }
}

impl Log {
    /// Reads a log's text. Says what is missing where the table is not a log of activities.
    pub fn parse(bytes: &[u8]) -> Result<Self, Unreadable> {
        let (stated, mut header, rows) = header_and_rows(bytes)?;
        if header.is_empty() {
            return Err(not_a_log("this table is empty".to_owned()));
        }
        positions::name_columns_of_unknown_language(&mut header, &rows);
        let columns = columns::understand(&header);
        if !is_log(&columns) {
            return Err(not_a_log(format!("the columns [{}] are not a log's", shorten(&header))));
        }
        let habits = stated.unwrap_or_else(|| Habits::seen_in(&columns, &rows));
        Ok(Self { header, columns, rows, habits })
    }

    /// The rows, in the order of the file.
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// One row as a log of its own: what only the whole file shows, the header, the row.
    pub fn alone(&self, row: &Row) -> Vec<u8> {
        alone(self.habits, &self.header, row)
    }

    /// The first cell of a field in this row that is not empty.
    pub(super) fn cell<'a>(&self, row: &'a Row, field: Field) -> Option<&'a str> {
        self.cells(row, field).next().map(|(_, cell)| cell)
    }

    /// Every cell of a field in this row that is not empty, with its column.
    pub(super) fn cells<'a>(
        &self,
        row: &'a Row,
        field: Field,
    ) -> impl DoubleEndedIterator<Item = (&Column, &'a str)> {
        self.columns.iter().filter(move |column| column.field == field).filter_map(|column| {
            let cell = row.cells.get(column.at)?.trim();
            (!cell.is_empty()).then_some((column, cell))
        })
    }
}

/// The habits a table states, its header, and the rows that are not blank.
type Table = (Option<Habits>, Vec<String>, Vec<Row>);

/// The header of a table, without a look at its rows; `None` where it is empty. A line without a
/// quote is taken apart by hand: making a reader takes longer than reading a row that stands alone.
pub(super) fn header(bytes: &[u8]) -> Option<Vec<String>> {
    let text = decode(bytes);
    let (_, table) = stated(&text);
    let first_line = table.lines().find(|line| !line.is_empty())?;
    if first_line.contains(['"', '\r']) {
        return records(delimiter(table), table.as_bytes()).next().map(|record| cells(&record));
    }
    Some(first_line.split(char::from(delimiter(table))).map(str::to_owned).collect())
}

/// A table's text taken apart. One that holds more than any log does is refused.
pub(super) fn header_and_rows(bytes: &[u8]) -> Result<Table, Unreadable> {
    limit::recording(bytes)?;
    let text = decode(bytes);
    let (stated, table) = stated(&text);
    let mut rows = split_rows(table)?;
    let header = if rows.is_empty() { Vec::new() } else { rows.remove(0).cells };
    rows.retain(|row| row.cells.iter().any(|cell| !cell.trim().is_empty()));
    if rows.len() > limit::ROWS_MAX {
        return Err(limit::endless("forty thousand rows"));
    }
    Ok((stated, header, rows))
}

/// The habits a text states, and the table after them.
fn stated(text: &str) -> (Option<Habits>, &str) {
    Habits::stated(text.trim_start_matches('\u{feff}'))
}

/// One row as a table of its own.
pub(super) fn alone(habits: Habits, header: &[String], row: &Row) -> Vec<u8> {
    let mut text = habits.state().into_bytes();
    let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(&mut text);
    for cells in [header, &row.cells] {
        writer.write_record(cells).expect("writing to memory does not fail");
    }
    drop(writer);
    text
}

fn is_log(columns: &[Column]) -> bool {
    let has = |fields: &[Field]| columns.iter().any(|column| fields.contains(&column.field));
    has(&[Field::Date, Field::Start])
        && has(&[Field::Distance, Field::Timer, Field::Moving, Field::Elapsed])
        && !has(&[Field::Place])
}

fn not_a_log(what: String) -> Unreadable {
    Unreadable { what, remedy: WHAT_A_LOG_NEEDS.to_owned() }
}

fn shorten(header: &[String]) -> String {
    let all = header.join(", ");
    if all.chars().count() <= 120 { all } else { all.chars().take(120).chain(['…']).collect() }
}

/// Logs come as UTF-8, or as the older Western code page.
fn decode(bytes: &[u8]) -> Cow<'_, str> {
    match std::str::from_utf8(bytes) {
        Ok(text) => Cow::Borrowed(text),
        Err(_) => Cow::Owned(bytes.iter().copied().map(char::from).collect()),
    }
}

fn split_rows(table: &str) -> Result<Vec<Row>, Unreadable> {
    let (mut rows, mut count) = (Vec::new(), 0);
    for record in records(delimiter(table), table.as_bytes()) {
        count += record.len();
        if count > limit::CELLS_MAX {
            return Err(limit::endless("four million cells"));
        }
        let place = record.position().map_or((0, 0), |at| (at.line(), at.byte() as usize));
        rows.push((place, cells(&record)));
    }
    let last = rows.last().map(|((_, byte), _): &((u64, usize), Vec<String>)| *byte);
    let is_open = last.and_then(|byte| table.get(byte..)).is_some_and(|row| is_open(row, table));
    let count = rows.len();
    let row = |(at, ((line, _), cells))| Row { line, cells, is_open: is_open && at + 1 == count };
    Ok(rows.into_iter().enumerate().map(row).collect())
}

fn cells(record: &csv::StringRecord) -> Vec<String> {
    record.iter().map(str::to_owned).collect()
}

fn records(delimiter: u8, text: &[u8]) -> impl Iterator<Item = csv::StringRecord> {
    let reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(text);
    reader.into_records().filter_map(Result::ok)
}

/// Whether the last row of a table ends inside a quote: one more quote would close it, and would
/// not be read as a letter.
fn is_open(row: &str, table: &str) -> bool {
    if !row.contains('"') {
        return false;
    }
    let closed = format!("{row}\"");
    let closed: Vec<_> = records(delimiter(table), closed.as_bytes()).collect();
    let last_cell = closed.first().and_then(|record| record.iter().next_back().map(str::to_owned));
    closed.len() == 1 && last_cell.is_some_and(|cell| !cell.ends_with('"'))
}

/// The most frequent of the usual delimiters in the first line that says anything.
fn delimiter(table: &str) -> u8 {
    let first_line = table.lines().find(|line| !line.is_empty()).unwrap_or_default();
    let count = |delimiter: &u8| first_line.matches(char::from(*delimiter)).count();
    [b'\t', b';', b','].into_iter().max_by_key(count).unwrap_or(b',')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_header_is_the_same_with_its_rows_and_without() {
        for text in [
            "date,km,time\n2026-03-05,10,50:00\n",
            "\r\n\u{feff}date;km;time\r\n2026-03-05;10;50:00",
            "# one row of a log; miles\ndate,km\n2026-03-05,10\n",
            "\"date, local\",\"what\nfor\",km\n2026-03-05,easy,10\n",
            "date,km\r2026-03-05,10\r",
            "date\tkm",
            "",
        ] {
            let (_, with_rows, _) = header_and_rows(text.as_bytes()).unwrap();
            assert_eq!(header(text.as_bytes()).unwrap_or_default(), with_rows, "{text:?}");
        }
    }

    #[test]
    fn a_line_without_a_word_before_the_header_hides_no_column() {
        for nothing in ["\n", "\r\n", "\n\n"] {
            let text = format!("{nothing}date;km;time\r\n2026-03-05;10,4;50:00");
            let header = header(text.as_bytes()).unwrap();
            assert_eq!(header, ["date", "km", "time"], "{nothing:?}");
            let (_, with_rows, rows) = header_and_rows(text.as_bytes()).unwrap();
            assert_eq!((with_rows, rows[0].cells.len()), (header, 3), "{nothing:?}");
        }
    }
}
