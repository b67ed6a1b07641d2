//! Heart-rate maximum and the heart rates at the thresholds (science.md sections 1.1, 1.2, 1.5).

use super::evidence::{Evidence, Known};
use training::{Date, Profile};

/// Standard error of a maximum that was seen in hard runs.
const SEEN_SE: f64 = 3.0;
/// Standard error of the age formula.
const AGE_SE: f64 = 10.0;
/// Where nothing is known of the runner's age: adult runners of any age, in bpm.
const ADULT: (f64, f64) = (183.0, 13.0);

/// Heart rate rises at most so far above what the hardest stretch of a run ended with, in bpm.
const ABOVE_HARDEST: f64 = 8.0;
/// A peak so far above all others is an artefact, in bpm.
const LONELY_PEAK: f64 = 8.0;

/// Heart-rate maximum by age: 208 − 0.7 · age (Tanaka et al. 2001).
pub(super) fn tanaka(age: f64) -> f64 {
    208.0 - 0.7 * age
}

/// Heart-rate maximum, from the year around the day: the second highest peak of three or more hard
/// runs, else what age suggests, knowing that it is at least the best peak. `None` without any
/// peak.
pub(super) fn hr_max(year: &[Evidence<'_>], profile: &Profile, on: Date) -> Option<Known> {
    let mut peaks: Vec<(f64, &Evidence<'_>)> =
        year.iter().filter_map(|run| Some((credible_peak(run)?, run))).collect();
    peaks.sort_by(|a, b| b.0.total_cmp(&a.0));
    let hard: Vec<_> = peaks.iter().filter(|(_, run)| run.is_hard()).collect();
    if hard.len() >= 3 {
        let from = hard.iter().take(3).map(|(_, run)| run.id().clone()).collect();
        return Some(Known::observed(hard[1].0, SEEN_SE, from));
    }
    let lonely = peaks.len() >= 3 && peaks[0].0 - peaks[1].0 > LONELY_PEAK;
    let (best, run) = peaks.get(usize::from(lonely))?;
    let (expected, se) = profile
        .birth_year
        .map_or(ADULT, |born| (tanaka(f64::from(on.year()) - f64::from(born)), AGE_SE));
    let (value, se) = at_least(expected, se, *best);
    Some(Known::derived(value, se, vec![run.id().clone()]))
}

/// A run's peak, not far above the heart rate at the end of its hardest stretch: a sensor that slips
/// climbs where the runner does not.
fn credible_peak(run: &Evidence<'_>) -> Option<f64> {
    let peak = run.trace().hr_peak?.0;
    let at_end = run.trace().demand.and_then(|demand| demand.hr_at_end);
    Some(at_end.map_or(peak, |at_end| peak.min(at_end.0 + ABOVE_HARDEST)))
}

/// Mean and standard deviation of a normal quantity that is known to be at least `least`.
pub(super) fn at_least(mean: f64, deviation: f64, least: f64) -> (f64, f64) {
    let edge = (least - mean) / deviation;
    let hazard = hazard(edge);
    let variance = (1.0 - hazard * (hazard - edge)).max(0.01);
    (mean + deviation * hazard, deviation * variance.sqrt())
}

/// φ(x) / (1 − Φ(x)) of the standard normal: by Simpson's rule on the tail, relative to φ(x).
fn hazard(x: f64) -> f64 {
    const PARTS: i32 = 400;
    const FAR: f64 = 12.0;
    let step = FAR / f64::from(PARTS);
    // φ(x + s) / φ(x) = exp(−x·s − s²/2), which neither over- nor underflows for x ≥ −12.
    let x = x.max(-12.0);
    let height = |part: i32| {
        let s = f64::from(part) * step;
        (-x * s - s * s / 2.0).exp()
    };
    let inner: f64 =
        (1..PARTS).map(|part| height(part) * if part % 2 == 1 { 4.0 } else { 2.0 }).sum();
    3.0 / (step * (height(0) + inner + height(PARTS)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_age_formula_meets_its_vectors() {
        assert_eq!([20.0, 40.0, 60.0].map(tanaka), [194.0, 180.0, 166.0]);
    }

    #[test]
    fn a_peak_lifts_what_age_suggests() {
        for (age, peak, expected) in [
            (40.0, 170.0, 182.88),
            (40.0, 188.0, 193.67),
            (30.0, 175.0, 189.19),
            (55.0, 160.0, 172.56),
        ] {
            let (value, _) = at_least(tanaka(age), 10.0, peak);
            assert!((value - expected).abs() < 0.01, "{age}, {peak}: {value}");
        }
    }

    #[test]
    fn a_peak_far_below_expectation_says_little() {
        let (value, se) = at_least(180.0, 10.0, 120.0);
        assert!((value - 180.0).abs() < 0.01 && (se - 10.0).abs() < 0.01);
    }
}
