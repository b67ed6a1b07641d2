//! `everymile signs`: the seven signs of junk miles, each opened to its rule.

use super::look;
use crate::{answer::Answer, cli::Day, failure::Failure, reading::Reading, text, view::Signs};
use std::path::Path;

/// Answers `everymile signs`.
pub fn run(asked: &Day, path: &Path) -> Result<Answer, Failure> {
    let signs =
        |reading: &Reading| Signs::new(&reading.judge_since(Signs::first_day(reading.lens.on)));
    look(asked, path, signs, text::signs)
}
