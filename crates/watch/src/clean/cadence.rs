//! Cadence in steps of both feet. Most files count the strides of one foot; some count steps.

use crate::recording::Recording;
use training::Sample;

/// Nobody strides faster with one foot, and few who run step slower with both.
const STRIDES_MAX: f64 = 120.0;
/// Slower than this is standing or a false reading.
const MOVING_MIN: f64 = 20.0;

/// Turns strides into steps where the recording counts strides.
pub(super) fn in_steps(recording: &mut Recording) {
    if !are_mostly_strides(&recording.samples) {
        return;
    }
    for cadence in recording.samples.iter_mut().filter_map(|sample| sample.cadence.as_mut()) {
        cadence.0 *= 2.0;
    }
}

/// Whether the rhythm of moving is mostly that of one foot.
fn are_mostly_strides(samples: &[Sample]) -> bool {
    let moving =
        samples.iter().filter_map(|sample| sample.cadence).filter(|cadence| cadence.0 > MOVING_MIN);
    let (mut strides, mut steps) = (0, 0);
    for cadence in moving {
        if cadence.0 > STRIDES_MAX { steps += 1 } else { strides += 1 }
    }
    strides > steps
}

#[cfg(test)]
mod tests {
    use super::*;
    use training::StepsPerMinute;

    fn check(found: &[f64], expected: &[f64]) {
        let samples = found
            .iter()
            .map(|&cadence| Sample { cadence: Some(StepsPerMinute(cadence)), ..Sample::default() });
        let mut recording = Recording { samples: samples.collect(), ..Recording::default() };
        in_steps(&mut recording);
        let steps: Vec<f64> =
            recording.samples.iter().filter_map(|s| s.cadence).map(|c| c.0).collect();
        assert_eq!(steps, expected);
    }

    #[test]
    fn strides_are_doubled() {
        check(&[86.0, 87.5, 0.0], &[172.0, 175.0, 0.0]);
    }

    #[test]
    fn steps_are_left_alone() {
        check(&[172.0, 110.0, 174.0], &[172.0, 110.0, 174.0]);
    }
}
