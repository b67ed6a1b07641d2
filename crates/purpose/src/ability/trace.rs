//! What one run says about what the runner can do, small enough that a decade of runs fits in
//! memory. Knows no other run.

use super::{
    best_efforts::{BestEffort, best_efforts, flat_distance, highest},
    demand::{Demand, demand},
    windows::even_windows,
};
use crate::effort::{Channels, Track, median, rolling_median};
use serde::{Deserialize, Serialize};
use training::{Bpm, Date, EvenWindow, MetresPerSecond, Run, RunId, Seconds};

/// Optical sensors need so many seconds to find the pulse; a peak before that is not believed.
const PULSE_FOUND: usize = 180;

/// What one run says about what the runner can do: best efforts over distances, what it demanded,
/// heart-rate peak, even windows.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Trace {
    /// Time with the timer running.
    pub moving: Seconds,
    /// Median flat-equivalent speed while moving.
    pub gap_speed: Option<MetresPerSecond>,
    /// The least time over each distance the run is long enough for, shortest first.
    pub best_efforts: Vec<BestEffort>,
    /// The least critical speed with which the run can be run.
    pub demand: Option<Demand>,
    /// Highest quarter-minute median of heart rate after the first three minutes.
    pub hr_peak: Option<Bpm>,
    /// The fastest half hour, where heart rate is known in it.
    pub half_hour: Option<HalfHour>,
    /// Windows of even running.
    pub even_windows: Vec<EvenWindow>,
}

/// The fastest half hour of a run.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct HalfHour {
    /// Mean flat-equivalent speed.
    pub gap_speed: MetresPerSecond,
    /// Mean heart rate of its last twenty minutes.
    pub hr: Bpm,
}

/// A run's trace with its name and day.
#[derive(Debug, Clone, Copy)]
pub struct Traced<'a> {
    /// Which run.
    pub id: &'a RunId,
    /// Its local day.
    pub date: Date,
    /// What it says.
    pub trace: &'a Trace,
}

impl Trace {
    /// Measures what a run says about the runner.
    pub fn of(run: &Run) -> Self {
        let track = Track::of(&Channels::of(run));
        Self::on(&track, run.moving(), even_windows(&track))
    }

    /// The same on the track of a run that moved for so long, of which the windows are known.
    pub(crate) fn on(track: &Track, moving: Seconds, even_windows: Vec<EvenWindow>) -> Self {
        if track.seconds == 0 {
            return Self { moving, ..Self::default() };
        }
        let calm_hr = rolling_median(&track.hr, 15);
        let along = flat_distance(track);
        Self {
            moving,
            gap_speed: usual_speed(track),
            best_efforts: if track.speed_known { best_efforts(&along, &calm_hr) } else { vec![] },
            demand: demand(track, &calm_hr),
            hr_peak: hr_peak(&calm_hr),
            half_hour: half_hour(track, &along),
            even_windows,
        }
    }
}

fn usual_speed(track: &Track) -> Option<MetresPerSecond> {
    let moving = track.gap.iter().zip(&track.standing).filter(|(_, standing)| !**standing);
    median(moving.map(|(speed, _)| *speed)).map(|speed| MetresPerSecond(f64::from(speed)))
}

fn hr_peak(calm_hr: &[f32]) -> Option<Bpm> {
    highest(calm_hr.get(PULSE_FOUND..)?).map(Bpm)
}

fn half_hour(track: &Track, along: &[f64]) -> Option<HalfHour> {
    const HALF_HOUR: usize = 1800;
    const LAST_PART: usize = 1200;
    let start = (0..(track.seconds + 1).checked_sub(HALF_HOUR)?).max_by(|a, b| {
        (along[a + HALF_HOUR] - along[*a]).total_cmp(&(along[b + HALF_HOUR] - along[*b]))
    })?;
    let end = start + HALF_HOUR;
    let beats: Vec<f32> =
        track.hr[end - LAST_PART..end].iter().copied().filter(|hr| !hr.is_nan()).collect();
    let is_known = track.speed_known && beats.len() * 5 > LAST_PART * 4;
    is_known.then(|| HalfHour {
        gap_speed: MetresPerSecond((along[end] - along[start]) / HALF_HOUR as f64),
        hr: Bpm(f64::from(beats.iter().sum::<f32>()) / beats.len() as f64),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::effort::tests::{recorded, run_of};

    #[test]
    fn a_tempo_run_tells_its_speed_its_peak_and_its_half_hour() {
        let run =
            run_of(&[(900, 2.8, 0.0, 140.0), (1800, 3.9, 0.0, 171.0), (600, 2.6, 0.0, 150.0)]);
        let trace = Trace::of(&run);
        assert_eq!(trace.moving, Seconds(3300.0));
        assert!((trace.gap_speed.unwrap().0 - 3.9).abs() < 0.01);
        assert_eq!(trace.hr_peak, Some(Bpm(171.0)));
        let half_hour = trace.half_hour.unwrap();
        assert!((half_hour.gap_speed.0 - 3.9).abs() < 0.01);
        assert_eq!(half_hour.hr, Bpm(171.0));
    }

    #[test]
    fn the_first_three_minutes_hold_no_peak() {
        let run = run_of(&[(170, 4.4, 0.0, 190.0), (600, 4.4, 0.0, 178.0)]);
        assert_eq!(Trace::of(&run).hr_peak, Some(Bpm(178.0)));
    }

    #[test]
    fn a_run_without_samples_tells_nothing_but_its_time() {
        let mut run = recorded(vec![]);
        run.claimed.moving = Some(Seconds(1800.0));
        let told = Trace { moving: Seconds(1800.0), ..Trace::default() };
        assert_eq!(Trace::of(&run), told);
    }
}
