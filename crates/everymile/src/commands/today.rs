//! `everymile today`: what to run today, or not, and why; and what becomes of the plan's session where
//! the day speaks against it.

use super::look;
use crate::{
    answer::Answer,
    cli::Day,
    clock,
    failure::Failure,
    place,
    reading::Reading,
    text,
    view::{Missing, Today},
};
use std::path::Path;
use training::Date;

/// The setting that remembers on which day the runner was asked for their level: a day asks again what
/// it asked before, every other day no more.
const LEVEL_ASKED: &str = "level-asked-on";

/// Answers `everymile today`.
pub fn run(asked: &Day, path: &Path) -> Result<Answer, Failure> {
    let view = |reading: &Reading| {
        let ability = reading.ability();
        Today::of(&reading.case(&ability), &reading.lens, reading.plan.as_ref())
    };
    let mut is_asked = false;
    let on = clock::today(asked.view.on);
    let may_ask = may_ask_for_the_level(path, on)?;
    let view = |reading: &Reading| {
        let mut today = view(reading);
        let is_level = |missing: &Missing| missing.rule == planner::LEVEL_ASKED_BY;
        is_asked = today.cannot_tell.iter().any(is_level);
        today.cannot_tell.retain(|missing| may_ask || !is_level(missing));
        today
    };
    let answer = look(asked, path, view, text::today)?;
    if is_asked && may_ask {
        place::open(path)?.choose(LEVEL_ASKED, &on.to_string())?;
    }
    Ok(answer)
}

/// Whether the level was not asked for yet, or was on this very day.
fn may_ask_for_the_level(path: &Path, on: Date) -> Result<bool, Failure> {
    let asked_on = place::open(path)?.setting(LEVEL_ASKED)?;
    Ok(asked_on.is_none_or(|day| day == on.to_string()))
}
