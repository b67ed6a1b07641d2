//! The words everymile uses, each in a sentence.

use serde::Serialize;

/// A word and what it means here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Term {
    /// The word.
    pub word: &'static str,
    /// What it means, in a sentence or two.
    pub means: &'static str,
}

/// Every term, in alphabetical order.
pub fn glossary() -> &'static [Term] {
    &[]
}
