//! The logbook's format: numbered migrations, each in one transaction, and the check that a file is
//! a logbook this program knows before anything is written to it.

use crate::error::LogbookError;
use rusqlite::{Connection, OpenFlags, Transaction, TransactionBehavior};
use std::{ffi::OsString, io, io::Read, path::Path};

/// Marks a database as a logbook: "mile" in ASCII.
const APPLICATION_ID: i64 = 0x6d69_6c65;

/// What brings a file from each format to the next. A migration that has been released is never
/// changed; a new one is added below it.
const MIGRATIONS: [&str; 8] = [
    include_str!("../migrations/0001_what_was.sql"),
    include_str!("../migrations/0002_check_ins.sql"),
    include_str!("../migrations/0003_plans.sql"),
    include_str!("../migrations/0004_plans_bent.sql"),
    include_str!("../migrations/0005_set_aside.sql"),
    include_str!("../migrations/0006_shoes.sql"),
    include_str!("../migrations/0007_in_columns.sql"),
    include_str!("../migrations/0008_heard.sql"),
];

/// The format this program writes.
pub(crate) const NEWEST: i64 = MIGRATIONS.len() as i64;

/// The format of a file, by its own marks. Zero is a file that nothing was written to yet. A file
/// that is refused stays as it is.
pub(crate) fn format_of(path: &Path) -> Result<i64, LogbookError> {
    let marks = match marks_in_file(path)? {
        Some(_) if has_log(path) => Some(marks_in_log(path)?),
        marks => marks,
    };
    match marks.and_then(Marks::format) {
        None => Err(LogbookError::NotALogbook { path: path.to_owned() }),
        Some(found) if found > NEWEST => {
            Err(LogbookError::Newer { path: path.to_owned(), found, known: NEWEST })
        }
        Some(found) => Ok(found),
    }
}

/// What a database says of itself.
struct Marks {
    application: i64,
    format: i64,
    /// Counts the changes of the tables; zero is a database that never had one.
    tables_changed: i64,
}

impl Marks {
    /// The format of a logbook or of a blank database; `None` for anything else.
    fn format(self) -> Option<i64> {
        let is_blank = self.application == 0 && self.format == 0 && self.tables_changed == 0;
        (self.application == APPLICATION_ID || is_blank).then_some(self.format)
    }
}

/// Whether a writer left, or is using, a write-ahead log beside the file.
fn has_log(path: &Path) -> bool {
    let mut log = OsString::from(path);
    log.push("-wal");
    Path::new(&log).exists()
}

/// The marks as SQLite sees them, which may be in the log still.
fn marks_in_log(path: &Path) -> Result<Marks, LogbookError> {
    Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY)
        .and_then(|db| marks_of(&db))
        .map_err(|error| crate::database_error(path, "read the format", error))
}

/// All of one moment: another everymile may be making the logbook just now.
fn marks_of(db: &Connection) -> rusqlite::Result<Marks> {
    let moment = Transaction::new_unchecked(db, TransactionBehavior::Deferred)?;
    let mark = |name| moment.pragma_query_value(None, name, |row| row.get(0));
    Ok(Marks {
        application: mark("application_id")?,
        format: mark("user_version")?,
        tables_changed: mark("schema_version")?,
    })
}

/// The marks in the file's header; `None` when it is no database. SQLite would answer too, but
/// would leave its log beside a file that is then refused.
fn marks_in_file(path: &Path) -> Result<Option<Marks>, LogbookError> {
    let header = first_bytes(path)
        .map_err(|source| LogbookError::NoAccess { path: path.to_owned(), source })?;
    if header.is_empty() {
        return Ok(Some(Marks { application: 0, format: 0, tables_changed: 0 }));
    }
    Ok(marks_in(&header))
}

#[expect(clippy::disallowed_methods, reason = "the logbook is the room that owns a file")]
fn first_bytes(path: &Path) -> io::Result<Vec<u8>> {
    let mut header = Vec::new();
    std::fs::File::open(path)?.take(HEADER_BYTES).read_to_end(&mut header)?;
    Ok(header)
}

const HEADER_BYTES: u64 = 100;

