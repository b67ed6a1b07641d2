//! How heavy seven days of running were beside the runner's own: whether they belong to the heavier
//! quarter. What life adds to it is asked elsewhere.

use super::{load::load, statistics::quantile};
use crate::case::Case;
use training::{Date, calendar::add_days};

/// How many spans of seven days before are compared with, and how many it takes.
const MOST: i64 = 12;
const FEWEST: usize = 6;
/// From this quantile of them on seven days are heavy.
const HEAVY: f64 = 0.75;

/// Seven days of running beside those before them.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SevenDays {
    /// Their load: minutes, weighed by how hard they were.
    pub load: f64,
    /// The upper quartile of the runner's own spans of seven days.
    pub upper_quartile: f64,
}

impl SevenDays {
    /// Whether they belong to the heavier quarter.
    pub fn are_heavy(self) -> bool {
        self.load > 0.0 && self.load >= self.upper_quartile
    }
}

/// The seven days up to one, beside the twelve such spans before; `None` where the history holds
/// fewer than six of them whole.
pub fn seven_days(case: &Case<'_>, last: Date) -> Option<SevenDays> {
    let first_day = case.first_run_day()?;
    let before: Vec<f64> = (1..=MOST)
        .map(|back| add_days(last, -7 * back))
        .filter(|end| first_day <= add_days(*end, -6))
        .map(|end| load_to(case, end))
        .collect();
    if before.len() < FEWEST {
        return None;
    }
    Some(SevenDays { load: load_to(case, last), upper_quartile: quantile(&before, HEAVY)? })
}

/// The load of seven days. A run that neither speed nor heart rate tells of counts its minutes, as
/// if it had been easy.
fn load_to(case: &Case<'_>, last: Date) -> f64 {
    let runs = case.runs_between(add_days(last, -6), last).iter();
    runs.map(|run| load(run).unwrap_or(run.moving.minutes())).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::examples::example;

    fn heavy(weeks: &str) -> Option<bool> {
        let example = example(weeks);
        let case = example.case();
        seven_days(&case, case.on).map(SevenDays::are_heavy)
    }

    #[test]
    fn a_week_is_heavy_beside_the_runners_own() {
        let usual = "6 weeks:\nMon easy 45min\nTue easy 45min\nSat easy 60min";
        assert_eq!(
            heavy(&format!("{usual}\n1 week:\nTue easy 60min\nSat easy 120min")),
            Some(true)
        );
        assert_eq!(
            heavy(&format!("{usual}\n1 week:\nTue easy 45min\nSat easy 60min")),
            Some(false)
        );
        assert_eq!(heavy("3 weeks:\nTue easy 45min"), None);
    }
}
