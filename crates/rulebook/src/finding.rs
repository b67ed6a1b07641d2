//! What is said about a case under one rule: the verdict, what was measured, what was asked, and
//! what to do about it.

use crate::{
    rule::RuleId,
    source::{Grade, SourceId},
};
use serde::Serialize;
use training::{Date, RunId, Week};

/// Whether a rule was kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// The facts meet what the rule asks.
    Kept,
    /// They do not.
    Broken,
    /// The rule does not speak about this runner, this time or this doctrine.
    NotApplicable,
    /// Facts are missing; the advice says what to supply.
    CannotTell,
}

impl Verdict {
    /// The words for it, as in JSON and on rule pages.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Kept => "kept",
            Self::Broken => "broken",
            Self::NotApplicable => "not-applicable",
            Self::CannotTell => "cannot-tell",
        }
    }
}

/// What one rule says about a case.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Finding {
    /// Which rule.
    pub rule: RuleId,
    /// Whether it was kept.
    pub verdict: Verdict,
    /// What it speaks about.
    pub about: About,
    /// What was measured, where it could be.
    pub measured: Option<Amount>,
    /// What the rule asks under this doctrine.
    pub asked: Option<Asked>,
    /// How far inside (positive) or outside (negative) of what is asked, in the same unit.
    pub margin: Option<f64>,
    /// The conclusion and its numbers.
    pub message: String,
    /// What to do, or what to supply; empty when nothing needs doing.
    pub advice: String,
    /// How strongly the rule is known.
    pub grade: Grade,
    /// Who says so.
    pub sources: &'static [SourceId],
    /// The statements the rule carries.
    pub statements: &'static [&'static str],
}

/// What a finding speaks about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum About {
    /// The days up to and including this one.
    DaysUpTo(Date),
    /// One week.
    Week(Week),
    /// One run.
    Run(RunId),
}

/// A number with its unit.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Amount {
    /// How much.
    pub value: f64,
    /// Of what.
    pub unit: Unit,
}

/// What a rule asks: at least or at most so much.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Asked {
    /// Which side is kept.
    pub bound: Bound,
    /// The threshold.
    #[serde(flatten)]
    pub amount: Amount,
}

/// Which side of a threshold is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Bound {
    /// The threshold or more.
    AtLeast,
    /// The threshold or less.
    AtMost,
}

/// The units rules measure in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Unit {
    /// Days.
    Days,
    /// Weeks.
    Weeks,
    /// Blocks of days or weeks.
    Blocks,
    /// Hours.
    Hours,
    /// Minutes.
    Minutes,
    /// Runs.
    Runs,
    /// Sessions other than runs.
    Sessions,
    /// Kinds: of training, of runs, of things looked for.
    Kinds,
    /// Climbs in a session.
    Climbs,
    /// Seconds.
    Seconds,
    /// A share, 0 to 1.
    Share,
    /// Heartbeats a minute.
    Bpm,
    /// An index, 0 to 1.
    Index,
    /// Points on an answer's scale.
    Points,
    /// Metres per second.
    MetresPerSecond,
}

/// What a rule's judge says, before the registry adds who says so and how strongly.
#[derive(Debug, Clone, PartialEq)]
pub struct Opinion {
    /// Whether the rule was kept.
    pub verdict: Verdict,
    /// What was measured.
    pub measured: Option<Amount>,
    /// What was asked.
    pub asked: Option<Asked>,
    /// The conclusion and its numbers.
    pub message: String,
    /// What to do, or what to supply.
    pub advice: String,
}

impl Asked {
    /// At least `value`.
    pub const fn at_least(value: f64, unit: Unit) -> Self {
        Self { bound: Bound::AtLeast, amount: Amount { value, unit } }
    }

    /// At most `value`.
    pub const fn at_most(value: f64, unit: Unit) -> Self {
        Self { bound: Bound::AtMost, amount: Amount { value, unit } }
    }

    /// How far inside (positive or zero) or outside (negative) a measured value is.
    pub fn margin(self, measured: f64) -> f64 {
        match self.bound {
            Bound::AtLeast => measured - self.amount.value,
            Bound::AtMost => self.amount.value - measured,
        }
    }
}

impl Opinion {
    /// Kept or broken, as the number measured says.
    pub fn of(measured: f64, asked: Asked, message: impl Into<String>) -> Self {
        let is_kept = asked.margin(measured) >= 0.0;
        let verdict = if is_kept { Verdict::Kept } else { Verdict::Broken };
        Self {
            verdict,
            measured: Some(Amount { value: measured, unit: asked.amount.unit }),
            asked: Some(asked),
            message: message.into(),
            advice: String::new(),
        }
    }

    /// The rule does not speak about this.
    pub fn not_applicable(why: impl Into<String>) -> Self {
        Self::without_number(Verdict::NotApplicable, why, "")
    }

    /// Facts are missing, and this is what to supply.
    pub fn cannot_tell(why: impl Into<String>, supply: impl Into<String>) -> Self {
        Self::without_number(Verdict::CannotTell, why, supply)
    }

    /// Nothing can be told of running before there is any.
    pub fn no_run_yet() -> Self {
        Self::cannot_tell("The log holds no run yet.", "Import your runs.")
    }

    /// Kept, where the number alone does not say why.
    pub fn kept(why: impl Into<String>) -> Self {
        Self::without_number(Verdict::Kept, why, "")
    }

    /// Broken, where no number says how far, and what to do.
    pub fn broken(why: impl Into<String>, advice: impl Into<String>) -> Self {
        Self::without_number(Verdict::Broken, why, advice)
    }

    /// What to do if the rule was broken.
    #[must_use]
    pub fn if_broken(mut self, advice: impl Into<String>) -> Self {
        if self.verdict == Verdict::Broken {
            self.advice = advice.into();
        }
        self
    }

    fn without_number(
        verdict: Verdict,
        message: impl Into<String>,
        advice: impl Into<String>,
    ) -> Self {
        Self {
            verdict,
            measured: None,
            asked: None,
            message: message.into(),
            advice: advice.into(),
        }
    }

    /// How far inside or outside of what is asked.
    pub fn margin(&self) -> Option<f64> {
        Some(self.asked?.margin(self.measured?.value))
    }
}
