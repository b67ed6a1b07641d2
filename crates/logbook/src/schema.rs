//! The logbook's format: numbered migrations, each in one transaction, and the check that a file is
//! a logbook this program knows before anything is written to it.

use crate::error::LogbookError;
use rusqlite::{Connection, ErrorCode, OpenFlags, Transaction, TransactionBehavior};
use std::path::Path;

/// Marks a database as a logbook: "mile" in ASCII.
const APPLICATION_ID: i64 = 0x6d69_6c65;

/// What brings a file from each format to the next. A migration that has been released is never
/// changed; a new one is added below it.
const MIGRATIONS: [&str; 1] = [include_str!("../migrations/0001_what_was.sql")];

/// The format this program writes.
pub(crate) const NEWEST: i64 = MIGRATIONS.len() as i64;

/// The format of a file, by its own marks. Zero is a file that nothing was written to yet.
/// Opens it for reading only, so that a file that is refused stays as it is.
pub(crate) fn format_of(path: &Path) -> Result<i64, LogbookError> {
    let format = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY)
        .and_then(|db| marks(&db))
        .map_err(|error| cannot_check(path, error))?;
    match format {
        None => Err(LogbookError::NotALogbook { path: path.to_owned() }),
        Some(found) if found > NEWEST => {
            Err(LogbookError::Newer { path: path.to_owned(), found, known: NEWEST })
        }
        Some(found) => Ok(found),
    }
}

fn cannot_check(path: &Path, error: rusqlite::Error) -> LogbookError {
    if error.sqlite_error_code() == Some(ErrorCode::NotADatabase) {
        return LogbookError::NotALogbook { path: path.to_owned() };
    }
    crate::database_error(path, "read the format", error)
}

/// The format of a logbook or of a blank database; `None` for anything else.
fn marks(db: &Connection) -> rusqlite::Result<Option<i64>> {
    let application: i64 = db.pragma_query_value(None, "application_id", |row| row.get(0))?;
    let format: i64 = db.pragma_query_value(None, "user_version", |row| row.get(0))?;
    if application == APPLICATION_ID {
        return Ok(Some(format));
    }
    let tables: i64 = db.query_row("SELECT count(*) FROM sqlite_schema", (), |row| row.get(0))?;
    let is_blank = application == 0 && format == 0 && tables == 0;
    Ok(is_blank.then_some(0))
}

/// Brings a file to the newest format.
pub(crate) fn migrate(db: &Connection) -> rusqlite::Result<()> {
    migrate_by(db, &MIGRATIONS)
}

fn migrate_by(db: &Connection, migrations: &[&str]) -> rusqlite::Result<()> {
    for (index, migration) in migrations.iter().enumerate() {
        let to = index as i64 + 1;
        let step = Transaction::new_unchecked(db, TransactionBehavior::Immediate)?;
        // Asked inside the transaction: another everymile may have done this step just now.
        let from: i64 = step.pragma_query_value(None, "user_version", |row| row.get(0))?;
        if from < to {
            step.execute_batch(migration)?;
            step.pragma_update(None, "application_id", APPLICATION_ID)?;
            step.pragma_update(None, "user_version", to)?;
        }
        step.commit()?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tables(db: &Connection) -> Vec<String> {
        let mut names = db.prepare("SELECT name FROM sqlite_schema ORDER BY name").unwrap();
        names.query_map((), |row| row.get(0)).unwrap().map(Result::unwrap).collect()
    }

    #[test]
    fn a_blank_file_becomes_a_logbook_of_the_newest_format() {
        let db = Connection::open_in_memory().unwrap();
        assert_eq!(marks(&db).unwrap(), Some(0));
        migrate(&db).unwrap();
        assert_eq!(marks(&db).unwrap(), Some(NEWEST));
    }

    #[test]
    fn a_file_takes_only_the_steps_it_lacks() {
        let db = Connection::open_in_memory().unwrap();
        migrate_by(&db, &["CREATE TABLE runs (a)"]).unwrap();
        migrate_by(&db, &["CREATE TABLE runs (a)", "CREATE TABLE shoes (b)"]).unwrap();
        assert_eq!(tables(&db), ["runs", "shoes"]);
        assert_eq!(marks(&db).unwrap(), Some(2));
    }

    #[test]
    fn a_step_that_fails_leaves_the_file_at_the_step_before() {
        let db = Connection::open_in_memory().unwrap();
        let broken = "CREATE TABLE shoes (b); CREATE TABLE runs (again);";
        migrate_by(&db, &["CREATE TABLE runs (a)", broken]).unwrap_err();
        assert_eq!(tables(&db), ["runs"]);
        assert_eq!(marks(&db).unwrap(), Some(1));
    }
}
