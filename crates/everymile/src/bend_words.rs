//! What becomes of a plan, in words: the days and what can be run on them as they are typed, and an
//! event as the logbook keeps it.

use crate::{plan_words, race_words, units::Units};
use planner::{Event, Possible};
use std::ops::RangeInclusive;
use training::{
    Date, Seconds, Week, Weekday,
    calendar::{add_days, days_between},
};

/// So many missed days may be counted back.
const DAYS_BACK: RangeInclusive<i64> = 1..=365;
/// So many minutes may be possible on a journey.
const MINUTES: RangeInclusive<f64> = 10.0..=300.0;

/// From one day to another, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Days {
    /// The first.
    pub from: Date,
    /// The last.
    pub to: Date,
}

/// Missed days as they are typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Missed {
    /// So many up to yesterday.
    Last(i64),
    /// These.
    Days(Days),
}

/// A day as it is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DayWord {
    /// A day of a week that is still to be found.
    Weekday(Weekday),
    /// A date.
    Date(Date),
}

/// `2026-12-01..2026-12-05`, or one day.
pub fn days(words: &str) -> Result<Days, String> {
    let (from, to) = words.split_once("..").unwrap_or((words, words));
    let (from, to) = (date(from)?, date(to)?);
    if to < from {
        return Err(format!("{to} lies before {from}; write the earlier day first: {to}..{from}"));
    }
    Ok(Days { from, to })
}

/// `3` for the last three days, or days.
pub fn missed(words: &str) -> Result<Missed, String> {
    match words.parse::<i64>() {
        Ok(number) if DAYS_BACK.contains(&number) => Ok(Missed::Last(number)),
        Ok(_) => Err(format!("'{words}' is no number of missed days; give 1 to 365, or FROM..TO")),
        Err(_) => days(words).map(Missed::Days),
    }
}

/// `none`, `easy` or `30min`.
pub fn possible(word: &str) -> Result<Possible, String> {
    let minutes = word.strip_suffix("min").unwrap_or(word).trim().parse::<f64>();
    match (word, minutes) {
        ("none", _) => Ok(Possible::Nothing),
        ("easy", _) => Ok(Possible::EasyRunning),
        (_, Ok(minutes)) if MINUTES.contains(&minutes) => {
            Ok(Possible::UpTo(Seconds::from_minutes(minutes)))
        }
        _ => Err(format!("'{word}' is not possible; say none, easy, or 10 to 300 minutes: 30min")),
    }
}

/// A day of the week or a date.
pub fn day(word: &str) -> Result<DayWord, String> {
    if let Ok(day) = word.parse() {
        return Ok(DayWord::Date(day));
    }
    plan_words::weekday(word)
        .map(DayWord::Weekday)
        .map_err(|error| error + ", or a date: 2026-12-01")
}

/// The number of a change.
pub fn number_of_change(word: &str) -> Result<i64, String> {
    let number = word.parse().ok().filter(|number| *number > 0);
    number.ok_or_else(|| {
        format!("'{word}' is no number of a change; everymile plan changes lists them: 1, 2, 3 …")
    })
}

fn date(word: &str) -> Result<Date, String> {
    word.trim().parse().map_err(|_| {
        format!("'{word}' is no day; write YYYY-MM-DD, or FROM..TO: 2026-12-01..2026-12-05")
    })
}

impl Missed {
    /// The days, seen from a day.
    pub fn on(self, on: Date) -> Days {
        match self {
            Self::Last(number) => Days { from: add_days(on, -number), to: add_days(on, -1) },
            Self::Days(days) => days,
        }
    }
}

impl DayWord {
    /// The day it means in a week.
    pub fn in_week(self, week: Week) -> Date {
        match self {
            Self::Date(day) => day,
            Self::Weekday(day) => add_days(week.start, i64::from(day.since(week.start.weekday()))),
        }
    }

