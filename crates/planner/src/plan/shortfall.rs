//! A choice of days that does not hold what the runner runs already: no reason to refuse a plan, and one
//! to say so.

use super::{baseline::Baseline, taper::largest};
use training::{Metres, Plan};

/// A plan whose largest week holds less than this share of the usual one is told to (our own
/// convention).
const MUCH_LESS: f64 = 0.8;

/// How much less a plan holds than the runner usually runs.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Shortfall {
    /// How far a usual week goes.
    pub usual: Metres,
    /// How far the largest week of the plan goes.
    pub largest: Metres,
}

impl Shortfall {
    /// What a plan lacks; `None` where it holds about what is usual.
    pub fn of(plan: &Plan, baseline: &Baseline) -> Option<Self> {
        let usual = baseline.usual_week();
        let largest = largest(plan, baseline.easy_speed);
        (largest.0 < MUCH_LESS * usual.0).then_some(Self { usual, largest })
    }
}
