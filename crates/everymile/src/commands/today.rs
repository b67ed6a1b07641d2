//! `everymile today`: what to run today, or not, and why.

use super::look;
use crate::{answer::Answer, cli::Day, failure::Failure, reading::Reading, text, view::Today};
use std::path::Path;

/// Answers `everymile today`.
pub fn run(asked: &Day, path: &Path) -> Result<Answer, Failure> {
    let view = |reading: &Reading| {
        let ability = reading.ability();
        let case = reading.case(&ability);
        let doctrine = &reading.lens.doctrine;
        Today::new(planner::today(&case, doctrine), planner::elsewhere(&case, doctrine))
    };
    look(asked, path, view, text::today)
}
