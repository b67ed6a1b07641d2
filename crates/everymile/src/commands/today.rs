//! `everymile today`: what to run today, or not, and why.

use super::look;
use crate::{answer::Answer, cli::Day, failure::Failure, reading::Reading, text, view::Today};
use std::path::Path;
use training::Beside;

/// Answers `everymile today`.
pub fn run(asked: &Day, path: &Path) -> Result<Answer, Failure> {
    let view = |reading: &Reading| {
        let ability = reading.ability();
        let case = reading.case(&ability);
        let doctrine = &reading.lens.doctrine;
        let today = planner::today(&case, doctrine);
        Today::new(today, planner::elsewhere(&case, doctrine), &besides(reading))
    };
    look(asked, path, view, text::today)
}

/// What the runner's plan holds beside running on the day looked at.
fn besides(reading: &Reading) -> Vec<Beside> {
    let plan = reading.plan.as_ref().map(|entry| entry.agreed.plan.besides());
    let on_the_day = plan.into_iter().flatten().filter(|(day, _)| *day == reading.lens.on);
    on_the_day.map(|(_, beside)| beside).collect()
}
