//! One row of a log into what it tells: a summary of an activity, what was declared of it, and the
//! file that holds its recording.

use super::{
    cells::{self, Decimals},
    columns::{Column, Field, Unit},
    dates::{self, Moment},
    positions,
    table::{Log, Row, WHAT_A_LOG_NEEDS},
};
use crate::{Unreadable, recording::Recording, summary};
use training::{Bpm, Declaration, Metres, OddityKind, Seconds, Totals};

/// A distance without a unit is metres where kilometres would be faster than any sport on foot,
/// wheels or skis.
const FASTEST_TRAINING_MPS: f64 = 30.0;

/// A distance without a unit and without a time is metres where kilometres would be this far.
const FARTHEST_DAY_KM: f64 = 400.0;

impl Log {
    /// What a row records; `None` where it tells neither a distance nor a time (a rest day).
    pub fn recording(&self, row: &Row) -> Result<Option<Recording>, Unreadable> {
        row.refuse_open()?;
        let (totals, unread) = (self.totals(row), self.unread_numbers(row));
        if totals.distance.is_none() && totals.moving.or(totals.elapsed).is_none() {
            return if unread.is_empty() { Ok(None) } else { Err(nothing_read(&unread)) };
        }
        let moment = self.moment(row).ok_or_else(|| no_date(row))?;
        let start = moment.start().ok_or_else(|| no_date(row))?;
        let mut recording = summary::recording(start, self.cell(row, Field::Sport), totals);
        if let Some((kind, guess)) = guess_in(moment) {
            recording.note(kind, guess);
        }
        for unread in unread {
            recording.note(OddityKind::FormatFault, format!("{unread}; it is taken as unknown"));
        }
        if let Some(unknown) = self.unknown_purpose(row) {
            recording.note(OddityKind::FormatFault, unknown);
        }
        Ok(Some(recording))
    }

    /// What a row says beside the recording, kept as found.
    pub fn declaration(&self, row: &Row) -> Declaration {
        let said = |field| self.cell(row, field).map(str::to_owned);
        Declaration {
            title: said(Field::Title),
            description: said(Field::Description),
            activity_type: said(Field::Sport),
            workout_type: said(Field::Purpose),
            gear: said(Field::Gear),
        }
    }

    /// The file that holds the row's recording.
    pub fn file<'a>(&self, row: &'a Row) -> Option<&'a str> {
        self.cell(row, Field::File).filter(|cell| positions::is_file_name(cell))
    }

    fn moment(&self, row: &Row) -> Option<Moment> {
        let parse = |cell| dates::parse(cell, self.habits.dates);
        let date = self.cell(row, Field::Date).and_then(parse);
        let start = self.cell(row, Field::Start);
        match (date, start) {
            (Some(moment), Some(start)) if moment.time.is_none() => {
                Some(parse(start).unwrap_or(Moment { time: dates::parse_clock(start), ..moment }))
            }
            (Some(moment), _) => Some(moment),
            (None, start) => parse(start?),
        }
    }

    fn totals(&self, row: &Row) -> Totals {
        let decimals = Decimals::of(row.cells.iter().map(String::as_str));
        let time = |field| {
            let (column, cell) = self.cells(row, field).next()?;
            cells::duration(cell, decimals, time_unit(column))
                .and_then(|time| summary::time(time.0))
        };
        let number = |field| cells::number(self.cell(row, field)?, decimals);
        let hr = |field| number(field).filter(|bpm| *bpm > 0.0).map(Bpm);
        let (moving, elapsed) =
            (time(Field::Timer).or_else(|| time(Field::Moving)), time(Field::Elapsed));
        Totals {
            distance: self.distance(row, decimals, moving.or(elapsed)),
            moving,
            elapsed,
            ascent: self.ascent(row, decimals),
            hr_mean: hr(Field::HrMean),
            hr_max: hr(Field::HrMax),
        }
    }

    /// Where a name occurs twice (Strava: kilometres, then metres) the last is the finer one.
    fn distance(&self, row: &Row, decimals: Decimals, time: Option<Seconds>) -> Option<Metres> {
        let (column, cell) = self.cells(row, Field::Distance).next_back()?;
        let value = cells::number(cell, decimals)?;
        let metres = match column.unit {
            Some(Unit::Length(unit)) => value * unit.0,
            _ if is_in_metres(value, time) => value,
            _ if self.habits.in_miles => Metres::from_miles(value).0,
            _ => Metres::from_km(value).0,
        };
        summary::distance(metres)
    }

    fn ascent(&self, row: &Row, decimals: Decimals) -> Option<Metres> {
        const FOOT: f64 = 0.3048;
        let (column, cell) = self.cells(row, Field::Ascent).next()?;
        let value = cells::number(cell, decimals).filter(|value| *value >= 0.0)?;
        Some(Metres(match column.unit {
            Some(Unit::Length(unit)) => value * unit.0,
            _ if self.habits.in_miles => value * FOOT,
            _ => value,
        }))
    }
}

fn is_in_metres(value: f64, time: Option<Seconds>) -> bool {
    match time.and_then(|time| Metres::from_km(value).over(time)) {
        Some(speed) => speed.0 > FASTEST_TRAINING_MPS,
        None => value > FARTHEST_DAY_KM,
    }
}

fn time_unit(column: &Column) -> Seconds {
    if let Some(Unit::Time(unit)) = column.unit { unit } else { Seconds(1.0) }
}

fn nothing_read(unread: &[String]) -> Unreadable {
    Unreadable {
        what: unread.join(", "),
        remedy: "write a distance as 10.5 and a time as 1:02:03, then try again".to_owned(),
    }
}

fn no_date(row: &Row) -> Unreadable {
    Unreadable {
        what: format!("no date could be read in '{}'", row.cells.join(",")),
        remedy: WHAT_A_LOG_NEEDS.to_owned(),
    }
}

fn guess_in(moment: Moment) -> Option<(OddityKind, &'static str)> {
    match (moment.time, moment.offset) {
        (None, _) => Some((OddityKind::NoTimeOfDay, "the log tells no time of day; noon is taken")),
        (Some(_), None) => Some((
            OddityKind::LocalTimeGuessed,
            "the log tells no time zone; its time is taken as the local time",
        )),
        (Some(_), Some(_)) => None,
    }
}
