//! Where two doctrines part: rules that only one of them asks, and numbers they set differently.

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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::doctrine::{doctrine, read_doctrine};

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
            "adds break-up-straight-days",
            "sets min_rest_days 1 to 2",
            "leaves out make-room-for-strength",
        ];
        assert_eq!(told, expected);
    }

    #[test]
    fn a_doctrine_does_not_part_from_itself() {
        let own = doctrine("quality-first").unwrap();
        assert!(own.parts_from(&own).is_empty());
    }
}
