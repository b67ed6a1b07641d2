//! How much farther a run went than the longest of the thirty days before it (Frandsen 2025).

use crate::case::Case;
use training::{Date, Metres, calendar::add_days};

/// The window before the run, in days; the day of the run itself is left out.
pub const REFERENCE_DAYS: i64 = 30;
/// Keeps a jump of exactly a tenth a tenth, whatever floating point makes of it.
const GUARD: f64 = 1e-9;

/// How big a jump is, in the classes of the study.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Size {
    /// Up to a tenth farther.
    None,
    /// More than a tenth, up to three tenths.
    Small,
    /// More than three tenths, up to double.
    Moderate,
    /// More than double.
    Large,
}

/// The longest run of the thirty days before a day; `None` without any whose distance is known.
pub fn longest_before_day(case: &Case<'_>, day: Date) -> Option<Metres> {
    case.runs_between(add_days(day, -REFERENCE_DAYS), add_days(day, -1))
        .iter()
        .filter_map(|other| other.distance)
        .max_by(|one, other| one.0.total_cmp(&other.0))
        .filter(|longest| longest.0 > 0.0)
}

/// How much farther, as a share: 0.1 is a tenth farther, negative is shorter.
pub fn jump(today: Metres, longest: Metres) -> f64 {
    let share = today.0 / longest.0 - 1.0;
    if (share - 0.1).abs() < GUARD { 0.1 } else { share }
}

/// The class of a jump.
pub fn size(jump: f64) -> Size {
    match jump - GUARD {
        share if share <= 0.1 => Size::None,
        share if share <= 0.3 => Size::Small,
        share if share <= 1.0 => Size::Moderate,
        _ => Size::Large,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(today: f64, longest: f64, expected: Size) {
        assert_eq!(size(jump(Metres::from_km(today), Metres::from_km(longest))), expected);
    }

    #[test]
    fn jumps_fall_into_the_classes_of_the_study() {
        check(10.9, 10.0, Size::None);
        check(11.0, 10.0, Size::None);
        check(11.1, 10.0, Size::Small);
        check(13.0, 10.0, Size::Small);
        check(13.1, 10.0, Size::Moderate);
        check(20.0, 10.0, Size::Moderate);
        check(20.1, 10.0, Size::Large);
        check(8.0, 12.0, Size::None);
    }
}
