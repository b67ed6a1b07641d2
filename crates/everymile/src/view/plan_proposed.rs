//! A plan that is proposed: the plan itself, where it starts from, and the rules that it would break.

use super::{
    plan::Plan,
    plan_check::BrokenRule,
    round::{tenth, thousandth},
};
use crate::plan_words;
use planner::plan::Baseline;
use serde::Serialize;
use training::Weekday;
use utoipa::ToSchema;

/// A plan that is proposed.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct PlanProposed {
    /// The plan, run by nobody yet.
    #[serde(flatten)]
    pub plan: Plan,
    /// Where it starts from.
    pub starts_from: StartsFrom,
    /// The firm rules that it would break if it were run as written, week by week.
    pub broken: Vec<BrokenRule>,
}

/// What a plan starts from: the runner's last weeks.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct StartsFrom {
    /// The middle one of the last four full weeks; `null` with fewer than three.
    pub usual_week_m: Option<f64>,
    /// The largest of them.
    pub fullest_week_m: f64,
    /// The longest run of the last thirty days.
    pub longest_m: f64,
    /// Days with a run in a usual week.
    pub run_days: f64,
    /// The speed of sessions without a pace.
    pub easy_speed_mps: f64,
    /// The days to run on: `tue`, `sat`.
    pub days: Vec<String>,
}

impl StartsFrom {
    /// A baseline, and the days there are.
    pub fn new(baseline: &Baseline, days: &[Weekday]) -> Self {
        Self {
            usual_week_m: baseline.week.map(|week| tenth(week.0)),
            fullest_week_m: tenth(baseline.peak.0),
            longest_m: tenth(baseline.longest.0),
            run_days: tenth(baseline.days),
            easy_speed_mps: thousandth(baseline.easy_speed.0),
            days: days.iter().map(|day| plan_words::short(*day)).collect(),
        }
    }
}
