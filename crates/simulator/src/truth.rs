//! What is true of a simulated run, known because it was made so.
//!
//! A run counts as **junk** when a fair coach who knew the runner's whole training would say so:
//! - *grey habit*: a run without structure, held between the thresholds, by a runner with a race
//!   goal who runs most unstructured runs that way;
//! - *filler*: a short run added to a week that already holds its quality, its long run and its
//!   recovery run, on a day that was meant to be free;
//! - *hammered recovery*: the run meant for recovery the day after hard work, run above the first
//!   threshold.
//!
//! Everything else has a job. Structure, planned marathon pace in season, hills, heat, bad sensors,
//! a beginner's base and running for its own sake are never junk, however they look.

use crate::conditions::Fault;
use training::{Purpose, Run, Seconds, SegmentKind, Session};

/// A run that was never run, and what is true of it.
#[derive(Debug, Clone, PartialEq)]
pub struct SimulatedRun {
    /// The run as a perfect reader would read it, rounded as a FIT file rounds.
    pub run: Run,
    /// What is true of it.
    pub truth: Truth,
}

/// What is true of a simulated run.
#[derive(Debug, Clone, PartialEq)]
pub struct Truth {
    /// What the run was for, by what was done: a recovery run raced through is `steady`.
    pub purpose: Purpose,
    /// Stretches that cover the run from its first to its last sample without gaps.
    pub segments: Vec<TrueSegment>,
    /// How many stretches of work and strides there are: 6 for 6 x 800 m, 1 for a continuous
    /// tempo, 0 for an easy run.
    pub reps: usize,
    /// What was run, as text would say it.
    pub session: Session,
    /// Why a fair coach would call it junk; `None` when it had a job.
    pub junk: Option<Cause>,
    /// What was wrong with the recording.
    pub faults: Vec<Fault>,
    /// Why it is innocent although it may look like junk.
    pub innocent_because: Option<Innocence>,
}

/// A stretch of a run with one job. It begins the moment the runner begins to change effort.
///
/// Walk breaks of a run-walk are `rest`, its running is `easy`. Floats of an over-under are `rest`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TrueSegment {
    /// What it is within the run.
    pub kind: SegmentKind,
    /// What it was for.
    pub purpose: Purpose,
    /// Seconds since the first sample, on the clock.
    pub start: Seconds,
    /// Seconds since the first sample, on the clock; the next stretch's start.
    pub end: Seconds,
    /// Whether the effort slides into it, so that nobody could tell the second it began.
    pub gradual: bool,
}

/// Why a run is junk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cause {
    /// One of many runs without structure between the thresholds.
    GreyHabit,
    /// An extra run in a week that was already full.
    Filler,
    /// A recovery run above the first threshold.
    HammeredRecovery,
}

/// Why a run that may look like junk is not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Innocence {
    /// Marathon pace in the weeks before a marathon.
    MarathonPace,
    /// The pace wanders because the ground does.
    Hills,
    /// Heart rate is high because it is hot.
    Heat,
    /// The sensor is wrong.
    BadSignal,
    /// A beginner's easy runs lie close to the threshold.
    BeginnerBase,
    /// The runner runs without a goal.
    NoGoal,
}
