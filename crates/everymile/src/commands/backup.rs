//! `everymile backup`: the whole logbook as one file, as it stood at one moment, checked after it was
//! written. It takes its name last, so a file of that name is always whole.
#![allow(clippy::disallowed_methods, reason = "the front door writes files")]

use crate::{
    answer::Answer,
    cli::Backup,
    drafts,
    failure::Failure,
    place::{self, cannot_write},
    text::{kept, size, wrap},
    view::Checkup,
};
use logbook::Logbook;
use std::{fs, io, path::Path};

/// Answers `everymile backup`.
pub fn run(asked: &Backup, path: &Path) -> Result<Answer, Failure> {
    let book = place::open(path)?;
    refuse_to_replace(asked, path)?;
    let draft = drafts::of(&asked.file);
    place::remove_logbook(&draft)?;
    let checkup = checked_copy(&book, &draft).inspect_err(|_| {
        let _ = place::remove_logbook(&draft);
    })?;
    settle(&draft, &asked.file)?;
    let bytes = fs::metadata(&asked.file).map_or(0, |about| about.len());
    let said = format!(
        "{} holds everything ({}), and was read again to be sure:",
        asked.file.display(),
        size(bytes)
    );
    let back = format!("To bring it back: everymile restore {}\n", asked.file.display());
    Ok(Answer::page(format!("{}\n{}{back}", wrap("", &said), kept(&checkup.holds))))
}

/// Copies the logbook, and looks the copy over.
pub(crate) fn checked_copy(book: &Logbook, to: &Path) -> Result<Checkup, Failure> {
    book.copy_to(to)?;
    let checkup = Checkup::of(&Logbook::open_read_only(to)?)?;
    match checkup.flaws.first() {
        None => Ok(checkup),
        Some(flaw) => {
            let what = format!("what would be copied is not sound: {}", flaw.what);
            Err(Failure::new(what, "see what is wrong and what to do: everymile doctor"))
        }
    }
}

fn refuse_to_replace(asked: &Backup, path: &Path) -> Result<(), Failure> {
    let file = asked.file.display();
    if is_same_file(&asked.file, path) {
        return Err(Failure::new(
            format!("{file} is the logbook itself"),
            "name another file for the backup, best on another disk",
        ));
    }
    if asked.file.is_dir() {
        let remedy = format!("name a file in it: {file}/running.everymile");
        return Err(Failure::new(format!("{file} is a folder"), remedy));
    }
    let folder = asked.file.parent().filter(|folder| !folder.as_os_str().is_empty());
    if let Some(folder) = folder.filter(|folder| !folder.exists()) {
        let what = format!("there is no folder {} for a backup", folder.display());
        return Err(Failure::new(what, "correct the path, or make the folder first"));
    }
    if asked.file.exists() && !asked.replace {
        return Err(Failure::new(
            format!("{file} is there already"),
            "choose another name, or say --replace to write a new backup in its place",
        ));
    }
    Ok(())
}

/// Gives a draft its name, once all of it is on the disk. What SQLite left beside the file that it
/// replaces belongs to that one.
fn settle(draft: &Path, file: &Path) -> Result<(), Failure> {
    let failed = |error: io::Error| cannot_write(file, &error);
    drafts::on_disk(draft).map_err(failed)?;
    place::remove_log(file)?;
    fs::rename(draft, file).map_err(failed)
}

/// Whether two paths lead to the same file.
pub(super) fn is_same_file(one: &Path, other: &Path) -> bool {
    let whole = |path: &Path| fs::canonicalize(path).ok();
    whole(one).is_some_and(|one| whole(other) == Some(one))
}
