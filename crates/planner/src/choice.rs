//! How a doctrine has a rule, and its numbers; with the rule's own where the doctrine does not ask it.

use rulebook::{Choice, Doctrine, RuleId, rule};

/// How a doctrine has one of the rulebook's rules.
pub(crate) fn choice(doctrine: &Doctrine, id: &'static str) -> Choice {
    let asked = doctrine.choice(RuleId(id)).cloned();
    let own = || rule(id).ok().map(|rule| Choice { rule, set: Vec::new() });
    asked.or_else(own).expect("the rule is one of the rulebook's")
}

/// One of a rule's numbers.
pub(crate) fn number(doctrine: &Doctrine, id: &'static str, name: &str) -> f64 {
    choice(doctrine, id).parameters().number(name)
}
