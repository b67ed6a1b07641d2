//! Found stretches of work held against true ones: the count of reps, and the boundaries between
//! work and rest, matched one to one. Knows no file and no runner.

use training::{Segment, SegmentKind};

/// A stretch from one second to another, since the run's first sample.
pub type Stretch = (f64, f64);

/// How far a found boundary may be from the true one, in seconds.
pub const NEAR_SECONDS: f64 = 5.0;

/// How far from a boundary into which the effort slides a found one is still about it, in seconds.
const SLIDING_SECONDS: f64 = 60.0;

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
    boundaries_but(real, found, &[])
}

/// The same, but for boundaries that nobody could tell to the second: these are not asked for, and
/// what is found near them is neither right nor wrong.
pub fn boundaries_but(real: &[Stretch], found: &[Stretch], gradual: &[f64]) -> Boundaries {
    let ends = |stretches: &[Stretch]| -> Vec<f64> {
        stretches.iter().flat_map(|&(start, end)| [start, end]).collect()
    };
    let (mut real, found) = (ends(real), ends(found));
    real.retain(|at| !gradual.contains(at));
    let matches = matches(&real, &found);
    let is_free = |(at, time): (usize, &f64)| {
        let is_near = |slide: &f64| (slide - time).abs() <= SLIDING_SECONDS;
        matches.iter().all(|(_, used)| *used != at) && gradual.iter().any(is_near)
    };
    let free = found.iter().enumerate().filter(|it| is_free(*it)).count();
    Boundaries { real: real.len(), found: found.len() - free, matched: matches.len() }
}

/// Pairs of a true and a found moment, nearest first, each used once.
fn matches(real: &[f64], found: &[f64]) -> Vec<(usize, usize)> {
    let mut pairs: Vec<(f64, usize, usize)> = Vec::new();
    for (i, one) in real.iter().enumerate() {
        for (j, other) in found.iter().enumerate() {
            pairs.push(((one - other).abs(), i, j));
        }
    }
    pairs.retain(|(apart, _, _)| *apart <= NEAR_SECONDS);
    pairs.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut matches: Vec<(usize, usize)> = Vec::new();
    for (_, i, j) in pairs {
        if matches.iter().all(|(one, other)| *one != i && *other != j) {
            matches.push((i, j));
        }
    }
    matches
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
    fn a_boundary_into_which_the_effort_slides_is_neither_asked_nor_blamed() {
        let found = boundaries_but(&[(100.0, 200.0)], &[(130.0, 201.0)], &[100.0]);
        assert_eq!(found, Boundaries { real: 1, found: 1, matched: 1 });
    }

    #[test]
    fn laps_that_touch_are_one_stretch() {
        assert_eq!(merged(&[(0.0, 10.0), (10.0, 25.0), (40.0, 50.0)]), [(0.0, 25.0), (40.0, 50.0)]);
    }
}
