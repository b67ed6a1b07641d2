//! What can be said of a run besides its segments: how even it was, how far its recording can be
//! believed, and what its totals alone tell where there is no recording.

use crate::Inference;
use crate::effort::{Channels, Track, mean};
use crate::heard::Heard;
use crate::naming::Runner;
use crate::shape::variation;
use crate::yardstick::{LT1, Yardstick};
use training::{Capacity, OddityKind, Purpose, Run, Seconds, Segment, SegmentKind, Signal, Trust};

/// Minutes left out at the start and at the end of a run (science.md 6.3).
const WARM_UP_SECONDS: usize = 480;
const COOL_DOWN_SECONDS: usize = 300;
/// A channel must cover this share of a run to be judged by.
const COVER_MIN: f64 = 0.6;
/// A channel that is faulty for more than this share is poor.
const FAULTY_MAX: f64 = 0.1;

/// Coefficient of variation of flat-equivalent speed over whole minutes of running.
pub(crate) fn speed_variation(track: &Track) -> Option<f64> {
    let end = track.seconds.checked_sub(COOL_DOWN_SECONDS)?;
    let minutes: Vec<f64> = (WARM_UP_SECONDS..end)
        .step_by(60)
        .filter(|&minute| minute + 60 <= end)
        .filter(|&minute| !track.standing[minute..minute + 60].contains(&true))
        .filter_map(|minute| mean(&track.gap[minute..minute + 60]))
        .collect();
    (minutes.len() >= 5).then(|| variation(&minutes)).flatten()
}

/// How far the recording can be believed.
pub(crate) fn signal(run: &Run, channels: &Channels) -> Signal {
    let seconds = channels.paused.len();
    let speed = if channels.speed_known {
        trust(faulty(run, seconds, &[OddityKind::GpsJump, OddityKind::Gap]))
    } else {
        Trust::Missing
    };
    let heard = channels.hr.iter().filter(|hr| hr.is_finite()).count() as f64;
    let hr = if run.samples.iter().all(|sample| sample.hr.is_none()) {
        Trust::Missing
    } else if heard < COVER_MIN * seconds as f64 {
        Trust::Poor
    } else {
        trust(faulty(run, seconds, &[OddityKind::CadenceLock, OddityKind::HrDropout]))
    };
    Signal { speed, hr }
}

fn trust(faulty: f64) -> Trust {
    if faulty > FAULTY_MAX { Trust::Poor } else { Trust::Good }
}

/// The share of the run that such oddities cover.
fn faulty(run: &Run, seconds: usize, kinds: &[OddityKind]) -> f64 {
    let odd = run.oddities.iter().filter(|oddity| kinds.contains(&oddity.kind));
    let faulty: f64 = odd.filter_map(|oddity| oddity.lasted).map(|lasted| lasted.0).sum();
    faulty / seconds.max(1) as f64
}

/// A run without a recording: length and mean speed are all there is.
pub(crate) fn from_totals(run: &Heard, capacity: &Capacity) -> Inference {
    let moving = run.moving;
    let speed = run.distance.and_then(|distance| distance.over(moving));
    let (purpose, confidence, reason) = by_totals(moving.0, speed.map(|speed| speed.0), capacity);
    let segment = Segment {
        kind: if purpose == Purpose::Steady { SegmentKind::Steady } else { SegmentKind::Easy },
        purpose,
        start: Seconds(0.0),
        end: run.elapsed,
        distance: run.distance,
        speed,
        gap_speed: None,
        hr: run.hr_claimed,
        climb: None,
        reason: reason.clone(),
    };
    Inference {
        purpose,
        confidence,
        reason,
        segments: vec![segment],
        ascent: None,
        speed_variation: None,
        even_windows: Vec::new(),
        signal: Signal { speed: Trust::Missing, hr: Trust::Missing },
    }
}

fn by_totals(moving: f64, speed: Option<f64>, capacity: &Capacity) -> (Purpose, f64, String) {
    let known = capacity.thresholds.critical_speed.map(|speed| speed.value.0);
    let yardstick =
        Yardstick { critical_speed: known.unwrap_or(1.0), known: known.is_some(), heart: None };
    let runner = Runner::of(capacity, &yardstick);
    let effort = known.zip(speed).map(|(critical, speed)| speed / critical);
    if moving <= 0.0 {
        let reason = "Only its distance is known: neither how long it took nor how fast it was.";
        return (Purpose::Easy, 0.3, reason.to_owned());
    }
    if moving >= runner.long_from() {
        return (Purpose::Long, 0.7, "Only totals are known: longer than usual.".to_owned());
    }
    match effort {
        Some(effort) if effort >= LT1 => {
            let reason = "Only totals are known: faster on average than easy running.";
            (Purpose::Steady, 0.4, reason.to_owned())
        }
        _ => {
            (Purpose::Easy, 0.5, "Only totals are known: no stretch can be told apart.".to_owned())
        }
    }
}
