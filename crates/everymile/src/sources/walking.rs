//! Finds files, and walks folders by name.
#![allow(clippy::disallowed_methods, reason = "the front door walks folders")]

use super::{Listed, Sources};
use crate::{archive, failure::Failure};
use std::{
    collections::{HashMap, HashSet},
    ffi::OsString,
    fs::{self, File},
    io::{self, Read},
    path::{Path, PathBuf},
    time::UNIX_EPOCH,
};
use training::Declaration;
use watch::Manner;

/// Every file under `paths`, in the order given and by name inside folders. A path that is not
/// there fails the whole: it was typed by hand.
pub fn files(paths: &[PathBuf]) -> Result<Sources, Failure> {
    let mut walk = Walk::default();
    for path in paths {
        let about = fs::metadata(path).map_err(|error| cannot_open(path, &error))?;
        match about.is_dir() {
            true if archive::is_export(path) => walk.through(&archive::originals(path))?,
            true => walk.through(path)?,
            false => walk.found(path, Manner::Named),
        }
    }
    Ok(walk.done())
}

/// What was found on a walk.
#[derive(Default)]
struct Walk {
    sources: Sources,
    /// The folders that were walked: a link may lead back to where it began.
    folders: HashSet<PathBuf>,
    /// What listings declare of the files beside them.
    declared: HashMap<PathBuf, Declaration>,
}

impl Walk {
    /// Walks a folder, once.
    fn through(&mut self, folder: &Path) -> Result<(), Failure> {
        let own = fs::canonicalize(folder).map_err(|error| cannot_open(folder, &error))?;
        if !self.folders.insert(own) {
            return Ok(());
        }
        let entries = fs::read_dir(folder).map_err(|error| cannot_open(folder, &error))?;
        let mut inside: Vec<OsString> = entries.flatten().map(|entry| entry.file_name()).collect();
        inside.sort_unstable();
        for name in inside.iter().filter(|name| !name.to_string_lossy().starts_with('.')) {
            let path = folder.join(name);
            if path.is_dir() {
                refuse_export(&path)?;
                self.through(&path)?;
            } else if watch::is_candidate(&path.to_string_lossy()) || is_fit_without_ending(&path) {
                self.note_listing(&path);
                self.found(&path, Manner::Found);
            }
        }
        Ok(())
    }

    fn found(&mut self, path: &Path, manner: Manner) {
        let (size, changed) = size_and_change(path).unwrap_or_default();
        let own_path = path.to_str().is_none().then(|| path.into());
        let listed = Listed { size, manner, changed, path: own_path, declaration: None };
        self.sources.add(&path.to_string_lossy(), listed);
    }

    /// A table may declare what the recordings beside it were, as Strava's does.
    fn note_listing(&mut self, path: &Path) {
        let is_table = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("csv"));
        let (true, Some(folder)) = (is_table, path.parent()) else { return };
        let Ok(table) = fs::read(path) else { return };
        let says_nothing = |declared: &Declaration| *declared == Declaration::default();
        let declared = watch::declarations(&table).into_iter().filter(|(_, it)| !says_nothing(it));
        self.declared.extend(declared.map(|(name, declared)| (folder.join(name), declared)));
    }

    /// What was found, with what is declared of it: a listing may come after what it lists.
    fn done(mut self) -> Sources {
        let declared = std::mem::take(&mut self.declared);
        if !declared.is_empty() {
            for place in 0..self.sources.len() {
                let of_it = declared.get(self.sources.at(place).path).cloned();
                self.sources.list[place].declaration = of_it.map(Box::new);
            }
        }
        self.sources
    }
}

/// How many bytes a file has and when it was last changed, by which a change of it is known.
fn size_and_change(path: &Path) -> Option<(u64, Option<u64>)> {
    let about = fs::metadata(path).ok()?;
    let changed = about.modified().ok().and_then(|at| at.duration_since(UNIX_EPOCH).ok());
    Some((about.len(), changed.and_then(|at| u64::try_from(at.as_nanos()).ok())))
}

fn refuse_export(folder: &Path) -> Result<(), Failure> {
    if !archive::is_export(folder) {
        return Ok(());
    }
    let what = format!("{} is an export of everymile among other files", folder.display());
    Err(Failure::new(what, "import it by itself, or leave it out"))
}

fn is_fit_without_ending(path: &Path) -> bool {
    if path.extension().is_some() {
        return false;
    }
    let Ok(file) = File::open(path) else { return false };
    let mut head = Vec::new();
    let read = file.take(watch::FIT_HEAD).read_to_end(&mut head);
    read.is_ok() && watch::is_fit_without_ending(&path.to_string_lossy(), &head)
}

fn cannot_open(path: &Path, error: &io::Error) -> Failure {
    let what = format!("{} could not be opened: {error}", path.display());
    Failure::new(what, "check the path and that you may read it")
}
