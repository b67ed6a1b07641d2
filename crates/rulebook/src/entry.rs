//! Everything in the rulebook that can be opened by its name: rules, terms, sources, tips, disagreements
//! and the statements behind them.

use crate::{
    conflicts::{Conflict, conflicts},
    glossary::{Term, glossary},
    rule::Rule,
    rules::{nearest, rules},
    source::{Source, sources},
    statements::{Statement, statements},
    tips::{Tip, tips},
};

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
    /// A disagreement, by its id.
    Conflict(&'static Conflict),
    /// A statement of a founding article, by its id.
    Statement(&'static Statement),
}

/// A name that nothing in the rulebook has.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the rulebook has no '{name}'; did you mean '{nearest}'?")]
pub struct UnknownEntry {
    /// The name as given.
    pub name: String,
    /// The nearest name there is.
    pub nearest: &'static str,
}

impl Entry {
    /// Its name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Rule(rule) => rule.id.0,
            Self::Term(term) => term.word,
            Self::Source(source) => source.id.0,
            Self::Tip(tip) => tip.id,
            Self::Conflict(conflict) => conflict.id,
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
        nearest: nearest(name, entries().map(Entry::name)).unwrap_or_default(),
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
        .chain(conflicts().map(Entry::Conflict))
        .chain(statements().map(Entry::Statement))
}

#[cfg(test)]
mod tests {
    use super::*;

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
        check("signs-32", "signs-32");
        check("recovery-aid", "recovery-aid");
        check("C1", "recovery-aid");
        check("c11", "sample-week-totals");
    }

    #[test]
    fn a_misspelt_name_is_answered_with_the_nearest() {
        check("gray zon", "the rulebook has no 'gray zon'; did you mean 'grey zone'?");
    }
}
