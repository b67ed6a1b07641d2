//! What was: originals, declarations, corrections, check-ins, plans and the profile, in one SQLite
//! file.
//! Facts, never opinions: everything inferred is a cache row that can be thrown away and made again.
//!
//! Knows no clock: the time of what is said and kept is given. A process may be killed at any
//! moment; what is found afterwards is whole.

mod activities;
mod check_ins;
mod content;
mod copies;
mod corrections;
mod declarations;
mod derived;
mod error;
mod facts;
mod failures;
mod forgetting;
mod imports;
mod mark;
mod originals;
mod packing;
mod plan_changes;
mod plans;
mod profile;
mod row;
mod schema;
mod settings;
mod shoes;
mod soundness;

pub use activities::{Activity, ActivityKind, run_id};
pub use check_ins::{CheckInEntry, SaidBy, SaidOfADay};
pub use content::ContentHash;
pub use corrections::Correction;
pub use derived::{Stamp, Subject};
pub use error::LogbookError;
pub use facts::Told;
pub use failures::Failure;
pub use forgetting::Traces;
pub use imports::ImportEntry;
pub use mark::{Mark, OriginalsMark};
pub use originals::{Kept, Original, OriginalEntry};
pub use packing::{pack_rows, unpack_rows};
pub use plan_changes::{PlanAnswer, PlanChange, ProposedChange};
pub use plans::{AgreedPlan, PlanEntry};
pub use profile::ProfileEntry;
pub use shoes::ShoesWord;
pub use soundness::Flaw;

use rusqlite::{Connection, ErrorCode, OpenFlags, Transaction, TransactionBehavior};
use std::{
    path::{Path, PathBuf},
    time::Duration,
};

/// One thread at a time asks a logbook, which the compiler holds: SQLite need not make sure of it.
const BY_ONE_THREAD: OpenFlags = OpenFlags::SQLITE_OPEN_NO_MUTEX;

/// How long to wait for another everymile that is writing.
const BUSY_TIMEOUT: Duration = Duration::from_secs(10);

/// The pause between two looks whether it is done, where SQLite does not wait by itself.
const BUSY_PAUSE: Duration = Duration::from_millis(10);

/// How much of a file is held in memory: most of what one question reads twice. An import fills whatever
/// there is and gains nothing by more (`cache_size` in sqlite.org/pragma.html).
const CACHE_KIB: i64 = 4 * 1024;

/// An open logbook. It may move between threads; each thread that reads at the same time opens
/// its own with [`Logbook::open_read_only`].
#[derive(Debug)]
pub struct Logbook {
    db: Connection,
    path: PathBuf,
}

impl Logbook {
    /// Opens the logbook at `path`, making it where there is none and bringing an older one up to
    /// date. A file that is no logbook, or that a newer everymile wrote, is refused untouched.
    pub fn open(path: &Path) -> Result<Self, LogbookError> {
        if is_no_file_name(path) {
            return Err(LogbookError::NotALogbook { path: path.to_owned() });
        }
        if path.exists() {
            schema::format_of(path)?;
        }
        let failed = |error| database_error(path, "open the logbook", error);
        let to_write = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE;
        let db = Connection::open_with_flags(path, to_write | BY_ONE_THREAD).map_err(failed)?;
        prepare(&db).map_err(failed)?;
        Ok(Self { db, path: path.to_owned() })
    }

    /// Opens an existing logbook for reading only.
    pub fn open_read_only(path: &Path) -> Result<Self, LogbookError> {
        if !path.exists() {
            return Err(LogbookError::NoLogbook { path: path.to_owned() });
        }
        let found = schema::format_of(path)?;
        if found < schema::NEWEST {
            let known = schema::NEWEST;
            return Err(LogbookError::Older { path: path.to_owned(), found, known });
        }
        let failed = |error| database_error(path, "open the logbook", error);
        let to_read = OpenFlags::SQLITE_OPEN_READ_ONLY;
        let db = Connection::open_with_flags(path, to_read | BY_ONE_THREAD).map_err(failed)?;
        db.busy_timeout(BUSY_TIMEOUT).and_then(|()| remember_pages(&db)).map_err(failed)?;
        Ok(Self { db, path: path.to_owned() })
    }

    /// A logbook that is forgotten when it is dropped: for tests and for judging without keeping.
    pub fn in_memory() -> Result<Self, LogbookError> {
        let path = PathBuf::from(":memory:");
        let failed = |error| database_error(&path, "open the logbook", error);
        let db = Connection::open_in_memory().map_err(failed)?;
        prepare(&db).map_err(failed)?;
        Ok(Self { db, path })
    }

