//! `everymile imports`: what was imported when, and an import undone: everything in it is set aside, and
//! nothing is lost.

use crate::{
    answer::Answer,
    cli::{Format, Imports as Asked, ImportsAction},
    clock,
    failure::Failure,
    place, seen, text,
    view::Imports,
};
use logbook::{ImportEntry, Logbook};
use std::path::Path;

/// Answers `everymile imports`.
pub fn run(asked: &Asked, path: &Path) -> Result<Answer, Failure> {
    let book = place::open(path)?;
    match &asked.action {
        Some(ImportsAction::Undo(one)) => say(&book, &of_number(&book, one.number)?, true)?,
        Some(ImportsAction::Redo(one)) => say(&book, &of_number(&book, one.number)?, false)?,
        None => {}
    }
    let imports = Imports::new(&book.imports()?);
    Ok(match asked.format {
        Format::Json => Answer::json(imports),
        Format::Text => Answer::page(text::imports(&imports)),
    })
}

/// The import of a number, or which there are.
fn of_number(book: &Logbook, number: usize) -> Result<ImportEntry, Failure> {
    let imports = book.imports()?;
    let remedy = match imports.len() {
        0 => "read files first: everymile import PATH".to_owned(),
        1 => "there is one, with the number 1".to_owned(),
        many => format!("there are {many}: everymile imports lists them"),
    };
    let own = imports.into_iter().find(|import| import.number == number);
    own.ok_or_else(|| Failure::new(format!("there is no import {number}"), remedy))
}

/// The import of a moment: numbers move where an import before it is forgotten, the moment stays.
pub(crate) fn of_moment(book: &Logbook, at: &str) -> Result<ImportEntry, Failure> {
    let own = book.imports()?.into_iter().find(|import| import.at.to_string() == at);
    own.ok_or_else(|| {
        Failure::new(format!("nothing was imported at {at}"), "look at the list of imports again")
    })
}

/// Sets aside all that came with an import, or lets it count again.
pub(crate) fn say(book: &Logbook, import: &ImportEntry, is_aside: bool) -> Result<(), Failure> {
    let hashes: Vec<_> = import.originals.iter().map(|original| original.hash).collect();
    let batch = book.begin()?;
    book.put_aside(&hashes, is_aside, clock::now())?;
    // What is imported again counts again, so that every file is to be looked at again.
    seen::forget(book)?;
    Ok(batch.commit()?)
}
