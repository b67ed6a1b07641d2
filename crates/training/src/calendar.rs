//! Days and weeks as a runner lives them: a run belongs to its own local day, and a week begins on
//! the day the runner chose. Knows no clock: today is always given.

use jiff::{Timestamp, civil::DateTime, tz::Offset};
use serde::{Deserialize, Serialize};

pub use jiff::civil::{Date, Weekday};

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
        let offset = self
            .offset_seconds
            .and_then(|seconds| Offset::from_seconds(seconds).ok())
            .unwrap_or(Offset::UTC);
        offset.to_datetime(self.utc)
    }

    /// The local day the run belongs to.
    pub fn date(self) -> Date {
        self.civil().date()
    }
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
    date.saturating_add(jiff::Span::new().days(days))
}

/// Whole days from `from` to `to`; negative when `to` is earlier.
pub fn days_between(from: Date, to: Date) -> i64 {
    to.duration_since(from).as_hours() / 24
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
    fn days_are_counted_across_years() {
        assert_eq!(days_between(date(2025, 12, 30), date(2026, 1, 2)), 3);
        assert_eq!(days_between(date(2026, 1, 2), date(2025, 12, 30)), -3);
        assert_eq!(days_between(date(2024, 1, 1), date(2026, 1, 1)), 731);
    }
}
