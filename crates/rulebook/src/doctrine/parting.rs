//! Where doctrines part: rules that only some of them ask, and numbers they set differently.

use super::{Choice, Doctrine, Value};
use crate::{
    rule::{Parameter, Rule},
    rules::rules,
};

/// Where two doctrines part on one rule.
#[derive(Debug, Clone)]
pub struct Parting {
    /// The rule.
    pub rule: &'static Rule,
    /// How they part on it.
    pub how: Parts,
}

/// How one doctrine parts from another on a rule.
#[derive(Debug, Clone, PartialEq)]
pub enum Parts {
    /// It asks a rule that the other does not ask.
    Adds,
    /// It does not ask a rule that the other asks.
    LeavesOut,
    /// Both ask the rule, with other numbers: what the other sets, and what it sets itself.
    Sets(Vec<(&'static Parameter, Value, Value)>),
}

impl Doctrine {
    /// Where this doctrine parts from another, in the rulebook's order.
    pub fn parts_from(&self, other: &Self) -> Vec<Parting> {
        let part = |rule: &&'static Rule| {
            let how = match (self.choice(rule.id), other.choice(rule.id)) {
                (Some(_), None) => Parts::Adds,
                (None, Some(_)) => Parts::LeavesOut,
                (None, None) => return None,
                (Some(own), Some(others)) => Parts::Sets(differing(rule, own, others)),
            };
            (how != Parts::Sets(Vec::new())).then_some(Parting { rule, how })
        };
        rules().iter().filter_map(part).collect()
    }
}

fn differing(
    rule: &'static Rule,
    own: &Choice,
    other: &Choice,
) -> Vec<(&'static Parameter, Value, Value)> {
    let values = rule.parameters.iter().map(|parameter| {
        let value = |choice: &Choice| choice.value(parameter);
        (parameter, value(other), value(own))
    });
    values.filter(|(_, theirs, ours)| theirs != ours).collect()
}

/// Which doctrines ask a rule, in the shortest words.
pub fn asked_by(rule: &Rule, doctrines: &[Doctrine]) -> String {
    let names = |asks: bool| -> Vec<&str> {
        let those = doctrines.iter().filter(|doctrine| doctrine.choice(rule.id).is_some() == asks);
        those.map(|doctrine| doctrine.name.as_str()).collect()
    };
    let (asking, silent) = (names(true), names(false));
    if rule.is_safety() {
        return "In every doctrine; none can change it.".to_owned();
    }
    match (asking.as_slice(), silent.as_slice()) {
        (_, []) => "Asked by every doctrine.".to_owned(),
        ([], _) => "Asked by no doctrine.".to_owned(),
        (asking, silent) if silent.len() < asking.len() => {
            format!("Asked by every doctrine but {}.", silent.join(", "))
        }
        (asking, _) => format!("Asked by {}.", asking.join(", ")),
    }
}

/// What each doctrine that asks a rule sets one of its numbers to.
pub fn set_by<'a>(
    parameter: &'a Parameter,
    rule: &'a Rule,
    doctrines: &'a [Doctrine],
) -> impl Iterator<Item = (&'a str, Value)> {
    let set = |doctrine: &'a Doctrine| {
        Some((doctrine.name.as_str(), doctrine.choice(rule.id)?.value(parameter)))
    };
    doctrines.iter().filter_map(set)
}

/// Values, or whatever else is said under a name, with the names that say the same together.
pub fn by_value<'a, Said: PartialEq>(
    set: impl IntoIterator<Item = (&'a str, Said)>,
) -> Vec<(Said, Vec<&'a str>)> {
    let mut groups: Vec<(Said, Vec<&str>)> = Vec::new();
    for (name, said) in set {
        match groups.iter_mut().find(|(own, _)| *own == said) {
            Some((_, names)) => names.push(name),
            None => groups.push((said, vec![name])),
        }
    }
    groups
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        doctrine::{doctrine, doctrines, read_doctrine},
        rules::rule,
    };

    #[test]
    fn a_doctrine_parts_by_what_it_adds_leaves_out_and_sets() {
        let own = read_doctrine(
            "name = 'mine'
             about = 'Two rest days, no strength, and a watch on straight days.'
             inherits = 'evidence-first'
             [rules.take-rest-days]
             min_rest_days = 2
             [rules.make-room-for-strength]
             on = false
             [rules.break-up-straight-days]",
        )
        .unwrap();
        let told: Vec<String> = own
            .parts_from(&doctrine("evidence-first").unwrap())
            .into_iter()
            .map(|Parting { rule, how }| match how {
                Parts::Adds => format!("adds {}", rule.id),
                Parts::LeavesOut => format!("leaves out {}", rule.id),
                Parts::Sets(numbers) => {
                    let (parameter, theirs, ours) = numbers[0];
                    format!("sets {} {theirs} to {ours}", parameter.name)
                }
            })
            .collect();
        let expected = [
            "sets min_rest_days 1 to 2",
            "adds break-up-straight-days",
            "leaves out make-room-for-strength",
        ];
        assert_eq!(told, expected);
    }

    #[test]
    fn a_doctrine_does_not_part_from_itself() {
        let own = doctrine("quality-first").unwrap();
        assert!(own.parts_from(&own).is_empty());
    }

    #[test]
    fn doctrines_that_agree_on_a_number_stand_together() {
        let (one, two) = (Value::Number(1.0), Value::Number(2.0));
        let set = [("evidence-first", one), ("quality-first", two), ("mine", one)];
        let expected = vec![(one, vec!["evidence-first", "mine"]), (two, vec!["quality-first"])];
        assert_eq!(by_value(set), expected);
    }

    #[test]
    fn who_asks_a_rule_is_said_in_the_shortest_words() {
        let all: Vec<Doctrine> = doctrines().into_iter().map(|it| doctrine(it).unwrap()).collect();
        let (two, both) = (rule("break-up-straight-days").unwrap(), &all[..2]);
        assert_eq!(asked_by(two, both), "Asked by quality-first.");
        assert_eq!(asked_by(two, &both[..1]), "Asked by no doctrine.");
        assert_eq!(asked_by(two, &both[1..]), "Asked by every doctrine.");
    }
}
