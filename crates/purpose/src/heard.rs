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

    /// Whether its parts belong together. What was written down may have been damaged since, and still
    /// be read; only a run that is whole may be named.
    pub fn is_whole(&self) -> bool {
        let seconds = self.channels.paused.len();
        self.channels.are_even() && self.steps.cover(seconds) && self.facts.cut(seconds)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::effort::tests::{recorded, run_of};

    /// Twenty minutes with three faster ones among them.
    fn a_run() -> Run {
        run_of(&[(600, 2.8, 0.0, 140.0), (180, 3.8, 0.0, 165.0), (420, 2.8, 0.02, 145.0)])
    }

    #[test]
    fn what_a_run_tells_is_the_same_heard_at_once_and_apart() {
        let run = a_run();
        let (heard, trace) = hear(&run);
        let bytes = |heard: &Heard| postcard::to_extend(heard, Vec::new()).unwrap();
        assert_eq!(bytes(&heard), bytes(&Heard::of(&run)));
        assert_eq!(heard.facts, Heard::of(&run).facts);
        assert_eq!(trace, Trace::of(&run));
    }

    #[test]
    fn a_run_is_whole_as_it_was_heard_and_so_is_one_without_samples() {
        assert!(Heard::of(&a_run()).is_whole());
        assert!(Heard::of(&recorded(vec![])).is_whole());
    }

    #[test]
    fn a_run_whose_parts_do_not_belong_together_is_not_whole() {
        let damages: [fn(&mut Heard); 7] = [
            |heard| heard.channels.speed.truncate(100),
            |heard| heard.channels.cadence.push(80.0),
            |heard| heard.channels.paused.clear(),
            |heard| heard.facts.cuts.clear(),
            |heard| heard.facts.cuts.push(1_201),
            |heard| heard.facts.cuts[0] = 1,
            |heard| heard.facts.cuts.swap(0, 1),
        ];
        for (place, damage) in damages.into_iter().enumerate() {
            let mut heard = Heard::of(&a_run());
            damage(&mut heard);
            assert!(!heard.is_whole(), "{place}");
        }
    }
}
