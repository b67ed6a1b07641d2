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

fn whole_seconds(start: f64, end: f64, seconds: usize) -> std::ops::Range<usize> {
    let first = start.max(0.0).ceil() as usize;
    let last = (end.max(0.0).ceil() as usize).min(seconds);
    first.min(last)..last
}

fn at_second(at: f64, seconds: usize) -> Option<usize> {
    let second = at.max(0.0).floor() as usize;
    (second < seconds).then_some(second)
}

/// The mean of what is known; `None` where nothing is.
pub(crate) fn mean(values: &[f32]) -> Option<f64> {
    let (mut sum, mut known) = (0.0, 0_usize);
    for value in values.iter().filter(|value| value.is_finite()) {
        sum += f64::from(*value);
        known += 1;
    }
    (known > 0).then(|| sum / known as f64)
}

/// The centred mean over `window` seconds (made odd), of what is known in it.
pub(crate) fn smoothed(values: &[f32], window: usize) -> Vec<f32> {
    let half = window / 2;
    let mut sums = vec![(0.0_f64, 0_u32); values.len() + 1];
    for (index, value) in values.iter().enumerate() {
        let (sum, known) = sums[index];
        sums[index + 1] =
            if value.is_nan() { (sum, known) } else { (sum + f64::from(*value), known + 1) };
    }
    (0..values.len())
        .map(|index| {
            let (from, to) = (index.saturating_sub(half), (index + half + 1).min(values.len()));
            let known = sums[to].1 - sums[from].1;
            if known == 0 {
                f32::NAN
            } else {
                ((sums[to].0 - sums[from].0) / f64::from(known)) as f32
            }
        })
        .collect()
}

/// The centred median over `window` seconds (made odd), of what is known in it.
pub(crate) fn rolling_median(values: &[f32], window: usize) -> Vec<f32> {
    let half = window / 2;
    let mut sorted: Vec<f32> = Vec::with_capacity(window + 1);
    values.iter().take(half).for_each(|value| exchange(&mut sorted, f32::NAN, *value));
    (0..values.len())
        .map(|index| {
            let gone = index.checked_sub(half + 1).map_or(f32::NAN, |gone| values[gone]);
            let come = values.get(index + half).copied().unwrap_or(f32::NAN);
            exchange(&mut sorted, gone, come);
            middle(&sorted)
        })
        .collect()
}

/// Takes one value out of a sorted window and puts another in; `NaN` is neither. Neighbouring
/// seconds are alike, so the newcomer rarely has to move far.
fn exchange(sorted: &mut Vec<f32>, gone: f32, come: f32) {
    let place = sorted.iter().position(|value| *value == gone);
    let mut place = match (place, come.is_nan()) {
        (None, true) => return,
        (Some(place), true) => {
            sorted.remove(place);
            return;
        }
        (Some(place), false) => place,
        (None, false) => {
            sorted.push(come);
            sorted.len() - 1
        }
    };
    sorted[place] = come;
    while place > 0 && sorted[place - 1] > come {
        sorted.swap(place - 1, place);
        place -= 1;
    }
    while place + 1 < sorted.len() && sorted[place + 1] < come {
        sorted.swap(place, place + 1);
        place += 1;
    }
}

/// The median of what is known; `None` where nothing is.
pub(crate) fn median(values: impl IntoIterator<Item = f32>) -> Option<f32> {
    let mut known: Vec<f32> = values.into_iter().filter(|value| !value.is_nan()).collect();
    known.sort_unstable_by(f32::total_cmp);
    (!known.is_empty()).then(|| middle(&known))
}

fn middle(sorted: &[f32]) -> f32 {
    match sorted.len() {
        0 => f32::NAN,
        odd if odd % 2 == 1 => sorted[odd / 2],
        even => f32::midpoint(sorted[even / 2 - 1], sorted[even / 2]),
    }
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
    }

    #[test]
    fn a_median_forgets_a_spike() {
        let values = [3.0, 3.1, 9.0, 3.0, f32::NAN, 3.2];
        assert_eq!(rolling_median(&values, 3), [3.05, 3.1, 3.1, 6.0, 3.1, 3.2]);
        assert!(rolling_median(&[f32::NAN; 4], 3).iter().all(|value| value.is_nan()));
    }
}
