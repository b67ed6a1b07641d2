//! Heart rate that can be believed: held over the short silences of a sparse sensor, missing over
//! long ones and over dropouts, without leaps no heart makes.

use crate::recording::Recording;
use std::ops::RangeInclusive;
use training::{Bpm, OddityKind, Sample, Seconds};

/// A sensor that reports only changes is silent for less than this.
const HOLD_MAX: f64 = 30.0;
/// Rates of a living runner (science.md 1.5).
const PLAUSIBLE: RangeInclusive<f64> = 30.0..=230.0;
/// A heart changes by no more than this many beats per minute in a second (science.md 1.5).
const CHANGE_MAX: f64 = 8.0;
/// After this long without a believable rate, the next one is believed.
const DISTRUST_MAX: f64 = 10.0;

/// Cleans the heart rate, and says what was wrong with it.
pub(super) fn clean(recording: &mut Recording) {
    hold(&mut recording.samples);
    for sample in &mut recording.samples {
        sample.hr.take_if(|hr| !PLAUSIBLE.contains(&hr.0));
    }
    if recording.samples.iter().all(|sample| sample.hr.is_none()) {
        return;
    }
    let spikes = drop_spikes(&mut recording.samples);
    recording.tell(OddityKind::HrSpike, &spikes, "heart rate leapt implausibly");
    let dropouts = silences(&recording.samples);
    recording.tell(OddityKind::HrDropout, &dropouts, "heart rate was missing");
}

/// Repeats the last rate where a sample has none, for a bounded time. A zero is a lost sensor, not
/// a silent one, and is not bridged.
fn hold(samples: &mut [Sample]) {
    let mut last: Option<(Seconds, Bpm)> = None;
    for sample in samples {
        match (sample.hr, last) {
            (Some(hr), _) => last = Some((sample.at, hr)),
            (None, Some((at, hr))) if (sample.at - at).0 <= HOLD_MAX => sample.hr = Some(hr),
            (None, _) => {}
        }
    }
}

/// Drops rates that leap away from the last believable one. Returns the stretches.
fn drop_spikes(samples: &mut [Sample]) -> Vec<(Seconds, Seconds)> {
    let mut stretches: Vec<(Seconds, Seconds)> = Vec::new();
    let mut trusted: Option<(Seconds, f64)> = None;
    let mut is_leaping = false;
    for sample in samples {
        let Some(Bpm(hr)) = sample.hr else { continue };
        let leaps = trusted.is_some_and(|(at, before)| {
            let seconds = (sample.at - at).0;
            seconds < DISTRUST_MAX && (hr - before).abs() > CHANGE_MAX * seconds.max(1.0)
        });
        if leaps {
            sample.hr = None;
            match stretches.last_mut() {
                Some(stretch) if is_leaping => stretch.1 = sample.at,
                _ => stretches.push((sample.at, sample.at)),
            }
        } else {
            trusted = Some((sample.at, hr));
        }
        is_leaping = leaps;
    }
    stretches
}

/// The stretches longer than the hold without any rate, between samples.
fn silences(samples: &[Sample]) -> Vec<(Seconds, Seconds)> {
    let mut stretches = Vec::new();
    for group in samples.chunk_by(|a, b| a.hr.is_none() == b.hr.is_none()) {
        let (first, last) = (group[0], group[group.len() - 1]);
        if first.hr.is_none() && (last.at - first.at).0 > HOLD_MAX {
            stretches.push((first.at, last.at));
        }
    }
    stretches
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(rates: &[(f64, Option<f64>)], expected: &[Option<f64>]) {
        let samples = rates.iter().map(|&(at, hr)| Sample {
            at: Seconds(at),
            hr: hr.map(Bpm),
            ..Sample::default()
        });
        let mut recording = Recording { samples: samples.collect(), ..Recording::default() };
        clean(&mut recording);
        let rates: Vec<_> = recording.samples.iter().map(|s| s.hr.map(|hr| hr.0)).collect();
        assert_eq!(rates, expected);
    }

    #[test]
    fn a_sparse_rate_is_held_for_half_a_minute() {
        check(
            &[(0.0, Some(140.0)), (20.0, None), (30.0, None), (40.0, None)],
            &[Some(140.0), Some(140.0), Some(140.0), None],
        );
    }

    #[test]
    fn a_zero_is_a_lost_sensor() {
        check(
            &[(0.0, Some(140.0)), (1.0, Some(0.0)), (2.0, Some(141.0))],
            &[Some(140.0), None, Some(141.0)],
        );
    }

    #[test]
    fn a_leap_is_dropped_and_the_pulse_taken_up_again() {
        check(
            &[(0.0, Some(140.0)), (1.0, Some(190.0)), (2.0, Some(192.0)), (3.0, Some(143.0))],
            &[Some(140.0), None, None, Some(143.0)],
        );
    }
}
