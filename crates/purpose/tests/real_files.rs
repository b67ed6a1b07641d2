//! What must hold of every real run, whatever its watch did.
#![allow(clippy::disallowed_methods, reason = "a test may read files")]

#[path = "../../watch/tests/real/mod.rs"]
mod real;

use purpose::{Heard, infer};
use real::{data, files};
use std::fs;
use training::{Capacity, Run};
use watch::Activity;

/// Every run of the real files, with the name of its file.
fn runs() -> Vec<(String, Run)> {
    let Some(folder) = data() else { return Vec::new() };
    let read = |path: &std::path::PathBuf| watch::read(&fs::read(path).unwrap()).ok();
    let files = files(&folder, &["fit", "tcx", "gpx", "gz"]);
    let runs = files.iter().filter_map(|path| Some((path, read(path)?)));
    runs.flat_map(|(path, reading)| {
        let name = path.display().to_string();
        let runs = reading.activities.into_iter().filter_map(|activity| match activity {
            Activity::Run(run) => Some(run),
            Activity::Other(_) => None,
        });
        runs.map(move |run| (name.clone(), run))
    })
    .collect()
}

#[test]
fn the_stretches_of_a_run_add_up_to_its_distance() {
    for (name, run) in runs() {
        let segments = infer(&Heard::of(&run), &Capacity::default()).segments;
        let sum: Option<f64> =
            segments.iter().map(|segment| segment.distance.map(|metres| metres.0)).sum();
        let whole = run.distance().map(|metres| metres.0);
        match (whole, sum) {
            (Some(whole), Some(sum)) => assert!((whole - sum).abs() < 0.5, "{whole} {sum} {name}"),
            (Some(whole), None) => panic!("{whole} m are lost: {name}"),
            (None, _) => {}
        }
    }
}
