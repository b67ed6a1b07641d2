//! Times as XML files write them, as seconds since the Unix epoch and an offset where one is told.

use jiff::{Timestamp, civil::DateTime, tz::Offset};
use training::Seconds;

/// A time in a file.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Moment {
    /// Seconds since the Unix epoch.
    pub at: Seconds,
    /// Seconds east of UTC, where the file writes a local time with its offset.
    pub offset_seconds: Option<i32>,
}

/// Reads `2012-12-26T21:29:53Z`, with fractions, with an offset, or bare (then it is UTC).
pub(crate) fn parse(text: &str) -> Option<Moment> {
    if let Ok(time) = text.parse::<Timestamp>() {
        return Some(Moment { at: seconds(time), offset_seconds: offset(text) });
    }
    let civil: DateTime = text.trim_end_matches(['Z', 'z']).trim().parse().ok()?;
    let time = Offset::UTC.to_timestamp(civil).ok()?;
    Some(Moment { at: seconds(time), offset_seconds: None })
}

/// The instant of a clean-up time.
pub(crate) fn timestamp(at: Seconds) -> Timestamp {
    Timestamp::from_millisecond((at.0 * 1000.0).round() as i64).unwrap_or_default()
}

fn seconds(time: Timestamp) -> Seconds {
    Seconds(time.as_microsecond() as f64 / 1e6)
}

fn offset(text: &str) -> Option<i32> {
    let zone = text.get(text.len().checked_sub(6)?..)?;
    let sign = match zone.as_bytes()[0] {
        b'+' => 1,
        b'-' => -1,
        _ => return None,
    };
    let (hours, minutes) = zone[1..].split_once(':')?;
    Some(sign * (hours.parse::<i32>().ok()? * 3600 + minutes.parse::<i32>().ok()? * 60))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_in_the_forms_that_occur() {
        let at = |text| parse(text).unwrap().at.0;
        assert_eq!(at("1970-01-01T00:01:00Z"), 60.0);
        assert_eq!(at("1970-01-01T00:01:00.250Z"), 60.25);
        assert_eq!(at("1970-01-01T00:01:00"), 60.0);
        assert_eq!(at("1970-01-01T02:01:00+02:00"), 60.0);
        assert_eq!(parse("yesterday"), None);
    }

    #[test]
    fn an_offset_that_is_written_is_kept() {
        assert_eq!(parse("2020-05-01T08:00:00-04:30").unwrap().offset_seconds, Some(-16200));
        assert_eq!(parse("2020-05-01T08:00:00Z").unwrap().offset_seconds, None);
    }
}
