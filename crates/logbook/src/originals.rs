//! The originals: bytes as they were found, stored once by their content, with every path they were
//! seen under.

use crate::{
    ActivityKind, ContentHash, Logbook, LogbookError, activities, declarations, imports,
    packing::{Manner, Packed, pack, unpack},
    row::spelled,
};
use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, Row};
use std::collections::HashSet;
use training::Declaration;

/// An original ready to be kept: hashed and packed, which is most of the work and may be done on
/// any thread.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Original {
    path: String,
    declaration: Declaration,
    hash: ContentHash,
    size: u64,
    packed: Packed,
}

impl Original {
    /// Hashes and packs what was found at `path`.
    pub fn pack(path: String, bytes: &[u8], declaration: Declaration) -> Self {
        Self::pack_hashed(ContentHash::of(bytes), path, bytes, declaration)
    }

    /// Packs what was hashed already: `hash` is that of the bytes.
    pub fn pack_hashed(
        hash: ContentHash,
        path: String,
        bytes: &[u8],
        declaration: Declaration,
    ) -> Self {
        debug_assert!(hash == ContentHash::of(bytes), "another hash than that of the bytes");
        Self { path, declaration, hash, size: bytes.len() as u64, packed: pack(bytes) }
    }

    /// The name of its content.
    pub fn hash(&self) -> ContentHash {
        self.hash
    }
}

/// What came of keeping an original.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kept {
    /// It was not known before.
    New,
    /// Its content was known; only the path and the declaration were noted.
    AlreadyThere,
}

/// What the logbook knows of an original without opening it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OriginalEntry {
    /// The name of its content.
    pub hash: ContentHash,
    /// The path it was first seen under.
    pub path: String,
    /// Its size in bytes, as found.
    pub size: u64,
    /// When it was kept.
    pub imported_at: Timestamp,
}

const ENTRIES: &str = "SELECT hash, size, imported_at,
    (SELECT path FROM sightings WHERE original = hash ORDER BY number LIMIT 1) AS path
    FROM originals";

impl Logbook {
    /// Keeps an original and the activities found in it, all or nothing. An earlier failure at the
    /// same path is settled, and damaged bytes of the same original are mended.
    pub fn keep(
        &self,
        original: &Original,
        activities: &[ActivityKind],
        at: Timestamp,
    ) -> Result<Kept, LogbookError> {
        self.atomically("keep an original", |db| {
            let is_new = store(db, original, at)?;
            if is_new {
                activities::insert(db, original.hash, activities)?;
            }
            sight(db, original.hash, &original.path, &original.declaration, at)?;
            Ok(if is_new { Kept::New } else { Kept::AlreadyThere })
        })
    }

    /// Keeps an original that an export of a logbook holds, and the activities found in it, all or
    /// nothing: where it was seen and what was declared comes with what the export tells.
    pub fn bring_back(
        &self,
        original: &Original,
        activities: &[ActivityKind],
        at: Timestamp,
    ) -> Result<Kept, LogbookError> {
        self.atomically("bring an original back", |db| {
            if !store(db, original, at)? {
                return Ok(Kept::AlreadyThere);
            }
            activities::insert(db, original.hash, activities)?;
            Ok(Kept::New)
        })
    }

    /// Notes that known content was seen at `path`, without packing or reading it again. False, and
    /// nothing noted, when it is not known or its bytes are damaged: then it is to be kept.
    pub fn see_again(
        &self,
        hash: ContentHash,
        path: &str,
        declaration: &Declaration,
        at: Timestamp,
    ) -> Result<bool, LogbookError> {
        match self.bytes_of(hash) {
            Err(LogbookError::NoSuchOriginal { .. } | LogbookError::Damaged { .. }) => {
                return Ok(false);
            }
            known => known?,
        };
        self.atomically("note where an original was seen", |db| {
            sight(db, hash, path, declaration, at)
        })?;
        Ok(true)
    }

    /// Whether content is known.
    pub fn holds(&self, hash: ContentHash) -> Result<bool, LogbookError> {
        self.ask("look for an original", |db| holds(db, hash))
    }

    /// Every original, in the order of its hash.
    pub fn originals(&self) -> Result<Vec<OriginalEntry>, LogbookError> {
        self.ask("list the originals", |db| {
            let mut list = db.prepare_cached(&format!("{ENTRIES} ORDER BY hash"))?;
            list.query_map((), entry)?.collect()
        })
    }

    /// Hands out every original that is not set aside with the path it was first seen under.
    pub fn each_first_path(
        &self,
        mut take: impl FnMut(ContentHash, &str),
    ) -> Result<(), LogbookError> {
        self.ask("list where the originals were seen", |db| {
            let mut all = db.prepare_cached(
                "SELECT original, path, min(number) FROM sightings WHERE original NOT IN aside
                 GROUP BY original",
            )?;
            let mut rows = all.query(())?;
            while let Some(row) = rows.next()? {
                take(spelled(row, "original")?, row.get_ref(1)?.as_str()?);
            }
            Ok(())
        })
    }

