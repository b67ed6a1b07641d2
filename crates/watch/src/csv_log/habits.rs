//! What a whole log shows and one row cannot: whether the day comes first in `5/12/2021`, and
//! whether a distance without a unit is in miles. Stated in a line before a row that stands alone.

use super::{
    cells::{self, Decimals},
    columns::{Column, Field},
    dates::{self, DateOrder},
    table::Row,
};
use training::{Date, Metres, Seconds, calendar::days_between};

const OPENING: &str = "# one row of a log";
const MONTH_FIRST: &str = "; month first";
const MILES: &str = "; miles";

/// How a log writes its dates and distances.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Habits {
    /// What comes first in a date of numbers.
    pub dates: DateOrder,
    /// Whether a distance without a unit is in miles.
    pub in_miles: bool,
}

impl Habits {
    /// The habits stated in the first line, if it states any, and the table after it.
    pub fn stated(text: &str) -> (Option<Self>, &str) {
        if !text.starts_with(OPENING) {
            return (None, text);
        }
        let (line, table) = text.split_once('\n').unwrap_or((text, ""));
        let dates =
            if line.contains(MONTH_FIRST) { DateOrder::MonthFirst } else { DateOrder::DayFirst };
        (Some(Self { dates, in_miles: line.contains(MILES) }), table)
    }

    /// The line that states them.
    pub fn state(self) -> String {
        let dates = if self.dates == DateOrder::MonthFirst { MONTH_FIRST } else { "" };
        let miles = if self.in_miles { MILES } else { "" };
        format!("{OPENING}{dates}{miles}\n")
    }

    /// The habits that the rows show.
    pub fn seen_in(columns: &[Column], rows: &[Row]) -> Self {
        Self { dates: date_order(columns, rows), in_miles: strides_say_miles(columns, rows) }
    }
}

/// Rows are written in the order of days, so the right reading of the dates travels least.
fn date_order(columns: &[Column], rows: &[Row]) -> DateOrder {
    let travel = |order| -> (usize, i64) {
        let days: Vec<Option<Date>> = cells_of(columns, rows, Field::Date)
            .map(|cell| dates::parse(cell, order).map(|moment| moment.date))
            .collect();
        let unread = days.iter().filter(|day| day.is_none()).count();
        let read: Vec<Date> = days.into_iter().flatten().collect();
        (unread, read.windows(2).map(|pair| days_between(pair[0], pair[1]).abs()).sum())
    };
    if travel(DateOrder::MonthFirst) < travel(DateOrder::DayFirst) {
        DateOrder::MonthFirst
    } else {
        DateOrder::DayFirst
    }
}

fn cells_of<'a>(
    columns: &'a [Column],
    rows: &'a [Row],
    field: Field,
) -> impl Iterator<Item = &'a str> {
    let at = columns.iter().find(|column| column.field == field).map(|column| column.at);
    rows.iter().filter_map(move |row| row.cells.get(at?).map(String::as_str))
}

/// Garmin Connect names no unit of distance, but its stride length is in metres in both systems:
/// strides times their length is the distance in metres, which tells kilometres from miles.
fn strides_say_miles(columns: &[Column], rows: &[Row]) -> bool {
    let mut lengths: Vec<f64> =
        rows.iter().filter_map(|row| metres_per_unit(columns, row)).collect();
    lengths.sort_by(f64::total_cmp);
    let halfway = f64::midpoint(Metres::from_km(1.0).0, Metres::from_miles(1.0).0);
    lengths.get(lengths.len() / 2).is_some_and(|median| *median > halfway)
}

fn metres_per_unit(columns: &[Column], row: &Row) -> Option<f64> {
    let decimals = Decimals::of(row.cells.iter().map(String::as_str));
    let cell = |field| {
        let column = columns.iter().find(|column| column.field == field)?;
        row.cells.get(column.at)
    };
    let number = |field| cells::number(cell(field)?, decimals).filter(|value| *value > 0.0);
    let time = cells::duration(cell(Field::Timer)?, decimals, Seconds(1.0))?;
    let metres = number(Field::Stride)? * number(Field::Cadence)? * time.minutes();
    Some(metres / number(Field::Distance)?)
}
