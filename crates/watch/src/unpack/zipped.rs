//! Walks a zip archive: recordings with what a listing beside them declares, logs, Garmin's
//! listings, health exports, and archives inside. Reads no recording.

use super::{Emit, Source, budget, budget::Budget, emit_bytes, inflated::Inflated};
use crate::{Unreadable, apple, fit, strava};
use std::{
    collections::{BTreeMap, HashMap},
    io::{self, BufReader, Read, Seek},
    sync::Arc,
};
use training::Declaration;
use zip::{
    CompressionMethod, ZipArchive, ZipReadOptions,
    read::{ZipArchiveMetadata, ZipFile, ZipFileEntry},
};

/// Archives nest this deep at most; an account export nests once.
const DEPTH_MAX: usize = 4;

/// An archive inside an archive is held in memory up to this size, and inflated anew beyond it.
const HELD_MAX: u64 = 32 << 20;

/// An archive that is stored as it is inside an archive is held up to this size.
const ARCHIVE_MAX: u64 = 256 << 20;

/// Hands out every original of the archive in `source`.
pub(super) fn unpack(
    path: &str,
    source: &mut dyn Source,
    budget: &mut Budget,
    depth: usize,
    emit: Emit,
) -> Result<(), Unreadable> {
    if depth > DEPTH_MAX {
        return Err(budget::damaged(&"archives inside archives without end"));
    }
    let archive = ZipArchive::new(BufReader::new(&mut *source)).map_err(|_| cut_off())?;
    let metadata = archive.metadata();
    let entries = entries(&metadata);
    let reader = archive.into_inner();
    let by_name = entries.iter().rev().map(|entry| (entry.name.as_str(), entry)).collect();
    let mut walk = Walk { path, reader, entries: &entries, by_name, metadata, budget };
    let declared = walk.declared();
    for entry in &entries {
        if let Err(error) = walk.take_apart(entry, &declared, depth, emit) {
            emit(format!("{path}!/{}", entry.name), Err(error));
        }
    }
    Ok(())
}

