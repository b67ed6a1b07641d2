//! `everymile rebuild`: everything inferred is thrown away and made again from the originals.

use crate::{analysis::name_logbook, answer::Answer, clock, failure::Failure, place, text::count};
use std::path::Path;

/// Answers `everymile rebuild`.
pub fn run(path: &Path) -> Result<Answer, Failure> {
    let book = place::open(path)?;
    let profile = book.profile(clock::today(None))?;
    let before = book.derived_digest()?;
    book.forget_derived()?;
    let runs = name_logbook(&book, profile)?.catalogue().counted().count();
    let is_same = book.derived_digest()? == before;
    let said = if is_same {
        "every inference is exactly as it was"
    } else {
        "some inferences changed, as they do after an update"
    };
    Ok(Answer::page(format!("Made {} again: {said}.\n", count(runs, "run"))))
}
