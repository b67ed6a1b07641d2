//! A plan that is proposed: the plan itself, where it starts from, and the rules that it would break.

use super::{
    plan::Plan,
    plan_check::BrokenRule,
    round::{tenth, thousandth},
};
use crate::plan_words;
use planner::plan::{Baseline, Shortfall, Taper};
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
    /// How far the training falls before the race; `null` without one.
    pub taper: Option<PlanTaper>,
    /// What the days to run on do not hold of a usual week; `null` where they hold about all of it.
    pub shortfall: Option<PlanShortfall>,
    /// The firm rules that it would break if it were run as written, week by week.
    pub broken: Vec<BrokenRule>,
}

/// How far the training falls before a race.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct PlanTaper {
    /// Its weeks, that of the race among them.
    pub weeks: usize,
    /// The number of its last week; where the race lies early in its week, of the week before it.
    pub last_week: usize,
    /// How far that week goes, the race left out.
    pub last_week_m: f64,
    /// How far the largest week goes.
    pub largest_week_m: f64,
    /// By how much the one falls below the other, as a share.
    pub fall: f64,
    /// Whether that is 41 to 60 %.
    pub kept: bool,
    /// On how many days the last week holds a run, the race left out.
    pub run_days: usize,
}

impl From<Taper> for PlanTaper {
    fn from(taper: Taper) -> Self {
        Self {
            weeks: taper.weeks,
            last_week: taper.last,
            last_week_m: tenth(taper.distance.0),
            largest_week_m: tenth(taper.largest.0),
            fall: thousandth(taper.fall()),
            kept: taper.is_kept(),
            run_days: taper.run_days,
        }
    }
}

/// What the days to run on do not hold of a usual week.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct PlanShortfall {
    /// How far a usual week goes.
    pub usual_week_m: f64,
    /// How far the largest week of the plan goes.
    pub largest_week_m: f64,
}

impl From<Shortfall> for PlanShortfall {
    fn from(shortfall: Shortfall) -> Self {
        Self { usual_week_m: tenth(shortfall.usual.0), largest_week_m: tenth(shortfall.largest.0) }
    }
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
