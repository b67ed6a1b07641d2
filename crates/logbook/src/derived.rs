//! What was inferred, remembered so that it need not be made twice: a cache that names what made
//! it. It can be forgotten at any time and nothing is lost.

use crate::{Activity, ContentHash, Logbook, LogbookError, activities::activity};
use rusqlite::{Connection, OptionalExtension};
use training::RunId;

/// The tables of inferences, which hold no fact.
pub(crate) const OPINIONS: [&str; 2] = ["derived", "heard"];

/// What something was inferred about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject<'a> {
    /// One activity.
    Activity(&'a RunId),
    /// The logbook as a whole.
    Whole,
}

/// What made an inference. It counts only while both are the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stamp<'a> {
    /// The version of the inference.
    pub version: &'a str,
    /// A hash of all that went into it.
    pub fingerprint: &'a str,
}

impl Subject<'_> {
    fn key(&self) -> &str {
        match self {
            Self::Activity(id) => &id.0,
            Self::Whole => "",
        }
    }
}

impl Logbook {
    /// What was inferred at a stage about a subject, if the same version made it from the same
    /// facts.
    pub fn recall(
        &self,
        subject: Subject<'_>,
        stage: &str,
        stamp: Stamp<'_>,
    ) -> Result<Option<Vec<u8>>, LogbookError> {
        self.ask("recall an inference", |db| {
            db.prepare_cached(
                "SELECT body FROM derived WHERE activity = ?1 AND stage = ?2
                 AND version = ?3 AND fingerprint = ?4",
            )?
            .query_row((subject.key(), stage, stamp.version, stamp.fingerprint), |row| row.get(0))
            .optional()
        })
    }

    /// Hands out everything that this version inferred at a stage about activities: the name of
    /// each, the fingerprint of what it was made from, and what was inferred.
    pub fn recall_all(
        &self,
        stage: &str,
        version: &str,
        mut take: impl FnMut(&str, &str, &[u8]),
    ) -> Result<(), LogbookError> {
        self.ask("recall all inferences", |db| {
            let mut all = db.prepare_cached(
                "SELECT activity, fingerprint, body FROM derived
                 WHERE stage = ?1 AND version = ?2 AND activity <> ''",
            )?;
            let mut rows = all.query((stage, version))?;
            while let Some(row) = rows.next()? {
                let (activity, made_from) = (row.get_ref(0)?.as_str()?, row.get_ref(1)?.as_str()?);
                take(activity, made_from, row.get_ref(2)?.as_blob()?);
            }
            Ok(())
        })
    }

    /// Hands out every activity that is not set aside, in the order of its original and its place in it, with
    /// what this version inferred at a stage from the original alone; `None` where it did not.
    pub fn recall_beside(
        &self,
        stage: &str,
        version: &str,
        mut take: impl FnMut(Activity, Option<&[u8]>),
    ) -> Result<(), LogbookError> {
        self.ask("recall what was inferred of each activity", |db| {
            let mut all = db.prepare_cached(
                "SELECT activities.*, body FROM activities LEFT JOIN derived
                 ON activity = id AND stage = ?1 AND version = ?2 AND fingerprint = original
                 WHERE original NOT IN aside ORDER BY original, leg",
            )?;
            let mut rows = all.query((stage, version))?;
            while let Some(row) = rows.next()? {
                take(activity(row)?, row.get_ref("body")?.as_blob_or_null()?);
            }
            Ok(())
        })
    }

    /// Remembers what was inferred, in place of what was remembered before.
    pub fn remember(
        &self,
        subject: Subject<'_>,
        stage: &str,
        stamp: Stamp<'_>,
        body: &[u8],
    ) -> Result<(), LogbookError> {
        self.ask("remember an inference", |db| {
            db.prepare_cached(
                "INSERT OR REPLACE INTO derived (activity, stage, version, fingerprint, body)
                 VALUES (?1, ?2, ?3, ?4, ?5)",
            )?
            .execute((subject.key(), stage, stamp.version, stamp.fingerprint, body))
        })?;
        Ok(())
    }

    /// Remembers a run as inference hears it, in place of what was remembered before.
    pub fn remember_heard(
        &self,
        run: &RunId,
        stamp: Stamp<'_>,
        body: &[u8],
    ) -> Result<(), LogbookError> {
        self.ask("remember a run", |db| {
            db.prepare_cached(
                "INSERT OR REPLACE INTO heard (activity, version, fingerprint, body)
                 VALUES (?1, ?2, ?3, ?4)",
            )?
            .execute((&run.0, stamp.version, stamp.fingerprint, body))
        })?;
        Ok(())
    }

    /// A run as inference hears it, if the same version wrote it down from the same facts.
    pub fn recall_heard(
        &self,
        run: &RunId,
        stamp: Stamp<'_>,
    ) -> Result<Option<Vec<u8>>, LogbookError> {
        self.ask("recall a run", |db| {
            db.prepare_cached(
                "SELECT body FROM heard WHERE activity = ?1 AND version = ?2 AND fingerprint = ?3",
            )?
            .query_row((&run.0, stamp.version, stamp.fingerprint), |row| row.get(0))
            .optional()
        })
    }

    /// Forgets everything that was inferred. The facts stay.
    pub fn forget_derived(&self) -> Result<(), LogbookError> {
        self.atomically("forget what was inferred", empty)
    }

    /// One hash over everything that was inferred about the activities that count: the same before and
    /// after it is made again.
    pub fn derived_digest(&self) -> Result<ContentHash, LogbookError> {
        self.ask("hash what was inferred", |db| {
            let mut all = db.prepare(
                "SELECT * FROM
                   (SELECT activity, stage, version, fingerprint, body FROM derived
                    UNION ALL SELECT activity, 'heard', version, fingerprint, body FROM heard)
                 WHERE activity IN (SELECT id FROM activities
                                    WHERE original NOT IN aside)
                 ORDER BY activity, stage",
            )?;
            let mut digest = blake3::Hasher::new();
            let mut rows = all.query(())?;
            while let Some(row) = rows.next()? {
                for column in 0..5 {
                    let value = row.get_ref(column)?.as_bytes()?;
                    digest.update(&(value.len() as u64).to_le_bytes()).update(value);
                }
            }
            Ok(ContentHash::from(digest.finalize()))
        })
    }
}

/// Forgets everything that was inferred.
pub(crate) fn empty(db: &Connection) -> rusqlite::Result<()> {
    OPINIONS.iter().try_for_each(|table| db.execute_batch(&format!("DELETE FROM {table}")))
}

/// Forgets what was inferred of the activities in an original.
pub(crate) fn forget_of(db: &Connection, original: ContentHash) -> rusqlite::Result<()> {
    OPINIONS.iter().try_for_each(|table| {
        let of_it = "activity IN (SELECT id FROM activities WHERE original = ?1)";
        let mut forget = db.prepare_cached(&format!("DELETE FROM {table} WHERE {of_it}"))?;
        forget.execute([original.to_string()]).map(drop)
    })
}
