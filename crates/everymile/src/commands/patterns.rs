//! `everymile patterns`: what the log shows to follow certain runs.

use super::look;
use crate::{answer::Answer, cli::Day, failure::Failure, reading::Reading, text, view::Patterns};
use std::path::Path;

/// Answers `everymile patterns`.
pub fn run(asked: &Day, path: &Path) -> Result<Answer, Failure> {
    let view = |reading: &Reading| Patterns::new(&reading.case(&reading.ability()));
    look(asked, path, view, |patterns, _, pen| text::patterns(patterns, pen))
}
