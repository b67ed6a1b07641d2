//! `everymile pillars`: what happens between the runs, as the check-ins tell.

use super::look;
use crate::{answer::Answer, cli::Day, failure::Failure, reading::Reading, text, view::Pillars};
use std::path::Path;

/// Answers `everymile pillars`.
pub fn run(asked: &Day, path: &Path) -> Result<Answer, Failure> {
    let view = |reading: &Reading| Pillars::new(&reading.case(&reading.ability()));
    look(asked, path, view, |pillars, _, pen| text::pillars(pillars, pen))
}
