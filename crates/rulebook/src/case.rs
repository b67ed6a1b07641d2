//! What is judged: the runner, the runs, the check-ins, up to a day. Built by the caller, never
//! read from anywhere.

use crate::words::Units;
use training::{
    Ability, CheckIn, CrossTraining, Date, NamedRun, Planned, Profile, Week, Weekday,
    calendar::{add_days, between, midnight},
};

/// The facts a verdict rests on.
#[derive(Debug, Clone, Copy)]
pub struct Case<'a> {
    /// What the runner said of themselves.
    pub profile: &'a Profile,
    /// What the runner can do on the day judged.
    pub ability: &'a Ability,
    /// The runs, oldest first. Runs after the day judged are ignored.
    pub runs: &'a [NamedRun],
    /// Activities that are not runs, oldest first.
    pub cross_training: &'a [CrossTraining],
    /// What the runner said of body and mind, oldest first.
    pub check_ins: &'a [CheckIn],
    /// The sessions meant for days past and to come, oldest first; empty without a plan.
    pub planned: &'a [Planned],
    /// The day on which the runner's weeks begin.
    pub first_day: Weekday,
    /// The day judged: today, or any day of the past.
    pub on: Date,
    /// The units the runner reads.
    pub units: Units,
}

impl<'a> Case<'a> {
    /// The same case as it stood on an earlier day.
    #[must_use]
    pub fn as_of(&self, day: Date) -> Self {
        Self { on: day.min(self.on), ..*self }
    }

    /// The runs from one day to another, both included, none after the day judged. Oldest first.
    pub fn runs_between(&self, first: Date, last: Date) -> &'a [NamedRun] {
        let after = add_days(last.min(self.on), 1);
        let before = |day: Date| {
            let midnight = midnight(day);
            self.runs.partition_point(|run| run.start.wall_seconds() < midnight)
        };
        self.runs.get(before(first)..before(after)).unwrap_or_default()
    }

    /// The runs of the last `days` days, the day judged included. Oldest first.
    pub fn recent_runs(&self, days: i64) -> &'a [NamedRun] {
        self.runs_between(add_days(self.on, 1 - days), self.on)
    }

    /// The runs of a week, none after the day judged. Oldest first.
    pub fn runs_in(&self, week: Week) -> &'a [NamedRun] {
        self.runs_between(week.start, week.end())
    }

    /// The check-ins of the last `days` days, the day judged included. Oldest first.
    pub fn recent_check_ins(&self, days: i64) -> &'a [CheckIn] {
        let first = add_days(self.on, 1 - days);
        between(self.check_ins, first, self.on, |check_in| check_in.date)
    }

    /// What the runner said today, as far as they did.
    pub fn check_in_today(&self) -> Option<&'a CheckIn> {
        self.recent_check_ins(1).last()
    }

    /// The sessions meant for the days from one to another, both included. Oldest first.
    pub fn planned_between(&self, first: Date, last: Date) -> &'a [Planned] {
        between(self.planned, first, last, |session| session.date)
    }

    /// Whether the day judged has its running behind it.
    pub fn has_run_today(&self) -> bool {
        !self.runs_between(self.on, self.on).is_empty()
    }

    /// The first day of which the running is still to come: the day judged, or the next.
    pub fn first_open_day(&self) -> Date {
        if self.has_run_today() { add_days(self.on, 1) } else { self.on }
    }

    /// The day of the first run; `None` without runs.
    pub fn first_run_day(&self) -> Option<Date> {
        self.runs.first().map(NamedRun::date).filter(|day| *day <= self.on)
    }
}
