//! The clock: the one place that knows what day it is. Everything else is told.
#![allow(clippy::disallowed_methods, reason = "the front door reads the clock for everybody")]

use jiff::Timestamp;
use std::time::Instant;
use training::{Date, calendar::add_days};

/// The day it is: the one the runner asked for, else today where this machine stands.
pub fn today(asked: Option<Date>) -> Date {
    asked.unwrap_or_else(|| jiff::Zoned::now().date())
}

/// The last day that has begun anywhere on earth: no run can be later.
pub fn last_possible_day() -> Date {
    add_days(Timestamp::now().to_zoned(jiff::tz::TimeZone::UTC).date(), 1)
}

/// A moment to measure from: how long something was ago.
pub fn moment() -> Instant {
    Instant::now()
}

/// The present moment, for noting when something was said.
pub fn now() -> Timestamp {
    Timestamp::now()
}
