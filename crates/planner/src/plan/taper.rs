//! How far the training falls before a race: the last week of the taper beside the largest week, the race
//! left out.

use super::is_early;
use std::ops::RangeInclusive;
use training::{Date, Metres, MetresPerSecond, Phase, Plan, PlanWeek, Purpose, Session, Weekday};

/// By how much it is to fall, as a share (Wang 2023).
pub const FALL: RangeInclusive<f64> = 0.41..=0.60;

/// How far the training falls before a race.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Taper {
    /// Its weeks, that of the race among them.
    pub weeks: usize,
    /// The last of them that is no mere rest before the race, from one: where the race lies early in its
    /// week the one before it.
    pub last: usize,
    /// How far that one goes, the race left out.
    pub distance: Metres,
    /// How far the largest week of the plan goes.
    pub largest: Metres,
    /// On how many days it holds a run, the race left out.
    pub run_days: usize,
}

impl Taper {
    /// The taper of a plan that leads to a race on a day; what is asked by time is run at the speed given.
    /// `None` where the plan has none.
    pub fn of(plan: &Plan, race: Date, easy: MetresPerSecond) -> Option<Self> {
        let is_taper = |week: &&PlanWeek| week.phase == Some(Phase::Taper);
        let weeks = plan.weeks.iter().filter(is_taper).count();
        let ends_before = weeks > 1 && is_early(plan.begins, race);
        let last = plan.weeks.len().checked_sub(usize::from(ends_before))?;
        let week = plan.weeks.get(last.checked_sub(1)?).filter(is_taper)?;
        let mut days: Vec<_> = training(week).map(|(day, _)| *day).collect();
        days.dedup();
        Some(Self {
            weeks,
            last,
            distance: distance(week, easy),
            largest: largest(plan, easy),
            run_days: days.len(),
        })
    }

    /// By how much its last week falls below the largest, as a share.
    pub fn fall(&self) -> f64 {
        1.0 - self.distance.0 / self.largest.0.max(1.0)
    }

    /// Whether that is what it is to be, to the hundredth.
    pub fn is_kept(&self) -> bool {
        FALL.contains(&((100.0 * self.fall()).round() / 100.0))
    }
}

fn training(week: &PlanWeek) -> impl Iterator<Item = &(Weekday, Session)> {
    week.sessions.iter().filter(|(_, session)| session.main_purpose() != Purpose::Race)
}

/// How far the largest week of a plan goes, its race left out.
pub fn largest(plan: &Plan, easy: MetresPerSecond) -> Metres {
    Metres(plan.weeks.iter().map(|week| distance(week, easy).0).fold(0.0, f64::max))
}

/// How far a week of training goes, the race left out.
fn distance(week: &PlanWeek, easy: MetresPerSecond) -> Metres {
    training(week).filter_map(|(_, session)| session.distance(Some(easy))).sum()
}
