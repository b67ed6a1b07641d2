//! The runner's weeks: how much was run in each, as far as the history reaches back and the days
//! have gone. A week that the log does not hold whole is no week of little running.

use super::{
    innocence::is_beginner,
    intensity::{Intensity, Proof, intensity, is_running},
};
use crate::{
    case::Case,
    words::{Units, distance},
};
use training::{Metres, NamedRun, Purpose, Seconds, Week};

/// Keeps sizes that are equal equal, whatever floating point makes of them.
pub const GUARD: f64 = 1e-9;

/// What was run in a week.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct WeekRun {
    /// Which week.
    pub week: Week,
    /// Its distance; `None` where a run's distance is not known.
    pub distance: Option<Metres>,
    /// Its running time.
    pub moving: Seconds,
}

/// What the size of a week is measured by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Yardstick {
    /// By distance, in metres.
    Distance,
    /// By running time, in seconds.
    Time,
}

/// Which runs count towards the size of a week.
pub type Counts = fn(&NamedRun) -> bool;

/// Every run counts.
pub fn every_run(_: &NamedRun) -> bool {
    true
}

/// Every run but recovery runs, whose purpose is movement and not volume.
pub fn all_but_recovery(run: &NamedRun) -> bool {
    run.purpose() != Purpose::Recovery
}

/// What was run in a week, as far as it has gone.
pub fn week_run(case: &Case<'_>, week: Week, counts: Counts) -> WeekRun {
    let runs = || case.runs_in(week).iter().filter(|run| counts(run));
    WeekRun {
        week,
        distance: runs().try_fold(Metres(0.0), |sum, run| Some(sum + run.distance?)),
        moving: runs().fold(Seconds(0.0), |sum, run| sum + run.moving),
    }
}

/// Of the `most` weeks up to one, that one included, those that are over and that the history holds
/// whole. Oldest first, without gaps.
pub fn full_weeks(case: &Case<'_>, last: Week, most: i64, counts: Counts) -> Vec<WeekRun> {
    let Some(first_day) = case.first_run_day() else { return Vec::new() };
    (1 - most..=0)
        .map(|step| last.plus(step))
        .filter(|week| first_day <= week.start && week.end() <= case.on)
        .map(|week| week_run(case, week, counts))
        .collect()
}

/// The runner's last week that is over on the day judged.
pub fn last_week_over(case: &Case<'_>) -> Week {
    let week = Week::of(case.on, case.first_day);
    if week.end() <= case.on { week } else { week.plus(-1) }
}

/// Time for beginners, whose pace says little yet, and where a distance is missing; else distance.
pub fn yardstick(case: &Case<'_>, weeks: &[WeekRun]) -> Yardstick {
    if is_beginner(case) || weeks.iter().any(|week| week.distance.is_none()) {
        Yardstick::Time
    } else {
        Yardstick::Distance
    }
}

impl Yardstick {
    /// The size of a week; `None` where a distance is missing.
    pub fn size(self, week: &WeekRun) -> Option<f64> {
        match self {
            Self::Distance => week.distance.map(|metres| metres.0),
            Self::Time => Some(week.moving.0),
        }
    }

    /// The sizes of some weeks; only those that are known.
    pub fn sizes(self, weeks: &[WeekRun]) -> Vec<f64> {
        weeks.iter().filter_map(|week| self.size(week)).collect()
    }

    /// The size of one run; `None` where its distance is missing.
    pub fn size_of_run(self, run: &NamedRun) -> Option<f64> {
        match self {
            Self::Distance => run.distance.map(|metres| metres.0),
            Self::Time => Some(run.moving.0),
        }
    }

    /// A size as a runner reads it: `33.0 km`, `140 minutes`.
    pub fn said(self, size: f64, units: Units) -> String {
        match self {
            Self::Distance => distance(Metres(size), units),
            Self::Time => format!("{:.0} minutes", Seconds(size).minutes()),
        }
    }
}

/// How long was run above the first threshold in a week; `None` where that cannot be told of a run.
pub fn hard_time(case: &Case<'_>, week: Week) -> Option<Seconds> {
    let segments = case.runs_in(week).iter().flat_map(|run| {
        run.segments.iter().filter(|segment| is_running(segment)).map(move |segment| (run, segment))
    });
    let mut hard = Seconds(0.0);
    for (run, segment) in segments {
        match intensity(run, segment, Proof::Clear)? {
            Intensity::Easy => {}
            Intensity::Moderate | Intensity::Hard => hard += segment.duration(),
        }
    }
    Some(hard)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::examples::example;

    #[test]
    fn the_week_in_which_a_log_begins_is_no_full_week() {
        let example = example("3 weeks:\nTue easy 10km\nSun long 20km");
        let weeks = full_weeks(&example.case(), example.last_week(), 6, every_run);
        let km: Vec<f64> = Yardstick::Distance.sizes(&weeks).iter().map(|it| it / 1000.0).collect();
        assert_eq!(km, [30.0, 30.0]);
    }

    #[test]
    fn a_week_without_running_is_a_full_week_of_nothing() {
        let example = example("1 week:\nMon easy 10km\n2 weeks:\nMon rest");
        let weeks = full_weeks(&example.case(), example.last_week(), 6, every_run);
        assert_eq!(Yardstick::Time.sizes(&weeks)[1..], [0.0, 0.0]);
    }

    #[test]
    fn only_the_minutes_above_the_first_threshold_are_hard() {
        let example = example(
            "1 week:
             Tue  easy 10min + 6x(3min / 2min jog) + easy 10min
             Sun  long 18km",
        );
        let hard = hard_time(&example.case(), example.last_week()).unwrap();
        assert!((hard.minutes() - 18.0).abs() < 1e-9);
    }

    #[test]
    fn where_one_run_cannot_be_told_the_week_cannot() {
        let example = example("runner: thresholds unknown\n1 week:\nTue easy 10km");
        assert_eq!(hard_time(&example.case(), example.last_week()), None);
    }
}
