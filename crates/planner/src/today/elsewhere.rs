//! What other doctrines would say about the same day, where they part from the runner's own.

use super::Scene;
use crate::prescription::Elsewhere;
use rulebook::{Case, Doctrine, doctrine, doctrines};

/// The doctrines that would do something else, those that agree with each other together, with the
/// rule that decides there.
pub fn elsewhere(case: &Case<'_>, own: &Doctrine) -> Vec<Elsewhere> {
    let here = Scene::of(case, own).outcome().in_words();
    let mut others: Vec<Elsewhere> = Vec::new();
    for name in doctrines().into_iter().filter(|name| *name != own.name) {
        let Ok(other) = doctrine(name) else { continue };
        let there = said(&Scene::of(case, &other), name);
        if there.would == here {
            continue;
        }
        let is_same = |known: &&mut Elsewhere| {
            (&known.would, known.rule, &known.message) == (&there.would, there.rule, &there.message)
        };
        match others.iter_mut().find(is_same) {
            Some(known) => known.doctrines.push(name),
            None => others.push(there),
        }
    }
    others
}

fn said(scene: &Scene<'_>, name: &'static str) -> Elsewhere {
    let outcome = scene.outcome();
    let deciding = scene.deciding();
    Elsewhere {
        doctrines: vec![name],
        action: outcome.action,
        purpose: outcome.session.as_ref().map(|session| session.purpose),
        would: outcome.in_words(),
        rule: deciding.map(|held| held.rule.id),
        message: deciding
            .map_or_else(|| scene.intention.why.clone(), |held| held.hold.message.clone()),
    }
}
