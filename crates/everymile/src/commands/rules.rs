//! `everymile rules`: the rulebook opened: all rules, or one page of it, whatever it is about.

use crate::{
    answer::Answer,
    cli::{Rules, View},
    failure::Failure,
    settings::Settings,
    text,
    view::{RulePage, Rulebook},
};
use rulebook::{Entry, find_entry};
use std::path::Path;

/// Answers `everymile rules`. A logbook is not needed; where there is one, the runner's own doctrine
/// is shown beside the shipped ones.
pub fn run(asked: &Rules, path: Option<&Path>) -> Result<Answer, Failure> {
    let settings = Settings::at(path)?;
    let pen = settings.pen(&View::default());
    if asked.what.is_empty() {
        return Ok(Answer::page(text::rules(&settings.choosing(Rulebook::new), pen)));
    }
    let entry = find_entry(&asked.what.join(" "));
    let entry = entry.map_err(|unknown| Failure::with_remedy(&unknown.to_string()))?;
    Ok(Answer::page(match entry {
        Entry::Rule(rule) => {
            text::rule(&settings.choosing(|choosing| RulePage::new(rule, choosing)), pen)
        }
        other => text::entry(other, pen),
    }))
}
