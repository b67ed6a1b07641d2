//! `everymile pillars`: what happens between the runs, as the check-ins tell.

use crate::{
    answer::Answer,
    cli::{Day, Format},
    failure::Failure,
    reading::Reading,
    text,
    view::Pillars,
};
use std::path::Path;

/// Answers `everymile pillars`.
pub fn run(asked: &Day, path: &Path) -> Result<Answer, Failure> {
    let reading = Reading::of(path, &asked.view)?;
    let pillars = Pillars::new(&reading.case(&reading.ability()));
    Ok(match asked.format {
        Format::Json => Answer::json(pillars),
        Format::Text => Answer::page(text::pillars(&pillars, reading.pen)),
    })
}
