//! A run second by second as the inference hears it, thinned for the eye: speed on the flat for the
//! same effort, heart rate without spikes, altitude, cadence. For showing; nothing is inferred.

use crate::effort::{
    Channels, Track,
    series::{mean, smoothed},
};
use training::{Run, Seconds};

/// What was measured along a run, in even steps from its first sample. Missing is `None`.
#[derive(Debug, Clone, PartialEq)]
pub struct Stream {
    /// How far two values lie apart, on the clock.
    pub every: Seconds,
    /// Speed in metres per second.
    pub speed: Vec<Option<f64>>,
    /// Speed on the flat for the same effort, in metres per second; without altitude all `None`.
    pub gap_speed: Vec<Option<f64>>,
    /// Heart rate in beats a minute.
    pub hr: Vec<Option<f64>>,
    /// Altitude in metres.
    pub altitude: Vec<Option<f64>>,
    /// Steps a minute.
    pub cadence: Vec<Option<f64>>,
}

/// Speed is a mean over so many seconds: what a satellite tells of one second is mostly noise.
const CALM: usize = 11;

/// What was measured along a run, in at most `most` steps of whole seconds; each value is the mean
/// over its step.
pub fn stream(run: &Run, most: usize) -> Stream {
    let track = Track::of(&Channels::of(run));
    let step = track.seconds.div_ceil(most.max(1)).max(1);
    let thin = |values: &[f32]| values.chunks(step).map(mean).collect();
    let calm = |values: &[f32]| thin(&smoothed(values, CALM));
    let nothing = || vec![None; track.seconds.div_ceil(step)];
    Stream {
        every: Seconds(step as f64),
        speed: calm(&track.speed),
        gap_speed: if track.altitude_known { calm(&track.gap) } else { nothing() },
        hr: thin(&track.hr),
        altitude: thin(&track.altitude),
        cadence: thin(&track.cadence),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::effort::tests::run_of;

    #[test]
    fn an_hour_is_thinned_to_what_the_eye_can_tell_apart() {
        let hour = run_of(&[(3_600, 3.0, 0.0, 140.0)]);
        let stream = stream(&hour, 1_000);
        assert_eq!(stream.every, Seconds(4.0));
        assert_eq!(stream.hr.len(), 900);
        assert!((stream.speed[450].unwrap() - 3.0).abs() < 0.05);
    }

    #[test]
    fn every_channel_is_as_long_as_the_others() {
        let run = run_of(&[(1_234, 3.0, 0.02, 140.0)]);
        let stream = stream(&run, 500);
        let lengths =
            [&stream.speed, &stream.gap_speed, &stream.hr, &stream.altitude, &stream.cadence];
        assert!(lengths.iter().all(|values| values.len() == stream.speed.len()));
    }
}
