//! Which rule, tip or term carries each statement of the founding articles.

use serde::Serialize;

/// What carries a statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum Carrier {
    /// A rule, by its id.
    Rule(&'static str),
    /// A tip, by its id.
    Tip(&'static str),
    /// A term of the glossary.
    Term(&'static str),
    /// Nothing, for the reason given.
    Exception(&'static str),
}

/// Every statement with a short label and what carries it.
pub fn carriers() -> &'static [(&'static str, &'static str, &'static [Carrier])] {
    &[]
}
