//! Today: run, shorten, swap or rest. What the day would hold by itself, what the rules leave of it,
//! and what would change that. Safety first; the same log and the same day give the same answer.

mod decide;
mod elsewhere;
mod habit;
mod held;
mod intention;
mod limits;
mod session;

use crate::prescription::{Because, Missing, Prescription};
use decide::{Outcome, decide};
pub use elsewhere::elsewhere;
use held::{Held, held, missing};
use intention::{Intention, intention};
pub(crate) use limits::Limits;
use rulebook::{
    Allows, Case, Conflict, Doctrine, RuleId, Tip, conflicts_at, measures::level::level, occasions,
    tips_for, words::level_word,
};
pub(crate) use session::recovery_minutes;
use training::Purpose;

/// What to do on the day judged, under a doctrine.
pub fn today(case: &Case<'_>, doctrine: &Doctrine) -> Prescription {
    let scene = Scene::of(case, doctrine);
    let outcome = scene.outcome();
    let because = scene.because();
    Prescription {
        date: case.on,
        doctrine: doctrine.name.clone(),
        disputes: disputes(&because, &outcome),
        because,
        would_change: scene.would_change(&outcome),
        cannot_tell: cannot_tell(case, doctrine, &outcome),
        tips: tips(case, doctrine, &outcome),
        intended: scene.intention.why,
        action: outcome.action,
        session: outcome.session,
        instead: outcome.instead,
    }
}

/// Everything a decision rests on.
struct Scene {
    intention: Intention,
    limits: Limits,
    held: Vec<Held>,
}

impl Scene {
    fn of(case: &Case<'_>, doctrine: &Doctrine) -> Self {
        Self {
            intention: intention(case, doctrine),
            limits: Limits::of(case, doctrine),
            held: held(case, doctrine),
        }
    }

    fn outcome(&self) -> Outcome {
        decide(&self.intention, &self.limits, self.held.iter().map(|held| &held.hold))
    }

    /// The outcome if some of the holds were lifted.
    fn outcome_without(&self, is_lifted: impl Fn(&Held) -> bool) -> Outcome {
        let left = self.held.iter().filter(|held| !is_lifted(held));
        decide(&self.intention, &self.limits, left.map(|held| &held.hold))
    }

    /// The holds that take something from what the day would have held.
    fn because(&self) -> Vec<Because> {
        let shapes = |held: &&Held| {
            let farthest = held.hold.farthest.and_then(|metres| self.limits.minutes_for(metres));
            self.intention.is_shaped_by(held.rule.topic, &held.hold, farthest)
        };
        self.held.iter().filter(shapes).map(Because::from).collect()
    }

    /// What would change the day: each hold that can be lifted and whose lifting makes a difference,
    /// alone or together with those that hold as strictly.
    fn would_change(&self, outcome: &Outcome) -> Vec<String> {
        let mut said: Vec<String> = self
            .held
            .iter()
            .filter_map(|held| {
                let lifted_by = held.hold.lifted_by.as_deref()?;
                let other = self.outcome_without(|other| other.rule.id == held.rule.id);
                (other != *outcome).then(|| with(lifted_by, &other))
            })
            .collect();
        if said.is_empty() {
            said.extend(self.all_lifted(outcome));
        }
        if let Some(other) = self.if_run_anyway(outcome) {
            said.push(format!("If you would rather run: {}.", other.in_words()));
        }
        said
    }

    /// Several holds as strict as each other: only all of them together change the day.
    fn all_lifted(&self, outcome: &Outcome) -> Option<String> {
        let strictest = self.held.iter().map(|held| held.hold.allows).min()?;
        let binding: Vec<&Held> =
            self.held.iter().filter(|held| held.hold.allows == strictest).collect();
        let lifted: Option<Vec<&str>> =
            binding.iter().map(|held| held.hold.lifted_by.as_deref()).collect();
        let lifted = lifted.filter(|lifted| lifted.len() > 1)?;
        let other = self.outcome_without(|held| held.hold.allows == strictest);
        (other != *outcome).then(|| with(&lifted.join(" and "), &other))
    }

    /// On a day that is meant for rest though nothing forbids running: what would be allowed.
    fn if_run_anyway(&self, outcome: &Outcome) -> Option<Outcome> {
        if self.intention.is_run() || outcome.session.is_some() || self.intention.is_done() {
            return None;
        }
        let easy = self.intention.easy_instead();
        let other = decide(&easy, &self.limits, self.held.iter().map(|held| &held.hold));
        other.session.is_some().then_some(other)
    }
}

fn with(lifted_by: &str, other: &Outcome) -> String {
    format!("With {lifted_by}: {}.", other.in_words())
}

/// What could not be told; and the level, where the length of a recovery run rests on it and the
/// runner has not stated it.
fn cannot_tell(case: &Case<'_>, doctrine: &Doctrine, outcome: &Outcome) -> Vec<Missing> {
    let mut untold: Vec<Missing> = missing(case, doctrine).into_iter().map(Missing::from).collect();
    let is_recovery =
        outcome.session.as_ref().is_some_and(|session| session.purpose == Purpose::Recovery);
    if is_recovery && case.profile.level.is_none() {
        let supply = format!(
            "By your distance you count as {} here. Say it yourself: everymile profile set level \
             beginner, intermediate, advanced or elite.",
            level_word(level(case))
        );
        untold.push(Missing { rule: RuleId("keep-recovery-runs-short"), supply });
    }
    untold
}

/// What the articles and doctrines disagree on where this day is decided: at the rules that shaped
/// it, and at recovery runs.
fn disputes(because: &[Because], outcome: &Outcome) -> Vec<&'static Conflict> {
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

/// How to go about what is to be done: the advice for the day's own occasion first.
fn tips(case: &Case<'_>, doctrine: &Doctrine, outcome: &Outcome) -> Vec<&'static Tip> {
    let own = [outcome.occasion()];
    let others = occasions(case, doctrine);
    let is_new = |tip: &&Tip| tip.occasions.iter().all(|occasion| !own.contains(occasion));
    tips_for(&own).chain(tips_for(&others).filter(is_new)).collect()
}

/// Whether a day with this much left is a day of running.
fn may_run(allows: Allows) -> bool {
    allows >= Allows::Easy
}

/// Whether a purpose belongs to easy running.
fn is_easy(purpose: Purpose) -> bool {
    matches!(purpose, Purpose::Recovery | Purpose::Easy | Purpose::Long | Purpose::Walk)
}
