//! Reps on real interval files: the laps are the truth and are withheld from the program.

use crate::{
    history::{self, History},
    matching::{Boundaries, Stretch, boundaries, merged, work_of},
    shared_data,
    table::{Figure, Section, Table, clock, share},
};
use anyhow::Result;
use serde::Deserialize;
use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};
use training::{Profile, Run};

/// The export that some of the files belong to: its runs are the history they are judged with.
const EXPORT: &str = "labelled/strava-export-ds/shared/activities";

/// One lap of the truth.
#[derive(Debug, Deserialize)]
struct Row {
    file: String,
    role: String,
    lap_start_s_after_first_record: f64,
    elapsed_s: f64,
}

/// How many files have the right number of reps, and how many boundaries lie where they should.
pub fn score() -> Result<Section> {
    let mut section = Section {
        title: "Reps on real files",
        about: "Laps and workout steps are withheld. A rep is a work lap of the file; laps of one \
                block that touch are one rep; a boundary is the start or the end of a rep."
            .to_owned(),
        ..Section::default()
    };
    let Some(data) = shared_data() else { return Ok(section) };
    let mut table = Table::new("", &["file", "reps", "found", "boundaries near", "truth → found"]);
    let (mut exact, mut all) = (0, Boundaries::default());
    let truth = truth(&data)?;
    let export = judged_without_laps(history::runs_in(&data.join(EXPORT))?);
    for (file, real) in &truth {
        let found = found_work(&data, file, &export).unwrap_or_else(|error| {
            eprintln!("left out: {error:#}");
            Vec::new()
        });
        let near = boundaries(real, &found);
        exact += usize::from(found.len() == real.len());
        all += near;
        table.row([
            short(file),
            real.len().to_string(),
            found.len().to_string(),
            format!("{}/{}", near.matched, near.real),
            format!("{} → {}", spans(real), spans(&found)),
        ]);
    }
    section.figures = figures(share(exact, truth.len()), all);
    section.tables.push(table);
    Ok(section)
}

fn figures(exact: Option<f64>, all: Boundaries) -> Vec<Figure> {
    let told = Figure::told;
    vec![
        told("reps.count-exact", "files with the exact number of reps", exact).at_least(0.90),
        told("reps.boundaries-near", "boundaries of reps found within 5 s", all.recall())
            .at_least(0.90),
        told("reps.boundary-f1", "the same, false boundaries counted too (F1)", all.f1()),
    ]
}

fn truth(data: &Path) -> Result<BTreeMap<String, Vec<Stretch>>> {
    let mut work: BTreeMap<String, Vec<Stretch>> = BTreeMap::new();
    let mut rows = csv::Reader::from_path(data.join("ground-truth/intervals_shared.csv"))?;
    for row in rows.deserialize() {
        let row: Row = row?;
        let laps = work.entry(row.file).or_default();
        if row.role == "work" {
            let start = row.lap_start_s_after_first_record;
            laps.push((start, start + row.elapsed_s));
        }
    }
    Ok(work.into_iter().map(|(file, laps)| (file, merged(&laps))).collect())
}

/// The work found in one file: judged within its export where it belongs to one, else by itself.
fn found_work(data: &Path, file: &str, export: &History) -> Result<Vec<Stretch>> {
    let path = PathBuf::from(file);
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    if path.starts_with(EXPORT) {
        let judged = export.runs.iter().find(|judged| judged.file == name);
        return Ok(judged.map_or_else(Vec::new, |it| work_of(&it.named.segments)));
    }
    let runs = history::runs_of(&data.join(file))?.into_iter().map(|run| (name.clone(), run));
    let judged = judged_without_laps(runs.collect());
    Ok(judged.runs.first().map_or_else(Vec::new, |it| work_of(&it.named.segments)))
}

fn judged_without_laps(runs: Vec<(String, Run)>) -> History {
    let bare = runs.into_iter().map(|(file, run)| (file, history::without_laps(run)));
    history::judge(bare.collect(), &Profile::default())
}

fn short(file: &str) -> String {
    file.rsplit('/').next().unwrap_or(file).to_owned()
}

fn spans(stretches: &[Stretch]) -> String {
    let words = stretches.iter().map(|&(start, end)| format!("{}–{}", clock(start), clock(end)));
    words.collect::<Vec<_>>().join(", ")
}
