//! The situations in which a tip meets the runner: those that the log and the check-ins show on the
//! day judged, and those that only the day's prescription knows.

mod latest;
mod weeks;
mod words;

use crate::{
    case::Case,
    doctrine::Doctrine,
    measures::{easy_effort::extra_beats, innocence::is_beginner},
};
use serde::Serialize;
use training::{Goal, Motive};

/// When a tip is worth telling.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Occasion {
    /// A long run was finished on the day judged.
    AfterLongRun,
    /// A hard run was finished on the day judged.
    AfterHardRun,
    /// One of the hardest runs of eight weeks was finished on the day judged.
    AfterHardestRun,
    /// A race of half-marathon distance or more was run in the last three days.
    AfterLongRace,
    /// The last four weeks held runs without a job.
    RunsWithoutAJob,
    /// The runner said lately that they ran because one should.
    RanOutOfDuty,
    /// A run seems to have been there for the week's total.
    ChasedTheNumber,
    /// No strength work is known of in a week of running.
    WeekWithoutStrength,
    /// The last week held strength work.
    WeekWithStrength,
    /// There is no race to prepare.
    NoRace,
    /// The runner is new to running.
    NewRunner,
    /// Time has been short for two weeks: holidays, travel, work.
    BusyWeeks,
    /// There was no run for a week or more.
    Break,
    /// The last four weeks held clearly more running than the four before.
    GrowingWeeks,
    /// Easy running costs fewer heartbeats than it did.
    EasierAtTheSamePace,
    /// A planned session of the last days was not run.
    MissedSession,
    /// The runner's week begins.
    FirstDayOfTheWeek,
    /// The runs of the last week were warm.
    WarmDays,
    /// A recovery run is to be run today.
    RecoveryRunToday,
    /// An easy run is to be run today.
    EasyRunToday,
    /// A hard run is to be run today.
    HardRunToday,
    /// A long run is to be run today.
    LongRunToday,
    /// An easy run is to be run today, held back by what the body says.
    CarefulRunToday,
    /// Nothing is run today because of what the body says.
    HeldBackToday,
    /// Something without impact takes the place of today's run.
    SwapToday,
    /// Today is for rest.
    RestToday,
}

impl Occasion {
    /// Every occasion.
    pub const ALL: [Self; 26] = [
        Self::AfterLongRun,
        Self::AfterHardRun,
        Self::AfterHardestRun,
        Self::AfterLongRace,
        Self::RunsWithoutAJob,
        Self::RanOutOfDuty,
        Self::ChasedTheNumber,
        Self::WeekWithoutStrength,
        Self::WeekWithStrength,
        Self::NoRace,
        Self::NewRunner,
        Self::BusyWeeks,
        Self::Break,
        Self::GrowingWeeks,
        Self::EasierAtTheSamePace,
        Self::MissedSession,
        Self::FirstDayOfTheWeek,
        Self::WarmDays,
        Self::RecoveryRunToday,
        Self::EasyRunToday,
        Self::HardRunToday,
        Self::LongRunToday,
        Self::CarefulRunToday,
        Self::HeldBackToday,
        Self::SwapToday,
        Self::RestToday,
    ];

    /// Whether only the day's prescription knows it, so that the caller adds it to what
    /// [`occasions`] finds.
    pub const fn is_prescribed(self) -> bool {
        matches!(
            self,
            Self::RecoveryRunToday
                | Self::EasyRunToday
                | Self::HardRunToday
                | Self::LongRunToday
                | Self::CarefulRunToday
                | Self::HeldBackToday
                | Self::SwapToday
                | Self::RestToday
        )
    }
}

/// The occasions that the log and the check-ins show on the day judged.
pub fn occasions(case: &Case<'_>, doctrine: &Doctrine) -> Vec<Occasion> {
    Occasion::ALL.into_iter().filter(|occasion| is_there(*occasion, case, doctrine)).collect()
}

