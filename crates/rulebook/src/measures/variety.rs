//! In how many ways a week was trained: other sports, and kinds of run.

use crate::case::Case;
use std::collections::{BTreeSet, HashSet};
use training::{CrossTraining, Purpose, Seconds, Sport, Week};

/// How a week was trained.
#[derive(Debug, Clone, PartialEq)]
pub struct Ways {
    /// The sports beside running. A walk is none.
    pub sports: HashSet<Sport>,
    /// How long they took together; `None` where it was not recorded.
    pub time: Option<Seconds>,
    /// The kinds of run.
    pub kinds: Vec<Purpose>,
}

/// How a week was trained, as far as it has gone.
pub fn ways(case: &Case<'_>, week: Week) -> Ways {
    let first = case.cross_training.partition_point(|other| other.start.date() < week.start);
    let last = week.end().min(case.on);
    let others: Vec<&CrossTraining> = case.cross_training[first..]
        .iter()
        .take_while(|other| other.start.date() <= last)
        .filter(|other| other.sport != Sport::Walking)
        .collect();
    let kinds: BTreeSet<Purpose> = case
        .runs_in(week)
        .iter()
        .map(training::NamedRun::purpose)
        .filter(|kind| *kind != Purpose::Walk)
        .collect();
    Ways {
        sports: others.iter().map(|other| other.sport).collect(),
        time: others.iter().map(|other| other.claimed.moving.or(other.claimed.elapsed)).sum(),
        kinds: kinds.into_iter().collect(),
    }
}
