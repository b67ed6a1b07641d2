//! The runner's shoes: how far each pair was run, and in which one a run was run.

use super::round::tenth;
use crate::{analysis::History, shoes::KnownShoes};
use serde::Serialize;
use std::collections::BTreeMap;
use training::{Date, NamedRun, shoes::WornBy};
use utoipa::ToSchema;

/// The runner's shoes on a day.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ShoesTold {
    /// The name of this shape.
    pub schema: &'static str,
    /// The day.
    pub on: Date,
    /// Every pair, as the runner first named them; those that only exports name last.
    pub pairs: Vec<Pair>,
    /// How many runs are in no pair.
    pub runs_in_none: usize,
}

/// A pair of shoes.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Pair {
    /// What it is called.
    pub name: String,
    /// Whether the runner named it; else only an export does.
    pub is_named: bool,
    /// Whether it is the usual one on the day.
    pub is_usual: bool,
    /// The day from which on it is run in, where that was said.
    pub since: Option<Date>,
    /// The day from which on it is put away.
    pub retired: Option<Date>,
    /// What it had been run before the runs that are known, in metres.
    pub before_m: f64,
    /// How far it was run in all, in metres: before, and in its runs whose distance is known.
    pub distance_m: f64,
    /// In how many runs.
    pub runs: usize,
    /// Those of them whose distance is not known.
    pub runs_unmeasured: usize,
    /// The day of its first run.
    pub first: Option<Date>,
    /// The day of its last run.
    pub last: Option<Date>,
}

/// In which shoes a run was run.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct WornOnRun {
    /// The pair; `null` is not known.
    pub shoes: Option<String>,
    /// Who says so.
    pub by: Option<WornBy>,
    /// The pairs there are.
    pub names: Vec<String>,
}

impl ShoesTold {
    /// The shoes as they stand on a day.
    pub fn new(known: &KnownShoes, history: &History, on: Date) -> Self {
        let mut runs_in = BTreeMap::<&str, Vec<&NamedRun>>::new();
        let mut runs_in_none = 0;
        for run in history.runs_until(on) {
            match known.worn(run) {
                Some((name, _)) => runs_in.entry(name).or_default().push(run),
                None => runs_in_none += 1,
            }
        }
        let usual = known.rack.usual_on(on);
        let pair = |name: &str| {
            let runs = runs_in.get(name).map_or(&[][..], Vec::as_slice);
            Pair { is_usual: usual == Some(name), ..Pair::new(known, name, runs) }
        };
        let pairs = known.names().into_iter().map(pair).collect();
        Self { schema: "everymile.shoes/1", on, pairs, runs_in_none }
    }
}

impl Pair {
    fn new(known: &KnownShoes, name: &str, runs: &[&NamedRun]) -> Self {
        let said = known.rack.pair(name);
        let before_m = said.map_or(0.0, |pair| pair.before.0);
        let distances = runs.iter().filter_map(|run| run.distance);
        Self {
            name: name.to_owned(),
            is_named: said.is_some(),
            is_usual: false,
            since: said.and_then(|pair| pair.since),
            retired: said.and_then(|pair| pair.retired),
            before_m,
            distance_m: tenth(before_m + distances.map(|distance| distance.0).sum::<f64>()),
            runs: runs.len(),
            runs_unmeasured: runs.iter().filter(|run| run.distance.is_none()).count(),
            first: runs.first().map(|run| run.date()),
            last: runs.last().map(|run| run.date()),
        }
    }
}

impl WornOnRun {
    /// In which shoes a run was run, among those there are.
    pub fn new(known: &KnownShoes, run: &NamedRun) -> Self {
        let (shoes, by) = known.worn(run).unzip();
        let names = known.names().into_iter().map(str::to_owned).collect();
        Self { shoes: shoes.map(str::to_owned), by, names }
    }
}
