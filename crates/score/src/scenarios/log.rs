//! A simulated runner's weeks as everymile takes them, and the mornings between them.

use crate::history::{self, Judged};
use rulebook::{Case, Units};
use simulator::{Complaint, SimulatedRun, SimulatedRunner, check_ins};
use training::{
    Ability, CheckIn, Date, NamedRun, Profile, Purpose, Run, runner::DEFAULT_FIRST_DAY,
};

/// The first day of everybody's first week, a Monday.
pub const FIRST_DAY: Date = jiff::civil::date(2026, 1, 5);

/// How many weeks everybody trains.
pub const WEEKS: usize = 8;

/// A runner's weeks.
pub struct Log {
    /// Who ran.
    pub runner: SimulatedRunner,
    /// What was run, and what is true of it.
    lived: Vec<SimulatedRun>,
    /// What everymile makes of it, oldest first.
    runs: Vec<NamedRun>,
    profile: Profile,
    ability: Ability,
}

impl Log {
    /// The weeks of a runner, or as many as lie before the end of a day, judged as the product judges
    /// them.
    pub fn of(runner: SimulatedRunner, last: Option<Date>) -> Self {
        let profile = runner.profile();
        let mut lived: Vec<SimulatedRun> = simulator::career(&runner, FIRST_DAY, WEEKS)
            .take_while(|lived| last.is_none_or(|last| lived.run.start.date() <= last))
            .collect();
        lived.sort_by_key(|lived| lived.run.start);
        let (runs, truths): (Vec<(String, Run)>, Vec<_>) = lived
            .into_iter()
            .enumerate()
            .map(|(number, lived)| ((format!("{number:04}"), lived.run), lived.truth))
            .unzip();
        let history = history::judge(runs, &profile);
        let of_run = |(Judged { run, named, .. }, truth)| (SimulatedRun { run, truth }, named);
        let (lived, runs) = history.runs.into_iter().zip(truths).map(of_run).unzip();
        Self { runner, lived, runs, profile, ability: history.ability }
    }

    /// What the runner says on every morning up to a day.
    pub fn check_ins(&self, on: Date, complaint: Option<Complaint>) -> Vec<CheckIn> {
        check_ins(&self.runner, &self.lived, (FIRST_DAY, on), complaint)
    }

    /// The runner on the morning of a day, before any run of it.
    pub fn morning<'a>(&'a self, on: Date, check_ins: &'a [CheckIn]) -> Case<'a> {
        self.case(on, check_ins, self.runs.partition_point(|run| run.date() < on))
    }

    /// The runner on the evening of a day; what was run later is not known.
    pub fn evening<'a>(&'a self, on: Date, check_ins: &'a [CheckIn]) -> Case<'a> {
        self.case(on, check_ins, self.runs.partition_point(|run| run.date() <= on))
    }

    fn case<'a>(&'a self, on: Date, check_ins: &'a [CheckIn], known: usize) -> Case<'a> {
        Case {
            profile: &self.profile,
            ability: &self.ability,
            runs: &self.runs[..known],
            cross_training: &[],
            check_ins,
            planned: &[],
            first_day: DEFAULT_FIRST_DAY,
            on,
            units: Units::Kilometres,
        }
    }

    /// The last day with a hard session that is no race.
    pub fn last_hard_session(&self) -> Option<Date> {
        let is_session = |lived: &&SimulatedRun| {
            let purpose = lived.truth.purpose;
            purpose.is_hard() && purpose != Purpose::Race
        };
        Some(self.lived.iter().rev().find(is_session)?.run.start.date())
    }
}
