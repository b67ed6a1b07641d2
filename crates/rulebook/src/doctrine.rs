//! A doctrine: a named choice of rules and their numbers, as data. Runners may write their own on
//! top of a shipped one.

mod parting;
mod set;
mod written;

use crate::rule::{Judge, Maturity, Parameter, Parameters, Rule, RuleId, Topic};
use serde::Serialize;
use std::fmt;
use training::spelling::{did_you_mean, nearest};

pub use parting::{Parting, Parts, asked_by, by_value, set_by};
pub use set::set_number;
pub use written::{DoctrineError, DoctrineFault, read_doctrine};

/// The doctrine a runner has unless they choose another.
pub const DEFAULT_DOCTRINE: &str = "evidence-first";

const SHIPPED: [(&str, &str); 6] = [
    ("evidence-first", include_str!("doctrines/evidence-first.toml")),
    ("quality-first", include_str!("doctrines/quality-first.toml")),
    ("context", include_str!("doctrines/context.toml")),
    ("shakeout", include_str!("doctrines/shakeout.toml")),
    ("steady-build", include_str!("doctrines/steady-build.toml")),
    ("all-training", include_str!("doctrines/all-training.toml")),
];

/// A named choice of rules and their numbers.
#[derive(Debug, Clone, PartialEq)]
pub struct Doctrine {
    /// Its name.
    pub name: String,
    /// What it stands for, in a sentence or two.
    pub about: String,
    /// The shipped doctrine it builds on.
    pub inherits: Option<String>,
    /// The rules it judges by, in the rulebook's order.
    pub choices: Vec<Choice>,
}

/// One rule as a doctrine has it.
#[derive(Debug, Clone)]
pub struct Choice {
    /// The rule.
    pub rule: &'static Rule,
    /// The numbers the doctrine sets; later ones win.
    pub set: Vec<(String, Value)>,
}

/// What a parameter is set to.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(untagged)]
pub enum Value {
    /// Yes or no.
    Flag(bool),
    /// A number, in the parameter's own unit.
    Number(f64),
}

/// A name no shipped doctrine has.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("there is no doctrine '{name}'; {}", did_you_mean(*nearest, "everymile doctrines lists them"))]
pub struct UnknownDoctrine {
    /// The name as given.
    pub name: String,
    /// The name that was probably meant.
    pub nearest: Option<&'static str>,
}

/// The names of the shipped doctrines, the default first.
pub fn doctrines() -> Vec<&'static str> {
    SHIPPED.iter().map(|(name, _)| *name).collect()
}

/// A shipped doctrine by its name.
pub fn doctrine(name: &str) -> Result<Doctrine, UnknownDoctrine> {
    let Some((_, text)) = SHIPPED.iter().find(|(own, _)| *own == name) else {
        let nearest = nearest(name, SHIPPED.iter().map(|(own, _)| *own));
        return Err(UnknownDoctrine { name: name.to_owned(), nearest });
    };
    Ok(written::read_shipped(text))
}

impl Doctrine {
    /// How this doctrine has a rule; `None` when it does not judge by it.
    pub fn choice(&self, id: RuleId) -> Option<&Choice> {
        self.choices.iter().find(|choice| choice.rule.id == id)
    }

    /// With only the rules that look at a plan: the firm ones on growth, recovery and intensity that
    /// speak of runs and weeks. How the runner will feel on a day is not planned.
    #[must_use]
    pub fn on_plans(&self) -> Self {
        let topics = [Topic::Growth, Topic::Recovery, Topic::Intensity];
        self.firm(|it| topics.contains(&it.topic) && !matches!(it.judge, Judge::Days(_)))
    }

    /// With only its firm rules of safety.
    #[must_use]
    pub fn of_safety(&self) -> Self {
        self.firm(Rule::is_safety)
    }

    fn firm(&self, picks: impl Fn(&Rule) -> bool) -> Self {
        let choices = self.choices.iter();
        let picked = choices.filter(|it| it.rule.maturity == Maturity::Firm && picks(it.rule));
        Self { choices: picked.cloned().collect(), ..self.clone() }
    }
}

impl PartialEq for Choice {
    fn eq(&self, other: &Self) -> bool {
        self.rule.id == other.rule.id && self.set == other.set
    }
}

impl Choice {
    /// The rule's numbers under the doctrine.
    pub fn parameters(&self) -> Parameters<'_> {
        Parameters { defaults: self.rule.parameters, set: &self.set }
    }

    /// What one of them is set to.
    pub fn value(&self, parameter: &Parameter) -> Value {
        self.parameters().value(parameter.name)
    }
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Flag(flag) => write!(f, "{flag}"),
            Self::Number(number) => write!(f, "{number}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_shipped_doctrine_reads_and_carries_its_own_name() {
        for (name, text) in SHIPPED {
            let doctrine = written::read_shipped(text);
            assert_eq!(doctrine.name, name);
            assert!(!doctrine.choices.is_empty());
        }
    }

    #[test]
    fn a_misspelt_doctrine_is_answered_with_the_nearest_name() {
        let error = doctrine("qualty-first").unwrap_err();
        assert_eq!(
            error.to_string(),
            "there is no doctrine 'qualty-first'; did you mean 'quality-first'?"
        );
    }
}
