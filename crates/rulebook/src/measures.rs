//! Shared arithmetic: what is measured of a case, without judging it.

pub mod answers;
pub mod best_volume;
pub mod cadence;
pub mod days;
pub mod easy_effort;
pub mod form;
pub mod freshness;
pub mod grey;
pub mod innocence;
pub mod intensity;
pub mod jump;
pub mod level;
pub mod lighter;
pub mod plan;
pub mod race_pace;
pub mod roles;
pub mod sameness;
pub mod six_things;
pub mod specificity;
pub mod statistics;
pub mod structure;
pub mod variety;
pub mod volume;
pub mod weeks;