type Buffered<'s> = BufReader<&'s mut (dyn Source + 's)>;

/// One file of an archive.
struct Entry {
    index: usize,
    name: String,
}

/// The files that can hold activities, in the order in which they lie in the archive.
fn entries(metadata: &ZipArchiveMetadata) -> Vec<Entry> {
    let mut placed: Vec<(u64, Entry)> = (0..metadata.len())
        .filter_map(|index| {
            let entry = metadata.entry(index).ok().filter(ZipFileEntry::is_file)?;
            let name = String::from_utf8_lossy(entry.name_raw()).replace('\\', "/");
            Some((entry.header_start(), Entry { index, name }))
        })
        .collect();
    placed.sort_by_key(|(start, _)| *start);
    placed.into_iter().map(|(_, entry)| entry).collect()
}

struct Walk<'a, 's> {
    path: &'a str,
    reader: Buffered<'s>,
    metadata: Arc<ZipArchiveMetadata>,
    entries: &'a [Entry],
    /// The first of each name.
    by_name: HashMap<&'a str, &'a Entry>,
    budget: &'a mut Budget,
}

impl<'a> Walk<'a, '_> {
    /// What the listings in the archive declare of its recordings, by entry name.
    fn declared(&mut self) -> BTreeMap<String, Declaration> {
        let mut declared = BTreeMap::new();
        for entry in self.entries {
            if !has_ending(entry, ".csv") || !super::is_candidate(&entry.name) {
                continue;
            }
            let Ok(bytes) = self.bytes(entry) else { continue };
            for (file, declaration) in strava::declarations(&bytes) {
                declared.insert(beside(&entry.name, &file), declaration);
            }
        }
        declared
    }

    fn take_apart(
        &mut self,
        entry: &Entry,
        declared: &BTreeMap<String, Declaration>,
        depth: usize,
        emit: Emit,
    ) -> Result<(), Unreadable> {
        if !super::is_candidate(&entry.name) && !self.is_fit_without_ending(entry) {
            return Ok(());
        }
        let path = format!("{}!/{}", self.path, entry.name);
        if has_ending(entry, ".zip") {
            return self.archive_inside(entry, &path, depth, emit);
        }
        if has_ending(entry, ".xml") && self.is_health_export(entry) {
            return self.health(entry, &path, emit);
        }
        let bytes = self.bytes(entry)?;
        if !super::concerns_us(&entry.name, &bytes) {
            return Ok(());
        }
        if let Some(declaration) = declared.get(&entry.name) {
            emit_bytes(path, bytes, declaration.clone(), emit);
            return Ok(());
        }
        let is_there = &mut |file: &str| self.find(&beside(&entry.name, file)).is_some();
        super::unpack_bytes(&path, bytes, is_there, emit)
    }

    fn is_health_export(&mut self, entry: &Entry) -> bool {
        apple::looks_like_export(&self.head(entry, super::HEAD))
    }

    fn is_fit_without_ending(&mut self, entry: &Entry) -> bool {
        super::has_no_ending(&entry.name) && fit::is_fit(&self.head(entry, super::FIT_HEAD))
    }

    fn head(&mut self, entry: &Entry, length: u64) -> Vec<u8> {
        let mut head = Vec::new();
        if let Ok(file) = self.open(entry) {
            let _as_far_as_it_goes = file.take(length).read_to_end(&mut head);
        }
        head
    }

    fn health(&mut self, entry: &Entry, path: &str, emit: Emit) -> Result<(), Unreadable> {
        let mut export = apple::Export::default();
        export.note_workouts(BufReader::new(self.open(entry)?));
        export.note_records(BufReader::new(self.open(entry)?));
        let route = &mut |file: &str| self.bytes(self.find(&beside(&entry.name, file))?).ok();
        super::emit_health(path, export, route, emit);
        Ok(())
    }

    fn archive_inside(
        &mut self,
        entry: &Entry,
        path: &str,
        depth: usize,
        emit: Emit,
    ) -> Result<(), Unreadable> {
        let file = open(&self.metadata, &mut self.reader, entry)?;
        let (method, compressed, length) =
            (file.compression(), file.compressed_size(), file.size());
        let start = file.data_start();
        drop(file);
        match start {
            Some(start) if method == CompressionMethod::Deflated && length > HELD_MAX => {
                let length = length.min(self.budget.left());
                let mut source = Inflated::new(&mut self.reader, start, compressed, length)
                    .map_err(|error| budget::damaged(&error))?;
                unpack(path, &mut source, self.budget, depth + 1, emit)
            }
            _ => {
                let file = open(&self.metadata, &mut self.reader, entry)?;
                let mut source = io::Cursor::new(self.budget.read_all(file, ARCHIVE_MAX)?);
                unpack(path, &mut source, self.budget, depth + 1, emit)
            }
        }
    }

    fn find(&self, name: &str) -> Option<&'a Entry> {
        self.by_name.get(name).copied()
    }

    fn bytes(&mut self, entry: &Entry) -> Result<Vec<u8>, Unreadable> {
        let file = open(&self.metadata, &mut self.reader, entry)?;
        self.budget.read_all(file, budget::ORIGINAL_MAX)
    }

    fn open(&mut self, entry: &Entry) -> Result<impl Read, Unreadable> {
        let file = open(&self.metadata, &mut self.reader, entry)?;
        Ok(self.budget.meter(file))
    }
}

fn open<'r, R: Read + Seek>(
    metadata: &'r ZipArchiveMetadata,
    reader: &'r mut R,
    entry: &Entry,
) -> Result<ZipFile<'r, R>, Unreadable> {
    let found = metadata.entry(entry.index);
    found
        .and_then(|found| found.with_reader(reader, ZipReadOptions::new()))
        .map_err(|error| unopened(&error))
}

fn has_ending(entry: &Entry, ending: &str) -> bool {
    entry.name.to_lowercase().ends_with(ending)
}

/// The entry that a file in the archive names relative to itself.
fn beside(name: &str, file: &str) -> String {
    match name.rsplit_once('/') {
        Some((folder, _)) => format!("{folder}/{file}"),
        None => file.to_owned(),
    }
}

/// The list of what is in an archive stands at its end.
fn cut_off() -> Unreadable {
    Unreadable {
        what:
            "this archive is cut off or damaged: the list of what is in it, at its end, is missing"
                .to_owned(),
        remedy: "download it again and wait until it is whole, or copy it again".to_owned(),
    }
}

fn unopened(error: &dyn std::fmt::Display) -> Unreadable {
    Unreadable {
        what: format!("this part of the archive cannot be opened ({error})"),
        remedy: "ask for the export again, or unpack the archive by hand".to_owned(),
    }
}
