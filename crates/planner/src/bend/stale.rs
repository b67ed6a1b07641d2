//! Whether a bend that was proposed on an earlier day may still be accepted: the days it would change
//! must lie ahead, and it must break no firm rule that it did not break when it was proposed.

use super::{Bending, Draft};
use crate::plan::Broken;
use rulebook::{Case, Doctrine};
use training::{Date, Plan};

/// Why a proposal is out of date.
#[derive(Debug, Clone, PartialEq)]
pub enum Stale {
    /// A day that it would change is over, or its running is done.
    DayIsOver(Date),
    /// Seen from today it would break a rule that the plan keeps without it.
    Breaks(Box<Broken>),
}

/// Why a change from one plan to another, proposed on an earlier day, no longer holds on the day
/// judged; `None` where it does.
pub fn stale(
    (before, after): (&Plan, &Plan),
    proposed: Date,
    case: &Case<'_>,
    doctrine: &Doctrine,
) -> Option<Stale> {
    let now = Bending::of(before, case, doctrine);
    let (old, new) = (Draft::of(before), Draft::of(after));
    let changes = old.changes(&new, before.begins.min(now.from));
    if let Some(over) = changes.iter().find(|change| change.date < now.from) {
        return Some(Stale::DayIsOver(over.date));
    }
    let breaks = |bending: &Bending<'_>| bending.broken_anew(&bending.reality.look(&new));
    let broken = breaks(&now);
    if broken.is_empty() {
        return None;
    }
    let known = breaks(&Bending::of(before, &case.as_of(proposed), doctrine));
    let is_known = |it: &Broken| {
        known.iter().any(|own| (own.week, own.finding.rule) == (it.week, it.finding.rule))
    };
    let broken = broken.into_iter().find(|it| !is_known(it))?;
    Some(Stale::Breaks(Box::new(broken)))
}
