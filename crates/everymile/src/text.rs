//! The views as text for a terminal of 80 columns. Writes to nobody: every page is a string.

mod alike;
mod bar;
mod check_in;
mod fold;
mod ink;
mod ledger;
mod profile;
mod report;
mod show;
mod table;
mod wrap;

pub use check_in::{day_said, days_said};
pub use ink::Ink;
pub use ledger::ledger;
pub use profile::profile;
pub use report::{Period, report};
pub use show::show;
pub use wrap::{cut_front, wrap};

use crate::units::Units;
use training::Date;

/// How a page is written.
#[derive(Debug, Clone, Copy)]
pub struct Pen {
    /// The units the runner reads.
    pub units: Units,
    /// Whether to colour.
    pub ink: Ink,
}

/// A day as a person writes it: `Thu 5 Mar 2026`.
pub fn day(date: Date) -> String {
    date.strftime("%a %-d %b %Y").to_string()
}

/// One thing or several: `1 run`, `3 runs`.
pub fn count(number: usize, noun: &str) -> String {
    let ending = if number == 1 { "" } else { "s" };
    format!("{number} {noun}{ending}")
}
