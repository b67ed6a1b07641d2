//! Who says so, and how strongly it is known. No grade has a default: every number in a rule names
//! its source and its grade.

mod practice;
mod studies;

use practice::PRACTICE;
use serde::Serialize;
use std::fmt;
use studies::STUDIES;

/// How strongly something is known. There is no default on purpose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Grade {
    /// Several consistent trials or large cohorts, or an identity.
    Strong,
    /// One good trial or large cohort, or consistent reviews.
    Moderate,
    /// Small, indirect or inconsistent studies.
    Weak,
    /// Coaching practice that nobody has tested.
    Convention,
    /// Evidence or experts point both ways.
    Contested,
}

impl Grade {
    /// The word for it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Strong => "strong",
            Self::Moderate => "moderate",
            Self::Weak => "weak",
            Self::Convention => "convention",
            Self::Contested => "contested",
        }
    }
}

impl fmt::Display for Grade {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.word())
    }
}

/// The short name of a source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(transparent)]
pub struct SourceId(pub &'static str);

impl fmt::Display for SourceId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.0)
    }
}

/// Where a number or a claim comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Source {
    /// Its short name.
    pub id: SourceId,
    /// Who.
    pub who: &'static str,
    /// When; `None` where no year is given.
    pub year: Option<i16>,
    /// What kind of source it is, in a few words.
    pub kind: &'static str,
    /// Where to find it: journal and page, DOI or PMC number.
    pub found_at: &'static str,
    /// What it showed and what it did not.
    pub says: &'static str,
}

/// Every source: studies first, then practice, each in alphabetical order of its short name.
pub fn sources() -> impl Iterator<Item = &'static Source> {
    STUDIES.iter().chain(PRACTICE)
}

/// One source by its short name.
pub fn source(id: SourceId) -> Option<&'static Source> {
    sources().find(|source| source.id == id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::rules;

    #[test]
    fn sources_are_in_order_and_named_once() {
        let mut names: Vec<_> = sources().map(|source| source.id).collect();
        for shelf in [STUDIES, PRACTICE] {
            assert!(shelf.windows(2).all(|pair| pair[0].id < pair[1].id));
        }
        names.sort();
        assert!(names.windows(2).all(|pair| pair[0] < pair[1]));
    }

    #[test]
    fn every_rule_and_every_number_in_it_has_a_known_source() {
        for rule in rules() {
            let own = rule.sources.iter().copied();
            let numbers = rule.parameters.iter().map(|parameter| parameter.source);
            for id in own.chain(numbers) {
                assert!(source(id).is_some(), "{}: {id}", rule.id);
            }
        }
    }
}
