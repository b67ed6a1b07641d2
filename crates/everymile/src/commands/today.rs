//! `everymile today`: what to run today, or not, and why.

use super::on_day;
use crate::{
    answer::Answer,
    cli::{Day, Format},
    failure::Failure,
    place,
    reading::Reading,
    text,
    view::Today,
};
use std::path::Path;

/// Answers `everymile today`.
pub fn run(asked: &Day, path: &Path) -> Result<Answer, Failure> {
    let reading = Reading::of(path, &asked.view)?;
    let ability = reading.ability();
    let case = reading.case(&ability);
    let doctrine = &reading.lens.doctrine;
    let today = Today::new(planner::today(&case, doctrine), planner::elsewhere(&case, doctrine));
    Ok(match asked.format {
        Format::Json => Answer::json(today),
        Format::Text => {
            let next = (place::command(path), on_day(&asked.view));
            Answer::page(text::today(&today, &next, reading.pen))
        }
    })
}
