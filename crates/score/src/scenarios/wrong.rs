//! The list of planted faults that were missed, of false alarms and of unsafe days, for who wants to
//! see why.

use super::Trial;
use crate::wrong::list;
use anyhow::Result;
use simulator::runner;

const HEAD: [&str; 6] = ["what", "planted", "seed", "level", "on", "said"];

/// Writes the list to `target/score/scenarios-wrong.tsv`.
pub fn write(trials: &[Trial]) -> Result<()> {
    let rows =
        trials.iter().flat_map(|trial| wrong(trial).map(|(what, said)| row(trial, what, said)));
    list("scenarios-wrong.tsv", HEAD, rows)
}

fn wrong(trial: &Trial) -> impl Iterator<Item = (&'static str, &str)> {
    let must_speak = trial.scenario.has_control();
    let what = if must_speak { "missed" } else { "false alarm" };
    let missed = (trial.speaks != must_speak).then_some((what, trial.said.as_str()));
    let alarm = trial.control.as_ref().filter(|(speaks, _)| *speaks);
    let alarm = alarm.map(|(_, said)| ("false alarm", said.as_str()));
    let unsafe_day = (trial.is_safe == Some(false)).then_some(("unsafe", trial.said.as_str()));
    missed.into_iter().chain(alarm).chain(unsafe_day)
}

fn row(trial: &Trial, what: &str, said: &str) -> [String; HEAD.len()] {
    [
        what.to_owned(),
        trial.scenario.name.to_owned(),
        trial.seed.to_string(),
        format!("{:?}", runner(trial.seed).level).to_lowercase(),
        trial.on.to_string(),
        said.to_owned(),
    ]
}
