//! Even series: uneven points joined to one value a second, and the two ways of calming them.
//! `NaN` is missing and stays out of every mean and median.

/// Joins points (time in seconds, value; in time order) to one value a second. Silences longer than
/// `joined` seconds stay missing, save that a value holds for `joined` seconds at the end.
pub(super) fn even(
    points: impl Iterator<Item = (f64, f64)>,
    seconds: usize,
    joined: f64,
) -> Vec<f32> {
    let mut values = vec![f32::NAN; seconds];
    let mut before: Option<(f64, f64)> = None;
    for (at, value) in points.filter(|(at, value)| at.is_finite() && value.is_finite()) {
        if let Some((start, from)) = before
            && at - start <= joined
            && !is_next_second(start, at)
        {
            for second in whole_seconds(start, at, seconds) {
                let share = (second as f64 - start) / (at - start).max(f64::EPSILON);
                values[second] = (from + (value - from) * share) as f32;
            }
        }
        if let Some(here) = at_second(at, seconds) {
            values[here] = value as f32;
        }
        before = Some((at, value));
    }
    values
}

/// Whether there is no second between two whole ones, as when a watch records every second.
pub(super) fn is_next_second(start: f64, at: f64) -> bool {
    at - start == 1.0 && start >= 0.0 && f64::from(start as u32) == start
}

fn whole_seconds(start: f64, end: f64, seconds: usize) -> std::ops::Range<usize> {
    let first = start.max(0.0).ceil() as usize;
    let last = (end.max(0.0).ceil() as usize).min(seconds);
    first.min(last)..last
}

fn at_second(at: f64, seconds: usize) -> Option<usize> {
    let second = at.max(0.0) as usize;
    (second < seconds).then_some(second)
}

/// The mean of what is known; `None` where nothing is.
pub(crate) fn mean(values: &[f32]) -> Option<f64> {
    let all = sum(values);
    if all.is_finite() && !values.is_empty() {
        return Some(all / values.len() as f64);
    }
    let known: Vec<f32> = values.iter().copied().filter(|value| value.is_finite()).collect();
    (!known.is_empty()).then(|| sum(&known) / known.len() as f64)
}

/// All values together; not finite where one of them is missing.
fn sum(values: &[f32]) -> f64 {
    /// So many sums grow side by side, where a single one would wait for itself.
    const SUMS: usize = 8;
    let (rows, left) = values.as_chunks::<SUMS>();
    let mut side_by_side = [0.0; SUMS];
    for row in rows {
        side_by_side.iter_mut().zip(row).for_each(|(sum, value)| *sum += f64::from(*value));
    }
    side_by_side.iter().sum::<f64>() + left.iter().copied().map(f64::from).sum::<f64>()
}

/// The centred mean over `window` seconds (made odd), of what is known in it.
pub(crate) fn smoothed(values: &[f32], window: usize) -> Vec<f32> {
    let (half, seconds) = (window / 2, values.len());
    let sums = sums_before(values);
    // Where nothing is known, nothing by nothing is `NaN`.
    let between = |from: &(f64, f64), to: &(f64, f64)| ((to.0 - from.0) / (to.1 - from.1)) as f32;
    let around = |index: usize| {
        between(&sums[index.saturating_sub(half)], &sums[(index + half + 1).min(seconds)])
    };
    let mut calm = Vec::with_capacity(seconds);
    calm.extend((0..half.min(seconds)).map(around));
    let ends = sums.get(2 * half + 1..).unwrap_or_default();
    calm.extend(sums.iter().zip(ends).map(|(from, to)| between(from, to)));
    calm.extend((calm.len()..seconds).map(around));
    calm
}

/// The sum and the number of what is known before each second, and before the end.
fn sums_before(values: &[f32]) -> Vec<(f64, f64)> {
    let mut sums = Vec::with_capacity(values.len() + 1);
    let (mut sum, mut known) = (0.0, 0.0);
    sums.push((sum, known));
    for value in values {
        let (more, one) = if value.is_nan() { (0.0, 0.0) } else { (f64::from(*value), 1.0) };
        (sum, known) = (sum + more, known + one);
        sums.push((sum, known));
    }
    sums
}

/// The centred median over `window` seconds (made odd), of what is known in it.
pub(crate) fn rolling_median(values: &[f32], window: usize) -> Vec<f32> {
    let half = window / 2;
    let middles = if half == 2 { middles_of_five(values) } else { middles(values, 2 * half + 1) };
    let around = |index: usize| {
        let span = index.saturating_sub(half)..(index + half + 1).min(values.len());
        median(values[span].iter().copied()).unwrap_or(f32::NAN)
    };
    let mut medians: Vec<f32> = (0..half.min(values.len())).map(around).collect();
    let mut known = 0;
    for (end, value) in values.iter().enumerate() {
        known = if value.is_nan() { 0 } else { known + 1 };
        if let Some(start) = end.checked_sub(2 * half) {
            medians.push(if known > 2 * half { middles[start] } else { around(start + half) });
        }
    }
    medians.extend((medians.len()..values.len()).map(around));
    medians
}

