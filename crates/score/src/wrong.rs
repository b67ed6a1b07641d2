//! Lists of what was wrong, for who wants to see why; and the list of simulated runs that were named
//! or counted wrongly.

use crate::{
    matching::work_of,
    population::{Career, Told},
    repository,
};
use anyhow::Result;
use std::fs;

const HEAD: [&str; 10] =
    ["run", "way", "level", "true", "named", "sure", "reps", "found", "km", "reason"];

/// Writes the list to `target/score/simulated-wrong.tsv`.
pub fn write(careers: &[Career]) -> Result<()> {
    let wrong = careers.iter().flat_map(|career| {
        career.runs.iter().filter(|told| is_wrong(told)).map(|told| row(career, told))
    });
    list("simulated-wrong.tsv", HEAD, wrong)
}

/// Writes a list into `target/score`, its columns parted by tabs.
pub fn list<const COLUMNS: usize>(
    name: &str,
    head: [&str; COLUMNS],
    rows: impl IntoIterator<Item = [String; COLUMNS]>,
) -> Result<()> {
    let folder = repository().join("target/score");
    fs::create_dir_all(&folder)?;
    let mut list = csv::WriterBuilder::new().delimiter(b'\t').from_path(folder.join(name))?;
    list.write_record(head)?;
    for row in rows {
        list.write_record(row)?;
    }
    Ok(list.flush()?)
}

fn is_wrong(told: &Told) -> bool {
    told.truth.purpose != told.named.inferred || told.truth.reps != found(told)
}

fn found(told: &Told) -> usize {
    work_of(&told.named.segments).len()
}

fn row(career: &Career, told: &Told) -> [String; HEAD.len()] {
    [
        told.named.id.to_string(),
        career.way.words().to_owned(),
        format!("{:?}", career.runner.level).to_lowercase(),
        told.truth.purpose.to_string(),
        told.named.inferred.to_string(),
        format!("{:.2}", told.named.confidence),
        told.truth.reps.to_string(),
        found(told).to_string(),
        format!("{:.1}", told.facts.km),
        told.named.reason.clone(),
    ]
}
