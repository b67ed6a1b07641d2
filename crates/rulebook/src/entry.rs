//! Everything in the rulebook that can be opened by its name: rules, terms, sources, tips, patterns,
//! disagreements, sample weeks, and the statements they carry.

use crate::{
    conflicts::{Conflict, conflicts},
    glossary::{Term, glossary},
    patterns::{Look, looks},
    rule::Rule,
    rules::rules,
    sample_weeks::{SampleWeek, sample_weeks},
    source::{Source, sources},
    statements::{Statement, statements},
    tips::{Tip, tips},
};
use training::spelling::{did_you_mean, nearest};

/// Something that can be opened.
#[derive(Debug, Clone, Copy)]
pub enum Entry {
    /// A rule, by its id.
    Rule(&'static Rule),
    /// A term of the glossary, by its word.
    Term(&'static Term),
    /// A source, by its short name.
    Source(&'static Source),
    /// A tip, by its id.
    Tip(&'static Tip),
    /// A pattern that the log is searched for, by its id.
    Pattern(&'static Look),
    /// A disagreement, by its id.
    Conflict(&'static Conflict),
    /// A sample week, by its id.
    SampleWeek(&'static SampleWeek),
    /// A statement of a founding article, by its id.
    Statement(&'static Statement),
}

/// A name that nothing in the rulebook has.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the rulebook has no '{name}'; {}", did_you_mean(*nearest, "everymile rules lists the rules"))]
pub struct UnknownEntry {
    /// The name as given.
    pub name: String,
    /// The name that was probably meant.
    pub nearest: Option<&'static str>,
}

impl Entry {
    /// Its name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Rule(rule) => rule.id.0,
            Self::Term(term) => term.word,
            Self::Source(source) => source.id.0,
            Self::Tip(tip) => tip.id,
            Self::Pattern(look) => look.id,
            Self::Conflict(conflict) => conflict.id,
            Self::SampleWeek(week) => week.id,
            Self::Statement(statement) => statement.id,
        }
    }
}

/// What has a name; capitals and hyphens do not matter.
pub fn find_entry(name: &str) -> Result<Entry, UnknownEntry> {
    let wanted = plain(name);
    let is_meant = |entry: &Entry| match entry {
        Entry::Conflict(conflict) if wanted == format!("c{}", conflict.number) => true,
        other => plain(other.name()) == wanted,
    };
    entries().find(is_meant).ok_or_else(|| UnknownEntry {
        name: name.to_owned(),
        nearest: nearest(name, entries().map(Entry::name)),
    })
}

fn plain(name: &str) -> String {
    name.trim().to_lowercase().replace(' ', "-")
}

/// Everything that can be opened; where two share a name the first is meant.
fn entries() -> impl Iterator<Item = Entry> {
    let rules = rules().iter().copied().map(Entry::Rule);
    rules
        .chain(glossary().iter().map(Entry::Term))
        .chain(sources().map(Entry::Source))
        .chain(tips().map(Entry::Tip))
        .chain(looks().map(Entry::Pattern))
        .chain(conflicts().map(Entry::Conflict))
        .chain(sample_weeks().iter().map(Entry::SampleWeek))
        .chain(statements().map(Entry::Statement))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::statements::Carrier;

    fn check(name: &str, expected: &str) {
        let found = find_entry(name);
        let found = found.map_or_else(|unknown| unknown.to_string(), |entry| entry.name().into());
        assert_eq!(found, expected);
    }

    #[test]
    fn everything_is_found_by_its_name_however_it_is_typed() {
        check("take-rest-days", "take-rest-days");
        check("Take rest days", "take-rest-days");
        check("grey zone", "grey zone");
        check("grey-zone", "grey zone");
        check("festa-2020", "festa-2020");
        check("leave-one-run-out", "leave-one-run-out");
        check("tired-after-hard-runs", "tired-after-hard-runs");
        check("rest-days", "rest-days");
        check("shakeout-beginner", "shakeout-beginner");
        check("signs-32", "signs-32");
        check("recovery-aid", "recovery-aid");
        check("C1", "recovery-aid");
        check("c11", "sample-week-totals");
    }

    #[test]
    fn a_misspelt_name_is_answered_with_the_nearest() {
        check("gray zon", "the rulebook has no 'gray zon'; did you mean 'grey zone'?");
    }

    #[test]
    fn a_name_like_none_is_answered_with_where_the_names_are() {
        for name in ["xyz", "C99", ""] {
            check(name, &format!("the rulebook has no '{name}'; everymile rules lists the rules"));
        }
    }

    #[test]
    fn every_name_opens_what_it_names() {
        for entry in entries() {
            let found = find_entry(entry.name()).unwrap();
            let kind = std::mem::discriminant::<Entry>;
            assert_eq!(kind(&found), kind(&entry), "{} means two things", entry.name());
        }
    }

    /// What opens the carrier of a statement, or the command that is its door.
    fn door(carrier: Carrier) -> Option<Entry> {
        let name = match carrier {
            Carrier::Rule(name)
            | Carrier::Tip(name)
            | Carrier::Term(name)
            | Carrier::Pattern(name)
            | Carrier::SampleWeek(name)
            | Carrier::Conflict(name) => name,
            Carrier::Command(_) | Carrier::Exception(_) => return None,
        };
        Some(find_entry(name).unwrap_or_else(|unknown| panic!("{unknown}")))
    }

    #[test]
    fn every_statement_can_be_opened_and_so_can_what_carries_it() {
        for statement in statements() {
            assert_eq!(find_entry(statement.id).unwrap().name(), statement.id);
            let is_right = match (statement.carrier, door(statement.carrier)) {
                (Carrier::Rule(_), Some(Entry::Rule(rule))) => {
                    rule.statements.contains(&statement.id)
                }
                (Carrier::Tip(_), Some(Entry::Tip(tip))) => !tip.occasions.is_empty(),
                (Carrier::SampleWeek(_), Some(Entry::SampleWeek(week))) => {
                    week.statements().any(|own| own == statement.id)
                }
                (Carrier::Term(_), Some(Entry::Term(_)))
                | (Carrier::Pattern(_), Some(Entry::Pattern(_)))
                | (Carrier::Conflict(_), Some(Entry::Conflict(_)))
                | (Carrier::Command(_) | Carrier::Exception(_), None) => true,
                _ => false,
            };
            assert!(is_right, "{} is carried by what cannot be opened", statement.id);
        }
    }
}