    /// Where the logbook is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Begins a batch: all that is written until [`Batch::commit`] is written at once, which is
    /// much faster for many small things. One batch at a time.
    pub fn begin(&self) -> Result<Batch<'_>, LogbookError> {
        Transaction::new_unchecked(&self.db, TransactionBehavior::Immediate)
            .map(|transaction| Batch { logbook: self, transaction })
            .map_err(|error| database_error(&self.path, "begin a batch", error))
    }

    /// Asks many things of one state of the logbook, which is much faster than one by one.
    pub fn reading<T>(
        &self,
        ask: impl FnOnce() -> Result<T, LogbookError>,
    ) -> Result<T, LogbookError> {
        let _held = Transaction::new_unchecked(&self.db, TransactionBehavior::Deferred)
            .map_err(|error| database_error(&self.path, "begin to read", error))?;
        ask()
    }

    /// Asks the database, and names the file and the remedy when it fails.
    fn ask<T>(
        &self,
        doing: &'static str,
        question: impl FnOnce(&Connection) -> rusqlite::Result<T>,
    ) -> Result<T, LogbookError> {
        question(&self.db).map_err(|error| database_error(&self.path, doing, error))
    }

    /// Writes all or nothing, by itself or inside a batch.
    fn atomically<T>(
        &self,
        doing: &'static str,
        write: impl FnOnce(&Connection) -> rusqlite::Result<T>,
    ) -> Result<T, LogbookError> {
        self.ask(doing, |db| {
            if !db.is_autocommit() {
                return inside_savepoint(db, write);
            }
            let transaction = Transaction::new_unchecked(db, TransactionBehavior::Immediate)?;
            let written = write(db)?;
            transaction.commit()?;
            Ok(written)
        })
    }
}

/// Things written at once. Dropped without [`Batch::commit`], as when the process is killed, none
/// of them is kept; each is whole when it is.
#[derive(Debug)]
#[must_use = "a batch that is not committed is not written"]
pub struct Batch<'a> {
    logbook: &'a Logbook,
    transaction: Transaction<'a>,
}

impl Batch<'_> {
    /// Writes the batch to the file.
    pub fn commit(self) -> Result<(), LogbookError> {
        self.transaction
            .commit()
            .map_err(|error| database_error(&self.logbook.path, "write a batch", error))
    }
}

/// SQLite takes these names for databases that vanish when they are closed.
fn is_no_file_name(path: &Path) -> bool {
    path.as_os_str().is_empty() || path == Path::new(":memory:")
}

/// Readers never wait for the writer (WAL); a crash of the machine may lose the last moments but
/// never breaks the file (`synchronous = NORMAL`, sqlite.org/wal.html).
fn prepare(db: &Connection) -> rusqlite::Result<()> {
    keep_a_log(db)?;
    db.busy_timeout(BUSY_TIMEOUT)?;
    remember_pages(db)?;
    db.pragma_update(None, "synchronous", "NORMAL")?;
    db.pragma_update(None, "foreign_keys", true)?;
    schema::migrate(db)
}

/// Writes go through a log, so that reading goes on meanwhile. To begin one SQLite wants the file for
/// itself and does not wait for it: another everymile may be making the logbook just now.
fn keep_a_log(db: &Connection) -> rusqlite::Result<()> {
    db.busy_timeout(Duration::ZERO)?;
    let begin = || db.pragma_update_and_check(None, "journal_mode", "WAL", |_| Ok(()));
    let tries = BUSY_TIMEOUT.as_millis() / BUSY_PAUSE.as_millis();
    for _ in 1..tries {
        match begin() {
            Err(error) if error.sqlite_error_code() == Some(ErrorCode::DatabaseBusy) => {
                std::thread::sleep(BUSY_PAUSE);
            }
            begun => return begun,
        }
    }
    begin()
}

fn remember_pages(db: &Connection) -> rusqlite::Result<()> {
    db.pragma_update(None, "cache_size", -CACHE_KIB)
}

fn inside_savepoint<T>(
    db: &Connection,
    write: impl FnOnce(&Connection) -> rusqlite::Result<T>,
) -> rusqlite::Result<T> {
    db.execute_batch("SAVEPOINT one_write")?;
    let written = write(db);
    if written.is_err() {
        // Best effort: when the disk is full SQLite has already given up the whole batch.
        let _ = db.execute_batch("ROLLBACK TO one_write");
    }
    let released = db.execute_batch("RELEASE one_write");
    let written = written?;
    released?;
    Ok(written)
}

fn database_error(path: &Path, doing: &'static str, source: rusqlite::Error) -> LogbookError {
    let remedy = error::remedy(&source);
    LogbookError::Database { path: path.to_owned(), doing, source, remedy }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::Timestamp;
    use training::Declaration;

    fn keep(logbook: &Logbook, bytes: &[u8]) -> Result<Kept, LogbookError> {
        let original = Original::pack("a.fit".into(), bytes, Declaration::default());
        logbook.keep(&original, &[ActivityKind::Run], Timestamp::UNIX_EPOCH)
    }

    #[test]
    fn a_full_disk_is_said_with_a_remedy_and_only_what_did_not_fit_is_missing() {
        let logbook = Logbook::in_memory().unwrap();
        keep(&logbook, b"small").unwrap();
        logbook.db.pragma_update(None, "max_page_count", 40).unwrap();
        let mut large = vec![0; 400_000];
        blake3::Hasher::new().finalize_xof().fill(&mut large);

        let error = keep(&logbook, &large).unwrap_err();
        assert!(error.to_string().contains("free some space"), "{error}");
        assert_eq!(logbook.originals().unwrap().len(), 1);
        assert_eq!(keep(&logbook, b"also small").unwrap(), Kept::New);
    }
}
