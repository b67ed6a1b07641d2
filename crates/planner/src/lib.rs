//! Rulebook and history into what to run, and into what a race would take. Rules only hold back; here
//! is decided what the day would hold, what is left of it, and what would change that. Knows no clock:
//! today is given.

pub mod plan;
pub mod predict;
pub mod prescription;
pub mod review;
pub mod today;
mod usual_days;

pub use plan::{NoPlan, Proposal, Wish, check, propose};
pub use predict::{Form, Prediction, predict};
pub use prescription::{Action, Because, Elsewhere, Missing, Prescribed, Prescription};
pub use review::{Review, review};
pub use today::{elsewhere, today};
pub use usual_days::{usual_days, usual_long_day};
