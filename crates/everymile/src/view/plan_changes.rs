//! Every change of the plans that was proposed, and what was answered.

use logbook::PlanChange;
use planner::bend::differences;
use serde::Serialize;
use training::Date;

/// The name of this shape. It changes when a field changes its name or its meaning.
const SCHEMA: &str = "everymile.plan-changes/1";

/// Changes of the plans.
#[derive(Debug, Clone, Serialize)]
pub struct ChangesOfPlans {
    /// The name of this shape.
    pub schema: &'static str,
    /// The day they are looked at from.
    pub date: Date,
    /// The changes, in the order in which they were proposed.
    pub changes: Vec<ChangeProposed>,
}

/// A change that was proposed.
#[derive(Debug, Clone, Serialize)]
pub struct ChangeProposed {
    /// Its number.
    pub number: i64,
    /// The number of the plan it changes.
    pub plan: i64,
    /// The day it was seen from; `None` where that was not kept.
    pub date: Option<Date>,
    /// What it was proposed for, in words; empty where that was not kept.
    pub event: String,
    /// Why, in sentences.
    pub reasons: Vec<String>,
    /// How many days it changes.
    pub days: usize,
    /// What was answered.
    pub answer: Answered,
    /// The day from which the answer holds; `None` as long as it waits.
    pub since: Option<Date>,
}

/// What was answered to a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Answered {
    /// The runner took it.
    Accepted,
    /// The runner left the plan as it was.
    Declined,
    /// Nothing yet.
    Waits,
}

impl ChangesOfPlans {
    /// What was known of the changes on a day.
    pub fn new(changes: &[PlanChange], date: Date) -> Self {
        let seen = changes.iter().filter(|change| change.day.is_none_or(|day| day <= date));
        let changes = seen.map(|change| ChangeProposed::on(change, date)).collect();
        Self { schema: SCHEMA, date, changes }
    }
}

impl ChangeProposed {
    fn on(change: &PlanChange, date: Date) -> Self {
        let answer = change.answer.filter(|answer| answer.since <= date);
        Self {
            number: change.number,
            plan: change.plan,
            date: change.day,
            event: change.event.clone(),
            reasons: change.reasons.clone(),
            days: differences(&change.before, &change.after).len(),
            answer: match answer.map(|answer| answer.is_accepted) {
                Some(true) => Answered::Accepted,
                Some(false) => Answered::Declined,
                None => Answered::Waits,
            },
            since: answer.map(|answer| answer.since),
        }
    }
}
