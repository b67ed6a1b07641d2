//! Files that are there whole or not at all: what is written is a draft first, and takes its name when
//! all of it is on the disk.
#![allow(clippy::disallowed_methods, reason = "the front door writes files")]

use crate::place::beside;
use std::{
    fs::{self, File},
    io,
    path::{Path, PathBuf},
};

/// The draft of a file, beside it.
pub fn of(path: &Path) -> PathBuf {
    beside(path, ".part")
}

/// Writes a file, in the place of one that is there already.
pub fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let draft = of(path);
    fs::write(&draft, bytes)?;
    settle(&draft, path)
}

/// Gives a draft its name.
pub fn settle(draft: &Path, path: &Path) -> io::Result<()> {
    on_disk(draft)?;
    fs::rename(draft, path)
}

/// Waits until all of a file is on the disk.
pub fn on_disk(file: &Path) -> io::Result<()> {
    File::open(file)?.sync_all()
}
