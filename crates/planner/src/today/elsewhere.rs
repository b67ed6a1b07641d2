//! What other doctrines would say about the same day, where they part from the runner's own.

use super::Scene;
use crate::prescription::Elsewhere;
use rulebook::{Case, Doctrine, doctrine, doctrines};

/// The doctrines that would do something else, those that agree with each other together.
pub fn elsewhere(case: &Case<'_>, own: &Doctrine) -> Vec<Elsewhere> {
    let here = Scene::of(case, own).outcome().in_words();
    let mut others: Vec<Elsewhere> = Vec::new();
    for name in doctrines().into_iter().filter(|name| *name != own.name) {
        let Ok(other) = doctrine(name) else { continue };
        let there = Scene::of(case, &other).outcome();
        let would = there.in_words();
        if would == here {
            continue;
        }
        match others.iter_mut().find(|known| known.would == would) {
            Some(known) => known.doctrines.push(name),
            None => others.push(Elsewhere { doctrines: vec![name], would }),
        }
    }
    others
}
