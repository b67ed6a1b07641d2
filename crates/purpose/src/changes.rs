//! Where a series changes its level: PELT (Killick, Fearnhead & Eckley 2012) on weighted squared
//! deviations, over one or more channels at once. Knows nothing of running.

mod candidates;

use candidates::Candidates;

/// From this age on, in bins, …
const OLD_BINS: usize = 90;
/// … so many neighbouring candidates are thinned to the best of them.
const NEIGHBOURS: usize = 8;

/// What one channel says in one bin.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    value: f64,
    weight: f64,
}

impl Point {
    /// A value with its weight (inverse variance); a missing value weighs nothing.
    pub fn new(value: Option<f64>, weight: f64) -> Self {
        value.map_or(Self { value: 0.0, weight: 0.0 }, |value| Self { value, weight })
    }
}

/// Sums over all bins before one. The squares of all channels are one sum: the cost of a segment
/// needs no more of them.
#[derive(Debug, Clone, Copy)]
struct Sums<const CHANNELS: usize> {
    squared: f64,
    weighted: [f64; CHANNELS],
    weight: [f64; CHANNELS],
}

impl<const CHANNELS: usize> Sums<CHANNELS> {
    const NONE: Self = Self { squared: 0.0, weighted: [0.0; CHANNELS], weight: [0.0; CHANNELS] };

    fn with(mut self, bin: &[Point; CHANNELS]) -> Self {
        for (channel, point) in bin.iter().enumerate() {
            self.weight[channel] += point.weight;
            self.weighted[channel] += point.weight * point.value;
            self.squared += point.weight * point.value * point.value;
        }
        self
    }

    /// The cost of the segment from here to `end`: the weighted squared deviation from the channels' means.
    fn cost_until(&self, end: &Self) -> f64 {
        let mut cost = end.squared - self.squared;
        for channel in 0..CHANNELS {
            let weighted = end.weighted[channel] - self.weighted[channel];
            let weight = end.weight[channel] - self.weight[channel];
            // A channel that is missing all along weighs nothing and costs nothing.
            cost -= weighted * weighted / weight.max(f64::MIN_POSITIVE);
        }
        cost.max(0.0)
    }
}

/// The bins at which the level changes, ascending, without the ends. Segments are at least
/// `min_bins` long; each change must lower the cost by more than `penalty`.
pub fn change_points<const CHANNELS: usize>(
    bins: &[[Point; CHANNELS]],
    penalty: f64,
    min_bins: usize,
) -> Vec<usize> {
    let min_bins = min_bins.max(1);
    if bins.len() < 2 * min_bins {
        return Vec::new();
    }
    let sums = sums(bins);
    let mut best = vec![f64::INFINITY; bins.len() + 1];
    let mut previous = vec![0; bins.len() + 1];
    best[0] = -penalty;
    let mut candidates = Candidates::new(penalty);
    candidates.add(0, best[0], sums[0]);
    for to in min_bins..=bins.len() {
        let (least, from) = candidates.least(&sums[to]);
        (best[to], previous[to]) = (least + penalty, from);
        if to + 1 >= 2 * min_bins {
            let from = to + 1 - min_bins;
            candidates.add(from, best[from], sums[from]);
        }
        if to.is_multiple_of(NEIGHBOURS) {
            let old = to.checked_sub(OLD_BINS + NEIGHBOURS);
            candidates.tidy(old.map(|first| first..first + NEIGHBOURS), &sums[to]);
        }
    }
    walk_back(&previous, bins.len())
}

/// The sums before each bin, and after the last.
fn sums<const CHANNELS: usize>(bins: &[[Point; CHANNELS]]) -> Vec<Sums<CHANNELS>> {
    let mut total = Sums::NONE;
    let mut sums = vec![total];
    sums.extend(bins.iter().map(|bin| {
        total = total.with(bin);
        total
    }));
    sums
}

fn walk_back(previous: &[usize], bins: usize) -> Vec<usize> {
    let mut changes = Vec::new();
    let mut at = previous[bins];
    while at > 0 {
        changes.push(at);
        at = previous[at];
    }
    changes.reverse();
    changes
}

