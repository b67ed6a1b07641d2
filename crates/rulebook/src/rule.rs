//! The shape of a rule: a judge, the numbers it may be tuned by, who says so, and its page.

use crate::{
    case::Case,
    doctrine::Value,
    finding::Opinion,
    hold::Hold,
    ledger::Charge,
    source::{Grade, SourceId},
};
use serde::Serialize;
use std::fmt;
use training::{NamedRun, Week};

/// The name of a rule: imperative words that never change their meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(transparent)]
pub struct RuleId(pub &'static str);

impl fmt::Display for RuleId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.0)
    }
}

/// One rule.
#[derive(Debug)]
pub struct Rule {
    /// Its name, the same as its two files'.
    pub id: RuleId,
    /// What it is about.
    pub topic: Topic,
    /// What it asks, in one sentence.
    pub asks: &'static str,
    /// Its page, as Markdown.
    pub page: &'static str,
    /// How strongly it is known.
    pub grade: Grade,
    /// Who says so.
    pub sources: &'static [SourceId],
    /// The statements it carries.
    pub statements: &'static [&'static str],
    /// How far it may be relied on.
    pub maturity: Maturity,
    /// The numbers a doctrine may set.
    pub parameters: &'static [Parameter],
    /// What judges.
    pub judge: Judge,
    /// What the rule may hold against a run in the ledger; `None` for rules that never do.
    pub charge: Option<Charging>,
    /// What the rule may hold today's running to; `None` for rules that never do.
    pub hold: Option<Holding>,
}

/// What rules are about, in the order in which they come first when they meet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Topic {
    /// Pain, illness, and coming back. No doctrine can switch these off.
    Safety,
    /// What the runner says of body and mind.
    Body,
    /// How distance grows from run to run and from week to week.
    Growth,
    /// What was meant, and what was done.
    Plan,
    /// Running after something hard.
    Recovery,
    /// How hard, and how often.
    Intensity,
    /// What running is for.
    Purpose,
    /// What is trained beside running, and how it is run.
    Variety,
}

impl Topic {
    /// Every topic, in order of precedence.
    pub const ALL: [Self; 8] = [
        Self::Safety,
        Self::Body,
        Self::Growth,
        Self::Plan,
        Self::Recovery,
        Self::Intensity,
        Self::Purpose,
        Self::Variety,
    ];

    /// The word for it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Safety => "safety",
            Self::Body => "body",
            Self::Growth => "growth",
            Self::Plan => "plan",
            Self::Recovery => "recovery",
            Self::Intensity => "intensity",
            Self::Purpose => "purpose",
            Self::Variety => "variety",
        }
    }
}

impl Rule {
    /// Whether it outranks every doctrine.
    pub fn is_safety(&self) -> bool {
        self.topic == Topic::Safety
    }
}

/// How far a rule may be relied on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Maturity {
    /// Shown, never steers a plan.
    Trial,
    /// Relied on.
    Firm,
    /// No longer judged; keeps its page.
    Retired,
}

impl Maturity {
    /// The words for it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Trial => "on trial",
            Self::Firm => "firm",
            Self::Retired => "retired",
        }
    }
}

/// A number a doctrine may set.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Parameter {
    /// Its name in a doctrine.
    pub name: &'static str,
    /// What it means, with its unit.
    pub means: &'static str,
    /// What it is unless a doctrine says otherwise.
    pub value: Value,
    /// What it may be set to.
    pub range: Range,
    /// Who says so.
    pub source: SourceId,
    /// How strongly.
    pub grade: Grade,
}

/// What a number may be set to: beyond it the rule would mean nothing, or do harm.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Range {
    /// The least it may be, in the parameter's own unit.
    pub least: f64,
    /// The most.
    pub most: f64,
}

impl Range {
    /// Yes or no, of what is no number.
    pub const EITHER: Self = Self::between(0.0, 1.0);

    /// From the least to the most, both allowed.
    pub const fn between(least: f64, most: f64) -> Self {
        Self { least, most }
    }

    /// Whether a value lies inside.
    pub fn holds(self, value: Value) -> bool {
        match value {
            Value::Flag(_) => true,
            Value::Number(number) => (self.least..=self.most).contains(&number),
        }
    }
}

impl fmt::Display for Range {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} to {}", self.least, self.most)
    }
}

/// What a rule holds against a run, or nothing.
pub type Charging = fn(&Case<'_>, &Parameters<'_>, &NamedRun) -> Option<Charge>;

/// What a rule holds today's running to, or nothing.
pub type Holding = fn(&Case<'_>, &Parameters<'_>) -> Option<Hold>;

/// What judges, by what it speaks about.
#[derive(Debug, Clone, Copy)]
pub enum Judge {
    /// The days up to the day judged.
    Days(fn(&Case<'_>, &Parameters<'_>) -> Opinion),
    /// One week.
    Week(fn(&Case<'_>, &Parameters<'_>, Week) -> Opinion),
    /// One run.
    Run(fn(&Case<'_>, &Parameters<'_>, &NamedRun) -> Opinion),
}

/// The numbers of one rule under one doctrine.
#[derive(Debug, Clone, Copy)]
pub struct Parameters<'a> {
    /// The rule's own numbers.
    pub defaults: &'static [Parameter],
    /// What the doctrine sets, in the order it was said.
    pub set: &'a [(String, Value)],
}

impl Parameters<'_> {
    /// A number by its name.
    pub fn number(&self, name: &str) -> f64 {
        match self.value(name) {
            Value::Number(number) => number,
            Value::Flag(flag) => f64::from(u8::from(flag)),
        }
    }

    /// A yes or no by its name.
    pub fn flag(&self, name: &str) -> bool {
        self.value(name) == Value::Flag(true)
    }

    /// What a parameter is set to.
    pub(crate) fn value(&self, name: &str) -> Value {
        let set = self.set.iter().rev().find(|(own, _)| own == name).map(|(_, value)| *value);
        let own = self.defaults.iter().find(|parameter| parameter.name == name);
        set.or(own.map(|parameter| parameter.value))
            .expect("a rule asks only for parameters it declares, which a test holds")
    }
}
