//! A run as inference asks for it, without what it never looks at: where on earth it was, its laps,
//! its power. A tenth of the recording and read in a tenth of its time, so that it may be remembered
//! and the run named again whenever the runner is known better. Knows no runner.

use crate::ability::Trace;
use crate::effort::{Channels, Steps, Track};
use crate::facts::Facts;
use crate::summary::signal;
use serde::{Deserialize, Serialize};
use training::{Bpm, Metres, Run, Seconds, Signal};

/// What a run tells: itself as inference asks for it, and what it says of the runner.
pub fn hear(run: &Run) -> (Heard, Trace) {
    let channels = Channels::of(run);
    let track = Track::of(&channels);
    let facts = Facts::of(&track);
    let trace = Trace::on(&track, run.moving(), facts.even_windows.clone());
    (Heard::new(run, channels, facts), trace)
}

/// A run as inference asks for it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Heard {
    /// Time with the timer running.
    pub moving: Seconds,
    /// Time on the clock.
    pub elapsed: Seconds,
    /// Distance; `None` when nothing tells it.
    pub distance: Option<Metres>,
    /// Mean heart rate as the file claims it.
    pub(crate) hr_claimed: Option<Bpm>,
    /// How far the recording can be believed.
    pub(crate) signal: Signal,
    /// What was recorded, second by second.
    pub(crate) channels: Channels,
    /// How its distance lies in its time.
    pub(crate) steps: Steps,
    /// What it shows by itself.
    pub(crate) facts: Facts,
}

impl Heard {
    /// Lays a run out second by second and looks at what it shows by itself.
    pub fn of(run: &Run) -> Self {
        let channels = Channels::of(run);
        let facts = Facts::of(&Track::of(&channels));
        Self::new(run, channels, facts)
    }

    fn new(run: &Run, channels: Channels, facts: Facts) -> Self {
        Self {
            moving: run.moving(),
            elapsed: run.elapsed(),
            distance: run.distance(),
            hr_claimed: run.claimed.hr_mean,
            signal: signal(run, &channels),
            steps: Steps::of(run, &channels),
            channels,
            facts,
        }
    }
}
