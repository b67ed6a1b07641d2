//! What the weeks of a plan so far came to: the next one is measured by it.

use super::fill::Larder;
use training::{Metres, Purpose, Session, Weekday};

/// What the weeks so far came to.
#[derive(Debug, Clone)]
pub struct SoFar {
    /// The largest week, that of the baseline among them.
    pub largest: Metres,
    /// The last week that was not lighter.
    pub last_full: Metres,
    /// Whether the last week ended with something to recover from; `None` before the first.
    pub ends_tired: Option<bool>,
    /// The largest week of the plan; nothing before the first.
    largest_planned: Metres,
    /// The longest run of each week, the baseline's first.
    longest: Vec<Metres>,
}

impl SoFar {
    /// Before the first week.
    pub fn of(larder: &Larder<'_>) -> Self {
        let baseline = larder.kitchen.baseline;
        let week = baseline.first_week(larder.room.runs);
        Self {
            largest: week,
            last_full: week,
            ends_tired: None,
            largest_planned: Metres(0.0),
            longest: vec![baseline.first_long()],
        }
    }

    /// Adds the sessions of a week.
    pub fn add(&mut self, week: &[(Weekday, Session)], larder: &Larder<'_>, is_lighter: bool) {
        let distances = || week.iter().map(|(_, session)| larder.kitchen.distance(session));
        let distance: Metres = distances().sum();
        self.longest.push(Metres(distances().map(|it| it.0).fold(0.0, f64::max)));
        self.largest = Metres(self.largest.0.max(distance.0));
        self.largest_planned = Metres(self.largest_planned.0.max(distance.0));
        if !is_lighter {
            self.last_full = distance;
        }
        let last_day = larder.room.first_day.wrapping_sub(1);
        let ends_tired = week.iter().any(|(day, session)| {
            let purpose = session.main_purpose();
            *day == last_day && (purpose.is_hard() || purpose == Purpose::Long)
        });
        self.ends_tired = Some(ends_tired);
    }

    /// The longest of the last four weeks, which lie within thirty days.
    pub fn longest_lately(&self) -> Metres {
        Metres(self.longest.iter().rev().take(4).map(|metres| metres.0).fold(0.0, f64::max))
    }

    /// The longest run of the last week.
    pub fn last_long(&self) -> Metres {
        self.longest.last().copied().unwrap_or_default()
    }

    /// What a taper is measured by: the largest week of the plan, or of the baseline where there is none
    /// before it.
    pub fn before_taper(&self) -> Metres {
        if self.largest_planned.0 > 0.0 { self.largest_planned } else { self.largest }
    }
}
