//! How heart and legs answer to an effort: what the heart is heading for, and the rhythm of running.

use super::smoothed;

/// Time constant of heart rate after a change of effort, in seconds.
const HEART_LAG_SECONDS: f64 = 30.0;
/// Window over which heart rate is calmed before its slope is taken, in seconds.
const HEART_CALM_SECONDS: usize = 15;
/// Slower steps than this, per minute, are walking.
const RUNNING_CADENCE_MIN: f32 = 130.0;

/// What the heart is heading for, second by second in bpm: heart rate with its lag undone.
pub(crate) fn heading_for(hr: &[f32]) -> Vec<f32> {
    let calm = smoothed(hr, HEART_CALM_SECONDS);
    let reach = HEART_CALM_SECONDS / 2;
    (0..calm.len())
        .map(|second| {
            let before = calm[second.saturating_sub(reach)];
            let after = calm[(second + reach).min(calm.len() - 1)];
            let slope = f64::from(after - before) / (2 * reach) as f64;
            (f64::from(calm[second]) + HEART_LAG_SECONDS * slope) as f32
        })
        .collect()
}

/// The cadence of running, in steps per minute; walking and standing have none.
pub(crate) fn rhythm(cadence: &[f32]) -> Vec<f32> {
    let running = |cadence: &f32| if *cadence >= RUNNING_CADENCE_MIN { *cadence } else { f32::NAN };
    cadence.iter().map(running).collect()
}