fn is_there(occasion: Occasion, case: &Case<'_>, doctrine: &Doctrine) -> bool {
    match occasion {
        Occasion::AfterLongRun => latest::was_long(case),
        Occasion::AfterHardRun => latest::was_hard(case),
        Occasion::AfterHardestRun => latest::was_among_the_hardest(case),
        Occasion::AfterLongRace => latest::was_a_long_race(case),
        Occasion::WarmDays => latest::were_warm(case),
        Occasion::RunsWithoutAJob => weeks::held_runs_without_a_job(case, doctrine),
        Occasion::RanOutOfDuty => ran_for(case, Motive::Duty),
        Occasion::ChasedTheNumber => ran_for(case, Motive::Number) || weeks::was_filled_up(case),
        Occasion::WeekWithoutStrength => weeks::lacked_strength(case),
        Occasion::WeekWithStrength => weeks::held_strength(case),
        Occasion::NoRace => !prepares_a_race(case),
        Occasion::NewRunner => case.first_run_day().is_some() && is_beginner(case),
        Occasion::BusyWeeks => weeks::are_busy(case),
        Occasion::Break => weeks::were_a_break(case),
        Occasion::GrowingWeeks => weeks::grow(case),
        Occasion::EasierAtTheSamePace => is_easier(case),
        Occasion::MissedSession => weeks::missed_a_session(case),
        Occasion::FirstDayOfTheWeek => case.on.weekday() == case.first_day,
        Occasion::RecoveryRunToday
        | Occasion::EasyRunToday
        | Occasion::HardRunToday
        | Occasion::LongRunToday
        | Occasion::CarefulRunToday
        | Occasion::HeldBackToday
        | Occasion::SwapToday
        | Occasion::RestToday => false,
    }
}

/// Whether the runner gave a motive for a run of the last seven days.
fn ran_for(case: &Case<'_>, motive: Motive) -> bool {
    case.recent_check_ins(7).iter().any(|check_in| check_in.motive == Some(motive))
}

fn prepares_a_race(case: &Case<'_>) -> bool {
    match case.profile.goal {
        Some(Goal::Race { on, .. }) => on.is_none_or(|day| day >= case.on),
        Some(Goal::Fitness | Goal::Wellbeing) | None => false,
    }
}

/// Of the last four easy runs, how many must have been easier than before.
const EASIER_OF_FOUR: usize = 3;

