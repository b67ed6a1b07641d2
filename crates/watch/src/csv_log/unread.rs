//! Cells that were written and could not be read: what is taken as unknown is said, never dropped in
//! silence.

use super::{
    cells::{self, Decimals},
    columns::{Column, Field, spread_words},
    table::{Log, Row},
};
use training::{Purpose, Seconds};

/// The numbers of a row, in the words of a runner.
const NUMBERS: [(Field, &str); 7] = [
    (Field::Distance, "distance"),
    (Field::Timer, "duration"),
    (Field::Moving, "moving time"),
    (Field::Elapsed, "elapsed time"),
    (Field::HrMean, "mean heart rate"),
    (Field::HrMax, "highest heart rate"),
    (Field::Ascent, "ascent"),
];

/// Words that stand for nothing, or for a day without training.
const NOTHING: [&str; 12] = [
    "na", "n/a", "nan", "none", "null", "nil", "rest", "rest day", "off", "day off", "x", "ruhetag",
];

impl Log {
    /// A sentence for every number of a row that cannot be read.
    pub(super) fn unread_numbers(&self, row: &Row) -> Vec<String> {
        let decimals = Decimals::of(row.cells.iter().map(String::as_str));
        let of_field = |(field, name): (Field, &'static str)| {
            let cells = self.cells(row, field).map(|(_, cell)| cell);
            let unread = cells.filter(move |cell| !is_read(field, cell, decimals));
            unread.map(move |cell| format!("the {name} '{cell}' cannot be read"))
        };
        NUMBERS.into_iter().flat_map(of_field).collect()
    }

    /// A sentence where the purpose of a row is none that everymile knows by name.
    pub(super) fn unknown_purpose(&self, row: &Row) -> Option<String> {
        let is_ours = |column: &Column| {
            self.header.get(column.at).is_some_and(|cell| spread_words(cell) == "purpose")
        };
        let (_, cell) = self.cells(row, Field::Purpose).find(|(column, _)| is_ours(column))?;
        if is_nothing(cell) || cell.parse::<Purpose>().is_ok() {
            return None;
        }
        let known = Purpose::ALL.map(Purpose::word).join(", ");
        Some(format!("the purpose '{cell}' is none of {known}: it is read as words of a title"))
    }
}

fn is_read(field: Field, cell: &str, decimals: Decimals) -> bool {
    let number = match field {
        Field::Timer | Field::Moving | Field::Elapsed => {
            cells::duration(cell, decimals, Seconds(1.0)).map(|time| time.0)
        }
        _ => cells::number(cell, decimals),
    };
    is_nothing(cell) || number.is_some_and(|number| number >= 0.0)
}

fn is_nothing(cell: &str) -> bool {
    let word = cell.to_lowercase();
    NOTHING.contains(&word.as_str()) || word.chars().all(|letter| "-–—:.,0 ".contains(letter))
}

#[cfg(test)]
mod tests {
    use super::super::Log;

    fn unread(row: &str) -> Vec<String> {
        let text = format!("date,distance_km,duration,hr_avg,purpose\n{row}\n");
        let log = Log::parse(text.as_bytes()).unwrap();
        let row = &log.rows()[0];
        log.unread_numbers(row).into_iter().chain(log.unknown_purpose(row)).collect()
    }

    #[test]
    fn every_cell_that_cannot_be_read_is_named() {
        assert_eq!(unread("2026-03-05,ten,50:00,141,easy"), ["the distance 'ten' cannot be read"]);
        assert_eq!(unread("2026-03-05,-5,50:00,141,"), ["the distance '-5' cannot be read"]);
        assert_eq!(
            unread("2026-03-05,10,1:02:03:04,?,"),
            ["the duration '1:02:03:04' cannot be read", "the mean heart rate '?' cannot be read"]
        );
        let said = unread("2026-03-05,10,50:00,141,foo");
        assert!(said[0].starts_with("the purpose 'foo' is none of "), "{said:?}");
    }

    #[test]
    fn what_stands_for_nothing_is_not_complained_of() {
        for row in
            ["2026-03-05,10,--:--:--,--,", "2026-03-05,0,50:00,n/a,easy", "2026-03-05,,5:00,,-"]
        {
            assert_eq!(unread(row), Vec::<String>::new(), "{row}");
        }
    }
}
