//! The questions on which the founding articles or the doctrines disagree: who says what, what is
//! known, and how everymile settles it. Each is shown where it arises.

mod effort;
mod recovery_runs;
mod weeks;

use crate::{
    rule::RuleId,
    source::{Grade, SourceId},
};
use serde::Serialize;

/// A question with more than one answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Conflict {
    /// Its name.
    pub id: &'static str,
    /// Its number in the register of conflicts: 1 for C1.
    pub number: u8,
    /// What is asked.
    pub question: &'static str,
    /// The answers.
    pub positions: &'static [Position],
    /// What each shipped doctrine holds.
    pub stances: Stances,
    /// What studies say.
    pub known: &'static str,
    /// How strongly.
    pub grade: Grade,
    /// Which studies, or who says so where there are none.
    pub sources: &'static [SourceId],
    /// How everymile settles it.
    pub settled: &'static str,
    /// The rules at which it arises; none where it arises where sample weeks are shown.
    pub arises_at: &'static [RuleId],
}

/// One answer, with the statements behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Position {
    /// The answer.
    pub says: &'static str,
    /// The statements that give it; none where others than the founding articles do.
    pub statements: &'static [&'static str],
}

/// What each shipped doctrine holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "each is named after its doctrine")]
pub struct Stances {
    pub evidence_first: &'static str,
    pub quality_first: &'static str,
    pub context: &'static str,
    pub shakeout: &'static str,
    pub steady_build: &'static str,
    pub all_training: &'static str,
}

impl Stances {
    /// Every doctrine with what it holds, in the order the doctrines are shipped in.
    pub const fn all(&self) -> [(&'static str, &'static str); 6] {
        [
            ("evidence-first", self.evidence_first),
            ("quality-first", self.quality_first),
            ("context", self.context),
            ("shakeout", self.shakeout),
            ("steady-build", self.steady_build),
            ("all-training", self.all_training),
        ]
    }
}

/// Every conflict.
pub fn conflicts() -> impl Iterator<Item = &'static Conflict> {
    SUBJECTS.into_iter().flatten()
}

/// One conflict by its name.
pub fn conflict(id: &str) -> Option<&'static Conflict> {
    conflicts().find(|conflict| conflict.id == id)
}

/// The conflicts that arise at a rule.
pub fn conflicts_at(rule: RuleId) -> impl Iterator<Item = &'static Conflict> {
    conflicts().filter(move |conflict| conflict.arises_at.contains(&rule))
}

/// The conflicts in which a statement is one side.
pub fn conflicts_over(statement: &str) -> impl Iterator<Item = &'static Conflict> {
    conflicts().filter(move |conflict| {
        conflict.positions.iter().any(|position| position.statements.contains(&statement))
    })
}

const SUBJECTS: [&[Conflict]; 3] = [recovery_runs::CONFLICTS, weeks::CONFLICTS, effort::CONFLICTS];

const fn position(says: &'static str, statements: &'static [&'static str]) -> Position {
    Position { says, statements }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        doctrine::{doctrine, doctrines},
        rules::rules,
        source::source,
        statements::{Carrier, statements},
    };
    use std::collections::BTreeSet;

    #[test]
    fn thirteen_conflicts_each_with_two_positions_or_more() {
        let names: BTreeSet<_> = conflicts().map(|conflict| conflict.id).collect();
        assert_eq!(names.len(), 13);
        assert_eq!(conflicts().count(), 13);
        assert!(conflicts().all(|conflict| conflict.positions.len() >= 2));
    }

    #[test]
    fn every_number_of_the_register_has_one_conflict() {
        let numbers: BTreeSet<u8> = conflicts().map(|conflict| conflict.number).collect();
        assert!(numbers.into_iter().eq(1..=13));
    }

    #[test]
    fn what_arises_at_no_rule_arises_at_sample_weeks() {
        let elsewhere: BTreeSet<_> =
            conflicts().filter(|it| it.arises_at.is_empty()).map(|it| it.id).collect();
        let weeks = crate::sample_weeks().iter();
        let there: BTreeSet<_> =
            weeks.flat_map(|week| conflicts_over(week.statement)).map(|it| it.id).collect();
        assert_eq!(elsewhere, BTreeSet::from(["sample-week-totals"]));
        assert!(elsewhere.is_subset(&there));
    }

    #[test]
    fn every_statement_behind_a_position_exists() {
        let known: BTreeSet<_> = statements().map(|statement| statement.id).collect();
        for conflict in conflicts() {
            for statement in conflict.positions.iter().flat_map(|position| position.statements) {
                assert!(known.contains(statement), "{}: {statement}", conflict.id);
            }
        }
    }

    #[test]
    fn every_rule_at_which_one_arises_is_a_rule_or_named_as_one() {
        let named: BTreeSet<_> = statements()
            .filter_map(|statement| match statement.carrier {
                Carrier::Rule(rule) => Some(rule),
                _ => None,
            })
            .chain(rules().iter().map(|rule| rule.id.0))
            .collect();
        for conflict in conflicts() {
            for rule in conflict.arises_at {
                assert!(named.contains(rule.0), "{}: {rule}", conflict.id);
            }
        }
    }

    #[test]
    fn every_doctrine_has_a_stance_and_every_source_is_known() {
        for conflict in conflicts() {
            let stances = conflict.stances.all();
            assert_eq!(stances.map(|(doctrine, _)| doctrine), doctrines()[..]);
            assert!(!conflict.sources.is_empty(), "{}", conflict.id);
            assert!(conflict.sources.iter().all(|id| source(*id).is_some()), "{}", conflict.id);
        }
    }

    /// A stance and the number its doctrine sets: the sentence begins with the number where the
    /// doctrine asks the rule, and with something else where it does not.
    fn check_numbers(id: &str, rule: &'static str, parameter: &str, begins: &str) {
        for (name, holds) in conflict(id).unwrap().stances.all() {
            let doctrine = doctrine(name).unwrap();
            let choice = doctrine.choice(RuleId(rule));
            let number = choice.map(|choice| choice.parameters().number(parameter) as usize);
            let word = number.map(|number| ["none", "one", "two", "three"][number]);
            match word {
                Some(word) => assert!(holds.starts_with(&format!("{begins} {word}")), "{name}"),
                None => assert!(!holds.starts_with(begins), "{name}"),
            }
        }
    }

    #[test]
    fn a_stance_says_the_number_that_its_doctrine_sets() {
        check_numbers("rest-days", "take-rest-days", "min_rest_days", "At least");
        check_numbers("straight-days", "break-up-straight-days", "max_straight_days", "At most");
    }

    #[test]
    fn a_conflict_is_found_where_it_arises() {
        let found: Vec<_> =
            conflicts_at(RuleId("take-rest-days")).map(|conflict| conflict.id).collect();
        assert_eq!(found, ["rest-days"]);
        assert_eq!(conflicts_at(RuleId("guard-motivation")).count(), 0);
    }
}
