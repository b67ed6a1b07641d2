//! Junk verdicts: everymile's ledger beside nine simpler detectors, on simulated runs whose truth
//! is known and on real runs that had a job by their runner's own word.

use crate::{
    baselines::{BASELINES, Baseline, Seen},
    facts::Facts,
    history::History,
    labelled,
    population::{self, Career, Way},
    table::{Figure, Section, Table, number, share},
};
use anyhow::Result;
use rulebook::{Case, Doctrine, Units};
use simulator::Truth;
use std::collections::BTreeMap;
use training::{Ability, NamedRun, Profile, RunId, Standing, runner::DEFAULT_FIRST_DAY};

/// A run is called junk when at least this share of its time is posted as junk.
const JUNK_SHARE: f64 = 1.0 / 3.0;

/// What everymile calls junk.
const JUNK: [Standing; 1] = [Standing::Junk];

/// What everymile does not call purposeful although it can tell.
const IN_DOUBT: [Standing; 2] = [Standing::Junk, Standing::Questionable];

/// One runner's runs before the detectors.
struct Trial {
    profile: Profile,
    ability: Ability,
    runs: Vec<NamedRun>,
    facts: Vec<Facts>,
    /// Whether each run is junk; `None` where nobody knows.
    is_junk: Vec<Option<bool>>,
}

/// Precision and recall of everymile and of the nine baselines.
pub fn score() -> Result<Section> {
    let careers: Vec<&Career> =
        population::careers()?.iter().filter(|career| career.way == Way::WithLaps).collect();
    let simulated: Vec<Trial> = careers.iter().map(|career| Trial::simulated(career)).collect();
    let real: Vec<Trial> = labelled::history()?.iter().map(Trial::real).collect();
    let doctrine = rulebook::doctrine(rulebook::DEFAULT_DOCTRINE)?;
    let called: Vec<Vec<bool>> =
        simulated.iter().map(|trial| called_by_everymile(&doctrine, trial, &JUNK)).collect();
    let everymile = Hits::of(&simulated, &called);
    let truths = careers.iter().flat_map(|career| &career.runs).map(|told| &told.truth);
    let verdicts: Vec<(&Truth, bool)> = truths.zip(called.concat()).collect();
    Ok(Section {
        title: "Junk verdicts",
        about: "A simulated run is junk when a fair coach who knew the runner's whole training \
                would say so; everymile calls a run junk when a third of its time is posted as \
                junk. The labelled real runs all had a job by their runner's own word, so every \
                one that is called junk is called so wrongly. The nine baselines are detectors \
                found in other programs, in our own code, with everymile's thresholds."
            .to_owned(),
        figures: figures(everymile),
        tables: vec![
            detectors(&doctrine, &simulated, &real),
            group("Junk, by cause:", &verdicts, |truth| {
                truth.junk.map(|cause| format!("{cause:?}"))
            }),
            group("Innocent, though it may look like junk:", &verdicts, |truth| {
                truth.innocent_because.map(|innocence| format!("{innocence:?}"))
            }),
        ],
    })
}

fn figures(everymile: Hits) -> Vec<Figure> {
    vec![
        Figure::told("junk.precision", "runs called junk that are", everymile.precision()),
        Figure::told("junk.recall", "junk runs that are called so", everymile.recall()),
    ]
}

/// Every detector on both sets of runs.
fn detectors(doctrine: &Doctrine, simulated: &[Trial], real: &[Trial]) -> Table {
    let head =
        ["detector", "its rule", "precision", "recall", "F1", "called", "real runs wrongly called"];
    let mut table = Table::new("", &head);
    let mut row = |name: &str, rule: &str, call: &dyn Fn(&Trial) -> Vec<bool>| {
        let hits = |trials: &[Trial]| {
            let called: Vec<Vec<bool>> = trials.iter().map(call).collect();
            Hits::of(trials, &called)
        };
        let (found, wrongly) = (hits(simulated), hits(real));
        table.row([
            name.to_owned(),
            rule.to_owned(),
            number(found.precision()),
            number(found.recall()),
            number(found.f1()),
            format!("{} of {}", found.called, found.runs),
            format!("{} of {}", wrongly.called, wrongly.runs),
        ]);
    };
    row("**everymile**: junk", "a third of the time posted as junk", &|trial| {
        called_by_everymile(doctrine, trial, &JUNK)
    });
    row("everymile: in doubt", "a third posted as junk or questionable", &|trial| {
        called_by_everymile(doctrine, trial, &IN_DOUBT)
    });
    for baseline in &BASELINES {
        row(baseline.name, baseline.rule, &|trial| called_by(baseline, trial));
    }
    table
}

