//! How much a week held beside the weeks before it, and the most that would be growing gently.

use super::{
    statistics::median,
    weeks::{Counts, Yardstick, full_weeks, week_run, yardstick},
};
use crate::case::Case;
use training::{Metres, Seconds, Week};

/// The weeks among which the fullest is sought: the longest block the article on safe progression
/// names. A lighter week among them lowers nothing.
const WEEKS: i64 = 6;
/// With fewer weeks known, a fuller one may lie before the log.
pub const FEWEST: usize = 3;
/// A tenth of very little is nothing: below 20 km a week three more are always allowed, and in time
/// what these take at 6:30/km (our own convention).
const LITTLE: Metres = Metres::from_km(20.0);
const ALWAYS: Metres = Metres::from_km(3.0);
const LITTLE_TIME: Seconds = Seconds::from_minutes(130.0);
const ALWAYS_TIME: Seconds = Seconds::from_minutes(19.5);
/// A week that is more by this share of the fullest is rounded off: no week is run to the metre.
const AS_GOOD_AS: f64 = 0.005;

/// A week beside those before it, all in the yardstick's unit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Growth {
    /// What weeks are measured by.
    pub by: Yardstick,
    /// What the week held, as far as it has gone.
    pub so_far: f64,
    /// What the fullest of the weeks before held.
    pub fullest: f64,
    /// What the middle one of them held.
    pub usual: f64,
    /// The most that would be growing gently.
    pub most: f64,
    /// How many weeks before are known, up to six.
    pub weeks: usize,
}

/// A week beside the six before it, of which the log holds at least one whole; `None` without any.
/// `most` is how much more than the fullest of them is gentle, as a share.
pub fn growth(case: &Case<'_>, week: Week, most: f64, counts: Counts) -> Option<Growth> {
    let mut weeks = full_weeks(case, week.plus(-1), WEEKS, counts);
    weeks.push(week_run(case, week, counts));
    let by = yardstick(case, &weeks);
    let sizes = by.sizes(&weeks);
    let (so_far, before) = sizes.split_last()?;
    let fullest = before.iter().copied().reduce(f64::max)?;
    Some(Growth {
        by,
        so_far: *so_far,
        fullest,
        usual: median(before)?,
        most: gentle_most(by, fullest, most),
        weeks: before.len(),
    })
}

impl Growth {
    /// How much more the week held than the fullest before it, as a share.
    pub fn share(&self) -> f64 {
        self.so_far / self.fullest - 1.0
    }

    /// How much more would be gentle, as a share.
    pub fn asked(&self) -> f64 {
        self.most / self.fullest - 1.0
    }

    /// Whether the week held more than that.
    pub fn is_beyond(&self) -> bool {
        self.share() > self.asked() + AS_GOOD_AS
    }
}

/// The most a week may hold after weeks of which the fullest held so much.
fn gentle_most(by: Yardstick, fullest: f64, growth: f64) -> f64 {
    let (little, always) = match by {
        Yardstick::Distance => (LITTLE.0, ALWAYS.0),
        Yardstick::Time => (LITTLE_TIME.0, ALWAYS_TIME.0),
    };
    let gently = fullest * (1.0 + growth);
    if fullest < little { gently.max(fullest + always) } else { gently }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{examples::example, measures::weeks::every_run};

    #[test]
    fn ten_weeks_at_the_most_multiply() {
        let after_ten = |growth| {
            let grow = |size, _| gentle_most(Yardstick::Distance, size, growth);
            (0..10).fold(30_000.0, grow) / 30_000.0
        };
        assert!((after_ten(0.05) - 1.629).abs() < 0.001);
        assert!((after_ten(0.10) - 2.594).abs() < 0.001);
    }

    #[test]
    fn who_runs_little_may_always_add_three_kilometres() {
        assert_eq!(gentle_most(Yardstick::Distance, 8_000.0, 0.1), 11_000.0);
        assert!((gentle_most(Yardstick::Distance, 30_000.0, 0.1) - 33_000.0).abs() < 1e-6);
    }

    #[test]
    fn a_lighter_week_lowers_neither_the_fullest_nor_the_most() {
        let example = example(
            "runner: intermediate\n4 weeks:\nTue easy 20km\nSun long 20km\n1 week:\nSun long \
             20km\n1 week:\nTue easy 22km\nSun long 20km",
        );
        let growth = growth(&example.case(), example.last_week(), 0.1, every_run).unwrap();
        let km = [growth.so_far, growth.fullest, growth.usual, growth.most].map(|it| it / 1000.0);
        assert_eq!(km.map(f64::round), [42.0, 40.0, 40.0, 44.0]);
    }

    #[test]
    fn the_first_week_of_a_log_has_nothing_beside_it() {
        let example = example("1 week:\nTue easy 20km");
        assert_eq!(growth(&example.case(), example.last_week(), 0.1, every_run), None);
    }
}
