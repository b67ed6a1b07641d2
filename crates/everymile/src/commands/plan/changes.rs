//! `everymile plan changes`: every change of the plans that was proposed, and what was answered.

use crate::{
    answer::Answer,
    cli::{Format, PlanChanges},
    clock,
    failure::Failure,
    place,
    settings::Settings,
    text,
    view::ChangesOfPlans,
};
use std::path::Path;

/// Answers `everymile plan changes`.
pub fn run(asked: &PlanChanges, path: &Path) -> Result<Answer, Failure> {
    let book = place::open(path)?;
    let changes = ChangesOfPlans::new(&book.plan_changes()?, clock::today(asked.seen.on));
    Ok(match asked.format {
        Format::Json => Answer::json(changes),
        Format::Text => {
            let pen = Settings::of(&book)?.pen(&asked.seen.view());
            Answer::page(text::plan_changes(&changes, pen))
        }
    })
}
