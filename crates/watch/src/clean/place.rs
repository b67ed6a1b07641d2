//! Places on earth: how far apart two are, and which local time holds there.

use crate::recording::Recording;
use training::{Oddity, OddityKind, Position};

/// Mean radius of the earth in metres (IUGG 1980).
const EARTH_RADIUS: f64 = 6_371_008.8;

/// Metres between two places along a great circle (haversine, Sinnott 1984).
pub(super) fn great_circle(from: Position, to: Position) -> f64 {
    let (from_latitude, to_latitude) = (from.latitude.to_radians(), to.latitude.to_radians());
    let half_north = (to_latitude - from_latitude) / 2.0;
    let half_east = (to.longitude - from.longitude).to_radians() / 2.0;
    let chord = half_north.sin().powi(2)
        + from_latitude.cos() * to_latitude.cos() * half_east.sin().powi(2);
    2.0 * EARTH_RADIUS * chord.sqrt().min(1.0).asin()
}

/// Whether two places are no farther apart than so many metres.
pub(super) fn is_within(metres: f64, from: Position, to: Position) -> bool {
    // Going first north and then east along the equator is never shorter, and needs no sine.
    let north = (to.latitude - from.latitude).abs();
    let east = (to.longitude - from.longitude).abs();
    let detour = EARTH_RADIUS * (north + east).to_radians();
    1.001 * detour <= metres || great_circle(from, to) <= metres
}

/// Seconds east of UTC at the start: as the file tells, else guessed from the longitude, and said.
pub(super) fn local_offset(recording: &mut Recording) -> Option<i32> {
    let is_said = |oddity: &Oddity| {
        matches!(oddity.kind, OddityKind::LocalTimeGuessed | OddityKind::NoTimeOfDay)
    };
    if recording.offset_seconds.is_some() || recording.oddities.iter().any(is_said) {
        return recording.offset_seconds;
    }
    let Some(place) = recording.samples.iter().find_map(|sample| sample.position) else {
        let message = "the file tells neither its local time nor a place: times are UTC";
        recording.note(OddityKind::LocalTimeGuessed, message);
        return None;
    };
    let hours = (place.longitude / 15.0).round() as i32;
    let message = format!("the file tells no local time; UTC{hours:+} was guessed from the place");
    recording.note(OddityKind::LocalTimeGuessed, message);
    Some(hours * 3600)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_degree_of_latitude_is_111_kilometres() {
        let at = |latitude| Position { latitude, longitude: 10.0 };
        assert!((great_circle(at(50.0), at(51.0)) - 111_195.0).abs() < 1.0);
    }

    #[test]
    fn near_is_near_in_every_direction() {
        let here = Position { latitude: 50.0, longitude: 10.0 };
        for (north, east) in [(1e-4, 0.0), (0.0, 1e-4), (7e-5, -7e-5), (0.5, 359.9)] {
            let there = Position { latitude: 50.0 + north, longitude: 10.0 + east };
            let metres = great_circle(here, there);
            assert!(is_within(metres, here, there) && !is_within(0.99 * metres, here, there));
        }
    }
}
