//! `everymile plan review`: planned against run, and what next.

use super::{accepted, easy_speed};
use crate::{
    answer::Answer,
    cli::{Day, Format},
    commands::on_day,
    failure::Failure,
    place,
    reading::Reading,
    text,
    view::{PlanReviewed, last_week_over},
};
use planner::review::besides;
use rulebook::{Finding, judge_week};
use std::path::Path;
use training::Ability;

/// The rule that says how much of a plan should be run.
const RULE: &str = "follow-the-plan";

/// Answers `everymile plan review`.
pub fn run(asked: &Day, path: &Path) -> Result<Answer, Failure> {
    let reading = Reading::of(path, &asked.view)?;
    let reviewed = reviewed(&reading, &reading.ability())?;
    Ok(match asked.format {
        Format::Json => Answer::json(reviewed),
        Format::Text => {
            let next = (place::command(path), on_day(&asked.view));
            Answer::page(text::plan_reviewed(&reviewed, &next, reading.pen))
        }
    })
}

/// The plan in force beside what was run.
pub(crate) fn reviewed(reading: &Reading, ability: &Ability) -> Result<PlanReviewed, Failure> {
    let entry = accepted(reading)?;
    let case = reading.case(ability);
    let easy = easy_speed(&case);
    let review = planner::review(&case, &entry.agreed.plan, easy);
    let findings = last_week_over(&review, case.on)
        .map(|week| judge_week(&case, &reading.lens.doctrine, week))
        .unwrap_or_default();
    let on_following: Option<&Finding> = findings.iter().find(|finding| finding.rule.0 == RULE);
    let besides = besides(&case, &entry.agreed.plan);
    Ok(PlanReviewed::new(&review, entry, case.on, easy, on_following, besides))
}
