//! Writes an export: the originals, then what was said, then the tables.
#![allow(clippy::disallowed_methods, reason = "the front door writes files")]

use super::{MANIFEST, Manifest, ORIGINALS, OriginalFile, SCHEMA, tables};
use crate::{
    drafts,
    failure::Failure,
    place::{cannot_write, make_folder},
    progress::Progress,
    server::PASSWORD,
    view::Analysis,
};
use logbook::{Logbook, LogbookError, OriginalEntry, Told};
use std::{fs, path::Path};

/// What lies in the folder, for who opens it in ten years.
const README: &str = "\
This folder holds everything an everymile logbook held, in open formats.

originals/      your files as they came, byte for byte. A name begins with the
                first letters of the BLAKE3 hash of the file.
everymile.json  what you said, row by row and in the order you said it (check-ins,
                corrections, shoes, plans and their changes, profile,
                settings), where each file was found, and what exports declared of it.
runs.csv        every run with its distance, time, purpose and standing.
check-ins.csv   what is said of each day, as it stands.
analysis.json   every verdict: what `everymile report --format json` writes,
                for all weeks.

To have the same logbook again, here or elsewhere:
  everymile --logbook new.everymile import THIS-FOLDER

The page's password is not here; set a new one. Nothing in here is encrypted: the
files tell where you ran.
";

/// Writes everything in a logbook, and its judgement, into an empty folder; gives the number of
/// originals.
pub fn write(book: &Logbook, analysis: &Analysis, folder: &Path) -> Result<usize, Failure> {
    make_folder(&folder.join(ORIGINALS))?;
    let (originals, told) = book.reading(|| Ok((book.originals()?, told(book)?)))?;
    let files = write_originals(book, &originals, &folder.join(ORIGINALS))?;
    let count = files.len();
    let manifest = Manifest { schema: SCHEMA.to_owned(), originals: files, told };
    // It stands for all before it.
    let path = folder.join(MANIFEST);
    drafts::write(&path, &pretty(&manifest)?).map_err(|error| cannot_write(&path, &error))?;
    put(&folder.join("runs.csv"), tables::runs(&analysis.runs).as_bytes())?;
    put(&folder.join("check-ins.csv"), tables::check_ins(&book.check_ins()?).as_bytes())?;
    put(&folder.join("analysis.json"), &pretty(analysis)?)?;
    put(&folder.join("README.txt"), README.as_bytes())?;
    Ok(count)
}

/// All that was said, but for the password.
fn told(book: &Logbook) -> Result<Told, LogbookError> {
    Ok(without_password(book.told()?))
}

/// The password of the page belongs to this machine: it neither leaves nor comes.
pub(super) fn without_password(mut told: Told) -> Told {
    if let Some(settings) = told.get_mut("settings") {
        settings.retain(|row| row.get("name").is_none_or(|name| name != PASSWORD));
    }
    told
}

fn write_originals(
    book: &Logbook,
    originals: &[OriginalEntry],
    folder: &Path,
) -> Result<Vec<OriginalFile>, Failure> {
    let progress = Progress::of_runs("writing", originals.len());
    let mut files = Vec::with_capacity(originals.len());
    for entry in originals {
        let file = file_name(entry);
        put(&folder.join(&file), &book.bytes_of(entry.hash)?)?;
        progress.advance(1);
        files.push(OriginalFile {
            file,
            hash: entry.hash.to_string(),
            size: entry.size,
            imported_at: entry.imported_at,
        });
    }
    progress.finish();
    Ok(files)
}

/// A name by which a person knows the file again: the first letters of its hash, then its own.
fn file_name(entry: &OriginalEntry) -> String {
    const LETTERS: usize = 12;
    const NAME_MAX: usize = 80;
    let mut letters = entry.hash.to_string();
    letters.truncate(LETTERS);
    let plain = |letter: char| match letter {
        letter if letter.is_ascii_alphanumeric() || "._-".contains(letter) => letter,
        _ => '_',
    };
    let name: String = own_name(&entry.path).chars().map(plain).collect();
    let start = name.len().saturating_sub(NAME_MAX);
    format!("{letters}-{}", &name[start..])
}

/// The name of a file, or of what a row of a table is in, with the number of the row.
fn own_name(path: &str) -> String {
    let (before, name) = path.rsplit_once('/').unwrap_or(("", path));
    let table = before.strip_suffix('!').filter(|_| !name.contains('.')).map(Path::new);
    let Some(table) = table else { return name.to_owned() };
    let part =
        |part: Option<&std::ffi::OsStr>| part.unwrap_or_default().to_string_lossy().into_owned();
    format!("{}-{name}.{}", part(table.file_stem()), part(table.extension()))
}

fn pretty(value: &impl serde::Serialize) -> Result<Vec<u8>, Failure> {
    serde_json::to_vec_pretty(value)
        .map_err(|error| Failure::new(format!("the JSON could not be made: {error}"), "try again"))
}

fn put(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    fs::write(path, bytes).map_err(|error| cannot_write(path, &error))
}

#[cfg(test)]
mod tests {
    use super::own_name;

    #[test]
    fn a_file_is_known_by_its_own_name_and_a_row_by_its_table() {
        assert_eq!(own_name("export.zip!/activities/1.fit.gz"), "1.fit.gz");
        assert_eq!(own_name("export.zip!/log.csv!/17"), "log-17.csv");
        assert_eq!(own_name("run.fit"), "run.fit");
    }
}