    /// The last such day up to a day.
    pub fn up_to(self, on: Date) -> Date {
        match self {
            Self::Date(day) => day,
            Self::Weekday(day) => add_days(on, -i64::from(on.weekday().since(day))),
        }
    }
}

/// What is to move and where, in the week of a day; in the next where that day of it is over.
pub fn moved(from: DayWord, to: DayWord, week: Week, on: Date) -> Event {
    let week = if to.in_week(week) < on { week.plus(1) } else { week };
    Event::Move { from: from.in_week(week), to: to.in_week(week) }
}

/// How an illness is spoken of.
const ILL: &str = "ill";

/// Whether what was said of a change speaks of an illness.
pub fn is_illness(event: &str) -> bool {
    event.split(' ').next() == Some(ILL)
}

/// An event as it is kept: `ill from 2026-12-01 to 2026-12-05`.
pub fn said(event: &Event) -> String {
    let span = |from: Date, to: Date| match days_between(from, to) {
        0 => format!("on {from}"),
        _ => format!("from {from} to {to}"),
    };
    match event {
        Event::Missed { from, to } => format!("no running {}", span(*from, *to)),
        Event::Sick { from, to, .. } => format!("{ILL} {}", span(*from, *to)),
        Event::Travel { from, to, possible } => {
            let possible = match possible {
                Possible::Nothing => "without running".to_owned(),
                Possible::EasyRunning => "with easy running".to_owned(),
                Possible::UpTo(time) => format!("with up to {:.0} minutes a day", time.minutes()),
            };
            format!("away {}, {possible}", span(*from, *to))
        }
        Event::Race { day, distance } => {
            format!("{} on {day}", race_words::name(*distance, Units::Kilometres))
        }
        Event::Move { from, to } => format!("{from} moved to {to}"),
        Event::RedCheckIn => "how you are today".to_owned(),
        Event::FreeRun { day, .. } => format!("a run that was not planned on {day}"),
        Event::AsRun => "what was run so far looked at".to_owned(),
        Event::Review => "the last two weeks looked at".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    const WEDNESDAY: Date = date(2026, 12, 2);
    const WEEK: Week = Week { start: date(2026, 11, 30) };

    #[test]
    fn days_are_one_or_from_one_to_another() {
        let one = Days { from: WEDNESDAY, to: WEDNESDAY };
        assert_eq!(days("2026-12-02"), Ok(one));
        assert_eq!(days("2026-12-02..2026-12-02"), Ok(one));
        assert!(days("2026-12-05..2026-12-01").unwrap_err().contains("the earlier day first"));
        assert!(days("monday").unwrap_err().contains("2026-12-01..2026-12-05"));
    }

    #[test]
    fn missed_days_are_counted_back_from_yesterday() {
        let three = missed("3").unwrap().on(WEDNESDAY);
        assert_eq!((three.from, three.to), (date(2026, 11, 29), date(2026, 12, 1)));
        assert!(missed("0").unwrap_err().contains("1 to 365"));
    }

    #[test]
    fn a_move_is_within_this_week_or_the_next_once_that_is_over() {
        let between =
            |from: &str, to: &str| moved(day(from).unwrap(), day(to).unwrap(), WEEK, WEDNESDAY);
        let thursday = Event::Move { from: date(2026, 12, 1), to: date(2026, 12, 3) };
        assert_eq!(between("tue", "thu"), thursday);
        let next = Event::Move { from: date(2026, 12, 11), to: date(2026, 12, 8) };
        assert_eq!(between("fri", "tue"), next);
        assert_eq!(day("tue").unwrap().up_to(WEDNESDAY), date(2026, 12, 1));
    }

    #[test]
    fn what_is_possible_on_a_journey_is_nothing_easy_running_or_some_minutes() {
        assert_eq!(possible("easy"), Ok(Possible::EasyRunning));
        assert_eq!(possible("30min"), Ok(Possible::UpTo(Seconds(1800.0))));
        assert!(possible("swim").unwrap_err().contains("none, easy, or 10 to 300 minutes"));
    }
}
