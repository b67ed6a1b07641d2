//! Where a series changes its level: PELT (Killick, Fearnhead & Eckley 2012) on weighted squared
//! deviations, over one or more channels at once. Knows nothing of running.

/// One channel: a value and a weight (inverse variance; 0 where missing) for every bin.
#[derive(Debug, Clone, Default)]
pub struct Channel {
    weight: Vec<f64>,
    weighted: Vec<f64>,
    squared: Vec<f64>,
}

impl Channel {
    /// Prefix sums over `(value, weight)` pairs.
    pub fn new(points: impl IntoIterator<Item = (f64, f64)>) -> Self {
        let mut channel = Self { weight: vec![0.0], weighted: vec![0.0], squared: vec![0.0] };
        let (mut w, mut wy, mut wyy) = (0.0, 0.0, 0.0);
        for (value, weight) in points {
            w += weight;
            wy += weight * value;
            wyy += weight * value * value;
            channel.weight.push(w);
            channel.weighted.push(wy);
            channel.squared.push(wyy);
        }
        channel
    }

    /// Weighted squared deviation from the mean over bins `from..to`.
    fn cost(&self, from: usize, to: usize) -> f64 {
        let weight = self.weight[to] - self.weight[from];
        if weight <= 0.0 {
            return 0.0;
        }
        let weighted = self.weighted[to] - self.weighted[from];
        (self.squared[to] - self.squared[from] - weighted * weighted / weight).max(0.0)
    }

    fn len(&self) -> usize {
        self.weight.len() - 1
    }
}

/// The bins at which the level changes, ascending, without the ends. Segments are at least
/// `min_bins` long; each change must lower the cost by more than `penalty`.
pub fn change_points(channels: &[Channel], penalty: f64, min_bins: usize) -> Vec<usize> {
    let bins = channels.iter().map(Channel::len).max().unwrap_or(0);
    let min_bins = min_bins.max(1);
    if bins < 2 * min_bins {
        return Vec::new();
    }
    let cost = |from, to| channels.iter().map(|channel| channel.cost(from, to)).sum::<f64>();
    let mut best = vec![f64::INFINITY; bins + 1];
    best[0] = -penalty;
    let mut previous = vec![0; bins + 1];
    // Each candidate carries its total at the present bin, so that no cost is computed twice.
    let mut candidates = vec![(0_usize, 0.0_f64)];
    for to in min_bins..=bins {
        for (from, total) in &mut candidates {
            *total = best[*from] + cost(*from, to);
            if *total + penalty < best[to] {
                best[to] = *total + penalty;
                previous[to] = *from;
            }
        }
        candidates.retain(|(_, total)| *total <= best[to]);
        if to + 1 >= 2 * min_bins {
            candidates.push((to + 1 - min_bins, 0.0));
        }
    }
    walk_back(&previous, bins)
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
    steps.sort_by(f64::total_cmp);
    let deviation = steps[steps.len() / 4] / (LOWER_QUARTILE_ABS_NORMAL * std::f64::consts::SQRT_2);
    Some(deviation * deviation * block as f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The noise of the vector wraps at this number, which is not quite τ.
    const ALMOST_TAU: f64 = 6283.0 / 1000.0;

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
        let channel = Channel::new(series.iter().map(|&value| (value, 1.0)));
        for factor in [1.0, 2.0, 3.0, 10.0] {
            let penalty = factor * sigma * sigma * (series.len() as f64).ln();
            let found = change_points(std::slice::from_ref(&channel), penalty, 20);
            assert_eq!(found, [120, 180, 240, 300], "penalty factor {factor}");
        }
    }

    #[test]
    fn a_constant_series_never_changes() {
        let channel = Channel::new(std::iter::repeat_n((3.0, 1.0), 400));
        assert_eq!(change_points(&[channel], 0.1, 20), []);
    }

    #[test]
    fn a_second_channel_can_show_what_the_first_hides() {
        let flat = Channel::new(std::iter::repeat_n((2.0, 1.0), 200));
        let step = Channel::new((0..200).map(|i| (if i < 90 { 0.0 } else { 1.0 }, 1.0)));
        assert_eq!(change_points(&[flat, step], 3.0, 10), [90]);
    }
}
