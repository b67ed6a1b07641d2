//! `everymile doctor`: whether the logbook is sound; what is wrong and what to do.

use crate::{
    answer::{Answer, Outcome},
    cli::{Doctor, Format},
    failure::Failure,
    place, seen, text,
    view::Checkup,
};
use std::path::Path;

/// Answers `everymile doctor`.
pub fn run(asked: &Doctor, path: &Path) -> Result<Answer, Failure> {
    let book = place::open(path)?;
    let checkup = Checkup::of(&book)?;
    let is_complete = checkup.is_sound;
    if !is_complete {
        // Importing a file again mends it, so the next import opens files that it has seen before.
        let _best_effort = seen::forget(&book);
    }
    let result = match asked.format {
        Format::Json => Outcome::Json(Box::new(checkup)),
        Format::Text => Outcome::Page(text::checkup(&checkup)),
    };
    Ok(Answer { is_complete, ..Answer::of(result) })
}
