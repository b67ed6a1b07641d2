//! The shape of a rule: a judge, the numbers it may be tuned by, who says so, and its page.

use crate::{
    case::Case,
    doctrine::Value,
    finding::Opinion,
    ledger::Charge,
    source::{Grade, SourceId},
};
use serde::Serialize;
use std::fmt;
use training::{NamedRun, Week};

/// The name of a rule: imperative words that never change their meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
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
}

/// How far a rule may be relied on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Maturity {
    /// Shown, never steers a plan.
    Trial,
    /// Relied on.
    Firm,
    /// No longer judged; keeps its page.
    Retired,
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
    /// Who says so.
    pub source: SourceId,
    /// How strongly.
    pub grade: Grade,
}

/// What a rule holds against a run, or nothing.
pub type Charging = fn(&Case<'_>, &Parameters<'_>, &NamedRun) -> Option<Charge>;

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

    fn value(&self, name: &str) -> Value {
        let set = self.set.iter().rev().find(|(own, _)| own == name).map(|(_, value)| *value);
        let own = self.defaults.iter().find(|parameter| parameter.name == name);
        set.or(own.map(|parameter| parameter.value))
            .expect("a rule asks only for parameters it declares, which a test holds")
    }
}
