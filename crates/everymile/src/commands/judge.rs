//! `everymile judge`: what every rule says on a day.

use super::look;
use crate::{answer::Answer, cli::Day, failure::Failure, reading::Reading, text, view::Judged};
use std::path::Path;

/// Answers `everymile judge`.
pub fn run(asked: &Day, path: &Path) -> Result<Answer, Failure> {
    let judged =
        |reading: &Reading| Judged::new(&reading.case(&reading.ability()), &reading.lens.doctrine);
    look(asked, path, judged, text::judged)
}
