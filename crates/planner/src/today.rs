//! Today: run, shorten, swap or rest. What the day would hold by itself, what the rules leave of it,
//! and what would change that. Safety first; the same log and the same day give the same answer.

mod advice;
mod chosen;
mod decide;
mod elsewhere;
mod habit;
mod held;
mod intention;
mod limits;
mod manner;
mod otherwise;
mod session;
mod untold;

use crate::prescription::{Action, Because, Prescribed, Prescription};
use decide::{Outcome, decide};
pub use elsewhere::elsewhere;
use held::{Held, held};
use intention::{Intention, intention};
pub(crate) use limits::{Limits, easy_cap};
use rulebook::{Case, Doctrine};
pub(crate) use session::recovery_minutes;
pub use untold::LEVEL_ASKED_BY;

/// What to do on the day judged, under a doctrine.
pub fn today(case: &Case<'_>, doctrine: &Doctrine) -> Prescription {
    let scene = Scene::of(case, doctrine);
    let outcome = scene.outcome();
    let because = scene.because(&outcome);
    Prescription {
        date: case.on,
        doctrine: doctrine.name.clone(),
        disputes: advice::disputes(&because, &outcome),
        because,
        would_change: otherwise::would_change(&scene, &outcome),
        cannot_tell: untold::cannot_tell(case, doctrine, &outcome),
        tips: advice::tips(&scene, &outcome),
        intended: scene.intention.why,
        action: outcome.action,
        session: outcome.session,
        instead: outcome.instead,
    }
}

/// What [`today`] decides, without its reasons.
pub fn decision(case: &Case<'_>, doctrine: &Doctrine) -> (Action, Option<Prescribed>) {
    let outcome = Scene::of(case, doctrine).outcome();
    (outcome.action, outcome.session)
}

/// What [`today`] decides, and why, without what would change it.
pub(crate) fn decided(
    case: &Case<'_>,
    doctrine: &Doctrine,
) -> (Action, Option<Prescribed>, Vec<Because>) {
    let scene = Scene::of(case, doctrine);
    let outcome = scene.outcome();
    let because = scene.because(&outcome);
    (outcome.action, outcome.session, because)
}

/// Everything a decision rests on.
struct Scene<'a> {
    case: Case<'a>,
    doctrine: &'a Doctrine,
    intention: Intention,
    limits: Limits,
    held: Vec<Held>,
}

impl<'a> Scene<'a> {
    fn of(case: &Case<'a>, doctrine: &'a Doctrine) -> Self {
        Self {
            case: *case,
            doctrine,
            intention: intention(case, doctrine),
            limits: Limits::of(case, doctrine),
            held: held(case, doctrine),
        }
    }

    fn outcome(&self) -> Outcome {
        decide(&self.intention, &self.limits, self.held.iter().map(|held| &held.hold))
    }

    /// The holds that take something from what the day would have held, safety first; then the rules
    /// behind what was chosen.
    fn because(&self, outcome: &Outcome) -> Vec<Because> {
        let mut because: Vec<Because> = self.shaping().map(Because::from).collect();
        for chosen in chosen::rules_behind(self, outcome) {
            if because.iter().all(|known| known.rule != chosen.rule) {
                because.push(chosen);
            }
        }
        because
    }

    /// The holds that take something from what the day would have held.
    fn shaping(&self) -> impl Iterator<Item = &Held> {
        self.held.iter().filter(|held| self.intention.is_shaped_by(held, &self.limits))
    }

    /// The hold that decides the day: the first without which it would be another, or the first of
    /// several that each leave no running; `None` where the runner's own rhythm decides.
    fn deciding(&self) -> Option<&Held> {
        let outcome = self.outcome().in_words();
        let decides = |held: &&Held| {
            let others = self.held.iter().filter(|other| other.rule.id != held.rule.id);
            let other = decide(&self.intention, &self.limits, others.map(|other| &other.hold));
            other.in_words() != outcome
        };
        let forbids = |held: &&Held| !held.hold.allows.running();
        self.shaping().find(decides).or_else(|| self.shaping().find(forbids))
    }
}
