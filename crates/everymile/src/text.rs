//! The views as text for a terminal of 80 columns. Writes to nobody: every page is a string.

mod alike;
mod bar;
mod check_in;
mod checkup;
mod compared;
mod doctrines;
mod entry;
mod finding;
mod fold;
mod imports;
mod ink;
mod judged;
mod ledger;
mod markdown;
mod others;
mod patterns;
mod pillars;
mod plan;
mod plan_bend;
mod plan_changes;
mod plan_check;
mod plan_new;
mod plan_review;
mod predictions;
mod profile;
mod replay;
mod report;
mod rules;
mod sample_plan;
mod sample_week;
pub mod session;
mod shoes;
mod show;
mod signs;
mod table;
mod today;
mod values;
mod wrap;
mod year;

pub use check_in::{day_said, days_said};
pub use checkup::{checkup, kept, size};
pub use compared::compared;
pub use doctrines::{doctrine, doctrines};
pub use entry::entry;
pub use imports::imports;
pub use ink::Ink;
pub use judged::judged;
pub use ledger::ledger;
pub use others::others;
pub use patterns::patterns;
pub use pillars::pillars;
pub use plan::{Shown, plan};
pub use plan_bend::plan_bent;
pub use plan_changes::plan_changes;
pub use plan_check::plan_checked;
pub use plan_new::{Grounds, proposal};
pub use plan_review::plan_reviewed;
pub use predictions::{predictions, predictions_by_model};
pub use profile::profile;
pub use replay::replayed;
pub use report::{Period, report, standings_said};
pub use rulebook::words::capital;
pub use rules::{rule, rules};
pub use sample_plan::sample_plan;
pub use shoes::{shoes, worn};
pub use show::show;
pub use signs::signs;
pub use today::today;
pub use wrap::{cut_front, wrap};
pub use year::year;

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

/// The parts of a page that say something, an empty line between them.
pub fn page(parts: impl IntoIterator<Item = String>) -> String {
    let parts = parts.into_iter().filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join("\n")
}

/// One thing or several: `1 run`, `3 runs`.
pub fn count(number: usize, noun: &str) -> String {
    let ending = if number == 1 { "" } else { "s" };
    format!("{number} {noun}{ending}")
}
