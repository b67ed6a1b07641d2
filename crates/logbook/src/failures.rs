//! What could not be read, and why, until it is read after all.

use crate::{Logbook, LogbookError, row::spelled};
use jiff::Timestamp;

/// A file that could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// The path as found.
    pub path: String,
    /// What was wrong with it, and the remedy.
    pub error: String,
    /// When it last failed.
    pub failed_at: Timestamp,
}

impl Logbook {
    /// Notes that a file could not be read; keeping an original from the same path settles it.
    pub fn note_failure(&self, path: &str, error: &str, at: Timestamp) -> Result<(), LogbookError> {
        self.ask("note a failure", |db| {
            db.prepare_cached(
                "INSERT INTO failures (path, error, failed_at) VALUES (?1, ?2, ?3)
                 ON CONFLICT DO UPDATE SET error = excluded.error, failed_at = excluded.failed_at",
            )?
            .execute((path, error, at.to_string()))
        })?;
        Ok(())
    }

    /// Every failure that is not settled, by path.
    pub fn failures(&self) -> Result<Vec<Failure>, LogbookError> {
        self.ask("list the failures", |db| {
            db.prepare_cached("SELECT * FROM failures ORDER BY path")?
                .query_map((), |row| {
                    Ok(Failure {
                        path: row.get("path")?,
                        error: row.get("error")?,
                        failed_at: spelled(row, "failed_at")?,
                    })
                })?
                .collect()
        })
    }
}
