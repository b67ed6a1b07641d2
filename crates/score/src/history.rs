//! A runner's files as the product takes them: read, the ability known from the history, every run
//! inferred and settled among its neighbours. Titles are never read here.

use anyhow::{Context, Result};
use everymile::analysis::{Unnamed, name};
use purpose::{Trace, Traced};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};
use training::{Ability, Date, NamedRun, Profile, Run, RunId, Week, Weekday};
use watch::Activity;

/// A run, where it came from, and what everymile makes of it.
pub struct Judged {
    /// The file it was read from, as found.
    pub file: String,
    /// The run as recorded.
    pub run: Run,
    /// The run with its purpose named.
    pub named: NamedRun,
}

/// One runner's runs, judged.
pub struct History {
    /// The runs, oldest first.
    pub runs: Vec<Judged>,
    /// What the runner could do on the day of the last run.
    pub ability: Ability,
}

/// Every run in one file.
pub fn runs_of(file: &Path) -> Result<Vec<Run>> {
    let bytes = fs::read(file).with_context(|| format!("reading {}", file.display()))?;
    let reading = watch::read(&bytes).with_context(|| format!("reading {}", file.display()))?;
    let runs = reading.activities.into_iter().filter_map(|activity| match activity {
        Activity::Run(run) => Some(run),
        Activity::Other(_) => None,
    });
    Ok(runs.collect())
}

/// Every run in the folder's files, with the file's name; files that cannot be read are told and
/// left out.
pub fn runs_in(folder: &Path) -> Result<Vec<(String, Run)>> {
    let mut runs = Vec::new();
    for file in files_in(folder)? {
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        match runs_of(&file) {
            Ok(found) => runs.extend(found.into_iter().map(|run| (name.clone(), run))),
            Err(error) => eprintln!("left out: {error:#}"),
        }
    }
    Ok(runs)
}

/// The folder's files, by name.
pub fn files_in(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).with_context(|| format!("reading {}", folder.display()))?;
    let mut files: Vec<PathBuf> =
        entries.flatten().map(|entry| entry.path()).filter(|path| path.is_file()).collect();
    files.sort();
    Ok(files)
}

/// Takes the laps and the workout steps away, so that only the recording speaks.
pub fn without_laps(mut run: Run) -> Run {
    run.laps.clear();
    run.steps.clear();
    run
}

/// Judges the runs of one runner, of whom the profile is known, each with what the history says of
/// its week, as the product does.
pub fn judge(mut runs: Vec<(String, Run)>, profile: &Profile) -> History {
    runs.sort_by_key(|(_, run)| run.start);
    let (unnamed, traces): (Vec<Unnamed>, Vec<(RunId, Trace)>) = runs
        .iter()
        .map(|(file, run)| {
            let (heard, trace) = purpose::hear(run);
            (Unnamed::of(run, heard), (id(file, run), trace))
        })
        .unzip();
    let traced: Vec<Traced<'_>> = runs
        .iter()
        .zip(&traces)
        .map(|((_, run), (id, trace))| Traced { id, date: run.start.date(), trace })
        .collect();
    let weeks: BTreeSet<Week> = traced.iter().map(|it| week_of(it.date)).collect();
    let abilities: BTreeMap<Week, Ability> = weeks
        .into_iter()
        .map(|week| (week, purpose::ability(&traced, profile, week.end())))
        .collect();
    let mut named: Vec<NamedRun> = runs
        .iter()
        .zip(&unnamed)
        .map(|((file, run), unnamed)| {
            let ability = &abilities[&week_of(run.start.date())];
            name(unnamed, &id(file, run), &ability.capacity())
        })
        .collect();
    purpose::settle(&mut named);
    let judged = runs.into_iter().zip(named);
    History {
        runs: judged.map(|((file, run), named)| Judged { file, run, named }).collect(),
        ability: abilities.into_values().next_back().unwrap_or_default(),
    }
}

/// A name no other leg of the same file has.
fn id(file: &str, run: &Run) -> RunId {
    RunId(format!("{file} {}", run.start.civil()))
}

/// Abilities are taken once a week, on its last day, and weeks of ability begin on Monday.
fn week_of(day: Date) -> Week {
    Week::of(day, Weekday::Monday)
}
