//! Takes an export into a logbook: all of it or nothing. What the logbook holds already is not taken
//! twice, so a killed import is finished by typing it again.
#![allow(clippy::disallowed_methods, reason = "the front door reads files")]

use super::{
    MANIFEST, Manifest, ORIGINALS, OriginalFile, SCHEMA, unreadable, writing::without_password,
};
use crate::{
    analysis::{Remembered, read, remember},
    batches::in_batches,
    failure::Failure,
    progress::Progress,
};
use logbook::{ActivityKind, ContentHash, Kept, Logbook, Original};
use std::{
    fs,
    path::{Component, Path},
};
use training::Declaration;

/// What was taken in from an export.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Taken {
    /// How many originals are new.
    pub originals: usize,
    /// How many lines of what was said and noted are new.
    pub told: usize,
}

/// An original of an export, read again.
struct Prepared {
    entry: OriginalFile,
    original: Original,
    activities: Vec<Remembered>,
}

/// Takes everything in an export into a logbook.
pub fn take_in(book: &Logbook, folder: &Path) -> Result<Taken, Failure> {
    let Manifest { originals, told, .. } = manifest(folder)?;
    let progress = Progress::of_runs("reading", originals.len());
    let batch = book.begin()?;
    let mut kept = Ok(0);
    let work = |entry: OriginalFile| prepare(folder, entry);
    let take = |done: Vec<Result<Prepared, Failure>>| {
        progress.advance(done.len() as u64);
        if let Ok(kept_now) = &mut kept {
            match keep_all(book, done) {
                Ok(new) => *kept_now += new,
                Err(failure) => kept = Err(failure),
            }
        }
    };
    in_batches(work, take, |add| {
        for entry in originals {
            let size = entry.size as usize;
            add(entry, size);
        }
    });
    progress.finish();
    let taken = Taken { originals: kept?, told: book.take_in(&without_password(told))? };
    batch.commit()?;
    Ok(taken)
}

fn manifest(folder: &Path) -> Result<Manifest, Failure> {
    let path = folder.join(MANIFEST);
    let bytes = fs::read(&path).map_err(|error| unreadable(&path, &error))?;
    let manifest: Manifest =
        serde_json::from_slice(&bytes).map_err(|error| unreadable(&path, &error))?;
    if manifest.schema != SCHEMA {
        let what = format!("{} is of the shape {}", path.display(), manifest.schema);
        return Err(Failure::new(what, format!("update everymile; this one reads {SCHEMA}")));
    }
    Ok(manifest)
}

fn prepare(folder: &Path, entry: OriginalFile) -> Result<Prepared, Failure> {
    let name = Path::new(&entry.file);
    let mut parts = name.components();
    let is_plain = matches!((parts.next(), parts.next()), (Some(Component::Normal(_)), None));
    let path = folder.join(ORIGINALS).join(name);
    if !is_plain {
        return Err(unreadable(&path, &"its name leads elsewhere"));
    }
    let about = fs::metadata(&path).map_err(|error| unreadable(&path, &error))?;
    if about.len() != entry.size {
        return Err(unreadable(&path, &"it has changed since it was exported"));
    }
    let bytes = fs::read(&path).map_err(|error| unreadable(&path, &error))?;
    if ContentHash::of(&bytes).to_string() != entry.hash {
        return Err(unreadable(&path, &"it has changed since it was exported"));
    }
    let read = read(&bytes, Declaration::default());
    let activities = read.map(|original| original.activities).unwrap_or_default();
    let activities = activities.iter().map(Remembered::from).collect();
    let original = Original::pack(entry.file.clone(), &bytes, Declaration::default());
    Ok(Prepared { entry, original, activities })
}

/// Keeps what was prepared, and gives the number of originals that are new.
fn keep_all(book: &Logbook, prepared: Vec<Result<Prepared, Failure>>) -> Result<usize, Failure> {
    let mut new = 0;
    for prepared in prepared {
        let Prepared { entry, original, activities } = prepared?;
        let kinds: Vec<ActivityKind> = activities.iter().map(|activity| activity.kind).collect();
        let kept = book.bring_back(&original, &kinds, entry.imported_at)?;
        remember(book, original.hash(), &activities)?;
        new += usize::from(kept == Kept::New);
    }
    Ok(new)
}
