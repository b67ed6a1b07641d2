//! Shared arithmetic: what is measured of a case, without judging it.

pub mod aches;
pub mod answers;
pub mod coming_back;
pub mod days;
pub mod easy_effort;
pub mod grey;
pub mod innocence;
pub mod intensity;
pub mod jump;
pub mod level;
pub mod long_races;
pub mod race_pace;
pub mod roles;
pub mod sameness;
pub mod statistics;
pub mod structure;
pub mod volume;
