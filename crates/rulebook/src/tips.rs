//! Tips: advice that judges nothing, by subject. Each knows the occasions on which it is worth
//! telling, how strongly it is known, and who says so.

mod between_runs;
mod form;
mod growth;
mod junk;
mod recovery_days;

use crate::{
    occasions::Occasion,
    source::{Grade, SourceId},
};
use serde::Serialize;

/// A piece of advice that judges nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Tip {
    /// Its name: imperative words.
    pub id: &'static str,
    /// When it is worth telling; at least one.
    pub occasions: &'static [Occasion],
    /// The advice.
    pub text: &'static str,
    /// How strongly it is known.
    pub grade: Grade,
    /// Who says so; at least one.
    pub sources: &'static [SourceId],
}

/// Every tip, subject by subject.
pub fn tips() -> impl Iterator<Item = &'static Tip> {
    SUBJECTS.into_iter().flatten()
}

/// One tip by its name.
pub fn tip(id: &str) -> Option<&'static Tip> {
    tips().find(|tip| tip.id == id)
}

/// The tips that meet one of some occasions, each once.
pub fn tips_for(occasions: &[Occasion]) -> impl Iterator<Item = &'static Tip> {
    tips().filter(|tip| tip.occasions.iter().any(|own| occasions.contains(own)))
}

const SUBJECTS: [&[Tip]; 5] =
    [recovery_days::TIPS, between_runs::TIPS, form::TIPS, growth::TIPS, junk::TIPS];

const SIGNS: SourceId = SourceId("signs");
const CONTEXT: SourceId = SourceId("context");
const RECOVERY: SourceId = SourceId("recovery");
const PROGRESSION: SourceId = SourceId("progression");
const STIMULUS: SourceId = SourceId("stimulus");

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::source;
    use std::collections::BTreeSet;

    #[test]
    fn every_tip_has_a_name_of_its_own() {
        let names: BTreeSet<_> = tips().map(|tip| tip.id).collect();
        assert_eq!(names.len(), tips().count());
    }

    #[test]
    fn every_tip_says_when_and_who_says_so() {
        for tip in tips() {
            assert!(!tip.occasions.is_empty(), "{} is never told", tip.id);
            assert!(!tip.sources.is_empty(), "nobody says {}", tip.id);
            assert!(tip.sources.iter().all(|id| source(*id).is_some()), "{}", tip.id);
        }
    }

    #[test]
    fn a_tip_that_meets_two_occasions_is_told_once() {
        let day = [Occasion::AfterLongRun, Occasion::WarmDays];
        let drinking = tips_for(&day).filter(|tip| tip.id == "drink-after-long-runs");
        assert_eq!(drinking.count(), 1);
    }
}
