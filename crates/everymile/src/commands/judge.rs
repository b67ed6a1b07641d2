//! `everymile judge`: what every rule says on a day.

use super::on_day;
use crate::{
    answer::Answer,
    cli::{Day, Format},
    failure::Failure,
    place,
    reading::Reading,
    text,
    view::Judged,
};
use std::path::Path;

/// Answers `everymile judge`.
pub fn run(asked: &Day, path: &Path) -> Result<Answer, Failure> {
    let reading = Reading::of(path, &asked.view)?;
    let judged = Judged::new(&reading.judge());
    Ok(match asked.format {
        Format::Json => Answer::json(judged),
        Format::Text => {
            let next = (place::command(path), on_day(&asked.view));
            Answer::page(text::judged(&judged, &next, reading.pen))
        }
    })
}
