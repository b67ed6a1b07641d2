//! Laps as a watch keeps them: claims, some of them wrong.

use crate::{
    conditions::LapHabit, life::Moment, random::Random, script::Stretch, sensors::rounded,
};
use training::{
    Lap, LapIntensity, Metres, Part, Seconds, SegmentKind, Session, quantity::METRES_PER_MILE,
    workout::steps,
};

/// A watch forgets nothing, but a runner forgets to press a button this often.
const FORGETS: f64 = 0.03;

/// The laps of a run, by the runner's habit.
pub fn laps(
    session: &Session,
    script: &[Stretch],
    moments: &[Moment],
    odometer: &[f64],
    habit: LapHabit,
    random: &mut Random,
) -> Vec<Lap> {
    let claims = match habit {
        LapHabit::Single => Vec::new(),
        LapHabit::EveryMile => every(odometer, METRES_PER_MILE),
        LapHabit::Button => presses(script, moments, random),
        LapHabit::Workout if is_structured(script) => changes(session, script, moments, random),
        LapHabit::EveryKilometre | LapHabit::Workout => every(odometer, 1000.0),
    };
    spans(claims, odometer)
}

/// Whether there is work or strides in it, so that a workout would be loaded for it.
pub fn is_structured(script: &[Stretch]) -> bool {
    script.iter().any(|stretch| matches!(stretch.kind, SegmentKind::Work | SegmentKind::Stride))
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

fn step_of(session: &Session, stretch: &Stretch) -> Option<usize> {
    let part = session.parts.get(stretch.part)?;
    let before = steps(&Session { parts: session.parts[..stretch.part].to_vec() }).len();
    let is_rest = matches!(part, Part::Reps { .. }) && stretch.kind == SegmentKind::Rest;
    Some(before + usize::from(is_rest))
}
