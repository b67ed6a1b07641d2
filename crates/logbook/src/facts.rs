//! Every fact, whatever table it stands in: hashed as a whole; and all that was said and noted, as
//! JSON that can be taken in again. Tables that a later format adds are among them by themselves.

use crate::{ContentHash, Logbook, LogbookError, derived::OPINIONS, row::unreadable};
use rusqlite::{Connection, ToSql, params_from_iter, types::ValueRef};
use serde_json::{Map, Number, Value};
use std::collections::{BTreeMap, HashSet};

/// All that was said and noted, by table, each row in the order it was said: everything but the bytes
/// of the originals and what is read from them.
pub type Told = BTreeMap<String, Vec<Map<String, Value>>>;

/// What is not told but kept or read again: the originals, and the activities found in them.
const NOT_TOLD: [&str; 2] = ["originals", "activities"];

/// Columns that hold JSON.
const JSON: [(&str, &str); 5] = [
    ("check_ins", "answers"),
    ("plan_changes", "reasons"),
    ("plans", "goal"),
    ("plans", "wishes"),
    ("profile", "value"),
];

/// Tables of which the logbook may hold more than what is taken in: its own stays.
const OWN_STAYS: [&str; 2] = ["failures", "settings"];

impl Logbook {
    /// One hash over every fact: the same in two logbooks only if each fact is, bit for bit.
    pub fn facts_digest(&self) -> Result<ContentHash, LogbookError> {
        self.ask("hash the facts", |db| {
            let mut digest = blake3::Hasher::new();
            for table in fact_tables(db)? {
                hash_table(db, &table, &mut digest)?;
            }
            Ok(ContentHash::from(digest.finalize()))
        })
    }

    /// All that was said and noted.
    pub fn told(&self) -> Result<Told, LogbookError> {
        self.ask("read all that was said", |db| {
            let tables = fact_tables(db)?.into_iter();
            let told = tables.filter(|table| !NOT_TOLD.contains(&table.as_str()));
            told.map(|table| rows(db, &table).map(|rows| (table, rows))).collect()
        })
    }

    /// Takes in what was told by a logbook whose originals are held, row for row, all or nothing. What
    /// is here already is not taken twice. A logbook that was told anything else is refused: whose
    /// word came last could not be known. Gives the number of rows that were new.
    pub fn take_in(&self, told: &Told) -> Result<usize, LogbookError> {
        let own = self.told()?;
        if let Some(what) = told.keys().find(|table| !own.contains_key(*table)).cloned() {
            return Err(LogbookError::UnknownTold { path: self.path.clone(), what });
        }
        let (own, new) = (as_texts(&own), as_texts(told));
        let stays = |row: &&(&str, String)| OWN_STAYS.contains(&row.0) || new.contains(*row);
        if !own.iter().all(|row| stays(&row)) {
            return Err(LogbookError::OtherWords { path: self.path.clone() });
        }
        self.atomically("take in what was said", |db| {
            db.execute_batch("PRAGMA defer_foreign_keys = true")?;
            let mut taken = 0;
            for (table, rows) in told {
                let is_new = |row: &&Map<String, Value>| !own.contains(&(table, as_text(row)));
                for row in rows.iter().filter(is_new) {
                    taken += insert(db, table, row)?;
                }
            }
            Ok(taken)
        })
    }

    /// Whether any fact or inference that is still held contains these bytes.
    pub fn holds_bytes(&self, bytes: &[u8]) -> Result<bool, LogbookError> {
        self.ask("look for bytes", |db| {
            for table in fact_tables(db)?.into_iter().chain(OPINIONS.map(str::to_owned)) {
                let holds = |column| format!("instr(CAST({column} AS BLOB), ?1) > 0");
                let holds: Vec<String> = columns(db, &table)?.iter().map(holds).collect();
                let question = format!("SELECT 1 FROM {table} WHERE {}", holds.join(" OR "));
                if db.prepare(&question)?.exists([bytes])? {
                    return Ok(true);
                }
            }
            Ok(false)
        })
    }
}

/// Every row with its table, by which rows are known.
fn as_texts(told: &Told) -> HashSet<(&str, String)> {
    let rows = told.iter().flat_map(|(table, rows)| rows.iter().map(move |row| (table, row)));
    rows.map(|(table, row)| (table.as_str(), as_text(row))).collect()
}