/// How many runs of each group are called junk.
fn group(
    caption: &str,
    verdicts: &[(&Truth, bool)],
    name: impl Fn(&Truth) -> Option<String>,
) -> Table {
    let mut counts: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    for (truth, is_called) in verdicts {
        let Some(name) = name(truth) else { continue };
        let (called, runs) = counts.entry(name).or_default();
        *called += usize::from(*is_called);
        *runs += 1;
    }
    let mut table = Table::new(caption, &["", "runs", "called junk", "share"]);
    for (name, (called, runs)) in counts {
        table.row([name, runs.to_string(), called.to_string(), number(share(called, runs))]);
    }
    table
}

fn called_by_everymile(doctrine: &Doctrine, trial: &Trial, standings: &[Standing]) -> Vec<bool> {
    let Some(last) = trial.runs.last() else { return Vec::new() };
    let case = Case {
        profile: &trial.profile,
        ability: &trial.ability,
        runs: &trial.runs,
        cross_training: &[],
        check_ins: &[],
        planned: &[],
        first_day: DEFAULT_FIRST_DAY,
        on: last.date(),
        units: Units::Kilometres,
    };
    let mut times: BTreeMap<RunId, (f64, f64)> = BTreeMap::new();
    for posting in rulebook::post(&case, doctrine).postings {
        let (called, all) = times.entry(posting.run).or_default();
        *all += posting.duration.0;
        *called += if standings.contains(&posting.standing) { posting.duration.0 } else { 0.0 };
    }
    let is_called = |run: &NamedRun| {
        times.get(&run.id).is_some_and(|(called, all)| *called > 0.0 && *called >= JUNK_SHARE * all)
    };
    trial.runs.iter().map(is_called).collect()
}

fn called_by(baseline: &Baseline, trial: &Trial) -> Vec<bool> {
    let seen: Vec<Seen<'_>> = trial
        .runs
        .iter()
        .zip(&trial.facts)
        .map(|(run, facts)| Seen { date: run.date(), purpose: run.purpose(), facts })
        .collect();
    (0..seen.len()).map(|at| (baseline.calls_junk)(&seen, at)).collect()
}

impl Trial {
    fn simulated(career: &Career) -> Self {
        Self {
            profile: career.runner.profile(),
            ability: career.ability.clone(),
            runs: career.runs.iter().map(|told| told.named.clone()).collect(),
            facts: career.runs.iter().map(|told| told.facts).collect(),
            is_junk: career.runs.iter().map(|told| Some(told.truth.junk.is_some())).collect(),
        }
    }

    /// The labelled export: every label names a job.
    fn real((history, labels): &(History, labelled::Labels)) -> Self {
        let is_junk = |file: &String| labels.contains_key(file).then_some(false);
        Self {
            profile: Profile::default(),
            ability: history.ability.clone(),
            runs: history.runs.iter().map(|judged| judged.named.clone()).collect(),
            facts: history.runs.iter().map(|it| Facts::of(&it.run, &it.named)).collect(),
            is_junk: history.runs.iter().map(|judged| is_junk(&judged.file)).collect(),
        }
    }
}

/// How often a detector is right, over the runs whose truth is known.
#[derive(Debug, Clone, Copy, Default)]
struct Hits {
    runs: usize,
    real: usize,
    called: usize,
    right: usize,
}

impl Hits {
    fn of(trials: &[Trial], called: &[Vec<bool>]) -> Self {
        let mut hits = Self::default();
        for (trial, called) in trials.iter().zip(called) {
            for (is_junk, is_called) in trial.is_junk.iter().zip(called) {
                let Some(is_junk) = *is_junk else { continue };
                hits.runs += 1;
                hits.real += usize::from(is_junk);
                hits.called += usize::from(*is_called);
                hits.right += usize::from(is_junk && *is_called);
            }
        }
        hits
    }

    fn precision(self) -> Option<f64> {
        share(self.right, self.called)
    }

    fn recall(self) -> Option<f64> {
        share(self.right, self.real)
    }

    fn f1(self) -> Option<f64> {
        share(2 * self.right, self.called + self.real)
    }
}
