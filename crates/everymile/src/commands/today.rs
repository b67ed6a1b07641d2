//! `everymile today`: what to run today, or not, and why; and what becomes of the plan's session where
//! the day speaks against it.

use super::look;
use crate::{
    answer::Answer,
    cli::Day,
    failure::Failure,
    reading::Reading,
    text,
    view::{DayChanged, Today, days_changed},
};
use planner::{Action, Event, Prescription, bend, plan::Baseline};
use rulebook::Case;
use std::path::Path;
use training::Beside;

/// Answers `everymile today`.
pub fn run(asked: &Day, path: &Path) -> Result<Answer, Failure> {
    let view = |reading: &Reading| {
        let ability = reading.ability();
        let case = reading.case(&ability);
        let doctrine = &reading.lens.doctrine;
        let said = planner::today(&case, doctrine);
        let plan_would_change = swapped(&said, reading, &case);
        let elsewhere = planner::elsewhere(&case, doctrine);
        Today { plan_would_change, ..Today::new(said, elsewhere, &besides(reading)) }
    };
    look(asked, path, view, text::today)
}

/// The days of the plan that would change because today's session is not what today allows.
fn swapped(said: &Prescription, reading: &Reading, case: &Case<'_>) -> Vec<DayChanged> {
    let Some(entry) = reading.plan.as_ref().filter(|_| said.action != Action::Run) else {
        return Vec::new();
    };
    let bent = bend(&entry.agreed.plan, case, &reading.lens.doctrine, &Event::RedCheckIn);
    days_changed(&bent, Baseline::of(case).easy_speed)
}

/// What the runner's plan holds beside running on the day looked at.
fn besides(reading: &Reading) -> Vec<Beside> {
    let plan = reading.plan.as_ref().map(|entry| entry.agreed.plan.besides());
    let on_the_day = plan.into_iter().flatten().filter(|(day, _)| *day == reading.lens.on);
    on_the_day.map(|(_, beside)| beside).collect()
}
