//! What the watch keeps of a run: samples, pauses, laps, workout steps and totals.

use crate::{
    conditions::{Conditions, LapHabit, Terrain},
    life::Moment,
    random::Random,
    runner::SimulatedRunner,
    script::Stretch,
    sensors::{Sensed, rounded, sense},
};
use training::{
    Amount, Bpm, Effort, Lap, LapIntensity, LocalStart, Metres, MetresPerSecond, Part, Pause,
    Purpose, Run, Sample, Seconds, SegmentKind, Session, Setting, StepAmount, StepTarget, Totals,
    WorkoutStep,
};

/// A watch forgets nothing, but a runner forgets to press a button this often.
const FORGETS: f64 = 0.03;

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

fn is_structured(script: &[Stretch]) -> bool {
    script.iter().any(|stretch| matches!(stretch.kind, SegmentKind::Work | SegmentKind::Stride))
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

fn laps(
    session: &Session,
    script: &[Stretch],
    moments: &[Moment],
    odometer: &[f64],
    habit: LapHabit,
    random: &mut Random,
) -> Vec<Lap> {
    let claims = match habit {
        LapHabit::Single => Vec::new(),
        LapHabit::EveryMile => every(odometer, training::quantity::METRES_PER_MILE),
        LapHabit::Button => presses(script, moments, random),
        LapHabit::Workout if is_structured(script) => changes(session, script, moments, random),
        LapHabit::EveryKilometre | LapHabit::Workout => every(odometer, 1000.0),
    };
    spans(claims, odometer)
}

/// Where a lap begins, and what the watch says of it.
#[derive(Clone, Copy)]
struct Claim {
    second: usize,
    intensity: LapIntensity,
    step: Option<usize>,
}

impl Claim {
    /// A lap of which the watch knows nothing, so that it says *active*.
    fn plain(second: usize) -> Self {
        Self { second, intensity: LapIntensity::Active, step: None }
    }
}

fn every(odometer: &[f64], metres: f64) -> Vec<Claim> {
    let mut next = metres;
    let mut claims = Vec::new();
    for (second, distance) in odometer.iter().enumerate() {
        if *distance >= next {
            claims.push(Claim::plain(second));
            next += metres * ((distance - next) / metres).floor() + metres;
        }
    }
    claims
}

/// The seconds at which the script comes to a stretch whose start is worth a lap.
fn beginnings<'a>(
    script: &'a [Stretch],
    moments: &'a [Moment],
) -> impl Iterator<Item = (usize, &'a Stretch)> {
    moments
        .windows(2)
        .enumerate()
        .filter(|(_, pair)| pair[0].stretch != pair[1].stretch)
        .map(|(second, pair)| (second + 1, &script[pair[1].stretch]))
        .filter(|(_, stretch)| stretch.pressed)
}

/// Buttons are pressed late, rarely early, and sometimes not at all.
fn presses(script: &[Stretch], moments: &[Moment], random: &mut Random) -> Vec<Claim> {
    let mut claims: Vec<Claim> = Vec::new();
    for (second, _) in beginnings(script, moments) {
        let late = random.normal(1.5, 1.5).clamp(-2.0, 6.0);
        if !random.chance(FORGETS) {
            claims.push(Claim::plain((second as f64 + late).max(1.0) as usize));
        }
    }
    claims
}

/// A loaded workout changes laps by itself. One in ten was entered carelessly: all steps active.
fn changes(
    session: &Session,
    script: &[Stretch],
    moments: &[Moment],
    random: &mut Random,
) -> Vec<Claim> {
    let careless = random.chance(0.1);
    let claim = |second, stretch: &Stretch| Claim {
        second,
        intensity: if careless { LapIntensity::Active } else { intensity(stretch.kind) },
        step: step_of(session, stretch),
    };
    let first = script.first().map(|stretch| claim(0, stretch));
    let later = beginnings(script, moments).map(|(second, stretch)| claim(second, stretch));
    first.into_iter().chain(later).collect()
}

fn intensity(kind: SegmentKind) -> LapIntensity {
    match kind {
        SegmentKind::WarmUp => LapIntensity::WarmUp,
        SegmentKind::CoolDown => LapIntensity::CoolDown,
        SegmentKind::Rest => LapIntensity::Rest,
        _ => LapIntensity::Active,
    }
}

/// Laps from one beginning to the next; the first begins with the run and the last ends with it.
fn spans(mut claims: Vec<Claim>, odometer: &[f64]) -> Vec<Lap> {
    let end = odometer.len().saturating_sub(1);
    claims.retain(|claim| claim.second < end);
    claims.dedup_by_key(|claim| claim.second);
    if claims.first().is_none_or(|claim| claim.second > 0) {
        claims.insert(0, Claim::plain(0));
    }
    let ends = claims.iter().skip(1).map(|claim| claim.second).chain([end]);
    claims
        .iter()
        .zip(ends)
        .map(|(claim, end)| Lap {
            start: Seconds(claim.second as f64),
            end: Seconds(end as f64),
            distance: Some(Metres(rounded(odometer[end] - odometer[claim.second], 100.0))),
            intensity: Some(claim.intensity),
            step: claim.step,
        })
        .collect()
}

/// The steps of the workout as a watch stores them: reps are a work step, a rest step and a
/// repeat.
fn steps(session: &Session) -> Vec<WorkoutStep> {
    let mut steps: Vec<WorkoutStep> = Vec::new();
    let parts = session.parts.len();
    for (index, part) in session.parts.iter().enumerate() {
        match part {
            Part::Unbroken { purpose, effort } => {
                steps.push(step(edge_intensity(*purpose, index, parts), effort));
            }
            Part::Reps { count, work, rest, .. } => {
                let from = steps.len();
                steps.push(step(LapIntensity::Active, work));
                steps.push(step(LapIntensity::Rest, rest));
                let amount = StepAmount::Repeat { from, times: *count };
                let target = StepTarget::Open;
                steps.push(WorkoutStep { name: None, intensity: None, amount, target });
            }
        }
    }
    steps
}

fn edge_intensity(purpose: Purpose, index: usize, parts: usize) -> LapIntensity {
    match purpose {
        Purpose::Easy | Purpose::Recovery if index == 0 && parts > 1 => LapIntensity::WarmUp,
        Purpose::Easy | Purpose::Recovery if index > 0 && index + 1 == parts => {
            LapIntensity::CoolDown
        }
        _ => LapIntensity::Active,
    }
}

fn step(intensity: LapIntensity, effort: &Effort) -> WorkoutStep {
    let amount = match effort.amount {
        Amount::Time(time) => StepAmount::Time(time),
        Amount::Distance(distance) => StepAmount::Distance(distance),
    };
    let target = effort.speed.map_or(StepTarget::Open, |speed| {
        let edge = |share: f64| MetresPerSecond(rounded(speed.0 * share, 1000.0));
        StepTarget::Speed(edge(0.97), edge(1.03))
    });
    WorkoutStep { name: None, intensity: Some(intensity), amount, target }
}

fn step_of(session: &Session, stretch: &Stretch) -> Option<usize> {
    let before: usize = session.parts.iter().take(stretch.part).map(steps_in).sum();
    let part = session.parts.get(stretch.part)?;
    let is_rest = matches!(part, Part::Reps { .. }) && stretch.kind == SegmentKind::Rest;
    Some(before + usize::from(is_rest))
}

fn steps_in(part: &Part) -> usize {
    match part {
        Part::Unbroken { .. } => 1,
        Part::Reps { .. } => 3,
    }
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
