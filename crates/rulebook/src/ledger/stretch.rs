//! One stretch and its standing.

use super::{Charge, FallsOn, Posting};
use crate::{case::Case, rule::RuleId};
use training::{NamedRun, SegmentKind, Standing};

/// Posts one segment of a run, given what the rules hold against the run.
pub(super) fn posting(
    _case: &Case<'_>,
    run: &NamedRun,
    index: usize,
    charges: &[(RuleId, Charge)],
) -> Posting {
    let segment = &run.segments[index];
    let falls = |charge: &Charge| match charge.falls_on {
        FallsOn::WholeRun => true,
        FallsOn::TooFastStretches => segment.kind == SegmentKind::Steady,
    };
    let held: Vec<_> = charges.iter().filter(|(_, charge)| falls(charge)).collect();
    let worst = held.iter().max_by_key(|(_, charge)| charge.standing == Standing::Junk);
    Posting {
        run: run.id.clone(),
        date: run.date(),
        segment: index,
        purpose: segment.purpose,
        distance: segment.distance,
        duration: segment.duration(),
        standing: worst.map_or(Standing::Purposeful, |(_, charge)| charge.standing),
        rules: held.iter().map(|(rule, _)| *rule).collect(),
        reason: worst.map_or_else(|| segment.reason.clone(), |(_, charge)| charge.reason.clone()),
        counterfactual: worst.map(|(_, charge)| charge.counterfactual.clone()),
    }
}
