//! A doctrine as it is written: TOML with `name`, `about`, an optional `inherits`, and one table
//! `[rules.ID]` for each rule with its numbers. Whatever is wrong is said with its line.

use super::{Choice, Doctrine, UnknownDoctrine, Value, doctrine, doctrines};
use crate::{
    rule::{Rule, RuleId},
    rules::{UnknownRule, nearest, rule, rules},
};
use serde::Deserialize;
use std::collections::BTreeMap;
use toml::Spanned;

/// Why a doctrine could not be read, and where.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {fault}")]
pub struct DoctrineError {
    /// The line, counted from 1.
    pub line: usize,
    /// What is wrong there.
    pub fault: DoctrineFault,
}

/// What can be wrong with a doctrine. After the last semicolon each says what to do.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DoctrineFault {
    /// It is not TOML of the right shape.
    #[error(
        "{0}; a doctrine has a name, an about, an inherits, and tables like [rules.take-rest-days]"
    )]
    NotADoctrine(String),
    /// Its name means something else already.
    #[error("the name '{0}' belongs to a shipped doctrine; give yours a name of its own")]
    NameTaken(String),
    /// It inherits from a doctrine nobody knows.
    #[error("it inherits from '{}', which is no shipped doctrine; did you mean '{}'?", .0.name, .0.nearest)]
    UnknownParent(UnknownDoctrine),
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
    #[error(
        "rule '{0}' is about safety and outranks every doctrine; take it out, it is asked anyway"
    )]
    Safety(RuleId),
    /// It sets a parameter to something of another kind.
    #[error("parameter '{name}' of rule '{rule}' is {found}; it must be {wanted}")]
    WrongKind {
        /// The rule.
        rule: RuleId,
        /// The parameter.
        name: String,
        /// What it is set to.
        found: String,
        /// What it must be.
        wanted: &'static str,
    },
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    name: Spanned<String>,
    about: String,
    inherits: Option<Spanned<String>>,
    #[serde(default)]
    rules: BTreeMap<Spanned<String>, Numbers>,
}

type Numbers = BTreeMap<Spanned<String>, toml::Value>;

/// What is wrong, and at which byte.
type Fault = (usize, DoctrineFault);

/// Reads a runner's own doctrine; `on = false` leaves an inherited rule out.
pub fn read_doctrine(toml: &str) -> Result<Doctrine, DoctrineError> {
    let read = parse(toml).and_then(|written| {
        let name = written.name.get_ref();
        if doctrines().contains(&name.as_str()) {
            return Err((written.name.span().start, DoctrineFault::NameTaken(name.clone())));
        }
        build(written)
    });
    read.map_err(|(at, fault)| DoctrineError { line: line_of(toml, at), fault })
}

/// Reads a shipped doctrine.
pub(super) fn read_shipped(toml: &str) -> Doctrine {
    parse(toml).and_then(build).expect("every shipped doctrine is read by a test")
}

fn parse(toml: &str) -> Result<Written, Fault> {
    toml::from_str(toml).map_err(|error| {
        let at = error.span().map_or(0, |span| span.start);
        (at, DoctrineFault::NotADoctrine(error.message().replace('\n', ", ")))
    })
}

fn line_of(text: &str, at: usize) -> usize {
    1 + text.bytes().take(at).filter(|byte| *byte == b'\n').count()
}

fn build(written: Written) -> Result<Doctrine, Fault> {
    let mut choices = match &written.inherits {
        Some(parent) => {
            let known = doctrine(parent.get_ref());
            known.map_err(|e| (parent.span().start, DoctrineFault::UnknownParent(e)))?.choices
        }
        None => Vec::new(),
    };
    for (id, numbers) in &written.rules {
        let rule = rule(id.get_ref()).map_err(|error| (id.span().start, error.into()))?;
        if rule.is_safety() {
            return Err((id.span().start, DoctrineFault::Safety(rule.id)));
        }
        choose(&mut choices, rule, numbers)?;
    }
    for safety in rules().iter().filter(|rule| rule.is_safety()) {
        if choices.iter().all(|choice| choice.rule.id != safety.id) {
            choices.push(Choice { rule: safety, set: Vec::new() });
        }
    }
    choices.sort_by_key(|choice| rules().iter().position(|rule| rule.id == choice.rule.id));
    Ok(Doctrine {
        name: written.name.into_inner(),
        about: written.about,
        inherits: written.inherits.map(Spanned::into_inner),
        choices,
    })
}

fn choose(choices: &mut Vec<Choice>, rule: &'static Rule, numbers: &Numbers) -> Result<(), Fault> {
    let mut set = Vec::new();
    for (name, value) in numbers {
        let value = checked(rule, name.get_ref(), value);
        let value = value.map_err(|fault| (name.span().start, fault))?;
        set.push((name.get_ref().clone(), value));
    }
    let is_out = set.iter().any(|(name, value)| name == ON && *value == Value::Flag(false));
    set.retain(|(name, _)| name != ON);
    if is_out {
        choices.retain(|choice| choice.rule.id != rule.id);
        return Ok(());
    }
    match choices.iter_mut().find(|choice| choice.rule.id == rule.id) {
        Some(choice) => choice.set.extend(set),
        None => choices.push(Choice { rule, set }),
    }
    Ok(())
}

