//! Dates and clocks as logs write them, in many languages. Knows no clock and no zone: a wall clock
//! without a zone stays one.

use jiff::{
    civil::{Date, DateTime, Time},
    fmt::temporal::{Pieces, PiecesOffset},
    tz::Offset,
};
use training::LocalStart;

/// Which comes first in `5/12/2021`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum DateOrder {
    /// 5 December.
    DayFirst,
    /// 12 May.
    MonthFirst,
}

/// When a row says it was.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Moment {
    /// The day.
    pub date: Date,
    /// The time of day, if told.
    pub time: Option<Time>,
    /// The offset from UTC, if told.
    pub offset: Option<Offset>,
}

impl Moment {
    /// The start of a run then. Without a time of day noon is taken, which is on the right day in
    /// every zone; without an offset the wall clock is written as if it were UTC.
    pub fn start(self) -> Option<LocalStart> {
        let civil =
            DateTime::from_parts(self.date, self.time.unwrap_or(Time::constant(12, 0, 0, 0)));
        let utc = self.offset.unwrap_or(Offset::UTC).to_timestamp(civil).ok()?;
        Some(LocalStart { utc, offset_seconds: self.offset.map(Offset::seconds) })
    }
}

/// Reads `2020-03-02 15:05:08`, `May 2, 2016, 9:30:46 PM`, `12.5.2021`, `22 févr. 2016 à 14:48:17`.
pub(super) fn parse(cell: &str, order: DateOrder) -> Option<Moment> {
    parse_iso(cell.trim()).or_else(|| parse_words(cell, order))
}

/// Reads a time of day: `06:30`, `6:30 PM`.
pub(super) fn parse_clock(cell: &str) -> Option<Time> {
    clock(&tokens(cell))
}

fn parse_iso(cell: &str) -> Option<Moment> {
    let pieces = Pieces::parse(cell).ok()?;
    let offset = match pieces.offset() {
        Some(PiecesOffset::Numeric(numeric)) => Some(numeric.offset()),
        _ => None,
    };
    Some(Moment { date: pieces.date(), time: pieces.time(), offset })
}

fn parse_words(cell: &str, order: DateOrder) -> Option<Moment> {
    let tokens = tokens(cell);
    let named = tokens.iter().find_map(Token::month);
    let first_three = tokens.iter().enumerate().filter(|(_, token)| token.number().is_some());
    let taken: Vec<usize> =
        first_three.map(|(at, _)| at).take(if named.is_some() { 2 } else { 3 }).collect();
    let numbers: Vec<i32> = taken.iter().filter_map(|at| tokens[*at].number()).collect();
    let date = match (named, numbers.as_slice()) {
        (Some(month), [a, b]) if *a > 31 => date(*a, month, *b),
        (Some(month), [a, b]) => date(*b, month, *a),
        (None, [year, month, day]) if *year > 31 => date(*year, *month, *day),
        (None, [a, b, year]) if order == DateOrder::MonthFirst => date(*year, *a, *b),
        (None, [a, b, year]) => date(*year, *b, *a),
        _ => None,
    }?;
    let rest = &tokens[taken.last()? + 1..];
    Some(Moment { date, time: clock(rest), offset: None })
}

