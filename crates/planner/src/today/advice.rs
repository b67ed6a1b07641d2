//! What goes with a decision: tips that fit the day, and the disagreements that arise at it.

use super::{Scene, decide::Outcome, manner::OWN_TIPS};
use crate::prescription::{Action, Because};
use rulebook::{Conflict, Occasion, RuleId, Tip, Topic, conflicts_at, occasions, tips_for};
use training::{Date, Purpose, calendar::days_between};

/// Days are counted from here, to turn the tips.
const FIRST_DAY: Date = jiff::civil::date(1970, 1, 1);

/// The tips for the day, turned a little further each day so that all of them come up. None before a
/// clinician was seen; and where the body holds the day back, only what fits such a day.
pub(super) fn tips(scene: &Scene<'_>, outcome: &Outcome) -> Vec<&'static Tip> {
    if outcome.action == Action::SeeAClinician {
        return Vec::new();
    }
    let others = occasions(&scene.case, scene.doctrine);
    let fitting = if is_careful(scene) {
        careful(outcome, &others)
    } else {
        [outcome.occasion()].into_iter().chain(others).collect()
    };
    let is_said_already = |tip: &&Tip| outcome.session.is_some() && OWN_TIPS.contains(&tip.id);
    let mut tips: Vec<&'static Tip> =
        tips_for(&fitting).filter(|tip| !is_said_already(tip)).collect();
    if !tips.is_empty() {
        let day = days_between(FIRST_DAY, scene.case.on).unsigned_abs();
        let turn = scattered(day) % tips.len() as u64;
        tips.rotate_left(turn as usize);
    }
    tips
}

/// Whether a rule of safety or of the body holds the day back.
fn is_careful(scene: &Scene<'_>) -> bool {
    scene.held.iter().any(|held| matches!(held.rule.topic, Topic::Safety | Topic::Body))
}

fn careful(outcome: &Outcome, others: &[Occasion]) -> Vec<Occasion> {
    if outcome.session.is_some() {
        return vec![Occasion::CarefulRunToday];
    }
    let raced = others.iter().copied().filter(|occasion| *occasion == Occasion::AfterLongRace);
    [Occasion::HeldBackToday].into_iter().chain(raced).collect()
}

/// Days far apart from each other, so that no weekday always gets the same tips (`SplitMix64`, Steele
/// 2014).
const fn scattered(day: u64) -> u64 {
    let mut bits = day.wrapping_add(1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    bits = (bits ^ (bits >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    bits = (bits ^ (bits >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    bits ^ (bits >> 31)
}

/// What the articles and doctrines disagree on where this day is decided: at the rules that shaped
/// it, and at recovery runs. Where a clinician is asked first nothing is disputed.
pub(super) fn disputes(because: &[Because], outcome: &Outcome) -> Vec<&'static Conflict> {
    if outcome.action == Action::SeeAClinician {
        return Vec::new();
    }
    let is_recovery =
        outcome.session.as_ref().is_some_and(|session| session.purpose == Purpose::Recovery);
    let at_recovery = is_recovery.then_some(RuleId("place-recovery-runs"));
    let mut disputes: Vec<&'static Conflict> = Vec::new();
    for rule in because.iter().map(|because| because.rule).chain(at_recovery) {
        for conflict in conflicts_at(rule) {
            if disputes.iter().all(|known| known.id != conflict.id) {
                disputes.push(conflict);
            }
        }
    }
    disputes
}
