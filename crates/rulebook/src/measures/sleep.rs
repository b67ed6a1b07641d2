//! How long the runner slept: last night, over a week, and as they usually do. Nights nobody spoke
//! of are left out, not taken for short ones.

use super::statistics::{mean, median, standard_deviation};
use crate::case::Case;
use training::CheckIn;

/// Nights of a week it takes to speak of that week.
const FEWEST_OF_WEEK: usize = 4;
/// Nights of four weeks it takes to call their middle usual.
const FEWEST_OF_MONTH: usize = 10;

/// The nights of the last week, beside the usual ones.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Nights {
    /// How many of the last seven nights are known.
    pub known: usize,
    /// Their mean, in hours; `None` with fewer than four.
    pub mean: Option<f64>,
    /// How much they vary: their sample standard deviation, in minutes.
    pub spread_minutes: Option<f64>,
    /// The middle of the last 28 nights, in hours; `None` with fewer than ten.
    pub usual: Option<f64>,
}

/// Hours of sleep in the night before the day judged; `None` where it was not said.
pub fn last_night(case: &Case<'_>) -> Option<f64> {
    case.check_in_today().and_then(hours)
}

/// The nights up to the day judged.
pub fn nights(case: &Case<'_>) -> Nights {
    let slept =
        |days| -> Vec<f64> { case.recent_check_ins(days).iter().filter_map(hours).collect() };
    let (week, month) = (slept(7), slept(28));
    let has_week = week.len() >= FEWEST_OF_WEEK;
    Nights {
        known: week.len(),
        mean: has_week.then(|| mean(&week)).flatten(),
        spread_minutes: has_week
            .then(|| standard_deviation(&week))
            .flatten()
            .map(|spread| 60.0 * spread),
        usual: (month.len() >= FEWEST_OF_MONTH).then(|| median(&month)).flatten(),
    }
}

fn hours(check_in: &CheckIn) -> Option<f64> {
    check_in.sleep.map(|sleep| sleep.0 / 3600.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::examples::example;

    #[test]
    fn a_night_nobody_spoke_of_is_not_a_short_one() {
        let week = "1 week:\ncheck-in Mon: sleep 8\ncheck-in Wed: sleep 7\ncheck-in Sat: sleep 8";
        let three = nights(&example(week).case());
        assert_eq!((three.known, three.mean), (3, None));
        let four = nights(&example(&format!("{week}\ncheck-in Sun: sleep 5")).case());
        assert_eq!(four.mean, Some(7.0));
        assert_eq!(four.usual, None);
        assert!((four.spread_minutes.unwrap() - 84.85).abs() < 0.01);
    }

    #[test]
    fn last_night_is_what_was_said_today() {
        assert_eq!(last_night(&example("1 week:\ncheck-in Sun: sleep 6.5").case()), Some(6.5));
        assert_eq!(last_night(&example("1 week:\ncheck-in Sat: sleep 6.5").case()), None);
    }
}
