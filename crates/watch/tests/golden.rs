//! Every real file, and what `read` makes of it, as a table that is committed: facts about files,
//! never their data. `UPDATE_GOLDEN=1 cargo test -p watch --test golden` writes it anew.
#![allow(clippy::disallowed_methods)] // A test may read files and the environment.

mod real;

use real::{data, files};
use std::{collections::BTreeSet, fmt::Write as _, fs, path::Path};
use training::{CrossTraining, OddityKind, Run};
use watch::{Activity, Reading, Unreadable};

const EXTENSIONS: [&str; 4] = ["fit", "tcx", "gpx", "gz"];

#[test]
fn every_real_file_is_read_as_the_table_says() {
    let Some(folder) = data() else { return };
    let mut table = String::new();
    for path in files(&folder, &EXTENSIONS) {
        let name = path.strip_prefix(&folder).unwrap().display();
        for line in lines(watch::read(&fs::read(&path).unwrap())) {
            writeln!(table, "{name} | {line}").unwrap();
        }
    }
    let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden.txt");
    if std::env::var("UPDATE_GOLDEN").is_ok() {
        fs::write(&golden, &table).unwrap();
    }
    let expected = fs::read_to_string(&golden).unwrap_or_default();
    for (line, (found, expected)) in table.lines().zip(expected.lines()).enumerate() {
        assert_eq!(found, expected, "line {} of golden.txt", line + 1);
    }
    assert_eq!(table.lines().count(), expected.lines().count());
}

#[test]
fn the_samples_of_every_run_keep_the_promises_of_a_run() {
    let Some(folder) = data() else { return };
    for path in files(&folder, &EXTENSIONS) {
        let Ok(reading) = watch::read(&fs::read(&path).unwrap()) else { continue };
        for activity in &reading.activities {
            if let Activity::Run(run) = activity {
                check_promises(run, &path.display().to_string());
            }
        }
    }
}

/// Strictly increasing time, distance that never decreases, and totals that agree or are said not
/// to.
fn check_promises(run: &Run, name: &str) {
    assert!(run.samples.windows(2).all(|pair| pair[0].at.0 < pair[1].at.0), "time in {name}");
    let distances: Vec<f64> = run.samples.iter().filter_map(|s| s.distance).map(|d| d.0).collect();
    assert!(distances.is_sorted(), "distance in {name}");
    assert!(run.pauses.iter().all(|pause| pause.start.0 < pause.end.0), "pauses in {name}");
    let says_so = run.oddities.iter().any(|oddity| oddity.kind == OddityKind::TotalsDisagree);
    assert!(says_so || agrees(run), "totals in {name}");
}

fn agrees(run: &Run) -> bool {
    let close = |measured: f64, claimed: f64| (measured - claimed).abs() <= 0.005 * claimed;
    let distance = run.claimed.distance.zip(run.distance());
    distance.is_none_or(|(claimed, measured)| close(measured.0, claimed.0))
        && run.claimed.moving.is_none_or(|claimed| close(run.moving().0, claimed.0))
}

fn lines(outcome: Result<Reading, Unreadable>) -> Vec<String> {
    match outcome {
        Err(unreadable) => vec![format!("error: {unreadable}")],
        Ok(reading) => reading
            .activities
            .iter()
            .map(|activity| match activity {
                Activity::Run(run) => run_line(run),
                Activity::Other(other) => other_line(other),
            })
            .collect(),
    }
}

fn run_line(run: &Run) -> String {
    let kinds: BTreeSet<String> =
        run.oddities.iter().map(|oddity| format!("{:?}", oddity.kind)).collect();
    format!(
        "run {:?} | {} | {} | moving {:.0} s of {:.0} s | {} samples, {} laps, {} steps | hr {} | {}",
        run.setting,
        run.start.civil(),
        metres(run.distance().map(|distance| distance.0)),
        run.moving().0,
        run.elapsed().0,
        run.samples.len(),
        run.laps.len(),
        run.steps.len(),
        run.samples.iter().filter(|sample| sample.hr.is_some()).count(),
        kinds.into_iter().collect::<Vec<_>>().join(" "),
    )
}

fn other_line(other: &CrossTraining) -> String {
    format!(
        "other {:?} ({}) | {} | {} | {}",
        other.sport,
        other.called,
        other.start.civil(),
        metres(other.claimed.distance.map(|distance| distance.0)),
        other.claimed.moving.map_or("no time".into(), |time| format!("{:.0} s", time.0)),
    )
}

fn metres(distance: Option<f64>) -> String {
    distance.map_or("no distance".into(), |metres| format!("{metres:.0} m"))
}
