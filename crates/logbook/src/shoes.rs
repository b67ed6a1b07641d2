//! Shoes: what the runner said of each pair, and of the pair a run was run in; and what exports name.
//! Kept for ever: the last word counts, and a withdrawal is one more thing said.

use crate::{
    Logbook, LogbookError,
    row::{spelled, spelled_if_any},
};
use jiff::Timestamp;
use rusqlite::Connection;
use std::collections::BTreeMap;
use training::{
    Date, Metres, RunId,
    shoes::{Rack, Shoes},
};

/// Something the runner says of a pair.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum ShoesWord {
    /// It is there, since a day, and had been run so far before; one that was put away is back.
    There {
        /// The day from which on it is run in.
        since: Option<Date>,
        /// What it had been run before the runs that are known.
        before: Metres,
    },
    /// It is the usual one from a day on; without a day from ever.
    Usual(Option<Date>),
    /// It is put away from a day on.
    Retired(Date),
    /// It was never there: what was said of it no longer counts.
    Withdrawn,
}

impl Logbook {
    /// The runner says something of a pair of shoes.
    pub fn say_of_shoes(
        &self,
        name: &str,
        word: ShoesWord,
        at: Timestamp,
    ) -> Result<(), LogbookError> {
        let (word, since, metres) = match word {
            ShoesWord::There { since, before } => ("there", since, Some(before.0.round() as i64)),
            ShoesWord::Usual(since) => ("usual", since, None),
            ShoesWord::Retired(since) => ("retired", Some(since), None),
            ShoesWord::Withdrawn => ("withdrawn", None, None),
        };
        let since = since.map(|day| day.to_string());
        self.ask("keep what was said of shoes", |db| {
            db.execute(
                "INSERT INTO shoes (name, word, since, metres, said_at) VALUES (?1, ?2, ?3, ?4, ?5)",
                (name, word, since, metres, at.to_string()),
            )
        })?;
        Ok(())
    }

    /// The runner says in which pair a run was run, or takes that back.
    pub fn say_worn(
        &self,
        id: &RunId,
        shoes: Option<&str>,
        at: Timestamp,
    ) -> Result<(), LogbookError> {
        self.activity(id)?;
        self.ask("keep in which shoes a run was run", |db| {
            db.execute(
                "INSERT INTO shoes_worn (activity, shoes, said_at) VALUES (?1, ?2, ?3)",
                (&id.0, shoes, at.to_string()),
            )
        })?;
        Ok(())
    }

    /// All that counts of what the runner said of their shoes.
    pub fn rack(&self) -> Result<Rack, LogbookError> {
        self.ask("read what was said of shoes", |db| {
            let mut rack = Rack { worn: worn(db)?, ..Rack::default() };
            let mut said = db.prepare_cached("SELECT * FROM shoes ORDER BY number")?;
            let mut rows = said.query(())?;
            while let Some(row) = rows.next()? {
                let (name, word): (String, String) = (row.get("name")?, row.get("word")?);
                let since = spelled_if_any(row, "since")?;
                let word = match word.as_str() {
                    "there" => {
                        let metres = row.get::<_, Option<i64>>("metres")?.unwrap_or_default();
                        ShoesWord::There { since, before: Metres(metres as f64) }
                    }
                    "usual" => ShoesWord::Usual(since),
                    "retired" => ShoesWord::Retired(spelled(row, "since")?),
                    _ => ShoesWord::Withdrawn,
                };
                hear(&mut rack, name, word);
            }
            Ok(rack)
        })
    }

    /// The shoes that exports name, by activity; of each the latest that was named.
    pub fn gear(&self) -> Result<BTreeMap<RunId, String>, LogbookError> {
        self.ask("read the shoes that exports name", |db| {
            db.prepare_cached(
                "SELECT activities.id AS id, gear FROM declarations
                 JOIN activities ON activities.original = declarations.original
                 WHERE gear IS NOT NULL ORDER BY number",
            )?
            .query_map((), |row| Ok((RunId(row.get("id")?), row.get("gear")?)))?
            .collect()
        })
    }
}

/// What one more word makes of the rack.
fn hear(rack: &mut Rack, name: String, word: ShoesWord) {
    let place = rack.pairs.iter().position(|pair| pair.name == name);
    let place = place.unwrap_or_else(|| {
        let before = Metres(0.0);
        rack.pairs.push(Shoes { name: name.clone(), since: None, before, retired: None });
        rack.pairs.len() - 1
    });
    let pair = &mut rack.pairs[place];
    match word {
        ShoesWord::There { since, before } => {
            *pair = Shoes { name, since, before, retired: None };
        }
        ShoesWord::Usual(since) => {
            pair.retired = None;
            rack.usual.push((since, name));
        }
        ShoesWord::Retired(since) => pair.retired = Some(since),
        ShoesWord::Withdrawn => {
            rack.pairs.remove(place);
            rack.usual.retain(|(_, usual)| *usual != name);
        }
    }
}

fn worn(db: &Connection) -> rusqlite::Result<BTreeMap<RunId, String>> {
    db.prepare_cached(
        "SELECT activity, shoes FROM shoes_worn
         WHERE number IN (SELECT max(number) FROM shoes_worn GROUP BY activity)
         AND shoes IS NOT NULL",
    )?
    .query_map((), |row| Ok((RunId(row.get("activity")?), row.get("shoes")?)))?
    .collect()
}
