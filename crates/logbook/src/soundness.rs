//! Whether a logbook is sound: its structure, what its rows point at, every original against its
//! hash, and every word that was said. What is wrong is named, with what to do.

use crate::{
    ContentHash, Logbook, LogbookError, activities, error::is_corrupt, row::spelled, run_id,
};
use rusqlite::Connection;
use std::collections::HashSet;

/// So many flaws of one kind are named; a file that is broken through would name millions.
const NAMED_MAX: usize = 20;

/// Something that is wrong with a logbook. Reads as a sentence that ends with its remedy.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Flaw {
    /// SQLite finds its own structure broken.
    #[error(
        "the structure of the file is broken ({said}); bring back a backup: everymile restore FILE"
    )]
    Structure {
        /// What SQLite says.
        said: String,
    },
    /// Rows point at something that is gone.
    #[error(
        "a row of {table} points at something in {missing} that is gone; bring back a backup: everymile restore FILE"
    )]
    LostReference {
        /// The table of the row.
        table: String,
        /// The table it points into.
        missing: String,
    },
    /// The bytes of an original are not those that were kept.
    #[error(
        "the bytes of {original} have changed since they were kept; import that file again, which mends it, or bring back a backup: everymile restore FILE"
    )]
    DamagedOriginal {
        /// Where it was first seen.
        original: String,
        /// What its content should hash to.
        hash: ContentHash,
    },
    /// An original without any path.
    #[error(
        "nobody knows where the original {hash} was found; import its file again, which notes it"
    )]
    NeverSeen {
        /// The name of its content.
        hash: ContentHash,
    },
    /// An activity that does not bear the name of its original.
    #[error(
        "the activity {id} does not bear the name of its original; make everything again: everymile rebuild"
    )]
    Misnamed {
        /// Its name.
        id: String,
    },
    /// Something that was said cannot be read.
    #[error("{what} cannot be read ({said}); bring back a backup: everymile restore FILE")]
    Unreadable {
        /// What, as in "a check-in".
        what: &'static str,
        /// What stands in the way.
        said: String,
    },
}

impl Logbook {
    /// Everything that is wrong with the logbook; empty when it is sound. Every original is unpacked
    /// and hashed, so this takes a second for each few hundred runs.
    pub fn flaws(&self) -> Result<Vec<Flaw>, LogbookError> {
        let structure = self.broken_structure()?;
        if !structure.is_empty() {
            return Ok(structure);
        }
        let mut flaws = self.lost_references()?;
        flaws.extend(self.flaws_of_originals()?);
        flaws.extend(self.misnamed()?);
        flaws.extend(self.unreadable_words());
        Ok(flaws)
    }

    fn broken_structure(&self) -> Result<Vec<Flaw>, LogbookError> {
        let said = self.ask("check the structure", |db| {
            let mut check = db.prepare(&format!("PRAGMA integrity_check({NAMED_MAX})"))?;
            check.query_map((), |row| row.get(0))?.collect::<rusqlite::Result<Vec<String>>>()
        });
        let said = match said {
            Err(LogbookError::Database { source, .. }) if is_corrupt(&source) => {
                return Ok(vec![Flaw::Structure { said: source.to_string() }]);
            }
            said => said?,
        };
        let broken = said.into_iter().filter(|said| said != "ok");
        Ok(broken.map(|said| Flaw::Structure { said: telling_line(&said) }).collect())
    }

    fn lost_references(&self) -> Result<Vec<Flaw>, LogbookError> {
        self.ask("check what points where", |db| {
            let mut check = db.prepare("PRAGMA foreign_key_check")?;
            let lost = check.query_map((), |row| {
                Ok(Flaw::LostReference { table: row.get(0)?, missing: row.get(2)? })
            })?;
            lost.take(NAMED_MAX).collect()
        })
    }

    fn flaws_of_originals(&self) -> Result<Vec<Flaw>, LogbookError> {
        // What is set aside is kept, so that it is looked over as well.
        let seen: HashSet<ContentHash> = self.ask("list what was seen", |db| {
            db.prepare("SELECT DISTINCT original FROM sightings")?
                .query_map((), |row| spelled(row, "original"))?
                .collect()
        })?;
        let mut flaws = Vec::new();
        for hash in self.ask("list the originals", hashes)? {
            if !seen.contains(&hash) {
                flaws.push(Flaw::NeverSeen { hash });
                continue;
            }
            match self.bytes_of(hash) {
                Ok(_) => {}
                Err(LogbookError::Damaged { original, hash, .. }) => {
                    flaws.push(Flaw::DamagedOriginal { original, hash });
                }
                Err(other) => return Err(other),
            }
            if flaws.len() >= NAMED_MAX {
                break;
            }
        }
        Ok(flaws)
    }

    fn misnamed(&self) -> Result<Vec<Flaw>, LogbookError> {
        let activities = self.ask("list the activities", activities::all)?.into_iter();
        let misnamed = activities.filter(|it| it.id != run_id(it.original, it.leg));
        Ok(misnamed.take(NAMED_MAX).map(|it| Flaw::Misnamed { id: it.id.0 }).collect())
    }

    /// Whatever was said is read as every command reads it.
    fn unreadable_words(&self) -> Vec<Flaw> {
        let read = [
            ("a check-in", self.check_ins().err()),
            ("a correction", self.corrections().err()),
            ("something in the profile", self.profile_history().err()),
            ("a plan", self.plans().err()),
            ("a change of a plan", self.plan_changes().err()),
            ("a file that failed", self.failures().err()),
        ];
        let unreadable = read.into_iter().filter_map(|(what, error)| Some((what, error?)));
        unreadable.map(|(what, error)| Flaw::Unreadable { what, said: cause(&error) }).collect()
    }
}

fn hashes(db: &Connection) -> rusqlite::Result<Vec<ContentHash>> {
    let mut all = db.prepare("SELECT hash FROM originals ORDER BY hash")?;
    all.query_map((), |row| crate::row::spelled(row, "hash"))?.collect()
}

/// The first line that says what is wrong: SQLite goes on with whatever follows from it.
fn telling_line(said: &str) -> String {
    said.lines().find(|line| !line.starts_with("***")).unwrap_or(said).to_owned()
}

/// What stands in the way, without the file and the remedy around it.
fn cause(error: &LogbookError) -> String {
    match error {
        LogbookError::Database { source, .. } => source.to_string(),
        other => other.to_string(),
    }
}
