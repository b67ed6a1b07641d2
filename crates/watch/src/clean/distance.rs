//! Distance that can be believed: never decreasing, without jumps, and computed from the positions
//! where the device gave none.

use super::{
    place::{great_circle, is_within},
    values::{SPEED_MAX, WHEELS_MAX},
};
use crate::recording::{Kind, Recording};
use training::{Metres, OddityKind, Position, Sample, Seconds};

/// A run of positions shorter than this between two jumps is an outlier.
const PIECE_MIN: usize = 5;
/// A step of the device's own distance may exceed the fastest speed by this much: devices catch up.
const CATCH_UP: f64 = 50.0;

/// Cleans positions and distance, and says where they jumped.
pub(super) fn believe(recording: &mut Recording) {
    let is_run = recording.kind == Kind::Run;
    let speed_max = if is_run { SPEED_MAX } else { WHEELS_MAX };
    let jumps = drop_outlying_positions(&mut recording.samples, speed_max);
    recording.tell(OddityKind::GpsJump, &jumps, "the position jumped and the jump was left out");
    if recording.samples.iter().any(|sample| sample.distance.is_some()) {
        add_up_device_distance(recording, speed_max);
    } else {
        measure_along_track(&mut recording.samples, speed_max);
    }
    mend_speed(&mut recording.samples, speed_max);
}

/// Cuts the track where it jumps and drops the pieces that are only an outlier. Returns when.
fn drop_outlying_positions(samples: &mut [Sample], speed_max: f64) -> Vec<(Seconds, Seconds)> {
    let placed: Vec<usize> =
        (0..samples.len()).filter(|&i| samples[i].position.is_some()).collect();
    let pieces: Vec<&[usize]> =
        placed.chunk_by(|&a, &b| is_in_reach(&samples[a], &samples[b], speed_max)).collect();
    let has_long_piece = pieces.iter().any(|piece| piece.len() >= PIECE_MIN);
    let outliers: Vec<usize> = pieces
        .iter()
        .filter(|piece| has_long_piece && piece.len() < PIECE_MIN)
        .flat_map(|piece| piece.iter().copied())
        .collect();
    let jumps = pieces.iter().skip(1).map(|piece| samples[piece[0]].at);
    let jumps = jumps.map(|at| (at, at)).collect();
    for i in outliers {
        samples[i].position = None;
    }
    jumps
}

fn is_in_reach(from: &Sample, to: &Sample, speed_max: f64) -> bool {
    let (Some(here), Some(there)) = (from.position, to.position) else { return true };
    is_within(speed_max * (to.at - from.at).0.max(1.0), here, there)
}

/// Adds up the great circles between positions. A jump between two pieces of track adds nothing.
fn measure_along_track(samples: &mut [Sample], speed_max: f64) {
    let mut total = 0.0;
    let mut last: Option<(Position, Seconds)> = None;
    for sample in samples {
        let Some(here) = sample.position else { continue };
        if let Some((before, at)) = last {
            let step = great_circle(before, here);
            total += if step <= speed_max * (sample.at - at).0.max(1.0) { step } else { 0.0 };
        }
        last = Some((here, sample.at));
        sample.distance = Some(Metres(total));
    }
}

/// Adds up the plausible steps of the device's own distance, whatever it does in between.
fn add_up_device_distance(recording: &mut Recording, speed_max: f64) {
    let raw: Vec<(usize, f64)> = recording
        .samples
        .iter()
        .enumerate()
        .filter_map(|(i, sample)| Some((i, sample.distance?.0)))
        .collect();
    let mut sum = Sum::start(&recording.samples[0], raw[0].1, speed_max);
    for (position, &(i, metres)) in raw.iter().enumerate() {
        let next = raw.get(position + 1).map_or(metres, |next| next.1);
        let sample = &mut recording.samples[i];
        sample.distance = Some(Metres(sum.add(sample.at, metres, next)));
    }
    if sum.falls > 0 {
        let message = format!("the distance fell back {} times; it was held", sum.falls);
        recording.note(OddityKind::FormatFault, message);
    }
    recording.tell(OddityKind::GpsJump, &sum.leaps, "the distance leapt and the leap was left out");
}

/// A distance being added up.
struct Sum {
    speed_max: f64,
    total: f64,
    last: f64,
    advanced_at: Seconds,
    falls: usize,
    leaps: Vec<(Seconds, Seconds)>,
}

