//! What every stretch of a run was for. Knows the runner from the history (`ability`), cuts a run
//! into segments on effort, names the segments, then the run. Never sees a rule.

mod ability;
mod effort;

pub use ability::{BestEffort, Demand, HalfHour, Trace, Traced, ability, trace};

use training::{Ability, Declaration, Declared, EvenWindow, Purpose, Run, Segment, Signal, Trust};

/// What was inferred about one run.
#[derive(Debug, Clone, PartialEq)]
pub struct Inference {
    /// What the run was for.
    pub purpose: Purpose,
    /// How sure, 0 to 1, calibrated.
    pub confidence: f64,
    /// Why, in one sentence.
    pub reason: String,
    /// Stretches that cover the run without gaps.
    pub segments: Vec<Segment>,
    /// Coefficient of variation of flat-equivalent speed over whole minutes.
    pub speed_variation: Option<f64>,
    /// Windows of even running.
    pub even_windows: Vec<EvenWindow>,
    /// How far the recording can be believed.
    pub signal: Signal,
}

/// Names the stretches of a run, and the run.
pub fn infer(run: &Run, ability: &Ability) -> Inference {
    let _ = (run, ability);
    Inference {
        purpose: Purpose::Easy,
        confidence: 0.5,
        reason: String::new(),
        segments: Vec::new(),
        speed_variation: None,
        even_windows: Vec::new(),
        signal: Signal { speed: Trust::Good, hr: Trust::Missing },
    }
}

/// Looks at each run among its neighbours (oldest first) and mends what one run alone cannot show:
/// a short slow run after a hard day is recovery, a run far longer than usual is the long run.
pub fn settle(runs: &mut [training::NamedRun]) {
    let _ = runs;
}

/// The purpose that a title, a description or a platform's workout type states.
pub fn declared(declaration: &Declaration) -> Option<Declared> {
    let _ = declaration;
    None
}
