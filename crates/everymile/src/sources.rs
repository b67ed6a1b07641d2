//! The disk: walks files, folders and archives and hands out every original in them, one at a
//! time and always in the same order. Knows no format: `watch` takes files apart.

mod opening;
mod walking;

pub use opening::{Found, Step, each, each_wanted};
pub use walking::files;

use crate::paths::Paths;
use std::{
    path::{Path, PathBuf},
    sync::Arc,
};
use training::Declaration;
use watch::Manner;

/// Files on the disk, in order. Of a hundred years of them little is held.
#[derive(Debug, Default)]
pub struct Sources {
    names: Arc<Paths>,
    list: Vec<Listed>,
}

/// What is held of a file beside its name.
#[derive(Debug)]
struct Listed {
    size: u64,
    manner: Manner,
    changed: Option<u64>,
    /// Where it is, where that is not its name: it was handed in, or its path is no text.
    path: Option<Box<Path>>,
    declaration: Option<Box<Declaration>>,
}

/// A file on the disk, and what a listing in its folder declares of it.
#[derive(Debug, Clone, Copy)]
pub struct Source<'a> {
    /// What it is called: its path, or what it was called when it was handed in.
    pub name: &'a str,
    /// Where it is.
    pub path: &'a Path,
    /// How many bytes it has.
    pub size: u64,
    /// Whether it was named by hand or found in a folder.
    pub manner: Manner,
    /// What a listing declares of it; `None` where that is nothing.
    pub declaration: Option<&'a Declaration>,
    /// When it was last changed, in nanoseconds since the Unix epoch; `None` of a file that was handed in: it
    /// lies where nobody looks again, and what lies beside it is not its own.
    pub changed: Option<u64>,
}

impl Sources {
    /// Adds a file that was handed in under a name, and that nobody but us has put where it lies.
    pub fn hand_in(&mut self, path: PathBuf, name: &str, size: u64) {
        let (path, manner) = (Some(path.into()), Manner::Named);
        self.add(name, Listed { size, manner, changed: None, path, declaration: None });
    }

    /// What they are called.
    pub fn names(&self) -> Arc<Paths> {
        self.names.clone()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// The file at a place in the list.
    ///
    /// # Panics
    /// Where the list is shorter.
    pub fn at(&self, place: usize) -> Source<'_> {
        let (name, listed) = (self.names.at(place), &self.list[place]);
        let &Listed { size, manner, changed, .. } = listed;
        let path = listed.path.as_deref().unwrap_or(Path::new(name));
        Source { name, path, size, manner, declaration: listed.declaration.as_deref(), changed }
    }

    /// Every file, in order.
    pub fn iter(&self) -> impl Iterator<Item = Source<'_>> {
        (0..self.len()).map(|place| self.at(place))
    }

    /// The size of all of them on the disk, in bytes.
    pub fn size(&self) -> u64 {
        self.list.iter().map(|file| file.size).sum()
    }

    fn add(&mut self, name: &str, listed: Listed) {
        Arc::make_mut(&mut self.names).push(name);
        self.list.push(listed);
    }
}