fn date(year: i32, month: i32, day: i32) -> Option<Date> {
    let year = if year < 100 { 2000 + year } else { year };
    Date::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// Reads hours, minutes and seconds, with `AM` or `PM` anywhere after them. Zero hours `PM`, as one
/// exporter writes noon, is noon.
fn clock(tokens: &[Token]) -> Option<Time> {
    let numbers: Vec<i32> = tokens.iter().filter_map(Token::number).collect();
    let [hour, minute, rest @ ..] = numbers.as_slice() else { return None };
    let says = |half: &str| tokens.iter().any(|token| token.is_word(half));
    let hour = match hour {
        12 if says("am") => 0,
        hour if says("pm") && *hour < 12 => hour + 12,
        hour => *hour,
    };
    let second = rest.first().copied().unwrap_or(0).min(59);
    Time::new(i8::try_from(hour).ok()?, i8::try_from(*minute).ok()?, i8::try_from(second).ok()?, 0)
        .ok()
}

#[derive(Debug, PartialEq)]
enum Token {
    Number(i32),
    Word(String),
}

impl Token {
    fn number(&self) -> Option<i32> {
        if let Self::Number(number) = self { Some(*number) } else { None }
    }

    fn is_word(&self, text: &str) -> bool {
        matches!(self, Self::Word(word) if word == text)
    }

    fn month(&self) -> Option<i32> {
        let Self::Word(word) = self else { return None };
        MONTHS
            .iter()
            .position(|stems| stems.iter().any(|stem| word.starts_with(stem)))
            .map(|index| index as i32 + 1)
    }
}

/// Runs of digits and runs of letters; `p.m.` becomes `pm`.
fn tokens(cell: &str) -> Vec<Token> {
    let cell = cell.to_lowercase().replace("a.m", "am").replace("p.m", "pm");
    let mut tokens = Vec::new();
    let mut rest = cell.as_str();
    while let Some(first) = rest.chars().next() {
        let is_same = |letter: char| match first {
            '0'..='9' => letter.is_ascii_digit(),
            _ => letter.is_alphabetic() && first.is_alphabetic(),
        };
        let end = rest.find(|letter| !is_same(letter)).unwrap_or(rest.len());
        let end = end.max(first.len_utf8());
        let (token, after) = rest.split_at(end);
        if first.is_ascii_digit() {
            tokens.push(Token::Number(token.parse().unwrap_or(i32::MAX)));
        } else if first.is_alphabetic() {
            tokens.push(Token::Word(token.to_owned()));
        }
        rest = after;
    }
    tokens
}

/// How the months begin: English, German, Danish, Swedish, Dutch, French, Spanish, Italian,
/// Portuguese, Polish.
const MONTHS: [&[&str]; 12] = [
    &["jan", "jän", "janv", "ene", "gen", "sty"],
    &["feb", "fév", "fev", "lut"],
    &["mar", "mär", "mrt", "maa"],
    &["apr", "avr", "abr", "kwi"],
    &["may", "mai", "maj", "mei", "mag"],
    &["jun", "juin", "giu", "cze"],
    &["jul", "juil", "lug", "lip"],
    &["aug", "aoû", "ago", "sie"],
    &["sep", "set", "wrz"],
    &["oct", "okt", "ott", "out", "paź"],
    &["nov", "lis"],
    &["dec", "dez", "déc", "dic", "des", "gru"],
];

#[cfg(test)]
mod tests {
    use super::*;

    fn check(cell: &str, expected: &str) {
        let moment = parse(cell, DateOrder::DayFirst).unwrap_or_else(|| panic!("{cell} is a date"));
        assert_eq!(moment.start().unwrap().civil().to_string(), expected, "{cell}");
    }

    #[test]
    fn dates_are_read_as_people_and_platforms_write_them() {
        check("2020-03-02 15:05:08", "2020-03-02T15:05:08");
        check("2018-04-25T16:47:44Z", "2018-04-25T16:47:44");
        check("May 2, 2016, 9:30:46 PM", "2016-05-02T21:30:46");
        check("May 2, 2016, 9:30:46\u{202f}PM", "2016-05-02T21:30:46");
        check("22 févr. 2016 à 14:48:17", "2016-02-22T14:48:17");
        check("22.02.2016, 14:48:17", "2016-02-22T14:48:17");
        check("2016/02/22 14:48", "2016-02-22T14:48:00");
        check("Oct 30, 2023, 00:00:00 PM", "2023-10-30T12:00:00");
    }

    #[test]
    fn a_day_without_a_time_is_noon() {
        check("2022-03-31", "2022-03-31T12:00:00");
        check("13/5/2021", "2021-05-13T12:00:00");
    }

    #[test]
    fn an_american_date_is_read_when_the_file_says_so() {
        let moment = parse("5/13/2021", DateOrder::MonthFirst).unwrap();
        assert_eq!(moment.date.to_string(), "2021-05-13");
    }

    #[test]
    fn a_told_offset_is_kept() {
        let start =
            parse("2024-05-01T07:00:00+02:00", DateOrder::DayFirst).unwrap().start().unwrap();
        assert_eq!(start.offset_seconds, Some(7200));
        assert_eq!(start.utc.to_string(), "2024-05-01T05:00:00Z");
    }

    #[test]
    fn what_is_no_date_is_refused() {
        for cell in ["", "Total", "12.7", "99/99/2020", "aaaa 99999999999 1"] {
            assert_eq!(parse(cell, DateOrder::DayFirst), None, "{cell}");
        }
    }
}
