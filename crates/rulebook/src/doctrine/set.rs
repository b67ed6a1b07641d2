//! A doctrine with one number set otherwise, as text: what the runner wrote beside it stays as it is.

use super::{
    Value,
    written::{DoctrineError, DoctrineFault, read_doctrine},
};
use toml_edit::{DocumentMut, Item, Table, value};

/// A written doctrine that sets a number of a rule, or `on` for the rule itself; `None` takes the number
/// out, so that it is inherited again. What cannot be read, or cannot be set, is refused as
/// [`read_doctrine`] does.
pub fn set_number(
    toml: &str,
    rule: &str,
    name: &str,
    to: Option<Value>,
) -> Result<String, DoctrineError> {
    read_doctrine(toml)?;
    let mut written = toml.parse::<DocumentMut>().map_err(|error| DoctrineError {
        line: 1,
        fault: DoctrineFault::NotADoctrine(error.to_string()),
    })?;
    let rules = written.entry("rules").or_insert_with(|| {
        let mut rules = Table::new();
        rules.set_implicit(true);
        Item::Table(rules)
    });
    match to {
        Some(to) => set(rules, rule, name, to),
        None => take_out(rules, rule, name),
    }
    let written = written.to_string();
    read_doctrine(&written)?;
    Ok(written)
}

fn set(rules: &mut Item, rule: &str, name: &str, to: Value) {
    if rules.get(rule).is_none() {
        rules[rule] = Item::Table(Table::new());
    }
    rules[rule][name] = match to {
        Value::Flag(flag) => value(flag),
        Value::Number(number) if number.fract() == 0.0 && number.abs() < 1e15 => {
            value(number as i64)
        }
        Value::Number(number) => value(number),
    };
}

/// A rule of which nothing is said any more is left out whole: it is as inherited.
fn take_out(rules: &mut Item, rule: &str, name: &str) {
    let Some(numbers) = rules.get_mut(rule).and_then(Item::as_table_like_mut) else { return };
    if numbers.remove(name).is_some() && numbers.is_empty() {
        let _ = rules.as_table_like_mut().map(|rules| rules.remove(rule));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rule::RuleId;

    const MINE: &str = "\
name = 'mine'
about = 'Two rest days.' # as my coach says
inherits = 'evidence-first'

[rules.take-rest-days]
min_rest_days = 2 # Monday and Friday
";

    #[test]
    fn one_number_is_set_and_the_rest_stays_as_it_was_written() {
        let set = set_number(MINE, "take-rest-days", "min_rest_days", Some(Value::Number(1.0)));
        let set = set.unwrap();
        assert!(set.contains("min_rest_days = 1"), "{set}");
        assert!(set.contains("# as my coach says"), "{set}");
    }

    #[test]
    fn a_rule_that_was_not_named_is_named() {
        let to = Some(Value::Number(0.25));
        let set = set_number(MINE, "keep-easy-runs-easy", "habit_share", to).unwrap();
        assert!(set.ends_with("\n[rules.keep-easy-runs-easy]\nhabit_share = 0.25\n"), "{set}");
    }

    #[test]
    fn a_number_taken_out_is_inherited_again() {
        let set = set_number(MINE, "take-rest-days", "min_rest_days", None).unwrap();
        let choice = read_doctrine(&set).unwrap();
        let choice = choice.choice(RuleId("take-rest-days")).unwrap().clone();
        assert_eq!(choice.parameters().number("min_rest_days"), 1.0);
        assert!(!set.contains("take-rest-days"), "{set}");
    }

    #[test]
    fn a_rule_is_left_out_and_asked_again() {
        let out = set_number(MINE, "make-room-for-strength", "on", Some(Value::Flag(false)));
        let out = out.unwrap();
        assert!(read_doctrine(&out).unwrap().choice(RuleId("make-room-for-strength")).is_none());
        let back = set_number(&out, "make-room-for-strength", "on", None).unwrap();
        assert!(read_doctrine(&back).unwrap().choice(RuleId("make-room-for-strength")).is_some());
    }

    #[test]
    fn what_cannot_be_set_is_refused_with_its_range() {
        let refused = |rule: &str, name: &str, to: Value| {
            set_number(MINE, rule, name, Some(to)).unwrap_err().fault.to_string()
        };
        let told = refused("take-rest-days", "min_rest_days", Value::Number(9.0));
        assert!(told.ends_with("; it may be 0 to 6"), "{told}");
        let told = refused("stop-for-pain", "on", Value::Flag(false));
        assert!(told.contains("outranks every doctrine"), "{told}");
    }
}
