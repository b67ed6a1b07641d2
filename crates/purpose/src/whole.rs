//! A run measured as a whole: how long, how hard, how near to the most the runner could have done.

use crate::effort::{Track, mean};
use crate::facts::Facts;
use crate::measured::{Measured, Stretch};
use crate::naming::Runner;
use crate::yardstick::Yardstick;

/// The run as a whole.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Whole {
    /// Seconds not standing.
    pub moving: f64,
    /// Seconds on the clock.
    pub elapsed: f64,
    /// Metres covered, as the track has them.
    pub metres: f64,
    /// Mean effort while moving, as a fraction of critical speed; speed's word with a little of the
    /// heart's.
    pub effort: f64,
    /// Mean heart rate, in bpm.
    pub heart_rate: Option<f64>,
    /// Mean speed while moving, in m/s.
    pub speed: f64,
    /// Median cadence, where known.
    pub cadence: Option<f64>,
    /// Metres climbed per metre covered.
    pub climbing: f64,
    /// Efforts of the minutes of moving, in order.
    pub minutes: Vec<f64>,
}

/// Parts into which a run is divided to see whether it gets faster.
const PARTS: usize = 9;
/// The heart's share in the effort of a whole run: its thresholds are known to about 6 bpm, critical
/// speed to 3 %, and heat and drift speak through it.
const HEART_SHARE: f64 = 0.2;
/// On ground steeper than this the heart's share is the share of such ground, …
const STEEP_GRADE: f64 = 0.06;
/// … up to this.
const STEEP_SHARE_MAX: f64 = 0.7;

impl Whole {
    /// Measures a run.
    pub fn of(measured: &Measured, stretches: &[Stretch], facts: &Facts) -> Self {
        let Measured { track, yardstick, demand, .. } = measured;
        let gap = track.while_moving(&track.gap);
        let by_speed = mean(&gap).map(|gap| gap / yardstick.critical_speed);
        let by_heart = mean(&track.while_moving(demand)).filter(|_| yardstick.known);
        Self {
            moving: gap.len() as f64,
            elapsed: track.seconds as f64,
            metres: metres(track),
            effort: effort(by_speed, by_heart, stretches),
            heart_rate: mean(&track.hr),
            speed: mean(&track.while_moving(&track.speed)).unwrap_or(0.0),
            cadence: facts.cadence.map(f64::from),
            climbing: climbed(track) / metres(track).max(1.0),
            minutes: minutes(&gap, yardstick.critical_speed),
        }
    }
}

fn effort(by_speed: Option<f64>, heart: Option<f64>, stretches: &[Stretch]) -> f64 {
    let steep = stretches.iter().filter(|stretch| stretch.grade.abs() > STEEP_GRADE);
    let steep: f64 = steep.map(Stretch::seconds).sum();
    let all: f64 = stretches.iter().map(Stretch::seconds).sum();
    let share = HEART_SHARE.max((steep / all.max(1.0)).min(STEEP_SHARE_MAX));
    match (by_speed, heart) {
        (Some(speed), Some(heart)) => speed * (1.0 - share) + heart * share,
        (Some(one), None) | (None, Some(one)) => one,
        (None, None) => 0.0,
    }
}

fn metres(track: &Track) -> f64 {
    let known = track.speed.iter().filter(|speed| speed.is_finite());
    known.map(|speed| f64::from(*speed)).sum()
}

fn climbed(track: &Track) -> f64 {
    let seconds = track.grade.iter().zip(&track.speed);
    let up = seconds.filter(|(grade, speed)| **grade > 0.0 && speed.is_finite());
    up.map(|(grade, speed)| f64::from(grade * speed)).sum()
}

fn minutes(gap: &[f32], critical_speed: f64) -> Vec<f64> {
    gap.chunks_exact(60).filter_map(mean).map(|speed| speed / critical_speed).collect()
}

/// The mean efforts of equal parts of some minutes; none when the parts would be too short to tell.
pub(crate) fn parts(minutes: &[f64]) -> Vec<f64> {
    let length = minutes.len() / PARTS;
    if length == 0 {
        return Vec::new();
    }
    let parts = minutes.chunks_exact(length).take(PARTS);
    parts.map(|part| part.iter().sum::<f64>() / length as f64).collect()
}

/// Whether the altitude makes the run harder than the runner could: then it is not the ground's.
pub(crate) fn is_impossible(track: &Track, yardstick: &Yardstick, runner: &Runner) -> bool {
    const BEYOND: f64 = 1.05;
    let Some(gap) = mean(&track.gap) else { return false };
    let seconds = track.seconds as f64;
    let most = most(seconds, runner.reserve_seconds);
    yardstick.known && seconds >= 240.0 && gap / yardstick.critical_speed > BEYOND * most
}

/// The most a runner can do over `seconds`, as a fraction of critical speed: the hyperbola up to
/// half an hour (Monod & Scherrer 1965), then a slow decay that meets the marathons of Smyth &
/// Muniz-Pumares 2020 (93 % for 150 minutes, 79 % for 360).
pub(crate) fn most(seconds: f64, reserve_seconds: f64) -> f64 {
    const DECAY_FROM: f64 = 1800.0;
    const DECAY: f64 = 0.0667;
    let short = 1.0 + reserve_seconds / seconds.clamp(60.0, DECAY_FROM);
    short * (seconds.max(DECAY_FROM) / DECAY_FROM).powf(-DECAY)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marathons_fall_where_runners_run_them() {
        assert!((most(150.0 * 60.0, 50.0) - 0.93).abs() < 0.02);
        assert!((most(360.0 * 60.0, 50.0) - 0.85).abs() < 0.04);
    }

    #[test]
    fn ten_minutes_are_run_above_critical_speed() {
        assert!((most(600.0, 50.0) - 1.083).abs() < 0.001);
    }
}
