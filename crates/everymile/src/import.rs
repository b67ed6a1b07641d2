//! Into the logbook: every original once, each whole or not at all, the rest going on when one
//! fails. May be killed at any moment and run again.

use crate::{
    analysis::{Contents, Duplicate, Failed, Remembered, read, remember},
    batches::in_batches,
    clock,
    outcomes::{Fate, Outcomes},
    progress::Progress,
    seen::{self, Seen},
    sources::{self, Found, Sources, Step},
};
use jiff::Timestamp;
use logbook::{ActivityKind, ContentHash, Kept, Logbook, LogbookError, Original, SaidBy};
use std::collections::{BTreeMap, BTreeSet, HashSet};
use training::{CheckIn, Date, Oddity, OddityKind};
use watch::Unreadable;

/// What came of an import.
#[derive(Debug, Default)]
pub struct Import {
    /// What became of every file, in the order of finding.
    pub files: Outcomes,
    /// How many runs are new.
    pub runs: usize,
    /// How many other activities are new.
    pub others: usize,
    /// The days that were told of.
    pub days: BTreeSet<Date>,
    /// What is not used because it was measured in another way, each with the number of originals in
    /// which it was seen.
    pub unused: BTreeMap<String, usize>,
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

/// What was found, with its hash.
type Hashed = Result<(ContentHash, watch::Original), Unreadable>;

/// What was found at a path in the file at a place of the list.
type Piece = (usize, String, Hashed);

/// The same ready to be kept, or why it cannot be.
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
pub fn import(book: &Logbook, files: &Sources) -> Result<Import, LogbookError> {
    let remembered = Seen::recall(book)?;
    let mut seen = Seen::of(&remembered);
    let is_new: Vec<bool> = files.iter().map(|source| !seen.is_as_it_was(&source)).collect();
    let mut import = import_new(book, files, &is_new)?;
    import.tell_unchanged(files, &seen);
    let read_whole = import.read_whole(files, &is_new);
    if !read_whole.is_empty() {
        seen.add(read_whole);
        seen.remember(book)?;
    }
    Ok(import)
}

/// Imports the files that are new, or not as they were.
fn import_new(book: &Logbook, files: &Sources, is_new: &[bool]) -> Result<Import, LogbookError> {
    let at = clock::now();
    let progress = Progress::of_bytes("reading", files.size());
    let mut import = Import { files: Outcomes::of(files.names()), ..Import::default() };
    let aside = book.set_aside()?;
    let mut known = Vec::new();
    let mut outcome = Ok(());
    let keep = |prepared: Vec<Prepared>| {
        if outcome.is_ok() {
            outcome = import.keep(book, prepared, at);
            progress.say(format!("{} runs", import.runs));
        }
    };
    let mut place = 0;
    let mut walk = |step, add: &mut dyn FnMut(Piece, usize)| match step {
        Step::Opened(opened) => place = opened,
        Step::Read(bytes) => progress.advance(bytes),
        Step::Found(Found { path, original }) => {
            let original = original.map(|it| (ContentHash::of(&it.bytes), it));
            let is_known = see_again(book, &path, &original, at);
            match original {
                Ok((hash, _)) if is_known => {
                    let fate = if aside.contains(&hash) { Fate::CountsAgain } else { Fate::Known };
                    known.push((path, place, fate));
                }
                original => {
                    let size = original.as_ref().map_or(0, |(_, it)| it.bytes.len());
                    add((place, path, original), size);
                }
            }
        }
    };
    in_batches(prepare, keep, |add| {
        sources::each_wanted(files, &|place| is_new[place], &mut |step| walk(step, add));
    });
    progress.finish();
    outcome?;
    for (path, place, fate) in known {
        import.files.push(&path, place, fate);
    }
    Ok(import)
}

/// Notes that content was found again; whether it was known. A file that holds what cannot be asked for
/// is read.
fn see_again(book: &Logbook, path: &str, original: &Hashed, at: Timestamp) -> bool {
    let Ok((hash, original)) = original else { return false };
    book.see_again(*hash, path, &original.declaration, at).unwrap_or(false)
}

impl Import {
    /// The copies among what is new.
    pub fn found_twice<'c>(&self, holds: &'c Contents) -> Vec<Duplicate<'c>> {
        let mut copies = holds.duplicates();
        if copies.is_empty() {
            return copies;
        }
        let new = self.files.iter().filter(|(_, fate)| matches!(fate, Fate::New { .. }));
        let new: HashSet<&str> = new.map(|(path, _)| path).collect();
        copies.retain(|copy| new.contains(copy.file) || new.contains(copy.of));
        copies
    }

    /// The files that could not be read.
    pub fn failed(&self) -> impl Iterator<Item = Failed> {
        self.files.iter().filter_map(|(path, fate)| match fate {
            Fate::Failed(error) => Some(Failed { file: path.to_owned(), error: error.clone() }),
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
        for (place, path, ready) in prepared {
            let fate = match ready {
                Ok(ready) => self.keep_original(book, ready, at)?,
                Err(error) => {
                    book.note_failure(&path, &error, at)?;
                    Fate::Failed(error)
                }
            };
            self.files.push(&path, place, fate);
        }
        batch.commit()
    }

    fn keep_original(
        &mut self,
        book: &Logbook,
        ready: Ready,
        at: Timestamp,
    ) -> Result<Fate, LogbookError> {
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
        let (others, days) = (kinds.len() - runs, check_ins.len());
        self.runs += runs;
        self.others += others;
        self.days.extend(check_ins.iter().map(|told| told.date));
        for message in unused {
            *self.unused.entry(message).or_default() += 1;
        }
        Ok(Fate::New { runs, others, days })
    }

    /// What is in files that are as they were is known.
    fn tell_unchanged(&mut self, files: &Sources, seen: &Seen<'_>) {
        for (place, source) in files.iter().enumerate() {
            for path in seen.originals(&source) {
                self.files.push(&path, place, Fate::Known);
            }
        }
    }

    /// The files that were opened and read whole, with what was found in them.
    fn read_whole<'a>(&self, files: &'a Sources, is_new: &[bool]) -> Vec<seen::File<'a>> {
        let mut whole = Vec::new();
        for (place, inside) in self.files.by_place().enumerate() {
            let is_whole = !inside.iter().any(|(_, fate)| matches!(fate, Fate::Failed(_)));
            if is_new[place] && is_whole {
                let paths: Vec<&str> = inside.iter().map(|(path, _)| *path).collect();
                whole.extend(seen::File::of(&files.at(place), &paths));
            }
        }
        whole
    }
}

fn prepare((place, path, original): Piece) -> Prepared {
    let ready = original.and_then(|(hash, original)| {
        let read = read(&original.bytes, original.declaration)?;
        let of_another_kind = |oddity: &&Oddity| oddity.kind == OddityKind::OtherMeasure;
        let unused = read.oddities.iter().filter(of_another_kind);
        Ok(Ready {
            activities: read.activities.iter().map(Remembered::from).collect(),
            check_ins: read.check_ins,
            unused: unused.map(|oddity| oddity.message.clone()).collect(),
            original: Original::pack_hashed(hash, original.path, &original.bytes, read.declaration),
        })
    });
    (place, path, ready.map_err(|unreadable| unreadable.to_string()))
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
