//! The run's own distance, second by second: what every stretch of it adds up to. Holds what was
//! covered where nobody knows how fast: in a silent gap, in a pause, in a run that tells its whole
//! distance only. Knows no speed to judge by.

use super::{
    Channels,
    series::is_next_second,
    speed::{SPEED_MAX, distances, overlaps, without_stairs},
};
use serde::{Deserialize, Serialize};
use std::ops::Range;
use training::{Metres, Run};

/// Metres in each second in proportion to each other, and in all.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub(crate) struct Steps {
    /// `None` where they are what the runner's speed says.
    each: Option<Vec<f32>>,
    /// `None` where nothing measured them.
    whole: Option<f64>,
}

/// Metres covered by the beginning of each second, and by the end of the last.
pub(crate) struct Odometer(Option<Vec<f64>>);

impl Steps {
    /// Lays the distance of a run out over its seconds.
    pub fn of(run: &Run, channels: &Channels) -> Self {
        let points = without_stairs(distances(&run.samples));
        let is_measured = points.last().is_some_and(|last| last.1 > 0.0);
        let each = if is_measured {
            Some(between_points(&points, &channels.speed))
        } else if channels.speed_known {
            None
        } else {
            Some(channels.paused.iter().map(|paused| if *paused { 0.0 } else { 1.0 }).collect())
        };
        let each = each.filter(|steps| *steps != channels.speed);
        let steps = each.as_ref().unwrap_or(&channels.speed);
        let by_speed = channels.speed_known.then(|| steps.iter().copied().map(f64::from).sum());
        let whole = run.distance().map(|metres| metres.0).or(by_speed);
        Self { each, whole }
    }

    /// Whether they cover so many seconds.
    pub fn cover(&self, seconds: usize) -> bool {
        self.each.as_ref().is_none_or(|each| each.len() == seconds)
    }
}

impl Odometer {
    /// Adds the steps up; nothing where nothing measured them.
    pub fn of(steps: &Steps, channels: &Channels) -> Self {
        let each = steps.each.as_ref().unwrap_or(&channels.speed);
        Self(steps.whole.map(|whole| readings(each, whole)))
    }

    /// Metres covered in a span of whole seconds; `None` when nothing measured them.
    pub fn covered(&self, span: &Range<usize>) -> Option<Metres> {
        let readings = self.0.as_ref()?;
        Some(Metres(readings[span.end] - readings[span.start]))
    }
}

/// The steps added up, so that the last reading is the whole. Where nothing was covered the whole is
/// spread evenly.
fn readings(steps: &[f32], whole: f64) -> Vec<f64> {
    let sum: f64 = steps.iter().copied().map(f64::from).sum();
    let is_covered = sum > 0.0;
    let sum = if is_covered { sum } else { steps.len() as f64 };
    let mut reading = 0.0;
    let later = steps.iter().map(|step| {
        reading += if is_covered { f64::from(*step) } else { 1.0 } * whole / sum;
        reading
    });
    std::iter::once(0.0).chain(later).collect()
}

/// Metres in each second: what lies between two points falls on the seconds between them in which
/// the runner moved, or on all of them where nobody could have been so fast.
fn between_points(points: &[(f64, f64)], speed: &[f32]) -> Vec<f32> {
    let mut steps = vec![0.0; speed.len()];
    for pair in points.windows(2) {
        let [(start, from), (end, to)] = [pair[0], pair[1]];
        if is_next_second(start, end) {
            if let Some(step) = steps.get_mut(start as usize) {
                *step += (to - from) as f32;
            }
            continue;
        }
        let all = overlaps(start, end, speed.len());
        let moving = all.clone().filter(|(at, _)| speed[*at] > 0.0);
        let shares: Vec<(usize, f64)> = moving.collect();
        let seconds: f64 = shares.iter().map(|(_, part)| part).sum();
        let is_possible = to - from <= f64::from(SPEED_MAX) * seconds;
        let shares = if is_possible { shares } else { all.collect() };
        let seconds: f64 = shares.iter().map(|(_, part)| part).sum();
        for (at, part) in shares {
            steps[at] += ((to - from) * part / seconds.max(f64::EPSILON)) as f32;
        }
    }
    steps
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::effort::tests::{recorded, run_of};
    use training::{Bpm, Pause, Sample, Seconds};

    fn odometer(run: &Run) -> Odometer {
        let channels = Channels::of(run);
        Odometer::of(&Steps::of(run, &channels), &channels)
    }

    fn covered(odometer: &Odometer, span: Range<usize>) -> f64 {
        odometer.covered(&span).unwrap().0
    }

    #[test]
    fn what_was_covered_in_a_pause_belongs_to_the_pause() {
        let mut run =
            run_of(&[(100, 3.0, 0.0, 140.0), (60, 0.5, 0.0, 120.0), (100, 3.0, 0.0, 140.0)]);
        run.pauses = vec![Pause { start: Seconds(100.0), end: Seconds(160.0) }];
        let odometer = odometer(&run);
        assert!((covered(&odometer, 0..100) - 300.0).abs() < 0.01);
        assert!((covered(&odometer, 100..160) - 30.0).abs() < 0.01);
        assert!((covered(&odometer, 0..260) - 630.0).abs() < 0.01);
    }

    #[test]
    fn a_silence_keeps_the_distance_between_its_ends() {
        let mut run = run_of(&[(300, 3.0, 0.0, 140.0), (400, 0.8, 0.0, 120.0)]);
        run.samples.retain(|sample| sample.at.0 <= 300.0 || sample.at.0 >= 700.0);
        let odometer = odometer(&run);
        assert!((covered(&odometer, 300..700) - 320.0).abs() < 0.01);
        assert!((covered(&odometer, 0..300) - 900.0).abs() < 0.01);
    }

    #[test]
    fn steps_cover_the_seconds_they_were_laid_out_over_and_no_others() {
        let measured = Steps { each: Some(vec![3.0; 60]), whole: Some(180.0) };
        assert!(measured.cover(60) && !measured.cover(59));
        assert!(Steps::default().cover(60), "where they are the speed they are as long as it");
    }

    #[test]
    fn a_treadmill_that_tells_the_whole_only_spreads_it_over_the_time() {
        let heart = |at| Sample { at: Seconds(at), hr: Some(Bpm(140.0)), ..Sample::default() };
        let mut run = recorded((0..=600).map(|at| heart(f64::from(at))).collect());
        assert_eq!(odometer(&run).covered(&(0..600)), None);
        run.claimed.distance = Some(Metres(1800.0));
        assert!((covered(&odometer(&run), 0..300) - 900.0).abs() < 0.01);
    }
}
