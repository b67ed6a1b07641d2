//! A doctrine: a named choice of rules and their numbers, as data. Runners may write their own on
//! top of a shipped one.

use crate::{
    rule::{Parameters, Rule, RuleId},
    rules::{UnknownRule, nearest, rule, rules},
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

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
#[derive(Debug, Clone)]
pub struct Doctrine {
    /// Its name.
    pub name: String,
    /// What it stands for, in a sentence or two.
    pub about: String,
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
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Value {
    /// Yes or no.
    Flag(bool),
    /// A number, in the parameter's own unit.
    Number(f64),
}

/// A name no shipped doctrine has.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("there is no doctrine '{name}'; did you mean '{nearest}'?")]
pub struct UnknownDoctrine {
    /// The name as given.
    pub name: String,
    /// The nearest name there is.
    pub nearest: &'static str,
}

/// Why a doctrine's text could not be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DoctrineError {
    /// It is not TOML of the right shape.
    #[error("this is not a doctrine: {0}")]
    NotADoctrine(String),
    /// It inherits from a doctrine nobody knows.
    #[error(transparent)]
    UnknownParent(#[from] UnknownDoctrine),
    /// It names a rule nobody knows.
    #[error(transparent)]
    UnknownRule(#[from] UnknownRule),
    /// It sets a number its rule does not have.
    #[error("rule '{rule}' has no parameter '{name}'; {hint}")]
    UnknownParameter {
        /// The rule.
        rule: RuleId,
        /// The parameter as given.
        name: String,
        /// What was probably meant.
        hint: String,
    },
    /// It changes a rule that outranks every doctrine.
    #[error("rule '{0}' is about safety: it outranks every doctrine and cannot be changed")]
    Safety(RuleId),
    /// It sets a number where a yes or no belongs, or the other way round.
    #[error("parameter '{name}' of rule '{rule}' must be {wanted}")]
    WrongKind {
        /// The rule.
        rule: RuleId,
        /// The parameter.
        name: String,
        /// What it must be.
        wanted: &'static str,
    },
}

/// The names of the shipped doctrines, the default first.
pub fn doctrines() -> Vec<&'static str> {
    SHIPPED.iter().map(|(name, _)| *name).collect()
}

/// A shipped doctrine by its name.
pub fn doctrine(name: &str) -> Result<Doctrine, UnknownDoctrine> {
    let Some((_, text)) = SHIPPED.iter().find(|(own, _)| *own == name) else {
        let nearest = nearest(name, SHIPPED.iter().map(|(own, _)| *own));
        return Err(UnknownDoctrine {
            name: name.to_owned(),
            nearest: nearest.unwrap_or_default(),
        });
    };
    Ok(shipped(text))
}

/// Reads a doctrine from TOML: `name`, `about`, an optional `inherits`, and one table `[rules.ID]`
/// for each rule with its numbers; `on = false` leaves an inherited rule out.
pub fn read_doctrine(toml: &str) -> Result<Doctrine, DoctrineError> {
    let written: Written =
        toml::from_str(toml).map_err(|error| DoctrineError::NotADoctrine(error.to_string()))?;
    let mut choices = match &written.inherits {
        Some(parent) => doctrine(parent)?.choices,
        None => Vec::new(),
    };
    for (id, numbers) in &written.rules {
        choose(&mut choices, rule(id)?, numbers)?;
    }
    for safety in rules().iter().filter(|rule| rule.is_safety()) {
        if choices.iter().all(|choice| choice.rule.id != safety.id) {
            choices.push(Choice { rule: safety, set: Vec::new() });
        }
    }
    choices.sort_by_key(|choice| rules().iter().position(|rule| rule.id == choice.rule.id));
    Ok(Doctrine { name: written.name, about: written.about, choices })
}

impl Doctrine {
    /// How this doctrine has a rule; `None` when it does not judge by it.
    pub fn choice(&self, id: RuleId) -> Option<&Choice> {
        self.choices.iter().find(|choice| choice.rule.id == id)
    }
}

impl Choice {
    /// The rule's numbers under the doctrine.
    pub fn parameters(&self) -> Parameters<'_> {
        Parameters { defaults: self.rule.parameters, set: &self.set }
    }
}

fn shipped(text: &str) -> Doctrine {
    read_doctrine(text).expect("every shipped doctrine is read by a test")
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    name: String,
    about: String,
    inherits: Option<String>,
    #[serde(default)]
    rules: BTreeMap<String, BTreeMap<String, Value>>,
}

fn choose(
    choices: &mut Vec<Choice>,
    rule: &'static Rule,
    numbers: &BTreeMap<String, Value>,
) -> Result<(), DoctrineError> {
    if rule.is_safety() {
        return Err(DoctrineError::Safety(rule.id));
    }
    if numbers.get("on") == Some(&Value::Flag(false)) {
        choices.retain(|choice| choice.rule.id != rule.id);
        return Ok(());
    }
    let set = numbers
        .iter()
        .filter(|(name, _)| *name != "on")
        .map(|(name, value)| checked(rule, name, *value))
        .collect::<Result<Vec<_>, _>>()?;
    match choices.iter_mut().find(|choice| choice.rule.id == rule.id) {
        Some(choice) => choice.set.extend(set),
        None => choices.push(Choice { rule, set }),
    }
    Ok(())
}

fn checked(rule: &Rule, name: &str, value: Value) -> Result<(String, Value), DoctrineError> {
    let Some(parameter) = rule.parameters.iter().find(|parameter| parameter.name == name) else {
        let names = rule.parameters.iter().map(|parameter| parameter.name);
        let hint = nearest(name, names).map_or_else(
            || "it has none to set".to_owned(),
            |nearest| format!("did you mean '{nearest}'?"),
        );
        return Err(DoctrineError::UnknownParameter { rule: rule.id, name: name.to_owned(), hint });
    };
    let wanted = match (parameter.value, value) {
        (Value::Number(_), Value::Number(number)) if number.is_finite() => None,
        (Value::Flag(_), Value::Flag(_)) => None,
        (Value::Number(_), _) => Some("a number"),
        (Value::Flag(_), _) => Some("true or false"),
    };
    match wanted {
        None => Ok((name.to_owned(), value)),
        Some(wanted) => {
            Err(DoctrineError::WrongKind { rule: rule.id, name: name.to_owned(), wanted })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_shipped_doctrine_reads_and_carries_its_own_name() {
        for (name, text) in SHIPPED {
            let doctrine = read_doctrine(text).unwrap();
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

    #[test]
    fn a_runner_may_change_one_number_and_keep_the_rest() {
        let own = read_doctrine(
            "name = 'mine'
             about = 'As shipped, but one rest day is enough.'
             inherits = 'quality-first'
             [rules.take-rest-days]
             min_rest_days = 1",
        )
        .unwrap();
        let choice = own.choice(RuleId("take-rest-days")).unwrap();
        assert_eq!(choice.parameters().number("min_rest_days"), 1.0);
        assert_eq!(own.choices.len(), doctrine("quality-first").unwrap().choices.len());
    }

    #[test]
    fn a_rule_can_be_left_out() {
        let own = read_doctrine(
            "name = 'mine'
             about = 'Without rest days.'
             inherits = 'quality-first'
             [rules.take-rest-days]
             on = false",
        )
        .unwrap();
        assert!(own.choice(RuleId("take-rest-days")).is_none());
    }

    #[test]
    fn mistakes_are_named_with_what_was_probably_meant() {
        let fault = |rules: &str| {
            read_doctrine(&format!("name = 'm'\nabout = 'a'\n{rules}")).unwrap_err().to_string()
        };
        assert_eq!(
            fault("[rules.take-rest-day]"),
            "there is no rule 'take-rest-day'; did you mean 'take-rest-days'?"
        );
        assert_eq!(
            fault("[rules.take-rest-days]\nmin_rest_day = 1"),
            "rule 'take-rest-days' has no parameter 'min_rest_day'; did you mean 'min_rest_days'?"
        );
        assert_eq!(
            fault("[rules.take-rest-days]\nmin_rest_days = true"),
            "parameter 'min_rest_days' of rule 'take-rest-days' must be a number"
        );
    }
}
