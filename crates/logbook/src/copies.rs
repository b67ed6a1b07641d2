//! Whole copies of a logbook: one made while others read and write, and one taken over in place of
//! what was there. Either is whole or not there at all.

use crate::{Logbook, LogbookError, database_error, facts::fact_tables, schema};
use rusqlite::{Connection, OpenFlags, backup::Backup};
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
        schema::format_of(from)?;
        let unread = |error| database_error(from, "read the copy of a logbook", error);
        let read_only = OpenFlags::SQLITE_OPEN_READ_ONLY;
        let other = Connection::open_with_flags(from, read_only).map_err(unread)?;
        other.busy_timeout(crate::BUSY_TIMEOUT).map_err(unread)?;
        let path = self.path.clone();
        let failed = |error| database_error(&path, "take a copy over", error);
        copy_at_once(&other, &mut self.db).map_err(failed)?;
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

/// All pages in one step, which is one write: it is there as a whole or not at all.
fn copy_at_once(from: &Connection, to: &mut Connection) -> rusqlite::Result<()> {
    use rusqlite::backup::StepResult;
    const ALL_PAGES: i32 = -1;
    let backup = Backup::new(from, to)?;
    loop {
        match backup.step(ALL_PAGES)? {
            StepResult::Done => return Ok(()),
            StepResult::Busy | StepResult::Locked => return Err(busy()),
            _ => {}
        }
    }
}

fn busy() -> rusqlite::Error {
    let code = rusqlite::ffi::Error::new(rusqlite::ffi::SQLITE_BUSY);
    rusqlite::Error::SqliteFailure(code, None)
}
