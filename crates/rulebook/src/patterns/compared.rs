//! Two lists of measurements compared: their means, the difference in standard deviations (Cohen's
//! d), and how far chance alone may carry it. Nothing of running.

use crate::measures::statistics::{mean, standard_deviation};

/// Two lists compared.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Compared {
    /// The mean of the one.
    pub these: f64,
    /// The mean of the other.
    pub those: f64,
    /// The standard deviation within the lists.
    spread: f64,
    /// The standard error of the difference, in standard deviations.
    error: f64,
}

impl Compared {
    /// Compares two lists; `None` where one is empty. A spread below `finest` is taken for it: an
    /// answer in whole points cannot vary by less.
    pub fn of(these: &[f64], those: &[f64], finest: f64) -> Option<Self> {
        let count = |values: &[f64]| values.len() as f64;
        Some(Self {
            these: mean(these)?,
            those: mean(those)?,
            spread: spread_within(these, those).max(finest),
            error: (1.0 / count(these) + 1.0 / count(those)).sqrt(),
        })
    }

    /// How much larger these are.
    pub fn difference(self) -> f64 {
        self.these - self.those
    }

    /// The same, in standard deviations (Cohen 1988).
    pub fn effect(self) -> f64 {
        self.difference() / self.spread
    }

    /// One standard error of the effect where there is none.
    pub fn effect_error(self) -> f64 {
        self.error
    }
}

/// The standard deviation within both lists together, each around its own mean.
fn spread_within(these: &[f64], those: &[f64]) -> f64 {
    let squares = |values: &[f64]| {
        let freedom = values.len().saturating_sub(1) as f64;
        freedom * standard_deviation(values).unwrap_or_default().powi(2)
    };
    let freedom = (these.len() + those.len()).saturating_sub(2).max(1) as f64;
    ((squares(these) + squares(those)) / freedom).sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_effect_is_the_difference_in_spreads_within_the_lists() {
        let compared = Compared::of(&[3.0, 5.0], &[1.0, 3.0], 0.1).unwrap();
        assert_eq!(compared.difference(), 2.0);
        assert!((compared.effect() - std::f64::consts::SQRT_2).abs() < 1e-12);
        assert_eq!(compared.effect_error(), 1.0);
    }

    #[test]
    fn lists_without_spread_have_the_finest() {
        let compared = Compared::of(&[4.0; 5], &[3.0; 5], 0.5).unwrap();
        assert_eq!(compared.effect(), 2.0);
    }

    #[test]
    fn nothing_cannot_be_compared() {
        assert_eq!(Compared::of(&[], &[1.0], 0.5), None);
    }
}
