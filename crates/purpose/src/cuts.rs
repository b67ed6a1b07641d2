//! Where the effort of a run changes: in flat-equivalent speed, in what the heart is heading for, in
//! cadence. Knows no runner, so that a run is cut once however well the runner is known; save one whose
//! altitude the runner could not have climbed, which is cut anew on the flat when it is named.

use crate::changes::{Point, change_points, long_run_variance};
use crate::effort::{Track, heading_for, mean, rhythm};
use crate::measured::{DOUBTFUL_GRADE, steepness};
use std::ops::Range;

/// Standing for less than this is part of running: a kerb, a gate, a lost second of signal.
const STOP_SECONDS_MIN: usize = 8;
/// The shortest stretch that is told apart, in seconds.
const STRETCH_SECONDS_MIN: usize = 10;
/// The shortest bin in which changes are sought, in seconds: edges are made exact later.
const BIN_SECONDS_MIN: usize = 2;
/// Bins a run is cut into at most, so that an ultra costs no more than a marathon.
const BINS_MAX: usize = 4000;
/// How many times the logarithm of the length a change must be worth (BIC would be 2). Block noise
/// is measured, so the penalty can stay near the textbook.
const PENALTY_FACTOR: f64 = 3.0;
/// … and of at least so many bins, lest the shortest spells be cut for nothing.
const PENALTY_BINS_MIN: usize = 8;
/// Noise is measured between means over so many seconds.
const NOISE_BLOCK_SECONDS: usize = 15;
/// The least noise of flat-equivalent speed that is believed, m/s over one second.
const SPEED_NOISE_MIN: f64 = 0.25;
/// The least noise of what the heart is heading for that is believed, in bpm over one second.
const HEART_NOISE_MIN: f64 = 10.0;
/// The least noise of cadence that is believed, in steps per minute over one second.
const CADENCE_NOISE_MIN: f64 = 12.0;

/// The seconds at which the effort of a run changes, ascending, with its first and the one after its
/// last.
pub(crate) fn cuts(track: &Track) -> Vec<usize> {
    let sought = Sought::of(track);
    let mut cuts = vec![0];
    for spell in spells(track) {
        if !spell.standing {
            cuts.extend(sought.changes(spell.from, spell.to));
        }
        cuts.push(spell.to);
    }
    cuts
}

/// A span of moving or of standing, in whole seconds.
struct Spell {
    from: usize,
    to: usize,
    standing: bool,
}

/// The run as alternating spells of moving and standing.
fn spells(track: &Track) -> Vec<Spell> {
    let mut spells: Vec<Spell> = Vec::new();
    let mut from = 0;
    for alike in track.standing.chunk_by(|one, next| one == next) {
        let to = from + alike.len();
        let standing = alike[0] && alike.len() >= STOP_SECONDS_MIN;
        match spells.last_mut() {
            Some(last) if last.standing == standing => last.to = to,
            _ => spells.push(Spell { from, to, standing }),
        }
        from = to;
    }
    spells
}

/// The channels in which changes are sought, with the weight of one bin of each.
struct Sought<'a> {
    track: &'a Track,
    heart: Vec<f32>,
    rhythm: Vec<f32>,
    bin_seconds: usize,
    speed_weight: f64,
    heart_weight: f64,
    cadence_weight: f64,
}

impl<'a> Sought<'a> {
    fn of(track: &'a Track) -> Self {
        let bin_seconds = (track.seconds / BINS_MAX + 1).max(BIN_SECONDS_MIN);
        let weight = |values: &[f32], noise_min: f64| {
            bin_seconds as f64 / noise(values, track).max(noise_min.powi(2))
        };
        let (heart, rhythm) = (heading_for(&track.hr), rhythm(&track.cadence));
        Self {
            track,
            bin_seconds,
            speed_weight: weight(&track.gap, SPEED_NOISE_MIN),
            heart_weight: weight(&heart, HEART_NOISE_MIN),
            cadence_weight: weight(&rhythm, CADENCE_NOISE_MIN),
            heart,
            rhythm,
        }
    }

