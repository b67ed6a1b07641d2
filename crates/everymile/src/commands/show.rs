//! `everymile show`: one run, stretch by stretch.

use crate::{
    answer::Answer,
    cli::{Format, Show},
    failure::Failure,
    find::find,
    reading::Reading,
    text,
    view::{Analysis, Scope},
};
use std::path::Path;
use training::RunId;

/// Answers `everymile show`.
pub fn run(asked: &Show, path: &Path) -> Result<Answer, Failure> {
    let reading = Reading::of(path, &asked.view)?;
    let judgement = reading.judge();
    let meant = find(&reading.history, reading.lens.on, &asked.which)?;
    let ids: Vec<RunId> = meant.into_iter().map(|run| run.id.clone()).collect();
    let analysis = Analysis::new(&judgement, Scope::Runs(&ids));
    Ok(match asked.format {
        Format::Json => Answer::json(analysis),
        Format::Text => {
            let pages = analysis.runs.iter().map(|run| text::show(run, reading.pen));
            Answer::page(pages.collect::<Vec<_>>().join("\n\n"))
        }
    })
}
