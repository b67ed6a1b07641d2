//! What a runner means to forget: the originals of a run with all its copies, or all of a day. And
//! the proof that it is gone: the bytes it was known by, looked for in the files of the logbook.
#![allow(clippy::disallowed_methods, reason = "the front door reads files")]

use crate::{
    analysis::{self, History, others_on},
    clock,
    duplicates::Outline,
    failure::Failure,
    find::find_one,
    place::{LOGBOOK_FILES, beside},
};
use logbook::{ContentHash, Logbook, LogbookError, OriginalEntry, SaidBy, Traces};
use std::{
    collections::{BTreeSet, HashMap},
    fs::File,
    io::{self, Read},
    path::{Path, PathBuf},
};
use training::{Date, Declaration, NamedRun, RunId};
use watch::Activity;

/// What is to be forgotten.
#[derive(Debug, Default)]
pub struct ToForget<'a> {
    /// The runs, oldest first.
    pub runs: Vec<&'a NamedRun>,
    /// How many other activities.
    pub others: usize,
    /// Everything they are kept in, copies included.
    pub originals: Vec<OriginalEntry>,
    /// How many of the originals are set aside.
    pub set_aside: usize,
    /// How many activities of other days lie in the same originals.
    pub beside: usize,
    /// The day, where all of it is meant, and how many times something was said of it.
    pub day: Option<(Date, usize)>,
}

impl<'a> ToForget<'a> {
    /// What a word means: `last`, a day, or the first letters of a run's name.
    pub fn meant(book: &Logbook, history: &'a History, which: &str) -> Result<Self, Failure> {
        let mut meant = if let Ok(day) = which.parse::<Date>() {
            Self::of_day(book, history, day)?
        } else {
            let run = find_one(history, clock::last_possible_day(), which)?;
            let hashes = originals_of(book, &history.copies_of(&run.id))?;
            Self { runs: vec![run], originals: entries(book, hashes)?, ..Self::default() }
        };
        meant.beside = meant.activities_beside(book)?;
        meant.add_set_aside(book)?;
        match meant.day {
            Some((day, 0)) if meant.originals.is_empty() => Err(Failure::new(
                format!("nothing is known of {day}"),
                "there is nothing to forget; check the date",
            )),
            _ => Ok(meant),
        }
    }

    /// What was set aside may hold the same run, or something of the same day; nothing of it is
    /// remembered, so it is read again.
    fn add_set_aside(&mut self, book: &Logbook) -> Result<(), Failure> {
        let outlines = analysis::outlines_of(book, &self.runs)?;
        let day = self.day.map(|(day, _)| day);
        for hash in book.set_aside()? {
            let Ok(held) = analysis::read(&book.bytes_of(hash)?, Declaration::default()) else {
                continue;
            };
            let is_meant = |activity: &&Activity| match activity {
                Activity::Other(other) => Some(other.start.date()) == day,
                Activity::Run(run) => {
                    let copy = Outline::of(run);
                    Some(run.start.date()) == day
                        || outlines.iter().any(|it| copy.is_of_the_run(it))
                }
            };
            let found = held.activities.iter().filter(is_meant).count();
            if found > 0 || held.check_ins.iter().any(|told| Some(told.date) == day) {
                self.originals.push(book.original(hash)?);
                self.set_aside += 1;
                self.beside += held.activities.len() - found;
            }
        }
        Ok(())
    }

    fn of_day(book: &Logbook, history: &'a History, day: Date) -> Result<Self, Failure> {
        let all = history.runs.iter().chain(&history.to_come);
        let runs: Vec<&NamedRun> = all.filter(|run| run.date() == day).collect();
        let copies = runs.iter().flat_map(|run| history.copies_of(&run.id));
        let others = others_on(book, day)?;
        let ids: Vec<&RunId> = copies.chain(&others).collect();
        let mut hashes = originals_of(book, &ids)?;
        let said = book.check_in_history(day)?;
        hashes.extend(said.iter().filter_map(|entry| match entry.by {
            SaidBy::Original(hash) => Some(hash),
            SaidBy::Runner => None,
        }));
        let (others, day) = (others.len(), Some((day, said.len())));
        Ok(Self { runs, others, originals: entries(book, hashes)?, day, ..Self::default() })
    }

