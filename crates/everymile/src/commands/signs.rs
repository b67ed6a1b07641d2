//! `everymile signs`: the seven signs of junk miles, each opened to its rule.

use super::on_day;
use crate::{
    answer::Answer,
    cli::{Day, Format},
    failure::Failure,
    place,
    reading::Reading,
    text,
    view::Signs,
};
use std::path::Path;

/// Answers `everymile signs`.
pub fn run(asked: &Day, path: &Path) -> Result<Answer, Failure> {
    let reading = Reading::of(path, &asked.view)?;
    let signs = Signs::new(&reading.judge());
    Ok(match asked.format {
        Format::Json => Answer::json(signs),
        Format::Text => {
            let next = (place::command(path), on_day(&asked.view));
            Answer::page(text::signs(&signs, &next, reading.pen))
        }
    })
}
