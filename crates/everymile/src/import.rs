//! Into the logbook: every original once, each whole or not at all, the rest going on when one
//! fails. May be killed at any moment and run again.

use crate::{
    analysis::{Contents, Duplicate, Failed, Remembered, read, remember},
    batches::in_batches,
    clock,
    progress::Progress,
    seen::Seen,
    sources::{self, Found, Source, Step},
};
use jiff::Timestamp;
use logbook::{ActivityKind, ContentHash, Kept, Logbook, LogbookError, Original, SaidBy};
use std::collections::{BTreeMap, BTreeSet, HashSet};
use training::{CheckIn, Date, Oddity, OddityKind};

/// What came of an import.
#[derive(Debug, Default)]
pub struct Import {
    /// What became of every file, in the order of finding.
    pub files: Vec<Outcome>,
    /// The places of the files that hold something which could not be read.
    failed_in: BTreeSet<usize>,
    /// The paths of the originals in each file that was read whole, by its place.
    read_whole: BTreeMap<usize, Vec<String>>,
}

/// What became of one file.
#[derive(Debug)]
pub struct Outcome {
    /// The path as found.
    pub file: String,
    /// What became of it.
    pub fate: Fate,
}

/// What became of a file.
#[derive(Debug)]
pub enum Fate {
    /// It was read: so many runs, so many other activities, so many days.
    New {
        /// How many runs.
        runs: usize,
        /// How many other activities.
        others: usize,
        /// The days it tells of.
        days: Vec<Date>,
        /// What was measured in another way than is compared, and is not used.
        unused: Vec<String>,
    },
    /// The same bytes are in the logbook already.
    Known,
    /// The same bytes are in the logbook; they were set aside, and count again.
    CountsAgain,
    /// It could not be read.
    Failed(String),
}

/// The file that holds an original: for a row of a table or a part of a listing the table, for
/// anything in an archive the file in it.
pub fn file_of(path: &str) -> &str {
    match path.rsplit_once("!/") {
        Some((file, _)) if !file.to_lowercase().ends_with(".zip") => file,
        _ => path,
    }
}

/// The file that was named, or handed in: of anything in archives the outermost.
pub fn whole_file_of(path: &str) -> &str {
    path.split_once("!/").map_or(path, |(file, _)| file)
}

/// An original ready to be kept, or why it cannot be; with the place of its file in the list.
type Prepared = (usize, String, Result<Ready, String>);

/// An original ready to be kept, and what it holds.
struct Ready {
    original: Original,
    activities: Vec<Remembered>,
    check_ins: Vec<CheckIn>,
    /// What was measured in another way than is compared, and is not used.
    unused: Vec<String>,
}

/// Keeps everything in `files`. Those that were read before and have not changed are not opened.
pub fn import(book: &Logbook, files: &[Source]) -> Result<Import, LogbookError> {
    let mut seen = Seen::recall(book)?;
    let mut import = import_unseen(book, files, &seen)?;
    let read = std::mem::take(&mut import.read_whole);
    if !read.is_empty() {
        for (place, originals) in read {
            seen.note(&files[place], originals);
        }
        seen.remember(book)?;
    }
    Ok(import)
}

/// Imports the files that were not seen before.
fn import_unseen(book: &Logbook, files: &[Source], seen: &Seen) -> Result<Import, LogbookError> {
    let at = clock::now();
    let progress = Progress::of_bytes("reading", sources::size(files));
    let mut import = Import::default();
    let is_new = |place: usize| seen.originals(&files[place]).is_none();
    let aside = book.set_aside()?;
    let mut known: Vec<Outcome> = Vec::new();
    let mut read: BTreeMap<usize, Vec<String>> = BTreeMap::new();
    let mut outcome = Ok(());
    let keep = |prepared: Vec<Prepared>| {
        if outcome.is_ok() {
            outcome = import.keep(book, prepared, at);
            progress.say(format!("{} runs", import.runs()));
        }
    };
    let mut place = 0;
    let mut walk = |step, add: &mut dyn FnMut((usize, Found), usize)| match step {
        Step::Opened(opened) => {
            place = opened;
            read.insert(place, Vec::new());
        }
        Step::Read(bytes) => progress.advance(bytes),
        Step::Found(found) => {
            read.entry(place).or_default().push(found.path.clone());
            if let Ok(Some(hash)) = see_again(book, &found, at) {
                let fate = if aside.contains(&hash) { Fate::CountsAgain } else { Fate::Known };
                known.push(Outcome { file: found.path, fate });
                return;
            }
            let size = found.original.as_ref().map_or(0, |original| original.bytes.len());
            add((place, found), size);
        }
    };
    in_batches(prepare, keep, |add| {
        sources::each_wanted(files, &is_new, &mut |step| walk(step, add));
    });
    progress.finish();
    outcome?;
    read.retain(|place, _| !import.failed_in.contains(place));
    import.read_whole = read;
    let unchanged = files.iter().filter_map(|source| seen.originals(source)).flatten().cloned();
    let unchanged = unchanged.map(|file| Outcome { file, fate: Fate::Known });
    import.files.extend(known.into_iter().chain(unchanged));
    Ok(import)
}

