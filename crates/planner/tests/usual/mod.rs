//! The runner of the stories of bends: the same weeks for a long time, a plan that goes on so, and how
//! a bend is told.

use planner::{Bend, Event, bend};
use rulebook::{
    Case, doctrine,
    examples::{Example, example},
};
use training::{
    Date, Plan, Session,
    calendar::{add_days, days_between},
    notation::parse_day,
    plan::parse_plan,
};

/// Ten weeks alike.
pub const USUAL: &str = "\
10 weeks:
Tue  easy 8km
Wed  easy 2km + 5x(3min / 2min jog) + easy 2km
Fri  easy 8km
Sun  long 15km
";

/// The first day of the plan in these stories is the Monday after ten weeks.
pub const MONDAY: Date = jiff::civil::date(2026, 3, 16);

/// Weeks of a plan that go on as before.
pub fn plan(weeks: usize) -> Plan {
    let (_, days) = USUAL.split_once('\n').unwrap();
    parse_plan(&format!("Week 1\n{days}").repeat(weeks), MONDAY).unwrap()
}

/// A weekday of the first weeks of the plan: `Tue`, or `2 Tue` for the second week.
pub fn day(text: &str) -> Date {
    let (week, weekday) = text.split_once(' ').unwrap_or(("1", text));
    let (weekday, _) = parse_day(&format!("{weekday} rest")).unwrap();
    let weeks = week.parse::<i64>().unwrap() - 1;
    add_days(MONDAY, 7 * weeks + i64::from(weekday.to_monday_zero_offset()))
}

/// What becomes of a plan on a day, after weeks that were run.
pub fn bent(run: &str, plan: &Plan, on: &str, event: &Event) -> Bend {
    let example: Example = example(run);
    let case = Case { on: day(on), ..example.case() };
    bend(plan, &case, &doctrine("evidence-first").unwrap(), event)
}

/// The days that change: `2 Wed: easy 40min`.
pub fn changes(bend: &Bend) -> Vec<String> {
    let said = |sessions: &[Session]| match sessions {
        [] => "rest".to_owned(),
        _ => sessions.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "),
    };
    let line = |change: &planner::Change| {
        let week = days_between(MONDAY, change.date) / 7 + 1;
        format!("{week} {}: {}", change.date.strftime("%a"), said(&change.becomes))
    };
    bend.changes.iter().map(line).collect()
}

pub fn reasons(bend: &Bend) -> String {
    bend.reasons.iter().map(|reason| reason.text.as_str()).collect::<Vec<_>>().join(" ")
}

pub fn km(sessions: &[Session]) -> f64 {
    let speed = Some(training::MetresPerSecond(3.0));
    sessions.iter().map(|session| session.distance(speed).unwrap().km()).sum()
}
