//! Where the timer stood still: as the file tells, and where a long silence of the samples on one
//! spot or a break of the track tells it. Silences while the timer ran on are gaps, and are said.

use super::place::great_circle;
use crate::recording::Recording;
use training::{Oddity, OddityKind, Pause, Sample, Seconds};

/// Shorter silences are the way smart recording works.
const SILENCE_MIN: f64 = 10.0;
/// A silence this many times the usual interval is not smart recording.
const SILENCE_INTERVALS: f64 = 5.0;
/// Shorter gaps are not worth telling.
const GAP_MIN: f64 = 30.0;
/// Slower than this over a silence, the runner stood.
const STANDING_MAX: f64 = 0.5;
/// Slower than this over a break of the track, the timer was stopped rather than the signal lost.
const STROLLING_MAX: f64 = 1.2;

/// Puts the pauses in order, adds the silent ones and says the gaps.
pub(super) fn find(recording: &mut Recording) {
    recording.pauses = inside(recording);
    let is_long = |pair: &[Sample]| (pair[1].at - pair[0].at).0 >= SILENCE_MIN;
    if !recording.samples.windows(2).any(is_long) {
        return;
    }
    let silence_min = silence_min(&recording.samples);
    let mut unexplained = unexplained_standstill(recording);
    let mut found = Vec::new();
    for pair in recording.samples.windows(2) {
        let silence = (pair[1].at - pair[0].at).0;
        if silence < silence_min || is_covered(&recording.pauses, pair[0].at, pair[1].at) {
            continue;
        }
        let is_break = recording.breaks.contains(&pair[0].at);
        let is_stop = speed_over(&pair[0], &pair[1]) < stop_speed(is_break, unexplained);
        if is_stop && unexplained >= silence / 2.0 {
            unexplained -= silence;
            found.push(Pause { start: pair[0].at, end: pair[1].at });
        } else if silence >= GAP_MIN {
            let message = format!("no sample for {silence:.0} s");
            let at = pair[0].at;
            recording.oddities.push(Oddity::stretch(
                OddityKind::Gap,
                at,
                Seconds(silence),
                message,
            ));
        }
    }
    recording.pauses.extend(found);
    recording.pauses = merged(std::mem::take(&mut recording.pauses));
}

/// The pauses between the first and the last sample, in order, without overlap.
fn inside(recording: &Recording) -> Vec<Pause> {
    let (Some(first), Some(last)) = (recording.samples.first(), recording.samples.last()) else {
        return Vec::new();
    };
    let clip = |at: Seconds| Seconds(at.0.clamp(first.at.0, last.at.0));
    let pauses = recording.pauses.iter();
    merged(pauses.map(|pause| Pause { start: clip(pause.start), end: clip(pause.end) }).collect())
}

fn merged(mut pauses: Vec<Pause>) -> Vec<Pause> {
    pauses.retain(|pause| pause.end.0 > pause.start.0);
    pauses.sort_by(|a, b| a.start.0.total_cmp(&b.start.0));
    pauses.dedup_by(|later, kept| {
        let overlaps = later.start.0 <= kept.end.0;
        if overlaps {
            kept.end.0 = kept.end.0.max(later.end.0);
        }
        overlaps
    });
    pauses
}

fn silence_min(samples: &[Sample]) -> f64 {
    let mut intervals: Vec<f64> =
        samples.windows(2).map(|pair| (pair[1].at - pair[0].at).0).collect();
    if intervals.is_empty() {
        return SILENCE_MIN;
    }
    let middle = intervals.len() / 2;
    let usual = *intervals.select_nth_unstable_by(middle, f64::total_cmp).1;
    (usual * SILENCE_INTERVALS).max(SILENCE_MIN)
}

/// How much standstill the file's totals claim beyond the pauses it names; unlimited where it
/// claims nothing.
fn unexplained_standstill(recording: &Recording) -> f64 {
    let Some(moving) = recording.claimed.moving else { return f64::INFINITY };
    let elapsed = recording.claimed.elapsed.unwrap_or_else(|| recording.span());
    (elapsed - moving - recording.paused()).0
}

fn is_covered(pauses: &[Pause], from: Seconds, to: Seconds) -> bool {
    let covered: f64 = pauses
        .iter()
        .map(|pause| (pause.end.0.min(to.0) - pause.start.0.max(from.0)).max(0.0))
        .sum();
    covered >= (to - from).0 / 2.0
}

/// How slow a silence must be to be a stop. A break that the totals leave out of the moving time is
/// one at any speed: the runner went on without the watch.
fn stop_speed(is_break: bool, unexplained: f64) -> f64 {
    match is_break {
        true if unexplained.is_finite() => f64::INFINITY,
        true => STROLLING_MAX,
        false => STANDING_MAX,
    }
}

fn speed_over(from: &Sample, to: &Sample) -> f64 {
    let metres = match (from.distance, to.distance, from.position, to.position) {
        (Some(from), Some(to), _, _) => to.0 - from.0,
        (_, _, Some(from), Some(to)) => great_circle(from, to),
        _ => 0.0,
    };
    metres / (to.at - from.at).0
}

#[cfg(test)]
mod tests {
    use super::*;
    use training::Metres;

    fn recording(points: &[(f64, f64)]) -> Recording {
        let samples = points.iter().map(|&(at, metres)| Sample {
            at: Seconds(at),
            distance: Some(Metres(metres)),
            ..Sample::default()
        });
        Recording { samples: samples.collect(), ..Recording::default() }
    }

    #[test]
    fn a_long_silence_on_one_spot_is_a_pause() {
        let mut stop = recording(&[(0.0, 0.0), (1.0, 3.0), (61.0, 5.0), (62.0, 8.0)]);
        find(&mut stop);
        assert_eq!(stop.pauses, [Pause { start: Seconds(1.0), end: Seconds(61.0) }]);
    }

    #[test]
    fn a_long_silence_on_the_way_is_a_gap() {
        let mut tunnel = recording(&[(0.0, 0.0), (1.0, 3.0), (61.0, 180.0), (62.0, 183.0)]);
        find(&mut tunnel);
        assert!(tunnel.pauses.is_empty());
        assert_eq!(tunnel.oddities[0].kind, OddityKind::Gap);
    }

    #[test]
    fn a_silence_that_the_totals_count_as_running_is_no_pause() {
        let mut sparse = recording(&[(0.0, 0.0), (1.0, 3.0), (61.0, 5.0), (62.0, 8.0)]);
        sparse.claimed.moving = Some(Seconds(62.0));
        find(&mut sparse);
        assert!(sparse.pauses.is_empty());
    }
}
