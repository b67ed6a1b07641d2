//! The best times over the distances runners race and train, on the flat equivalent of one run. The
//! clock never stops: a rest inside an effort counts.

use crate::effort::Track;
use serde::{Deserialize, Serialize};
use training::{Bpm, Metres, Seconds};

/// The distances that best efforts are kept over, in metres.
const DISTANCES: [f64; 9] =
    [400.0, 800.0, 1000.0, 1500.0, 3000.0, 5000.0, 10_000.0, 21_097.5, 42_195.0];

/// The least time over a distance within one run.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct BestEffort {
    /// The distance, on the flat for the same effort.
    pub distance: Metres,
    /// The time it took, on the clock.
    pub time: Seconds,
    /// Highest heart rate (quarter-minute median) in its last minute.
    pub hr_at_end: Option<Bpm>,
}

/// The best effort over each distance that the run is long enough for, of its flat distance; heart rate
/// is given as quarter-minute medians.
pub(super) fn best_efforts(along: &[f64], calm_hr: &[f32]) -> Vec<BestEffort> {
    DISTANCES
        .into_iter()
        .map_while(|distance| {
            let (end, time) = fastest(along, distance)?;
            let last_minute = &calm_hr[end.saturating_sub(60)..end.min(calm_hr.len())];
            Some(BestEffort {
                distance: Metres(distance),
                time: Seconds(time),
                hr_at_end: highest(last_minute).map(Bpm),
            })
        })
        .collect()
}

/// Flat-equivalent metres covered before each second, and at the end.
pub(super) fn flat_distance(track: &Track) -> Vec<f64> {
    let mut along = Vec::with_capacity(track.seconds + 1);
    let mut total = 0.0;
    along.push(total);
    for speed in &track.gap {
        total += f64::from(speed.max(0.0));
        along.push(total);
    }
    along
}

/// Where the fastest stretch of `distance` ends and how long it took: it starts at whole seconds, and
/// ends between them.
fn fastest(along: &[f64], distance: f64) -> Option<(usize, f64)> {
    let covers = |start: usize, end: usize| along[end] - along[start] >= distance;
    let time = |start: usize, end: usize| {
        let over = (along[end] - along[start] - distance) / (along[end] - along[end - 1]);
        (end - start) as f64 - over
    };
    let last = along.len() - 1;
    let mut end = (0..=last).find(|end| covers(0, *end))?;
    let mut best = (end, time(0, end));
    for start in 1..last {
        // What is to be faster has covered the distance by the second in which the best ends.
        end = (start + best.1.ceil() as usize).min(last);
        if !covers(start, end) {
            continue;
        }
        while covers(start, end - 1) {
            end -= 1;
        }
        let time = time(start, end);
        if time < best.1 {
            best = (end, time);
        }
    }
    Some(best)
}

/// The highest value that is known.
pub(super) fn highest(values: &[f32]) -> Option<f64> {
    values.iter().copied().filter(|value| !value.is_nan()).max_by(f32::total_cmp).map(f64::from)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::effort::tests::{laid_out, run_of};
    use training::Pause;

    fn time_over(distance: f64, run: &training::Run) -> Option<f64> {
        let track = laid_out(run);
        best_efforts(&flat_distance(&track), &track.hr)
            .into_iter()
            .find(|effort| effort.distance.0 == distance)
            .map(|effort| effort.time.0)
    }

    #[test]
    fn the_fastest_kilometre_is_found_inside_an_easy_run() {
        let run = run_of(&[(900, 2.5, 0.0, 140.0), (250, 4.0, 0.0, 180.0), (900, 2.5, 0.0, 150.0)]);
        assert!((time_over(1000.0, &run).unwrap() - 250.0).abs() < 0.5);
        assert!((time_over(400.0, &run).unwrap() - 100.0).abs() < 0.5);
    }

    #[test]
    fn a_pause_does_not_make_anybody_faster() {
        let mut run =
            run_of(&[(100, 4.0, 0.0, 180.0), (60, 0.0, 0.0, 150.0), (100, 4.0, 0.0, 180.0)]);
        run.pauses = vec![Pause { start: Seconds(100.0), end: Seconds(160.0) }];
        assert!((time_over(800.0, &run).unwrap() - 260.0).abs() < 1.0);
    }

    #[test]
    fn a_short_run_has_no_long_effort() {
        let run = run_of(&[(600, 3.0, 0.0, 150.0)]);
        assert_eq!(time_over(3000.0, &run), None);
    }

    #[test]
    fn the_heart_rate_at_the_end_tells_how_hard_it_was() {
        let run = run_of(&[(600, 2.5, 0.0, 140.0), (250, 4.0, 0.0, 181.0), (600, 2.5, 0.0, 150.0)]);
        let track = laid_out(&run);
        let kilometre = best_efforts(&flat_distance(&track), &track.hr)[2];
        assert_eq!(kilometre.hr_at_end, Some(Bpm(181.0)));
    }
}
