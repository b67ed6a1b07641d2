//! What a run shows by itself, whoever ran it: all that naming asks of it and that need not be worked
//! out again when the runner is known better. Knows no runner.

use crate::ability::windows::even_windows;
use crate::cuts::cuts;
use crate::effort::{Track, median};
use crate::summary::speed_variation;
use serde::{Deserialize, Serialize};
use training::{EvenWindow, Metres};

/// What a run shows by itself.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Facts {
    /// The seconds at which its effort changes, with its first and the one after its last.
    pub cuts: Vec<usize>,
    /// Metres climbed in all; `None` without altitude.
    pub ascent: Option<Metres>,
    /// Median cadence while moving, in steps per minute; `None` where it is not known.
    pub cadence: Option<f32>,
    /// Coefficient of variation of flat-equivalent speed over whole minutes.
    pub speed_variation: Option<f64>,
    /// Windows of even running.
    pub even_windows: Vec<EvenWindow>,
}

impl Facts {
    /// What a track shows.
    pub fn of(track: &Track) -> Self {
        Self {
            cuts: cuts(track),
            ascent: track.ascent(),
            cadence: median(track.while_moving(&track.cadence)),
            speed_variation: speed_variation(track),
            even_windows: even_windows(track),
        }
    }

    /// Whether they cut so many seconds, from the first to the last.
    pub fn cut(&self, seconds: usize) -> bool {
        let is_ascending = self.cuts.is_sorted_by(|one, next| one < next);
        is_ascending && self.cuts.first() == Some(&0) && self.cuts.last() == Some(&seconds)
    }
}
