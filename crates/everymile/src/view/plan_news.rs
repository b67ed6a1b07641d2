//! What is new about a plan: the changes that wait for the runner's word, and those that were taken since
//! yesterday.

use super::plan_bend::{DayChanged, days_changed};
use logbook::{PlanChange, PlanEntry};
use planner::bend::differences;
use serde::Serialize;
use training::{Date, MetresPerSecond, calendar::add_days};
use utoipa::ToSchema;

/// A change that was left unanswered for longer than this is not brought up again.
const WAITS_DAYS: i64 = 7;

/// What is new about a plan.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct PlanNews {
    /// The name of this shape.
    pub schema: &'static str,
    /// The day it is seen from.
    pub date: Date,
    /// The number of the plan; `null` where none is in force.
    pub plan: Option<i64>,
    /// The changes that wait for an answer, the last proposed first.
    pub waiting: Vec<ChangeTold>,
    /// The changes that were taken since yesterday, the last first.
    pub changed: Vec<ChangeTold>,
}

/// A change, day by day.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ChangeTold {
    /// Its number.
    pub number: i64,
    /// What it was proposed for, in words; empty where that was not kept.
    pub event: String,
    /// Why, in sentences.
    pub reasons: Vec<String>,
    /// The days that differ, oldest first.
    pub changes: Vec<DayChanged>,
    /// The day from which it holds; `null` as long as it waits.
    pub since: Option<Date>,
}

impl PlanNews {
    /// What is new on a day; sessions without a pace at the speed given. Changes of earlier plans, and
    /// what the plan has overtaken, no longer wait.
    pub fn new(
        plan: Option<&PlanEntry>,
        changes: &[PlanChange],
        date: Date,
        easy: MetresPerSecond,
    ) -> Self {
        let own = || {
            let of_plan =
                move |change: &&PlanChange| plan.is_some_and(|it| it.number == change.plan);
            changes.iter().rev().filter(of_plan)
        };
        let stands = |change: &PlanChange| plan.is_some_and(|it| it.agreed.plan == change.before);
        let waits = |change: &&PlanChange| {
            let is_recent = |day| add_days(date, -WAITS_DAYS) <= day && day <= date;
            change.answer.is_none() && change.day.is_some_and(is_recent) && stands(change)
        };
        let since = |change: &PlanChange| {
            change.answer.filter(|answer| answer.is_accepted).map(|answer| answer.since)
        };
        let is_new = |change: &&PlanChange| {
            since(change).is_some_and(|since| add_days(date, -1) <= since && since <= date)
        };
        let told = |change: &PlanChange| ChangeTold {
            number: change.number,
            event: change.event.clone(),
            reasons: change.reasons.clone(),
            changes: days_changed(&differences(&change.before, &change.after), easy),
            since: since(change),
        };
        Self {
            schema: "everymile.plan-news/1",
            date,
            plan: plan.map(|plan| plan.number),
            waiting: own().filter(waits).map(told).collect(),
            changed: own().filter(is_new).map(told).collect(),
        }
    }
}
