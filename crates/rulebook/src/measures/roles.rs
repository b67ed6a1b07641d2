//! The part a run plays in its week: speed, the long run, recovery, or nothing stated.

use super::{
    plan::is_planned,
    structure::{is_hard, is_hard_or_long, is_structured},
};
use crate::case::Case;
use training::{
    Motive, NamedRun, Part, Purpose, Session, Week,
    calendar::{add_days, days_between},
};

/// Which of the three corner stones a week holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Corners {
    /// A session or race above the first threshold.
    pub speed: bool,
    /// A long run.
    pub long: bool,
    /// A recovery run.
    pub recovery: bool,
}

impl Corners {
    /// Whether all three are there.
    pub const fn are_complete(self) -> bool {
        self.speed && self.long && self.recovery
    }
}

/// The corner stones of a week.
pub fn corners(case: &Case<'_>, week: Week) -> Corners {
    let runs = case.runs_in(week);
    Corners {
        speed: runs.iter().any(is_hard),
        long: runs.iter().any(|run| run.purpose() == Purpose::Long),
        recovery: !recovery_runs(case, week).is_empty(),
    }
}

/// The runs a week recovers with: those named so, or else the easy ones on the day after a hard or
/// long run, which do the same.
pub fn recovery_runs<'a>(case: &Case<'a>, week: Week) -> Vec<&'a NamedRun> {
    let runs = case.runs_in(week).iter();
    let (named, others): (Vec<_>, Vec<_>) =
        runs.partition(|run| run.purpose() == Purpose::Recovery);
    if !named.is_empty() {
        return named;
    }
    let recovers =
        |run: &&NamedRun| run.purpose() == Purpose::Easy && hard_run_before(case, run).is_some();
    others.into_iter().filter(recovers).collect()
}

/// Whether nobody stated what a run was for and nothing in it tells: plain running that was neither
/// planned nor run for joy.
pub fn is_unassigned(case: &Case<'_>, run: &NamedRun) -> bool {
    is_plain(case, run) && !has_a_reason(case, run)
}

/// Whether a run is easy or steady running of which no purpose was declared, and no warm-up or
/// cool-down of a session on the same day.
pub fn is_plain(case: &Case<'_>, run: &NamedRun) -> bool {
    let is_plain = matches!(run.inferred, Purpose::Easy | Purpose::Steady | Purpose::Tempo);
    let serves_a_session = case
        .runs_between(run.date(), run.date())
        .iter()
        .any(|other| other.id != run.id && is_hard(other));
    run.declared.is_none() && is_plain && !is_structured(run) && !serves_a_session
}

/// Whether the plan asked for a run, or the runner said that it had a job or was for joy.
fn has_a_reason(case: &Case<'_>, run: &NamedRun) -> bool {
    let motive = case.as_of(run.date()).check_in_today().and_then(|said| said.motive);
    matches!(motive, Some(Motive::Plan | Motive::Joy)) || is_planned(case, run) == Some(true)
}

/// Whether a run is the only one of its day: it fills the day rather than doubles it.
pub fn is_alone_on_its_day(case: &Case<'_>, run: &NamedRun) -> bool {
    case.runs_between(run.date(), run.date()).iter().all(|other| other.id == run.id)
}

/// The unassigned runs of a week.
pub fn unassigned<'a>(case: &Case<'a>, week: Week) -> Vec<&'a NamedRun> {
    case.runs_in(week).iter().filter(|run| is_unassigned(case, run)).collect()
}

/// The hard or long run on the day before a run, or earlier on its day; `None` when there was none.
pub fn hard_run_before<'a>(case: &Case<'a>, run: &NamedRun) -> Option<&'a NamedRun> {
    let end = case.runs.partition_point(|other| other.start.utc < run.start.utc);
    case.runs[..end]
        .iter()
        .rev()
        .take_while(|other| days_between(other.date(), run.date()) <= 1)
        .find(|other| is_hard_or_long(other))
}

/// Whether a run was for recovery: stated so, planned so for its day, or found to be so.
pub fn is_recovery_run(case: &Case<'_>, run: &NamedRun) -> bool {
    is_meant_as_recovery(case, run) || (run.declared.is_none() && run.inferred == Purpose::Recovery)
}

/// Whether somebody meant a run to be recovery: stated so, or planned so as the one run of its day.
pub fn is_meant_as_recovery(case: &Case<'_>, run: &NamedRun) -> bool {
    if let Some(declared) = run.declared {
        return declared.purpose == Purpose::Recovery;
    }
    let planned = case.planned_between(run.date(), run.date());
    planned.iter().any(|planned| is_for_recovery(&planned.session))
        && is_alone_on_its_day(case, run)
        && !is_hard(run)
}

/// Whether a session is for recovery: nothing in it is hard, and a part of it is named recovery.
fn is_for_recovery(session: &Session) -> bool {
    let purposes = || session.parts.iter().map(Part::purpose);
    purposes().any(|purpose| purpose == Purpose::Recovery) && !purposes().any(Purpose::is_hard)
}

/// The hard or long run of the day before the day judged, the latest of them; `None` when there was
/// none.
pub fn hard_run_yesterday<'a>(case: &Case<'a>) -> Option<&'a NamedRun> {
    let yesterday = add_days(case.on, -1);
    case.runs_between(yesterday, yesterday).iter().rev().find(|run| is_hard_or_long(run))
}

/// Hours from each hard run of the last `days` days to the next one.
pub fn hours_between_hard_runs(case: &Case<'_>, days: i64) -> Vec<f64> {
    let hard: Vec<_> = case.recent_runs(days).iter().filter(|run| is_hard(run)).collect();
    hard.windows(2)
        .map(|pair| (pair[1].start.utc.as_second() - pair[0].start.utc.as_second()) as f64 / 3600.0)
        .collect()
}
