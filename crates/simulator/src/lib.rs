//! Runners that never ran: seeded, with the truth known, for the demo, the score and the tests.
//!
//! A [`runner`] is drawn from a seed; [`perform`] runs one session written in training's notation,
//! [`career`] runs weeks of training, and [`fit_bytes`] writes a run as a watch would. Knows nobody
//! but `training`, and nothing of how the product judges.

mod body;
mod career;
mod conditions;
mod course;
mod feelings;
mod fit;
mod habits;
mod laps;
mod life;
mod paces;
mod perform;
mod random;
mod record;
mod runner;
mod script;
mod sensors;
mod sessions;
mod truth;
mod week;

pub use career::career;
pub use conditions::{Conditions, Fault, HrSensor, LapHabit, Terrain, Watch};
pub use feelings::{Complaint, check_ins};
pub use fit::fit_bytes;
pub use habits::{Habit, Habits};
pub use perform::perform;
pub use random::Random;
pub use runner::{SimulatedRunner, runner, runner_with};
pub use truth::{Cause, Innocence, SimulatedRun, TrueSegment, Truth};
