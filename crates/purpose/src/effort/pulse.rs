//! Heart rate that can be believed: without impossible values, spikes, cadence lock, and what an
//! optical sensor makes up before it has found the pulse.

use super::series::{even, median, rolling_median};
use training::{OddityKind, Run};

/// Sparse heart rate is joined over silences up to this long.
const JOINED_SECONDS: f64 = 30.0;
/// Hearts beat within these limits (science.md section 1.5).
const POSSIBLE: std::ops::RangeInclusive<f64> = 30.0..=230.0;
/// A value farther than this from the quarter minute around it is a spike.
const SPIKE_BPM: f32 = 10.0;
/// A sensor that begins this far above what follows had not found the pulse.
const FALSE_START_BPM: f32 = 10.0;

/// Heart rate in bpm for each second; `NaN` where there is none to believe.
pub(super) fn of(run: &Run, seconds: usize, speed: &[f32]) -> Vec<f32> {
    let points = run
        .samples
        .iter()
        .filter_map(|sample| Some((sample.at.0, sample.hr?.0)))
        .filter(|(_, hr)| POSSIBLE.contains(hr));
    let mut hr = even(points, seconds, JOINED_SECONDS);
    drop_odd_stretches(run, &mut hr);
    drop_spikes(&mut hr);
    drop_false_start(&mut hr, speed);
    hr
}

fn drop_odd_stretches(run: &Run, hr: &mut [f32]) {
    for oddity in &run.oddities {
        if !matches!(oddity.kind, OddityKind::CadenceLock | OddityKind::HrSpike) {
            continue;
        }
        let (Some(at), Some(lasted)) = (oddity.at, oddity.lasted) else { continue };
        let from = (at.0.max(0.0).floor() as usize).min(hr.len());
        let to = ((at.0 + lasted.0).max(0.0).ceil() as usize).clamp(from, hr.len());
        hr[from..to].fill(f32::NAN);
    }
}

fn drop_spikes(hr: &mut [f32]) {
    let around = rolling_median(hr, 15);
    for (hr, around) in hr.iter_mut().zip(around) {
        if (*hr - around).abs() > SPIKE_BPM {
            *hr = f32::NAN;
        }
    }
}

/// Drops the first three minutes when they lie well above minutes five to ten though the running
/// was no faster: the pulse rises at the start of a run, it does not fall.
fn drop_false_start(hr: &mut [f32], speed: &[f32]) {
    if hr.len() < 600 {
        return;
    }
    let typical = |values: &[f32], from: usize, to: usize| median(values[from..to].iter().copied());
    let (Some(first), Some(later)) = (typical(hr, 0, 180), typical(hr, 300, 600)) else { return };
    let was_faster = match (typical(speed, 0, 180), typical(speed, 300, 600)) {
        (Some(first), Some(later)) => first > 1.1 * later,
        _ => false,
    };
    if first > later + FALSE_START_BPM && !was_faster {
        hr[..180].fill(f32::NAN);
    }
}

#[cfg(test)]
mod tests {
    use crate::effort::tests::{laid_out, run_of};
    use training::{Bpm, Oddity, OddityKind, Seconds};

    #[test]
    fn a_spike_is_not_a_heart_beat() {
        let mut run = run_of(&[(600, 3.0, 0.0, 140.0)]);
        run.samples[300].hr = Some(Bpm(220.0));
        run.samples[301].hr = Some(Bpm(20.0));
        let hr = laid_out(&run).hr;
        assert!(hr.iter().all(|hr| hr.is_nan() || *hr == 140.0));
        assert!(hr[300].is_nan());
    }

    #[test]
    fn a_locked_stretch_is_left_out() {
        let mut run =
            run_of(&[(300, 3.0, 0.0, 140.0), (120, 3.0, 0.0, 172.0), (300, 3.0, 0.0, 141.0)]);
        let lock = OddityKind::CadenceLock;
        run.oddities.push(Oddity::stretch(lock, Seconds(300.0), Seconds(120.0), "locked"));
        let hr = laid_out(&run).hr;
        assert!(hr[300..420].iter().all(|hr| hr.is_nan()));
        assert_eq!(hr[299], 140.0);
    }

    #[test]
    fn a_sensor_that_begins_high_for_no_reason_had_not_found_the_pulse() {
        let hr = laid_out(&run_of(&[(180, 2.8, 0.0, 165.0), (900, 2.8, 0.0, 138.0)])).hr;
        assert!(hr[..180].iter().all(|hr| hr.is_nan()));
        assert_eq!(hr[200], 138.0);
    }

    #[test]
    fn a_fast_start_may_beat_fast() {
        let hr = laid_out(&run_of(&[(180, 4.5, 0.0, 175.0), (900, 2.8, 0.0, 145.0)])).hr;
        assert_eq!(hr[100], 175.0);
    }
}
