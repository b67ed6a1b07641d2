//! Writes a thousand simulated runs of about an hour as FIT files into a folder, for the benchmark:
//! `cargo run --release -p score --example thousand_runs -- FOLDER [COUNT]`.
#![allow(clippy::disallowed_methods, reason = "a developer's tool: it writes files")]

use anyhow::{Context, Result};
use jiff::{Timestamp, ToSpan};
use rayon::prelude::*;
use simulator::Conditions;
use std::{env, fs, path::PathBuf};
use training::{LocalStart, notation::parse_session};

/// What is run, day after day; each takes the runner about an hour.
const SESSIONS: [&str; 7] = [
    "easy 60min",
    "easy 15min + intervals 6x(3min / 2min jog) + easy 15min",
    "recovery 50min",
    "easy 20min + tempo 20min + easy 20min",
    "easy 60min",
    "steady 55min",
    "long 75min",
];

/// Whose runs they are.
const SEED: u64 = 7;

fn main() -> Result<()> {
    let mut words = env::args().skip(1);
    let folder = PathBuf::from(words.next().context("name the folder to write to")?);
    let count: usize = words.next().map_or(Ok(1000), |word| word.parse())?;
    fs::create_dir_all(&folder)?;
    (0..count).into_par_iter().try_for_each(|day| {
        let bytes = run_of(day)?;
        fs::write(folder.join(format!("{day:04}.fit")), bytes).context("writing a run")
    })
}

/// The FIT file of one day's run.
fn run_of(day: usize) -> Result<Vec<u8>> {
    let runner = simulator::runner(SEED);
    let session = parse_session(SESSIONS[day % SESSIONS.len()])?;
    let first: Timestamp = "2023-01-02T06:00:00Z".parse()?;
    let start = LocalStart {
        utc: first.checked_add((24 * day as i64).hours())?,
        offset_seconds: Some(runner.offset_seconds),
    };
    let run = simulator::perform(&runner, &session, &Conditions::default(), start, day as u64);
    Ok(simulator::fit_bytes(&run.run))
}
