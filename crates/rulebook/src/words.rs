//! Numbers as a runner reads them: paces, distances and counts in the runner's own units.

use serde::{Deserialize, Serialize};
use training::{Metres, MetresPerSecond};

/// The units a runner reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Units {
    /// Kilometres.
    #[default]
    Kilometres,
    /// Statute miles.
    Miles,
}

/// A distance: `4.1 km`, `2.5 miles`.
pub fn distance(metres: Metres, units: Units) -> String {
    match units {
        Units::Kilometres => format!("{:.1} km", metres.km()),
        Units::Miles => format!("{:.1} miles", metres.miles()),
    }
}

/// A pace: `6:12/km`, `9:59/mi`; `standing` where nothing moves.
pub fn pace(speed: MetresPerSecond, units: Units) -> String {
    let (seconds, unit) = match units {
        Units::Kilometres => (speed.seconds_per_km(), "km"),
        Units::Miles => (speed.seconds_per_mile(), "mi"),
    };
    let Some(seconds) = seconds.filter(|seconds| seconds.is_finite()) else {
        return "standing".to_owned();
    };
    let seconds = seconds.round();
    format!("{:.0}:{:02.0}/{unit}", (seconds / 60.0).floor(), seconds % 60.0)
}

/// A count with its noun: `1 day`, `3 days`.
pub fn count(number: usize, noun: &str) -> String {
    if number == 1 { format!("1 {noun}") } else { format!("{number} {noun}s") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pace_never_shows_sixty_seconds() {
        let speed = MetresPerSecond(1000.0 / 359.7);
        assert_eq!(pace(speed, Units::Kilometres), "6:00/km");
    }

    #[test]
    fn a_mile_in_11_41_reads_11_41() {
        let speed = Metres::from_miles(1.0).over(training::Seconds(701.0)).unwrap();
        assert_eq!(pace(speed, Units::Miles), "11:41/mi");
    }
}
