//! What the stories share: a place for a logbook file, times, and declarations.
#![allow(clippy::disallowed_methods, dead_code, reason = "each story uses what it needs")]

use jiff::Timestamp;
use std::path::{Path, PathBuf};
use training::Declaration;

/// A path of its own for each story, with nothing there.
pub fn notebook(story: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(story);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder.join(format!("{story}.everymile"))
}

/// Some time, given as seconds.
pub fn at(second: i64) -> Timestamp {
    Timestamp::from_second(second).unwrap()
}

pub fn declared(title: Option<&str>, workout_type: Option<&str>) -> Declaration {
    Declaration {
        title: title.map(str::to_owned),
        workout_type: workout_type.map(str::to_owned),
        ..Declaration::default()
    }
}

/// Bytes that no packing makes smaller, different for each seed.
pub fn noise(seed: u64, length: usize) -> Vec<u8> {
    let mut bytes = vec![0; length];
    blake3::Hasher::new().update(&seed.to_le_bytes()).finalize_xof().fill(&mut bytes);
    bytes
}

/// What a machine that lost power finds: the file, and its log up to some byte.
pub fn cut_log(file: &Path, copy: &Path, length: usize) {
    let log = std::fs::read(file.with_extension("everymile-wal")).unwrap();
    std::fs::copy(file, copy).unwrap();
    std::fs::write(copy.with_extension("everymile-wal"), &log[..length.min(log.len())]).unwrap();
}
