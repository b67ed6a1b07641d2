//! Where things are kept on this machine: the logbook in the data folder, the demo in the cache.

#![allow(clippy::disallowed_methods, reason = "the front door reads the environment")]

use crate::failure::Failure;
use etcetera::{BaseStrategy, choose_base_strategy};
use logbook::Logbook;
use std::{
    fs, io,
    path::{Path, PathBuf},
};

/// The logbook: the one chosen, else the one in the data folder.
pub fn logbook(chosen: Option<&Path>) -> Result<PathBuf, Failure> {
    if let Some(path) = chosen {
        return Ok(path.to_owned());
    }
    Ok(folders()?.data_dir().join("everymile").join("logbook.everymile"))
}

/// How everymile is called for a logbook: with its path, as a shell reads it, unless it is the one taken
/// anyway.
pub fn command(path: &Path) -> String {
    let usual = std::env::var_os("EVERYMILE_LOGBOOK").map(PathBuf::from);
    let usual = usual.or_else(|| logbook(None).ok());
    if usual.as_deref() == Some(path) {
        return "everymile".to_owned();
    }
    let path = path.display().to_string();
    format!("everymile --logbook {}", shlex::try_quote(&path).unwrap_or(path.as_str().into()))
}

/// The demo's folder: the one chosen, else one in the cache folder.
pub fn demo(chosen: Option<&Path>) -> Result<PathBuf, Failure> {
    if let Some(path) = chosen {
        return Ok(path.to_owned());
    }
    Ok(folders()?.cache_dir().join("everymile").join("demo"))
}

/// Opens a logbook that should be there, because something was imported into it.
pub fn open(path: &Path) -> Result<Logbook, Failure> {
    if !path.exists() {
        let what = format!("no runs yet: there is no logbook at {}", path.display());
        return Err(Failure::new(what, "read your files first: everymile import PATH"));
    }
    Ok(Logbook::open(path)?)
}

/// Opens a logbook, making it where it is missing.
pub fn open_or_make(path: &Path) -> Result<Logbook, Failure> {
    make_room(path)?;
    Ok(Logbook::open(path)?)
}

/// Sees to it that there is a folder for a logbook. Only the usual one is made: of another the name
/// may be a slip.
pub fn make_room(path: &Path) -> Result<(), Failure> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    if let Some(folder) = folder.filter(|folder| !folder.exists()) {
        if logbook(None).ok().as_deref() != Some(path) {
            let what = format!("there is no folder {} for a logbook", folder.display());
            return Err(Failure::new(what, "correct the path, or make the folder first"));
        }
        make_folder(folder)?;
    }
    Ok(())
}

/// The endings of the files that a logbook consists of: itself, its log, the index of that, and the
/// journal of a copy that could not be finished.
pub const LOGBOOK_FILES: [&str; 4] = ["", "-wal", "-shm", "-journal"];

/// A path with an ending more.
pub fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    name.into()
}

/// Deletes a logbook, or what is left of one.
pub fn remove_logbook(path: &Path) -> Result<(), Failure> {
    LOGBOOK_FILES.iter().try_for_each(|ending| remove(&beside(path, ending)))
}

/// Deletes what is kept beside a logbook, and not itself.
pub fn remove_log(path: &Path) -> Result<(), Failure> {
    LOGBOOK_FILES[1..].iter().try_for_each(|ending| remove(&beside(path, ending)))
}

fn remove(file: &Path) -> Result<(), Failure> {
    match fs::remove_file(file) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(cannot_write(file, &error)),
        _ => Ok(()),
    }
}

/// Which file lies at a path, whatever it is called: a logbook that was wiped and made anew is another
/// file than the one before.
#[cfg(unix)]
pub type FileId = (u64, u64);
/// The same, as well as other systems tell it.
#[cfg(not(unix))]
pub type FileId = std::time::SystemTime;

/// The file at a path; `None` where there is none.
#[cfg(unix)]
pub fn file_at(path: &Path) -> Option<FileId> {
    use std::os::unix::fs::MetadataExt;
    fs::metadata(path).ok().map(|file| (file.dev(), file.ino()))
}

/// The file at a path; `None` where there is none.
#[cfg(not(unix))]
pub fn file_at(path: &Path) -> Option<FileId> {
    fs::metadata(path).and_then(|file| file.created()).ok()
}

/// Makes a folder and those above it.
pub fn make_folder(folder: &Path) -> Result<(), Failure> {
    fs::create_dir_all(folder).map_err(|error| cannot_write(folder, &error))
}

/// Why something could not be written.
pub fn cannot_write(path: &Path, error: &io::Error) -> Failure {
    let what = format!("{} could not be written: {error}", path.display());
    let remedy = match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::FileTooLarge => {
            "free some space on the disk, or choose another place"
        }
        _ => "make the folder writable, or choose another place",
    };
    Failure::new(what, remedy)
}

fn folders() -> Result<impl BaseStrategy, Failure> {
    choose_base_strategy().map_err(|_| {
        let remedy = "set HOME, or choose a place with --logbook FILE or --dir FOLDER";
        Failure::new("your home folder is not known", remedy)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_with_a_space_is_called_as_a_shell_reads_it() {
        let called = |path: &str| command(Path::new(path));
        assert_eq!(called("/runs/a.everymile"), "everymile --logbook /runs/a.everymile");
        assert_eq!(called("/my runs/a.everymile"), "everymile --logbook '/my runs/a.everymile'");
    }
}
