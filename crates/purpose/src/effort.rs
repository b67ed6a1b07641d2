//! A run as effort: its uneven samples as even series, one value a second, with the ground taken
//! out of the speed. Knows no runner, no segment and no purpose.

mod channels;
mod odometer;
mod pulse;
mod response;
pub(crate) mod series;
mod speed;
mod terrain;
mod written;

pub(crate) use channels::Channels;
pub(crate) use odometer::{Odometer, Steps};
pub(crate) use response::{heading_for, rhythm};
pub(crate) use series::{mean, median, rolling_median, smoothed};
pub(crate) use terrain::flat_factor;

use training::Metres;

/// A run second by second. Every series has `seconds` values; value `i` belongs to the second that
/// begins `i` seconds after the first sample, pauses included. Missing is `NaN`, inside this crate.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Track {
    /// How many seconds there are.
    pub seconds: usize,
    /// Metres covered in each second, not smoothed; 0 while paused; all `NaN` when not recorded.
    pub speed: Vec<f32>,
    /// The speed on the flat for the same effort; equal to `speed` where the ground is not known.
    pub gap: Vec<f32>,
    /// Rise over run, over 40 m, within ±0.35; 0 where not known.
    pub grade: Vec<f32>,
    /// Altitude in metres, cleaned.
    pub altitude: Vec<f32>,
    /// Metres climbed in each second: unlike the grade it is not blurred where the runner is slow and
    /// 40 m take half a minute.
    pub climbing: Vec<f32>,
    /// Heart rate in bpm, without spikes, cadence lock and the sensor's first guesses.
    pub hr: Vec<f32>,
    /// Steps per minute.
    pub cadence: Vec<f32>,
    /// Air temperature in °C.
    pub temperature: Vec<f32>,
    /// The timer was stopped, or the recording was silent while nothing was covered.
    pub paused: Vec<bool>,
    /// Paused, or standing with the timer running.
    pub standing: Vec<bool>,
    /// Whether the run knows its speed.
    pub speed_known: bool,
    /// Whether the run knows its altitude.
    pub altitude_known: bool,
}

impl Track {
    /// Cleans the altitude and takes the ground out of the speed.
    pub fn of(channels: &Channels) -> Self {
        let altitude = terrain::cleaned(&channels.altitude);
        let grade = terrain::grades(&altitude, &channels.speed);
        Self {
            seconds: channels.paused.len(),
            standing: standing(&channels.speed, &channels.paused),
            gap: flat_equivalent(&channels.speed, &grade),
            grade,
            climbing: terrain::climbing(&altitude),
            altitude_known: altitude.iter().any(|metres| metres.is_finite()),
            altitude,
            speed: channels.speed.clone(),
            speed_known: channels.speed_known,
            hr: channels.hr.clone(),
            cadence: channels.cadence.clone(),
            temperature: channels.temperature.clone(),
            paused: channels.paused.clone(),
        }
    }

    /// Takes the ground for flat: the altitude is not the ground's.
    pub fn flatten(&mut self) {
        self.gap.clone_from(&self.speed);
        self.grade.fill(0.0);
    }

    /// The values of a series in the seconds of moving.
    pub fn while_moving(&self, series: &[f32]) -> Vec<f32> {
        let seconds = series.iter().zip(&self.standing);
        seconds.filter(|(_, standing)| !**standing).map(|(value, _)| *value).collect()
    }

    /// Metres climbed in all; `None` without altitude.
    pub fn ascent(&self) -> Option<Metres> {
        self.altitude_known.then(|| Metres(terrain::ascent(&self.altitude)))
    }
}

/// Below a slow walk for at least four of five seconds: GPS never quite stands still.
fn standing(speed: &[f32], paused: &[bool]) -> Vec<bool> {
    const STANDING: f32 = 0.5;
    let calm = rolling_median(speed, 5);
    calm.iter().zip(paused).map(|(speed, paused)| *paused || *speed < STANDING).collect()
}

