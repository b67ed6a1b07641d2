//! What the mornings show: heart-rate variability against its own band, and resting heart rate
//! against its own middle. Always a week of mornings, never one; what made them so is not known.

use super::statistics::{mean, median, standard_deviation};
use crate::case::Case;
use training::{CheckIn, calendar::add_days};

/// Mornings of a week that suffice for its mean (Plews 2014).
const FEWEST_OF_WEEK: usize = 3;
/// The days before that week that the band rests on, and how many of them it takes (Buchheit 2014).
const BASELINE_DAYS: i64 = 60;
const FEWEST_OF_BASELINE: usize = 14;
/// The smallest worthwhile change, in standard deviations of the baseline (Buchheit 2014).
const WORTHWHILE: f64 = 0.5;
/// Mornings of four weeks it takes to call their middle usual.
const FEWEST_OF_MONTH: usize = 10;

/// Where a running mean is expected to lie: the mean of a baseline and half a standard deviation to
/// each side.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Band {
    /// The mean of the baseline.
    pub mean: f64,
    /// Its sample standard deviation.
    pub spread: f64,
}

/// Heart-rate variability of a week beside its band, as the natural logarithm of RMSSD in
/// milliseconds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Variability {
    /// The mean of the last seven days.
    pub lately: f64,
    /// Where it is expected.
    pub band: Band,
    /// How many mornings of the seven days are known.
    pub mornings: usize,
    /// How many of them lie below the band.
    pub low_mornings: usize,
}

/// Resting heart rate of a week beside the usual one, in beats a minute.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RestingHr {
    /// The mean of the last seven days.
    pub lately: f64,
    /// The middle of the last 28.
    pub usual: f64,
}

impl Band {
    /// The band of a baseline; `None` with fewer than fourteen mornings.
    pub fn of(baseline: &[f64]) -> Option<Self> {
        if baseline.len() < FEWEST_OF_BASELINE {
            return None;
        }
        Some(Self { mean: mean(baseline)?, spread: standard_deviation(baseline)? })
    }

    /// Its lower border.
    pub fn lowest(self) -> f64 {
        self.mean - WORTHWHILE * self.spread
    }

    /// Its upper border.
    pub fn highest(self) -> f64 {
        self.mean + WORTHWHILE * self.spread
    }
}

impl Variability {
    /// Whether the week lies below the band, and not through one morning alone.
    pub fn is_low(self) -> bool {
        self.lately < self.band.lowest() && self.low_mornings >= 2
    }

    /// Whether the week lies above the band.
    pub fn is_high(self) -> bool {
        self.lately > self.band.highest()
    }
}

/// Heart-rate variability of the last seven days beside that of the sixty days before; `None` with
/// fewer than three mornings in the one or fourteen in the other.
pub fn variability(case: &Case<'_>) -> Option<Variability> {
    let before = case.as_of(add_days(case.on, -7));
    let week: Vec<f64> = case.recent_check_ins(7).iter().filter_map(ln_rmssd).collect();
    let baseline: Vec<f64> =
        before.recent_check_ins(BASELINE_DAYS).iter().filter_map(ln_rmssd).collect();
    if week.len() < FEWEST_OF_WEEK {
        return None;
    }
    let band = Band::of(&baseline)?;
    let low_mornings = week.iter().filter(|morning| **morning < band.lowest()).count();
    Some(Variability { lately: mean(&week)?, band, mornings: week.len(), low_mornings })
}

/// Resting heart rate of the last seven days beside the middle of the last 28; `None` with fewer
/// than three mornings in the one or ten in the other.
pub fn resting_hr(case: &Case<'_>) -> Option<RestingHr> {
    let beats = |days| -> Vec<f64> {
        let check_ins = case.recent_check_ins(days).iter();
        check_ins.filter_map(|check_in| Some(check_in.resting_hr?.0)).collect()
    };
    let (week, month) = (beats(7), beats(28));
    if week.len() < FEWEST_OF_WEEK || month.len() < FEWEST_OF_MONTH {
        return None;
    }
    Some(RestingHr { lately: mean(&week)?, usual: median(&month)? })
}

/// A morning's variability as a logarithm, which makes its days comparable.
fn ln_rmssd(check_in: &CheckIn) -> Option<f64> {
    check_in.hrv.filter(|rmssd| rmssd.0 > 0.0).map(|rmssd| rmssd.0.ln())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::examples::example;
    use training::Milliseconds;

    const FORTNIGHT: [f64; 14] =
        [4.20, 4.35, 4.10, 4.28, 4.15, 4.32, 4.22, 4.30, 4.18, 4.25, 4.27, 4.33, 4.12, 4.24];

    fn is_near(one: f64, other: f64) -> bool {
        (one - other).abs() < 1e-4
    }

    #[test]
    fn variability_is_compared_as_a_logarithm() {
        let on = jiff::civil::date(2026, 3, 5);
        let ln = |rmssd| ln_rmssd(&CheckIn { hrv: Some(Milliseconds(rmssd)), ..CheckIn::on(on) });
        assert!(is_near(ln(60.0).unwrap(), 4.0943));
        assert!(is_near(ln(80.0).unwrap(), 4.3820));
        assert!(is_near(ln(45.0).unwrap(), 3.8067));
        assert_eq!(ln(0.0), None);
    }

    #[test]
    fn the_band_is_half_a_standard_deviation_to_each_side() {
        let band = Band::of(&FORTNIGHT).unwrap();
        assert!(is_near(band.mean, 4.23643));
        assert!(is_near(band.spread, 0.07860));
        assert!(is_near(band.lowest(), 4.19713));
        assert!(is_near(band.highest(), 4.27573));
        assert!(is_near(mean(&FORTNIGHT[7..]).unwrap(), 4.24143));
        assert_eq!(Band::of(&FORTNIGHT[1..]), None);
    }

    #[test]
    fn one_low_morning_is_not_a_low_week() {
        let usual = "3 weeks:
            check-in Mon: hrv 66
            check-in Tue: hrv 72
            check-in Wed: hrv 68
            check-in Fri: hrv 70
            check-in Sun: hrv 69";
        let week = |mornings: &str| {
            variability(&example(&format!("{usual}\n1 week:\n{mornings}")).case()).unwrap()
        };
        let one = week("check-in Mon: hrv 69\ncheck-in Tue: hrv 70\ncheck-in Wed: hrv 30");
        assert!(one.lately < one.band.lowest());
        assert!(!one.is_low());
        assert!(week("check-in Mon: hrv 55\ncheck-in Tue: hrv 52\ncheck-in Wed: hrv 58").is_low());
        assert!(week("check-in Mon: hrv 80\ncheck-in Tue: hrv 82\ncheck-in Wed: hrv 78").is_high());
    }
}
