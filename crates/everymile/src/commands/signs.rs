//! `everymile signs`: the seven signs of junk miles, each opened to its rule.

use super::look;
use crate::{answer::Answer, cli::Day, failure::Failure, text, view::Signs};
use std::path::Path;

/// Answers `everymile signs`.
pub fn run(asked: &Day, path: &Path) -> Result<Answer, Failure> {
    look(asked, path, |reading| Signs::new(&reading.judge()), text::signs)
}
