//! Files that were read before and have not changed since: they need not be opened again. Known by
//! path, size and time of change, as every build tool does; a cache like all that is derived.

use crate::sources::Source;
use logbook::{Logbook, LogbookError, Stamp, Subject, pack_rows, unpack_rows};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use training::Declaration;

const FILES: &str = "files";
/// A better reader looks at every file again. The fingerprint is the number of the shape it is written in.
const STAMP: Stamp<'_> = Stamp { version: env!("EVERYMILE_INFERENCE"), fingerprint: "3" };
/// Paths and sizes are no rows of one length.
const ONE_BYTE: usize = 1;

/// The files that were read whole, in the order of their paths.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Seen<'a>(#[serde(borrow)] Vec<File<'a>>);

/// A file that was read whole.
#[derive(Debug, Serialize, Deserialize)]
pub struct File<'a> {
    path: &'a str,
    /// How many bytes it has, and when it was last changed.
    state: (u64, u64),
    /// What a listing beside it declared.
    declaration: Option<Box<Declaration>>,
    /// The paths of the originals in it; `None` where it is one itself.
    inside: Option<Box<[String]>>,
}

impl<'a> Seen<'a> {
    /// What was seen before, unpacked and not read yet.
    pub fn recall(book: &Logbook) -> Result<Vec<u8>, LogbookError> {
        let packed = book.recall(Subject::Whole, FILES, STAMP)?;
        Ok(packed.and_then(|packed| unpack_rows(&packed, ONE_BYTE)).unwrap_or_default())
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
        let size = postcard::experimental::serialized_size(self).unwrap_or(0);
        let body = postcard::to_extend(self, Vec::with_capacity(size));
        let body = body.expect("paths and sizes can be written");
        book.remember(Subject::Whole, FILES, STAMP, &pack_rows(&body, ONE_BYTE))
    }

    /// Whether a file was read whole and is as it was then, with what is declared of it. A table is
    /// always read: what it gives depends on the files beside it.
    pub fn is_as_it_was(&self, source: &Source<'_>) -> bool {
        self.file(source).is_some()
    }

    /// The paths of the originals in a file that is as it was.
    pub fn originals<'s>(&self, source: &Source<'s>) -> Vec<Cow<'s, str>> {
        match self.file(source) {
            None => Vec::new(),
            Some(File { inside: None, .. }) => vec![Cow::Borrowed(source.name)],
            Some(File { inside: Some(paths), .. }) => {
                paths.iter().cloned().map(Cow::Owned).collect()
            }
        }
    }

    /// Adds files that were read whole by now, in place of what was seen of them before.
    pub fn add(&mut self, mut files: Vec<File<'a>>) {
        files.sort_unstable_by_key(|file| file.path);
        files.dedup_by_key(|file| file.path);
        self.0.retain(|old| files.binary_search_by_key(&old.path, |file| file.path).is_err());
        files.append(&mut self.0);
        files.sort_unstable_by_key(|file| file.path);
        self.0 = files;
    }

    fn file(&self, source: &Source<'_>) -> Option<&File<'a>> {
        let place = self.0.binary_search_by_key(&source.path.to_str()?, |file| file.path).ok()?;
        let seen = &self.0[place];
        let is_same =
            seen.state == state(source)? && seen.declaration.as_deref() == source.declaration;
        is_same.then_some(seen)
    }
}

impl<'a> File<'a> {
    /// A file that was read whole, with the paths of the originals in it; `None` of one that is always
    /// to be read.
    pub fn of(source: &Source<'a>, originals: &[&str]) -> Option<Self> {
        let (path, state) = (source.path.to_str()?, state(source)?);
        if !stands_alone(path) {
            return None;
        }
        let inside = || originals.iter().map(|&path| path.to_owned()).collect();
        let inside = (originals != [path]).then(inside);
        let declaration = source.declaration.cloned().map(Box::new);
        Some(Self { path, state, declaration, inside })
    }
}

/// Forgets what was seen: an original in the logbook is damaged, and reading its file again mends it.
pub fn forget(book: &Logbook) -> Result<(), LogbookError> {
    Seen::default().remember(book)
}

/// By what a change of a file is known; `None` of one that was handed in.
fn state(source: &Source<'_>) -> Option<(u64, u64)> {
    Some((source.size, source.changed?))
}

/// Whether what is in a file depends on no other file.
fn stands_alone(path: &str) -> bool {
    let path = path.to_lowercase();
    let path = path.strip_suffix(".gz").unwrap_or(&path);
    [".fit", ".tcx", ".gpx", ".zip"].iter().any(|ending| path.ends_with(ending))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(path: &str, size: u64) -> File<'_> {
        File { path, state: (size, 0), declaration: None, inside: None }
    }

    #[test]
    fn a_file_that_was_read_again_replaces_what_was_seen_of_it_and_the_others_stay() {
        let mut seen = Seen::default();
        seen.add(vec![file("c.fit", 1), file("a.fit", 1), file("b.fit", 1)]);
        seen.add(vec![file("d.fit", 2), file("b.fit", 2), file("d.fit", 2)]);
        let known: Vec<_> = seen.0.iter().map(|file| (file.path, file.state.0)).collect();
        assert_eq!(known, [("a.fit", 1), ("b.fit", 2), ("c.fit", 1), ("d.fit", 2)]);
    }
}
