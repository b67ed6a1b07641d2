//! Metres covered in each second, from the distance the watch kept: it is truer than the speed it
//! showed. The shown speed serves where distance is absent or comes in stairs (footpods,
//! treadmills).

use super::series::{even, is_next_second, rolling_median};
use training::Sample;

/// A longer silence than this in which nothing was covered is a pause, whatever the timer says.
const SILENCE_SECONDS: f64 = 10.0;
/// Over a silence, anything slower than this is standing.
const SILENCE_SPEED_MIN: f64 = 1.0;
/// Nobody runs faster than this for a whole second.
pub(super) const SPEED_MAX: f32 = 11.0;
/// A distance that does not change for this long is a stop, not a stair.
const STAIR_SECONDS: f64 = 8.0;

/// Metres in each second, 0 while paused; `None` when neither distance nor speed was recorded.
/// Marks long silences without distance as paused.
pub(super) fn of(samples: &[Sample], seconds: usize, paused: &mut [bool]) -> Option<Vec<f32>> {
    let points = distances(samples);
    let is_measured = points.last().is_some_and(|last| last.1 > 0.0);
    let mut speed = if is_measured && !comes_in_stairs(&points) {
        covered(&points, seconds, paused)
    } else if let Some(shown) = shown_speed(samples, seconds) {
        shown
    } else if is_measured {
        covered(&without_stairs(points), seconds, paused)
    } else {
        return None;
    };
    calm_leaps(&mut speed);
    for (speed, paused) in speed.iter_mut().zip(paused) {
        if *paused || speed.is_nan() {
            *speed = 0.0;
        }
    }
    Some(speed)
}

/// The recorded distances, never decreasing, from zero at the first sample.
pub(super) fn distances(samples: &[Sample]) -> Vec<(f64, f64)> {
    let mut points: Vec<(f64, f64)> = Vec::with_capacity(samples.len() + 1);
    for sample in samples {
        let Some(distance) = sample.distance.filter(|distance| distance.0.is_finite()) else {
            continue;
        };
        let before = points.last().map_or(0.0, |last| last.1);
        if points.is_empty() && sample.at.0 > 0.0 && distance.0 / sample.at.0 < f64::from(SPEED_MAX)
        {
            points.push((0.0, 0.0));
        }
        points.push((sample.at.0, distance.0.max(before)));
    }
    points
}

/// The speed the device showed, where it showed one for most of the run.
fn shown_speed(samples: &[Sample], seconds: usize) -> Option<Vec<f32>> {
    let points = samples.iter().filter_map(|sample| Some((sample.at.0, sample.speed?.0)));
    let shown = even(points, seconds, SILENCE_SECONDS);
    let told = shown.iter().filter(|speed| **speed > 0.0).count();
    (told * 2 > samples.len().min(seconds)).then_some(shown)
}

/// Whether distance stands still for a few seconds and then leaps, again and again.
fn comes_in_stairs(points: &[(f64, f64)]) -> bool {
    let (mut held, mut rising, mut hold) = (0.0, 0.0, 0.0);
    for pair in points.windows(2) {
        let lasted = pair[1].0 - pair[0].0;
        if pair[1].1 > pair[0].1 {
            held += if hold <= STAIR_SECONDS { hold } else { 0.0 };
            rising += lasted;
            hold = 0.0;
        } else {
            hold += lasted;
        }
    }
    held > 0.3 * (held + rising)
}

/// Takes out the points at which distance had not been brought up to date yet.
pub(super) fn without_stairs(points: Vec<(f64, f64)>) -> Vec<(f64, f64)> {
    if !comes_in_stairs(&points) {
        return points;
    }
    let mut kept: Vec<(f64, f64)> = vec![];
    for point in points {
        let is_stale =
            kept.last().is_some_and(|last| point.1 <= last.1 && point.0 - last.0 <= STAIR_SECONDS);
        if !is_stale {
            kept.push(point);
        }
    }
    kept
}

