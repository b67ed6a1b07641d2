//! Whole copies of a logbook: one made while others read and write, and one taken over in place of
//! what was there. Either is whole or not there at all.

use crate::{Logbook, LogbookError, database_error, facts::fact_tables, schema};
use rusqlite::{
    Connection, OpenFlags,
    backup::{Backup, StepResult},
};
use std::path::Path;

impl Logbook {
    /// Copies everything into a new file at `to`, as it stands at one moment, while others may read
    /// and write. What was deleted is not in the copy. A file that is there is left as it is.
    pub fn copy_to(&self, to: &Path) -> Result<(), LogbookError> {
        if to.exists() {
            return Err(LogbookError::InTheWay { path: to.to_owned() });
        }
        let Some(name) = to.to_str() else {
            return Err(LogbookError::NotALogbook { path: to.to_owned() });
        };
        let copied = self.db.execute("VACUUM INTO ?1", [name]);
        copied.map(|_| ()).map_err(|error| database_error(to, "write a copy of the logbook", error))
    }

    /// Takes over everything from the logbook in another file, at once, in place of all that is here;
    /// one of an older format is brought up to date. The other file is only read.
    pub fn take_over(&mut self, from: &Path) -> Result<(), LogbookError> {
        self.take_over_after(from, || Ok(()))
    }

    /// The same, once something else is done while nobody can write here, like keeping what is here:
    /// whoever would say something meanwhile waits, and says it of what was taken over.
    pub fn take_over_after(
        &mut self,
        from: &Path,
        first: impl FnOnce() -> Result<(), LogbookError>,
    ) -> Result<(), LogbookError> {
        schema::format_of(from)?;
        let unread = |error| database_error(from, "read the copy of a logbook", error);
        let read_only = OpenFlags::SQLITE_OPEN_READ_ONLY;
        let other = Connection::open_with_flags(from, read_only).map_err(unread)?;
        other.busy_timeout(crate::BUSY_TIMEOUT).map_err(unread)?;
        let path = self.path.clone();
        let failed = |error| database_error(&path, "take a copy over", error);
        let mut copying = Backup::new(&other, &mut self.db).map_err(failed)?;
        step(&mut copying, NO_PAGE).map_err(failed)?;
        first()?;
        step(&mut copying, ALL_PAGES).map_err(failed)?;
        drop(copying);
        schema::migrate(&self.db).map_err(failed)
    }

    /// Whether nothing was ever kept or said.
    pub fn is_blank(&self) -> Result<bool, LogbookError> {
        self.ask("look whether anything is kept", |db| {
            for table in fact_tables(db)? {
                if db.prepare(&format!("SELECT 1 FROM {table} LIMIT 1"))?.exists(())? {
                    return Ok(false);
                }
            }
            Ok(true)
        })
    }
}

/// A first step that copies nothing yet: from then on nobody else writes into what is replaced.
const NO_PAGE: i32 = 0;

/// All pages in one step, which is one write: it is there as a whole or not at all.
const ALL_PAGES: i32 = -1;

fn step(copying: &mut Backup<'_, '_>, pages: i32) -> rusqlite::Result<()> {
    match copying.step(pages)? {
        StepResult::Busy | StepResult::Locked => Err(busy()),
        _ => Ok(()),
    }
}

fn busy() -> rusqlite::Error {
    let code = rusqlite::ffi::Error::new(rusqlite::ffi::SQLITE_BUSY);
    rusqlite::Error::SqliteFailure(code, None)
}
