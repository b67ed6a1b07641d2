//! What is in a logbook, told before it is replaced or brought back.

use super::Holds;
use crate::analysis::History;
use logbook::{Logbook, LogbookError};
use serde::Serialize;
use training::{Date, NamedRun};
use utoipa::ToSchema;

/// What is in a logbook.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Inside {
    /// How many runs count.
    pub runs: usize,
    /// The day of the first of them.
    pub first: Option<Date>,
    /// The day of the last of them.
    pub last: Option<Date>,
    /// How many originals are kept.
    pub originals: usize,
    /// How many days something was said of.
    pub days: usize,
    /// How many corrections count.
    pub corrections: usize,
    /// How many plans were accepted.
    pub plans: usize,
}

impl Inside {
    /// What is in a logbook whose runs were read.
    pub fn of(book: &Logbook, history: &History) -> Result<Self, LogbookError> {
        let Holds { originals, days, corrections, plans, .. } = Holds::of(book)?;
        let runs = history.runs_until(Date::MAX);
        let (first, last) = (runs.first().map(NamedRun::date), runs.last().map(NamedRun::date));
        Ok(Self { runs: runs.len(), first, last, originals, days, corrections, plans })
    }
}
