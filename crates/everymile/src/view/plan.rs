//! A plan, week by week, session by session.

use super::round::tenth;
use crate::{
    plan_words,
    text::session::{beside_job, beside_title, job, title},
    units::Units,
};
use logbook::{AgreedPlan, PlanEntry};
use serde::Serialize;
use training::{
    Beside, Date, Goal, Metres, MetresPerSecond, Phase, Planned, Purpose, Seconds, Session,
    calendar::add_days,
};
use utoipa::ToSchema;

/// The name of this shape. It changes when a field changes its name or its meaning.
const SCHEMA: &str = "everymile.plan/1";

/// A plan.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Plan {
    /// The name of this shape.
    pub schema: &'static str,
    /// The day it is looked at from.
    pub date: Date,
    /// Its number in the logbook; `None` for one that is not kept.
    pub number: Option<i64>,
    /// How many changes it holds that were accepted.
    pub changes: u32,
    /// The day from which it is the runner's; `None` for one that is not kept.
    pub since: Option<Date>,
    /// The day from which it no longer holds; `None` where the runner did not take it back.
    pub withdrawn: Option<Date>,
    /// The distance of the race it leads to; `None` without a race.
    pub race_m: Option<f64>,
    /// The day of the race.
    pub race_on: Option<Date>,
    /// The time aimed at in it.
    pub time_s: Option<f64>,
    /// The rulebook it was made by.
    pub doctrine: String,
    /// Its first day.
    pub begins: Date,
    /// Its last day.
    pub ends: Date,
    /// The weeks, oldest first.
    pub weeks: Vec<PlanWeek>,
    /// What it is for.
    #[serde(skip)]
    pub goal: Goal,
}

/// One week of a plan.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct PlanWeek {
    /// Its number, from one.
    pub week: usize,
    /// Its first day.
    pub start: Date,
    /// What it is for.
    pub phase: Option<Phase>,
    /// Whether it is meant to be lighter.
    pub lighter: bool,
    /// How far it goes; what is asked by time, at the usual easy pace.
    pub distance_m: f64,
    /// How far its longest run goes, a race left out.
    pub longest_m: f64,
    /// Its sessions; days of rest hold none.
    pub sessions: Vec<PlannedSession>,
    /// What is trained beside running.
    pub besides: Vec<PlannedBeside>,
}

/// Training beside running, meant for a day.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct PlannedBeside {
    /// The day.
    pub date: Date,
    /// What it is, in the notation of plans.
    pub notation: String,
    /// How long it takes.
    pub duration_s: f64,
    /// What it is for, in a sentence.
    pub job: &'static str,
    /// The training itself.
    #[serde(skip)]
    pub beside: Beside,
}

/// A session meant for a day.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct PlannedSession {
    /// The day.
    pub date: Date,
    /// What it is for, in a word.
    pub purpose: Purpose,
    /// The session in the training notation.
    pub notation: String,
    /// How far it goes, about.
    pub distance_m: Option<f64>,
    /// How long it takes, about.
    pub duration_s: Option<f64>,
    /// What it is for, in a sentence.
    pub job: &'static str,
    /// The session itself.
    #[serde(skip)]
    pub session: Session,
    /// The speed of what has no pace.
    #[serde(skip)]
    pub easy: MetresPerSecond,
}

impl Plan {
    /// A plan that was accepted, looked at from a day; sessions without a pace at the speed given.
    pub fn of(entry: &PlanEntry, date: Date, easy: MetresPerSecond) -> Self {
        Self {
            number: Some(entry.number),
            changes: entry.changes,
            since: Some(entry.agreed.since),
            withdrawn: entry.withdrawn,
            ..Self::proposed(&entry.agreed, date, easy)
        }
    }

