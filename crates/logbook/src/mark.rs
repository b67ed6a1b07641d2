//! Marks: whether anything was written since, and whether it was anything that runs are read from. They
//! spare a reader who keeps a logbook open from reading it all again.

use crate::{Logbook, LogbookError};

/// How a logbook stood when it was asked: two that are equal mean that nothing was written between.
/// Holds for one open [`Logbook`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark {
    by_others: i64,
    by_us: u64,
}

/// How the originals stood, with what was read in them and what exports say of them: what runners say
/// from day to day does not change it. After something was forgotten the counts may be as before, so
/// the file's own count of being written anew is among them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OriginalsMark([i64; 7]);

impl Logbook {
    /// A mark that changes with every change of the logbook, by this or by any other process.
    pub fn mark(&self) -> Result<Mark, LogbookError> {
        let by_others = self.ask("look for changes", |db| {
            db.query_row("PRAGMA data_version", (), |row| row.get(0))
        })?;
        Ok(Mark { by_others, by_us: self.db.total_changes() })
    }

    /// A mark that changes when files are read, found elsewhere, declared otherwise, refused, set aside
    /// or forgotten.
    pub fn originals_mark(&self) -> Result<OriginalsMark, LogbookError> {
        self.ask("look for new files", |db| {
            let counts =
                "SELECT (SELECT COUNT(*) FROM originals), (SELECT COUNT(*) FROM activities),
                 (SELECT IFNULL(MAX(number), 0) FROM sightings),
                 (SELECT IFNULL(MAX(number), 0) FROM declarations), (SELECT COUNT(*) FROM failures),
                 (SELECT IFNULL(MAX(number), 0) FROM set_asides),
                 (SELECT schema_version FROM pragma_schema_version)";
            db.prepare_cached(counts)?.query_row((), |row| {
                let mut counts = [0; 7];
                for (column, count) in counts.iter_mut().enumerate() {
                    *count = row.get(column)?;
                }
                Ok(OriginalsMark(counts))
            })
        })
    }
}
