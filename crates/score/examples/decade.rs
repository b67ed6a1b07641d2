//! Writes ten years of one simulated runner: 3,000 runs of 30 to 120 minutes, recorded every second,
//! once as a folder of FIT files and once as the zip that Strava exports (`activities.csv` beside
//! `activities/*.fit.gz`): `cargo run --release -p score --example decade -- FOLDER [COUNT]`.
#![allow(clippy::disallowed_methods, reason = "a developer's tool: it writes files")]

use anyhow::{Context, Result};
use flate2::{Compression, write::GzEncoder};
use jiff::{Timestamp, ToSpan};
use rayon::prelude::*;
use simulator::{Conditions, Terrain};
use std::{
    env,
    fmt::Write as _,
    fs::{self, File},
    io::{BufWriter, Write},
    path::{Path, PathBuf},
};
use training::{LocalStart, notation::parse_session};
use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

/// What is run, one after the other: 30 to 120 minutes, 73 on average.
const SESSIONS: [&str; 14] = [
    "easy 60min",
    "easy 15min + intervals 6x(3min / 2min jog) + easy 15min",
    "recovery 30min",
    "easy 20min + tempo 30min + easy 20min",
    "easy 75min",
    "recovery 40min",
    "long 120min",
    "easy 50min",
    "easy 15min + intervals 10x(400m / 200m jog) + easy 15min",
    "steady 60min",
    "easy 90min",
    "easy 70min",
    "recovery 45min",
    "long 110min",
];

/// Whose runs they are.
const SEED: u64 = 7;
/// Days in ten years.
const DAYS: usize = 3652;
/// How many runs are held in memory at once.
const BATCH: usize = 64;

fn main() -> Result<()> {
    let mut words = env::args().skip(1);
    let folder = PathBuf::from(words.next().context("name the folder to write to")?);
    let count: usize = words.next().map_or(Ok(3000), |word| word.parse())?;
    let runs = folder.join("runs");
    fs::create_dir_all(&runs)?;
    let mut archive = ZipWriter::new(BufWriter::new(File::create(folder.join("export.zip"))?));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    archive.start_file("activities.csv", SimpleFileOptions::default())?;
    archive.write_all(listing(count)?.as_bytes())?;
    for first in (0..count).step_by(BATCH) {
        let batch: Vec<usize> = (first..(first + BATCH).min(count)).collect();
        let gzipped: Vec<Vec<u8>> = batch
            .par_iter()
            .map(|&number| write_run(&runs, number, count))
            .collect::<Result<_>>()?;
        for (number, bytes) in batch.iter().zip(gzipped) {
            archive.start_file(name_in_export(*number), stored)?;
            archive.write_all(&bytes)?;
        }
    }
    archive.finish()?.flush()?;
    Ok(())
}

/// Writes a run as a file and gives it gzipped.
fn write_run(folder: &Path, number: usize, count: usize) -> Result<Vec<u8>> {
    let bytes = run_of(number, count)?;
    fs::write(folder.join(format!("{number:05}.fit")), &bytes).context("writing a run")?;
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(&bytes)?;
    Ok(encoder.finish()?)
}

/// The FIT file of one run.
fn run_of(number: usize, count: usize) -> Result<Vec<u8>> {
    let runner = simulator::runner(SEED);
    let session = parse_session(SESSIONS[number % SESSIONS.len()])?;
    let terrain = if number.is_multiple_of(3) { Terrain::Rolling } else { Terrain::Flat };
    let conditions = Conditions { terrain, ..Conditions::default() };
    let start =
        LocalStart { utc: start(number, count)?, offset_seconds: Some(runner.offset_seconds) };
    let run = simulator::perform(&runner, &session, &conditions, start, number as u64);
    Ok(simulator::fit_bytes(&run.run))
}

/// When a run began: the runs lie evenly over ten years, or one a day where there are more.
fn start(number: usize, count: usize) -> Result<Timestamp> {
    let day = if count > DAYS { number } else { number * DAYS / count };
    let first: Timestamp = "2015-01-05T06:00:00Z".parse()?;
    Ok(first.checked_add((24 * day as i64).hours())?)
}

fn name_in_export(number: usize) -> String {
    format!("activities/{}.fit.gz", 1_000_000 + number)
}

/// The listing as Strava writes it, with the columns that matter.
fn listing(count: usize) -> Result<String> {
    let mut table = String::from(
        "Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Filename\n",
    );
    for number in 0..count {
        let date = start(number, count)?.strftime("%b %-d, %Y, %-I:%M:%S %p");
        let file = name_in_export(number);
        writeln!(table, "{},\"{date}\",Morning Run,Run,,{file}", 1_000_000 + number)?;
    }
    Ok(table)
}
