//! The runs of a window of days as evidence, and which of them were hard for this runner.

use super::trace::{Trace, Traced};
use training::{Basis, Date, Estimate, RunId, calendar::days_between};

/// A run is hard when its speed demands this much more than the runner's median run: who runs nothing but
/// grey runs at up to nine tenths of critical speed, and a race at it is still hard for them, …
const HARD_RATIO: f64 = 1.10;
/// … for three minutes above critical speed (science.md section 1.5), …
const HARD_SECONDS: f64 = 180.0;
/// … and for nearly half of the effort: strides in an easy run take far less (our convention).
const HARD_SHARE: f64 = 0.47;

/// What one run alone shows is so much less sure: nothing tells how the next would have differed, so
/// that is taken to be as much again as the run's own error, √2 together (our convention).
const ALONE: f64 = std::f64::consts::SQRT_2;

/// A number in SI units or bpm, its standard error, and the runs it rests on.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Known {
    pub value: f64,
    pub se: f64,
    pub from: Vec<RunId>,
    pub basis: Basis,
}

impl Known {
    /// Seen in these runs.
    pub fn observed(value: f64, se: f64, from: Vec<RunId>) -> Self {
        Self { value, se, from, basis: Basis::Observed }
    }

    /// Worked out from another number by a published relation.
    pub fn derived(value: f64, se: f64, from: Vec<RunId>) -> Self {
        Self { value, se, from, basis: Basis::Derived }
    }

    /// Said by the runner.
    pub fn stated(value: f64, se: f64) -> Self {
        Self { value, se, from: vec![], basis: Basis::Stated }
    }

    /// The same, less sure where it rests on one run alone.
    pub fn widened_if_alone(self) -> Self {
        let is_alone = self.from.len() == 1;
        Self { se: if is_alone { ALONE * self.se } else { self.se }, ..self }
    }

    /// The number with its unit, and the day that `dated` gives it.
    pub fn estimate<Q>(self, unit: fn(f64) -> Q, dated: impl Fn(&Self) -> Date) -> Estimate<Q> {
        let as_of = dated(&self);
        let Self { value, se, from, basis } = self;
        Estimate { value: unit(value), se: unit(se), as_of, from, basis }
    }
}

/// One run among the runner's others.
#[derive(Debug, Clone, Copy)]
pub(super) struct Evidence<'a> {
    run: Traced<'a>,
    typical_speed: Option<f64>,
}

impl<'a> Evidence<'a> {
    pub fn id(&self) -> &'a RunId {
        self.run.id
    }

    pub fn trace(&self) -> &'a Trace {
        self.run.trace
    }

    /// Whether it asked clearly more of the runner than runs usually do.
    pub fn is_hard(&self) -> bool {
        let (Some(demand), Some(typical)) = (self.trace().demand, self.typical_speed) else {
            return false;
        };
        demand.speed() >= HARD_RATIO * typical
            && demand.above.0 >= HARD_SECONDS.max(HARD_SHARE * demand.lasted.0)
    }
}

/// The runs from so many days before a day to so many days after it.
pub(super) fn around<'a>(
    traces: &[Traced<'a>],
    on: Date,
    before: i64,
    after: i64,
) -> Vec<Evidence<'a>> {
    let near: Vec<Traced<'a>> = traces
        .iter()
        .filter(|run| (-before..=after).contains(&days_between(on, run.date)))
        .copied()
        .collect();
    let typical_speed = middle(
        near.iter()
            .filter(|run| run.trace.moving.minutes() >= 15.0)
            .filter_map(|run| Some(run.trace.demand?.speed()))
            .collect(),
    );
    near.into_iter().map(|run| Evidence { run, typical_speed }).collect()
}

/// The median; `None` of nothing.
pub(super) fn middle(mut values: Vec<f64>) -> Option<f64> {
    values.sort_by(f64::total_cmp);
    let upper = *values.get(values.len() / 2)?;
    let lower = values[(values.len() - 1) / 2];
    Some(f64::midpoint(lower, upper))
}
