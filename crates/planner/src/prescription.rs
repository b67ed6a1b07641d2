//! What to do today, with its reasons.

use rulebook::{Conflict, Grade, RuleId, Tip, Verdict};
use serde::Serialize;
use training::{Bpm, Date, Metres, MetresPerSecond, Purpose, Session};

/// What to do on a day, and why.
#[derive(Debug, Clone, PartialEq)]
pub struct Prescription {
    /// The day.
    pub date: Date,
    /// The doctrine it follows.
    pub doctrine: String,
    /// What to do.
    pub action: Action,
    /// What to run; `None` on a day without running.
    pub session: Option<Prescribed>,
    /// What may take the place of running; empty when something is run, or nothing should be done.
    pub instead: String,
    /// What the day would have held by itself, and why.
    pub intended: String,
    /// The rules that shaped it, in order of precedence.
    pub because: Vec<Because>,
    /// What would change it.
    pub would_change: Vec<String>,
    /// What could not be told, and what to supply.
    pub cannot_tell: Vec<Missing>,
    /// The disagreements that arise where the day is decided.
    pub disputes: Vec<&'static Conflict>,
    /// How to go about it.
    pub tips: Vec<&'static Tip>,
}

/// What to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Action {
    /// Run as the day would have it.
    Run,
    /// Run less than the day would have it.
    Shorten,
    /// Do something else: easy running in place of hard, or something without impact.
    Swap,
    /// Do not run.
    Rest,
    /// Do not run, and ask a clinician before the next run.
    SeeAClinician,
}

impl Action {
    /// The word for it, as in JSON.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Run => "run",
            Self::Shorten => "shorten",
            Self::Swap => "swap",
            Self::Rest => "rest",
            Self::SeeAClinician => "see-a-clinician",
        }
    }
}

/// What to run.
#[derive(Debug, Clone, PartialEq)]
pub struct Prescribed {
    /// What it is for.
    pub purpose: Purpose,
    /// The shortest and the longest time that do, in whole minutes.
    pub minutes: (u32, u32),
    /// No farther than this.
    pub farthest: Option<Metres>,
    /// The fastest and the slowest speed to aim at on easy running; slower is always allowed.
    pub speed: Option<(MetresPerSecond, MetresPerSecond)>,
    /// The heart rate not to exceed on easy running.
    pub hr_max: Option<Bpm>,
    /// The session in the training notation.
    pub session: Session,
}

/// A rule that shaped the day.
#[derive(Debug, Clone, PartialEq)]
pub struct Because {
    /// Which.
    pub rule: RuleId,
    /// What it says of the days so far.
    pub verdict: Verdict,
    /// What it holds today to, and why.
    pub message: String,
    /// How strongly it is known.
    pub grade: Grade,
    /// Whether it outranks every doctrine.
    pub is_safety: bool,
}

/// What could not be told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Missing {
    /// By which rule.
    pub rule: RuleId,
    /// What to supply.
    pub supply: String,
}

/// What other doctrines would do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Elsewhere {
    /// The doctrines that agree with each other.
    pub doctrines: Vec<&'static str>,
    /// What they would do, in a few words.
    pub would: String,
}
