//! Opens files and archives, and hands out what is in them.
#![allow(clippy::disallowed_methods, reason = "the front door opens files")]

use super::{Source, Sources};
use std::{
    cell::{Cell, LazyCell},
    collections::HashSet,
    fs::{self, File},
    io::{self, BufReader, Read, Seek, SeekFrom},
    path::{Component, Path},
};
use training::Declaration;
use watch::{Manner, Original, Unreadable};

/// An original, or what was found in its place and why it could not be taken.
#[derive(Debug)]
pub struct Found {
    /// The path as found; inside archives `archive.zip!/activities/1.fit.gz`.
    pub path: String,
    /// The original.
    pub original: Result<Original, Unreadable>,
}

/// What happens on a walk.
#[derive(Debug)]
pub enum Step {
    /// The file at this place in the list was opened.
    Opened(usize),
    /// So many more bytes were read from the disk.
    Read(u64),
    /// Something was found.
    Found(Found),
}

/// Opens every file in turn and hands out what is in it.
pub fn each(files: &Sources, emit: &mut dyn FnMut(Step)) {
    each_wanted(files, &|_| true, emit);
}

/// Opens every file that is wanted, by its place in the list, and hands out what is in it.
pub fn each_wanted(files: &Sources, is_wanted: &dyn Fn(usize) -> bool, emit: &mut dyn FnMut(Step)) {
    let paths = LazyCell::new(|| files.iter().map(|file| file.path).collect::<HashSet<&Path>>());
    let is_walked = |path: &Path| paths.contains(path);
    for (place, source) in files.iter().enumerate().filter(|(place, _)| is_wanted(*place)) {
        emit(Step::Opened(place));
        match File::open(source.path) {
            Ok(file) => each_in(source, file, &is_walked, emit),
            Err(error) => {
                let what = format!("the file could not be opened: {error}");
                let remedy = "check that you may read it, then try again".into();
                let (path, original) = (source.name.to_owned(), Err(Unreadable { what, remedy }));
                emit(Step::Found(Found { path, original }));
            }
        }
    }
}

fn each_in(
    source: Source<'_>,
    file: File,
    is_walked: &dyn Fn(&Path) -> bool,
    emit: &mut dyn FnMut(Step),
) {
    let size = file.metadata().map_or(0, |about| about.len());
    let read = Cell::new(0);
    let mut told = 0;
    let mut tell = |emit: &mut dyn FnMut(Step)| {
        let now = read.get().min(size);
        emit(Step::Read(now - told));
        told = now;
    };
    let counted = BufReader::new(Counted { inner: file, read: &read });
    let mut is_empty = true;
    let mut beside = |name: &str| {
        source.changed?;
        read_beside(source.path, name, is_walked)
    };
    watch::unpack_beside(
        source.name,
        counted,
        source.manner,
        &mut beside,
        &mut |path, original| {
            is_empty = false;
            tell(emit);
            let declare = |original: Original| declare(original, source.declaration);
            emit(Step::Found(Found { path, original: original.map(declare) }));
        },
    );
    read.set(size);
    tell(emit);
    if is_empty && source.manner == Manner::Named {
        let (path, original) = (source.name.to_owned(), Err(nothing_in_it()));
        emit(Step::Found(Found { path, original }));
    }
}

/// Only for a file named by hand: inside folders such files are passed over.
fn nothing_in_it() -> Unreadable {
    Unreadable {
        what: "there is no activity and no day in it".into(),
        remedy: "name FIT, TCX, GPX or CSV files, archives (.zip) or folders of them".into(),
    }
}

fn declare(original: Original, listed: Option<&Declaration>) -> Original {
    let declaration = listed.cloned().unwrap_or(original.declaration);
    Original { declaration, ..original }
}

/// A file that another names relative to itself. A recording that is not walked over by itself is
/// not handed over: else the row that names it would be lost with it.
fn read_beside(beside: &Path, name: &str, is_walked: &dyn Fn(&Path) -> bool) -> Option<Vec<u8>> {
    let relative = Path::new(name.trim_start_matches('/'));
    let is_inside = relative.components().all(|part| matches!(part, Component::Normal(_)));
    let path = beside.parent()?.join(relative);
    let comes_by_itself = watch::is_candidate(&path.to_string_lossy());
    if !is_inside || (comes_by_itself && !is_walked(&path)) {
        return None;
    }
    fs::read(path).ok()
}

/// A file that says how much of it was read: inside an archive nothing else does.
struct Counted<'a> {
    inner: File,
    read: &'a Cell<u64>,
}

impl Read for Counted<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.inner.read(buffer)?;
        self.read.set(self.read.get() + count as u64);
        Ok(count)
    }
}

impl Seek for Counted<'_> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.inner.seek(to)
    }
}
