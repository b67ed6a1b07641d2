//! Which run was for which session of a week: those of a day belong to its sessions; what is left over
//! may have taken the place of a session of another day.

use super::{
    Deed, Outcome,
    beyond::{beyond, size},
};
use rulebook::{Case, measures::plan::is_spared};
use training::{MetresPerSecond, NamedRun, Planned, Session, Week, calendar::days_between};

/// A run on another day takes the place of a session when it is at least this share of it
/// (convention of this project).
const IN_PLACE: f64 = 0.5;

/// What became of the sessions of a week, and the runs that nobody planned, by day.
pub fn deeds<'a>(
    case: &Case<'a>,
    planned: Vec<Planned>,
    week: Week,
    easy: MetresPerSecond,
) -> Vec<Deed<'a>> {
    let mut left: Vec<&NamedRun> = case.runs_in(week).iter().collect();
    let mut deeds = on_their_days(planned, &mut left);
    for deed in deeds.iter_mut().filter(|deed| deed.runs.is_empty()) {
        let Some(planned) = &deed.planned else { continue };
        if planned.date >= case.on {
            continue;
        }
        if let Some(run) = nearest(planned, &left, easy) {
            left.retain(|other| other.id != run.id);
            (deed.runs, deed.outcome) = (vec![run], Outcome::Moved);
        } else {
            let is_spared = is_spared(case, planned.date);
            deed.outcome = if is_spared { Outcome::Spared } else { Outcome::Missed };
        }
    }
    for deed in &mut deeds {
        let Some(planned) = &deed.planned else { continue };
        deed.beyond = beyond(&planned.session, &deed.runs, easy);
    }
    deeds.extend(left.into_iter().map(unplanned));
    deeds.sort_by_key(Deed::day);
    deeds
}

/// The sessions with the runs of their days: each takes one, and the last of a day all that are left,
/// for a session may be recorded in pieces.
fn on_their_days<'a>(planned: Vec<Planned>, left: &mut Vec<&'a NamedRun>) -> Vec<Deed<'a>> {
    let days: Vec<_> = planned.iter().map(|it| it.date).collect();
    let with_runs = planned.into_iter().enumerate().map(|(index, planned)| {
        let is_last_of_day = days.get(index + 1) != Some(&planned.date);
        let most = if is_last_of_day { usize::MAX } else { 1 };
        let (own, others): (Vec<_>, Vec<_>) =
            left.drain(..).partition(|run| run.date() == planned.date);
        let runs: Vec<_> = own.iter().copied().take(most).collect();
        left.extend(own.into_iter().skip(most).chain(others));
        let outcome = if runs.is_empty() { Outcome::ToCome } else { Outcome::Done };
        Deed { planned: Some(planned), runs, outcome, beyond: Vec::new() }
    });
    with_runs.collect()
}

/// The run that took the place of a session: the nearest of those that are like it, the later of two.
fn nearest<'a>(
    planned: &Planned,
    left: &[&'a NamedRun],
    easy: MetresPerSecond,
) -> Option<&'a NamedRun> {
    let days = |run: &NamedRun| days_between(planned.date, run.date());
    left.iter()
        .copied()
        .filter(|run| is_like(&planned.session, run, easy))
        .min_by_key(|run| (days(run).abs(), -days(run)))
}

/// Hard for hard and easy for easy, and not much shorter.
fn is_like(session: &Session, run: &NamedRun, easy: MetresPerSecond) -> bool {
    let is_as_hard = session.main_purpose().is_hard() == run.purpose().is_hard();
    let share = size(session, &[run], easy).map(|(asked, ran)| ran / asked);
    is_as_hard && share.is_none_or(|share| share >= IN_PLACE)
}

fn unplanned(run: &NamedRun) -> Deed<'_> {
    Deed { planned: None, runs: vec![run], outcome: Outcome::Unplanned, beyond: Vec::new() }
}
