//! Days side by side: what was run and what was meant, week by week. The calendar, and the strip of
//! the week that holds today.

use super::{plan::PlannedSession, round::tenth, week::Sums};
use crate::{analysis::Judgement, view::run::local};
use rulebook::Posting;
use serde::Serialize;
use std::{collections::BTreeMap, iter};
use training::{
    Date, MetresPerSecond, NamedRun, Purpose, RunId, Standing, Week, calendar::add_days,
};
use utoipa::ToSchema;

/// Whole weeks of days.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Calendar {
    /// The name of this shape.
    pub schema: &'static str,
    /// The day it is seen from.
    pub on: Date,
    /// The first day of the history; `null` without runs.
    pub since: Option<Date>,
    /// The weeks, oldest first.
    pub weeks: Vec<CalendarWeek>,
}

/// One week of a calendar.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct CalendarWeek {
    /// Its first day.
    pub start: Date,
    /// What was run in it.
    #[serde(flatten)]
    pub sums: Sums,
    /// How far what was meant goes, about; `null` in a week without a plan.
    pub planned_m: Option<f64>,
    /// Its seven days.
    pub days: Vec<CalendarDay>,
}

/// One day of a calendar.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct CalendarDay {
    /// The day.
    pub date: Date,
    /// What was run.
    pub done: Vec<RunInBrief>,
    /// What was meant; a day of rest in a plan has none.
    pub meant: Vec<PlannedSession>,
}

/// A run in a line.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct RunInBrief {
    /// Its name.
    pub id: RunId,
    /// The wall clock at its start.
    pub local_start: String,
    /// What it was for: as declared, else as inferred.
    pub purpose: Purpose,
    /// Distance.
    pub distance_m: Option<f64>,
    /// Time with the timer running; `null` where it is not known.
    pub moving_s: Option<f64>,
    /// Distance by standing.
    pub by_standing_m: BTreeMap<Standing, f64>,
}

/// The runs before and after one.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Neighbours {
    /// The run before it; `null` for the first.
    pub earlier: Option<RunInBrief>,
    /// The run after it; `null` for the last.
    pub later: Option<RunInBrief>,
}

impl Neighbours {
    /// The neighbours of a run among all; how they stand is not told.
    pub fn of(runs: &[NamedRun], id: &RunId) -> Self {
        let place = runs.iter().position(|run| run.id == *id);
        let at = |place: Option<usize>| Some(RunInBrief::new(runs.get(place?)?, &[]));
        Self {
            earlier: at(place.and_then(|place| place.checked_sub(1))),
            later: at(place.map(|place| place + 1)),
        }
    }
}

impl Calendar {
    /// The weeks that hold the days from `first` to `last`; sessions without a pace at the easy speed
    /// given.
    pub fn new(
        judgement: &Judgement<'_>,
        (first, last): (Date, Date),
        easy: MetresPerSecond,
    ) -> Self {
        let last_week = judgement.week_of(last);
        let weeks = iter::successors(Some(judgement.week_of(first)), |week| Some(week.plus(1)));
        let weeks = weeks.take_while(|week| week.start <= last_week.start);
        Self {
            schema: "everymile.calendar/1",
            on: judgement.lens.on,
            since: judgement.runs().first().map(NamedRun::date),
            weeks: weeks.map(|week| CalendarWeek::new(judgement, week, easy)).collect(),
        }
    }
}

impl CalendarWeek {
    fn new(judgement: &Judgement<'_>, week: Week, easy: MetresPerSecond) -> Self {
        let days = (0..7).map(|day| add_days(week.start, day));
        let days: Vec<_> = days.map(|date| CalendarDay::new(judgement, date, easy)).collect();
        let meant = days.iter().flat_map(|day| &day.meant);
        let distances: Vec<f64> = meant.filter_map(|session| session.distance_m).collect();
        Self {
            start: week.start,
            sums: Sums::of(judgement.postings_between(week.start, week.end())),
            planned_m: (!distances.is_empty()).then(|| tenth(distances.iter().sum())),
            days,
        }
    }
}

impl CalendarDay {
    fn new(judgement: &Judgement<'_>, date: Date, easy: MetresPerSecond) -> Self {
        let (case, own) = (judgement.case(), judgement.postings_between(date, date));
        let done = case.runs_between(date, date).iter().map(|run| RunInBrief::new(run, own));
        let meant = case.planned_between(date, date).iter();
        let meant = meant.filter(|planned| !planned.session.is_rest());
        Self {
            date,
            done: done.collect(),
            meant: meant.map(|planned| PlannedSession::of(planned, easy)).collect(),
        }
    }
}

impl RunInBrief {
    /// A run; its own postings are among those given.
    pub(super) fn new(run: &NamedRun, postings: &[Posting]) -> Self {
        let own = postings.iter().filter(|posting| posting.run == run.id);
        Self {
            id: run.id.clone(),
            local_start: local(run.start),
            purpose: run.purpose(),
            distance_m: run.distance.map(|distance| tenth(distance.0)),
            moving_s: run.time().map(|time| tenth(time.0)),
            by_standing_m: Sums::of(own).by_standing_m,
        }
    }
}
