//! Imports: what was kept at one moment belongs together, and may be set aside together. What is set
//! aside is kept and does not count; it counts again when the runner says so or imports it again.

use crate::{ActivityKind, ContentHash, Logbook, LogbookError, OriginalEntry, row::spelled};
use jiff::Timestamp;
use rusqlite::Connection;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use training::Date;

/// What was kept at one moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportEntry {
    /// Its place among all imports, from 1, the first one first.
    pub number: usize,
    /// When.
    pub at: Timestamp,
    /// What was kept, in the order of the hashes.
    pub originals: Vec<OriginalEntry>,
    /// How many runs are in it.
    pub runs: usize,
    /// How many other activities.
    pub others: usize,
    /// How many days it tells of.
    pub days: usize,
    /// How many of the originals are set aside.
    pub set_aside: usize,
}

impl Logbook {
    /// Every import that kept anything, the first one first.
    pub fn imports(&self) -> Result<Vec<ImportEntry>, LogbookError> {
        self.reading(|| {
            let mut together = BTreeMap::<Timestamp, Vec<OriginalEntry>>::new();
            for original in self.originals()? {
                together.entry(original.imported_at).or_default().push(original);
            }
            let (kinds, days, aside) = (self.kinds()?, self.days_told()?, self.set_aside()?);
            let entry = |(number, (at, originals)): (usize, (Timestamp, Vec<OriginalEntry>))| {
                let hashes = || originals.iter().map(|original| original.hash);
                let found = || hashes().filter_map(|hash| kinds.get(&hash)).flatten();
                let told = hashes().filter_map(|hash| days.get(&hash)).flatten();
                let runs = found().filter(|kind| **kind == ActivityKind::Run).count();
                ImportEntry {
                    number,
                    at,
                    runs,
                    others: found().count() - runs,
                    days: told.collect::<BTreeSet<_>>().len(),
                    set_aside: hashes().filter(|hash| aside.contains(hash)).count(),
                    originals,
                }
            };
            Ok((1..).zip(together).map(entry).collect())
        })
    }

    /// The originals that are set aside now.
    pub fn set_aside(&self) -> Result<HashSet<ContentHash>, LogbookError> {
        self.ask("list what is set aside", |db| {
            db.prepare_cached("SELECT original FROM aside")?
                .query_map((), |row| spelled(row, "original"))?
                .collect()
        })
    }

    /// Sets originals aside, or lets them count again: all of them or, when that fails, none.
    pub fn put_aside(
        &self,
        originals: &[ContentHash],
        is_aside: bool,
        at: Timestamp,
    ) -> Result<(), LogbookError> {
        self.atomically("set originals aside", |db| {
            originals.iter().try_for_each(|hash| say(db, *hash, is_aside, at))
        })
    }

    fn kinds(&self) -> Result<HashMap<ContentHash, Vec<ActivityKind>>, LogbookError> {
        let rows = self.ask("list the activities", |db| {
            db.prepare_cached("SELECT original, kind FROM activities")?
                .query_map((), |row| Ok((spelled(row, "original")?, spelled(row, "kind")?)))?
                .collect::<rusqlite::Result<Vec<_>>>()
        })?;
        Ok(by_original(rows))
    }

    fn days_told(&self) -> Result<HashMap<ContentHash, Vec<Date>>, LogbookError> {
        let rows = self.ask("list the days that were told of", |db| {
            db.prepare_cached("SELECT original, date FROM check_ins WHERE original IS NOT NULL")?
                .query_map((), |row| Ok((spelled(row, "original")?, spelled(row, "date")?)))?
                .collect::<rusqlite::Result<Vec<_>>>()
        })?;
        Ok(by_original(rows))
    }
}

/// Says of one original whether it is set aside, unless that is so already.
pub(crate) fn say(
    db: &Connection,
    hash: ContentHash,
    is_aside: bool,
    at: Timestamp,
) -> rusqlite::Result<()> {
    db.prepare_cached(
        "INSERT INTO set_asides (original, is_aside, said_at) SELECT ?1, ?2, ?3
         WHERE EXISTS (SELECT 1 FROM aside WHERE original = ?1) IS NOT ?2",
    )?
    .execute((hash.to_string(), is_aside, at.to_string()))?;
    Ok(())
}

fn by_original<Told>(rows: Vec<(ContentHash, Told)>) -> HashMap<ContentHash, Vec<Told>> {
    let mut grouped = HashMap::<ContentHash, Vec<Told>>::new();
    for (original, told) in rows {
        grouped.entry(original).or_default().push(told);
    }
    grouped
}
