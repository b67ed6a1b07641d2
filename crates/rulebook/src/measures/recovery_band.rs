//! How long a recovery run may be: by level, by what was run before, by how far the runner runs in
//! a week, and by how long their easy runs are. The strictest of them binds.

use super::{
    level::level,
    statistics::{median, quantile},
    usual_pace::is_base_run,
    volume::weekly_distance,
};
use crate::{
    case::Case,
    rule::Parameters,
    words::{distance, minutes},
};
use training::{Level, Metres, NamedRun, Purpose, Seconds, calendar::add_days};

/// The shortest and the longest a recovery run is meant to be.
#[derive(Debug, Clone, PartialEq)]
pub struct Band {
    /// What it takes at the least to be worth it.
    pub shortest: Seconds,
    /// What it should not go beyond.
    pub longest: Seconds,
    /// What makes `longest` the longest, as it follows that word: `for a beginner`.
    pub because: String,
}

/// The days before that easy runs are looked at.
const EASY_DAYS: i64 = 28;
/// Easy runs it takes to call the middle of their lengths usual.
const FEWEST_EASY: usize = 4;
/// The days in which the run before still counts as the run to recover from.
const AFTER_DAYS: i64 = 7;
/// The days before that long runs are compared over, and how many of them it takes.
const LONG_DAYS: i64 = 182;
const FEWEST_LONG: usize = 10;

/// How long a recovery run may be on the day judged, by the runs of the days before it and the
/// numbers of the rule on the length of recovery runs: a shortest and a longest by level,
/// `longest_after_race`, `longest_below_high_mileage`, `high_mileage` and `share_of_easy_run`.
pub fn recovery_band(case: &Case<'_>, numbers: &Parameters<'_>) -> Band {
    let (shortest, longest, because) = by_level(case, numbers);
    let mut band = Band { shortest, longest, because: because.to_owned() };
    let high = Metres::from_km(numbers.number("high_mileage"));
    if weekly_distance(case).is_none_or(|weekly| weekly < high) {
        let longest = Seconds::from_minutes(numbers.number("longest_below_high_mileage"));
        band.shorten(longest, || format!("below {} a week", distance(high, case.units)));
    }
    if let Some(usual) = usual_easy_run(case) {
        let share = numbers.number("share_of_easy_run");
        band.shorten(Seconds(share * usual.0), || beside_easy_runs(share, usual));
    }
    if let Some(what) = drained_by(case) {
        let longest = Seconds::from_minutes(numbers.number("longest_after_race"));
        band.shorten(longest, || format!("after {what}"));
    }
    band
}

impl Band {
    fn shorten(&mut self, longest: Seconds, because: impl FnOnce() -> String) {
        if longest < self.longest {
            self.longest = longest;
            self.shortest = Seconds(self.shortest.0.min(longest.0));
            self.because = because();
        }
    }
}

fn by_level(case: &Case<'_>, numbers: &Parameters<'_>) -> (Seconds, Seconds, &'static str) {
    let (shortest, longest, because) = match level(case) {
        Level::Beginner => ("beginner_shortest", "beginner_longest", "for a beginner"),
        Level::Intermediate => {
            ("intermediate_shortest", "intermediate_longest", "at an intermediate level")
        }
        Level::Advanced | Level::Elite => {
            ("advanced_shortest", "advanced_longest", "at an advanced level")
        }
    };
    let minutes = |name| Seconds::from_minutes(numbers.number(name));
    (minutes(shortest), minutes(longest), because)
}

/// The middle of the lengths of the easy runs of four weeks; `None` with fewer than four.
fn usual_easy_run(case: &Case<'_>) -> Option<Seconds> {
    let lengths: Vec<f64> = case
        .runs_between(add_days(case.on, -EASY_DAYS), add_days(case.on, -1))
        .iter()
        .filter(|run| is_base_run(run))
        .map(|run| run.moving.0)
        .collect();
    if lengths.len() < FEWEST_EASY { None } else { median(&lengths).map(Seconds) }
}

