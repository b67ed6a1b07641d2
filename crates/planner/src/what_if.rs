//! What if: weeks that were, or those of a plan, replayed with one thing changed, and judged again by the same rules. What
//! comes out is arithmetic on the log, not a forecast of how fast or how healthy anybody had been.

mod changes;
mod summed;

pub use summed::{Summed, Turned};

use crate::plan::imagined::{HISTORY_DAYS, imagined};
use changes::changed;
use rulebook::{Case, Doctrine, RuleId, measures::volume::history_days};
use summed::{Judged, turned};
use training::{
    Date, NamedRun, Plan, Session, Weekday,
    calendar::{add_days, days_between},
};

/// What is changed in the weeks that were.
#[derive(Debug, Clone, PartialEq)]
pub enum WhatIf {
    /// Running without a job is left out.
    DropJunk,
    /// Unstructured running above the first threshold is run below it, for as long as it took.
    SlowEasy,
    /// Every seven days hold at least so many without running; the runs that matter least go.
    Rest {
        /// Days without running in seven.
        days: usize,
    },
    /// Every week holds one run more, on a day without one.
    AddRun {
        /// What is run, as it is written.
        session: Session,
        /// On which day.
        on: Weekday,
    },
}

impl WhatIf {
    /// What following a rule would change in weeks that broke it, where a replay can tell.
    pub fn following(rule: RuleId) -> Option<Self> {
        match rule.0 {
            "keep-easy-runs-easy"
            | "keep-most-runs-easy"
            | "hold-easy-days-back"
            | "recover-slowly"
            | "slow-recovery-runs-down"
            | "keep-recovery-heart-low"
            | "talk-on-easy-runs"
            | "limit-hard-runs" => Some(Self::SlowEasy),
            "take-rest-days" | "break-up-straight-days" => Some(Self::Rest { days: REST_DAYS }),
            "give-every-run-a-job" | "question-empty-volume" | "earn-recovery-runs" => {
                Some(Self::DropJunk)
            }
            _ => None,
        }
    }
}

/// Past weeks as they were, and as they would have been.
#[derive(Debug, Clone, PartialEq)]
pub struct Replay {
    /// What was changed.
    pub change: WhatIf,
    /// The first day replayed.
    pub first: Date,
    /// The last.
    pub last: Date,
    /// How many runs were changed, left out or added.
    pub changed_runs: usize,
    /// The weeks as they were.
    pub before: Summed,
    /// The weeks as they would have been.
    pub after: Summed,
    /// The rules that would have said something else, in the rulebook's order.
    pub turned: Vec<Turned>,
}

/// Days without running in seven that a replay of more rest has: one or two are asked (article "seven
/// signs"), and two leave no doubt.
const REST_DAYS: usize = 2;

/// The last weeks up to the day judged, replayed, as far as the log goes back.
pub fn what_if(case: &Case<'_>, doctrine: &Doctrine, change: &WhatIf, weeks: usize) -> Replay {
    let held = history_days(case).and_then(|days| usize::try_from((days + 6) / 7).ok());
    replayed(case, doctrine, change, weeks.min(held.unwrap_or(1)))
}

fn replayed(case: &Case<'_>, doctrine: &Doctrine, change: &WhatIf, weeks: usize) -> Replay {
    let first = add_days(case.on, 1 - 7 * weeks.max(1) as i64);
    let history = case.runs_between(add_days(first, -HISTORY_DAYS), add_days(first, -1));
    let was = case.runs_between(first, case.on);
    let is = changed(case, doctrine, change, first);
    let changed_runs = differing(was, &is);
    let judged = |runs: &[NamedRun]| {
        let runs: Vec<NamedRun> = history.iter().chain(runs).cloned().collect();
        Judged::of(&Case { runs: &runs, ..*case }, doctrine, first)
    };
    let (before, after) = (judged(was), judged(&is));
    Replay {
        change: change.clone(),
        first,
        last: case.on,
        changed_runs,
        turned: turned(&before, &after),
        before: before.summed,
        after: after.summed,
    }
}

/// The coming weeks of a plan replayed as if they had been run as written, from the day judged or,
/// where its running is done, from the next; not beyond the plan's end. `None` where no whole week
/// of it is to come. How the runner will feel is not known.
pub fn what_if_ahead(
    plan: &Plan,
    case: &Case<'_>,
    doctrine: &Doctrine,
    change: &WhatIf,
    weeks: usize,
) -> Option<Replay> {
    let first = case.first_open_day().max(plan.begins);
    let left = usize::try_from(days_between(first, plan.ends()) / 7).unwrap_or_default();
    let weeks = weeks.min(left);
    if weeks == 0 {
        return None;
    }
    let last = add_days(first, 7 * weeks as i64 - 1);
    let mut planned = plan.planned();
    planned.retain(|it| first <= it.date && it.date <= last && !it.session.is_rest());
    let runs: Vec<NamedRun> = case
        .runs_between(add_days(first, -HISTORY_DAYS), case.on)
        .iter()
        .cloned()
        .chain(imagined(&planned, case))
        .collect();
    let ahead = Case { runs: &runs, planned: &planned, check_ins: &[], on: last, ..*case };
    Some(replayed(&ahead, doctrine, change, weeks))
}

/// How many runs are in one list and not, or not so, in the other.
fn differing(was: &[NamedRun], is: &[NamedRun]) -> usize {
    let kept = is.iter().filter(|run| was.iter().any(|other| other.id == run.id)).count();
    let same = is.iter().filter(|run| was.contains(run)).count();
    let gone = was.len() - kept;
    gone + is.len() - same
}
