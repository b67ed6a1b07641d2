//! What to do today, with its reasons.

use rulebook::{Conflict, Fact, Grade, RuleId, Tip, Verdict};
use serde::Serialize;
use std::fmt;
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
    pub would_change: Vec<Otherwise>,
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
    /// No farther than this; `None` where its minutes do not reach as far.
    pub farthest: Option<Metres>,
    /// The fastest and the slowest speed to aim at on easy running; slower is always allowed.
    pub speed: Option<(MetresPerSecond, MetresPerSecond)>,
    /// The heart rate not to exceed on easy running.
    pub hr_max: Option<Bpm>,
    /// The session in the training notation.
    pub session: Session,
    /// Where, in which shoes, and when to stop.
    pub manner: Manner,
}

/// Where to run, in which shoes, and when to stop.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Manner {
    /// The ground, in a sentence.
    pub ground: &'static str,
    /// The shoes, in a sentence.
    pub shoes: &'static str,
    /// What to ask after ten minutes, in a sentence or two.
    pub ten_minutes: &'static str,
}

/// A rule that shaped the day.
#[derive(Debug, Clone, PartialEq)]
pub struct Because {
    /// Which.
    pub rule: RuleId,
    /// How it shaped the day.
    pub says: Says,
    /// What it holds today to, or what it says of the choice, and why.
    pub message: String,
    /// How strongly it is known.
    pub grade: Grade,
    /// Whether it outranks every doctrine.
    pub is_safety: bool,
}

/// How a rule shapes a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Says {
    /// It holds the day back.
    Holds,
    /// It stands behind what was chosen; this is what it says of the days so far.
    Found(Verdict),
}

impl Says {
    /// The word for it, as in JSON.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Holds => "holds",
            Self::Found(verdict) => verdict.word(),
        }
    }
}

/// Something that would make another day of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Otherwise {
    /// What it takes.
    pub condition: Condition,
    /// What the day would be then, as [`in_words`] says it.
    pub then: String,
}

/// What it takes to make another day of it.
#[derive(Debug, Clone, PartialEq)]
pub enum Condition {
    /// All of this said of the day.
    All(Vec<Fact>),
    /// Any of this said of the day.
    Any(Vec<Fact>),
    /// A later day, with nothing run until then.
    On(Date),
    /// The runner's own wish to run on a day without running.
    Anyway,
}

impl fmt::Display for Otherwise {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let said = |facts: &[Fact], between: &str| {
            facts.iter().map(|fact| fact.in_words()).collect::<Vec<_>>().join(between)
        };
        match &self.condition {
            Condition::All(facts) => write!(f, "With {}", said(facts, " and ")),
            Condition::Any(facts) => write!(f, "With {}", said(facts, ", or ")),
            Condition::On(day) => {
                write!(f, "On {}, with nothing run until then", day.strftime("%A"))
            }
            Condition::Anyway => write!(f, "If you would rather run"),
        }?;
        write!(f, ": {}.", self.then)
    }
}

/// What is done in a few words: `easy, 25 to 30 minutes`, `no running, something without impact
/// instead`.
pub fn in_words(action: Action, session: Option<&Prescribed>) -> String {
    let Some(session) = session else {
        return match action {
            Action::SeeAClinician => "no running until a clinician has looked at it",
            Action::Swap => "no running, something without impact instead",
            _ => "rest",
        }
        .to_owned();
    };
    match session.minutes {
        (least, most) if least == most => format!("{}, {most} minutes", session.purpose),
        (least, most) => format!("{}, {least} to {most} minutes", session.purpose),
    }
}

/// What could not be told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Missing {
    /// By which rule.
    pub rule: RuleId,
    /// What to supply.
    pub supply: String,
    /// Whether it is asked before anything else.
    pub is_pressing: bool,
}

/// What other doctrines would do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Elsewhere {
    /// The doctrines that agree with each other.
    pub doctrines: Vec<&'static str>,
    /// What they would do.
    pub action: Action,
    /// What the run would be for; `None` without one.
    pub purpose: Option<Purpose>,
    /// All of it in a few words.
    pub would: String,
    /// The rule that decides there; `None` where the runner's own rhythm does.
    pub rule: Option<RuleId>,
    /// What it says, or what the rhythm asks for, in a sentence.
    pub message: String,
}
