//! `everymile plan`: plans made, shown, checked, reviewed, exported, bent and taken back; one file for
//! each.

pub(crate) mod answer;
pub(crate) mod bend;
mod changes;
mod check;
pub(crate) mod export;
pub(crate) mod new;
pub(crate) mod review;
pub(crate) mod show;
pub(crate) mod withdraw;

use crate::{
    answer::Answer,
    cli::{Plan, PlanAction},
    failure::Failure,
    reading::Reading,
};
use logbook::PlanEntry;
use planner::plan::Baseline;
use rulebook::Case;
use std::path::Path;
use training::MetresPerSecond;

/// Answers `everymile plan`.
pub fn run(asked: &Plan, path: &Path) -> Result<Answer, Failure> {
    match &asked.action {
        PlanAction::New(asked) => new::run(asked, path),
        PlanAction::Show(asked) => show::run(asked, path),
        PlanAction::Check(asked) => check::run(asked, path),
        PlanAction::Review(asked) => review::run(asked, path),
        PlanAction::Export(asked) => export::run(asked, path),
        PlanAction::Bend(asked) => bend::run(asked, path),
        PlanAction::Accept(asked) => answer::run(asked, true, path),
        PlanAction::Decline(asked) => answer::run(asked, false, path),
        PlanAction::Changes(asked) => changes::run(asked, path),
        PlanAction::Withdraw(asked) => withdraw::run(asked, path),
    }
}

/// The runner's plan on the day looked at.
pub(crate) fn accepted(reading: &Reading) -> Result<&PlanEntry, Failure> {
    reading.plan.as_ref().ok_or_else(|| {
        Failure::new(
            format!("no plan yet: none is in force on {}", reading.lens.on),
            "make one: everymile plan new --goal half --date 2027-04-18 (or --goal base)",
        )
    })
}

/// The speed at which sessions without a pace are run.
fn easy_speed(case: &Case<'_>) -> MetresPerSecond {
    Baseline::of(case).easy_speed
}

/// Why a plan has no such week.
fn no_week(week: usize, plan: &training::Plan) -> Failure {
    let last = plan.weeks.len();
    Failure::new(format!("the plan has no week {week}"), format!("its weeks are 1 to {last}"))
}