    /// The hashes of the originals.
    pub fn hashes(&self) -> Vec<ContentHash> {
        self.originals.iter().map(|it| it.hash).collect()
    }

    /// The days of which all is forgotten.
    pub fn days(&self) -> Vec<Date> {
        self.day.iter().map(|(day, _)| *day).collect()
    }

    /// A file may hold several activities: all of it goes.
    fn activities_beside(&self, book: &Logbook) -> Result<usize, LogbookError> {
        let hashes: BTreeSet<String> = self.hashes().iter().map(ToString::to_string).collect();
        let all = book.activities()?.into_iter();
        let inside = all.filter(|it| hashes.contains(&it.original.to_string())).count();
        Ok(inside.saturating_sub(self.originals.len().max(self.runs.len() + self.others)))
    }
}

fn originals_of(book: &Logbook, ids: &[&RunId]) -> Result<Vec<ContentHash>, LogbookError> {
    ids.iter().map(|id| Ok(book.activity(id)?.original)).collect()
}

fn entries(book: &Logbook, hashes: Vec<ContentHash>) -> Result<Vec<OriginalEntry>, LogbookError> {
    let mut seen = BTreeSet::new();
    let new = hashes.into_iter().filter(|hash| seen.insert(hash.to_string()));
    new.map(|hash| book.original(hash)).collect()
}

/// The files of a logbook that are there.
pub fn files(logbook: &Path) -> Vec<PathBuf> {
    let files = LOGBOOK_FILES.map(|ending| beside(logbook, ending));
    files.into_iter().filter(|file| file.exists()).collect()
}

/// How many traces are still found in a logbook's files, and not in anything that is still kept there:
/// two files of one watch may share a piece.
pub fn traces_left(book: &Logbook, traces: &Traces) -> Result<usize, Failure> {
    let mut left = 0;
    for file in files(book.path()) {
        let found = found_in(&file, traces).map_err(|error| {
            let what = format!("{} could not be searched: {error}", file.display());
            Failure::new(what, "what was to be forgotten is deleted; try again to see the proof")
        })?;
        for trace in found {
            left += usize::from(!book.holds_bytes(trace)?);
        }
    }
    Ok(left)
}

/// The traces that a file holds; read in pieces that overlap by the longest of them.
fn found_in<'a>(file: &Path, traces: &'a Traces) -> io::Result<Vec<&'a [u8]>> {
    const KEY: usize = 8;
    const PIECE: usize = 1 << 20;
    let mut by_start: HashMap<&[u8], Vec<&[u8]>> = HashMap::new();
    for trace in traces.iter().filter(|trace| trace.len() >= KEY) {
        by_start.entry(&trace[..KEY]).or_default().push(trace);
    }
    let overlap = traces.iter().map(Vec::len).max().unwrap_or_default();
    let (mut file, mut window, mut found) = (File::open(file)?, Vec::new(), BTreeSet::new());
    loop {
        let read = (&mut file).take(PIECE as u64).read_to_end(&mut window)?;
        for (at, start) in window.windows(KEY).enumerate() {
            let Some(candidates) = by_start.get(start) else { continue };
            found.extend(candidates.iter().filter(|trace| window[at..].starts_with(trace)));
        }
        if read == 0 {
            return Ok(found.into_iter().copied().collect());
        }
        window.drain(..window.len().saturating_sub(overlap));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_trace_is_found_wherever_it_lies_and_only_then() {
        let file = std::env::temp_dir().join(format!("everymile-traces-{}", std::process::id()));
        let mut bytes = vec![0_u8; 3 << 20];
        let across = (1 << 20) - 5;
        bytes[across..across + 12].copy_from_slice(b"across a cut");
        let end = bytes.len() - 10;
        bytes[end..].copy_from_slice(b"at the end");
        std::fs::write(&file, bytes).unwrap();
        let traces: Traces =
            ["across a cut", "at the end", "not there"].map(|it| it.as_bytes().to_vec()).into();
        let found = found_in(&file, &traces).unwrap();
        std::fs::remove_file(&file).unwrap();
        assert_eq!(found, [b"across a cut".as_slice(), b"at the end"]);
    }
}
