//! Rulebook and history into what to run, and into what a race would take. Rules only hold back; here
//! is decided what the day would hold, what is left of it, and what would change that. Knows no clock:
//! today is given.

pub mod bend;
mod choice;
pub mod plan;
pub mod predict;
pub mod prescription;
pub mod review;
pub mod today;
mod usual_days;
pub mod what_if;
pub mod year;

pub use bend::{Bend, Change, Event, Possible, Reason, asked_by_the_day, bend};
pub use plan::{NoPlan, Proposal, Wish, check, propose};
pub use predict::{Form, Prediction, predict};
pub use prescription::{
    Action, Because, Condition, Elsewhere, Manner, Missing, Otherwise, Prescribed, Prescription,
    Says, in_words,
};
pub use review::{Review, review};
pub use today::{LEVEL_ASKED_BY, decision, elsewhere, today};
pub use usual_days::{usual_days, usual_long_day};
pub use what_if::{Replay, Summed, Turned, WhatIf, what_if, what_if_ahead};
pub use year::{Build, Lack, Span, Year, YearWeek, year};
