//! Cadence lock: stretches in which an optical sensor followed the steps instead of the pulse.
//! They are told, not mended: who judges by heart rate leaves them out (science.md 8.5).

use crate::recording::Recording;
use training::{Oddity, OddityKind, Sample, Seconds};

/// Windows of this length are judged.
const WINDOW: f64 = 60.0;
/// Slower steps are walking, whose rhythm many hearts share.
const RUNNING_STEPS_MIN: f64 = 140.0;
/// Steeper ground raises the heart rate at the same speed.
const GRADE_MAX: f64 = 0.03;
/// Closer than this, heart rate and cadence are the same number.
const SAME_WITHIN: f64 = 3.0;
/// This far above what the speed explains, the rate is not the runner's.
const TOO_HIGH: f64 = 10.0;
/// Shorter stretches are coincidence.
const STRETCH_MIN: f64 = 120.0;
/// Speeds this close ask for the same heart rate.
const SPEED_BAND: f64 = 0.3;
/// Fewer windows to compare with tell nothing.
const COMPARED_MIN: usize = 3;
/// A rate that moves with the steps this closely follows them.
const FOLLOWS_MIN: f64 = 0.8;
/// A leap of the median rate from one window to the next.
const LEAP_MIN: f64 = 15.0;

/// Says where heart rate followed the cadence.
pub(super) fn report(recording: &mut Recording) {
    let windows = windows(&recording.samples);
    let locked: Vec<bool> = (0..windows.len()).map(|i| is_locked(&windows, i)).collect();
    let mut i = 0;
    for group in locked.chunk_by(|a, b| a == b) {
        let (first, last) = (&windows[i], &windows[i + group.len() - 1]);
        let lasted = last.end - first.start;
        if group[0] && lasted.0 >= STRETCH_MIN && begins_like_a_lock(&windows, i, group.len()) {
            recording.oddities.push(lock(first, lasted));
        }
        i += group.len();
    }
}

fn lock(first: &Window<'_>, lasted: Seconds) -> Oddity {
    let message = format!(
        "heart rate {:.0} followed the cadence {:.0} for {:.0} s",
        first.hr, first.steps, lasted.0
    );
    Oddity::stretch(OddityKind::CadenceLock, first.start, lasted, message)
}

/// One minute and its medians.
struct Window<'a> {
    samples: &'a [Sample],
    start: Seconds,
    end: Seconds,
    hr: f64,
    steps: f64,
    speed: f64,
}

fn windows(samples: &[Sample]) -> Vec<Window<'_>> {
    let number = |sample: &Sample| (sample.at.0 / WINDOW) as u64;
    samples.chunk_by(|a, b| number(a) == number(b)).filter_map(Window::of).collect()
}

impl<'a> Window<'a> {
    /// `None` where heart rate, cadence or distance is missing, on a slope, or where the runner
    /// does not run.
    fn of(samples: &'a [Sample]) -> Option<Self> {
        let (first, last) = (samples.first()?, samples.last()?);
        let distance = last.distance? - first.distance?;
        let speed = distance.over(last.at - first.at)?.0;
        let climb = last.altitude.zip(first.altitude).map_or(0.0, |(last, first)| (last - first).0);
        if climb.abs() > GRADE_MAX * distance.0 {
            return None;
        }
        let steps =
            median(pairs(samples).map(|pair| pair.1)).filter(|&steps| steps > RUNNING_STEPS_MIN)?;
        let hr = median(pairs(samples).map(|pair| pair.0))?;
        Some(Self { samples, start: first.at, end: last.at, hr, steps, speed })
    }

    /// How closely heart rate moved with the steps, -1 to 1.
    fn follows(&self) -> f64 {
        correlation(&pairs(self.samples).collect::<Vec<_>>())
    }

    /// Whether the rate is the cadence, or half of it.
    fn is_same(&self) -> bool {
        let near = |steps: f64| (self.hr - steps).abs() <= SAME_WITHIN;
        near(self.steps) || near(self.steps / 2.0)
    }
}

