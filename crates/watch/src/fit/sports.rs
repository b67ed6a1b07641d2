//! FIT's numbers for sports and settings, in running words. Unknown numbers are tolerated.

use crate::recording::Kind;
use rustyfit::profile::typedef::{Sport as FitSport, SubSport};
use training::{Setting, Sport};

const TREADMILL: u32 = 1;
const TRAIL: u32 = 3;
const TRACK: u32 = 4;
const SPIN: u32 = 5;
const INDOOR_CYCLING: u32 = 6;
const INDOOR_ROWING: u32 = 14;
const ELLIPTICAL: u32 = 15;
const STAIR_CLIMBING: u32 = 16;
const INDOOR_RUNNING: u32 = 45;
const VIRTUAL_ACTIVITY: u32 = 58;
const ULTRA: u32 = 67;

/// What kind of activity a session was.
pub(super) fn kind(sport: u32, sub_sport: u32) -> Kind {
    match (sport, sub_sport) {
        (0 | 4 | 254, TREADMILL | INDOOR_RUNNING) | (0, ULTRA) | (1, _) => Kind::Run,
        (4, SPIN | INDOOR_CYCLING) | (2 | 21, _) => Kind::Other(Sport::Cycling),
        (4, INDOOR_ROWING) | (15 | 19 | 37 | 41 | 88, _) => Kind::Other(Sport::Rowing),
        (0, ELLIPTICAL | STAIR_CLIMBING) | (4 | 48, _) => Kind::Other(Sport::Machine),
        (0 | 254, _) => Kind::Unsaid,
        (5 | 82 | 85, _) => Kind::Other(Sport::Swimming),
        (10 | 62 | 86, _) => Kind::Other(Sport::Strength),
        (11, _) => Kind::Other(Sport::Walking),
        (12..=14 | 30 | 33 | 35 | 58, _) => Kind::Other(Sport::Skiing),
        (16 | 17, _) => Kind::Other(Sport::Hiking),
        _ => Kind::Other(Sport::Other),
    }
}

/// Where a session was run.
pub(super) fn setting(sub_sport: u32) -> Setting {
    match sub_sport {
        TREADMILL | INDOOR_RUNNING | VIRTUAL_ACTIVITY => Setting::Treadmill,
        TRACK => Setting::Track,
        TRAIL => Setting::Trail,
        _ => Setting::Outdoor,
    }
}

/// The file's own words for a sport: `cycling, indoor_cycling`.
pub(super) fn called(sport: u32, sub_sport: u32) -> String {
    let sport = FitSport(sport as u8).to_string();
    match sub_sport {
        0 | 255 => sport,
        _ => format!("{sport}, {}", SubSport(sub_sport as u8)),
    }
}
