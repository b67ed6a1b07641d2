//! `everymile today`: what to run today, or not, and why; and what becomes of the plan's session where
//! the day speaks against it.

use super::look;
use crate::{answer::Answer, cli::Day, failure::Failure, reading::Reading, text, view::Today};
use std::path::Path;

/// Answers `everymile today`.
pub fn run(asked: &Day, path: &Path) -> Result<Answer, Failure> {
    let view = |reading: &Reading| {
        let ability = reading.ability();
        Today::of(&reading.case(&ability), &reading.lens, reading.plan.as_ref())
    };
    look(asked, path, view, text::today)
}
