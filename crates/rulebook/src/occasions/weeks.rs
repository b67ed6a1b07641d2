//! Occasions in how the last weeks went: more or less running than usual, a break, a week filled
//! up, runs without a job, strength work, a session that was missed.

use crate::{
    case::Case,
    doctrine::Doctrine,
    measures::{
        plan::is_planned,
        roles::is_unassigned,
        volume::{history_days, total_distance, two_times_four_weeks},
    },
    rule::RuleId,
    words::Units,
};
use training::{
    Metres, NamedRun, Sport, Week,
    calendar::{add_days, days_between},
};

/// Two weeks with less than this share of the usual running are busy ones (article "signs": half to
/// six tenths keep fitness).
const BUSY_SHARE: f64 = 0.6;
/// Four weeks with more than this share of the four before grow (the upper end of what the article
/// "progression" asks of a single week).
const GROWING_SHARE: f64 = 1.1;
/// So many days without a run are a break (Feely 2023 counts gaps from seven days).
const BREAK_DAYS: i64 = 7;
/// A missed session is worth a word for so many days.
const MISSED_DAYS: i64 = 3;
/// A week filled up ends at this share of a round number or of the week before (article "signs") …
const FILLED_FROM: f64 = 0.98;
/// … and hardly beyond it: who ran on ran for something else.
const FILLED_TO: f64 = 1.01;
/// Round numbers are tens of the runner's unit, from here on.
const ROUND_FROM: f64 = 20.0;

/// Whether a run of the last four weeks has no job, as the doctrine sees it.
pub(super) fn held_runs_without_a_job(case: &Case<'_>, doctrine: &Doctrine) -> bool {
    let Some(choice) = doctrine.choice(RuleId("give-every-run-a-job")) else { return false };
    let Some(charge) = choice.rule.charge else { return false };
    case.recent_runs(28).iter().any(|run| charge(case, &choice.parameters(), run).is_some())
}

/// Whether the last seven days held strength work.
pub(super) fn held_strength(case: &Case<'_>) -> bool {
    let first = add_days(case.on, -6);
    case.cross_training.iter().rev().any(|session| {
        let day = session.start.date();
        session.sport == Sport::Strength && first <= day && day <= case.on
    })
}

/// Whether seven days of running held no strength work that is known of.
pub(super) fn lacked_strength(case: &Case<'_>) -> bool {
    !case.recent_runs(7).is_empty() && !held_strength(case)
}

/// Whether the last two weeks held much less running than the eight before.
pub(super) fn are_busy(case: &Case<'_>) -> bool {
    let turn = add_days(case.on, -14);
    let lately = minutes(case.recent_runs(14));
    let usual = minutes(case.as_of(turn).recent_runs(56)) / 4.0;
    history_days(case).is_some_and(|days| days >= 70)
        && !were_a_break(case)
        && lately < BUSY_SHARE * usual
}

/// Whether the last run is a week or more ago.
pub(super) fn were_a_break(case: &Case<'_>) -> bool {
    case.first_run_day().is_some() && case.recent_runs(BREAK_DAYS).is_empty()
}

/// Whether the last four weeks held clearly more running than the four before.
pub(super) fn grow(case: &Case<'_>) -> bool {
    two_times_four_weeks(case)
        .is_some_and(|(before, lately)| minutes(lately) > GROWING_SHARE * minutes(before))
}

/// Whether a planned session of the last days went by without a run.
pub(super) fn missed_a_session(case: &Case<'_>) -> bool {
    case.planned_between(add_days(case.on, -MISSED_DAYS), add_days(case.on, -1))
        .iter()
        .filter(|planned| !planned.session.is_rest())
        .any(|planned| case.runs_between(planned.date, planned.date).is_empty())
}

/// Whether a run of the last three days, at the end of its week, was there for the week's number.
pub(super) fn was_filled_up(case: &Case<'_>) -> bool {
    case.recent_runs(3).iter().any(|run| fills_its_week(case, run))
}

/// Whether a run that nobody planned, in the last two days of its week, lifted it to a round number
/// or to the distance of the week before.
fn fills_its_week(case: &Case<'_>, run: &NamedRun) -> bool {
    let day = run.date();
    let week = Week::of(day, case.first_day);
    let was_planned = is_planned(case, run) == Some(true);
    if days_between(day, week.end()) > 1 || was_planned || !is_unassigned(case, run) {
        return false;
    }
    let (Some(with), Some(own)) =
        (total_distance(case.runs_between(week.start, day)), run.distance)
    else {
        return false;
    };
    let last_week = total_distance(case.runs_in(week.plus(-1)));
    let lifts = |to: Metres| {
        let share = |total: Metres| total.0 / to.0;
        share(with - own) < FILLED_FROM && (FILLED_FROM..=FILLED_TO).contains(&share(with))
    };
    [nearest_ten(with, case.units), last_week].into_iter().flatten().any(lifts)
}

/// The nearest ten of the runner's unit.
fn nearest_ten(total: Metres, units: Units) -> Option<Metres> {
    let tens = |number: f64| 10.0 * (number / 10.0).round();
    let (number, round) = match units {
        Units::Kilometres => (tens(total.km()), Metres::from_km(tens(total.km()))),
        Units::Miles => (tens(total.miles()), Metres::from_miles(tens(total.miles()))),
    };
    (number >= ROUND_FROM).then_some(round)
}

fn minutes(runs: &[NamedRun]) -> f64 {
    runs.iter().map(|run| run.moving.minutes()).sum()
}
