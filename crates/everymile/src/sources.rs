//! The disk: walks files, folders and archives and hands out every original in them, one at a
//! time and always in the same order. Knows no format: `watch` takes files apart.
#![allow(clippy::disallowed_methods, reason = "the front door opens files and walks folders")]

use crate::{archive, failure::Failure};
use std::{
    borrow::Cow,
    cell::{Cell, LazyCell},
    collections::{HashMap, HashSet},
    fs::{self, File},
    io::{self, BufReader, Read, Seek, SeekFrom},
    path::{Component, Path, PathBuf},
    time::UNIX_EPOCH,
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

/// A file on the disk, and what a listing in its folder declares of it.
#[derive(Debug, Clone)]
pub struct Source {
    /// Where it is.
    pub path: Box<Path>,
    /// What it is called where that is not its path: it was handed in.
    label: Option<Box<str>>,
    /// How many bytes it has.
    pub size: u64,
    /// Whether it was named by hand or found in a folder.
    pub manner: Manner,
    /// What a listing declares of it; `None` where that is nothing.
    pub declaration: Option<Box<Declaration>>,
    /// When it was last changed, in nanoseconds since the Unix epoch; `None` of a file that was handed in: it
    /// lies where nobody looks again, and what lies beside it is not its own.
    pub changed: Option<u64>,
}

impl Source {
    /// A file that was handed in under a name, and that nobody but us has put where it lies.
    pub fn handed_in(path: PathBuf, label: String, size: u64) -> Self {
        let (path, label, manner) = (path.into(), Some(label.into()), Manner::Named);
        Self { path, label, size, manner, declaration: None, changed: None }
    }

    /// What it is called: its path, or what it was called when it was handed in.
    pub fn name(&self) -> Cow<'_, str> {
        self.label.as_deref().map_or_else(|| self.path.to_string_lossy(), Cow::Borrowed)
    }
}

/// Every file under `paths`, in the order given and by name inside folders. A path that is not
/// there fails the whole: it was typed by hand.
pub fn files(paths: &[PathBuf]) -> Result<Vec<Source>, Failure> {
    let (mut files, mut listed) = (Vec::new(), HashMap::new());
    let mut walked = HashSet::new();
    for path in paths {
        let about = fs::metadata(path).map_err(|error| cannot_open(path, &error))?;
        if about.is_dir() {
            let mut found = Vec::new();
            let is_export = archive::is_export(path);
            let folder = if is_export { archive::originals(path) } else { path.clone() };
            walk(&folder, &mut walked, &mut found, &mut listed)?;
            files.extend(found.into_iter().map(|path| (Manner::Found, path)));
        } else {
            files.push((Manner::Named, path.clone()));
        }
    }
    let source = |(manner, path): (Manner, PathBuf)| {
        let (size, changed) = size_and_change(&path).unwrap_or_default();
        Source {
            manner,
            label: None,
            declaration: listed.get(&path).cloned().map(Box::new),
            size,
            changed,
            path: path.into(),
        }
    };
    Ok(files.into_iter().map(source).collect())
}

/// How many bytes a file has and when it was last changed, by which a change of it is known.
fn size_and_change(path: &Path) -> Option<(u64, Option<u64>)> {
    let about = fs::metadata(path).ok()?;
    let changed = about.modified().ok().and_then(|at| at.duration_since(UNIX_EPOCH).ok());
    Some((about.len(), changed.and_then(|at| u64::try_from(at.as_nanos()).ok())))
}

/// The size of all `files` on disk, in bytes.
pub fn size(files: &[Source]) -> u64 {
    files.iter().map(|file| file.size).sum()
}

/// Opens every file in turn and hands out what is in it.
pub fn each(files: &[Source], emit: &mut dyn FnMut(Step)) {
    each_wanted(files, &|_| true, emit);
}

