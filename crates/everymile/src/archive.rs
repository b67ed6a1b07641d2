//! Everything in a logbook as a folder in open formats, and back: the originals as they came, what was
//! said as JSON, and tables for a spreadsheet. Importing the folder gives the same logbook again.
#![allow(clippy::disallowed_methods, reason = "the front door reads and writes files")]

mod tables;
mod taking_in;
mod writing;

pub use taking_in::{Taken, take_in};
pub use writing::write;

use crate::failure::Failure;
use jiff::Timestamp;
use logbook::Told;
use serde::{Deserialize, Serialize};
use std::{
    fs::File,
    io::Read,
    path::{Path, PathBuf},
};

/// The name of the shape. It changes when a field changes its name or its meaning.
const SCHEMA: &str = "everymile.export/1";

/// The file that makes a folder an export, written after the originals: where it is, they all are.
pub const MANIFEST: &str = "everymile.json";

/// The folder of the originals.
const ORIGINALS: &str = "originals";

/// What an export holds.
#[derive(Debug, Serialize, Deserialize)]
struct Manifest {
    /// The name of this shape.
    schema: String,
    /// Every original.
    originals: Vec<OriginalFile>,
    /// All that was said and noted, by table.
    told: Told,
}

/// An original in an export.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct OriginalFile {
    /// Its file among the originals.
    file: String,
    /// The BLAKE3 hash of its bytes.
    hash: String,
    /// How many bytes it has.
    size: u64,
    /// When it was kept.
    imported_at: Timestamp,
}

/// The exports among paths, and the rest of them.
pub fn among(paths: &[PathBuf]) -> (Vec<PathBuf>, Vec<PathBuf>) {
    paths.iter().cloned().partition(|path| is_export(path))
}

/// Whether a folder is an export.
pub fn is_export(folder: &Path) -> bool {
    const HEAD: u64 = 256;
    let mut head = String::new();
    let Ok(file) = File::open(folder.join(MANIFEST)) else { return false };
    file.take(HEAD).read_to_string(&mut head).is_ok() && head.contains("everymile.export/")
}

/// The originals in an export, as plain files.
pub fn originals(folder: &Path) -> PathBuf {
    folder.join(ORIGINALS)
}

fn unreadable(path: &Path, why: &dyn std::fmt::Display) -> Failure {
    let what = format!("{} could not be read: {why}", path.display());
    Failure::new(what, "copy the export again from where it was written; nothing was taken in")
}
