//! Forty simulated runners and twelve weeks of each, judged as the product would judge their
//! files. What was true of every run is known, because it was made so.

use crate::{facts::Facts, history};
use anyhow::{Context, Result, bail};
use rayon::prelude::*;
use simulator::{Habits, SimulatedRun, SimulatedRunner, Truth};
use std::{env, sync::OnceLock};
use training::{Ability, Date, NamedRun, Profile, Run};
use watch::Activity;

/// How many runners are drawn.
pub const RUNNERS: u64 = 40;

/// How many weeks each of them trains.
pub const WEEKS: usize = 12;

/// One runner in so many also comes without laps.
const WITHOUT_LAPS_EVERY: u64 = 2;

/// One runner in so many also goes through the bytes of FIT files.
const FIT_EVERY: u64 = 4;

/// The first day of everybody's first week, a Monday.
const FIRST_DAY: Date = jiff::civil::date(2026, 1, 5);

/// The way a runner's runs reach the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Way {
    /// As recorded, with the laps and steps of the runner's watch.
    WithLaps,
    /// The recording alone.
    WithoutLaps,
    /// Written as FIT files and read back.
    ThroughFit,
}

impl Way {
    /// The words for it.
    pub const fn words(self) -> &'static str {
        match self {
            Self::WithLaps => "with laps",
            Self::WithoutLaps => "without laps",
            Self::ThroughFit => "through FIT files",
        }
    }
}

/// A runner's weeks, judged.
pub struct Career {
    /// Who ran.
    pub runner: SimulatedRunner,
    /// How the runs came.
    pub way: Way,
    /// The runs, oldest first.
    pub runs: Vec<Told>,
    /// What everymile believes the runner can do on the last day.
    pub ability: Ability,
}

/// A run, what is true of it and what everymile says of it. The samples are gone.
pub struct Told {
    /// What is true.
    pub truth: Truth,
    /// What everymile says.
    pub named: NamedRun,
    /// What simpler detectors look at.
    pub facts: Facts,
}

/// Draws the runners, lets them train, and judges what they ran: once, however many parts of the
/// score ask for it.
pub fn careers() -> Result<&'static [Career]> {
    static DRAWN: OnceLock<Vec<Career>> = OnceLock::new();
    if let Some(careers) = DRAWN.get() {
        return Ok(careers);
    }
    let first = other_seeds()?.unwrap_or(0);
    let seeds = first..first + RUNNERS;
    let drawn: Result<Vec<Vec<Career>>> = seeds.into_par_iter().map(careers_of).collect();
    let careers = drawn?.into_iter().flatten().collect();
    Ok(DRAWN.get_or_init(|| careers))
}

/// The first seed of other runners than the usual ones, where `SEED` asks for them: what was tuned to
/// running holds for them too.
pub fn other_seeds() -> Result<Option<u64>> {
    let Ok(asked) = env::var("SEED") else { return Ok(None) };
    let seed = asked.parse().with_context(|| format!("SEED is a whole number, not '{asked}'"))?;
    Ok(Some(seed))
}

fn careers_of(seed: u64) -> Result<Vec<Career>> {
    let runner = simulator::runner_with(seed, Habits::drawn(seed));
    let mut runs: Vec<SimulatedRun> = simulator::career(&runner, FIRST_DAY, WEEKS).collect();
    runs.sort_by_key(|it| it.run.start);
    let mut ways = vec![Way::WithLaps];
    if seed.is_multiple_of(WITHOUT_LAPS_EVERY) {
        ways.push(Way::WithoutLaps);
    }
    if seed.is_multiple_of(FIT_EVERY) {
        ways.push(Way::ThroughFit);
    }
    ways.into_iter().map(|way| career(&runner, &runs, way)).collect()
}

fn career(runner: &SimulatedRunner, runs: &[SimulatedRun], way: Way) -> Result<Career> {
    let arrived: Vec<(String, Run)> = runs
        .iter()
        .enumerate()
        .map(|(number, it)| Ok((format!("{}-{number:04}", runner.seed), arrive(&it.run, way)?)))
        .collect::<Result<_>>()?;
    let history = history::judge(arrived, &Profile::default());
    let starts = history.runs.iter().map(|judged| judged.run.start);
    if !starts.eq(runs.iter().map(|simulated| simulated.run.start)) {
        bail!("the runs of runner {} came back in another order, {}", runner.seed, way.words());
    }
    let told = history.runs.into_iter().zip(runs).map(|(judged, simulated)| Told {
        truth: simulated.truth.clone(),
        facts: Facts::of(&judged.run, &judged.named),
        named: judged.named,
    });
    Ok(Career { runner: runner.clone(), way, runs: told.collect(), ability: history.ability })
}

fn arrive(run: &Run, way: Way) -> Result<Run> {
    match way {
        Way::WithLaps => Ok(run.clone()),
        Way::WithoutLaps => Ok(history::without_laps(run.clone())),
        Way::ThroughFit => through_fit(run),
    }
}

fn through_fit(run: &Run) -> Result<Run> {
    let reading = watch::read(&simulator::fit_bytes(run))?;
    let activity = reading.activities.into_iter().next().context("the file holds an activity")?;
    match activity {
        Activity::Run(run) => Ok(run),
        Activity::Other(other) => bail!("a run came back as {:?}", other.sport),
    }
}
