//! Files that were read before and have not changed since: they need not be opened again. Known by
//! path, size and time of change, as every build tool does; a cache like all that is derived.

use crate::sources::Source;
use logbook::{Logbook, LogbookError, Stamp, Subject};
use serde::{Deserialize, Serialize};
use std::{borrow::Cow, collections::BTreeMap};
use training::Declaration;

const FILES: &str = "files";
/// A better reader looks at every file again. The fingerprint is the number of the shape it is written in.
const STAMP: Stamp<'_> = Stamp { version: env!("EVERYMILE_INFERENCE"), fingerprint: "2" };

/// The files that were read whole, by path.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Seen<'a>(#[serde(borrow)] BTreeMap<&'a str, File>);

#[derive(Debug, Serialize, Deserialize)]
struct File {
    /// How many bytes it has, and when it was last changed.
    state: (u64, u64),
    /// What a listing beside it declared.
    declaration: Option<Box<Declaration>>,
    /// The paths of the originals in it; `None` where it is one itself.
    inside: Option<Vec<String>>,
}

impl<'a> Seen<'a> {
    /// What was seen before, as it was written.
    pub fn recall(book: &Logbook) -> Result<Vec<u8>, LogbookError> {
        Ok(book.recall(Subject::Whole, FILES, STAMP)?.unwrap_or_default())
    }

    /// What was seen before, read; nothing where that cannot be read.
    pub fn of(written: &'a [u8]) -> Self {
        postcard::from_bytes(written).unwrap_or_default()
    }

    /// Remembers what was seen, for the next time.
    ///
    /// # Panics
    /// Never: paths and sizes can always be written.
    pub fn remember(&self, book: &Logbook) -> Result<(), LogbookError> {
        let body = postcard::to_extend(self, Vec::new()).expect("paths and sizes can be written");
        book.remember(Subject::Whole, FILES, STAMP, &body)
    }

    /// Whether a file was read whole and is as it was then, with what is declared of it. A table is
    /// always read: what it gives depends on the files beside it.
    pub fn is_as_it_was(&self, source: &Source) -> bool {
        self.file(source).is_some()
    }

    /// The paths of the originals in a file that is as it was.
    pub fn originals<'s>(&self, source: &'s Source) -> Vec<Cow<'s, str>> {
        match self.file(source) {
            None => Vec::new(),
            Some(File { inside: None, .. }) => vec![source.name()],
            Some(File { inside: Some(paths), .. }) => {
                paths.iter().cloned().map(Cow::Owned).collect()
            }
        }
    }

    fn file(&self, source: &Source) -> Option<&File> {
        let seen = self.0.get(source.path.to_str()?)?;
        let is_same = seen.state == state(source)? && seen.declaration == source.declaration;
        is_same.then_some(seen)
    }

    /// Notes that a file was read whole, and the paths of the originals in it; not of one that is always
    /// to be read. Says whether it was noted.
    pub fn note<'o>(
        &mut self,
        source: &'a Source,
        originals: impl Iterator<Item = &'o str>,
    ) -> bool {
        let (Some(path), Some(state)) = (source.path.to_str(), state(source)) else { return false };
        if !stands_alone(path) {
            return false;
        }
        let originals: Vec<&str> = originals.collect();
        let inside =
            (originals != [path]).then(|| originals.into_iter().map(str::to_owned).collect());
        let declaration = source.declaration.clone();
        self.0.insert(path, File { state, declaration, inside });
        true
    }
}

/// Forgets what was seen: an original in the logbook is damaged, and reading its file again mends it.
pub fn forget(book: &Logbook) -> Result<(), LogbookError> {
    Seen::default().remember(book)
}

/// By what a change of a file is known; `None` of one that was handed in.
fn state(source: &Source) -> Option<(u64, u64)> {
    Some((source.size, source.changed?))
}

/// Whether what is in a file depends on no other file.
fn stands_alone(path: &str) -> bool {
    let path = path.to_lowercase();
    let path = path.strip_suffix(".gz").unwrap_or(&path);
    [".fit", ".tcx", ".gpx", ".zip"].iter().any(|ending| path.ends_with(ending))
}
