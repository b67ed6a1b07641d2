//! What the log shows to follow certain runs.

use rulebook::{
    Case, Pattern,
    patterns::{patterns, summed_up},
};
use serde::Serialize;
use training::Date;

/// Every pattern looked for, on a day.
#[derive(Debug, Clone, Serialize)]
pub struct Patterns {
    /// The name of this shape.
    pub schema: &'static str,
    /// The day; the whole log up to it counts.
    pub date: Date,
    /// How many were looked for and how many show.
    pub summary: String,
    /// Each of them.
    pub patterns: Vec<Pattern>,
}

impl Patterns {
    /// The patterns of a log.
    pub fn new(case: &Case<'_>) -> Self {
        let patterns = patterns(case);
        let summary = summed_up(&patterns);
        Self { schema: "everymile.patterns/1", date: case.on, summary, patterns }
    }
}
