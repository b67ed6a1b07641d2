//! A doctrine as it is written: TOML with `name`, `about`, `inherits`, and one table `[rules.ID]` for
//! each rule with its numbers. Whatever is wrong is said with its line and its key.

mod fault;

pub use fault::{DoctrineError, DoctrineFault};

use super::{Choice, DEFAULT_DOCTRINE, Doctrine, Value, doctrine, doctrines};
use crate::{
    rule::{Parameter, Rule},
    rules::{rule, rules},
};
use serde::Deserialize;
use std::collections::BTreeMap;
use toml::Spanned;
use training::spelling::{did_you_mean, nearest};

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

/// Reads a runner's own doctrine, which inherits from the default unless it names another; `on =
/// false` leaves an inherited rule out.
pub fn read_doctrine(toml: &str) -> Result<Doctrine, DoctrineError> {
    let read = parse(toml).and_then(|mut written| {
        let name = written.name.get_ref();
        if doctrines().contains(&name.as_str()) {
            return Err((written.name.span().start, DoctrineFault::NameTaken(name.clone())));
        }
        written.inherits.get_or_insert_with(|| Spanned::new(0..0, DEFAULT_DOCTRINE.to_owned()));
        build(written)
    });
    read.map_err(|(at, fault)| DoctrineError { line: line_of(toml, at), fault })
}

/// Reads a shipped doctrine.
pub(super) fn read_shipped(toml: &str) -> Doctrine {
    parse(toml).and_then(build).expect("every shipped doctrine is read by a test")
}

/// The keys of a doctrine, before anything is made of their values.
type Keys = BTreeMap<Spanned<String>, toml::Value>;

const KEYS: [&str; 4] = ["name", "about", "inherits", "rules"];

fn parse(toml: &str) -> Result<Written, Fault> {
    let no_doctrine = |error: toml::de::Error| {
        let at = error.span().map_or(0, |span| span.start);
        let key = key_at(toml, at).map_or_else(String::new, |key| format!("'{key}': "));
        (at, DoctrineFault::NotADoctrine(key + &error.message().replace('\n', ", ")))
    };
    let keys: Keys = toml::from_str(toml).map_err(no_doctrine)?;
    if let Some(key) = keys.keys().find(|key| !KEYS.contains(&key.get_ref().as_str())) {
        let (at, key) = (key.span().start, key.get_ref().clone());
        let nearest = nearest(&key, KEYS);
        return Err((at, DoctrineFault::UnknownKey { key, nearest }));
    }
    toml::from_str(toml).map_err(no_doctrine)
}

/// The key, or the table, in the line at a byte; `None` where the line holds neither.
fn key_at(text: &str, at: usize) -> Option<&str> {
    let line = text.lines().nth(line_of(text, at) - 1)?.trim();
    let key = match line.strip_prefix('[') {
        Some(table) => table.split(']').next()?.trim_start_matches('['),
        None => line.split_once('=')?.0.trim(),
    };
    (!key.is_empty()).then_some(key)
}

fn line_of(text: &str, at: usize) -> usize {
    1 + text.bytes().take(at).filter(|byte| *byte == b'\n').count()
}

