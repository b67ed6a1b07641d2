//! The bins at which the present segment may have begun, and the best of them at every step. Most
//! are not looked at in most steps: a segment that grows never gets cheaper, so what one cost when it
//! was last looked at is a bound that tells whether it could be the best now.

use super::Sums;
use std::ops::Range;

/// A bin at which the present segment may have begun.
struct Candidate<const CHANNELS: usize> {
    from: usize,
    /// The least cost of all that lies before it.
    before: f64,
    sums: Sums<CHANNELS>,
}

/// The candidates in order of their bins.
pub(super) struct Candidates<const CHANNELS: usize> {
    penalty: f64,
    list: Vec<Candidate<CHANNELS>>,
    /// The least that each can cost now, with the present segment and without its penalty;
    /// infinite for those that never become the best again.
    bounds: Vec<f64>,
    /// The place of the best.
    best: usize,
}

/// So many bounds are looked over at once, which the processor does in a few steps: hardly ever is
/// one of them low enough.
const TOGETHER: usize = 16;

impl<const CHANNELS: usize> Candidates<CHANNELS> {
    /// None yet; each change must lower the cost by more than `penalty`.
    pub fn new(penalty: f64) -> Self {
        Self { penalty, list: Vec::new(), bounds: Vec::new(), best: 0 }
    }

    /// Adds the bin `from`, with the least cost before it and the sums before it.
    pub fn add(&mut self, from: usize, before: f64, sums: Sums<CHANNELS>) {
        self.list.push(Candidate { from, before, sums });
        self.bounds.push(before);
    }

    /// The least cost of a segment that ends at these sums, and the first bin it may begin at.
    pub fn least(&mut self, end: &Sums<CHANNELS>) -> (f64, usize) {
        let former = self.best;
        let mut least = self.list[former].cost(end);
        self.bounds[former] = least;
        self.look_over(0..former, end, &mut least, |cost, least| cost <= least);
        self.look_over(former + 1..self.list.len(), end, &mut least, |cost, least| cost < least);
        (least, self.list[self.best].from)
    }

    /// Looks at those whose bound is better than the least cost.
    fn look_over(
        &mut self,
        places: Range<usize>,
        end: &Sums<CHANNELS>,
        least: &mut f64,
        is_better: impl Fn(f64, f64) -> bool,
    ) {
        for first in places.clone().step_by(TOGETHER) {
            let together = first..places.end.min(first + TOGETHER);
            let bounds = self.bounds[together.clone()].iter();
            if !bounds.fold(false, |any, bound| any | is_better(*bound, *least)) {
                continue;
            }
            for place in together {
                if is_better(self.bounds[place], *least) {
                    self.look_at(place, end, least, &is_better);
                }
            }
        }
    }

    fn look_at(
        &mut self,
        place: usize,
        end: &Sums<CHANNELS>,
        least: &mut f64,
        is_better: impl Fn(f64, f64) -> bool,
    ) {
        let cost = self.list[place].cost(end);
        let is_hopeless = cost > *least + self.penalty;
        self.bounds[place] = if is_hopeless { f64::INFINITY } else { cost };
        if is_better(cost, *least) {
            (*least, self.best) = (cost, place);
        }
    }

    /// Leaves only the best of the candidates that began within a range. On an even series hardly
    /// any candidate is ever ruled out, so that without this the cost would grow with the square of
    /// the length; and a level that has held for long hardly cares on which of a few bins it began.
    pub fn thin(&mut self, range: Range<usize>, end: &Sums<CHANNELS>) {
        let first = self.list.partition_point(|candidate| candidate.from < range.start);
        let last = self.list.partition_point(|candidate| candidate.from < range.end);
        for place in first..last {
            if self.bounds[place].is_finite() {
                self.bounds[place] = self.list[place].cost(end);
            }
        }
        let by_cost =
            |one: &usize, other: &usize| self.bounds[*one].total_cmp(&self.bounds[*other]);
        let kept = (first..last).min_by(by_cost);
        for place in (first..last).filter(|&place| Some(place) != kept) {
            self.bounds[place] = f64::INFINITY;
        }
        self.drop_hopeless();
    }

    fn drop_hopeless(&mut self) {
        let best = self.list[self.best].from;
        let mut bounds = self.bounds.iter();
        self.list.retain(|_| bounds.next().is_some_and(|bound| bound.is_finite()));
        self.bounds.retain(|bound| bound.is_finite());
        self.best = self.list.partition_point(|candidate| candidate.from < best);
        self.best = self.best.min(self.list.len() - 1);
    }
}

impl<const CHANNELS: usize> Candidate<CHANNELS> {
    /// The cost before it, and the weighted squared deviation from the channels' means since.
    fn cost(&self, end: &Sums<CHANNELS>) -> f64 {
        let mut cost = end.squared - self.sums.squared;
        for channel in 0..CHANNELS {
            let weighted = end.weighted[channel] - self.sums.weighted[channel];
            let weight = end.weight[channel] - self.sums.weight[channel];
            // A channel that is missing all along weighs nothing and costs nothing.
            cost -= weighted * weighted / weight.max(f64::MIN_POSITIVE);
        }
        self.before + cost.max(0.0)
    }
}
