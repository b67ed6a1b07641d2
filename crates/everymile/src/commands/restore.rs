//! `everymile restore`: a backup in the place of the logbook. The backup is checked before anything is
//! changed; the logbook that was there is kept beside; what is taken over is there whole or not at all.
#![allow(clippy::disallowed_methods, reason = "the front door moves files")]

use super::backup::is_same_file;
use crate::{
    answer::Answer,
    archive,
    cli::Restore,
    clock, drafts,
    failure::Failure,
    place::{self, beside, cannot_write},
    text::{count, kept},
    view::Checkup,
};
use logbook::{Logbook, LogbookError};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// Answers `everymile restore`.
pub fn run(asked: &Restore, path: &Path) -> Result<Answer, Failure> {
    refuse(asked, path)?;
    let draft = beside(path, ".restoring");
    place::make_room(path)?;
    place::remove_logbook(&draft)?;
    let restored = restored(asked, &draft, path);
    place::remove_logbook(&draft)?;
    restored.map(Answer::page)
}

/// What is restored is read first: a backup that is not whole changes nothing.
fn restored(asked: &Restore, draft: &Path, path: &Path) -> Result<String, Failure> {
    let checkup = read_backup(&asked.file, draft)?;
    let before = put_in_place(draft, path)?;
    let kept_beside = before.map_or_else(String::new, |before| {
        format!("The logbook that was there is kept: {}\n", before.display())
    });
    let from = asked.file.display();
    Ok(format!("Everything is as it was in {from}:\n{}{kept_beside}", kept(&checkup.holds)))
}

/// Reads the backup into a draft, brings that up to date, and looks it over.
pub(crate) fn read_backup(file: &Path, draft: &Path) -> Result<Checkup, Failure> {
    let mut book = Logbook::open(draft)?;
    book.take_over(file).map_err(|error| no_backup(file, error))?;
    if book.is_blank()? {
        let what = format!("{} holds nothing", file.display());
        return Err(Failure::new(what, "take another backup; nothing was changed"));
    }
    let checkup = Checkup::of(&book)?;
    match checkup.flaws.first() {
        None => Ok(checkup),
        Some(flaw) => {
            let what = format!("{} is not sound: {}", file.display(), flaw.what);
            Err(Failure::new(what, "take another backup; nothing was changed"))
        }
    }
}

/// Why a file cannot be taken over; what hinders the disk here is no fault of the backup.
fn no_backup(file: &Path, error: LogbookError) -> Failure {
    let why = match error {
        LogbookError::NotALogbook { .. } => "is no logbook",
        ref damage if damage.is_damage() => "is damaged or cut off",
        other => return other.into(),
    };
    Failure::new(format!("{} {why}", file.display()), "take another backup; nothing was changed")
}

/// An export is no backup, and can be brought back as well.
fn is_a_folder(folder: &Path) -> Failure {
    let remedy = if archive::is_export(folder) {
        format!("import the export: everymile --logbook NEW.everymile import {}", folder.display())
    } else {
        "name the file that everymile backup FILE wrote".to_owned()
    };
    Failure::new(format!("{} is a folder", folder.display()), remedy)
}

fn refuse(asked: &Restore, path: &Path) -> Result<(), Failure> {
    let file = asked.file.display();
    if !asked.file.exists() {
        let remedy = "check the path; a backup is what everymile backup FILE wrote";
        return Err(Failure::new(format!("there is no backup at {file}"), remedy));
    }
    if asked.file.is_dir() {
        return Err(is_a_folder(&asked.file));
    }
    if is_same_file(&asked.file, path) {
        let remedy = "name the backup; this one needs no restoring";
        return Err(Failure::new(format!("{file} is the logbook itself"), remedy));
    }
    if asked.replace || !path.exists() {
        return Ok(());
    }
    let book = Logbook::open(path)?;
    if book.is_blank()? {
        return Ok(());
    }
    let originals = count(book.originals()?.len(), "original");
    Err(Failure::new(
        format!("there is a logbook with {originals} at {}", path.display()),
        "say --replace to put the backup in its place (it is kept beside under another name), or \
         choose another place with --logbook",
    ))
}

/// Puts a draft that was looked over in the place of the logbook, and gives the name under which what
/// was there is kept; one that is damaged is kept as it lies.
pub(crate) fn put_in_place(draft: &Path, path: &Path) -> Result<Option<PathBuf>, Failure> {
    let aside = free_name_beside(path);
    place::remove_logbook(&drafts::of(path))?;
    match replace(draft, path, &aside) {
        Ok(is_kept) => Ok(is_kept.then_some(aside)),
        Err(error) if error.is_damage() => {
            place::remove_logbook(&drafts::of(path))?;
            move_aside(path, &aside)?;
            Logbook::open(path)?.take_over(draft)?;
            Ok(Some(aside))
        }
        Err(error) => Err(error.into()),
    }
}

/// Between the copy that is kept and what takes its place nobody writes: no word is lost between.
fn replace(draft: &Path, path: &Path, aside: &Path) -> Result<bool, LogbookError> {
    let mut is_kept = false;
    Logbook::open(path)?.take_over_after(draft, || {
        is_kept = keep_aside(path, aside)?;
        Ok(())
    })?;
    Ok(is_kept)
}

/// Keeps a copy of a logbook, unless nothing was ever kept in it.
fn keep_aside(path: &Path, aside: &Path) -> Result<bool, LogbookError> {
    let book = Logbook::open(path)?;
    if book.is_blank()? {
        return Ok(false);
    }
    let part = drafts::of(path);
    book.copy_to(&part)?;
    drafts::settle(&part, aside)
        .map_err(|source| LogbookError::NotKept { path: aside.to_owned(), source })?;
    Ok(true)
}

/// A name by the present moment that no file has.
fn free_name_beside(path: &Path) -> PathBuf {
    let now = clock::now().strftime("%Y-%m-%dT%H%M%S").to_string();
    let first = beside(path, &format!(".before-{now}"));
    let more = (2..).map(|number| beside(path, &format!(".before-{now}-{number}")));
    std::iter::once(first).chain(more).find(|name| !name.exists()).expect("names do not end")
}

/// Moves a damaged logbook with its log out of the way.
fn move_aside(path: &Path, aside: &Path) -> Result<(), Failure> {
    for ending in place::LOGBOOK_FILES {
        let (from, to) = (beside(path, ending), beside(aside, ending));
        if from.exists() {
            fs::rename(&from, &to).map_err(|error| cannot_write(&to, &error))?;
        }
    }
    Ok(())
}
