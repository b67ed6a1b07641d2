//! The rules that a plan breaks.

use super::finding::Finding;
use planner::plan::Broken;
use serde::Serialize;
use training::{Date, Plan};
use utoipa::ToSchema;

/// The name of this shape. It changes when a field changes its name or its meaning.
const SCHEMA: &str = "everymile.plan-check/1";

/// What the rules say of a plan.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct PlanChecked {
    /// The name of this shape.
    pub schema: &'static str,
    /// Where it was read from.
    pub file: String,
    /// Its first day.
    pub begins: Date,
    /// How many weeks it has.
    pub weeks: usize,
    /// The rulebook it is judged by.
    pub doctrine: String,
    /// The rules it breaks, week by week.
    pub broken: Vec<BrokenRule>,
}

/// A rule that a plan breaks.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct BrokenRule {
    /// In which week, from one.
    pub week: usize,
    /// The first day of that week.
    pub start: Date,
    /// The day of the session that breaks it; `None` where it speaks about days or the week.
    pub date: Option<Date>,
    /// What the rule says.
    pub finding: Finding,
}

impl PlanChecked {
    /// What the rules found in a plan that was read from a file.
    pub fn new(file: String, plan: &Plan, doctrine: String, broken: Vec<Broken>) -> Self {
        Self {
            schema: SCHEMA,
            file,
            begins: plan.begins,
            weeks: plan.weeks.len(),
            doctrine,
            broken: broken_rules(plan, broken),
        }
    }
}

/// The rules that a plan breaks; of runs that nobody ran only their day is told.
pub fn broken_rules(plan: &Plan, broken: Vec<Broken>) -> Vec<BrokenRule> {
    let rules = broken.into_iter().map(|broken| BrokenRule {
        week: broken.week,
        start: plan.week(broken.week - 1).start,
        date: broken.day(),
        finding: Finding { run: None, ..Finding::from(broken.finding) },
    });
    rules.collect()
}