/// Opens every file that is wanted, by its place in the list, and hands out what is in it.
pub fn each_wanted(
    files: &[Source],
    is_wanted: &dyn Fn(usize) -> bool,
    emit: &mut dyn FnMut(Step),
) {
    let paths = LazyCell::new(|| files.iter().map(|file| &*file.path).collect::<HashSet<&Path>>());
    let is_walked = |path: &Path| paths.contains(path);
    for (place, source) in files.iter().enumerate().filter(|(place, _)| is_wanted(*place)) {
        emit(Step::Opened(place));
        let path = source.name().into_owned();
        match File::open(&source.path) {
            Ok(file) => each_in(source, file, &is_walked, emit),
            Err(error) => {
                let what = format!("the file could not be opened: {error}");
                let remedy = "check that you may read it, then try again".into();
                emit(Step::Found(Found { path, original: Err(Unreadable { what, remedy }) }));
            }
        }
    }
}

fn each_in(
    source: &Source,
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
    let name = source.name().into_owned();
    let counted = BufReader::new(Counted { inner: file, read: &read });
    let mut is_empty = true;
    let mut beside = |name: &str| {
        source.changed?;
        read_beside(&source.path, name, is_walked)
    };
    watch::unpack_beside(&name, counted, source.manner, &mut beside, &mut |path, original| {
        is_empty = false;
        tell(emit);
        let declare = |original: Original| declare(original, source.declaration.as_deref());
        emit(Step::Found(Found { path, original: original.map(declare) }));
    });
    read.set(size);
    tell(emit);
    if is_empty && source.manner == Manner::Named {
        emit(Step::Found(Found { path: name, original: Err(nothing_in_it()) }));
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

/// Walks a folder, once: a link may lead back to where it began.
fn walk(
    folder: &Path,
    walked: &mut HashSet<PathBuf>,
    files: &mut Vec<PathBuf>,
    listed: &mut HashMap<PathBuf, Declaration>,
) -> Result<(), Failure> {
    let own = fs::canonicalize(folder).map_err(|error| cannot_open(folder, &error))?;
    if !walked.insert(own) {
        return Ok(());
    }
    let entries = fs::read_dir(folder).map_err(|error| cannot_open(folder, &error))?;
    let mut inside: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    inside.sort();
    for path in inside.into_iter().filter(|path| !is_hidden(path)) {
        if path.is_dir() {
            refuse_export(&path)?;
            walk(&path, walked, files, listed)?;
        } else if watch::is_candidate(&path.to_string_lossy()) || is_fit_without_ending(&path) {
            note_listing(&path, listed);
            files.push(path);
        }
    }
    Ok(())
}

fn refuse_export(folder: &Path) -> Result<(), Failure> {
    if !archive::is_export(folder) {
        return Ok(());
    }
    let what = format!("{} is an export of everymile among other files", folder.display());
    Err(Failure::new(what, "import it by itself, or leave it out"))
}

fn is_fit_without_ending(path: &Path) -> bool {
    if path.extension().is_some() {
        return false;
    }
    let Ok(file) = File::open(path) else { return false };
    let mut head = Vec::new();
    let read = file.take(watch::FIT_HEAD).read_to_end(&mut head);
    read.is_ok() && watch::is_fit_without_ending(&path.to_string_lossy(), &head)
}

/// A table may declare what the recordings beside it were, as Strava's does.
fn note_listing(path: &Path, listed: &mut HashMap<PathBuf, Declaration>) {
    let is_table = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("csv"));
    let (true, Some(folder)) = (is_table, path.parent()) else { return };
    let Ok(table) = fs::read(path) else { return };
    let says_nothing = |declared: &Declaration| *declared == Declaration::default();
    let declared = watch::declarations(&table).into_iter().filter(|(_, it)| !says_nothing(it));
    listed.extend(declared.map(|(name, declaration)| (folder.join(name), declaration)));
}

fn is_hidden(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'))
}

fn cannot_open(path: &Path, error: &io::Error) -> Failure {
    let what = format!("{} could not be opened: {error}", path.display());
    Failure::new(what, "check the path and that you may read it")
}