    /// The seconds between `from` and `to` at which the effort changes.
    fn changes(&self, from: usize, to: usize) -> Vec<usize> {
        let starts: Vec<usize> = (from..to).step_by(self.bin_seconds).collect();
        let bins: Vec<_> = starts
            .iter()
            .map(|&start| self.bin(start..(start + self.bin_seconds).min(to)))
            .collect();
        let penalty = PENALTY_FACTOR * (bins.len().max(PENALTY_BINS_MIN) as f64).ln();
        change_points(&bins, penalty, STRETCH_SECONDS_MIN / self.bin_seconds)
            .into_iter()
            .map(|bin| starts[bin])
            .collect()
    }

    fn bin(&self, span: Range<usize>) -> [Point; 3] {
        let Self { track, heart, rhythm, .. } = self;
        let doubt = (steepness(&track.grade[span.clone()]) / DOUBTFUL_GRADE).powi(2);
        [
            Point::new(mean(&track.gap[span.clone()]), self.speed_weight / (1.0 + doubt)),
            Point::new(mean(&heart[span.clone()]), self.heart_weight),
            Point::new(mean(&rhythm[span]), self.cadence_weight),
        ]
    }
}

/// The noise variance of a series over one second of moving; 0 where too little of it is known.
fn noise(values: &[f32], track: &Track) -> f64 {
    let known: Vec<f64> = values
        .iter()
        .zip(&track.standing)
        .filter(|(value, standing)| value.is_finite() && !**standing)
        .map(|(value, _)| f64::from(*value))
        .collect();
    long_run_variance(&known, NOISE_BLOCK_SECONDS).unwrap_or(0.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measured::{
        Measured,
        tests::{FOUR, track_of},
    };

    /// A heart that was not heard: one that jumps with the speed would be no heart.
    const NO_HEART: f64 = 0.0;

    /// The stretches of a run as (from, to, standing).
    fn cut(run: &[(usize, f64, f64, f64)]) -> Vec<(usize, usize, bool)> {
        let track = track_of(run);
        let stretches = Measured::of(&track, FOUR).stretches(&cuts(&track));
        stretches.iter().map(|it| (it.from, it.to, it.standing)).collect()
    }

    #[test]
    fn an_even_run_is_one_stretch() {
        assert_eq!(cut(&[(1200, 3.0, 0.0, 140.0)]), [(0, 1200, false)]);
    }

    #[test]
    fn a_fast_stretch_is_cut_out() {
        let run = [(300, 2.5, 0.0, NO_HEART), (180, 4.0, 0.0, NO_HEART), (300, 2.5, 0.0, NO_HEART)];
        assert_eq!(cut(&run), [(0, 300, false), (300, 480, false), (480, 780, false)]);
    }

    #[test]
    fn where_only_the_heart_answers_there_is_a_cut_too() {
        let run = [(600, 3.0, 0.0, 140.0), (600, 3.0, 0.0, 165.0)];
        let cuts = cuts(&track_of(&run));
        assert!(cuts.iter().any(|cut| cut.abs_diff(600) <= 10), "{cuts:?}");
    }

    #[test]
    fn a_red_light_is_a_stretch_of_standing() {
        let run = [(300, 3.0, 0.0, NO_HEART), (30, 0.0, 0.0, NO_HEART), (300, 3.0, 0.0, NO_HEART)];
        assert_eq!(cut(&run), [(0, 300, false), (300, 330, true), (330, 630, false)]);
    }

    #[test]
    fn a_kerb_is_no_standing() {
        let run = [(300, 3.0, 0.0, 140.0), (5, 0.0, 0.0, 140.0), (300, 3.0, 0.0, 140.0)];
        assert!(cut(&run).iter().all(|(_, _, standing)| !standing));
    }
}
