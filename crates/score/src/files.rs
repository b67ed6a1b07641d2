//! Every real file there is: read, or refused with a clear word, and never a panic.

use crate::{
    shared_data,
    table::{Figure, Section, Table, number, share},
};
use anyhow::Result;
use std::{
    collections::BTreeMap,
    fs,
    panic::{AssertUnwindSafe, catch_unwind},
    path::{Path, PathBuf},
    time::Instant,
};
use training::{OddityKind, Run};
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
    let mut totals = Totals::default();
    let mut refused = Table::new("Refused:", &["file", "because"]);
    let files = recordings(&data)?;
    for file in &files {
        let began = Instant::now();
        let (outcome, because) = outcome(&fs::read(file)?, &mut totals);
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
        told("files.totals-told", "runs within 0.5 % of their file's totals, or said why not", {
            share(totals.told, totals.runs)
        })
        .at_least(1.0),
        told("files.slowest-seconds", "the slowest file, in seconds", Some(slowest))
            .at_most(1.0)
            .of_machine(),
        told("files.peak-mib", "memory at its highest while reading, in MiB", peak_mib())
            .at_most(100.0)
            .of_machine(),
    ];
    let peak = number(peak_mib());
    eprintln!("{} files, the slowest took {slowest:.3} s, {peak} MiB at most", files.len());
    section.tables.push(refused);
    Ok(section)
}

/// How many runs there are, and how many agree with their file's totals or say that they do not.
#[derive(Debug, Default)]
struct Totals {
    runs: usize,
    told: usize,
}

impl Totals {
    fn count(&mut self, run: &Run) {
        self.runs += 1;
        let says_so = run.oddities.iter().any(|odd| odd.kind == OddityKind::TotalsDisagree);
        self.told += usize::from(says_so || agrees(run));
    }
}

fn agrees(run: &Run) -> bool {
    const TOLERANCE: f64 = 0.005;
    let close = |found: f64, claimed: f64| (found - claimed).abs() <= TOLERANCE * claimed;
    let distance = run.claimed.distance.zip(run.distance());
    let moving = run.claimed.moving.map(|claimed| (claimed, run.moving()));
    distance.is_none_or(|(claimed, found)| close(found.0, claimed.0))
        && moving.is_none_or(|(claimed, found)| close(found.0, claimed.0))
}

fn outcome(bytes: &[u8], totals: &mut Totals) -> (Outcome, String) {
    match catch_unwind(AssertUnwindSafe(|| watch::read(bytes))) {
        Err(_) => (Outcome::Panicked, "it panicked".to_owned()),
        Ok(Err(unreadable)) => (Outcome::Refused, unreadable.to_string()),
        Ok(Ok(reading)) => {
            let runs = reading.activities.iter().filter_map(|activity| match activity {
                Activity::Run(run) => Some(run),
                Activity::Other(_) => None,
            });
            let mut has_run = false;
            for run in runs {
                has_run = true;
                totals.count(run);
            }
            (if has_run { Outcome::Run } else { Outcome::Other }, String::new())
        }
    }
}

/// The most memory this program has held, as Linux tells it; files are read first, so no file took
/// more.
fn peak_mib() -> Option<f64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    let kib: f64 = line.split_whitespace().nth(1)?.parse().ok()?;
    Some((kib / 1024.0).round())
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
