//! `everymile plan withdraw`: the runner takes a plan back. It is kept, and no longer in force.

use super::{accepted, easy_speed};
use crate::{
    answer::Answer,
    cli::{Format, WithdrawPlan},
    clock,
    failure::Failure,
    place,
    reading::Reading,
    text,
    view::Plan,
};
use logbook::{Logbook, PlanEntry};
use std::path::Path;

/// Answers `everymile plan withdraw`.
pub fn run(asked: &WithdrawPlan, path: &Path) -> Result<Answer, Failure> {
    let book = place::open(path)?;
    let reading = Reading::of_book(&book, &asked.seen.view())?;
    let on = reading.lens.on;
    let withdrawn = take_back(&book, &reading)?;
    let left = book.current_plan(on)?;
    Ok(match asked.format {
        Format::Json => {
            Answer::json(Plan::of(&withdrawn, on, easy_speed(&reading.case(&reading.ability()))))
        }
        Format::Text => Answer::page(page(&withdrawn, left.as_ref(), path)),
    })
}

/// Takes the plan in force back: it is kept, and no longer holds.
pub(crate) fn take_back(book: &Logbook, reading: &Reading) -> Result<PlanEntry, Failure> {
    let (entry, on) = (accepted(reading)?, reading.lens.on);
    book.withdraw_plan(entry.number, on, clock::now())?;
    Ok(PlanEntry { withdrawn: Some(on), ..entry.clone() })
}

fn page(withdrawn: &PlanEntry, left: Option<&PlanEntry>, path: &Path) -> String {
    let since = withdrawn.withdrawn.map(text::day).unwrap_or_default();
    let said = format!(
        "Plan {} no longer holds from {since} on. It stays in the logbook, and the days before are \
         judged by it.",
        withdrawn.number
    );
    let next = match left {
        Some(left) => format!("Plan {} is in force again.\n", left.number),
        None => format!("No plan is in force. A new one:\n  {} plan new\n", place::command(path)),
    };
    format!("{}\n{next}", text::wrap("", &said))
}
