//! What the article that judges miles by their context sums up in: six things that make mileage
//! purposeful, and four that turn miles into junk. Each is answered by what is known, and what is
//! not known is no no.

use super::{
    days::week_days,
    form::{CADENCE_DROP, HR_RISE, late_change},
    freshness::{Freshness, MUCH_MORE, freshness},
    lighter::{lighter, weeks_since_lighter},
    specificity::{Fit, SEASON_WEEKS, fit, race},
    statistics::mean,
    volume::four_weeks_after_four,
    weeks::{every_run, full_weeks, yardstick},
};
use crate::case::Case;
use training::{Date, NamedRun, Purpose, Sport, Week};

/// What is known of one of the six things.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Known {
    /// It is there.
    Yes,
    /// It is not.
    No,
    /// Nothing tells.
    CannotTell,
}

/// The six things by name, in the article's order.
pub const SIX: [&str; 6] = ["goals", "cycles", "listening", "form", "strength", "recovery"];

/// A cycle holds a lighter week at least every so many (the article on context).
const CYCLE: i64 = 6;
/// Who answers on so many days of a week listens (our own convention).
const FEWEST_CHECK_INS: usize = 3;
/// Sleep of this many hours is enough (consensus for adults).
const ENOUGH_SLEEP_HOURS: f64 = 7.0;
/// Running with pain from here on, or as tired as can be, is running through it (the article on
/// context).
const PAIN: u8 = 4;
const EXHAUSTED: u8 = 5;

/// What is known of the six things in a week.
pub fn six_things(case: &Case<'_>, week: Week) -> [Known; 6] {
    [
        if case.profile.goal.is_some() { Known::Yes } else { Known::CannotTell },
        cycles(case, week),
        listening(case, week),
        form(case, week),
        strength(case, week),
        recovery(case, week),
    ]
}

/// The ways to junk that a week shows, each as it follows "the week shows": against the goal,
/// beyond measure, through exhaustion or pain, in failing form.
pub fn ways_to_junk(case: &Case<'_>, week: Week) -> Vec<&'static str> {
    let is_against_goal = race(case)
        .filter(|race| race.is_prepared(case, SEASON_WEEKS))
        .is_some_and(|race| matches!(fit(case, race), Fit::LacksSpeed | Fit::LacksLongRuns));
    let runs = case.runs_in(week);
    [
        (is_against_goal, "training that does not fit the goal"),
        (is_too_much(case), "more and more running while it agrees less"),
        (runs.iter().any(|run| is_through_it(case, run)), "running through pain or exhaustion"),
        (runs.iter().any(|run| fades(run) == Some(true)), "form that faded late in a run"),
    ]
    .into_iter()
    .filter_map(|(shows, what)| shows.then_some(what))
    .collect()
}

fn cycles(case: &Case<'_>, week: Week) -> Known {
    // A lighter week is told from the two before it.
    let weeks = full_weeks(case, week, CYCLE + 2, every_run);
    let lighter = lighter(&yardstick(case, &weeks).sizes(&weeks));
    if (weeks_since_lighter(&lighter) as i64) < CYCLE {
        let is_told = lighter.contains(&true);
        return if is_told { Known::Yes } else { Known::CannotTell };
    }
    Known::No
}

fn listening(case: &Case<'_>, week: Week) -> Known {
    let answered = case.as_of(week.end()).recent_check_ins(7).len();
    if answered >= FEWEST_CHECK_INS { Known::Yes } else { Known::CannotTell }
}

fn form(case: &Case<'_>, week: Week) -> Known {
    let runs = case.runs_in(week);
    let fades: Vec<bool> = runs.iter().filter_map(fades).collect();
    if fades.contains(&true) {
        Known::No
    } else if !fades.is_empty() || runs.iter().any(|run| run.purpose() == Purpose::Strides) {
        Known::Yes
    } else {
        Known::CannotTell
    }
}

fn strength(case: &Case<'_>, week: Week) -> Known {
    let days: Vec<Date> = case
        .cross_training
        .iter()
        .filter(|session| session.sport == Sport::Strength)
        .map(|session| session.start.date())
        .filter(|day| *day <= case.on)
        .collect();
    match days.iter().any(|day| week.holds(*day)) {
        true => Known::Yes,
        false if days.is_empty() => Known::CannotTell,
        false => Known::No,
    }
}

/// A day without running, and sleep where it was told.
fn recovery(case: &Case<'_>, week: Week) -> Known {
    let check_ins = case.as_of(week.end()).recent_check_ins(7);
    let hours: Vec<f64> =
        check_ins.iter().filter_map(|it| it.sleep).map(|sleep| sleep.minutes() / 60.0).collect();
    let slept = mean(&hours).is_none_or(|hours| hours >= ENOUGH_SLEEP_HOURS);
    let days = week_days(case, week);
    match (days.rest, days.unknown()) {
        _ if !slept => Known::No,
        (0, 0) => Known::No,
        (0, _) => Known::CannotTell,
        _ => Known::Yes,
    }
}

fn is_too_much(case: &Case<'_>) -> bool {
    let rises =
        four_weeks_after_four(case).is_some_and(|(was, is)| is.0 > was.0 * (1.0 + MUCH_MORE));
    rises && matches!(freshness(case), Some(Freshness::Worse(_)))
}

fn is_through_it(case: &Case<'_>, run: &NamedRun) -> bool {
    case.as_of(run.date()).check_in_today().is_some_and(|said| {
        let hurts = said.pain.as_ref().is_some_and(|pain| {
            u8::from(pain.level) >= PAIN || pain.is_sharp_and_local == Some(true)
        });
        hurts || said.fatigue.is_some_and(|tired| u8::from(tired) >= EXHAUSTED)
    })
}

fn fades(run: &NamedRun) -> Option<bool> {
    late_change(run)?.is_fade(CADENCE_DROP, HR_RISE)
}
