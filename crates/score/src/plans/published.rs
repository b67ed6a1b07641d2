//! The published plans there are, each with its race and the runner it is meant for.

use training::{Level, Metres, MetresPerSecond};

/// A plan that others have published.
pub struct Published {
    /// The name of its file.
    pub name: &'static str,
    /// Whose it is and what it is called.
    pub title: &'static str,
    /// Its distances and days, in the notation.
    pub text: &'static str,
    /// The race it is for.
    pub race: Metres,
    /// The runner it is meant for.
    pub level: Level,
}

impl Published {
    /// What such a runner can usually do (as the simulator draws its levels).
    pub const fn critical_speed(&self) -> MetresPerSecond {
        match self.level {
            Level::Beginner => MetresPerSecond(2.8),
            Level::Intermediate => MetresPerSecond(3.4),
            Level::Advanced | Level::Elite => MetresPerSecond(4.0),
        }
    }
}

const FIVE: Metres = Metres(5_000.0);
const TEN: Metres = Metres(10_000.0);
const HALF: Metres = Metres(21_097.5);
const MARATHON: Metres = Metres(42_195.0);

macro_rules! published {
    ($name:literal, $title:literal, $race:expr, $level:ident) => {
        Published {
            name: $name,
            title: $title,
            text: include_str!(concat!("published/", $name, ".txt")),
            race: $race,
            level: Level::$level,
        }
    };
}

/// Every plan, the shortest race first.
pub const PUBLISHED: [Published; 12] = [
    published!("nhs-couch-to-5k", "NHS, from the couch to 5 km", FIVE, Beginner),
    published!("higdon-5k-novice", "Higdon, 5 km, novice", FIVE, Beginner),
    published!("higdon-10k-novice", "Higdon, 10 km, novice", TEN, Beginner),
    published!("higdon-half-novice-1", "Higdon, half marathon, novice 1", HALF, Beginner),
    published!("higdon-half-novice-2", "Higdon, half marathon, novice 2", HALF, Beginner),
    published!("hansons-half-beginner", "Hansons, half marathon, beginners", HALF, Beginner),
    published!("higdon-marathon-novice-1", "Higdon, marathon, novice 1", MARATHON, Beginner),
    published!("higdon-marathon-novice-2", "Higdon, marathon, novice 2", MARATHON, Beginner),
    published!(
        "higdon-marathon-intermediate-1",
        "Higdon, marathon, intermediate 1",
        MARATHON,
        Intermediate
    ),
    published!(
        "higdon-marathon-intermediate-2",
        "Higdon, marathon, intermediate 2",
        MARATHON,
        Intermediate
    ),
    published!("hansons-marathon-beginner", "Hansons, marathon, beginners", MARATHON, Intermediate),
    published!(
        "pfitzinger-marathon-55",
        "Pfitzinger and Douglas, marathon, up to 55 miles",
        MARATHON,
        Advanced
    ),
];
