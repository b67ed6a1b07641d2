//! Weeks as they were, or as a plan has them, and as they would be with one thing changed.

use super::round::{tenth, thousandth};
use crate::plan_words;
use planner::{Replay, Summed, Turned, WhatIf};
use rulebook::{Grade, RuleId, Verdict};
use serde::Serialize;
use std::collections::BTreeMap;
use training::{Date, Purpose, Standing};
use utoipa::ToSchema;

/// The name of this shape. It changes when a field changes its name or its meaning.
const SCHEMA: &str = "everymile.what-if/1";

/// What a replay of the past is, and is not.
const OF_THE_LOG: &str = "This is arithmetic on the log, not a forecast: it says what the rules \
    would have said, not how fast or how healthy you would be.";
/// What a replay of a plan is, and is not.
const OF_THE_PLAN: &str = "This is arithmetic on the plan as if it were run as written, not a \
    forecast: it says what the rules would say, not how fast or how healthy you would be.";

/// Weeks replayed.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Replayed {
    /// The name of this shape.
    pub schema: &'static str,
    /// The day it is seen from.
    pub date: Date,
    /// The rulebook it is judged by.
    pub doctrine: String,
    /// What is changed, in words.
    pub what: String,
    /// Whether the weeks are those of the plan to come.
    pub is_plan: bool,
    /// The first day replayed.
    pub first: Date,
    /// The last.
    pub last: Date,
    /// How many weeks.
    pub weeks: usize,
    /// How many runs are changed, left out or added.
    pub changed_runs: usize,
    /// The weeks as they are.
    pub before: WeeksSummed,
    /// The weeks as they would be.
    pub after: WeeksSummed,
    /// The rules that would say something else.
    pub turned: Vec<RuleTurned>,
    /// What this is, and is not.
    pub note: &'static str,
}

/// Some weeks in a few numbers.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct WeeksSummed {
    /// How many runs.
    pub runs: usize,
    /// The mean distance of seven days.
    pub weekly_distance_m: f64,
    /// The mean running time of seven days.
    pub weekly_time_s: f64,
    /// The longest run; `None` where no distance is known.
    pub longest_m: Option<f64>,
    /// Days without running in seven, on average.
    pub rest_days: f64,
    /// The whole distance by purpose; only purposes that occur.
    pub by_purpose_m: BTreeMap<Purpose, f64>,
    /// The whole distance by standing.
    pub by_standing_m: BTreeMap<Standing, f64>,
}

/// A rule that would say something else.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct RuleTurned {
    /// Which.
    pub rule: RuleId,
    /// How strongly it is known.
    pub grade: Option<Grade>,
    /// What it says on the last day.
    pub verdict: Verdict,
    /// What it would say.
    pub verdict_after: Verdict,
    /// In how many of the weeks it is broken.
    pub weeks_broken: usize,
    /// In how many it would be.
    pub weeks_broken_after: usize,
    /// Its conclusion on the last day as it would be.
    pub message: String,
}

impl Replayed {
    /// A replay, seen from a day.
    pub fn new(replay: Replay, date: Date, doctrine: &str, is_plan: bool) -> Self {
        let days = training::calendar::days_between(replay.first, replay.last) + 1;
        Self {
            schema: SCHEMA,
            date,
            doctrine: doctrine.to_owned(),
            what: words(&replay.change),
            is_plan,
            first: replay.first,
            last: replay.last,
            weeks: usize::try_from(days / 7).unwrap_or_default(),
            changed_runs: replay.changed_runs,
            before: WeeksSummed::from(&replay.before),
            after: WeeksSummed::from(&replay.after),
            turned: replay.turned.into_iter().map(RuleTurned::from).collect(),
            note: if is_plan { OF_THE_PLAN } else { OF_THE_LOG },
        }
    }
}

/// What is changed: `without the running that had no job`.
fn words(change: &WhatIf) -> String {
    match change {
        WhatIf::DropJunk => "without the running that had no job".to_owned(),
        WhatIf::SlowEasy => "with unstructured running easy".to_owned(),
        WhatIf::Rest { days } => {
            format!("with {} off in every seven", crate::text::count(*days, "day"))
        }
        WhatIf::AddRun { session, on } => {
            format!("with one run more a week, {session} on {}", plan_words::short(*on))
        }
    }
}

impl From<&Summed> for WeeksSummed {
    fn from(summed: &Summed) -> Self {
        let standings = summed.standings.iter().map(|(of, far)| (*of, tenth(far.0)));
        Self {
            runs: summed.runs,
            weekly_distance_m: tenth(summed.weekly_distance.0),
            weekly_time_s: tenth(summed.weekly_time.0),
            longest_m: summed.longest.map(|far| tenth(far.0)),
            rest_days: thousandth(summed.rest_days),
            by_purpose_m: summed.purposes.iter().map(|(of, far)| (*of, tenth(far.0))).collect(),
            by_standing_m: standings.collect(),
        }
    }
}

impl From<Turned> for RuleTurned {
    fn from(turned: Turned) -> Self {
        Self {
            rule: turned.rule,
            grade: rulebook::rule(turned.rule.0).ok().map(|rule| rule.grade),
            verdict: turned.verdicts.0,
            verdict_after: turned.verdicts.1,
            weeks_broken: turned.weeks_broken.0,
            weeks_broken_after: turned.weeks_broken.1,
            message: turned.message,
        }
    }
}
