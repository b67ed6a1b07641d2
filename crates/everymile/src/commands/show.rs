//! `everymile show`: one run, stretch by stretch.

use crate::{
    analysis::Judgement,
    answer::{Answer, Outcome},
    cli::{Format, Show},
    failure::Failure,
    find::find,
    place,
    settings::Settings,
    text,
    view::{Analysis, Scope},
};
use std::path::Path;
use training::RunId;

/// Answers `everymile show`.
pub fn run(asked: &Show, path: &Path) -> Result<Answer, Failure> {
    let book = place::open(path)?;
    let settings = Settings::of(&book)?;
    let on = Settings::day(&asked.view);
    let history = super::history(&book, on)?;
    let lens = settings.lens(&asked.view, on)?;
    let judgement = Judgement::new(&history, &lens);
    let meant = find(judgement.runs(), &asked.which)?;
    let ids: Vec<RunId> = meant.into_iter().map(|run| run.id.clone()).collect();
    let analysis = Analysis::new(&judgement, Scope::Runs(&ids));
    Ok(match asked.format {
        Format::Json => Answer::of(Outcome::Analysis(Box::new(analysis))),
        Format::Text => {
            let pen = settings.pen(&asked.view);
            let pages: Vec<String> = analysis.runs.iter().map(|run| text::show(run, pen)).collect();
            Answer::page(pages.join("\n\n"))
        }
    })
}
