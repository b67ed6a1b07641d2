//! What would help most, each as the last weeks replayed with it: arithmetic on the log.

use super::replay::Replayed;
use crate::analysis::Lens;
use planner::{WhatIf, what_if};
use rulebook::{Case, Suggestion};
use serde::Serialize;
use training::Date;
use utoipa::ToSchema;

/// How many weeks are replayed, as many as the suggestions look back.
const WEEKS: usize = 12;

/// The changes that would help most, replayed.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Previews {
    /// The name of this shape.
    pub schema: &'static str,
    /// The day they are seen from.
    pub on: Date,
    /// One for each suggestion of the ledger, in its order.
    pub previews: Vec<Preview>,
}

/// A suggestion, and the weeks with it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Preview {
    /// What to change.
    pub suggestion: Suggestion,
    /// The last weeks as they would have been; `null` where a replay cannot tell.
    pub replay: Option<Replayed>,
}

impl Previews {
    /// The suggestions of a ledger, replayed.
    pub fn new(case: &Case<'_>, lens: &Lens, suggestions: &[Suggestion]) -> Self {
        let replayed = |suggestion: &Suggestion| {
            let change = WhatIf::following(suggestion.rule?)?;
            let replay = what_if(case, &lens.doctrine, &change, WEEKS);
            Some(Replayed::new(replay, lens.on, &lens.doctrine.name, false))
        };
        let previews = suggestions.iter().map(|suggestion| Preview {
            suggestion: suggestion.clone(),
            replay: replayed(suggestion),
        });
        Self { schema: "everymile.previews/1", on: lens.on, previews: previews.collect() }
    }
}
