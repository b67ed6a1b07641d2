//! What exports say of an original beside its recording: kept as found, each wording once.

use crate::{ContentHash, Logbook, LogbookError};
use jiff::Timestamp;
use rusqlite::Connection;
use training::Declaration;

impl Logbook {
    /// What exports say of an original: of each part the latest that says anything.
    pub fn declaration(&self, hash: ContentHash) -> Result<Declaration, LogbookError> {
        self.ask("read a declaration", |db| {
            let all = all(db, hash)?.into_iter();
            Ok(all.fold(Declaration::default(), |older, newer| Declaration {
                title: newer.title.or(older.title),
                description: newer.description.or(older.description),
                activity_type: newer.activity_type.or(older.activity_type),
                workout_type: newer.workout_type.or(older.workout_type),
                gear: newer.gear.or(older.gear),
            }))
        })
    }
}

/// Keeps a declaration, unless it says nothing or nothing new.
pub(crate) fn insert(
    db: &Connection,
    hash: ContentHash,
    declaration: &Declaration,
    at: Timestamp,
) -> rusqlite::Result<()> {
    if *declaration == Declaration::default() || all(db, hash)?.contains(declaration) {
        return Ok(());
    }
    let Declaration { title, description, activity_type, workout_type, gear } = declaration;
    db.prepare_cached(
        "INSERT INTO declarations
         (original, title, description, activity_type, workout_type, gear, said_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )?
    .execute((
        hash.to_string(),
        title,
        description,
        activity_type,
        workout_type,
        gear,
        at.to_string(),
    ))?;
    Ok(())
}

/// All declarations of an original, oldest first.
fn all(db: &Connection, hash: ContentHash) -> rusqlite::Result<Vec<Declaration>> {
    db.prepare_cached("SELECT * FROM declarations WHERE original = ?1 ORDER BY number")?
        .query_map([hash.to_string()], |row| {
            Ok(Declaration {
                title: row.get("title")?,
                description: row.get("description")?,
                activity_type: row.get("activity_type")?,
                workout_type: row.get("workout_type")?,
                gear: row.get("gear")?,
            })
        })?
        .collect()
}
