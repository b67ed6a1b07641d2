//! What doctrines set a number to, those that agree in one line.

use super::wrap::wrap;
use rulebook::{Value, by_value};

/// One line for each value, with the doctrines that set it.
pub fn values<'a>(set: impl IntoIterator<Item = (&'a str, Value)>) -> String {
    let line = |(value, doctrines): (Value, Vec<&str>)| {
        wrap(&format!("    {value}: "), &doctrines.join(", ")) + "\n"
    };
    by_value(set).into_iter().map(line).collect()
}
