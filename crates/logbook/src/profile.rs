//! What the runner says of themselves: dated entries, one for each field, none of them ever lost.
//! The profile as of a day holds the latest entry of each field by then.

use crate::{
    Logbook, LogbookError,
    row::{spelled, spelled_if_any, unreadable},
};
use jiff::Timestamp;
use rusqlite::{Connection, Row};
use serde_json::{Map, Value};
use training::{Date, Profile};

/// One thing the runner said of themselves.
#[derive(Debug, Clone, PartialEq)]
pub struct ProfileEntry {
    /// The field of [`Profile`], as in `hr_max`.
    pub field: String,
    /// What it is, as JSON writes that field; `None` withdraws what was said before.
    pub value: Option<Value>,
    /// The first day it holds; `None` when it was always so.
    pub since: Option<Date>,
    /// When it was said.
    pub said_at: Timestamp,
}

impl Logbook {
    /// Keeps every field that `said` fills, as holding from `since` on (always, without a day).
    pub fn state_profile(
        &self,
        said: &Profile,
        since: Option<Date>,
        at: Timestamp,
    ) -> Result<(), LogbookError> {
        self.atomically("keep the profile", |db| {
            for (field, value) in fields(said) {
                if !value.is_null() {
                    insert(db, &ProfileEntry { field, value: Some(value), since, said_at: at })?;
                }
            }
            Ok(())
        })
    }

    /// Takes one field back from `since` on: it is again not said.
    pub fn withdraw_profile_field(
        &self,
        field: &str,
        since: Option<Date>,
        at: Timestamp,
    ) -> Result<(), LogbookError> {
        let known = fields(&Profile::default());
        if !known.contains_key(field) {
            let fields = known.keys().cloned().collect::<Vec<_>>().join(", ");
            return Err(LogbookError::NoSuchField { field: field.to_owned(), fields });
        }
        let entry = ProfileEntry { field: field.to_owned(), value: None, since, said_at: at };
        self.ask("keep the profile", |db| insert(db, &entry))
    }

    /// The profile as of a day.
    pub fn profile(&self, on: Date) -> Result<Profile, LogbookError> {
        let mut holds = fields(&Profile::default());
        let mut entries = self.profile_history()?;
        entries.retain(|entry| entry.since.is_none_or(|since| since <= on));
        // Stable, so that of two entries for one day the later said stays last.
        entries.sort_by_key(|entry| entry.since);
        for entry in entries {
            holds.insert(entry.field, entry.value.unwrap_or_default());
        }
        self.ask("read the profile", |_| {
            serde_json::from_value(Value::Object(holds)).map_err(unreadable)
        })
    }

    /// All that the runner ever said of themselves, in the order it was said.
    pub fn profile_history(&self) -> Result<Vec<ProfileEntry>, LogbookError> {
        self.ask("read the profile", |db| {
            db.prepare_cached("SELECT * FROM profile ORDER BY number")?
                .query_map((), entry)?
                .collect()
        })
    }
}

/// A profile as JSON: every field by its name, null where nothing is said.
fn fields(profile: &Profile) -> Map<String, Value> {
    match serde_json::to_value(profile) {
        Ok(Value::Object(fields)) => fields,
        _ => Map::new(),
    }
}

fn insert(db: &Connection, entry: &ProfileEntry) -> rusqlite::Result<()> {
    db.execute(
        "INSERT INTO profile (field, value, since, said_at) SELECT ?1, ?2, ?3, ?4
         WHERE NOT EXISTS (
           SELECT 1 FROM profile WHERE value IS ?2 AND since IS ?3
           AND number = (SELECT max(number) FROM profile WHERE field = ?1))",
        (
            &entry.field,
            entry.value.as_ref().map(Value::to_string),
            entry.since.map(|since| since.to_string()),
            entry.said_at.to_string(),
        ),
    )?;
    Ok(())
}

fn entry(row: &Row<'_>) -> rusqlite::Result<ProfileEntry> {
    Ok(ProfileEntry {
        field: row.get("field")?,
        value: spelled_if_any(row, "value")?,
        since: spelled_if_any(row, "since")?,
        said_at: spelled(row, "said_at")?,
    })
}