fn as_text(row: &Map<String, Value>) -> String {
    serde_json::to_string(row).unwrap_or_default()
}

/// The tables of facts, in the order of their names.
pub(crate) fn fact_tables(db: &Connection) -> rusqlite::Result<Vec<String>> {
    db.prepare_cached(
        "SELECT name FROM sqlite_schema
         WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT IN (?1, ?2) ORDER BY name",
    )?
    .query_map(OPINIONS, |row| row.get(0))?
    .collect()
}

fn columns(db: &Connection, table: &str) -> rusqlite::Result<Vec<String>> {
    db.prepare("SELECT name FROM pragma_table_info(?1) ORDER BY cid")?
        .query_map([table], |row| row.get(0))?
        .collect()
}

fn hash_table(db: &Connection, table: &str, digest: &mut blake3::Hasher) -> rusqlite::Result<()> {
    digest.update(table.as_bytes());
    let columns = columns(db, table)?.len();
    let mut all = db.prepare(&format!("SELECT * FROM {table} ORDER BY 1"))?;
    let mut rows = all.query(())?;
    while let Some(row) = rows.next()? {
        for column in 0..columns {
            let (kind, bytes) = match row.get_ref(column)? {
                ValueRef::Null => (b'n', Vec::new()),
                ValueRef::Integer(number) => (b'i', number.to_le_bytes().to_vec()),
                ValueRef::Real(number) => (b'r', number.to_le_bytes().to_vec()),
                ValueRef::Text(bytes) => (b't', bytes.to_vec()),
                ValueRef::Blob(bytes) => (b'b', bytes.to_vec()),
            };
            digest.update(&[kind]).update(&(bytes.len() as u64).to_le_bytes()).update(&bytes);
        }
    }
    Ok(())
}

fn rows(db: &Connection, table: &str) -> rusqlite::Result<Vec<Map<String, Value>>> {
    let columns = columns(db, table)?;
    db.prepare(&format!("SELECT * FROM {table} ORDER BY 1"))?
        .query_map((), |row| {
            let cells = columns.iter().enumerate();
            let cell = |(place, column): (usize, &String)| {
                let value = row.get_ref(place)?;
                Ok((column.clone(), as_json(value, is_json(table, column))?))
            };
            cells.map(cell).collect()
        })?
        .collect()
}

fn is_json(table: &str, column: &str) -> bool {
    JSON.contains(&(table, column))
}

fn as_json(value: ValueRef<'_>, is_json: bool) -> rusqlite::Result<Value> {
    Ok(match value {
        ValueRef::Null => Value::Null,
        ValueRef::Integer(number) => number.into(),
        ValueRef::Real(number) => Number::from_f64(number).into(),
        ValueRef::Text(text) if is_json => serde_json::from_slice(text).map_err(unreadable)?,
        ValueRef::Text(text) | ValueRef::Blob(text) => String::from_utf8_lossy(text).into(),
    })
}

fn insert(db: &Connection, table: &str, row: &Map<String, Value>) -> rusqlite::Result<usize> {
    let known = columns(db, table)?;
    let cells = row.iter().filter(|(column, _)| known.contains(column));
    let (names, values): (Vec<&str>, Vec<Box<dyn ToSql>>) = cells
        .map(|(column, value)| (column.as_str(), as_cell(value, is_json(table, column))))
        .unzip();
    let places: Vec<String> = (1..=names.len()).map(|place| format!("?{place}")).collect();
    let or = if OWN_STAYS.contains(&table) { "OR IGNORE " } else { "" };
    db.prepare_cached(&format!(
        "INSERT {or}INTO {table} ({}) VALUES ({})",
        names.join(", "),
        places.join(", ")
    ))?
    .execute(params_from_iter(values))
}

fn as_cell(value: &Value, is_json: bool) -> Box<dyn ToSql> {
    match value {
        Value::Null => Box::new(None::<String>),
        value if is_json => Box::new(value.to_string()),
        Value::Bool(flag) => Box::new(*flag),
        Value::Number(number) => match number.as_i64() {
            Some(whole) => Box::new(whole),
            None => Box::new(number.as_f64()),
        },
        Value::String(text) => Box::new(text.clone()),
        other => Box::new(other.to_string()),
    }
}
