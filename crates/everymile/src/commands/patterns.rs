//! `everymile patterns`: what the log shows to follow certain runs.

use crate::{
    answer::Answer,
    cli::{Day, Format},
    failure::Failure,
    reading::Reading,
    text,
    view::Patterns,
};
use std::path::Path;

/// Answers `everymile patterns`.
pub fn run(asked: &Day, path: &Path) -> Result<Answer, Failure> {
    let reading = Reading::of(path, &asked.view)?;
    let patterns = Patterns::new(&reading.case(&reading.ability()));
    Ok(match asked.format {
        Format::Json => Answer::json(patterns),
        Format::Text => Answer::page(text::patterns(&patterns, reading.pen)),
    })
}
