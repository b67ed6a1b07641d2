//! What could not be told, and what to supply: a pain nobody has spoken of since comes first.

use super::{decide::Outcome, held::missing};
use crate::prescription::Missing;
use rulebook::{
    Case, Doctrine, RuleId,
    measures::{
        aches::{Ache, SUPPLY, aches},
        level::level,
    },
    words::{level_word, when},
};
use training::Purpose;

/// The rule that asks for the runner's level.
pub const LEVEL_ASKED_BY: RuleId = RuleId("keep-recovery-runs-short");

/// What could not be told; whether a pain is gone that was named before; and the level, where the
/// length of a recovery run rests on it and the runner has not stated it.
pub(super) fn cannot_tell(case: &Case<'_>, doctrine: &Doctrine, outcome: &Outcome) -> Vec<Missing> {
    let standing = aches(case).standing;
    let mut untold: Vec<Missing> = standing
        .iter()
        .filter(|ache| ache.named < case.on)
        .map(|ache| is_it_gone(ache, case))
        .collect();
    let is_asked = !untold.is_empty();
    let others = missing(case, doctrine).into_iter().map(Missing::from);
    untold.extend(others.filter(|other| !(is_asked && other.supply == SUPPLY)));
    let is_recovery =
        outcome.session.as_ref().is_some_and(|session| session.purpose == Purpose::Recovery);
    if is_recovery && case.profile.level.is_none() {
        untold.push(which_level(case));
    }
    untold
}

fn is_it_gone(ache: &Ache, case: &Case<'_>) -> Missing {
    let place = ache.site.as_ref().map_or(String::new(), |site| format!(" in your {site}"));
    let supply = format!(
        "Is the pain{place} gone that you named {} ({} of 10)? everymile check-in --pain 0 says so; \
         otherwise say how strong it is now.",
        when(ache.named, case.on),
        ache.level
    );
    Missing { rule: RuleId("stop-for-pain"), supply, is_pressing: true }
}

fn which_level(case: &Case<'_>) -> Missing {
    let supply = format!(
        "By your distance you count as {} here. Say it yourself: everymile profile set level \
         beginner, intermediate, advanced or elite.",
        level_word(level(case))
    );
    Missing { rule: LEVEL_ASKED_BY, supply, is_pressing: false }
}
