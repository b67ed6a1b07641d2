//! `everymile today`: what to run today, or not, and why; and what becomes of the plan's session where
//! the day speaks against it.

use super::shown;
use crate::{
    answer::Answer,
    cli::Day,
    failure::Failure,
    place,
    reading::Reading,
    text,
    view::{Missing, Today},
};
use std::path::Path;

/// The setting that remembers on which day the runner was asked for their level: a day asks again what
/// it asked before, every other day no more.
const LEVEL_ASKED: &str = "level-asked-on";

/// Answers `everymile today`.
pub fn run(asked: &Day, path: &Path) -> Result<Answer, Failure> {
    let book = place::open(path)?;
    let reading = Reading::of_book(&book, &asked.view)?;
    let ability = reading.ability();
    let mut today = Today::of(&reading.case(&ability), &reading.lens, reading.plan.as_ref());
    let on = reading.lens.on.to_string();
    let asked_on = book.setting(LEVEL_ASKED)?;
    let is_level = |missing: &Missing| missing.rule == planner::LEVEL_ASKED_BY;
    if asked_on.as_ref().is_some_and(|day| *day != on) {
        today.cannot_tell.retain(|missing| !is_level(missing));
    } else if asked_on.is_none() && today.cannot_tell.iter().any(is_level) {
        book.choose(LEVEL_ASKED, &on)?;
    }
    Ok(shown(asked, path, today, |today, next| text::today(today, next, reading.pen)))
}
