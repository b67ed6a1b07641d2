//! `everymile judge`: what every rule says on a day.

use super::look;
use crate::{answer::Answer, cli::Day, failure::Failure, text, view::Judged};
use std::path::Path;

/// Answers `everymile judge`.
pub fn run(asked: &Day, path: &Path) -> Result<Answer, Failure> {
    look(asked, path, |reading| Judged::new(&reading.judge()), text::judged)
}