/// Offsets as in "Database File Format" 1.3, sqlite.org/fileformat2.html.
fn marks_in(header: &[u8]) -> Option<Marks> {
    let number = |offset: usize| {
        let bytes = header.get(offset..offset + 4)?.try_into().ok()?;
        Some(i64::from(i32::from_be_bytes(bytes)))
    };
    if !header.starts_with(b"SQLite format 3\0") {
        return None;
    }
    Some(Marks { application: number(68)?, format: number(60)?, tables_changed: number(40)? })
}

/// Brings a file to the newest format.
pub(crate) fn migrate(db: &Connection) -> rusqlite::Result<()> {
    migrate_by(db, &MIGRATIONS)
}

fn migrate_by(db: &Connection, migrations: &[&str]) -> rusqlite::Result<()> {
    for (to, migration) in (1..).zip(migrations) {
        // Asked first without a lock: a file that lacks nothing opens while another writes to it.
        if format_now(db)? < to {
            step(db, to, migration)?;
        }
    }
    Ok(())
}

fn step(db: &Connection, to: i64, migration: &str) -> rusqlite::Result<()> {
    let step = Transaction::new_unchecked(db, TransactionBehavior::Immediate)?;
    // Asked again under the lock: another everymile may have done this step just now.
    if format_now(&step)? < to {
        step.execute_batch(migration)?;
        step.pragma_update(None, "application_id", APPLICATION_ID)?;
        step.pragma_update(None, "user_version", to)?;
    }
    step.commit()
}

fn format_now(db: &Connection) -> rusqlite::Result<i64> {
    db.pragma_query_value(None, "user_version", |row| row.get(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tables(db: &Connection) -> Vec<String> {
        let mut names = db.prepare("SELECT name FROM sqlite_schema ORDER BY name").unwrap();
        names.query_map((), |row| row.get(0)).unwrap().map(Result::unwrap).collect()
    }

    /// Logbooks were made by these texts: an edit to one would reach new logbooks only.
    #[test]
    fn the_migrations_are_what_they_were_when_they_were_released() {
        let released: [&str; MIGRATIONS.len()] = [
            "b10f540185d863213f6dbc13514b2cfc3a308790a691063807fd624746c6c843",
            "9df5586dd1479728c971cf45265354fa26014cc8208ab489523feadd9f2c4501",
            "4d4930b894f0647a952373cdcf76d4874b05b2ab4e8a3ecbb7cd991beb4b8298",
            "65585c28d4f613cd75995d097eef9f54c4505a159f7b2aab39b6a3bee1d7c650",
            "e2bda12ec78dfadbb4fc69fb118e10d808402ed78187bafd203ddac06ba36fa6",
            "9e5f49deac181afebf09e7271afd8c4b0514bdf372358551594716b35aab994d",
            "539d36a43ca54458e345d4b1e60ea73d95dbc93e15953a1288afef08bc9ffee9",
            "a42ca9b2de3aa31a2d457c061a827b88098c40e364bf9a0294fa9584eb8e5612",
        ];
        for (migration, released) in MIGRATIONS.iter().zip(released) {
            assert_eq!(blake3::hash(migration.as_bytes()).to_hex().as_str(), released);
        }
    }

    #[test]
    fn a_blank_file_becomes_a_logbook_of_the_newest_format() {
        let db = Connection::open_in_memory().unwrap();
        assert_eq!(marks_of(&db).unwrap().format(), Some(0));
        migrate(&db).unwrap();
        assert_eq!(marks_of(&db).unwrap().format(), Some(NEWEST));
    }

    #[test]
    fn a_file_takes_only_the_steps_it_lacks() {
        let db = Connection::open_in_memory().unwrap();
        migrate_by(&db, &["CREATE TABLE runs (a)"]).unwrap();
        migrate_by(&db, &["CREATE TABLE runs (a)", "CREATE TABLE shoes (b)"]).unwrap();
        assert_eq!(tables(&db), ["runs", "shoes"]);
        assert_eq!(marks_of(&db).unwrap().format(), Some(2));
    }

    #[test]
    fn a_step_that_fails_leaves_the_file_at_the_step_before() {
        let db = Connection::open_in_memory().unwrap();
        let broken = "CREATE TABLE shoes (b); CREATE TABLE runs (again);";
        migrate_by(&db, &["CREATE TABLE runs (a)", broken]).unwrap_err();
        assert_eq!(tables(&db), ["runs"]);
        assert_eq!(marks_of(&db).unwrap().format(), Some(1));
    }
}