fn build(written: Written) -> Result<Doctrine, Fault> {
    let mut choices = inherited(written.inherits.as_ref())?;
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

/// The choices that a doctrine begins with. A shipped one that names no parent begins with none.
fn inherited(parent: Option<&Spanned<String>>) -> Result<Vec<Choice>, Fault> {
    let Some(parent) = parent else { return Ok(Vec::new()) };
    let known = doctrine(parent.get_ref());
    known
        .map(|parent| parent.choices)
        .map_err(|unknown| (parent.span().start, DoctrineFault::UnknownParent(unknown)))
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
    let wrong_kind = |wanted| DoctrineFault::WrongKind {
        rule: rule.id,
        name: name.to_owned(),
        found: written.to_string(),
        wanted,
    };
    let value = match (usual, written) {
        (Value::Flag(_), toml::Value::Boolean(flag)) => Value::Flag(*flag),
        (Value::Flag(_), _) => return Err(wrong_kind("true or false")),
        (Value::Number(_), toml::Value::Integer(number)) => Value::Number(*number as f64),
        (Value::Number(_), toml::Value::Float(number)) if number.is_finite() => {
            Value::Number(*number)
        }
        (Value::Number(_), _) => return Err(wrong_kind("a number")),
    };
    own.map_or(Ok(value), |own| within(value, own, rule))
}

/// The value, where its parameter may be set to it.
fn within(value: Value, own: &Parameter, rule: &Rule) -> Result<Value, DoctrineFault> {
    match value {
        Value::Number(found) if !own.range.holds(value) => Err(DoctrineFault::OutOfRange {
            rule: rule.id,
            name: own.name,
            found,
            means: own.means,
            range: own.range,
        }),
        _ => Ok(value),
    }
}

fn unknown_parameter(rule: &Rule, name: &str) -> DoctrineFault {
    let names: Vec<&str> = rule.parameters.iter().map(|parameter| parameter.name).collect();
    let otherwise = match names.as_slice() {
        [] => "it has none to set".to_owned(),
        names => format!("it has {}", names.join(", ")),
    };
    let hint = did_you_mean(nearest(name, names), &otherwise);
    DoctrineFault::UnknownParameter { rule: rule.id, name: name.to_owned(), hint }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rule::RuleId;

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
            "line 3: a doctrine has no 'inherit'; did you mean 'inherits'?",
        );
        check_rules(
            "[rule.take-rest-days]\nmin_rest_days = 1",
            "line 3: a doctrine has no 'rule'; did you mean 'rules'?",
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
    fn a_number_beyond_its_range_is_answered_with_what_it_may_be() {
        check_rules(
            "[rules.take-rest-days]\nmin_rest_days = -3",
            "line 4: parameter 'min_rest_days' of rule 'take-rest-days' is -3: days without a run \
             in seven, at least; it may be 0 to 6",
        );
        let refused = |rule: &str, set: &str| {
            let toml = format!("name = 'mine'\nabout = 'Mine.'\n[rules.{rule}]\n{set}");
            read_doctrine(&toml).unwrap_err().to_string()
        };
        for (rule, set) in [
            ("keep-recovery-heart-low", "highest_share = 7"),
            ("take-rest-days", "min_rest_days = 30"),
            ("skip-when-sore", "skip_from = 99"),
            ("slow-recovery-runs-down", "slower_than_usual = -300"),
        ] {
            assert!(refused(rule, set).contains("; it may be "), "{}", refused(rule, set));
        }
    }

    #[test]
    fn every_number_of_every_shipped_doctrine_lies_in_its_range() {
        for rule in rules() {
            for own in rule.parameters {
                assert!(own.range.holds(own.value), "{} {}", rule.id, own.name);
                assert!(own.range.least < own.range.most, "{} {}", rule.id, own.name);
            }
        }
        for name in doctrines() {
            doctrine(name).unwrap();
        }
    }

    #[test]
    fn a_doctrine_that_names_no_parent_changes_the_default() {
        let own = read_doctrine(
            "name = 'mine'\nabout = 'Mine.'\n[rules.take-rest-days]\nmin_rest_days = 2",
        )
        .unwrap();
        assert_eq!(own.inherits.as_deref(), Some(DEFAULT_DOCTRINE));
        assert_eq!(own.choices.len(), doctrine(DEFAULT_DOCTRINE).unwrap().choices.len());
    }

    #[test]
    fn a_key_that_stands_twice_or_holds_the_wrong_thing_is_named() {
        check(
            "name = 'mine'\nname = 'yours'",
            "line 2: 'name': duplicate key; a doctrine has a name, an about, an inherits, and \
             tables like [rules.take-rest-days]",
        );
        check_rules(
            "[rules]\ntake-rest-days = true",
            "line 4: 'take-rest-days': invalid type: boolean `true`, expected a map; a doctrine \
             has a name, an about, an inherits, and tables like [rules.take-rest-days]",
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
