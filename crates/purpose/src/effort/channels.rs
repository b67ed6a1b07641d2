//! What a run recorded, second by second: all that its effort is worked out from. Knows no ground.

use super::{pulse, series, speed, written::Written};
use serde::{Deserialize, Serialize};
use training::{Run, Sample};

/// Seconds of recording that are looked at: two days. More than that is a forgotten watch.
const SECONDS_MAX: f64 = 172_800.0;
/// Slow channels (altitude, cadence, temperature) are joined over silences up to this long.
const JOINED_SECONDS: f64 = 30.0;

/// What was recorded; a value a second, `NaN` where it is missing. Written down in the steps in which
/// watches record: centimetres, tenths of a metre, beats, 64ths of a step a minute, degrees.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub(crate) struct Channels {
    /// Metres covered in each second, not smoothed; 0 while paused; all `NaN` when not recorded.
    #[serde(with = "Written::<100>")]
    pub speed: Vec<f32>,
    /// Whether the run knows its speed.
    pub speed_known: bool,
    /// Altitude in metres, as recorded.
    #[serde(with = "Written::<10>")]
    pub altitude: Vec<f32>,
    /// Heart rate in bpm, without spikes, cadence lock and the sensor's first guesses.
    #[serde(with = "Written::<1>")]
    pub hr: Vec<f32>,
    /// Steps per minute.
    #[serde(with = "Written::<64>")]
    pub cadence: Vec<f32>,
    /// Air temperature in °C.
    #[serde(with = "Written::<1>")]
    pub temperature: Vec<f32>,
    /// The timer was stopped, or the recording was silent while nothing was covered.
    pub paused: Vec<bool>,
}

impl Channels {
    /// Lays a run out second by second.
    pub fn of(run: &Run) -> Self {
        let seconds = run.samples.last().map_or(0.0, |last| last.at.0).clamp(0.0, SECONDS_MAX);
        let seconds = seconds.ceil() as usize;
        let mut paused = paused_by_timer(run, seconds);
        let speed = speed::of(&run.samples, seconds, &mut paused);
        let speed_known = speed.is_some();
        let speed = speed.unwrap_or_else(|| vec![f32::NAN; seconds]);
        let channel = |pick: fn(&Sample) -> Option<f64>| channel(&run.samples, seconds, pick);
        Self {
            altitude: channel(|sample| sample.altitude.map(|altitude| altitude.0)),
            hr: pulse::of(run, seconds, &speed),
            cadence: channel(|sample| sample.cadence.map(|cadence| cadence.0)),
            temperature: channel(|sample| sample.temperature.map(|celsius| celsius.0)),
            speed,
            speed_known,
            paused,
        }
    }

    /// Whether every channel has a value for every second.
    pub fn are_even(&self) -> bool {
        let Self { speed, altitude, hr, cadence, temperature, paused, .. } = self;
        let channels = [speed, altitude, hr, cadence, temperature];
        channels.iter().all(|channel| channel.len() == paused.len())
    }

    /// How many seconds the runner was not paused.
    pub fn seconds_running(&self) -> usize {
        self.paused.iter().filter(|paused| !**paused).count()
    }
}

fn channel(samples: &[Sample], seconds: usize, pick: fn(&Sample) -> Option<f64>) -> Vec<f32> {
    let points = samples.iter().filter_map(|sample| Some((sample.at.0, pick(sample)?)));
    series::even(points, seconds, JOINED_SECONDS)
}

fn paused_by_timer(run: &Run, seconds: usize) -> Vec<bool> {
    let mut paused = vec![false; seconds];
    for pause in &run.pauses {
        let from = (pause.start.0.max(0.0).round() as usize).min(seconds);
        let to = (pause.end.0.max(0.0).round() as usize).min(seconds);
        if from < to {
            paused[from..to].fill(true);
        }
    }
    paused
}
