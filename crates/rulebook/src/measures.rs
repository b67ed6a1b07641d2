//! Shared arithmetic: what is measured of a case, without judging it.

pub mod answers;
pub mod days;
pub mod distribution;
pub mod doubles;
pub mod easy_drift;
pub mod easy_effort;
pub mod grey;
pub mod hard_days;
pub mod innocence;
pub mod intensity;
pub mod jump;
pub mod level;
pub mod race_pace;
pub mod recovery_band;
pub mod roles;
pub mod sameness;
pub mod split;
pub mod statistics;
pub mod structure;
pub mod usual_pace;
pub mod volume;
