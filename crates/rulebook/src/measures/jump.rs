//! How much farther a run went than the longest of the thirty days before it (Frandsen 2025).

use crate::case::Case;
use training::{Date, Metres, NamedRun, Week, calendar::add_days};

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

/// A run beside the longest of the thirty days before it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Jump<'a> {
    /// The run.
    pub run: &'a NamedRun,
    /// How far it went.
    pub distance: Metres,
    /// How far the longest of the thirty days before it went.
    pub longest: Metres,
    /// How much farther it went, as a share.
    pub share: f64,
}

/// The run of a week that went farthest beyond the longest of its thirty days; `None` where none can
/// be told, for want of distances or because the log begins within those days.
pub fn greatest_jump<'a>(case: &Case<'a>, week: Week) -> Option<Jump<'a>> {
    let first = add_days(case.first_run_day()?, REFERENCE_DAYS);
    let jumps = case.runs_in(week).iter().filter(|run| run.date() >= first).filter_map(|run| {
        let (distance, longest) = (run.distance?, longest_before_day(case, run.date())?);
        Some(Jump { run, distance, longest, share: jump(distance, longest) })
    });
    jumps.max_by(|one, other| one.share.total_cmp(&other.share))
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
    use crate::examples::example;

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

    #[test]
    fn of_a_week_the_run_counts_that_went_farthest_beyond() {
        let example = example(
            "5 weeks:\nTue easy 8km\nSun long 16km\n1 week:\nTue easy 8km\nSat easy 18km\nSun long \
             20km",
        );
        let found = greatest_jump(&example.case(), example.last_week()).unwrap();
        assert_eq!((found.distance.km(), found.longest.km().round()), (18.0, 16.0));
    }

    #[test]
    fn a_log_that_begins_within_thirty_days_tells_no_jump() {
        let example = example("3 weeks:\nTue easy 8km\nSun long 16km");
        assert_eq!(greatest_jump(&example.case(), example.last_week()), None);
    }
}
