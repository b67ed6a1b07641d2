//! Rulebook and history into what to run. Rules only hold back; here is decided what the day would
//! hold, what is left of it, and what would change that. Knows no clock: today is given.

pub mod bend;
mod choice;
pub mod plan;
pub mod prescription;
pub mod today;
pub mod what_if;
pub mod year;

pub use bend::{Bend, Change, Event, Possible, Reason, bend};
pub use plan::{NoPlan, Proposal, Wish, check, propose};
pub use prescription::{Action, Because, Elsewhere, Missing, Prescribed, Prescription};
pub use today::{elsewhere, today};
pub use what_if::{Replay, Summed, Turned, WhatIf, what_if};
pub use year::{Build, Lack, Span, Year, YearWeek, year};
