//! A run cut at every kilometre or mile: what most runners look at first. Arithmetic over what was
//! recorded; nothing is inferred.

use crate::{
    quantity::{Bpm, Metres, Seconds},
    run::{Run, Sample},
};

/// One kilometre or mile of a run; the last one may be shorter.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Split {
    /// Distance.
    pub distance: Metres,
    /// Seconds from the run's first sample to its start, on the clock.
    pub start: Seconds,
    /// Seconds from the run's first sample to its end, on the clock.
    pub end: Seconds,
    /// How much of that the timer stood still.
    pub paused: Seconds,
    /// Mean heart rate over its samples; `None` without any.
    pub hr: Option<Bpm>,
}

/// A rest at the end that is shorter than this share of a split is no split.
const REST_MIN: f64 = 0.05;

/// A run cut at every multiple of `length`; empty when its distance was not recorded.
///
/// Between two samples the runner is taken to have moved evenly.
pub fn splits(run: &Run, length: Metres) -> Vec<Split> {
    let known: Vec<(f64, f64)> =
        run.samples.iter().filter_map(|sample| Some((sample.at.0, sample.distance?.0))).collect();
    let (Some(first), Some(last)) = (known.first(), known.last()) else { return Vec::new() };
    let mut splits = Vec::new();
    let (mut start, mut from) = (first.0, first.1);
    let mut mark = first.1 + length.0;
    for pair in known.windows(2) {
        while pair[1].1 >= mark && length.0 > 0.0 {
            let end = when(pair, mark);
            splits.push(split(run, (from, mark), (start, end)));
            (start, from) = (end, mark);
            mark += length.0;
        }
    }
    if last.1 - from > REST_MIN * length.0 {
        splits.push(split(run, (from, last.1), (start, last.0)));
    }
    splits
}

/// When a distance was reached between two samples.
fn when(pair: &[(f64, f64)], mark: f64) -> f64 {
    let (before, after) = (pair[0], pair[1]);
    let covered = after.1 - before.1;
    if covered <= 0.0 {
        after.0
    } else {
        before.0 + (after.0 - before.0) * (mark - before.1) / covered
    }
}

fn split(run: &Run, (from, to): (f64, f64), (start, end): (f64, f64)) -> Split {
    let within = |sample: &&Sample| start <= sample.at.0 && sample.at.0 < end;
    let beats: Vec<f64> =
        run.samples.iter().filter(within).filter_map(|sample| Some(sample.hr?.0)).collect();
    let mean = beats.iter().sum::<f64>() / beats.len() as f64;
    let overlap =
        |pause: &crate::run::Pause| (pause.end.0.min(end) - pause.start.0.max(start)).max(0.0);
    Split {
        distance: Metres(to - from),
        start: Seconds(start),
        end: Seconds(end),
        paused: Seconds(run.pauses.iter().map(overlap).sum()),
        hr: (!beats.is_empty()).then_some(Bpm(mean)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        calendar::LocalStart,
        run::{Pause, Setting, Totals},
    };

    /// Samples every ten seconds at 4 m/s; the watch is stopped for a minute at the end of the first
    /// kilometre.
    fn run(metres: f64) -> Run {
        let count = (metres / 40.0) as usize;
        let sample = |number: usize| {
            let distance = 40.0 * number as f64;
            let stopped = if distance > 800.0 { 60.0 } else { 0.0 };
            Sample {
                at: Seconds(10.0 * number as f64 + stopped),
                distance: Some(Metres(distance)),
                hr: Some(Bpm(140.0)),
                ..Sample::default()
            }
        };
        Run {
            start: LocalStart {
                utc: "2026-03-05T06:00:00Z".parse().unwrap(),
                offset_seconds: None,
            },
            samples: (0..=count).map(sample).collect(),
            laps: Vec::new(),
            steps: Vec::new(),
            pauses: vec![Pause { start: Seconds(200.0), end: Seconds(260.0) }],
            claimed: Totals::default(),
            setting: Setting::Outdoor,
            device: None,
            oddities: Vec::new(),
        }
    }

    #[test]
    fn every_kilometre_has_its_time_and_the_rest_its_own() {
        let splits = splits(&run(2_400.0), Metres(1_000.0));
        let told: Vec<_> = splits.iter().map(|it| (it.distance.0, it.end.0 - it.start.0)).collect();
        assert_eq!(told, [(1_000.0, 310.0), (1_000.0, 250.0), (400.0, 100.0)]);
    }

    #[test]
    fn a_stop_is_told_apart_from_running() {
        let first = splits(&run(2_000.0), Metres(1_000.0))[0];
        assert_eq!(first.paused, Seconds(60.0));
    }

    #[test]
    fn a_few_metres_at_the_end_are_no_split() {
        assert_eq!(splits(&run(2_040.0), Metres(1_000.0)).len(), 2);
    }

    #[test]
    fn without_distance_there_are_no_splits() {
        let mut run = run(2_000.0);
        run.samples.iter_mut().for_each(|sample| sample.distance = None);
        assert_eq!(splits(&run, Metres(1_000.0)), []);
    }
}
