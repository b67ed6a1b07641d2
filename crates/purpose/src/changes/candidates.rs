//! The bins at which the present segment may have begun, and the best of them at every step. Most
//! are not looked at in most steps: a segment costs at least what its parts cost, so what one cost when
//! it was last looked at, with what every segment has grown by since, is a bound that tells whether it
//! could be the best now.

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
    /// By how much of the growth of every segment each bound is raised: 0 of those that were worked out
    /// since the bounds were last raised, 1 of all others.
    raises: Vec<f64>,
    /// No bound of so many neighbours is lower.
    lows: Vec<f64>,
    /// The place of the best.
    best: usize,
    /// The sums where the bounds were last raised.
    raised: Sums<CHANNELS>,
}

/// So many neighbours are passed over at once where none of their bounds is low enough.
const TOGETHER: usize = 16;

/// So much of a cost may be lost to rounding.
const ROUNDING: f64 = 1e-6;

impl<const CHANNELS: usize> Candidates<CHANNELS> {
    /// None yet; each change must lower the cost by more than `penalty`.
    pub fn new(penalty: f64) -> Self {
        let (list, bounds, raises, lows) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        Self { penalty, list, bounds, raises, lows, best: 0, raised: Sums::NONE }
    }

    /// Adds the bin `from`, with the least cost before it and the sums before it.
    pub fn add(&mut self, from: usize, before: f64, sums: Sums<CHANNELS>) {
        if self.list.len().is_multiple_of(TOGETHER) {
            self.lows.push(f64::INFINITY);
        }
        let low = &mut self.lows[self.list.len() / TOGETHER];
        *low = lower(*low, before);
        self.list.push(Candidate { from, before, sums });
        self.bounds.push(before);
        self.raises.push(0.0);
    }

    /// The least cost of a segment that ends at these sums, and the first bin it may begin at.
    pub fn least(&mut self, end: &Sums<CHANNELS>) -> (f64, usize) {
        let former = self.best;
        let mut least = self.work_out(former, end);
        self.bounds[former] = least;
        for neighbours in 0..self.lows.len() {
            if self.lows[neighbours] <= least {
                self.look_over(neighbours, former, end, &mut least);
            }
        }
        (least, self.list[self.best].from)
    }

    /// Works out those of some neighbours whose bound is better than the least cost. Of two that cost the
    /// same, one that was the best before stays it against those after it.
    fn look_over(
        &mut self,
        neighbours: usize,
        former: usize,
        end: &Sums<CHANNELS>,
        least: &mut f64,
    ) {
        let first = neighbours * TOGETHER;
        let last = self.list.len().min(first + TOGETHER);
        for place in first..last {
            let is_better =
                |cost: f64, least: f64| cost < least || (place < former && cost == least);
            if place != former && is_better(self.bounds[place], *least) {
                let cost = self.work_out(place, end);
                let is_hopeless = cost > *least + self.penalty;
                self.bounds[place] = if is_hopeless { f64::INFINITY } else { cost };
                if is_better(cost, *least) {
                    (*least, self.best) = (cost, place);
                }
            }
        }
        self.lows[neighbours] = lowest(&self.bounds[first..last]);
    }

    /// The cost of all until these sums where the last segment begins at a place.
    fn work_out(&mut self, place: usize, end: &Sums<CHANNELS>) -> f64 {
        self.raises[place] = 0.0;
        let candidate = &self.list[place];
        candidate.before + candidate.sums.cost_until(end)
    }

    /// To be called every few bins, after the least cost until these sums was asked for: raises the bounds,
    /// and thins the candidates that began within a range.
    pub fn tidy(&mut self, old: Option<Range<usize>>, end: &Sums<CHANNELS>) {
        self.raise_bounds(end);
        if let Some(old) = old {
            self.thin(old, end);
        }
        self.lows.clear();
        self.lows.extend(self.bounds.chunks(TOGETHER).map(lowest));
    }

    /// Every segment that holds all bins since the bounds were last raised has grown by what they cost
    /// alone, at the least.
    fn raise_bounds(&mut self, end: &Sums<CHANNELS>) {
        let growth = (self.raised.cost_until(end) - ROUNDING).max(0.0);
        for (bound, raises) in self.bounds.iter_mut().zip(&mut self.raises) {
            *bound += *raises * growth;
            *raises = 1.0;
        }
        self.raised = *end;
    }

    /// Leaves only the best of the candidates that began within a range. On an even series hardly
    /// any candidate is ever ruled out, so that without this the cost would grow with the square of
    /// the length; and a level that has held for long hardly cares on which of a few bins it began.
    fn thin(&mut self, range: Range<usize>, end: &Sums<CHANNELS>) {
        let first = self.list.partition_point(|candidate| candidate.from < range.start);
        let last = self.list.partition_point(|candidate| candidate.from < range.end);
        for place in first..last {
            if self.bounds[place].is_finite() {
                self.bounds[place] = self.work_out(place, end);
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
        retain_hopeful(&mut self.list, &self.bounds);
        retain_hopeful(&mut self.raises, &self.bounds);
        self.bounds.retain(|bound| bound.is_finite());
        self.best = self.list.partition_point(|candidate| candidate.from < best);
        self.best = self.best.min(self.list.len() - 1);
    }
}

/// Leaves what has a finite bound at its place.
fn retain_hopeful<T>(list: &mut Vec<T>, bounds: &[f64]) {
    let mut bounds = bounds.iter();
    list.retain(|_| bounds.next().is_some_and(|bound| bound.is_finite()));
}

/// The lower of two numbers that are numbers, in one step of the processor.
fn lower(one: f64, other: f64) -> f64 {
    if one < other { one } else { other }
}

/// The lowest of some numbers that are numbers; several at a step of the processor.
fn lowest(numbers: &[f64]) -> f64 {
    let (rows, left) = numbers.as_chunks::<4>();
    let mut side_by_side = [f64::INFINITY; 4];
    for row in rows {
        side_by_side.iter_mut().zip(row).for_each(|(low, number)| *low = lower(*low, *number));
    }
    side_by_side.into_iter().chain(left.iter().copied()).fold(f64::INFINITY, lower)
}
