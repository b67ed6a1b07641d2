//! How the runner wants to see things: units, the first day of the week. Names and words only; what
//! they mean is for the front door to know.

use crate::{Logbook, LogbookError};
use rusqlite::OptionalExtension;

impl Logbook {
    /// The setting with this name, where one was chosen.
    pub fn setting(&self, name: &str) -> Result<Option<String>, LogbookError> {
        self.ask("read a setting", |db| {
            db.prepare_cached("SELECT value FROM settings WHERE name = ?1")?
                .query_row([name], |row| row.get(0))
                .optional()
        })
    }

    /// Chooses a setting.
    pub fn choose(&self, name: &str, value: &str) -> Result<(), LogbookError> {
        self.ask("keep a setting", |db| {
            db.execute(
                "INSERT INTO settings (name, value) VALUES (?1, ?2)
                 ON CONFLICT DO UPDATE SET value = excluded.value",
                [name, value],
            )
        })?;
        Ok(())
    }
}
