//! Reads columns whose text is a word, a date, a time or a hash.

use rusqlite::{Error, Row, types::Type};
use std::{error::Error as StdError, str::FromStr};

/// The value a text column spells.
pub(crate) fn spelled<T>(row: &Row<'_>, column: &str) -> rusqlite::Result<T>
where
    T: FromStr<Err: StdError + Send + Sync + 'static>,
{
    parsed(row, column, &row.get::<_, String>(column)?)
}

/// The value a text column spells, if it holds any text.
pub(crate) fn spelled_if_any<T>(row: &Row<'_>, column: &str) -> rusqlite::Result<Option<T>>
where
    T: FromStr<Err: StdError + Send + Sync + 'static>,
{
    let text = row.get::<_, Option<String>>(column)?;
    text.map(|text| parsed(row, column, &text)).transpose()
}

fn parsed<T>(row: &Row<'_>, column: &str, text: &str) -> rusqlite::Result<T>
where
    T: FromStr<Err: StdError + Send + Sync + 'static>,
{
    text.parse().map_err(|error| {
        let index = row.as_ref().column_index(column).unwrap_or_default();
        Error::FromSqlConversionFailure(index, Type::Text, Box::new(error))
    })
}

/// Why JSON in a column is none of ours.
pub(crate) fn unreadable(error: serde_json::Error) -> Error {
    Error::FromSqlConversionFailure(0, Type::Text, Box::new(error))
}
