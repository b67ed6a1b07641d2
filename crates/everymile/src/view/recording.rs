//! What the watch recorded of a run, thinned for the eye: streams, the route as a line, laps, splits.

use super::round::{tenth, thousandth};
use crate::units::Units;
use serde::Serialize;
use training::{Lap, LapIntensity, Metres, Position, Run, RunId, Split, splits};
use utoipa::ToSchema;

/// More points than this the eye cannot tell apart.
const POINTS_MAX: usize = 1_200;

/// What the watch recorded of a run.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Recording {
    /// The name of this shape.
    pub schema: &'static str,
    /// Which run.
    pub id: RunId,
    /// The device, as it names itself.
    pub device: Option<String>,
    /// How far two values of a stream lie apart, on the clock.
    pub every_s: f64,
    /// Speed in metres per second.
    pub speed_mps: Vec<Option<f64>>,
    /// Speed on the flat for the same effort.
    pub gap_speed_mps: Vec<Option<f64>>,
    /// Heart rate in beats a minute.
    pub hr_bpm: Vec<Option<f64>>,
    /// Altitude in metres.
    pub altitude_m: Vec<Option<f64>>,
    /// Steps a minute.
    pub cadence_spm: Vec<Option<f64>>,
    /// The route: metres east and north of its first point. Where on earth is not told.
    pub route_m: Vec<(f64, f64)>,
    /// The laps as the watch recorded them: claims.
    pub laps: Vec<RecordedLap>,
    /// Every kilometre or mile, as the runner reads them.
    pub splits: Vec<RecordedSplit>,
}

/// A lap as the watch recorded it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct RecordedLap {
    /// Seconds since the run's first sample, on the clock.
    pub start_s: f64,
    /// Seconds since the run's first sample, on the clock.
    pub end_s: f64,
    /// Distance.
    pub distance_m: Option<f64>,
    /// What the watch says it was: `active`, `rest`, `warm-up`, `cool-down`.
    pub intensity: Option<&'static str>,
}

/// A kilometre or mile of a run.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct RecordedSplit {
    /// Distance; the last may be shorter.
    pub distance_m: f64,
    /// Seconds since the run's first sample, on the clock.
    pub start_s: f64,
    /// Time with the timer running.
    pub moving_s: f64,
    /// Mean heart rate.
    pub hr_bpm: Option<f64>,
}

impl Recording {
    /// What was recorded, with splits in the runner's units.
    pub fn new(id: &RunId, run: &Run, units: Units) -> Self {
        let stream = purpose::stream(run, POINTS_MAX);
        let length = match units {
            Units::Kilometres => Metres(1_000.0),
            Units::Miles => Metres::from_miles(1.0),
        };
        Self {
            schema: "everymile.recording/1",
            id: id.clone(),
            device: run.device.clone(),
            every_s: stream.every.0,
            speed_mps: rounded(&stream.speed, thousandth),
            gap_speed_mps: rounded(&stream.gap_speed, thousandth),
            hr_bpm: rounded(&stream.hr, f64::round),
            altitude_m: rounded(&stream.altitude, tenth),
            cadence_spm: rounded(&stream.cadence, f64::round),
            route_m: route(run),
            laps: run.laps.iter().map(RecordedLap::from).collect(),
            splits: splits(run, length).iter().map(RecordedSplit::from).collect(),
        }
    }
}

fn rounded(values: &[Option<f64>], round: fn(f64) -> f64) -> Vec<Option<f64>> {
    values.iter().map(|value| value.map(round)).collect()
}

/// The positions on a plane that touches the earth where the run began: exact enough for a line on a
/// screen.
fn route(run: &Run) -> Vec<(f64, f64)> {
    const METRES_PER_DEGREE: f64 = 111_195.0;
    let all: Vec<Position> = run.samples.iter().filter_map(|sample| sample.position).collect();
    let Some(origin) = all.first().copied() else { return Vec::new() };
    let narrowing = origin.latitude.to_radians().cos();
    let step = all.len().div_ceil(POINTS_MAX / 2).max(1);
    let thinned = all.iter().step_by(step).chain(all.last());
    let place = |at: &Position| {
        let east = (at.longitude - origin.longitude) * METRES_PER_DEGREE * narrowing;
        (tenth(east), tenth((at.latitude - origin.latitude) * METRES_PER_DEGREE))
    };
    thinned.map(place).collect()
}

impl From<&Lap> for RecordedLap {
    fn from(lap: &Lap) -> Self {
        Self {
            start_s: tenth(lap.start.0),
            end_s: tenth(lap.end.0),
            distance_m: lap.distance.map(|distance| tenth(distance.0)),
            intensity: lap.intensity.map(|intensity| match intensity {
                LapIntensity::Active => "active",
                LapIntensity::Rest => "rest",
                LapIntensity::WarmUp => "warm-up",
                LapIntensity::CoolDown => "cool-down",
            }),
        }
    }
}

impl From<&Split> for RecordedSplit {
    fn from(split: &Split) -> Self {
        Self {
            distance_m: tenth(split.distance.0),
            start_s: tenth(split.start.0),
            moving_s: tenth((split.end - split.start - split.paused).0),
            hr_bpm: split.hr.map(|hr| tenth(hr.0)),
        }
    }
}
