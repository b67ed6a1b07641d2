//! `everymile show`: one run, stretch by stretch.

use crate::{
    answer::Answer,
    cli::{Format, Show},
    failure::Failure,
    find::find,
    place,
    reading::Reading,
    shoes::KnownShoes,
    text,
    view::{Analysis, Scope, WornOnRun},
};
use std::path::Path;
use training::{NamedRun, RunId};

/// Answers `everymile show`.
pub fn run(asked: &Show, path: &Path) -> Result<Answer, Failure> {
    let book = place::open(path)?;
    let reading = Reading::of_book(&book, &asked.view)?;
    let judgement = reading.judge();
    let meant = find(&reading.history, reading.lens.on, &asked.which)?;
    let ids: Vec<RunId> = meant.iter().map(|run| run.id.clone()).collect();
    let analysis = Analysis::new(&judgement, Scope::Runs(&ids));
    Ok(match asked.format {
        Format::Json => Answer::json(analysis),
        Format::Text => {
            let known = KnownShoes::of(&book, &reading.history)?;
            let page = |run: &NamedRun, shown| {
                let worn = text::worn(&WornOnRun::new(&known, run));
                text::page([text::show(shown, reading.pen), worn])
            };
            let pages = meant.iter().zip(&analysis.runs).map(|(run, shown)| page(run, shown));
            Answer::page(pages.collect::<Vec<_>>().join("\n\n"))
        }
    })
}
