//! The workout that was loaded on the watch: its steps, their amounts and targets.

use super::decode::Fields;
use training::{
    Bpm, LapIntensity, Metres, MetresPerSecond, Seconds, StepAmount, StepTarget, WorkoutStep,
};

/// Reads a workout step message.
pub(super) fn step(fields: &Fields<'_>) -> WorkoutStep {
    WorkoutStep {
        name: fields.text(0),
        intensity: fields.whole(7).and_then(intensity),
        amount: amount(fields),
        target: target(fields),
    }
}

/// The claimed intensity of a lap or a step.
pub(super) fn intensity(raw: u32) -> Option<LapIntensity> {
    match raw {
        0 | 5 => Some(LapIntensity::Active),
        1 | 4 => Some(LapIntensity::Rest),
        2 => Some(LapIntensity::WarmUp),
        3 => Some(LapIntensity::CoolDown),
        _ => None,
    }
}

fn amount(fields: &Fields<'_>) -> StepAmount {
    let Some(value) = fields.number(2) else { return StepAmount::Open };
    match fields.whole(1) {
        Some(0 | 28 | 31) => StepAmount::Time(Seconds(value / 1000.0)),
        Some(1) => StepAmount::Distance(Metres(value / 100.0)),
        Some(6) => StepAmount::Repeat { from: value as usize, times: fields.whole(4).unwrap_or(1) },
        _ => StepAmount::Open,
    }
}

fn target(fields: &Fields<'_>) -> StepTarget {
    let band = fields.number(5).zip(fields.number(6)).filter(|(low, high)| low < high);
    match (fields.whole(3), band) {
        (Some(0), Some((low, high))) => {
            StepTarget::Speed(MetresPerSecond(low / 1000.0), MetresPerSecond(high / 1000.0))
        }
        // Values up to 100 are a percentage of a maximum that the file does not name; beats are
        // written with 100 added to them, though some watches forget to.
        (Some(1), Some((low, high))) if low > 100.0 => {
            let added = if high > 200.0 { 100.0 } else { 0.0 };
            StepTarget::HeartRate(Bpm(low - added), Bpm(high - added))
        }
        _ => StepTarget::Open,
    }
}
