//! The real files beside this repository, for the tests that read them.

use std::{
    fs,
    path::{Path, PathBuf},
};

/// The folder of real files; `None`, and said, where it is not here.
pub fn data() -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data");
    if folder.is_dir() {
        return Some(folder);
    }
    println!("skipped: ../shared/data is not here");
    None
}

/// Every file below `folder` whose name ends in one of these, in a fixed order.
pub fn files(folder: &Path, extensions: &[&str]) -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()) {
            let extension = entry.extension().and_then(|extension| extension.to_str());
            let extension = extension.unwrap_or_default().to_lowercase();
            if entry.is_dir() {
                folders.push(entry);
            } else if extensions.contains(&extension.as_str()) {
                found.push(entry);
            }
        }
    }
    found.sort();
    found
}
