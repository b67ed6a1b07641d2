//! A run and what was inferred of it, put together as the rulebook wants to see it.

use purpose::Heard;
use serde::{Deserialize, Serialize};
use training::{
    Bpm, Capacity, Celsius, LocalStart, Metres, NamedRun, Oddity, Run, RunId, Sample, Setting,
    Trust,
};

/// A run that has no name yet: all that naming asks of it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Unnamed {
    start: LocalStart,
    /// Metres climbed, as the file claims them.
    ascent: Option<Metres>,
    setting: Setting,
    /// Mean heart rate by the samples.
    hr: Option<Bpm>,
    /// Mean heart rate as the file claims it.
    hr_claimed: Option<Bpm>,
    temperature: Option<Celsius>,
    oddities: Vec<Oddity>,
    /// The run as inference hears it.
    pub heard: Heard,
}

impl Unnamed {
    /// A run that was read, and what was heard of it.
    pub fn of(run: &Run, heard: Heard) -> Self {
        Self {
            start: run.start,
            ascent: run.claimed.ascent,
            setting: run.setting,
            hr: mean(run, |sample| sample.hr.map(|hr| hr.0)).map(Bpm),
            hr_claimed: run.claimed.hr_mean,
            temperature: mean(run, |sample| sample.temperature.map(|it| it.0)).map(Celsius),
            oddities: run.oddities.clone(),
            heard,
        }
    }
}

/// Names a run and its stretches in the light of what the runner could do.
pub fn name(run: &Unnamed, id: &RunId, capacity: &Capacity) -> NamedRun {
    let inference = purpose::infer(&run.heard, capacity);
    let is_hr_good = inference.signal.hr == Trust::Good;
    NamedRun {
        id: id.clone(),
        start: run.start,
        distance: run.heard.distance,
        moving: run.heard.moving,
        elapsed: run.heard.elapsed,
        ascent: run.ascent.or(inference.ascent),
        setting: run.setting,
        hr: run.hr.filter(|_| is_hr_good).or(run.hr_claimed),
        temperature: run.temperature,
        inferred: inference.purpose,
        confidence: inference.confidence,
        reason: inference.reason,
        declared: None,
        thresholds: capacity.thresholds,
        speed_variation: inference.speed_variation,
        even_windows: inference.even_windows,
        signal: inference.signal,
        segments: inference.segments,
        oddities: run.oddities.clone(),
    }
}

/// The mean over time; a smart recording's samples stand as long as the watch let them, but never
/// over a pause.
fn mean(run: &Run, channel: impl Fn(&Sample) -> Option<f64>) -> Option<f64> {
    const LONGEST_STAND: f64 = 10.0;
    let stands = |pair: &[Sample]| (pair[1].at - pair[0].at).0.min(LONGEST_STAND);
    let weighted =
        run.samples.windows(2).filter_map(|pair| Some((channel(&pair[0])?, stands(pair))));
    let (sum, time) = weighted
        .fold((0.0, 0.0), |(sum, time), (value, stand)| (sum + value * stand, time + stand));
    (time > 0.0).then(|| sum / time)
}