fn beside_easy_runs(share: f64, usual: Seconds) -> String {
    let usual = minutes(usual);
    if share < 1.0 {
        format!("beside your usual easy run of {usual} ({:.0} % of it)", 100.0 * share)
    } else {
        format!("beside your usual easy run of {usual}")
    }
}

/// What the run before took that even a short run may be enough after: `a race`; `None` for
/// anything less.
fn drained_by(case: &Case<'_>) -> Option<&'static str> {
    let before = case.runs_between(add_days(case.on, -AFTER_DAYS), add_days(case.on, -1));
    let last = before.last()?;
    match last.purpose() {
        Purpose::Race => Some("a race"),
        Purpose::Long if is_among_the_longest(case, last) => Some("one of your longest runs"),
        _ => None,
    }
}

/// Whether a long run is in the longest tenth of half a year's; no with fewer than ten of them.
fn is_among_the_longest(case: &Case<'_>, run: &NamedRun) -> bool {
    let day = run.date();
    let lengths: Vec<f64> = case
        .runs_between(add_days(day, 1 - LONG_DAYS), day)
        .iter()
        .filter(|other| other.purpose() == Purpose::Long)
        .map(|other| other.moving.0)
        .collect();
    let border = quantile(&lengths, 0.9).filter(|_| lengths.len() >= FEWEST_LONG);
    border.is_some_and(|border| run.moving.0 > border)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{doctrine::doctrine, examples::example, rule::RuleId};

    /// What the band is on the day after the last week, under `shakeout` unless said otherwise.
    fn check(weeks: &str, expected: (f64, f64, &str)) {
        let mut example = example(weeks);
        if !weeks.contains("doctrine: ") {
            "shakeout".clone_into(&mut example.doctrine);
        }
        let doctrine = doctrine(&example.doctrine).unwrap();
        let choice = doctrine.choice(RuleId("keep-recovery-runs-short")).unwrap();
        let mut case = example.case();
        case.on = add_days(case.on, 1);
        let band = recovery_band(&case, &choice.parameters());
        let found = (band.shortest.minutes().round(), band.longest.minutes().round());
        assert_eq!(found, (expected.0, expected.1), "{weeks}");
        assert_eq!(band.because, expected.2);
    }

    #[test]
    fn the_newer_to_running_the_shorter() {
        check("runner: beginner\n4 weeks:\nTue long 8km", (15.0, 30.0, "for a beginner"));
        check(
            "runner: intermediate\n4 weeks:\nTue long 8km",
            (30.0, 45.0, "at an intermediate level"),
        );
    }

    #[test]
    fn more_than_three_quarters_of_an_hour_takes_fifty_miles_a_week() {
        check(
            "runner: advanced\n4 weeks:\nTue tempo 20km\nThu long 30km\nSun long 31km",
            (45.0, 60.0, "at an advanced level"),
        );
        check(
            "runner: advanced\n4 weeks:\nTue tempo 20km\nThu long 30km",
            (45.0, 45.0, "below 80.5 km a week"),
        );
    }

    #[test]
    fn it_is_no_longer_than_an_easy_run() {
        let weeks = "runner: intermediate\n4 weeks:\nMon easy 40min\nWed easy 40min";
        check(weeks, (30.0, 40.0, "beside your usual easy run of 40 minutes"));
        check(
            &format!("doctrine: evidence-first\n{weeks}"),
            (24.0, 24.0, "beside your usual easy run of 40 minutes (60 % of it)"),
        );
    }

    #[test]
    fn after_a_race_twenty_minutes_are_enough() {
        check("runner: advanced\n1 week:\nSun race 10km @3:58", (20.0, 20.0, "after a race"));
    }

    #[test]
    fn so_they_are_after_one_of_the_longest_runs_of_half_a_year() {
        let weeks = "runner: intermediate\n12 weeks:\nSun long 18km\n1 week:\nSun long ";
        check(&format!("{weeks}30km"), (20.0, 20.0, "after one of your longest runs"));
        check(&format!("{weeks}18km"), (30.0, 45.0, "at an intermediate level"));
    }
}