/// The median of each whole window, worth nothing where a value is missing. From one second to the next
/// it stays, or moves to the next value there is: counting tells which.
fn middles(values: &[f32], window: usize) -> Vec<f32> {
    let half = (window / 2) as u32;
    let mut middle = f32::NEG_INFINITY;
    let mut lower = 0;
    let mut equal = values.get(..window - 1).map_or(0, |first| count(first, middle));
    let mut gone = f32::NAN;
    let settle = |span: &[f32]| {
        let come = span[window - 1];
        lower += u32::from(come < middle);
        equal += u32::from(come == middle);
        lower -= u32::from(gone < middle);
        equal -= u32::from(gone == middle);
        gone = span[0];
        while lower > half {
            middle = next_below(span, middle);
            equal = count(span, middle);
            lower -= equal;
        }
        while lower + equal <= half && middle < f32::INFINITY {
            middle = next_above(span, middle);
            lower += equal;
            equal = count(span, middle);
        }
        middle
    };
    values.windows(window).map(settle).collect()
}

fn count(span: &[f32], wanted: f32) -> u32 {
    span.iter().map(|value| u32::from(*value == wanted)).sum()
}

/// The next value below one; infinite where there is none.
fn next_below(span: &[f32], here: f32) -> f32 {
    let below = |value: &f32| if *value < here { *value } else { f32::NEG_INFINITY };
    span.iter()
        .map(below)
        .fold(f32::NEG_INFINITY, |one, other| if one > other { one } else { other })
}

/// The next value above one; infinite where there is none.
fn next_above(span: &[f32], here: f32) -> f32 {
    let above = |value: &f32| if *value > here { *value } else { f32::INFINITY };
    span.iter().map(above).fold(f32::INFINITY, |one, other| if one < other { one } else { other })
}

/// [`middles`] over five seconds, where counting would not pay.
fn middles_of_five(values: &[f32]) -> Vec<f32> {
    let low = |one: f32, other: f32| if other < one { other } else { one };
    let high = |one: f32, other: f32| if one < other { other } else { one };
    let (pairs, thirds) = (values.windows(2), values.get(4..).unwrap_or_default());
    let later = values.get(2..).unwrap_or_default().windows(2);
    let windows = pairs.zip(later).zip(thirds);
    windows
        .map(|((one, two), fifth)| {
            let lower = high(low(one[0], one[1]), low(two[0], two[1]));
            let upper = low(high(one[0], one[1]), high(two[0], two[1]));
            high(low(lower, upper), low(high(lower, upper), *fifth))
        })
        .collect()
}

/// The median of what is known; `None` where nothing is.
pub(crate) fn median(values: impl IntoIterator<Item = f32>) -> Option<f32> {
    let mut known: Vec<f32> = values.into_iter().filter(|value| !value.is_nan()).collect();
    let half = known.len() / 2;
    let is_even = known.len().is_multiple_of(2);
    let (before, middle, _) =
        (!known.is_empty()).then(|| known.select_nth_unstable_by(half, f32::total_cmp))?;
    let below = before.iter().copied().max_by(f32::total_cmp).filter(|_| is_even);
    Some(below.map_or(*middle, |below| f32::midpoint(below, *middle)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn smart_recording_is_joined_and_a_long_silence_is_not() {
        let points = [(0.0, 100.0), (4.0, 108.0), (30.0, 120.0)];
        let values = even(points.into_iter(), 31, 10.0);
        assert_eq!(values[..5], [100.0, 102.0, 104.0, 106.0, 108.0]);
        assert!(values[5..30].iter().all(|value| value.is_nan()));
        assert_eq!(values[30], 120.0);
    }

    #[test]
    fn a_mean_is_of_what_is_known() {
        assert_eq!(smoothed(&[1.0, f32::NAN, 3.0, 5.0], 3), [1.0, 2.0, 4.0, 4.0]);
        assert_eq!(mean(&[1.0, f32::NAN, 3.0, 5.0]), Some(3.0));
        assert_eq!(mean(&[1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0]), Some(5.0));
        assert_eq!((mean(&[f32::NAN]), mean(&[])), (None, None));
    }

    #[test]
    fn a_median_forgets_a_spike() {
        let values = [3.0, 3.1, 9.0, 3.0, f32::NAN, 3.2];
        assert_eq!(rolling_median(&values, 3), [3.05, 3.1, 3.1, 6.0, 3.1, 3.2]);
        assert!(rolling_median(&[f32::NAN; 4], 3).iter().all(|value| value.is_nan()));
    }

    #[test]
    fn a_rolling_median_is_the_median_of_each_window() {
        let noise = |index: usize| (index * index * 7919 % 23) as f32;
        let mut values: Vec<f32> = (0..200).map(noise).collect();
        (values[80], values[0], values[120]) = (f32::NAN, f32::NEG_INFINITY, f32::INFINITY);
        for window in [3, 5, 15, 31] {
            let half = window / 2;
            let found = rolling_median(&values, window);
            for (index, found) in found.iter().enumerate() {
                let span = index.saturating_sub(half)..(index + half + 1).min(200);
                assert_eq!(Some(*found), median(values[span].iter().copied()), "{index}");
            }
        }
    }
}
