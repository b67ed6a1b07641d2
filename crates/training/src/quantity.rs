//! Quantities with their unit in the type: metres and seconds inside, miles and minutes only where
//! a person reads them. Knows nothing of runs.

use serde::{Deserialize, Serialize};
use std::ops::{Add, AddAssign, Sub};

/// Metres in one statute mile.
pub const METRES_PER_MILE: f64 = 1609.344;

/// One newtype per quantity. A macro, because nine identical blocks would hide the one line that
/// differs: the unit.
macro_rules! quantity {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, PartialOrd, Default, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub f64);

        impl Add for $name {
            type Output = Self;
            fn add(self, other: Self) -> Self {
                Self(self.0 + other.0)
            }
        }

        impl AddAssign for $name {
            fn add_assign(&mut self, other: Self) {
                self.0 += other.0;
            }
        }

        impl Sub for $name {
            type Output = Self;
            fn sub(self, other: Self) -> Self {
                Self(self.0 - other.0)
            }
        }

        impl std::iter::Sum for $name {
            fn sum<I: Iterator<Item = Self>>(iter: I) -> Self {
                Self(iter.map(|quantity| quantity.0).sum())
            }
        }
    };
}

quantity!(
    /// A distance in metres.
    Metres
);
quantity!(
    /// A duration, or a time since a run's first sample, in seconds.
    Seconds
);
quantity!(
    /// A speed in metres per second.
    MetresPerSecond
);
quantity!(
    /// A heart rate in beats per minute.
    Bpm
);
quantity!(
    /// A cadence in steps (not strides) per minute.
    StepsPerMinute
);
quantity!(
    /// A power in watts.
    Watts
);
quantity!(
    /// A short time in milliseconds, as between heartbeats.
    Milliseconds
);
quantity!(
    /// A temperature in degrees Celsius.
    Celsius
);

impl Metres {
    /// Kilometres to metres.
    pub const fn from_km(km: f64) -> Self {
        Self(km * 1000.0)
    }

    /// Statute miles to metres.
    pub const fn from_miles(miles: f64) -> Self {
        Self(miles * METRES_PER_MILE)
    }

    /// Kilometres, for a reader.
    pub const fn km(self) -> f64 {
        self.0 / 1000.0
    }

    /// Statute miles, for a reader.
    pub const fn miles(self) -> f64 {
        self.0 / METRES_PER_MILE
    }

    /// The mean speed over `time`; `None` where no time passed.
    pub fn over(self, time: Seconds) -> Option<MetresPerSecond> {
        (time.0 > 0.0).then(|| MetresPerSecond(self.0 / time.0))
    }
}

impl Seconds {
    /// Minutes to seconds.
    pub const fn from_minutes(minutes: f64) -> Self {
        Self(minutes * 60.0)
    }

    /// Minutes, for a reader.
    pub const fn minutes(self) -> f64 {
        self.0 / 60.0
    }
}

impl MetresPerSecond {
    /// The speed of a pace given in seconds per kilometre.
    pub const fn from_seconds_per_km(pace_seconds: f64) -> Self {
        Self(1000.0 / pace_seconds)
    }

    /// The pace in seconds per kilometre; `None` when standing.
    pub fn seconds_per_km(self) -> Option<f64> {
        (self.0 > 0.0).then(|| 1000.0 / self.0)
    }

    /// The pace in seconds per mile; `None` when standing.
    pub fn seconds_per_mile(self) -> Option<f64> {
        (self.0 > 0.0).then(|| METRES_PER_MILE / self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_nine_minute_mile_is_five_thirty_five_per_kilometre() {
        let speed = Metres::from_miles(1.0).over(Seconds(540.0)).unwrap();
        assert!((speed.seconds_per_km().unwrap() - 335.54).abs() < 0.01);
        assert!((speed.seconds_per_mile().unwrap() - 540.0).abs() < 1e-9);
    }

    #[test]
    fn standing_has_no_pace() {
        assert_eq!(MetresPerSecond(0.0).seconds_per_km(), None);
    }
}
