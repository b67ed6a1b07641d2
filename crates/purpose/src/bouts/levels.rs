//! Levels of effort, each as heavy as the time it was held. Knows no bout.

use crate::measured::Stretch;

/// Levels of effort, from the easiest to the hardest, with the seconds each was held.
pub(super) struct Levels(Vec<(f64, f64)>);

impl Levels {
    /// The levels of some stretches.
    pub fn of<'a>(stretches: impl Iterator<Item = &'a Stretch>) -> Self {
        let mut levels: Vec<_> =
            stretches.map(|stretch| (stretch.effort, stretch.seconds())).collect();
        levels.sort_by(|one, other| one.0.total_cmp(&other.0));
        Self(levels)
    }

    /// How long they were held together.
    pub fn seconds(&self) -> f64 {
        self.0.iter().map(|level| level.1).sum()
    }

    /// The mean level; 0 when there is none.
    pub fn mean(&self) -> f64 {
        let held: f64 = self.0.iter().map(|(effort, seconds)| effort * seconds).sum();
        held / self.seconds().max(1.0)
    }

    /// The level that was not exceeded for `share` of the time; 0 when there is none.
    pub fn quantile(&self, share: f64) -> f64 {
        let target = share * self.seconds();
        let mut passed = 0.0;
        let reached = self.0.iter().find(|(_, seconds)| {
            passed += seconds;
            passed >= target
        });
        reached.or(self.0.last()).map_or(0.0, |(effort, _)| *effort)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn held(from: usize, to: usize, effort: f64) -> Stretch {
        Stretch { from, to, effort, legs: effort, speed: 3.0, grade: 0.0, standing: false }
    }

    #[test]
    fn a_level_is_as_heavy_as_it_is_long() {
        let stretches = [held(0, 90, 0.7), held(90, 100, 1.1)];
        let levels = Levels::of(stretches.iter());
        assert!((levels.mean() - 0.74).abs() < 1e-9);
        assert_eq!(levels.quantile(0.9), 0.7);
        assert_eq!(levels.quantile(0.95), 1.1);
    }

    #[test]
    fn nothing_has_no_level() {
        let levels = Levels::of([].iter());
        assert_eq!((levels.seconds(), levels.mean(), levels.quantile(0.5)), (0.0, 0.0, 0.0));
    }
}