impl Import {
    /// How many runs are new.
    pub fn runs(&self) -> usize {
        let runs = |outcome: &Outcome| match outcome.fate {
            Fate::New { runs, .. } => runs,
            _ => 0,
        };
        self.files.iter().map(runs).sum()
    }

    /// How many other activities are new.
    pub fn others(&self) -> usize {
        let others = |outcome: &Outcome| match outcome.fate {
            Fate::New { others, .. } => others,
            _ => 0,
        };
        self.files.iter().map(others).sum()
    }

    /// How many days were told of; several files may tell of one.
    pub fn days(&self) -> usize {
        let days = self.files.iter().filter_map(|outcome| match &outcome.fate {
            Fate::New { days, .. } => Some(days),
            _ => None,
        });
        days.flatten().collect::<BTreeSet<_>>().len()
    }

    /// What is not used because it was measured in another way, each with the number of originals
    /// in which it was seen.
    pub fn unused(&self) -> BTreeMap<&str, usize> {
        let mut seen = BTreeMap::new();
        for outcome in &self.files {
            if let Fate::New { unused, .. } = &outcome.fate {
                for message in unused {
                    *seen.entry(message.as_str()).or_default() += 1;
                }
            }
        }
        seen
    }

    /// The copies among what is new.
    pub fn found_twice<'a>(&self, holds: &'a Contents) -> Vec<Duplicate<'a>> {
        let is_new = |outcome: &&Outcome| matches!(outcome.fate, Fate::New { .. });
        let new = self.files.iter().filter(is_new).map(|outcome| outcome.file.as_str());
        let new: HashSet<&str> = new.collect();
        let copies = holds.duplicates().into_iter();
        copies.filter(|copy| new.contains(copy.file) || new.contains(copy.of)).collect()
    }

    /// The files that could not be read.
    pub fn failed(&self) -> impl Iterator<Item = Failed> {
        self.files.iter().filter_map(|outcome| match &outcome.fate {
            Fate::Failed(error) => {
                Some(Failed { file: outcome.file.clone(), error: error.clone() })
            }
            _ => None,
        })
    }

    /// Writes a batch at once; each original in it is whole or not there.
    fn keep(
        &mut self,
        book: &Logbook,
        prepared: Vec<Prepared>,
        at: Timestamp,
    ) -> Result<(), LogbookError> {
        let batch = book.begin()?;
        for (place, file, ready) in prepared {
            let fate = match ready {
                Ok(ready) => keep(book, ready, at)?,
                Err(error) => {
                    book.note_failure(&file, &error, at)?;
                    self.failed_in.insert(place);
                    Fate::Failed(error)
                }
            };
            self.files.push(Outcome { file, fate });
        }
        batch.commit()
    }
}

/// Notes that known content was found again, and says which; `None` where it is not known.
fn see_again(
    book: &Logbook,
    found: &Found,
    at: Timestamp,
) -> Result<Option<ContentHash>, LogbookError> {
    let Ok(original) = &found.original else { return Ok(None) };
    let hash = ContentHash::of(&original.bytes);
    let is_known = book.see_again(hash, &found.path, &original.declaration, at)?;
    Ok(is_known.then_some(hash))
}

fn prepare((place, found): (usize, Found)) -> Prepared {
    let ready = found.original.and_then(|original| {
        let read = read(&original.bytes, original.declaration)?;
        let of_another_kind = |oddity: &&Oddity| oddity.kind == OddityKind::OtherMeasure;
        let unused = read.oddities.iter().filter(of_another_kind);
        Ok(Ready {
            activities: read.activities.iter().map(Remembered::from).collect(),
            check_ins: read.check_ins,
            unused: unused.map(|oddity| oddity.message.clone()).collect(),
            original: Original::pack(original.path, &original.bytes, read.declaration),
        })
    });
    (place, found.path, ready.map_err(|unreadable| unreadable.to_string()))
}

fn keep(book: &Logbook, ready: Ready, at: Timestamp) -> Result<Fate, LogbookError> {
    let Ready { original, activities, check_ins, unused } = ready;
    let kinds: Vec<ActivityKind> = activities.iter().map(|activity| activity.kind).collect();
    let kept = book.keep(&original, &kinds, at)?;
    remember(book, original.hash(), &activities)?;
    if kept == Kept::New {
        for told in &check_ins {
            book.check_in(told, SaidBy::Original(original.hash()), at)?;
        }
    }
    let runs = kinds.iter().filter(|kind| **kind == ActivityKind::Run).count();
    let days = check_ins.iter().map(|told| told.date).collect();
    Ok(Fate::New { runs, others: kinds.len() - runs, days, unused })
}

#[cfg(test)]
mod tests {
    use super::file_of;

    #[test]
    fn a_row_belongs_to_its_table_and_a_file_in_an_archive_to_itself() {
        assert_eq!(file_of("days.csv!/2"), "days.csv");
        assert_eq!(file_of("all.zip!/activities/1.fit.gz"), "all.zip!/activities/1.fit.gz");
        assert_eq!(file_of("all.zip!/activities.csv!/3"), "all.zip!/activities.csv");
        assert_eq!(file_of("runs/1.fit"), "runs/1.fit");
    }
}
