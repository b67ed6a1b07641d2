//! What the runner wants gone: removed with everything that was read from it, said of it and inferred,
//! and written over in the file. The one place where facts are deleted.

use crate::{
    ContentHash, Logbook, LogbookError, derived, facts::fact_tables, originals::stored, run_id,
};
use rusqlite::{Connection, OptionalExtension};
use std::collections::BTreeSet;
use training::Date;

/// So many letters or bytes make a trace: by chance they occur nowhere else.
const TRACE: usize = 24;
/// A trace is taken from every so many bytes of an original.
const TRACE_EVERY: usize = 4000;
/// The beginning of watch files is alike.
const HEADER: usize = 512;
/// Text shorter than this may stand anywhere.
const TEXT_MIN: usize = 12;

/// Bytes that were in the file because of what was forgotten, to prove that they are gone: names,
/// paths, titles, and pieces of the originals as they were stored.
pub type Traces = BTreeSet<Vec<u8>>;

impl Logbook {
    /// Bytes by which these originals would be known in the file.
    pub fn traces_of(&self, originals: &[ContentHash]) -> Result<Traces, LogbookError> {
        self.ask("look at what is to be forgotten", |db| {
            let mut traces = Traces::new();
            for hash in originals {
                traces.insert(run_id(*hash, 1).0.into_bytes());
                traces.extend(texts_about(db, *hash)?);
                traces.extend(pieces(db, *hash)?);
            }
            Ok(traces)
        })
    }

    /// Deletes originals with what was found in them and said of them, and all that was said of some
    /// days, and every inference, which may rest on them; then writes the file anew without them.
    pub fn forget(&self, originals: &[ContentHash], days: &[Date]) -> Result<(), LogbookError> {
        self.erasing(|db| {
            originals.iter().try_for_each(|hash| delete_original(db, *hash))?;
            for day in days {
                db.execute("DELETE FROM check_ins WHERE date = ?1", [day.to_string()])?;
            }
            derived::empty(db)
        })
    }

    /// Deletes everything.
    pub fn forget_everything(&self) -> Result<(), LogbookError> {
        self.erasing(|db| {
            db.execute_batch("PRAGMA defer_foreign_keys = true")?;
            derived::empty(db)?;
            for table in fact_tables(db)? {
                db.execute(&format!("DELETE FROM {table}"), ())?;
            }
            Ok(())
        })
    }

    /// Deletes so that nothing of it stays in the file: what is deleted is written over with zeros
    /// (`secure_delete`), the file made anew (`VACUUM`), and its log emptied.
    fn erasing(
        &self,
        delete: impl FnOnce(&Connection) -> rusqlite::Result<()>,
    ) -> Result<(), LogbookError> {
        self.ask("prepare to forget", |db| {
            db.pragma_update_and_check(None, "secure_delete", true, |_| Ok(()))
        })?;
        self.atomically("forget", delete)?;
        self.ask("write the file anew", |db| db.execute_batch("VACUUM"))?;
        let is_busy: bool = self.ask("empty the log of the file", |db| {
            db.query_row("PRAGMA wal_checkpoint(TRUNCATE)", (), |row| row.get(0))
        })?;
        if is_busy {
            return Err(LogbookError::StillOpen { path: self.path.clone() });
        }
        Ok(())
    }
}

fn delete_original(db: &Connection, hash: ContentHash) -> rusqlite::Result<()> {
    let name = run_id(hash, 1).0;
    for table in ["corrections", "shoes_worn"] {
        db.execute(
            &format!("DELETE FROM {table} WHERE activity = ?1 OR activity LIKE ?1 || '-%'"),
            [&name],
        )?;
    }
    let hash = hash.to_string();
    db.execute(
        "DELETE FROM failures WHERE path IN (SELECT path FROM sightings WHERE original = ?1)",
        [&hash],
    )?;
    for table in tables_about_originals(db)? {
        db.execute(&format!("DELETE FROM {table} WHERE original = ?1"), [&hash])?;
    }
    db.execute("DELETE FROM originals WHERE hash = ?1", [&hash])?;
    Ok(())
}

/// The tables whose rows belong to an original; those that a later format adds are among them.
fn tables_about_originals(db: &Connection) -> rusqlite::Result<Vec<String>> {
    db.prepare_cached(
        "SELECT tables.name FROM sqlite_schema AS tables, pragma_foreign_key_list(tables.name) AS key
         WHERE tables.type = 'table' AND key.\"table\" = 'originals' ORDER BY tables.name",
    )?
    .query_map((), |row| row.get(0))?
    .collect()
}

/// Where it was found and what an export said of it.
fn texts_about(db: &Connection, hash: ContentHash) -> rusqlite::Result<Vec<Vec<u8>>> {
    let mut texts = db.prepare_cached(
        "SELECT path FROM sightings WHERE original = ?1
         UNION SELECT title FROM declarations WHERE original = ?1
         UNION SELECT description FROM declarations WHERE original = ?1",
    )?;
    let texts = texts.query_map([hash.to_string()], |row| row.get::<_, Option<String>>(0))?;
    let texts = texts.filter_map(Result::transpose).collect::<rusqlite::Result<Vec<String>>>()?;
    Ok(texts.into_iter().filter(|it| it.len() >= TEXT_MIN).map(String::into_bytes).collect())
}

/// Pieces of its bytes as they are stored.
fn pieces(db: &Connection, hash: ContentHash) -> rusqlite::Result<Vec<Vec<u8>>> {
    let Some(packed) = stored(db, hash).optional()? else { return Ok(Vec::new()) };
    let bytes = packed.bytes;
    let starts = (HEADER..bytes.len()).step_by(TRACE_EVERY);
    let piece = |start: usize| bytes.get(start..start + TRACE).filter(|piece| is_telling(piece));
    Ok(starts.filter_map(piece).map(<[u8]>::to_vec).collect())
}

/// Whether a piece is more than padding.
fn is_telling(piece: &[u8]) -> bool {
    piece.iter().collect::<BTreeSet<_>>().len() > TRACE / 2
}
