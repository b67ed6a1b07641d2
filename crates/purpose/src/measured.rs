//! A run held against the runner's yardstick second by second, and any span of it measured as one
//! stretch of effort. Knows no work and no purpose.

use crate::effort::{Track, mean, rhythm};
use crate::yardstick::Yardstick;
use std::ops::Range;

/// A run with what its heart and its legs say of the effort.
pub(crate) struct Measured<'a> {
    /// The run second by second.
    pub track: &'a Track,
    /// What counts as an effort of one.
    pub yardstick: Yardstick,
    /// What the heart is heading for, as a fraction of critical speed.
    pub demand: Vec<f32>,
    /// The cadence of running, in steps per minute; walking and standing have none.
    pub rhythm: Vec<f32>,
}

/// A stretch of even effort, in whole seconds since the first sample.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Stretch {
    /// First second.
    pub from: usize,
    /// The second after the last.
    pub to: usize,
    /// Effort as a fraction of critical speed: flat-equivalent speed, or what the heart says where
    /// speed cannot tell.
    pub effort: f64,
    /// What flat-equivalent speed alone says of the effort; what the heart says where it is unknown.
    pub legs: f64,
    /// Mean speed, in m/s.
    pub speed: f64,
    /// Mean rise over run.
    pub grade: f64,
    /// Standing still or paused.
    pub standing: bool,
}

/// The grade at which a change of flat-equivalent speed is only half believed.
pub(crate) const DOUBTFUL_GRADE: f64 = 0.08;
/// The heart needs this long to answer to a change of effort, in seconds.
const HEART_SECONDS_MIN: usize = 40;
/// Up to this mean grade, uphill or down, speed tells the effort alone.
const GENTLE_GRADE: f64 = 0.03;
/// … and this much steeper the heart would be believed alone, …
const DOUBTFUL_RANGE: f64 = 0.16;
/// … but never more than this.
const DOUBT_MAX: f64 = 0.8;

impl<'a> Measured<'a> {
    /// Reads heart and legs.
    pub fn of(track: &'a Track, yardstick: Yardstick) -> Self {
        Self { track, yardstick, demand: yardstick.demand(track), rhythm: rhythm(&track.cadence) }
    }

    /// The stretches of even effort between the seconds at which it changes.
    pub fn stretches(&self, cuts: &[usize]) -> Vec<Stretch> {
        cuts.windows(2).map(|cut| self.stretch(cut[0]..cut[1])).collect()
    }

    /// A span that is not empty, as one stretch.
    pub fn stretch(&self, span: Range<usize>) -> Stretch {
        let Range { start: from, end: to } = span;
        let track = self.track;
        let by_speed = mean(&track.gap[from..to]).map(|gap| gap / self.yardstick.critical_speed);
        let by_heart = mean(&self.demand[from..to]).filter(|_| to - from >= HEART_SECONDS_MIN);
        let standing = track.standing[from..to].iter().filter(|standing| **standing).count();
        Stretch {
            from,
            to,
            effort: effort(by_speed, by_heart, steepness(&track.grade[from..to])),
            legs: by_speed.or(by_heart).unwrap_or(0.0),
            speed: mean(&track.speed[from..to]).unwrap_or(0.0),
            grade: mean(&track.grade[from..to]).unwrap_or(0.0),
            standing: 2 * standing > to - from,
        }
    }
}

impl Stretch {
    /// How long it lasted, in seconds.
    pub fn seconds(&self) -> f64 {
        (self.to - self.from) as f64
    }
}

/// Speed tells the effort on gentle ground; the steeper it gets the more the heart is asked.
fn effort(by_speed: Option<f64>, by_heart: Option<f64>, steepness: f64) -> f64 {
    match (by_speed, by_heart) {
        (Some(speed), Some(heart)) => {
            let doubt = ((steepness - GENTLE_GRADE) / DOUBTFUL_RANGE).clamp(0.0, DOUBT_MAX);
            speed * (1.0 - doubt) + heart * doubt
        }
        (Some(one), None) | (None, Some(one)) => one,
        (None, None) => 0.0,
    }
}

/// The mean grade, whether up or down.
pub(crate) fn steepness(grades: &[f32]) -> f64 {
    grades.iter().map(|grade| f64::from(grade.abs())).sum::<f64>() / grades.len().max(1) as f64
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::effort::tests::{laid_out, run_of};

    /// A runner whose critical speed is 4 m/s, and whose heart says nothing of effort.
    pub(crate) const FOUR: Yardstick = Yardstick { critical_speed: 4.0, known: true, heart: None };

    /// The track of stretches of (seconds, speed in m/s, grade, heart rate).
    pub(crate) fn track_of(stretches: &[(usize, f64, f64, f64)]) -> Track {
        laid_out(&run_of(stretches))
    }

    #[test]
    fn effort_is_speed_by_critical_speed() {
        let track = track_of(&[(300, 3.0, 0.0, 140.0)]);
        let stretch = Measured::of(&track, FOUR).stretch(60..240);
        assert!((stretch.effort - 0.75).abs() < 1e-3);
        assert!(!stretch.standing);
    }

    #[test]
    fn on_steep_ground_the_heart_is_asked() {
        let track = track_of(&[(600, 1.6, 0.15, 170.0)]);
        let heard = Yardstick { heart: Some((150.0, 170.0)), ..FOUR };
        let by_heart = Measured::of(&track, heard).stretch(120..480).effort;
        let by_speed = Measured::of(&track, FOUR).stretch(120..480).effort;
        assert!((by_heart - 1.0).abs() < (by_speed - 1.0).abs(), "{by_heart} {by_speed}");
    }
}
