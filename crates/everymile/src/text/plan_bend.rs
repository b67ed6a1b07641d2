//! A change of a plan as a page: day by day as it was and as it would be, why, what stays, which rules
//! would still be broken, and how to answer.

use super::{
    Pen, count, day,
    ink::Tone,
    page,
    session::{beside_title, sentence, title},
    wrap::wrap,
};
use crate::view::{BrokenRule, DayChanged, PlanBent, PlannedSession, ReasonSaid};
use planner::Change;
use std::collections::BTreeMap;
use training::{Beside, Session};

/// Where the sessions of a day stand.
const COLUMN: usize = 14;

/// The page; how everymile is called for this logbook and for the day is handed in.
pub fn plan_bent(bent: &PlanBent, called: &(String, String), pen: Pen) -> String {
    page([
        heading(bent, pen),
        days_changed(&bent.changes, pen),
        why(&bent.reasons, pen),
        kept(bent, pen),
        broken(bent, pen),
        end(bent, called),
    ])
}

fn heading(bent: &PlanBent, pen: Pen) -> String {
    let said = match bent.change {
        Some(change) => format!(
            "Change {change} of plan {}, proposed on {}: {}. {} would differ.",
            bent.plan,
            day(bent.date),
            bent.event,
            count(bent.changes.len(), "day")
        ),
        None => format!("Plan {} stays as it is on {}: {}.", bent.plan, day(bent.date), bent.event),
    };
    pen.ink.paint(Tone::Strong, &wrap("", &said)) + "\n"
}

/// The days that would change, `-` as they are and `+` as they would be.
pub(super) fn days_changed(changes: &[DayChanged], pen: Pen) -> String {
    changes.iter().map(|change| one_day(change, pen)).collect()
}

fn one_day(change: &DayChanged, pen: Pen) -> String {
    let Change { was, becomes, beside_was, beside_becomes, .. } = &change.change;
    let in_brief = |session: &Session| title(session, Some(change.easy), pen.units);
    let in_full = |session: &Session| sentence(session, pen.units);
    let mut before = titles(was, beside_was, in_brief);
    let mut after = titles(becomes, beside_becomes, in_brief);
    if before == after {
        before = titles(was, beside_was, in_full);
        after = titles(becomes, beside_becomes, in_full);
    }
    let date = change.date.strftime("%a %-d %b").to_string();
    let line = |lead: &str, mark: char, what: &str, tone: Tone| {
        let lines = wrap(&format!("  {lead:<width$}{mark} ", width = COLUMN - 2), what);
        let (lead, rest) = lines.split_at(COLUMN);
        format!("{lead}{}\n", pen.ink.paint(tone, rest))
    };
    let minus = before
        .iter()
        .enumerate()
        .map(|(place, what)| line(if place == 0 { &date } else { "" }, '-', what, Tone::Bad));
    let plus = after.iter().map(|what| line("", '+', what, Tone::Good));
    minus.chain(plus).collect()
}

/// What a day holds; nothing is rest.
fn titles(
    sessions: &[Session],
    besides: &[Beside],
    said: impl Fn(&Session) -> String,
) -> Vec<String> {
    let besides = besides.iter().map(beside_title);
    let titles: Vec<String> = sessions.iter().map(said).chain(besides).collect();
    if titles.is_empty() { vec!["Rest".to_owned()] } else { titles }
}

/// The reasons, each with the rules behind it.
fn why(reasons: &[ReasonSaid], pen: Pen) -> String {
    let lines = reasons.iter().map(|reason| {
        let rules: Vec<&str> = reason.rules.iter().map(|rule| rule.0).collect();
        let rules =
            if rules.is_empty() { String::new() } else { format!(" ({})", rules.join(", ")) };
        wrap("  - ", &(reason.text.clone() + &rules)) + "\n"
    });
    format!("{}\n{}", pen.ink.paint(Tone::Strong, "Why"), lines.collect::<String>())
}

/// The key sessions that stay.
fn kept(bent: &PlanBent, pen: Pen) -> String {
    if bent.change.is_none() || bent.key_sessions == 0 {
        return String::new();
    }
    let heading = format!(
        "What stays: {} of {} to come",
        bent.key_sessions_kept,
        count(bent.key_sessions, "key session")
    );
    let lines = bent.kept.iter().map(|session| stays(session, pen));
    format!("{}\n{}", pen.ink.paint(Tone::Strong, &heading), lines.collect::<String>())
}

fn stays(session: &PlannedSession, pen: Pen) -> String {
    let date = session.date.strftime("%a %-d %b").to_string();
    let lead = format!("  {date:<width$}", width = COLUMN - 2);
    wrap(&lead, &session.title(pen.units)) + "\n"
}

/// The rules that the changed plan would break, each once.
fn broken(bent: &PlanBent, pen: Pen) -> String {
    if bent.still_broken.is_empty() {
        let said = format!(
            "Run as written from here on, it breaks no firm rule of the doctrine {}.",
            bent.doctrine
        );
        return wrap("", &said) + "\n";
    }
    let mut by_rule: BTreeMap<&str, Vec<&BrokenRule>> = BTreeMap::new();
    for broken in &bent.still_broken {
        by_rule.entry(broken.finding.rule.0).or_default().push(broken);
    }
    let lines = by_rule.into_iter().map(|(rule, broken)| {
        let said = format!("{rule}, in week {}: {}", broken[0].week, broken[0].finding.message);
        let more = match broken.len() {
            1 => String::new(),
            more => format!(" And {} more.", count(more - 1, "time")),
        };
        wrap("  - ", &(said + &more)) + "\n"
    });
    let heading = match bent.change {
        Some(_) => "What remains broken, as it is without the change or by the race alone",
        None => "What it breaks as it is",
    };
    format!("{}\n{}", pen.ink.paint(Tone::Strong, heading), lines.collect::<String>())
}

fn end(bent: &PlanBent, (command, on): &(String, String)) -> String {
    match bent.change {
        None => "Nothing was proposed, and nothing has changed.\n".to_owned(),
        Some(change) if bent.is_accepted => format!(
            "Accepted: change {change} holds from {} on.\n  {command} plan show{on}\n  {command} \
             plan changes{on}\n",
            day(bent.date)
        ),
        Some(_) => format!(
            "Nothing has changed yet. To take it, or to leave the plan as it is:\n  {command} plan \
             accept{on}\n  {command} plan decline{on}\n"
        ),
    }
}
