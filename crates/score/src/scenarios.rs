//! Runners with one planted fault each: whether the right rule speaks, whether it is silent about
//! the same runners without the fault, and whether a day that is not safe is ever given a run.

mod log;
mod planted;
mod wrong;

use crate::population::other_seeds;
use crate::table::{Figure, Section, Table, number, share};
use anyhow::Result;
use log::Log;
use planted::{SCENARIOS, Scenario};
use rayon::prelude::*;
use rulebook::Doctrine;
use simulator::runner;
use std::collections::BTreeMap;
use training::Date;

/// How many runners each fault is planted in.
const RUNNERS: usize = 40;

/// One fault in one runner, and what was said of it.
struct Trial {
    scenario: &'static Scenario,
    seed: u64,
    /// The day judged.
    on: Date,
    /// Whether the rule speaks about the runner with the fault.
    speaks: bool,
    /// What it says of them.
    said: String,
    /// The same of the runner without the fault; `None` where nothing is planted.
    control: Option<(bool, String)>,
    /// Whether what is prescribed for the day is safe; `None` where any running is.
    is_safe: Option<bool>,
}

/// The rule that must speak, in every scenario and in none of the controls.
pub fn score() -> Result<Section> {
    let doctrine = rulebook::doctrine(rulebook::DEFAULT_DOCTRINE)?;
    let first = other_seeds()?.unwrap_or(0);
    let runners: Vec<(u64, Vec<&'static Scenario>)> = runners(first).into_iter().collect();
    let trials: Vec<Trial> = runners
        .par_iter()
        .flat_map_iter(|(seed, faults)| trials(&doctrine, *seed, faults))
        .collect();
    let counts: Vec<Counts> =
        SCENARIOS.iter().map(|scenario| Counts::of(scenario, &trials)).collect();
    wrong::write(&trials)?;
    Ok(Section {
        title: "Planted faults",
        about: format!(
            "{RUNNERS} simulated runners for each fault, of every level it makes sense for, and the \
             same runners without it; both answer a check-in every morning. A rule is broken, or it \
             holds the day back; under `{}`. What was missed and what was a false alarm is listed in \
             `target/score/scenarios-wrong.tsv`.",
            doctrine.name
        ),
        figures: figures(&counts),
        tables: vec![table(&counts)],
    })
}

/// The runners that are needed, with the faults that are planted in each: for every fault the first
/// that it makes sense for, from a seed on.
fn runners(first: u64) -> BTreeMap<u64, Vec<&'static Scenario>> {
    let mut runners: BTreeMap<u64, Vec<&'static Scenario>> = BTreeMap::new();
    for scenario in &SCENARIOS {
        let fitting = (first..).filter(|seed| (scenario.fits)(&runner(*seed)));
        for seed in fitting.take(RUNNERS) {
            runners.entry(seed).or_default().push(scenario);
        }
    }
    runners
}

