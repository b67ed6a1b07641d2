//! Every real file there is: read, or refused with a clear word, and never a panic.

use crate::{
    shared_data,
    table::{Figure, Section, Table, clock, share},
};
use anyhow::Result;
use std::{
    collections::BTreeMap,
    fs,
    panic::{AssertUnwindSafe, catch_unwind},
    path::{Path, PathBuf},
    time::Instant,
};
use watch::Activity;

/// What became of one file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Outcome {
    Run,
    Other,
    Refused,
    Panicked,
}

/// Endings of files that hold recordings.
const RECORDINGS: [&str; 6] = [".fit", ".fit.gz", ".tcx", ".tcx.gz", ".gpx", ".gpx.gz"];

/// How many files are read, how many are refused, and how long the slowest takes.
pub fn score() -> Result<Section> {
    let mut section = Section {
        title: "Real files",
        about: "Every FIT, TCX and GPX file of the shared data, the damaged ones too. What each \
                must give is held by the golden table of `crates/watch/tests`."
            .to_owned(),
        ..Section::default()
    };
    let Some(data) = shared_data() else { return Ok(section) };
    let (mut counts, mut slowest) = (BTreeMap::<_, usize>::new(), 0.0_f64);
    let mut refused = Table::new("Refused:", &["file", "because"]);
    let files = recordings(&data)?;
    for file in &files {
        let began = Instant::now();
        let (outcome, because) = outcome(&fs::read(file)?);
        slowest = slowest.max(began.elapsed().as_secs_f64());
        *counts.entry(outcome).or_default() += 1;
        if outcome >= Outcome::Refused {
            let name = file.strip_prefix(&data).unwrap_or(file).display().to_string();
            refused.row([name, because]);
        }
    }
    let count = |outcome| counts.get(&outcome).copied().unwrap_or_default();
    let share_of = |count: usize| share(count, files.len());
    let told = Figure::told;
    section.figures = vec![
        told("files.runs", "files that gave a run", share_of(count(Outcome::Run))),
        told("files.others", "files that gave another activity", share_of(count(Outcome::Other))),
        told("files.refused", "files refused, with a reason", share_of(count(Outcome::Refused))),
        told("files.panics", "files that made it panic", share_of(count(Outcome::Panicked)))
            .at_most(0.0),
    ];
    eprintln!("{} files, the slowest took {}", files.len(), clock(slowest));
    section.tables.push(refused);
    Ok(section)
}

fn outcome(bytes: &[u8]) -> (Outcome, String) {
    match catch_unwind(AssertUnwindSafe(|| watch::read(bytes))) {
        Err(_) => (Outcome::Panicked, "it panicked".to_owned()),
        Ok(Err(unreadable)) => (Outcome::Refused, unreadable.to_string()),
        Ok(Ok(reading)) => {
            let has_run = reading.activities.iter().any(|it| matches!(it, Activity::Run(_)));
            (if has_run { Outcome::Run } else { Outcome::Other }, String::new())
        }
    }
}

fn recordings(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)?.flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(recordings(&path)?);
        } else if RECORDINGS.iter().any(|ending| path.to_string_lossy().ends_with(ending)) {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}
