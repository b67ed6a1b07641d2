//! `everymile today`: what to run today, or not, and why.

use super::look;
use crate::{answer::Answer, cli::Day, failure::Failure, text, view::Today};
use std::path::Path;

/// Answers `everymile today`.
pub fn run(asked: &Day, path: &Path) -> Result<Answer, Failure> {
    look(
        asked,
        path,
        |reading| Today::of(&reading.case(&reading.ability()), &reading.lens),
        text::today,
    )
}
