//! Samples in time order, strictly increasing: late ones are sorted in, two of one moment become
//! one, and times from another day are left out.

use crate::recording::Recording;
use training::{OddityKind, Sample, Seconds};

/// Times farther than this from the middle of the recording are a fault of the clock.
const FARTHEST: f64 = 4.0 * 86_400.0;
/// A few samples this far from all others are a fault of the clock, too.
const APART: f64 = 3600.0;
/// How many are a few, as a share of all.
const FEW: f64 = 0.01;
/// From 1990 to 2100: there were no watches before, and no later time is meant.
const WATCH_AGE: std::ops::Range<f64> = 631_152_000.0..4_102_444_800.0;

/// Whether a time can be that of a recording.
pub(super) fn is_plausible(at: Seconds) -> bool {
    WATCH_AGE.contains(&at.0)
}

/// Puts the samples of a recording in order.
pub(super) fn put_in_order(recording: &mut Recording) {
    drop_other_days(recording);
    let backwards = recording.samples.windows(2).filter(|pair| pair[1].at.0 < pair[0].at.0).count();
    if backwards > 0 {
        recording.samples.sort_by(|a, b| a.at.0.total_cmp(&b.at.0));
        recording.note(
            OddityKind::ClockBackwards,
            format!("the clock went backwards {backwards} times: the samples were put in order"),
        );
    }
    merge_same_moment(&mut recording.samples);
    drop_strays(recording);
}

fn drop_other_days(recording: &mut Recording) {
    recording.samples.retain(|sample| is_plausible(sample.at));
    let before = recording.samples.len();
    let Some(middle) = median_time(&recording.samples) else { return };
    recording.samples.retain(|sample| (sample.at.0 - middle).abs() <= FARTHEST);
    let dropped = before - recording.samples.len();
    if dropped > 0 {
        recording.note(
            OddityKind::ClockBackwards,
            format!("{dropped} samples carry the time of another day and were left out"),
        );
    }
}

/// Leaves out a few samples that stand far before or after all others.
fn drop_strays(recording: &mut Recording) {
    let before = recording.samples.len();
    let few = (before as f64 * FEW) as usize;
    let is_apart = |pair: &[Sample]| (pair[1].at - pair[0].at).0 > APART;
    let head = recording.samples.windows(2).take(few).rposition(is_apart);
    recording.samples.drain(..head.map_or(0, |last| last + 1));
    let body = recording.samples.len().saturating_sub(few + 1);
    let tail = recording.samples[body..].windows(2).position(is_apart);
    recording.samples.truncate(tail.map_or(usize::MAX, |first| body + first + 1));
    let dropped = before - recording.samples.len();
    if dropped > 0 {
        let message = format!("{dropped} samples stand hours away from the others; left out");
        recording.note(OddityKind::ClockBackwards, message);
    }
}

fn median_time(samples: &[Sample]) -> Option<f64> {
    if samples.is_sorted_by(|one, next| one.at.0 <= next.at.0) {
        return samples.get(samples.len() / 2).map(|middle| middle.at.0);
    }
    let mut times: Vec<f64> = samples.iter().map(|sample| sample.at.0).collect();
    let middle = times.len() / 2;
    (!times.is_empty()).then(|| *times.select_nth_unstable_by(middle, f64::total_cmp).1)
}

/// Some watches write position and heart rate of one second in two records.
fn merge_same_moment(samples: &mut Vec<Sample>) {
    samples.dedup_by(|later, kept| {
        let is_same = later.at.0 - kept.at.0 < 1e-3;
        if is_same {
            kept.distance = later.distance.or(kept.distance);
            kept.speed = later.speed.or(kept.speed);
            kept.altitude = later.altitude.or(kept.altitude);
            kept.hr = later.hr.or(kept.hr);
            kept.cadence = later.cadence.or(kept.cadence);
            kept.power = later.power.or(kept.power);
            kept.position = later.position.or(kept.position);
            kept.temperature = later.temperature.or(kept.temperature);
        }
        is_same
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use training::{Bpm, Metres};

    fn at(times: &[f64]) -> Recording {
        let at = |t: &f64| Sample { at: Seconds(1e9 + t), ..Sample::default() };
        let samples = times.iter().map(at);
        Recording { samples: samples.collect(), ..Recording::default() }
    }

    fn times(recording: &Recording) -> Vec<f64> {
        recording.samples.iter().map(|sample| sample.at.0 - 1e9).collect()
    }

    #[test]
    fn a_late_sample_is_sorted_in_and_said() {
        let mut recording = at(&[10.0, 12.0, 11.0, 13.0]);
        put_in_order(&mut recording);
        assert_eq!(times(&recording), [10.0, 11.0, 12.0, 13.0]);
        assert_eq!(recording.oddities[0].kind, OddityKind::ClockBackwards);
    }

    #[test]
    fn a_sample_of_another_year_is_left_out() {
        let mut recording = at(&[0.0, 1.0, 1e9, 2.0]);
        put_in_order(&mut recording);
        assert_eq!(times(&recording), [0.0, 1.0, 2.0]);
    }

    #[test]
    fn one_sample_hours_before_all_others_is_left_out() {
        let mut recording = at(&(0..200).map(f64::from).collect::<Vec<_>>());
        recording.samples[50].at.0 -= 20_000.0;
        put_in_order(&mut recording);
        assert_eq!(recording.samples.len(), 199);
        assert_eq!(times(&recording)[0], 0.0);
    }

    #[test]
    fn two_records_of_one_second_become_one_sample() {
        let mut recording = at(&[5.0, 5.0]);
        recording.samples[0].hr = Some(Bpm(140.0));
        recording.samples[1].distance = Some(Metres(3.0));
        put_in_order(&mut recording);
        assert_eq!(recording.samples.len(), 1);
        assert_eq!(recording.samples[0].hr, Some(Bpm(140.0)));
        assert_eq!(recording.samples[0].distance, Some(Metres(3.0)));
    }
}
