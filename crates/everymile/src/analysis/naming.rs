//! A run and what was inferred of it, put together as the rulebook wants to see it.

use training::{Ability, Bpm, Celsius, NamedRun, Run, RunId, Sample, Trust};

/// Names a run and its stretches in the light of what the runner could do.
pub fn name(run: &Run, id: &RunId, ability: &Ability) -> NamedRun {
    let inference = purpose::infer(run, ability);
    let is_hr_good = inference.signal.hr == Trust::Good;
    NamedRun {
        id: id.clone(),
        start: run.start,
        distance: run.distance(),
        moving: run.moving(),
        elapsed: run.elapsed(),
        ascent: run.claimed.ascent.or(inference.ascent),
        setting: run.setting,
        hr: mean_hr(run).filter(|_| is_hr_good).or(run.claimed.hr_mean),
        temperature: mean(run, |sample| sample.temperature.map(|celsius| celsius.0)).map(Celsius),
        inferred: inference.purpose,
        confidence: inference.confidence,
        reason: inference.reason,
        declared: None,
        thresholds: ability.thresholds(),
        speed_variation: inference.speed_variation,
        even_windows: inference.even_windows,
        signal: inference.signal,
        segments: inference.segments,
        oddities: run.oddities.clone(),
    }
}

fn mean_hr(run: &Run) -> Option<Bpm> {
    mean(run, |sample| sample.hr.map(|hr| hr.0)).map(Bpm)
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
