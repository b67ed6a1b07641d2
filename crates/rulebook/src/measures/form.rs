//! What changed late in a run at the same speed: cadence and heart rate of its last third beside
//! those of its second sixth. It is a fade of form where both say so; the windows know no posture.

use super::statistics::mean;
use training::{EvenWindow, NamedRun, Seconds};

/// Cadence that falls by this share is one half of a fade (our own convention).
pub const CADENCE_DROP: f64 = 0.03;
/// Heart rate that rises by this share is the other (our own convention).
pub const HR_RISE: f64 = 0.06;
/// Form is asked for on long runs only (our own convention).
pub const LONG: Seconds = Seconds::from_minutes(60.0);
/// Windows this near in speed are compared.
const SAME_SPEED: f64 = 0.03;
/// Fewer late windows than this may be chance.
const FEWEST_LATE: usize = 2;

/// What changed, as shares of what it was early in the run; negative is lower.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LateChange {
    /// Cadence; `None` where it was not recorded.
    pub cadence: Option<f64>,
    /// Heart rate.
    pub hr: f64,
}

/// What changed late in a run; `None` for short runs and where too few even windows of the same
/// speed lie in both parts.
pub fn late_change(run: &NamedRun) -> Option<LateChange> {
    let whole = run.elapsed.0;
    let part = |window: &EvenWindow| window.at.0 / whole;
    let is_early = |window: &&EvenWindow| (1.0 / 6.0..1.0 / 3.0).contains(&part(window));
    let early: Vec<&EvenWindow> = run.even_windows.iter().filter(is_early).collect();
    let speed = mean_of(&early, |window| Some(window.gap_speed.0))?;
    let is_same = |window: &&EvenWindow| (window.gap_speed.0 / speed - 1.0).abs() <= SAME_SPEED;
    let late: Vec<&EvenWindow> = run
        .even_windows
        .iter()
        .filter(|window| part(window) >= 2.0 / 3.0)
        .filter(is_same)
        .collect();
    if run.moving < LONG || late.len() < FEWEST_LATE {
        return None;
    }
    let change = |of: fn(&EvenWindow) -> Option<f64>| -> Option<f64> {
        Some(mean_of(&late, of)? / mean_of(&early, of)? - 1.0)
    };
    Some(LateChange {
        cadence: change(|window| window.cadence.map(|cadence| cadence.0)),
        hr: change(|window| Some(window.hr.0))?,
    })
}

impl LateChange {
    /// Whether form faded: cadence fell and heart rate rose by more than these shares; `None` where
    /// cadence was not recorded and heart rate alone cannot say.
    pub fn is_fade(self, cadence_drop: f64, hr_rise: f64) -> Option<bool> {
        if self.hr <= hr_rise {
            return Some(false);
        }
        self.cadence.map(|cadence| cadence < -cadence_drop)
    }
}

fn mean_of(windows: &[&EvenWindow], of: impl Fn(&EvenWindow) -> Option<f64>) -> Option<f64> {
    let values: Option<Vec<f64>> = windows.iter().map(|window| of(window)).collect();
    mean(&values?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::examples::example;

    fn check(run: &str, expected: Option<bool>) {
        let example = example(&format!("1 week:\nSun {run}"));
        let change = late_change(&example.runs[0]).unwrap();
        assert_eq!(change.is_fade(CADENCE_DROP, HR_RISE), expected, "{change:?}");
    }

    #[test]
    fn a_fade_needs_both_witnesses() {
        check("long 22km (heart rate 140 to 158, cadence 176 to 164)", Some(true));
        check("long 22km (heart rate 140 to 158, cadence 176)", Some(false));
        check("long 22km (heart rate 140, cadence 176 to 164)", Some(false));
        check("long 22km (heart rate 140 to 158)", None);
    }

    #[test]
    fn short_runs_are_not_asked() {
        let example =
            example("1 week:\nSun easy 40min (heart rate 140 to 170, cadence 176 to 150)");
        assert_eq!(late_change(&example.runs[0]), None);
    }
}
