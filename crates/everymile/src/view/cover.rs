//! The cover of a logbook: whose it is, how much is in it, how it is looked at.

use crate::{analysis::Judgement, units};
use serde::Serialize;
use training::{Date, NamedRun};
use utoipa::ToSchema;

/// The cover of a logbook.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Cover {
    /// The name of this shape.
    pub schema: &'static str,
    /// The version of everymile.
    pub version: &'static str,
    /// The runner's name, as they gave it.
    pub name: Option<String>,
    /// The day it is seen from.
    pub on: Date,
    /// The rulebook it is judged by.
    pub doctrine: String,
    /// `km` or `mi`.
    pub units: &'static str,
    /// The day on which the runner's weeks begin: `monday` to `sunday`.
    pub week_start: String,
    /// How many runs count.
    pub runs: usize,
    /// The day of the first run.
    pub first: Option<Date>,
    /// The day of the last run.
    pub last: Option<Date>,
    /// The last day that a plan holds; `null` without one.
    pub planned_until: Option<Date>,
    /// Files that could not be read.
    pub failed: usize,
}

impl Cover {
    /// The cover of a history as it is looked at.
    pub fn new(judgement: &Judgement<'_>) -> Self {
        let (lens, runs) = (judgement.lens, judgement.runs());
        Self {
            schema: "everymile.cover/1",
            version: env!("CARGO_PKG_VERSION"),
            name: judgement.history.profile().name.clone(),
            on: lens.on,
            doctrine: lens.doctrine.name.clone(),
            units: units::word(lens.units),
            week_start: format!("{:?}", lens.first_day).to_lowercase(),
            runs: runs.len(),
            first: runs.first().map(NamedRun::date),
            last: runs.last().map(NamedRun::date),
            planned_until: judgement.history.planned.last().map(|planned| planned.date),
            failed: judgement.history.files.failed.len(),
        }
    }
}