fn flat_equivalent(speed: &[f32], grade: &[f32]) -> Vec<f32> {
    speed.iter().zip(grade).map(|(speed, grade)| speed * flat_factor(*grade)).collect()
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use training::{
        Bpm, LocalStart, Metres, MetresPerSecond, Pause, Run, Sample, Seconds, Setting, Totals,
    };

    /// A run second by second.
    pub(crate) fn laid_out(run: &Run) -> Track {
        Track::of(&Channels::of(run))
    }

    /// A run made of stretches of (seconds, speed in m/s, grade, heart rate), sampled every second.
    pub(crate) fn run_of(stretches: &[(usize, f64, f64, f64)]) -> Run {
        let (mut at, mut distance, mut altitude) = (0.0, 0.0, 100.0);
        let mut samples = vec![];
        for (seconds, speed, grade, hr) in stretches {
            for _ in 0..*seconds {
                samples.push(sample(at, distance, altitude, *hr));
                at += 1.0;
                distance += speed;
                altitude += speed * grade;
            }
        }
        let last_hr = stretches.last().map_or(0.0, |stretch| stretch.3);
        samples.push(sample(at, distance, altitude, last_hr));
        recorded(samples)
    }

    pub(crate) fn recorded(samples: Vec<Sample>) -> Run {
        Run {
            start: LocalStart { utc: jiff::Timestamp::UNIX_EPOCH, offset_seconds: None },
            samples,
            laps: vec![],
            steps: vec![],
            pauses: vec![],
            claimed: Totals::default(),
            setting: Setting::Outdoor,
            device: None,
            oddities: vec![],
        }
    }

    fn sample(at: f64, distance: f64, altitude: f64, hr: f64) -> Sample {
        Sample {
            at: Seconds(at),
            distance: Some(Metres(distance)),
            altitude: Some(Metres(altitude)),
            hr: Some(Bpm(hr)),
            ..Sample::default()
        }
    }

    #[test]
    fn ten_minutes_are_six_hundred_seconds() {
        let track = laid_out(&run_of(&[(600, 3.0, 0.0, 140.0)]));
        assert_eq!(track.seconds, 600);
        assert!(track.speed.iter().all(|speed| (speed - 3.0).abs() < 1e-3));
        assert!(track.hr.iter().all(|hr| *hr == 140.0));
        assert!(!track.standing.iter().any(|standing| *standing));
    }

    #[test]
    fn a_climb_costs_more_than_its_speed_says() {
        let track = laid_out(&run_of(&[(300, 3.0, 0.0, 140.0), (300, 2.5, 0.05, 160.0)]));
        assert!((track.gap[100] - 3.0).abs() < 0.03);
        assert!((track.gap[450] - 2.5 * 1.19).abs() < 0.06, "{}", track.gap[450]);
    }

    #[test]
    fn a_pause_is_neither_distance_nor_running() {
        let mut run =
            run_of(&[(100, 3.0, 0.0, 140.0), (60, 0.05, 0.0, 120.0), (100, 3.0, 0.0, 140.0)]);
        run.pauses = vec![Pause { start: Seconds(100.0), end: Seconds(160.0) }];
        let track = laid_out(&run);
        assert!(track.paused[100..160].iter().all(|paused| *paused));
        assert!(track.speed[100..160].iter().all(|speed| *speed == 0.0));
        assert!(!track.paused[99] && !track.paused[160]);
    }

    #[test]
    fn standing_at_a_light_is_seen_without_a_pause() {
        let track = laid_out(&run_of(&[
            (100, 3.0, 0.0, 140.0),
            (30, 0.1, 0.0, 120.0),
            (100, 3.0, 0.0, 140.0),
        ]));
        assert_eq!(track.standing.iter().filter(|standing| **standing).count(), 30);
        assert!(!track.paused.iter().any(|paused| *paused));
    }

    #[test]
    fn a_run_without_samples_has_no_seconds() {
        assert_eq!(laid_out(&recorded(vec![])), Track::default());
    }

    #[test]
    fn a_run_with_only_heart_rate_does_not_know_its_speed() {
        let heart = |at| Sample { at: Seconds(at), hr: Some(Bpm(130.0)), ..Sample::default() };
        let track = laid_out(&recorded((0..60).map(|at| heart(f64::from(at))).collect()));
        assert!(!track.speed_known && !track.altitude_known);
        assert!(track.speed.iter().all(|speed| speed.is_nan()));
        assert!(!track.standing.iter().any(|standing| *standing));
    }

    #[test]
    fn a_footpod_that_only_tells_speed_is_believed() {
        let pod =
            |at| Sample { at: Seconds(at), speed: Some(MetresPerSecond(2.8)), ..Sample::default() };
        let track = laid_out(&recorded((0..60).map(|at| pod(f64::from(at))).collect()));
        assert!(track.speed_known);
        assert!(track.speed.iter().all(|speed| (speed - 2.8).abs() < 1e-3));
    }
}