/// Every rule has this beside its parameters.
const ON: &str = "on";

fn checked(rule: &Rule, name: &str, written: &toml::Value) -> Result<Value, DoctrineFault> {
    let own = rule.parameters.iter().find(|parameter| parameter.name == name);
    let usual = own.map(|parameter| parameter.value);
    let Some(usual) = usual.or((name == ON).then_some(Value::Flag(true))) else {
        return Err(unknown_parameter(rule, name));
    };
    let value = match written {
        toml::Value::Boolean(flag) => Some(Value::Flag(*flag)),
        toml::Value::Integer(number) => Some(Value::Number(*number as f64)),
        toml::Value::Float(number) => Some(Value::Number(*number)).filter(|_| number.is_finite()),
        _ => None,
    };
    let (value, wanted) = match usual {
        Value::Number(_) => (value.filter(|value| matches!(value, Value::Number(_))), "a number"),
        Value::Flag(_) => (value.filter(|value| matches!(value, Value::Flag(_))), "true or false"),
    };
    value.ok_or_else(|| DoctrineFault::WrongKind {
        rule: rule.id,
        name: name.to_owned(),
        found: written.to_string(),
        wanted,
    })
}

fn unknown_parameter(rule: &Rule, name: &str) -> DoctrineFault {
    let names = rule.parameters.iter().map(|parameter| parameter.name);
    let hint = nearest(name, names).map_or_else(
        || "it has none to set".to_owned(),
        |nearest| format!("did you mean '{nearest}'?"),
    );
    DoctrineFault::UnknownParameter { rule: rule.id, name: name.to_owned(), hint }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(toml: &str, expected: &str) {
        assert_eq!(read_doctrine(toml).unwrap_err().to_string(), expected);
    }

    fn check_rules(rules: &str, expected: &str) {
        check(&format!("name = 'mine'\nabout = 'Mine.'\n{rules}"), expected);
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
    fn a_misspelt_word_is_answered_with_its_line_and_the_nearest() {
        check_rules(
            "[rules.take-rest-day]",
            "line 3: there is no rule 'take-rest-day'; did you mean 'take-rest-days'?",
        );
        check_rules(
            "# A comment.\n[rules.take-rest-days]\nmin_rest_day = 1",
            "line 5: rule 'take-rest-days' has no parameter 'min_rest_day'; did you mean \
             'min_rest_days'?",
        );
        check_rules(
            "inherits = 'qualty-first'",
            "line 3: it inherits from 'qualty-first', which is no shipped doctrine; did you mean \
             'quality-first'?",
        );
        check_rules(
            "inherit = 'quality-first'",
            "line 3: unknown field `inherit`, expected one of `name`, `about`, `inherits`, \
             `rules`; a doctrine has a name, an about, an inherits, and tables like \
             [rules.take-rest-days]",
        );
    }

    #[test]
    fn a_value_of_the_wrong_kind_is_answered_with_the_right_one() {
        check_rules(
            "[rules.take-rest-days]\nmin_rest_days = true",
            "line 4: parameter 'min_rest_days' of rule 'take-rest-days' is true; it must be a \
             number",
        );
        check_rules(
            "[rules.take-rest-days]\nmin_rest_days = 'two'",
            "line 4: parameter 'min_rest_days' of rule 'take-rest-days' is \"two\"; it must be a \
             number",
        );
        check_rules(
            "[rules.take-rest-days]\nmin_rest_days = inf",
            "line 4: parameter 'min_rest_days' of rule 'take-rest-days' is inf; it must be a number",
        );
        check_rules(
            "[rules.take-rest-days]\non = 0",
            "line 4: parameter 'on' of rule 'take-rest-days' is 0; it must be true or false",
        );
    }

    #[test]
    fn safety_cannot_be_changed() {
        for safety in rules().iter().filter(|rule| rule.is_safety()) {
            check_rules(
                &format!("[rules.{}]\non = false", safety.id),
                &format!(
                    "line 3: rule '{}' is about safety and outranks every doctrine; take it out, \
                     it is asked anyway",
                    safety.id
                ),
            );
        }
    }

    #[test]
    fn a_doctrine_of_ones_own_has_a_name_of_its_own() {
        check(
            "about = 'Mine.'\nname = 'quality-first'",
            "line 2: the name 'quality-first' belongs to a shipped doctrine; give yours a name of \
             its own",
        );
    }

    #[test]
    fn what_is_no_doctrine_says_in_which_line() {
        let told = |toml: &str| read_doctrine(toml).unwrap_err().to_string();
        assert!(told("name = 'mine'\nabout = ").starts_with("line 2: "), "{}", told("about = "));
        assert!(told("name = 'mine'").contains("missing field `about`; a doctrine has a name"));
        assert!(told("%PDF-1.4").starts_with("line 1: "));
        for toml in ["", "name = 1", "rules = 3", "[rules]\ntake-rest-days = 2", "[[rules]]"] {
            assert!(!told(toml).contains('\n'), "{}", told(toml));
        }
    }
}
