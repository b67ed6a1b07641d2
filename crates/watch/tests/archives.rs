//! Every real log, listing and export, and what comes out of it, as a table that is committed: facts
//! about files, never their data. `UPDATE_GOLDEN=1 cargo test -p watch --test archives` writes it
//! anew.
#![allow(clippy::disallowed_methods)] // A test may read files and the environment.

mod real;

use real::{data, files};
use std::{
    fmt::Write as _,
    fs::{self, File},
    path::Path,
};
use training::{Metres, Run, Seconds, Totals};
use watch::{Activity, Original, Unreadable};

const EXTENSIONS: [&str; 4] = ["csv", "json", "xml", "zip"];

#[test]
fn every_log_and_export_comes_apart_as_the_table_says() {
    let Some(folder) = data() else { return };
    let mut table = String::new();
    for path in files(&folder, &EXTENSIONS) {
        let name = path.strip_prefix(&folder).unwrap().display().to_string();
        let outcome = Outcome::of(&path);
        if !outcome.is_empty() {
            writeln!(table, "{name} | {outcome}").unwrap();
        }
    }
    let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/archives.txt");
    if std::env::var("UPDATE_GOLDEN").is_ok() {
        fs::write(&golden, &table).unwrap();
    }
    let expected = fs::read_to_string(&golden).unwrap_or_default();
    for (line, (found, expected)) in table.lines().zip(expected.lines()).enumerate() {
        assert_eq!(found, expected, "line {} of archives.txt", line + 1);
    }
    assert_eq!(table.lines().count(), expected.lines().count());
}

/// What came out of one file.
#[derive(Default)]
struct Outcome {
    runs: Vec<Totals>,
    with_samples: usize,
    others: usize,
    titled: usize,
    days: usize,
    errors: Vec<String>,
}

impl Outcome {
    fn of(path: &Path) -> Self {
        let mut outcome = Self::default();
        let beside = &mut |name: &str| fs::read(path.parent()?.join(name)).ok();
        let emit = &mut |_: String, part: Result<Original, Unreadable>| outcome.take(part);
        watch::unpack_beside("x", File::open(path).unwrap(), watch::Manner::Found, beside, emit);
        outcome
    }

    fn is_empty(&self) -> bool {
        self.runs.is_empty() && self.others + self.days == 0 && self.errors.is_empty()
    }

    fn take(&mut self, part: Result<Original, Unreadable>) {
        let reading = part.and_then(|original| watch::read(&original.bytes));
        let is_titled = reading.as_ref().is_ok_and(|reading| reading.declaration.title.is_some());
        self.titled += usize::from(is_titled);
        self.days += reading.as_ref().map_or(0, |reading| reading.check_ins.len());
        match reading {
            Err(error) => self.errors.push(error.to_string()),
            Ok(reading) => reading.activities.iter().for_each(|activity| match activity {
                Activity::Run(run) => self.take_run(run),
                Activity::Other(_) => self.others += 1,
            }),
        }
    }

    fn take_run(&mut self, run: &Run) {
        self.with_samples += usize::from(!run.samples.is_empty());
        self.runs.push(Totals {
            distance: run.distance(),
            moving: Some(run.moving()),
            ..run.claimed
        });
    }
}

impl std::fmt::Display for Outcome {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let metres: Metres = self.runs.iter().filter_map(|run| run.distance).sum();
        let time: Seconds = self.runs.iter().filter_map(|run| run.moving).sum();
        let (km, hours) = (metres.km().abs(), (time.0 / 3600.0).abs());
        let with_hr = self.runs.iter().filter(|run| run.hr_mean.is_some()).count();
        write!(
            f,
            "{} runs ({} with samples, {with_hr} with mean hr), {km:.1} km, {hours:.2} h | {} others \
             | {} titled | {} errors",
            self.runs.len(),
            self.with_samples,
            self.others,
            self.titled,
            self.errors.len(),
        )?;
        if self.days > 0 {
            write!(f, " | {} days", self.days)?;
        }
        self.errors.first().map_or(Ok(()), |error| write!(f, ": {error}"))
    }
}
