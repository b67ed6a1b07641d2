//! Days and weeks as a runner lives them: a run belongs to its own local day, and a week begins on
//! the day the runner chose. Knows no clock: today is always given.

use jiff::{SignedDuration, Timestamp, civil::DateTime, tz::Offset};
use serde::{Deserialize, Serialize};

pub use jiff::civil::{Date, Weekday};

const DAY_SECONDS: i64 = 86_400;

/// The days of the week, from Monday on.
pub const WEEK: [Weekday; 7] = [
    Weekday::Monday,
    Weekday::Tuesday,
    Weekday::Wednesday,
    Weekday::Thursday,
    Weekday::Friday,
    Weekday::Saturday,
    Weekday::Sunday,
];

/// When a run began: the instant, and the offset of the place it was run in where that is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct LocalStart {
    /// The instant of the first sample.
    pub utc: Timestamp,
    /// Seconds east of UTC at that place and time; `None` when the file does not tell.
    pub offset_seconds: Option<i32>,
}

impl LocalStart {
    /// The wall clock at the start. Without a known offset this is UTC.
    pub fn civil(self) -> DateTime {
        self.offset().to_datetime(self.utc)
    }

    /// The local day the run belongs to.
    pub fn date(self) -> Date {
        self.civil().date()
    }

    /// The wall clock at the start in seconds since 1970, to be compared with [`midnight`]: a search
    /// through a decade of runs need not make a date of each.
    pub fn wall_seconds(self) -> i64 {
        self.utc.as_second() + i64::from(self.offset().seconds())
    }

    fn offset(self) -> Offset {
        let known = self.offset_seconds.and_then(|seconds| Offset::from_seconds(seconds).ok());
        known.unwrap_or(Offset::UTC)
    }
}

/// The wall clock at the beginning of a day, in seconds since 1970.
pub fn midnight(day: Date) -> i64 {
    jiff::civil::date(1970, 1, 1).duration_until(day).as_secs()
}

/// Seven days, named by the first of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Week {
    /// The first day of the week.
    pub start: Date,
}

impl Week {
    /// The week that holds `date`, when weeks begin on `first_day`.
    pub fn of(date: Date, first_day: Weekday) -> Self {
        let days_in = date.weekday().since(first_day);
        Self { start: add_days(date, -i64::from(days_in)) }
    }

    /// The last day of the week.
    pub fn end(self) -> Date {
        add_days(self.start, 6)
    }

    /// Whether `date` falls in this week.
    pub fn holds(self, date: Date) -> bool {
        self.start <= date && date <= self.end()
    }

    /// The week `count` weeks later (earlier if negative).
    #[must_use]
    pub fn plus(self, count: i64) -> Self {
        Self { start: add_days(self.start, 7 * count) }
    }
}

/// The date `days` later (earlier if negative), held inside the calendar's range.
pub fn add_days(date: Date, days: i64) -> Date {
    date.saturating_add(SignedDuration::from_secs(DAY_SECONDS.saturating_mul(days)))
}

/// Whole days from `from` to `to`; negative when `to` is earlier.
pub fn days_between(from: Date, to: Date) -> i64 {
    from.duration_until(to).as_secs() / DAY_SECONDS
}

/// What belongs to the days from `first` to `last`, both included, of a list in the order of its days.
pub fn between<T>(all: &[T], first: Date, last: Date, date_of: impl Fn(&T) -> Date) -> &[T] {
    let from = all.partition_point(|it| date_of(it) < first);
    let to = all.partition_point(|it| date_of(it) <= last);
    all.get(from..to).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_week_begins_on_the_day_the_runner_chose() {
        let wednesday = date(2026, 3, 4);
        assert_eq!(Week::of(wednesday, Weekday::Monday).start, date(2026, 3, 2));
        assert_eq!(Week::of(wednesday, Weekday::Sunday).start, date(2026, 3, 1));
    }

    #[test]
    fn a_late_run_belongs_to_its_own_local_day() {
        let start = LocalStart {
            utc: "2026-03-05T03:30:00Z".parse().unwrap(),
            offset_seconds: Some(-5 * 3600),
        };
        assert_eq!(start.date(), date(2026, 3, 4));
    }

    #[test]
    fn the_wall_clock_in_seconds_tells_the_same_day() {
        for (hour, offset_seconds) in [(3, -5 * 3600), (23, 3600), (0, 0), (22, 45 * 60)] {
            let utc = date(2024, 2, 29).at(hour, 59, 59, 0).in_tz("UTC").unwrap().timestamp();
            let start = LocalStart { utc, offset_seconds: Some(offset_seconds) };
            let day = start.date();
            assert!(midnight(day) <= start.wall_seconds());
            assert!(start.wall_seconds() < midnight(add_days(day, 1)));
        }
    }

    #[test]
    fn days_are_counted_across_years() {
        assert_eq!(days_between(date(2025, 12, 30), date(2026, 1, 2)), 3);
        assert_eq!(days_between(date(2026, 1, 2), date(2025, 12, 30)), -3);
        assert_eq!(days_between(date(2024, 1, 1), date(2026, 1, 1)), 731);
    }
}