/// Whether easy running costs fewer heartbeats at the same speed: by one standard deviation of the
/// runner's own runs (article "progression", small wins).
fn is_easier(case: &Case<'_>) -> bool {
    extra_beats(case).is_some_and(|extra| {
        let easier = extra.runs.iter().rev().take(4).filter(|beats| **beats < 0.0).count();
        extra.smoothed <= -extra.spread && easier >= EASIER_OF_FOUR
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{doctrine::doctrine, examples::example, tips::tips};
    use std::collections::BTreeSet;

    const USUAL: &str = "Tue easy 40min\nThu easy 40min\nSat easy 40min\n";

    /// For every occasion that the log shows: weeks in which it is there, and weeks in which it
    /// nearly is.
    fn table() -> Vec<(Occasion, String, String)> {
        let after = |weeks: i64, last: &str| format!("{weeks} weeks:\n{USUAL}1 week:\n{last}");
        let row = |occasion, there: &str, not: &str| (occasion, there.to_owned(), not.to_owned());
        let easier = |beats: u8| {
            let weeks = |count, hr| {
                format!(
                    "{count} weeks:\nTue easy 40min (heart rate {hr})\nSat easy 40min (heart rate {hr})\n"
                )
            };
            format!("{}{}{}", weeks(4, 139), weeks(5, 141), weeks(2, beats))
        };
        vec![
            row(Occasion::AfterLongRun, "Sun long 18km", "Sat long 18km"),
            row(Occasion::AfterHardRun, "Sun 6x(800m / 2min jog)", "Sat 6x(800m / 2min jog)"),
            (Occasion::AfterHardestRun, after(4, "Sun easy 90min"), after(4, "Sun easy 40min")),
            row(Occasion::AfterLongRace, "Fri race 21.1km", "Fri race 10km"),
            row(
                Occasion::RunsWithoutAJob,
                "doctrine: quality-first\n5 weeks:\nMon easy 45min\n\
                 Tue 6x(800m / 2min jog)\nWed easy 45min\nThu easy 45min\nSun long 18km",
                "doctrine: quality-first\n5 weeks:\nTue 6x(800m / 2min jog)\nWed easy 45min\n\
                 Sun long 18km",
            ),
            row(Occasion::RanOutOfDuty, "check-in Fri: ran-for duty", "check-in Fri: ran-for joy"),
            row(Occasion::ChasedTheNumber, "check-in Fri: ran-for number", "Sun easy 7km"),
            row(
                Occasion::ChasedTheNumber,
                "Tue easy 12km\nThu easy 11km\nSun easy 7km",
                "Tue easy 12km\nThu easy 11km\nSun easy 9km",
            ),
            row(
                Occasion::ChasedTheNumber,
                "1 week:\nTue easy 24km\n1 week:\nTue easy 17km\nSun easy 7km",
                "1 week:\nTue easy 24km\n1 week:\nTue easy 17km\nSun easy 7km\nplanned Sun: easy 7km",
            ),
            row(Occasion::WeekWithoutStrength, "Tue easy 40min", "Tue easy 40min\nFri strength"),
            row(Occasion::WeekWithStrength, "Fri strength", "Fri cycling"),
            row(Occasion::NoRace, "goal: fitness", "goal: 10 km in 8 weeks"),
            row(Occasion::NewRunner, "1 week:\nTue easy 3km", "10 weeks:\nTue easy 30km"),
            (Occasion::BusyWeeks, after(10, "Sat easy 20min"), after(10, USUAL)),
            (Occasion::Break, after(1, "Mon rest"), after(1, "Mon easy 40min")),
            (
                Occasion::GrowingWeeks,
                format!("5 weeks:\n{USUAL}4 weeks:\n{USUAL}Sun easy 40min"),
                format!("9 weeks:\n{USUAL}"),
            ),
            (Occasion::EasierAtTheSamePace, easier(132), easier(141)),
            row(
                Occasion::MissedSession,
                "planned Fri: 6x(800m / 2min jog)",
                "Fri easy 40min\nplanned Fri: 6x(800m / 2min jog)\nplanned Sat: rest",
            ),
            row(Occasion::WarmDays, "Tue easy 40min (24 °C)", "Tue easy 40min (18 °C)"),
        ]
    }

    fn found(weeks: &str) -> Vec<Occasion> {
        let example = example(weeks);
        occasions(&example.case(), &doctrine(&example.doctrine).unwrap())
    }

    #[test]
    fn every_occasion_is_found_where_it_is_and_not_where_it_nearly_is() {
        for (occasion, there, not) in table() {
            assert!(found(&there).contains(&occasion), "{occasion:?} should be in\n{there}");
            assert!(!found(&not).contains(&occasion), "{occasion:?} should not be in\n{not}");
        }
    }

    #[test]
    fn the_week_begins_where_the_runner_says() {
        let example = example("Tue easy 40min");
        let doctrine = doctrine("evidence-first").unwrap();
        let on = |first_day| {
            let case = Case { first_day, ..example.case() };
            occasions(&case, &doctrine).contains(&Occasion::FirstDayOfTheWeek)
        };
        assert!(on(training::Weekday::Sunday));
        assert!(!on(training::Weekday::Monday));
    }

    #[test]
    fn every_tip_meets_the_runner_in_a_situation_of_the_table_or_of_the_day() {
        let mut raised: BTreeSet<Occasion> =
            table().iter().flat_map(|(_, there, _)| found(there)).collect();
        raised.insert(Occasion::FirstDayOfTheWeek);
        raised.extend(Occasion::ALL.into_iter().filter(|occasion| occasion.is_prescribed()));
        assert_eq!(raised.len(), Occasion::ALL.len());
        for tip in tips() {
            assert!(tip.occasions.iter().any(|own| raised.contains(own)), "{}", tip.id);
        }
        for occasion in Occasion::ALL {
            let has_a_tip = tips().any(|tip| tip.occasions.contains(&occasion));
            assert!(has_a_tip, "no tip for {occasion:?}");
        }
    }
}