impl Sum {
    fn start(first: &Sample, metres: f64, speed_max: f64) -> Self {
        // A first sample that already stands far out was not run in this recording.
        let total = if metres < 1000.0 { metres } else { 0.0 };
        Self { speed_max, total, last: metres, advanced_at: first.at, falls: 0, leaps: Vec::new() }
    }

    /// Adds one reading; `next` tells a blip from a counter that began anew.
    fn add(&mut self, at: Seconds, metres: f64, next: f64) -> f64 {
        let step = metres - self.last;
        if step < 0.0 {
            self.falls += 1;
            if next >= self.last {
                return self.total;
            }
        }
        if step > self.speed_max * (at - self.advanced_at).0 + CATCH_UP {
            self.leaps.push((at, at));
        } else {
            self.total += step.max(0.0);
        }
        if step != 0.0 {
            self.advanced_at = at;
        }
        self.last = metres;
        self.total
    }
}

/// Drops device speeds no runner has, and zeros while the distance goes on.
fn mend_speed(samples: &mut [Sample], speed_max: f64) {
    for sample in samples.iter_mut() {
        sample.speed.take_if(|speed| speed.0 > speed_max);
    }
    for i in 1..samples.len() {
        let (Some(before), Some(here)) = (samples[i - 1].distance, samples[i].distance) else {
            continue;
        };
        let is_moving = here.over(samples[i].at - samples[i - 1].at).is_some()
            && (here - before).over(samples[i].at - samples[i - 1].at).is_some_and(|v| v.0 > 1.5);
        samples[i].speed.take_if(|speed| speed.0 == 0.0 && is_moving);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn track(points: &[(f64, f64)]) -> Recording {
        let samples = points.iter().map(|&(at, north)| Sample {
            at: Seconds(at),
            position: Some(Position { latitude: north / 111_195.0, longitude: 8.0 }),
            ..Sample::default()
        });
        Recording { samples: samples.collect(), kind: Kind::Run, ..Recording::default() }
    }

    fn device(points: &[(f64, f64)]) -> Recording {
        let samples = points.iter().map(|&(at, metres)| Sample {
            at: Seconds(at),
            distance: Some(Metres(metres)),
            ..Sample::default()
        });
        Recording { samples: samples.collect(), kind: Kind::Run, ..Recording::default() }
    }

    #[test]
    fn a_spike_of_the_position_adds_no_distance() {
        let mut points: Vec<(f64, f64)> =
            (0..20).map(|i| (f64::from(i), 3.0 * f64::from(i))).collect();
        points[10].1 += 400.0;
        let mut recording = track(&points);
        believe(&mut recording);
        assert!((recording.measured_distance().unwrap() - 57.0).abs() < 0.1);
        assert_eq!(recording.samples[10].position, None);
        assert!(recording.oddities.iter().any(|oddity| oddity.kind == OddityKind::GpsJump));
    }

    #[test]
    fn a_start_in_the_wrong_place_adds_no_distance() {
        let mut points: Vec<(f64, f64)> =
            (0..20).map(|i| (f64::from(i), 3.0 * f64::from(i))).collect();
        points[..8].iter_mut().for_each(|point| point.1 += 5000.0);
        let mut recording = track(&points);
        believe(&mut recording);
        assert!((recording.measured_distance().unwrap() - 54.0).abs() < 0.1);
    }

    #[test]
    fn the_device_distance_never_decreases() {
        let mut recording = device(&[(0.0, 0.0), (1.0, 4.0), (2.0, 3.0), (3.0, 9.0)]);
        believe(&mut recording);
        let metres: Vec<f64> =
            recording.samples.iter().filter_map(|s| s.distance).map(|d| d.0).collect();
        assert_eq!(metres, [0.0, 4.0, 4.0, 9.0]);
    }

    #[test]
    fn a_counter_that_begins_anew_goes_on() {
        let mut recording = device(&[(0.0, 0.0), (60.0, 200.0), (61.0, 0.0), (62.0, 4.0)]);
        believe(&mut recording);
        assert_eq!(recording.measured_distance(), Some(204.0));
    }

    #[test]
    fn a_leap_of_the_device_distance_is_left_out_but_catching_up_is_not() {
        let mut leap = device(&[(0.0, 0.0), (1.0, 3.0), (2.0, 2003.0), (3.0, 2006.0)]);
        believe(&mut leap);
        assert_eq!(leap.measured_distance(), Some(6.0));
        let mut tunnel = device(&[(0.0, 0.0), (1.0, 3.0), (50.0, 3.0), (100.0, 303.0)]);
        believe(&mut tunnel);
        assert_eq!(tunnel.measured_distance(), Some(303.0));
    }
}
