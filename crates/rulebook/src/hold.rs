//! What a rule leaves of today's running. Rules only hold back; what is run is proposed elsewhere.

use serde::Serialize;
use training::{Metres, Seconds};

/// What a rule leaves of today's running, and why.
#[derive(Debug, Clone, PartialEq)]
pub struct Hold {
    /// What may be done at all.
    pub allows: Allows,
    /// No longer than this.
    pub longest: Option<Seconds>,
    /// No farther than this.
    pub farthest: Option<Metres>,
    /// Why, with its numbers, in a sentence.
    pub message: String,
    /// What would lift it, as it follows "with": `soreness at 4 or less`; `None` when only time
    /// does.
    pub lifted_by: Option<String>,
}

/// What may be done today, the strictest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Allows {
    /// No running, and a clinician is asked before the next run.
    Clinician,
    /// No running; a walk is welcome.
    Rest,
    /// No running; something without impact may take its place.
    Swap,
    /// Easy running only.
    Easy,
    /// Anything.
    Anything,
}

impl Hold {
    /// Holds the day to what is allowed.
    pub fn to(allows: Allows, message: impl Into<String>) -> Self {
        Self { allows, longest: None, farthest: None, message: message.into(), lifted_by: None }
    }

    /// The same, and no longer than this.
    #[must_use]
    pub fn no_longer_than(self, longest: Seconds) -> Self {
        Self { longest: Some(longest), ..self }
    }

    /// The same, and no farther than this.
    #[must_use]
    pub fn no_farther_than(self, farthest: Metres) -> Self {
        Self { farthest: Some(farthest), ..self }
    }

    /// The same, with what would lift it: `soreness at 4 or less`.
    #[must_use]
    pub fn lifted_by(self, what: impl Into<String>) -> Self {
        Self { lifted_by: Some(what.into()), ..self }
    }
}