    /// The originals of which an export says anything.
    pub fn declared_originals(&self) -> Result<HashSet<ContentHash>, LogbookError> {
        self.ask("list what is declared", |db| {
            db.prepare_cached("SELECT DISTINCT original FROM declarations")?
                .query_map((), |row| spelled(row, "original"))?
                .collect()
        })
    }

    /// What is known of one original without opening it.
    pub fn original(&self, hash: ContentHash) -> Result<OriginalEntry, LogbookError> {
        let found = self.ask("find an original", |db| {
            let mut one = db.prepare_cached(&format!("{ENTRIES} WHERE hash = ?1"))?;
            one.query_row([hash.to_string()], entry).optional()
        })?;
        found.ok_or_else(|| LogbookError::NoSuchOriginal { path: self.path.clone(), hash })
    }

    /// The bytes of an original as they were found, checked against their hash.
    pub fn bytes_of(&self, hash: ContentHash) -> Result<Vec<u8>, LogbookError> {
        let entry = self.original(hash)?;
        let packed = self.ask("read an original", |db| stored(db, hash))?;
        unpack(packed, entry.size, hash).ok_or_else(|| LogbookError::Damaged {
            path: self.path.clone(),
            original: entry.path,
            hash,
        })
    }

    /// Every path an original was seen under, in the order of seeing.
    pub fn sightings(&self, hash: ContentHash) -> Result<Vec<String>, LogbookError> {
        self.ask("list where an original was seen", |db| {
            db.prepare_cached("SELECT path FROM sightings WHERE original = ?1 ORDER BY number")?
                .query_map([hash.to_string()], |row| row.get(0))?
                .collect()
        })
    }
}

/// Stores the bytes, also in place of damaged ones. True when they were not there.
fn store(db: &Connection, original: &Original, at: Timestamp) -> rusqlite::Result<bool> {
    let Original { hash, size, packed, .. } = original;
    let was_there = holds(db, *hash)?;
    let row_size = match packed.manner {
        Manner::InColumns(row) => Some(row as i64),
        Manner::AsFound | Manner::Deflated => None,
    };
    db.prepare_cached(
        "INSERT INTO originals (hash, size, is_deflated, row_size, imported_at, bytes)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)
         ON CONFLICT DO UPDATE
         SET size = excluded.size, is_deflated = excluded.is_deflated,
             row_size = excluded.row_size, bytes = excluded.bytes
         WHERE (size, is_deflated, row_size, bytes)
             IS NOT (excluded.size, excluded.is_deflated, excluded.row_size, excluded.bytes)",
    )?
    .execute((
        hash.to_string(),
        *size as i64,
        packed.manner == Manner::Deflated,
        row_size,
        at.to_string(),
        &packed.bytes,
    ))?;
    Ok(!was_there)
}

fn holds(db: &Connection, hash: ContentHash) -> rusqlite::Result<bool> {
    db.prepare_cached("SELECT 1 FROM originals WHERE hash = ?1")?.exists([hash.to_string()])
}

/// Notes a path and what was declared there; both may be known already. A failure at the same path
/// is settled, and what was set aside counts again.
fn sight(
    db: &Connection,
    hash: ContentHash,
    path: &str,
    declaration: &Declaration,
    at: Timestamp,
) -> rusqlite::Result<()> {
    db.prepare_cached(
        "INSERT INTO sightings (original, path, seen_at) VALUES (?1, ?2, ?3)
         ON CONFLICT DO NOTHING",
    )?
    .execute((hash.to_string(), path, at.to_string()))?;
    db.prepare_cached("DELETE FROM failures WHERE path = ?1")?.execute([path])?;
    imports::say(db, hash, false, at)?;
    declarations::insert(db, hash, declaration, at)
}

/// The bytes of an original as they are stored.
pub(crate) fn stored(db: &Connection, hash: ContentHash) -> rusqlite::Result<Packed> {
    db.prepare_cached("SELECT is_deflated, row_size, bytes FROM originals WHERE hash = ?1")?
        .query_row([hash.to_string()], |row| {
            let manner = match row.get::<_, Option<i64>>("row_size")? {
                Some(size) => Manner::InColumns(size.max(1) as usize),
                None if row.get("is_deflated")? => Manner::Deflated,
                None => Manner::AsFound,
            };
            Ok(Packed { manner, bytes: row.get("bytes")? })
        })
}

fn entry(row: &Row<'_>) -> rusqlite::Result<OriginalEntry> {
    Ok(OriginalEntry {
        hash: spelled(row, "hash")?,
        path: row.get("path")?,
        size: row.get::<_, i64>("size")? as u64,
        imported_at: spelled(row, "imported_at")?,
    })
}
