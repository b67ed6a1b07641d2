//! A run cut into stretches of even effort: changes of flat-equivalent speed, with the heart as
//! witness where the ground makes speed doubtful. Knows no purpose.

use crate::changes::{Channel, change_points, long_run_variance};
use crate::effort::Track;
use crate::yardstick::Yardstick;

/// A stretch of even effort, in whole seconds since the first sample.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Stretch {
    /// First second.
    pub from: usize,
    /// The second after the last.
    pub to: usize,
    /// Effort as a fraction of critical speed: flat-equivalent speed, or what the heart says where
    /// speed cannot tell.
    pub effort: f64,
    /// Mean speed, in m/s.
    pub speed: f64,
    /// Mean rise over run.
    pub grade: f64,
    /// Standing still or paused.
    pub standing: bool,
}

impl Stretch {
    /// How long it lasted, in seconds.
    pub fn seconds(&self) -> f64 {
        (self.to - self.from) as f64
    }
}

/// Standing for less than this is part of running: a kerb, a gate, a lost second of signal.
const STOP_SECONDS_MIN: usize = 8;
/// The shortest stretch that is told apart, in seconds.
const STRETCH_SECONDS_MIN: usize = 10;
/// Bins a run is cut into at most, so that an ultra costs no more than a marathon.
const BINS_MAX: usize = 4000;
/// How many times the logarithm of the length a change must be worth (BIC would be 2). Block noise
/// is measured, so the penalty can stay near the textbook.
const PENALTY_FACTOR: f64 = 3.0;
/// The grade at which flat-equivalent speed is only half believed.
const DOUBTFUL_GRADE: f64 = 0.08;
/// The least noise of flat-equivalent speed that is believed, m/s over one second.
const SPEED_NOISE_MIN: f64 = 0.25;
/// The least noise of the heart's demand that is believed, as a fraction of critical speed.
const DEMAND_NOISE_MIN: f64 = 0.12;
/// The least noise of cadence that is believed, in steps per minute over one second.
const CADENCE_NOISE_MIN: f64 = 12.0;

/// Cuts a run where its effort changes. The stretches follow each other without gaps.
pub(crate) fn stretches(track: &Track, yardstick: &Yardstick) -> Vec<Stretch> {
    let demand = yardstick.demand(track);
    let rhythm = rhythm(track);
    let channels = Channels::of(track, &demand, &rhythm);
    let mut cuts = vec![0];
    for (from, to, standing) in moving_and_standing(track) {
        if !standing {
            cuts.extend(channels.changes(from, to));
        }
        cuts.push(to);
    }
    cuts.windows(2).map(|cut| measure(track, &demand, yardstick, cut[0], cut[1])).collect()
}

/// The cadence of running; walking and standing have none.
pub(crate) fn rhythm(track: &Track) -> Vec<f32> {
    const RUNNING_CADENCE_MIN: f32 = 130.0;
    let running = |cadence: &f32| if *cadence >= RUNNING_CADENCE_MIN { *cadence } else { f32::NAN };
    track.cadence.iter().map(running).collect()
}

/// Measures one stretch of the track.
pub(crate) fn measure(
    track: &Track,
    demand: &[f32],
    yardstick: &Yardstick,
    from: usize,
    to: usize,
) -> Stretch {
    let grade = mean(&track.grade[from..to]).unwrap_or(0.0);
    let by_speed = mean(&track.gap[from..to]).map(|gap| gap / yardstick.critical_speed);
    let by_heart = mean(&demand[from..to]).filter(|_| to - from >= 40);
    let standing = track.standing[from..to].iter().filter(|standing| **standing).count();
    Stretch {
        from,
        to,
        effort: effort(by_speed, by_heart, mean_size(&track.grade[from..to])),
        speed: mean(&track.speed[from..to]).unwrap_or(0.0),
        grade,
        standing: 2 * standing > to - from,
    }
}

