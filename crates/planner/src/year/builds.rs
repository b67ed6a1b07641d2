//! Where a year built up: weeks that grew from a low to a peak. What counts as one is a convention of
//! this project: no study says where a cycle begins.

use super::YearWeek;
use training::{Metres, Seconds, Week};

/// A cycle that was built up.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Build {
    /// Its first week.
    pub first: Week,
    /// The week of its peak.
    pub peak: Week,
    /// The distance of the first week; `None` where it is not known.
    pub from: Option<Metres>,
    /// The distance of the peak; `None` where it is not known.
    pub to: Option<Metres>,
    /// How much more running time the peak held than the first week, as a share.
    pub growth: f64,
}

/// The peak holds at least so much more than the first week, as a share.
const GREW: f64 = 0.15;
/// And lies at least so many weeks after it.
const FEWEST_WEEKS: usize = 3;
/// A week with less than this share of the peak so far, that is not just a lighter one, ends a cycle.
const FELL: f64 = 0.7;

/// The cycles of some weeks. Lighter weeks within them neither end nor begin one, unless there is
/// nothing in them.
pub(super) fn builds(weeks: &[YearWeek]) -> Vec<Build> {
    let mut builds = Vec::new();
    let mut cycle: Vec<YearWeek> = Vec::new();
    for week in weeks {
        let peak = cycle.iter().map(|week| week.moving.0).fold(0.0, f64::max);
        let is_low = week.moving.0 < FELL * peak;
        if (is_low && !week.is_lighter) || week.moving == Seconds(0.0) {
            builds.extend(build(&cycle));
            cycle.clear();
        }
        if !week.is_lighter && week.moving > Seconds(0.0) {
            cycle.push(*week);
        }
    }
    builds.extend(build(&cycle));
    builds
}

/// From the lowest week to the highest after it.
fn build(cycle: &[YearWeek]) -> Option<Build> {
    let peak = place_of(cycle, |one, other| one > other)?;
    let first = place_of(&cycle[..=peak], |one, other| one < other)?;
    let (low, high) = (cycle[first], cycle[peak]);
    let growth = high.moving.0 / low.moving.0 - 1.0;
    let weeks = training::calendar::days_between(low.week.start, high.week.start) / 7;
    (growth >= GREW && weeks >= FEWEST_WEEKS as i64).then_some(Build {
        first: low.week,
        peak: high.week,
        from: low.distance,
        to: high.distance,
        growth,
    })
}

/// The place of the week that beats every other; the first of equals.
fn place_of(weeks: &[YearWeek], beats: fn(f64, f64) -> bool) -> Option<usize> {
    let mut best: Option<usize> = None;
    for (place, week) in weeks.iter().enumerate() {
        if best.is_none_or(|best| beats(week.moving.0, weeks[best].moving.0)) {
            best = Some(place);
        }
    }
    best
}
