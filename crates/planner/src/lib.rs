//! Rulebook and history into what to run. Rules only hold back; here is decided what the day would
//! hold, what is left of it, and what would change that. Knows no clock: today is given.

pub mod bend;
pub mod plan;
pub mod prescription;
pub mod today;

pub use bend::{Bend, Change, Event, Possible, Reason, bend};
pub use plan::{NoPlan, Proposal, Wish, check, propose};
pub use prescription::{Action, Because, Elsewhere, Missing, Prescribed, Prescription};
pub use today::{elsewhere, today};
