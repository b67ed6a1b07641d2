//! `everymile export`: everything in the logbook in open formats.
#![allow(clippy::disallowed_methods, reason = "the front door looks into folders")]

use crate::{
    answer::Answer,
    archive,
    cli::{Export, View},
    failure::Failure,
    place,
    reading::Reading,
    text::{count, wrap},
    view::{Analysis, Scope},
};
use std::{fs, path::Path};

/// Answers `everymile export`.
pub fn run(asked: &Export, path: &Path) -> Result<Answer, Failure> {
    let book = place::open(path)?;
    let folder = &asked.all;
    refuse_to_mix(folder)?;
    let reading = Reading::of_book(&book, &View::default())?;
    let analysis = Analysis::new(&reading.judge(), Scope::Whole);
    let originals = archive::write(&book, &analysis, folder)?;
    let said = format!(
        "{} holds everything: {} as they came, all that you said, and every verdict. README.txt in \
         it says what is what.",
        folder.display(),
        count(originals, "file")
    );
    let again =
        format!("The same again: everymile --logbook NEW.everymile import {}\n", folder.display());
    Ok(Answer::page(format!("{}\n{again}", wrap("", &said))))
}

/// An export is the only thing in its folder.
fn refuse_to_mix(folder: &Path) -> Result<(), Failure> {
    let is_empty = match fs::read_dir(folder) {
        Ok(mut entries) => entries.next().is_none(),
        Err(_) => !folder.exists(),
    };
    if is_empty {
        return Ok(());
    }
    let what = format!("{} is there already and not empty", folder.display());
    Err(Failure::new(what, "name a new folder; nothing is written over"))
}
