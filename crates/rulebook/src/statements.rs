//! Which rule, tip, term, pattern, sample week, conflict or command carries each statement of the founding
//! articles, or why none does. The tests hold the list to what there is.

mod context;
pub mod page;
mod progression;
mod recovery;
mod signs;
mod stimulus;

use serde::Serialize;

/// One statement of a founding article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Statement {
    /// Its id.
    pub id: &'static str,
    /// What it is about, in a few of our own words.
    pub label: &'static str,
    /// What carries it.
    pub carrier: Carrier,
}

/// What carries a statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "by", content = "name")]
pub enum Carrier {
    /// A rule, by its id.
    Rule(&'static str),
    /// A tip, by its id.
    Tip(&'static str),
    /// A term of the glossary, by its word.
    Term(&'static str),
    /// A pattern that the log is searched for, by its id.
    Pattern(&'static str),
    /// A doctrine's sample week, by its id.
    SampleWeek(&'static str),
    /// A disagreement that is shown where it arises, by its id.
    Conflict(&'static str),
    /// Something that everymile does, by the command that does it.
    Command(&'static str),
    /// Nothing, for the reason given.
    Exception(&'static str),
}

/// Every statement, article by article, by number.
pub fn statements() -> impl Iterator<Item = &'static Statement> {
    ARTICLES.into_iter().flatten()
}

const ARTICLES: [&[Statement]; 5] = [
    signs::SIGNS,
    context::CONTEXT,
    recovery::RECOVERY,
    progression::PROGRESSION,
    stimulus::STIMULUS,
];

const fn rule(id: &'static str, label: &'static str, rule: &'static str) -> Statement {
    Statement { id, label, carrier: Carrier::Rule(rule) }
}

const fn tip(id: &'static str, label: &'static str, tip: &'static str) -> Statement {
    Statement { id, label, carrier: Carrier::Tip(tip) }
}

const fn term(id: &'static str, label: &'static str, word: &'static str) -> Statement {
    Statement { id, label, carrier: Carrier::Term(word) }
}

const fn pattern(id: &'static str, label: &'static str, pattern: &'static str) -> Statement {
    Statement { id, label, carrier: Carrier::Pattern(pattern) }
}

const fn sample_week(id: &'static str, label: &'static str, week: &'static str) -> Statement {
    Statement { id, label, carrier: Carrier::SampleWeek(week) }
}

const fn conflict(id: &'static str, label: &'static str, conflict: &'static str) -> Statement {
    Statement { id, label, carrier: Carrier::Conflict(conflict) }
}

const fn command(id: &'static str, label: &'static str, command: &'static str) -> Statement {
    Statement { id, label, carrier: Carrier::Command(command) }
}

const fn exception(id: &'static str, label: &'static str, reason: &'static str) -> Statement {
    Statement { id, label, carrier: Carrier::Exception(reason) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        conflicts::conflict, glossary::glossary, patterns::pattern_names, rules::rules,
        sample_weeks::sample_week, tips::tips,
    };

    #[test]
    fn all_345_statements_are_there_in_order() {
        let articles = [
            ("signs", 55),
            ("context", 42),
            ("recovery", 146),
            ("progression", 80),
            ("stimulus", 22),
        ];
        let expected: Vec<String> = articles
            .into_iter()
            .flat_map(|(name, last)| (1..=last).map(move |number| format!("{name}-{number:02}")))
            .collect();
        let found: Vec<&str> = statements().map(|statement| statement.id).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn every_carrier_exists_and_a_rule_knows_what_it_carries() {
        let homeless: Vec<_> = statements().filter(|statement| !is_carried(statement)).collect();
        assert!(homeless.is_empty(), "{homeless:#?}");
    }

    #[test]
    fn no_rule_carries_a_statement_that_does_not_exist() {
        for rule in rules() {
            for carried in rule.statements {
                assert!(statements().any(|own| own.id == *carried), "{}: {carried}", rule.id);
            }
        }
    }

    fn is_carried(statement: &Statement) -> bool {
        match statement.carrier {
            Carrier::Rule(rule) => {
                rules().iter().any(|own| own.id.0 == rule && own.statements.contains(&statement.id))
            }
            Carrier::Tip(tip) => tips().any(|own| own.id == tip),
            Carrier::Term(word) => glossary().iter().any(|own| own.word == word),
            Carrier::Pattern(name) => pattern_names().contains(&name),
            Carrier::SampleWeek(id) => {
                sample_week(id).is_some_and(|week| week.statements().any(|own| own == statement.id))
            }
            Carrier::Conflict(id) => conflict(id).is_some_and(|conflict| {
                let mut positions = conflict.positions.iter();
                positions.any(|position| position.statements.contains(&statement.id))
            }),
            Carrier::Command(command) => command.starts_with("everymile "),
            Carrier::Exception(reason) => reason.len() > 20,
        }
    }
}
