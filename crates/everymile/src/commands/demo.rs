//! `everymile demo`: a synthetic runner's year, written as real FIT files, imported into a logbook
//! of its own, judged and reported. The runner's own logbook is never touched.
#![allow(clippy::disallowed_methods, reason = "the front door writes files")]

use crate::{
    answer::{Answer, Outcome},
    asking,
    cli::{Demo, Format, Report, Serve, View},
    clock,
    failure::Failure,
    import::import,
    place::{self, cannot_write},
    sources,
    text::wrap,
};
use rayon::prelude::*;
use simulator::{Habit, Habits, SimulatedRun, SimulatedRunner, career, fit_bytes, runner_with};
use std::{fs, net::Ipv4Addr, path::Path};
use training::{Date, calendar::add_days};

/// The synthetic year begins on this Monday.
const FIRST_DAY: Date = jiff::civil::date(2025, 6, 2);
const WEEKS: usize = 52;

/// What to do after the demo.
const NEXT: &str = "Your own runs:\n  everymile import PATH\n";

/// Answers `everymile demo`.
pub fn run(asked: &Demo) -> Result<Answer, Failure> {
    let folder = place::demo(asked.dir.as_deref())?;
    let (files, path) = (folder.join("files"), folder.join("demo.everymile"));
    clear(&files, &path)?;
    let runner = synthetic(asked.seed);
    let written = write_year(&runner, &files)?;
    keep_year(&runner, &files, &path)?;
    let last_day = add_days(FIRST_DAY, 7 * WEEKS as i64 - 1);
    let view = View { on: Some(last_day), ..View::default() };
    let report = Report { weeks: 12, html: None, format: Format::Text, view };
    let mut answer = super::report::run(&report, &path)?;
    if let Outcome::Page(page) = &mut answer.result {
        *page = format!("{}\n{page}{}", introduction(written, &files), NEXT);
    }
    if asked.serve {
        asking::tell("SYNTHETIC: the runner on this page does not exist.");
        serve(asked, &path, last_day)?;
    }
    Ok(answer)
}

/// The page on the demo's logbook, on the morning after its last day.
fn serve(asked: &Demo, path: &Path, last_day: Date) -> Result<(), Failure> {
    let view = View { on: Some(add_days(last_day, 1)), ..View::default() };
    let host = Ipv4Addr::LOCALHOST.into();
    let page = Serve { host, port: asked.port, open: true, set_password: false, view };
    super::serve::run(&page, path).map(|_| ())
}

/// A runner with two ordinary faults, so that there is something to see.
fn synthetic(seed: u64) -> SimulatedRunner {
    runner_with(seed, Habits(vec![Habit::FillerRuns, Habit::HammersRecovery]))
}

/// Throws an earlier demo away, and nothing else: only what a demo writes.
fn clear(files: &Path, path: &Path) -> Result<(), Failure> {
    place::remove_logbook(path)?;
    place::make_folder(files)?;
    let entries = fs::read_dir(files).map_err(|error| cannot_write(files, &error))?;
    for old in entries.flatten().map(|entry| entry.path()).filter(|old| is_demo_file(old)) {
        fs::remove_file(&old).map_err(|error| cannot_write(&old, &error))?;
    }
    Ok(())
}

fn is_demo_file(path: &Path) -> bool {
    let is_fit = path.extension().is_some_and(|ending| ending == "fit");
    let name = path.file_name().map(|name| name.to_string_lossy());
    is_fit && name.is_some_and(|name| name.starts_with("synthetic-"))
}

fn write_year(runner: &SimulatedRunner, files: &Path) -> Result<usize, Failure> {
    let write = |(number, simulated): (usize, SimulatedRun)| {
        let day = simulated.run.start.date();
        let path = files.join(format!("synthetic-{day}-{number:03}.fit"));
        let written = fs::write(&path, fit_bytes(&simulated.run));
        written.map(|()| 1).map_err(|error| cannot_write(&path, &error))
    };
    let year = career(runner, FIRST_DAY, WEEKS).enumerate().par_bridge();
    year.map(write).try_reduce(|| 0, |some, more| Ok(some + more))
}

fn keep_year(runner: &SimulatedRunner, files: &Path, path: &Path) -> Result<(), Failure> {
    let book = place::open_or_make(path)?;
    book.state_profile(&runner.profile(), None, clock::now())?;
    import(&book, &sources::files(&[files.to_owned()])?)?;
    Ok(())
}

fn introduction(written: usize, files: &Path) -> String {
    let said = format!(
        "SYNTHETIC: this runner does not exist. A year of {written} runs was made up, written as \
         FIT files to {}, and read back as if a watch had recorded them.",
        files.display()
    );
    wrap("", &said) + "\n"
}
