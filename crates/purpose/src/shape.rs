//! The shape of a set of bouts: whether they repeat, climb a ladder or follow no pattern. Knows
//! numbers only.

/// Coefficient of variation; `None` for fewer than two values.
pub(crate) fn variation(values: &[f64]) -> Option<f64> {
    if values.len() < 2 {
        return None;
    }
    let mean = values.iter().sum::<f64>() / values.len() as f64;
    let spread = values.iter().map(|value| (value - mean).powi(2)).sum::<f64>();
    (mean > 0.0).then(|| (spread / values.len() as f64).sqrt() / mean)
}

/// Whether the values go steadily up, steadily down, or up and down again as a ladder does.
pub(crate) fn is_ladder(values: &[f64]) -> bool {
    let rises = |one: &f64, other: &f64| *other > 1.1 * one;
    let same = |one: &f64, other: &f64| (other / one - 1.0).abs() <= 0.1;
    let Some(top) = (0..values.len()).max_by(|&one, &other| values[one].total_cmp(&values[other]))
    else {
        return false;
    };
    let steps = |pair: &[f64], up: bool| {
        let (one, other) = if up { (&pair[0], &pair[1]) } else { (&pair[1], &pair[0]) };
        rises(one, other) || same(one, other)
    };
    values.len() >= 3
        && variation(values).is_some_and(|cv| cv > 0.15)
        && values[..=top].windows(2).all(|pair| steps(pair, true))
        && values[top..].windows(2).all(|pair| steps(pair, false))
}

/// The share of values that have a like value among the others.
pub(crate) fn share_with_twins(values: &[f64], tolerance: f64) -> f64 {
    let has_twin = |index: usize| {
        values.iter().enumerate().any(|(other, value)| {
            other != index && (value / values[index] - 1.0).abs() <= tolerance
        })
    };
    let twins = (0..values.len()).filter(|&index| has_twin(index)).count();
    twins as f64 / values.len().max(1) as f64
}

/// How many different values there are, when neighbours closer than `tolerance` (a share) are one.
pub(crate) fn levels(values: &[f64], tolerance: f64) -> usize {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let apart = sorted.windows(2).filter(|pair| pair[1] > pair[0] * (1.0 + tolerance)).count();
    apart + usize::from(!sorted.is_empty())
}

/// Spearman's rank correlation of the values with their order.
pub(crate) fn rank_correlation(values: &[f64]) -> f64 {
    let count = values.len();
    if count < 3 {
        return 0.0;
    }
    let mut order: Vec<usize> = (0..count).collect();
    order.sort_by(|&one, &other| values[one].total_cmp(&values[other]));
    let squared: f64 =
        order.iter().enumerate().map(|(rank, &place)| (rank as f64 - place as f64).powi(2)).sum();
    let n = count as f64;
    1.0 - 6.0 * squared / (n * (n * n - 1.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pyramid_is_a_ladder_and_a_fartlek_is_not() {
        assert!(is_ladder(&[60.0, 120.0, 180.0, 240.0, 180.0, 120.0, 60.0]));
        assert!(is_ladder(&[400.0, 800.0, 1200.0, 1600.0]));
        assert!(!is_ladder(&[60.0, 180.0, 45.0, 150.0, 90.0]));
        assert!(!is_ladder(&[180.0, 180.0, 181.0]));
    }

    #[test]
    fn two_lengths_of_reps_are_two_levels() {
        assert_eq!(levels(&[85.0, 83.0, 34.0, 33.0, 33.0, 33.0], 0.08), 2);
    }

    #[test]
    fn reps_have_twins() {
        assert_eq!(share_with_twins(&[180.0, 181.0, 60.0, 61.0], 0.05), 1.0);
        assert_eq!(share_with_twins(&[180.0, 90.0, 45.0], 0.05), 0.0);
    }

    #[test]
    fn getting_faster_all_the_way_ranks_perfectly() {
        assert!((rank_correlation(&[1.0, 2.0, 3.0, 4.0]) - 1.0).abs() < 1e-12);
        assert!((rank_correlation(&[4.0, 3.0, 2.0, 1.0]) + 1.0).abs() < 1e-12);
    }
}