/// Speed tells the effort on gentle ground; the steeper it gets the more the heart is asked.
fn effort(by_speed: Option<f64>, by_heart: Option<f64>, steepness: f64) -> f64 {
    match (by_speed, by_heart) {
        (Some(speed), Some(heart)) => {
            let doubt = ((steepness - 0.03) / (2.0 * DOUBTFUL_GRADE)).clamp(0.0, 0.8);
            speed * (1.0 - doubt) + heart * doubt
        }
        (Some(speed), None) => speed,
        (None, Some(heart)) => heart,
        (None, None) => 0.0,
    }
}

/// The run as alternating moving and standing spans: (from, to, standing).
fn moving_and_standing(track: &Track) -> Vec<(usize, usize, bool)> {
    let mut spans: Vec<(usize, usize, bool)> = Vec::new();
    for (second, &standing) in track.standing.iter().enumerate() {
        match spans.last_mut() {
            Some(last) if last.2 == standing => last.1 = second + 1,
            _ => spans.push((second, second + 1, standing)),
        }
    }
    let mut joined: Vec<(usize, usize, bool)> = Vec::new();
    for (from, to, standing) in spans {
        let standing = standing && to - from >= STOP_SECONDS_MIN;
        match joined.last_mut() {
            Some(last) if last.2 == standing => last.1 = to,
            _ => joined.push((from, to, standing)),
        }
    }
    joined
}

/// The series in which changes are sought, thinned to bins.
struct Channels<'a> {
    track: &'a Track,
    demand: &'a [f32],
    rhythm: &'a [f32],
    bin: usize,
    speed_weight: f64,
    demand_weight: f64,
    cadence_weight: f64,
}

impl<'a> Channels<'a> {
    fn of(track: &'a Track, demand: &'a [f32], rhythm: &'a [f32]) -> Self {
        let bin = (track.seconds / BINS_MAX + 1).max(2);
        let weight = |values: &[f32], floor: f64| {
            let known: Vec<f64> = values
                .iter()
                .zip(&track.standing)
                .filter(|(value, standing)| value.is_finite() && !**standing)
                .map(|(value, _)| f64::from(*value))
                .collect();
            let noise = long_run_variance(&known, 15).unwrap_or(0.0).max(floor * floor);
            bin as f64 / noise
        };
        Self {
            track,
            demand,
            rhythm,
            bin,
            speed_weight: weight(&track.gap, SPEED_NOISE_MIN),
            demand_weight: weight(demand, DEMAND_NOISE_MIN),
            cadence_weight: weight(rhythm, CADENCE_NOISE_MIN),
        }
    }

    fn changes(&self, from: usize, to: usize) -> Vec<usize> {
        let starts: Vec<usize> = (from..to).step_by(self.bin).collect();
        let ends = |start: usize| (start + self.bin).min(to);
        let speed = Channel::new(starts.iter().map(|&start| {
            let steepness = mean_size(&self.track.grade[start..ends(start)]) / DOUBTFUL_GRADE;
            let weight = self.speed_weight / (1.0 + steepness.powi(2));
            mean(&self.track.gap[start..ends(start)]).map_or((0.0, 0.0), |value| (value, weight))
        }));
        let even = |values: &[f32], weight: f64| {
            Channel::new(starts.iter().map(|&start| {
                mean(&values[start..ends(start)]).map_or((0.0, 0.0), |value| (value, weight))
            }))
        };
        let demand = even(self.demand, self.demand_weight);
        let cadence = even(self.rhythm, self.cadence_weight);
        let penalty = PENALTY_FACTOR * (starts.len().max(8) as f64).ln();
        change_points(&[speed, demand, cadence], penalty, STRETCH_SECONDS_MIN / self.bin)
            .into_iter()
            .map(|bin| starts[bin])
            .collect()
    }
}

/// The mean of what is known; `None` where nothing is.
pub(crate) fn mean(values: &[f32]) -> Option<f64> {
    let (mut sum, mut known) = (0.0, 0_usize);
    for value in values.iter().filter(|value| value.is_finite()) {
        sum += f64::from(*value);
        known += 1;
    }
    (known > 0).then(|| sum / known as f64)
}

fn mean_size(values: &[f32]) -> f64 {
    values.iter().map(|value| f64::from(value.abs())).sum::<f64>() / values.len().max(1) as f64
}