/// Spreads the distance between points over the seconds between them that were not paused.
fn covered(points: &[(f64, f64)], seconds: usize, paused: &mut [bool]) -> Vec<f32> {
    let mut speed = vec![0.0; seconds];
    for pair in points.windows(2) {
        let [(start, from), (end, to)] = [pair[0], pair[1]];
        if is_next_second(start, end) {
            let second = start as usize;
            if second < seconds && !paused[second] {
                speed[second] += (to - from) as f32;
            }
            continue;
        }
        let span = overlaps(start, end, seconds);
        let running: f64 = span.clone().filter(|(at, _)| !paused[*at]).map(|(_, part)| part).sum();
        let rate = (to - from) / running;
        if end - start > SILENCE_SECONDS && rate < SILENCE_SPEED_MIN {
            span.for_each(|(at, part)| paused[at] |= part > 0.5);
        } else if running > 0.0 {
            span.filter(|(at, _)| !paused[*at])
                .for_each(|(at, part)| speed[at] += (rate * part) as f32);
        }
    }
    speed
}

/// The whole seconds that a span touches, each with how much of it is touched.
pub(super) fn overlaps(
    start: f64,
    end: f64,
    seconds: usize,
) -> impl Iterator<Item = (usize, f64)> + Clone {
    let first = start.max(0.0).floor() as usize;
    let last = (end.max(0.0).ceil() as usize).min(seconds);
    (first..last).map(move |at| {
        let second = at as f64;
        (at, (end.min(second + 1.0) - start.max(second)).clamp(0.0, 1.0))
    })
}

/// A leap of the position is not running: what is impossible takes the pace around it.
fn calm_leaps(speed: &mut [f32]) {
    if speed.iter().all(|speed| speed.is_nan() || *speed <= SPEED_MAX) {
        return;
    }
    let around = rolling_median(speed, 31);
    for (speed, around) in speed.iter_mut().zip(around) {
        if *speed > SPEED_MAX {
            *speed = around.min(SPEED_MAX);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use training::{Metres, MetresPerSecond, Seconds};

    fn at(seconds: f64, distance: f64) -> Sample {
        Sample { at: Seconds(seconds), distance: Some(Metres(distance)), ..Sample::default() }
    }

    fn speeds(samples: &[Sample]) -> (Vec<f32>, Vec<bool>) {
        let seconds = samples.last().unwrap().at.0.ceil() as usize;
        let mut paused = vec![false; seconds];
        let speed = of(samples, seconds, &mut paused).unwrap();
        (speed, paused)
    }

    #[test]
    fn smart_recording_keeps_the_mean_speed_between_samples() {
        let (speed, _) = speeds(&[at(0.0, 0.0), at(7.0, 21.0), at(10.0, 33.0)]);
        assert_eq!(speed, [3.0, 3.0, 3.0, 3.0, 3.0, 3.0, 3.0, 4.0, 4.0, 4.0]);
    }

    #[test]
    fn a_tunnel_is_run_through_and_a_silent_stop_is_a_pause() {
        let (speed, paused) = speeds(&[at(0.0, 0.0), at(40.0, 120.0), at(100.0, 125.0)]);
        assert!(speed[..40].iter().all(|speed| (speed - 3.0).abs() < 1e-4));
        assert!(paused[40..].iter().all(|paused| *paused));
        assert!(speed[40..].iter().all(|speed| *speed == 0.0));
    }

    #[test]
    fn stairs_become_a_slope() {
        let stairs: Vec<Sample> =
            (0..61).map(|second| at(f64::from(second), f64::from(second / 4 * 12))).collect();
        let (speed, _) = speeds(&stairs);
        assert!(speed.iter().all(|speed| (speed - 3.0).abs() < 1e-4), "{speed:?}");
    }

    #[test]
    fn where_distance_comes_in_stairs_the_shown_speed_is_taken() {
        let showing = |sample: Sample| Sample { speed: Some(MetresPerSecond(2.9)), ..sample };
        let stairs: Vec<Sample> = (0..61)
            .map(|second| showing(at(f64::from(second), f64::from(second / 4 * 12))))
            .collect();
        assert!(speeds(&stairs).0.iter().all(|speed| (speed - 2.9).abs() < 1e-4));
    }

    #[test]
    fn a_leap_of_the_position_is_not_running() {
        let mut samples: Vec<Sample> =
            (0..=60).map(|second| at(f64::from(second), 3.0 * f64::from(second))).collect();
        for sample in &mut samples[30..] {
            sample.distance = sample.distance.map(|metres| metres + Metres(400.0));
        }
        assert!(speeds(&samples).0.iter().all(|speed| (speed - 3.0).abs() < 1e-3));
    }
}
