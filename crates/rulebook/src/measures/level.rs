//! The runner's training level: as stated, else by how much they run, which is said.

use super::{innocence::is_beginner, volume::weekly_distance};
use crate::case::Case;
use training::{Level, Metres};

/// From this weekly distance on a runner counts as advanced unless they say otherwise: the article
/// on recovery runs heads its advanced week with 50 miles.
pub const ADVANCED_WEEK: Metres = Metres::from_miles(50.0);

/// The level as stated, else as the last four weeks suggest.
pub fn level(case: &Case<'_>) -> Level {
    case.profile.level.unwrap_or_else(|| suggested(case))
}

fn suggested(case: &Case<'_>) -> Level {
    if is_beginner(case) {
        return Level::Beginner;
    }
    match weekly_distance(case) {
        Some(weekly) if weekly >= ADVANCED_WEEK => Level::Advanced,
        _ => Level::Intermediate,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::examples::example;

    fn check(weeks: &str, expected: Level) {
        assert_eq!(level(&example(weeks).case()), expected, "{weeks}");
    }

    #[test]
    fn what_is_stated_counts_first() {
        check("runner: elite\n1 week:\nTue easy 5km", Level::Elite);
    }

    #[test]
    fn else_the_volume_suggests_it() {
        check("10 weeks:\nTue easy 5km", Level::Beginner);
        check("10 weeks:\nTue easy 10km\nThu easy 10km\nSun long 18km", Level::Intermediate);
        check(
            "10 weeks:\nTue easy 20km\nThu easy 20km\nFri easy 20km\nSun long 25km",
            Level::Advanced,
        );
    }
}
