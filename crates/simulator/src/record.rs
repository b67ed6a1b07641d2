//! What the watch keeps of a run: samples, pauses and totals.

use crate::{
    conditions::{Conditions, LapHabit, Terrain},
    laps::{is_structured, laps},
    life::Moment,
    random::Random,
    runner::SimulatedRunner,
    script::Stretch,
    sensors::{Sensed, sense},
};
use training::{
    Bpm, LocalStart, Metres, Pause, Run, Sample, Seconds, Session, Setting, Totals, workout::steps,
};

/// Records a life as the watch would.
pub fn record(
    runner: &SimulatedRunner,
    session: &Session,
    script: &[Stretch],
    moments: &[Moment],
    conditions: &Conditions,
    start: LocalStart,
    random: &mut Random,
) -> Run {
    let pauses = if conditions.watch.auto_pause { pauses(moments) } else { Vec::new() };
    let sensed = sense(runner, conditions, moments, &pauses, random);
    let follows = conditions.watch.laps == LapHabit::Workout && is_structured(script);
    let steps = if follows { steps(session) } else { Vec::new() };
    let laps = laps(session, script, moments, &sensed.odometer, conditions.watch.laps, random);
    let claimed = totals(&sensed, &pauses);
    let samples = if conditions.watch.smart_recording {
        thinned(&sensed.samples, &pauses, random)
    } else {
        sensed.samples
    };
    Run {
        start,
        samples,
        laps,
        steps,
        pauses,
        claimed,
        setting: setting(conditions.terrain),
        device: Some("everymile simulator".to_owned()),
        oddities: Vec::new(),
    }
}

fn setting(terrain: Terrain) -> Setting {
    match terrain {
        Terrain::Treadmill => Setting::Treadmill,
        Terrain::Track => Setting::Track,
        Terrain::Flat | Terrain::Rolling | Terrain::Hilly => Setting::Outdoor,
    }
}

/// The timer stops three seconds after the runner does and starts a second after.
fn pauses(moments: &[Moment]) -> Vec<Pause> {
    let mut pauses = Vec::new();
    let mut standing_since = None;
    for (second, moment) in moments.iter().enumerate() {
        match (moment.speed < 0.4, standing_since) {
            (true, None) => standing_since = Some(second),
            (false, Some(since)) => {
                if since > 0 && second > since + 6 {
                    let (start, end) = ((since + 3) as f64, (second + 1) as f64);
                    pauses.push(Pause { start: Seconds(start), end: Seconds(end) });
                }
                standing_since = None;
            }
            _ => {}
        }
    }
    pauses.retain(|pause| pause.end.0 < moments.len() as f64);
    pauses
}

/// Smart recording: a sample where speed changes, else one every few seconds.
fn thinned(samples: &[Sample], pauses: &[Pause], random: &mut Random) -> Vec<Sample> {
    let is_edge = |at: Seconds| pauses.iter().any(|pause| pause.start == at || pause.end == at);
    let mut kept: Vec<Sample> = Vec::with_capacity(samples.len() / 3);
    let mut patience = 0.0;
    for (index, sample) in samples.iter().enumerate() {
        let due = kept.last().is_none_or(|last| {
            let change = last.speed.zip(sample.speed).map_or(0.0, |(a, b)| (a.0 - b.0).abs());
            sample.at.0 - last.at.0 >= patience || change > 0.45
        });
        if due || index + 1 == samples.len() || is_edge(sample.at) {
            kept.push(*sample);
            patience = f64::from(random.whole(2, 8));
        }
    }
    kept
}

fn totals(sensed: &Sensed, pauses: &[Pause]) -> Totals {
    let samples = &sensed.samples;
    let elapsed = samples.last().map_or(0.0, |sample| sample.at.0);
    let paused: f64 = pauses.iter().map(|pause| pause.end.0 - pause.start.0).sum();
    let beats: Vec<f64> = samples.iter().filter_map(|sample| sample.hr).map(|hr| hr.0).collect();
    let mean = (!beats.is_empty()).then(|| beats.iter().sum::<f64>() / beats.len() as f64);
    Totals {
        distance: samples.last().and_then(|sample| sample.distance),
        moving: Some(Seconds(elapsed - paused)),
        elapsed: Some(Seconds(elapsed)),
        ascent: ascent(samples),
        hr_mean: mean.map(|mean| Bpm(mean.round())),
        hr_max: mean.map(|_| Bpm(beats.iter().copied().fold(0.0, f64::max))),
    }
}

/// Metres climbed, in rises of at least two metres, as watches count them.
fn ascent(samples: &[Sample]) -> Option<Metres> {
    let mut lowest = samples.iter().find_map(|sample| sample.altitude)?.0;
    let mut climbed = 0.0;
    for altitude in samples.iter().filter_map(|sample| sample.altitude) {
        if altitude.0 > lowest + 2.0 {
            climbed += altitude.0 - lowest;
            lowest = altitude.0;
        }
        lowest = lowest.min(altitude.0);
    }
    Some(Metres(climbed.round()))
}
