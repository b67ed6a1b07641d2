//! Files that were read before and have not changed since: they need not be opened again. Known by
//! path, size and time of change, as every build tool does; a cache like all that is derived.

use crate::sources::{Source, State};
use logbook::{Logbook, LogbookError, Stamp, Subject};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use training::Declaration;

const FILES: &str = "files";
/// A better reader looks at every file again.
const STAMP: Stamp<'_> = Stamp { version: env!("EVERYMILE_INFERENCE"), fingerprint: "" };

/// The files that were read whole, by path.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Seen(BTreeMap<String, File>);

#[derive(Debug, Serialize, Deserialize)]
struct File {
    state: State,
    /// What a listing beside it declared.
    declaration: Declaration,
    /// The paths of the originals in it.
    originals: Vec<String>,
}

impl Seen {
    /// What was seen before.
    pub fn recall(book: &Logbook) -> Result<Self, LogbookError> {
        let body = book.recall(Subject::Whole, FILES, STAMP)?;
        Ok(body.and_then(|body| postcard::from_bytes(&body).ok()).unwrap_or_default())
    }

    /// Remembers what was seen, for the next time.
    ///
    /// # Panics
    /// Never: paths and sizes can always be written.
    pub fn remember(&self, book: &Logbook) -> Result<(), LogbookError> {
        let body = postcard::to_extend(self, Vec::new()).expect("paths and sizes can be written");
        book.remember(Subject::Whole, FILES, STAMP, &body)
    }

    /// The paths of the originals in a file that is as it was; `None` when it is to be read. A table
    /// is always read: what it gives depends on the files beside it.
    pub fn originals(&self, source: &Source) -> Option<&[String]> {
        let seen = self.0.get(source.path.to_str()?)?;
        let is_same = Some(seen.state) == source.state && seen.declaration == source.declaration;
        is_same.then_some(&seen.originals)
    }

    /// Notes that a file was read whole and what was in it.
    pub fn note(&mut self, source: &Source, originals: Vec<String>) {
        let (Some(path), Some(state)) = (source.path.to_str(), source.state) else { return };
        if !stands_alone(path) {
            return;
        }
        let declaration = source.declaration.clone();
        self.0.insert(path.to_owned(), File { state, declaration, originals });
    }
}

/// Forgets what was seen: an original in the logbook is damaged, and reading its file again mends it.
pub fn forget(book: &Logbook) -> Result<(), LogbookError> {
    Seen::default().remember(book)
}

/// Whether what is in a file depends on no other file.
fn stands_alone(path: &str) -> bool {
    let path = path.to_lowercase();
    let path = path.strip_suffix(".gz").unwrap_or(&path);
    [".fit", ".tcx", ".gpx", ".zip"].iter().any(|ending| path.ends_with(ending))
}
