//! Found stretches of work held against true ones: the count of reps, and the boundaries between
//! work and rest, matched one to one. Knows no file and no runner.

use training::{Segment, SegmentKind};

/// A stretch from one second to another, since the run's first sample.
pub type Stretch = (f64, f64);

/// How far a found boundary may be from the true one, in seconds.
pub const NEAR_SECONDS: f64 = 5.0;

/// How many boundaries there are in truth, how many were found, and how many of them match.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Boundaries {
    /// In truth.
    pub real: usize,
    /// Found.
    pub found: usize,
    /// Found within [`NEAR_SECONDS`] of a true one, each used once.
    pub matched: usize,
}

impl Boundaries {
    /// The share of the true boundaries that were found.
    pub fn recall(self) -> Option<f64> {
        crate::table::share(self.matched, self.real)
    }

    /// The harmonic mean of precision and recall.
    pub fn f1(self) -> Option<f64> {
        crate::table::share(2 * self.matched, self.real + self.found)
    }
}

impl std::ops::AddAssign for Boundaries {
    fn add_assign(&mut self, other: Self) {
        self.real += other.real;
        self.found += other.found;
        self.matched += other.matched;
    }
}

/// The stretches of work and the strides among the segments.
pub fn work_of(segments: &[Segment]) -> Vec<Stretch> {
    let is_work = |it: &&Segment| matches!(it.kind, SegmentKind::Work | SegmentKind::Stride);
    segments.iter().filter(is_work).map(|it| (it.start.0, it.end.0)).collect()
}

/// Stretches that touch are one: the auto-laps of one block, or a rep in two segments.
pub fn merged(stretches: &[Stretch]) -> Vec<Stretch> {
    let mut whole: Vec<Stretch> = Vec::new();
    for &(start, end) in stretches {
        match whole.last_mut() {
            Some(last) if start - last.1 < 1.5 => last.1 = end,
            _ => whole.push((start, end)),
        }
    }
    whole
}

/// Matches the boundaries of found work with those of true work, nearest pairs first.
pub fn boundaries(real: &[Stretch], found: &[Stretch]) -> Boundaries {
    let ends = |stretches: &[Stretch]| -> Vec<f64> {
        stretches.iter().flat_map(|&(start, end)| [start, end]).collect()
    };
    let (real, found) = (ends(real), ends(found));
    let mut pairs: Vec<(f64, usize, usize)> = Vec::new();
    for (i, one) in real.iter().enumerate() {
        for (j, other) in found.iter().enumerate() {
            let apart = (one - other).abs();
            if apart <= NEAR_SECONDS {
                pairs.push((apart, i, j));
            }
        }
    }
    pairs.sort_by(|a, b| a.0.total_cmp(&b.0));
    let (mut real_used, mut found_used) = (vec![false; real.len()], vec![false; found.len()]);
    for (_, i, j) in pairs {
        if !real_used[i] && !found_used[j] {
            (real_used[i], found_used[j]) = (true, true);
        }
    }
    let matched = real_used.iter().filter(|used| **used).count();
    Boundaries { real: real.len(), found: found.len(), matched }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_boundary_six_seconds_off_is_missed() {
        let found = boundaries(&[(100.0, 200.0)], &[(104.0, 206.0)]);
        assert_eq!(found, Boundaries { real: 2, found: 2, matched: 1 });
    }

    #[test]
    fn a_found_boundary_serves_one_true_boundary_only() {
        let found = boundaries(&[(100.0, 104.0)], &[(102.0, 300.0)]);
        assert_eq!(found.matched, 1);
    }

    #[test]
    fn laps_that_touch_are_one_stretch() {
        assert_eq!(merged(&[(0.0, 10.0), (10.0, 25.0), (40.0, 50.0)]), [(0.0, 25.0), (40.0, 50.0)]);
    }
}
