//! Apple's one way to write a time: `2024-01-15 10:00:00 +0000`.

use jiff::{Timestamp, fmt::strtime, tz::Offset};

/// The instant and the offset it is written in.
pub(super) fn parse(text: &str) -> Option<(Timestamp, Offset)> {
    let parsed = strtime::parse("%Y-%m-%d %H:%M:%S %z", text).ok()?;
    Some((parsed.to_timestamp().ok()?, parsed.offset()?))
}

/// The instant alone, in seconds since 1970.
pub(super) fn seconds(text: &str) -> Option<i64> {
    parse(text).map(|(instant, _)| instant.as_second())
}
