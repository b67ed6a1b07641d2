//! A sample week of the rulebook, with what does not add up in it.

use rulebook::sample_weeks::notes;
use serde::Serialize;

/// A sample week.
#[derive(Debug, Clone, Serialize)]
pub struct SampleWeek {
    /// The name of this shape.
    pub schema: &'static str,
    /// What does not add up, a sentence each.
    pub notes: Vec<String>,
    /// The week as the rulebook has it.
    pub sample: rulebook::SampleWeek,
}

impl SampleWeek {
    /// A week and its notes.
    pub fn of(week: &rulebook::SampleWeek) -> Self {
        Self { schema: "everymile.sample-week/1", notes: notes(week), sample: *week }
    }
}
