//! The score: how often everymile is right, on real runs whose truth is known and on runners that
//! never ran. `score` prints the tables and writes `SCORES.md`; `score --check` holds the figures
//! against `scores-floor.toml` and fails below a floor. `SEED=1000 score simulated scenarios`
//! measures forty other runners.
#![allow(clippy::disallowed_methods, reason = "a developer's tool: it reads files and the clock")]

mod baselines;
mod facts;
mod files;
mod floor;
mod history;
mod junk;
mod labelled;
mod matching;
mod plans;
mod population;
mod reality;
mod reps;
mod scenarios;
mod simulated;
mod table;
mod tally;
mod wrong;

use anyhow::{Context, Result, bail};
use std::{
    env, fs,
    path::{Path, PathBuf},
    process::ExitCode,
    time::Instant,
};
use table::Section;

/// A part of the score: the word that asks for it alone, and what measures it.
type Part = (&'static str, fn() -> Result<Section>);

const PARTS: [Part; 8] = [
    ("files", files::score),
    ("reps", reps::score),
    ("labelled", labelled::score),
    ("simulated", simulated::score),
    ("junk", junk::score),
    ("scenarios", scenarios::score),
    ("reality", reality::score),
    ("plans", plans::score),
];

fn main() -> Result<ExitCode> {
    let words: Vec<String> = env::args().skip(1).collect();
    let (options, wanted): (Vec<_>, Vec<_>) = words.iter().partition(|word| word.starts_with("--"));
    let sections = measure(&wanted)?;
    for section in &sections {
        println!("{section}");
    }
    if wanted.is_empty() && options.is_empty() && is_usual() {
        fs::write(repository().join("SCORES.md"), table::page(&sections))?;
    }
    let broken = floor::broken(&sections, &floor::read(repository())?);
    for line in &broken {
        eprintln!("below the floor: {line}");
    }
    let must_hold = options.iter().any(|option| *option == "--check");
    Ok(if must_hold && !broken.is_empty() { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

/// Whether the usual runners are measured, and all of them: only those are told of in `SCORES.md`.
fn is_usual() -> bool {
    ["SEED", "REALITY_RUNNERS"].iter().all(|name| env::var_os(name).is_none())
}

/// Measures the parts that were asked for, or all.
fn measure(wanted: &[&String]) -> Result<Vec<Section>> {
    let known: Vec<&str> = PARTS.iter().map(|(word, _)| *word).collect();
    if let Some(unknown) = wanted.iter().find(|word| !known.contains(&word.as_str())) {
        bail!("'{unknown}' is not a part of the score; the parts are {}", known.join(", "));
    }
    let is_wanted = |word: &str| wanted.is_empty() || wanted.iter().any(|it| *it == word);
    let parts = PARTS.into_iter().filter(|(word, _)| is_wanted(word));
    parts.map(|(word, score)| timed(word, score)).collect()
}

fn timed(word: &str, score: fn() -> Result<Section>) -> Result<Section> {
    let began = Instant::now();
    let section = score().with_context(|| format!("could not score '{word}'"))?;
    eprintln!("{word}: {:.1} s", began.elapsed().as_secs_f64());
    Ok(section)
}

/// Where the repository lies.
fn repository() -> &'static Path {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(2).expect("the crate lies two levels down")
}

/// The shared test data beside the repository; `None`, with a note, where it is not.
fn shared_data() -> Option<PathBuf> {
    let folder = repository().parent()?.join("shared/data");
    if folder.is_dir() {
        return Some(folder);
    }
    eprintln!("skipped: ../shared/data is not here");
    None
}