/// Heart rate and steps, where both are known.
fn pairs(samples: &[Sample]) -> impl Iterator<Item = (f64, f64)> {
    samples.iter().filter_map(|sample| Some((sample.hr?.0, sample.cadence?.0)))
}

/// A window is locked where the rate is the cadence and is not what its speed asks for elsewhere.
fn is_locked(windows: &[Window<'_>], i: usize) -> bool {
    let window = &windows[i];
    if !window.is_same() {
        return false;
    }
    let alike =
        |other: &&Window| !other.is_same() && (other.speed - window.speed).abs() <= SPEED_BAND;
    let rates: Vec<f64> = windows.iter().filter(alike).map(|other| other.hr).collect();
    let expected = (rates.len() >= COMPARED_MIN).then(|| median(rates.into_iter())).flatten();
    expected.is_some_and(|expected| (window.hr - expected).abs() >= TOO_HIGH)
}

/// A lock moves with the steps, or is entered or left by a leap while the speed stays the same.
fn begins_like_a_lock(windows: &[Window<'_>], first: usize, count: usize) -> bool {
    let stretch = &windows[first..first + count];
    let follows = stretch.iter().filter(|window| window.follows() > FOLLOWS_MIN).count();
    let entry = first.checked_sub(1).map(|before| (&windows[before], &windows[first]));
    let exit = windows.get(first + count).map(|after| (&stretch[count - 1], after));
    2 * follows > count || [entry, exit].into_iter().flatten().any(|(a, b)| leaps(a, b))
}

fn leaps(before: &Window<'_>, after: &Window<'_>) -> bool {
    let is_next = (after.start - before.end).0 < WINDOW;
    let is_as_fast = (after.speed - before.speed).abs() <= SPEED_BAND;
    is_next && is_as_fast && (after.hr - before.hr).abs() >= LEAP_MIN
}

fn median(values: impl Iterator<Item = f64>) -> Option<f64> {
    let mut values: Vec<f64> = values.collect();
    let middle = values.len() / 2;
    (!values.is_empty()).then(|| *values.select_nth_unstable_by(middle, f64::total_cmp).1)
}

/// Pearson's correlation; 0 where one side does not vary.
fn correlation(pairs: &[(f64, f64)]) -> f64 {
    let count = pairs.len() as f64;
    let mean = |side: fn(&(f64, f64)) -> f64| pairs.iter().map(side).sum::<f64>() / count;
    let (mean_a, mean_b) = (mean(|pair| pair.0), mean(|pair| pair.1));
    let moment = |product: &dyn Fn(f64, f64) -> f64| {
        pairs.iter().map(|&(a, b)| product(a - mean_a, b - mean_b)).sum::<f64>()
    };
    let spread = (moment(&|a, _| a * a) * moment(&|_, b| b * b)).sqrt();
    if spread > 0.0 { moment(&|a, b| a * b) / spread } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use training::{Bpm, Metres, StepsPerMinute};

    /// Forty minutes at 3 m/s: rates of the first and the second half, and one cadence.
    fn check(first: f64, second: f64, steps: f64, expected: usize) {
        let samples = (0..2400).map(|t| Sample {
            at: Seconds(f64::from(t)),
            distance: Some(Metres(3.0 * f64::from(t))),
            hr: Some(Bpm(if t < 1200 { first } else { second })),
            cadence: Some(StepsPerMinute(steps)),
            ..Sample::default()
        });
        let mut recording = Recording { samples: samples.collect(), ..Recording::default() };
        report(&mut recording);
        assert_eq!(recording.oddities.len(), expected);
    }

    #[test]
    fn a_rate_that_leaps_onto_the_cadence_is_locked() {
        check(138.0, 172.0, 171.0, 1);
    }

    #[test]
    fn a_rate_that_is_the_cadence_by_coincidence_is_not() {
        check(170.0, 172.0, 171.0, 0);
    }

    #[test]
    fn a_rate_far_from_the_cadence_is_not() {
        check(138.0, 150.0, 172.0, 0);
    }

    #[test]
    fn a_rate_at_half_the_cadence_is_locked() {
        check(138.0, 86.0, 172.0, 1);
    }
}
