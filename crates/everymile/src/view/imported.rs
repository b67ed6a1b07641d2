//! What came of an import, file by file; and all imports there were.

use super::analysis::{Duplicate, Failed};
use crate::{
    analysis::Contents,
    import::{Import, whole_file_of},
    outcomes::Fate,
};
use logbook::ImportEntry;
use serde::Serialize;
use std::collections::HashMap;
use training::Date;
use utoipa::ToSchema;

/// So many of the files of an import are named.
const NAMED: usize = 3;

/// What came of an import.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Imported {
    /// The name of this shape.
    pub schema: &'static str,
    /// What came of every file, in the order they were read.
    pub files: Vec<FileImported>,
    /// How many runs are new.
    pub runs: usize,
    /// How many other activities are new.
    pub others: usize,
    /// How many days were told of.
    pub days: usize,
    /// New runs that were found twice.
    pub duplicates: Vec<Duplicate>,
    /// What was measured in another way than is compared, and is not used.
    pub unused: Vec<String>,
    /// How many runs the logbook holds now.
    pub holds: usize,
    /// The day of its first run.
    pub first: Option<Date>,
    /// The day of its last run.
    pub last: Option<Date>,
    /// How many of its runs are dated later than today.
    pub to_come: usize,
}

/// What came of one file or archive.
#[derive(Debug, Clone, Default, Serialize, ToSchema)]
pub struct FileImported {
    /// What it is called.
    pub file: String,
    /// How many new runs are in it.
    pub runs: usize,
    /// How many new activities of another kind.
    pub others: usize,
    /// How many days it tells of.
    pub days: usize,
    /// How many originals in it were known already.
    pub known: usize,
    /// How many were set aside and count again.
    pub count_again: usize,
    /// What in it could not be read.
    pub failed: Vec<Failed>,
}

/// The imports there were.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Imports {
    /// The name of this shape.
    pub schema: &'static str,
    /// Each of them, the latest first.
    pub imports: Vec<ImportTold>,
}

/// One import.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ImportTold {
    /// By this number it is undone in a terminal; the page says when it was.
    pub number: usize,
    /// When, in UTC.
    pub at: String,
    /// What some of the files were called.
    pub files: Vec<String>,
    /// How many files there were beside.
    pub more_files: usize,
    /// How many originals were kept.
    pub originals: usize,
    /// How many runs are in them.
    pub runs: usize,
    /// How many other activities.
    pub others: usize,
    /// How many days they tell of.
    pub days: usize,
    /// How many of the originals are set aside.
    pub set_aside: usize,
}

impl Imported {
    /// What came of an import, and what the logbook holds then.
    pub fn new(import: &Import, holds: &Contents) -> Self {
        let mut files: Vec<FileImported> = Vec::new();
        let mut places: HashMap<&str, usize> = HashMap::new();
        for (path, fate) in import.files.iter() {
            let name = whole_file_of(path);
            let place = *places.entry(name).or_insert_with(|| {
                files.push(FileImported { file: name.to_owned(), ..FileImported::default() });
                files.len() - 1
            });
            files[place].take(path, fate);
        }
        Self {
            schema: "everymile.imported/1",
            files,
            runs: import.runs,
            others: import.others,
            days: import.days.len(),
            duplicates: import.found_twice(holds).into_iter().map(Duplicate::from).collect(),
            unused: import.unused.keys().cloned().collect(),
            holds: holds.runs.count,
            first: holds.runs.ends.map(|(first, _)| first),
            last: holds.runs.ends.map(|(_, last)| last),
            to_come: holds.to_come.count,
        }
    }
}

impl FileImported {
    fn take(&mut self, path: &str, fate: &Fate) {
        match fate {
            Fate::New { runs, others, days } => {
                self.runs += runs;
                self.others += others;
                self.days += days;
            }
            Fate::Known => self.known += 1,
            Fate::CountsAgain => self.count_again += 1,
            Fate::Failed(error) => {
                self.failed.push(Failed { file: path.to_owned(), error: error.clone() });
            }
        }
    }
}

impl Imports {
    /// The imports of a logbook.
    pub fn new(imports: &[ImportEntry]) -> Self {
        let imports = imports.iter().rev().map(ImportTold::new).collect();
        Self { schema: "everymile.imports/1", imports }
    }
}

impl ImportTold {
    fn new(import: &ImportEntry) -> Self {
        let mut files: Vec<&str> =
            import.originals.iter().map(|original| whole_file_of(&original.path)).collect();
        files.sort_unstable();
        files.dedup();
        Self {
            number: import.number,
            at: import.at.to_string(),
            more_files: files.len().saturating_sub(NAMED),
            files: files.into_iter().take(NAMED).map(str::to_owned).collect(),
            originals: import.originals.len(),
            runs: import.runs,
            others: import.others,
            days: import.days,
            set_aside: import.set_aside,
        }
    }
}
