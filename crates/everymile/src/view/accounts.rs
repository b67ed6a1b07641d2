//! The whole ledger, week by week, with what to change first: what the ledger's page shows.

use super::week::Sums;
use crate::{analysis::Judgement, answer::LedgerLine};
use rulebook::Suggestion;
use serde::Serialize;
use training::Date;
use utoipa::ToSchema;

/// How many weeks the suggestions look back, as a report does.
const WEEKS: i64 = 12;

/// The whole ledger, week by week.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Accounts {
    /// The name of this shape.
    pub schema: &'static str,
    /// The day it is seen from.
    pub on: Date,
    /// The rulebook it is judged by.
    pub doctrine: String,
    /// The weeks that hold runs, oldest first.
    pub weeks: Vec<LedgerLine>,
    /// All of them together.
    pub totals: Sums,
    /// What to change first, from the last twelve weeks.
    pub suggestions: Vec<Suggestion>,
}

impl Accounts {
    /// The ledger of a judgement of everything.
    pub fn new(judgement: &Judgement<'_>) -> Self {
        let week_of = |day| judgement.week_of(day).start;
        let postings = &judgement.ledger.postings;
        let weeks = postings.chunk_by(|one, next| week_of(one.date) == week_of(next.date));
        let weeks = weeks.map(|own| (week_of(own[0].date).to_string(), Sums::of(own)));
        let weeks: Vec<(String, Sums)> = weeks.collect();
        let since = judgement.week_of(judgement.lens.on).plus(1 - WEEKS).start;
        Self {
            schema: "everymile.accounts/1",
            on: judgement.lens.on,
            doctrine: judgement.lens.doctrine.name.clone(),
            totals: Sums::merged(weeks.iter().map(|(_, sums)| sums)),
            weeks: weeks.iter().map(LedgerLine::from).collect(),
            suggestions: judgement.suggestions(since),
        }
    }
}