    /// A plan that is not kept yet.
    pub fn proposed(agreed: &AgreedPlan, date: Date, easy: MetresPerSecond) -> Self {
        let AgreedPlan { plan, doctrine, .. } = agreed;
        let (goal, time) = aim(agreed);
        let (race_m, race_on) = match &goal {
            Goal::Race { distance, on } => (Some(tenth(distance.0)), *on),
            Goal::Fitness | Goal::Wellbeing => (None, None),
        };
        Self {
            schema: SCHEMA,
            date,
            number: None,
            changes: 0,
            since: None,
            withdrawn: None,
            race_m,
            race_on,
            time_s: time.map(|time| tenth(time.0)),
            doctrine: doctrine.clone(),
            begins: plan.begins,
            ends: add_days(plan.ends(), -1),
            weeks: weeks(plan, easy),
            goal,
        }
    }

    /// The week that holds the day it is looked at from; `None` before and after the plan.
    pub fn this_week(&self) -> Option<usize> {
        let held = self.weeks.iter().rfind(|week| week.start <= self.date);
        held.filter(|_| self.date <= self.ends).map(|week| week.week)
    }
}

/// What a plan leads to and in which time, as it stands: a change may have moved its race or made it
/// another one.
fn aim(agreed: &AgreedPlan) -> (Goal, Option<Seconds>) {
    let wished = plan_words::wish(agreed).time;
    let Goal::Race { distance, .. } = agreed.goal else { return (agreed.goal.clone(), wished) };
    let planned = agreed.plan.planned();
    let Some(last) = planned.iter().rfind(|it| it.session.main_purpose() == Purpose::Race) else {
        return (agreed.goal.clone(), wished);
    };
    let race = last.session.distance(None).unwrap_or(distance);
    let time = if (race.0 - distance.0).abs() < 1.0 { wished } else { last.session.time(None) };
    (Goal::Race { distance: race, on: Some(last.date) }, time)
}

fn weeks(plan: &training::Plan, easy: MetresPerSecond) -> Vec<PlanWeek> {
    let planned = plan.planned();
    let besides = plan.besides().into_iter().map(PlannedBeside::of);
    let weeks = plan.weeks.iter().enumerate().map(|(index, week)| {
        let days = plan.week(index);
        let own = planned.iter().filter(|it| days.holds(it.date) && !it.session.is_rest());
        let sessions: Vec<PlannedSession> =
            own.map(|planned| PlannedSession::of(planned, easy)).collect();
        let distances = || sessions.iter().filter_map(|session| session.distance_m);
        let training = sessions.iter().filter(|session| session.purpose != Purpose::Race);
        let longest = training.filter_map(|session| session.distance_m).fold(0.0, f64::max);
        PlanWeek {
            week: index + 1,
            start: days.start,
            phase: week.phase,
            lighter: week.is_lighter,
            distance_m: tenth(distances().sum()),
            longest_m: longest,
            sessions,
            besides: besides.clone().filter(|it| days.holds(it.date)).collect(),
        }
    });
    weeks.collect()
}

impl PlannedBeside {
    fn of((date, beside): (Date, Beside)) -> Self {
        Self {
            date,
            notation: beside.to_string(),
            duration_s: tenth(beside.time.0),
            job: beside_job(beside.sport),
            beside,
        }
    }

    /// A few words for it: `Strength, 30 min`.
    pub fn title(&self) -> String {
        beside_title(&self.beside)
    }
}

impl PlannedSession {
    /// A session; parts without a pace at the speed given.
    pub fn of(planned: &Planned, easy: MetresPerSecond) -> Self {
        let Planned { date, session } = planned;
        Self {
            date: *date,
            purpose: session.main_purpose(),
            notation: session.to_string(),
            distance_m: session.distance(Some(easy)).map(|Metres(metres)| tenth(metres)),
            duration_s: session.time(Some(easy)).map(|time| tenth(time.0)),
            job: job(session.main_purpose()),
            session: session.clone(),
            easy,
        }
    }

    /// A few words for it: `Easy run, 8 km`.
    pub fn title(&self, units: Units) -> String {
        title(&self.session, Some(self.easy), units)
    }
}