/// The noise variance of a series per bin, from the differences between means of `block` bins. Speed
/// from a watch is autocorrelated, so neighbouring bins alone would look far too quiet; the lower
/// quartile of the differences leaves real changes of level out.
pub fn long_run_variance(values: &[f64], block: usize) -> Option<f64> {
    /// Lower quartile of |z| for a standard normal z.
    const LOWER_QUARTILE_ABS_NORMAL: f64 = 0.3186;
    let means: Vec<f64> = values
        .chunks_exact(block.max(1))
        .map(|chunk| chunk.iter().sum::<f64>() / chunk.len() as f64)
        .collect();
    let mut steps: Vec<f64> = means.windows(2).map(|pair| (pair[1] - pair[0]).abs()).collect();
    if steps.len() < 4 {
        return None;
    }
    let quarter = steps.len() / 4;
    let quartile = *steps.select_nth_unstable_by(quarter, f64::total_cmp).1;
    let deviation = quartile / (LOWER_QUARTILE_ABS_NORMAL * std::f64::consts::SQRT_2);
    Some(deviation * deviation * block as f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The noise of the vector wraps at this number, which is not quite τ.
    const ALMOST_TAU: f64 = 6283.0 / 1000.0;

    fn known(value: f64) -> Point {
        Point::new(Some(value), 1.0)
    }

    /// The series of science.md section 9: levels with deterministic noise.
    fn two_reps_of_a_minute() -> Vec<f64> {
        let levels = [(120, 2.5), (60, 4.0), (60, 2.5), (60, 4.0), (120, 2.5)];
        let clean = levels.iter().flat_map(|&(count, level)| std::iter::repeat_n(level, count));
        clean
            .enumerate()
            .map(|(i, level)| {
                let i = i as f64;
                level + 0.15 * (12.9898 * i).sin() * ((4.1414 * i * i) % ALMOST_TAU).cos()
            })
            .collect()
    }

    #[test]
    fn two_reps_change_the_level_four_times() {
        let series = two_reps_of_a_minute();
        let mut steps: Vec<f64> = series.windows(2).map(|pair| (pair[1] - pair[0]).abs()).collect();
        steps.sort_by(f64::total_cmp);
        let sigma = steps[steps.len() / 2] / (0.6744898 * std::f64::consts::SQRT_2);
        let bins: Vec<_> = series.iter().map(|&value| [known(value)]).collect();
        for factor in [1.0, 2.0, 3.0, 10.0] {
            let penalty = factor * sigma * sigma * (series.len() as f64).ln();
            let found = change_points(&bins, penalty, 20);
            assert_eq!(found, [120, 180, 240, 300], "penalty factor {factor}");
        }
    }

    /// Numbers without an order, from -1 to 1, the same every time (xorshift, Marsaglia 2003).
    fn disorder(seed: u64) -> impl Iterator<Item = f64> {
        std::iter::successors(Some(seed), |&last| {
            let mut next = last;
            next ^= next << 13;
            next ^= next >> 7;
            next ^= next << 17;
            Some(next)
        })
        .map(|bits| (bits % 20_001) as f64 / 10_000.0 - 1.0)
    }

    /// The changes found by looking at every beginning of every segment.
    fn by_looking_at_all(bins: &[[Point; 2]], penalty: f64, min_bins: usize) -> Vec<usize> {
        let sums = sums(bins);
        let mut best = vec![f64::INFINITY; bins.len() + 1];
        let mut previous = vec![0; bins.len() + 1];
        best[0] = -penalty;
        for to in min_bins..=bins.len() {
            for from in 0..=to - min_bins {
                let cost = best[from] + sums[from].cost_until(&sums[to]) + penalty;
                if cost < best[to] {
                    (best[to], previous[to]) = (cost, from);
                }
            }
        }
        walk_back(&previous, bins.len())
    }

    #[test]
    fn what_is_passed_over_could_not_have_been_the_best() {
        for seed in 1..200 {
            let mut noise = disorder(seed).skip(20);
            let levels: Vec<f64> = noise.by_ref().take(9).map(|level| 3.0 * level).collect();
            let bins: Vec<[Point; 2]> = (0..OLD_BINS)
                .map(|bin| [known(levels[bin / 10]), known(levels[bin / 30])])
                .map(|bin| bin.map(|point| known(point.value + noise.next().unwrap())))
                .collect();
            for penalty in [1.0, 3.0, 10.0] {
                let found = change_points(&bins, penalty, 5);
                assert_eq!(found, by_looking_at_all(&bins, penalty, 5), "series {seed}");
            }
        }
    }

    #[test]
    fn a_constant_series_never_changes() {
        assert_eq!(change_points(&[[known(3.0)]; 400], 0.1, 20), [0_usize; 0]);
    }

    #[test]
    fn a_second_channel_can_show_what_the_first_hides() {
        let step = |bin| if bin < 90 { 0.0 } else { 1.0 };
        let bins: Vec<_> = (0..200).map(|bin| [known(2.0), known(step(bin))]).collect();
        assert_eq!(change_points(&bins, 3.0, 10), [90]);
    }

    #[test]
    fn what_is_missing_changes_nothing() {
        let missing = Point::new(None, 1.0);
        let level = |bin| if (40..80).contains(&bin) { missing } else { known(1.0) };
        let bins: Vec<_> = (0..120).map(|bin| [level(bin)]).collect();
        assert_eq!(change_points(&bins, 0.1, 10), [0_usize; 0]);
    }
}
