//! Five-minute windows of even running on gentle ground: where heart rate has had time to answer to
//! speed. Knows no runner.

use crate::effort::{Track, mean, smoothed};
use training::{Bpm, Celsius, EvenWindow, MetresPerSecond, Seconds, StepsPerMinute};

/// How long a window is.
const WINDOW: usize = 300;
/// The running must have been even for this long before it, so that heart rate has settled.
const SETTLING: usize = 60;
/// Windows begin after this long: the warm-up is not even.
const WARM_UP: usize = 300;
/// Steeper ground is not gentle.
const GRADE_MAX: f32 = 0.03;
/// Speed may vary this much around its mean, by half-minute means.
const VARIATION_MAX: f32 = 0.06;

/// The windows of even running with heart rate, one after the other.
pub(crate) fn even_windows(track: &Track) -> Vec<EvenWindow> {
    let calm = smoothed(&track.gap, 30);
    let mut windows = vec![];
    let mut start = WARM_UP;
    while start + SETTLING + WINDOW <= track.seconds {
        let from = start + SETTLING;
        if is_even(track, &calm, start, from + WINDOW)
            && let Some(window) = measure(track, from)
        {
            windows.push(window);
            start += WINDOW;
        } else {
            start += SETTLING;
        }
    }
    windows
}

fn is_even(track: &Track, calm: &[f32], from: usize, to: usize) -> bool {
    let stood = track.standing[from..to].iter().filter(|standing| **standing).count();
    let seconds = (to - from) as f32;
    let speed = calm[from..to].iter().sum::<f32>() / seconds;
    if !track.speed_known || stood > 3 || speed <= 0.0 {
        return false;
    }
    let steepness = track.grade[from..to].iter().map(|grade| grade.abs()).sum::<f32>();
    let spread = calm[from..to].iter().map(|value| (value - speed).powi(2)).sum::<f32>();
    steepness / seconds < GRADE_MAX && (spread / seconds).sqrt() < VARIATION_MAX * speed
}

fn measure(track: &Track, from: usize) -> Option<EvenWindow> {
    let span = from..from + WINDOW;
    Some(EvenWindow {
        at: Seconds((from + WINDOW / 2) as f64),
        gap_speed: MetresPerSecond(mean_known(&track.gap[span.clone()])?),
        hr: Bpm(mean_known(&track.hr[span.clone()])?),
        cadence: mean_known(&track.cadence[span.clone()]).map(StepsPerMinute),
        temperature: mean_known(&track.temperature[span]).map(Celsius),
    })
}

/// The mean of what is known, where at least four fifths are.
fn mean_known(values: &[f32]) -> Option<f64> {
    let known = values.iter().filter(|value| !value.is_nan()).count();
    (known * 5 >= values.len() * 4).then(|| mean(values)).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::effort::tests::{laid_out, run_of};

    fn windows_of(stretches: &[(usize, f64, f64, f64)]) -> Vec<EvenWindow> {
        even_windows(&laid_out(&run_of(stretches)))
    }

    #[test]
    fn half_an_hour_of_even_running_has_five_windows() {
        let windows = windows_of(&[(1900, 3.0, 0.0, 145.0)]);
        assert_eq!(windows.len(), 5);
        assert!((windows[0].gap_speed.0 - 3.0).abs() < 0.01);
        assert_eq!(windows[0].hr, Bpm(145.0));
        assert_eq!(windows[0].at, Seconds(510.0));
    }

    #[test]
    fn reps_are_not_even() {
        let reps: Vec<_> =
            (0..8).flat_map(|_| [(120, 4.2, 0.0, 175.0), (90, 2.2, 0.0, 150.0)]).collect();
        assert_eq!(windows_of(&reps), []);
    }

    #[test]
    fn a_steep_road_and_a_stop_are_not_even() {
        assert_eq!(windows_of(&[(900, 2.5, 0.06, 160.0)]), []);
        assert_eq!(
            windows_of(&[(500, 3.0, 0.0, 140.0), (20, 0.0, 0.0, 130.0), (300, 3.0, 0.0, 140.0)]),
            []
        );
    }

    #[test]
    fn without_heart_rate_there_is_nothing_to_compare() {
        let mut run = run_of(&[(1200, 3.0, 0.0, 145.0)]);
        run.samples.iter_mut().for_each(|sample| sample.hr = None);
        assert_eq!(even_windows(&laid_out(&run)), []);
    }
}
