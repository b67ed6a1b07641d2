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
use logbook::Logbook;
use std::path::Path;

/// Answers `everymile imports`.
pub fn run(asked: &Asked, path: &Path) -> Result<Answer, Failure> {
    let book = place::open(path)?;
    match &asked.action {
        Some(ImportsAction::Undo(one)) => say(&book, one.number, true)?,
        Some(ImportsAction::Redo(one)) => say(&book, one.number, false)?,
        None => {}
    }
    let imports = Imports::new(&book.imports()?);
    Ok(match asked.format {
        Format::Json => Answer::json(imports),
        Format::Text => Answer::page(text::imports(&imports)),
    })
}

/// Sets aside all that came with an import, or lets it count again.
pub(crate) fn say(book: &Logbook, number: usize, is_aside: bool) -> Result<(), Failure> {
    let imports = book.imports()?;
    let Some(import) = imports.iter().find(|import| import.number == number) else {
        let remedy = match imports.len() {
            0 => "read files first: everymile import PATH".to_owned(),
            1 => "there is one, with the number 1".to_owned(),
            many => format!("there are {many}: everymile imports lists them"),
        };
        return Err(Failure::new(format!("there is no import {number}"), remedy));
    };
    let hashes: Vec<_> = import.originals.iter().map(|original| original.hash).collect();
    let batch = book.begin()?;
    book.put_aside(&hashes, is_aside, clock::now())?;
    // What is imported again counts again, so that every file is to be looked at again.
    seen::forget(book)?;
    Ok(batch.commit()?)
}
