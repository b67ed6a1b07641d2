//! The activities that were found in the originals, and their names. What they were like is read
//! from the bytes again whenever it is asked.

use crate::{ContentHash, Logbook, LogbookError, derived, row::spelled};
use rusqlite::{Connection, OptionalExtension, Row};
use std::{fmt, str::FromStr};
use training::RunId;

/// How many letters of the content hash name an activity.
const NAME_LETTERS: usize = 12;

/// Whether an activity is a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ActivityKind {
    /// A run.
    Run,
    /// Cross-training.
    Other,
}

/// One activity in the logbook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Activity {
    /// Its name, the same on every machine that imports the same file.
    pub id: RunId,
    /// The original it is in.
    pub original: ContentHash,
    /// Its place in the original, from 1.
    pub leg: u32,
    /// Whether it is a run.
    pub kind: ActivityKind,
}

/// The name of the activity at place `leg` (from 1) in an original: the first letters of the hash,
/// with `-2`, `-3` … for further activities.
pub fn run_id(original: ContentHash, leg: u32) -> RunId {
    let mut name = original.to_string();
    name.truncate(NAME_LETTERS);
    RunId(if leg == 1 { name } else { format!("{name}-{leg}") })
}

impl Logbook {
    /// Every activity that is not set aside, in the order of its name: the same whatever order the files
    /// came in.
    pub fn activities(&self) -> Result<Vec<Activity>, LogbookError> {
        self.ask("list the activities", |db| {
            let mut list = db.prepare_cached(
                "SELECT * FROM activities WHERE original NOT IN aside ORDER BY original, leg",
            )?;
            list.query_map((), activity)?.collect()
        })
    }

    /// The activity with this name.
    pub fn activity(&self, id: &RunId) -> Result<Activity, LogbookError> {
        let found = self.ask("find an activity", |db| {
            let mut one = db.prepare_cached("SELECT * FROM activities WHERE id = ?1")?;
            one.query_row([&id.0], activity).optional()
        })?;
        found.ok_or_else(|| LogbookError::NoSuchActivity {
            path: self.path.clone(),
            id: id.0.clone(),
        })
    }

    /// Notes what a better reader found in an original that is already held, and forgets what was
    /// inferred from the reading before. Corrections stay, also those of activities that are no
    /// longer found.
    pub fn reread(
        &self,
        original: ContentHash,
        activities: &[ActivityKind],
    ) -> Result<(), LogbookError> {
        self.atomically("note the activities of an original", |db| {
            let hash = original.to_string();
            derived::forget_of(db, original)?;
            db.prepare_cached("DELETE FROM activities WHERE original = ?1")?.execute([&hash])?;
            insert(db, original, activities)
        })
    }
}

/// Every activity, also of what is set aside.
pub(crate) fn all(db: &Connection) -> rusqlite::Result<Vec<Activity>> {
    let mut list = db.prepare("SELECT * FROM activities ORDER BY original, leg")?;
    list.query_map((), activity)?.collect()
}

pub(crate) fn insert(
    db: &Connection,
    original: ContentHash,
    kinds: &[ActivityKind],
) -> rusqlite::Result<()> {
    let mut insert = db.prepare_cached(
        "INSERT INTO activities (id, original, leg, kind) VALUES (?1, ?2, ?3, ?4)",
    )?;
    for (leg, kind) in (1..).zip(kinds) {
        insert.execute((run_id(original, leg).0, original.to_string(), leg, kind.to_string()))?;
    }
    Ok(())
}

pub(crate) fn activity(row: &Row<'_>) -> rusqlite::Result<Activity> {
    Ok(Activity {
        id: RunId(row.get("id")?),
        original: spelled(row, "original")?,
        leg: row.get("leg")?,
        kind: spelled(row, "kind")?,
    })
}

impl fmt::Display for ActivityKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Run => "run",
            Self::Other => "other",
        })
    }
}

/// A word that is no kind of activity.
#[derive(Debug, thiserror::Error)]
#[error("'{0}' is neither 'run' nor 'other'")]
pub struct UnknownKind(String);

impl FromStr for ActivityKind {
    type Err = UnknownKind;

    fn from_str(word: &str) -> Result<Self, Self::Err> {
        match word {
            "run" => Ok(Self::Run),
            "other" => Ok(Self::Other),
            _ => Err(UnknownKind(word.to_owned())),
        }
    }
}
