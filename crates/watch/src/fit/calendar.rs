//! Which day it was: the offset of the local time, and the times of watches without satellites,
//! which count from the moment they were switched on.

use super::messages::{FIT_EPOCH, Messages};
use training::Seconds;

/// Times below this count from power-on instead of from FIT's epoch.
const FIRST_ABSOLUTE: f64 = 268_435_456.0 + FIT_EPOCH;
/// Zones lie on quarter hours.
const QUARTER_HOUR: f64 = 900.0;
const FARTHEST_ZONE: f64 = 14.0 * 3600.0;

/// Moves times that count from power-on to the calendar, by the local time of the activity. What
/// it is in UTC, such a watch does not know; its local time is taken for it.
pub(super) fn settle(messages: &mut Messages) {
    let Some(ahead) = messages.local_ahead.filter(|&ahead| ahead > FARTHEST_ZONE) else { return };
    let shift = |time: &mut Seconds| time.0 += if time.0 < FIRST_ABSOLUTE { ahead } else { 0.0 };
    messages.records.iter_mut().for_each(|record| shift(&mut record.at));
    messages.timer.iter_mut().for_each(|(time, _)| shift(time));
    for lap in &mut messages.laps {
        shift(&mut lap.start);
        shift(&mut lap.end);
    }
    for session in &mut messages.sessions {
        session.start.iter_mut().for_each(shift);
        session.end.iter_mut().for_each(shift);
    }
}

/// Seconds east of UTC; `None` where the file does not tell or tells nonsense.
pub(super) fn offset_seconds(messages: &Messages) -> Option<i32> {
    let ahead = messages.local_ahead.filter(|ahead| ahead.abs() <= FARTHEST_ZONE)?;
    Some(((ahead / QUARTER_HOUR).round() * QUARTER_HOUR) as i32)
}
