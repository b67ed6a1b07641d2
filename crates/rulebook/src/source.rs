//! Who says so, and how strongly it is known. No grade has a default: every number in a rule names
//! its source and its grade.

use serde::Serialize;
use std::fmt;

/// How strongly something is known. There is no default on purpose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
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
#[serde(transparent)]
pub struct SourceId(pub &'static str);

impl fmt::Display for SourceId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.0)
    }
}

/// Where a number or a claim comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
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

/// Every source, in alphabetical order of its short name.
pub fn sources() -> &'static [Source] {
    SOURCES
}

/// One source by its short name.
pub fn source(id: SourceId) -> Option<&'static Source> {
    SOURCES.iter().find(|source| source.id == id)
}

const SOURCES: &[Source] = &[Source {
    id: SourceId("signs"),
    who: "A coach's article on junk miles",
    year: None,
    kind: "coaching article",
    found_at: "founding article of everymile",
    says: "Seven signs that a runner runs junk miles, and what to do; coaching practice, untested.",
}];