/// Every fault of one runner. The runner without any is drawn once, a fault once for all the days it
/// is judged on.
fn trials(doctrine: &Doctrine, seed: u64, scenarios: &[&'static Scenario]) -> Vec<Trial> {
    let sound = Log::of(runner(seed), None);
    let mut trials = Vec::new();
    for alike in scenarios.chunk_by(|one, next| one.fault == next.fault) {
        let days: Vec<(&'static Scenario, Date)> = alike
            .iter()
            .filter_map(|scenario| Some((*scenario, scenario.on.date(&sound)?)))
            .collect();
        let Some(last) = days.iter().map(|(_, on)| *on).max() else { continue };
        let planted = alike[0].fault.plant(&sound, last);
        let faulty = planted.as_ref().unwrap_or(&sound);
        trials.extend(
            days.iter().map(|(scenario, on)| trial(doctrine, scenario, &sound, faulty, *on)),
        );
    }
    trials
}

fn trial(
    doctrine: &Doctrine,
    scenario: &'static Scenario,
    sound: &Log,
    faulty: &Log,
    on: Date,
) -> Trial {
    let answers = faulty.check_ins(on, scenario.fault.complaint());
    let (speaks, said) = scenario.hear(doctrine, faulty, on, &answers);
    let control = scenario
        .has_control()
        .then(|| scenario.hear(doctrine, sound, on, &sound.check_ins(on, None)));
    let is_safe = scenario.is_safe.map(|is_safe| {
        let morning = faulty.morning(on, &answers);
        is_safe(&morning, &planner::today(&morning, doctrine))
    });
    Trial { scenario, seed: sound.runner.seed, on, speaks, said, control, is_safe }
}

/// What came of one fault in all its runners.
struct Counts {
    scenario: &'static Scenario,
    runners: usize,
    /// Planted and heard, of those planted.
    fired: Option<f64>,
    /// Heard without a reason, of those without one.
    false_alarms: Option<f64>,
    /// Given unsafe running, of those whose day allowed not all.
    unsafe_days: Option<f64>,
}

impl Counts {
    fn of(scenario: &'static Scenario, trials: &[Trial]) -> Self {
        let trials: Vec<&Trial> =
            trials.iter().filter(|trial| std::ptr::eq(trial.scenario, scenario)).collect();
        let spoken = share(trials.iter().filter(|trial| trial.speaks).count(), trials.len());
        let controls: Vec<bool> =
            trials.iter().filter_map(|trial| Some(trial.control.as_ref()?.0)).collect();
        let days: Vec<bool> = trials.iter().filter_map(|trial| trial.is_safe).collect();
        let alarms = controls.iter().filter(|speaks| **speaks).count();
        let has_fault = scenario.has_control();
        Self {
            scenario,
            runners: trials.len(),
            fired: spoken.filter(|_| has_fault),
            false_alarms: if has_fault { share(alarms, controls.len()) } else { spoken },
            unsafe_days: share(days.iter().filter(|is_safe| !**is_safe).count(), days.len()),
        }
    }
}

fn figures(counts: &[Counts]) -> Vec<Figure> {
    let fired: Vec<f64> = counts.iter().filter_map(|it| it.fired).collect();
    let alarms: Vec<f64> = counts.iter().filter_map(|it| it.false_alarms).collect();
    let unsafe_days: Vec<f64> = counts.iter().filter_map(|it| it.unsafe_days).collect();
    // Every fault is planted in as many runners, so that the mean of the shares is the share of all.
    let mean = |shares: &[f64]| shares.iter().sum::<f64>() / shares.len() as f64;
    let least = fired.iter().copied().reduce(f64::min);
    let most = |shares: &[f64]| shares.iter().copied().reduce(f64::max);
    let told = Figure::told;
    vec![
        told("scenarios.fired", "faults whose rule speaks", Some(mean(&fired))).at_least(0.95),
        told("scenarios.fired-least", "the least of any fault", least).at_least(0.95),
        told("scenarios.false-alarms", "false alarms", Some(mean(&alarms))).at_most(0.05),
        told("scenarios.false-alarms-most", "the most of any fault", most(&alarms)).at_most(0.05),
        told("scenarios.unsafe-today", "unsafe days, the most of any fault", most(&unsafe_days))
            .at_most(0.0),
    ]
}

fn table(counts: &[Counts]) -> Table {
    let head = [
        "planted",
        "the rule that must speak",
        "how",
        "runners",
        "speaks",
        "false alarms",
        "today",
        "unsafe",
    ];
    let mut table = Table::new("", &head);
    let share = |share: Option<f64>| share.map_or("·".to_owned(), |share| number(Some(share)));
    for count in counts {
        let scenario = count.scenario;
        table.row([
            scenario.name.to_owned(),
            format!("`{}`", scenario.rule),
            scenario.speaks.words().to_owned(),
            count.runners.to_string(),
            share(count.fired),
            share(count.false_alarms),
            scenario.today.to_owned(),
            share(count.unsafe_days),
        ]);
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_fault_has_its_runners_and_every_rule_its_name() {
        let runners = runners(0);
        for scenario in &SCENARIOS {
            let planted = runners.values().flatten().filter(|it| std::ptr::eq(**it, scenario));
            assert_eq!(planted.count(), RUNNERS, "{}", scenario.name);
            assert!(rulebook::rule(scenario.rule.0).is_ok(), "{}", scenario.rule);
        }
    }
}
