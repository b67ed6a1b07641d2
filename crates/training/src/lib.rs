//! The nouns of running, shared by every room: quantities, runs, segments, purposes, the runner,
//! the calendar, and training written as text. Knows nobody: no clock, no disk, no rule.

pub mod beside;
pub mod body_site;
pub mod calendar;
pub mod check_in;
pub mod notation;
pub mod oddity;
pub mod plan;
pub mod purpose;
pub mod quantity;
pub mod question;
pub mod run;
pub mod runner;
pub mod segment;
pub mod session;
pub mod shoes;
pub mod spelling;
pub mod split;
pub mod workout;

pub use beside::Beside;
pub use body_site::{BodySite, UnknownSite};
pub use calendar::{Date, LocalStart, Week, Weekday};
pub use check_in::{CheckIn, FeltAfter, Motive, OutOfFive, OutOfTen, Pain, TalkTest};
pub use oddity::{Oddity, OddityKind};
pub use plan::{NotAPlan, Phase, Plan, PlanWeek};
pub use purpose::{Declaration, Declared, DeclaredBy, Purpose, Standing};
pub use quantity::{
    Bpm, Celsius, Metres, MetresPerSecond, Milliseconds, Seconds, StepsPerMinute, Watts,
};
pub use question::{ImpossibleAnswer, Question};
pub use run::{
    CrossTraining, Lap, LapIntensity, Pause, Position, Run, RunId, Sample, Setting, Sport,
    StepAmount, StepTarget, Totals, WorkoutStep,
};
pub use runner::{
    Ability, Basis, Capacity, Estimate, Goal, Level, Profile, Sex, Thresholds, Uncertain,
};
pub use segment::{EvenWindow, NamedRun, Segment, SegmentKind, Signal, Trust};
pub use session::{Amount, Effort, Part, Place, Planned, RestStyle, Session};
pub use split::{Split, splits};
