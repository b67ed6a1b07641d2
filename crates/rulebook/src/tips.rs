//! Tips: advice that judges nothing, each with its grade.

use crate::source::Grade;
use serde::Serialize;

/// A piece of advice that judges nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Tip {
    /// Its name: imperative words.
    pub id: &'static str,
    /// When it is worth showing.
    pub when: &'static str,
    /// The advice.
    pub text: &'static str,
    /// How strongly it is known.
    pub grade: Grade,
}

/// Every tip.
pub fn tips() -> &'static [Tip] {
    &[]
}
