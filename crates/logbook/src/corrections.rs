//! What the runner knows better: corrections of a run's purpose, kept for ever. The last one counts;
//! a withdrawal is one more thing said. The same said again is not.

use crate::{
    Logbook, LogbookError,
    row::{spelled, spelled_if_any},
};
use jiff::Timestamp;
use std::collections::BTreeMap;
use training::{Purpose, RunId};

/// One thing the runner said about a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Correction {
    /// What the run was for; `None` withdraws what was said before.
    pub purpose: Option<Purpose>,
    /// When it was said.
    pub said_at: Timestamp,
}

impl Logbook {
    /// The runner says what a run was for.
    pub fn correct(&self, id: &RunId, purpose: Purpose, at: Timestamp) -> Result<(), LogbookError> {
        self.say(id, Some(purpose), at)
    }

    /// The runner takes back what was said about a run, and the inference counts again.
    pub fn withdraw_correction(&self, id: &RunId, at: Timestamp) -> Result<(), LogbookError> {
        self.say(id, None, at)
    }

    /// The corrections that count, by run.
    pub fn corrections(&self) -> Result<BTreeMap<RunId, Purpose>, LogbookError> {
        self.ask("read the corrections", |db| {
            let mut last_said = db.prepare_cached(
                "SELECT activity, purpose FROM corrections
                 WHERE number IN (SELECT max(number) FROM corrections GROUP BY activity)
                 AND purpose IS NOT NULL",
            )?;
            last_said
                .query_map((), |row| Ok((RunId(row.get("activity")?), spelled(row, "purpose")?)))?
                .collect()
        })
    }

    /// All that was ever said about a run, oldest first.
    pub fn correction_history(&self, id: &RunId) -> Result<Vec<Correction>, LogbookError> {
        self.ask("read the corrections of a run", |db| {
            db.prepare_cached("SELECT * FROM corrections WHERE activity = ?1 ORDER BY number")?
                .query_map([&id.0], |row| {
                    Ok(Correction {
                        purpose: spelled_if_any(row, "purpose")?,
                        said_at: spelled(row, "said_at")?,
                    })
                })?
                .collect()
        })
    }

    fn say(&self, id: &RunId, purpose: Option<Purpose>, at: Timestamp) -> Result<(), LogbookError> {
        self.activity(id)?;
        self.ask("keep a correction", |db| {
            db.execute(
                "INSERT INTO corrections (activity, purpose, said_at) SELECT ?1, ?2, ?3
                 WHERE NOT EXISTS (
                   SELECT 1 FROM corrections WHERE purpose IS ?2
                   AND number = (SELECT max(number) FROM corrections WHERE activity = ?1))",
                (&id.0, purpose.map(Purpose::word), at.to_string()),
            )
        })?;
        Ok(())
    }
}
