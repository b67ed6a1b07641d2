//! The list of simulated runs that were named or counted wrongly, for who wants to see why.

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
    let folder = repository().join("target/score");
    fs::create_dir_all(&folder)?;
    let file = folder.join("simulated-wrong.tsv");
    let mut list = csv::WriterBuilder::new().delimiter(b'\t').from_path(file)?;
    list.write_record(HEAD)?;
    for career in careers {
        for told in career.runs.iter().filter(|told| is_wrong(told)) {
            list.write_record(row(career, told))?;
        }
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
