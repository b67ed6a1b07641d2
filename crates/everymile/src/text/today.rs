//! Today as a page: what to do first, then how, why, what it would mean for the plan, what would change
//! it, and what other doctrines would say.

use super::{Pen, day, ink::Tone, plan_bend::days_changed, session::beside_title, wrap::wrap};
use crate::{
    units::{pace, word},
    view::{Elsewhere, Session, Today},
};
use planner::Action;
use training::MetresPerSecond;

/// More advice than this is not read on the way out of the door.
const TIPS: usize = 4;

/// The day's prescription as a page; how everymile is called for this logbook and for the day is
/// handed in.
pub fn today(today: &Today, (command, on): &(String, String), pen: Pen) -> String {
    let parts = [
        heading(today, pen),
        how(today, pen),
        besides(today),
        reasons(today, pen),
        plan(today, command, on, pen),
        list("What would change it", &today.would_change, pen),
        unknown(today, pen),
        elsewhere(today, pen),
        next(today, command, on),
    ];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n")
}

/// What the plan holds beside running.
fn besides(today: &Today) -> String {
    let titles = today.besides.iter().filter_map(|text| text.parse().ok());
    let titles: Vec<String> = titles.map(|beside| beside_title(&beside)).collect();
    if titles.is_empty() {
        return String::new();
    }
    wrap("  ", &format!("Beside running your plan holds: {}.", titles.join("; "))) + "\n"
}

fn next(today: &Today, command: &str, on: &str) -> String {
    let opened =
        today.because.first().map(|because| format!("  {command} rules {}\n", because.rule));
    format!(
        "Judged by the doctrine {}. The rules opened, and all of them judged:\n{}  {command} judge{on}\n",
        today.doctrine,
        opened.unwrap_or_default()
    )
}

fn heading(today: &Today, pen: Pen) -> String {
    let (what, tone) = match today.action {
        Action::Run => ("Run", Tone::Good),
        Action::Shorten => ("Shorten", Tone::Doubt),
        Action::Swap => ("Swap", Tone::Doubt),
        Action::Rest => ("Rest", Tone::Good),
        Action::SeeAClinician => ("See a clinician", Tone::Bad),
    };
    let what = match &today.session {
        Some(session) => format!("{what}: {}, {}", session.purpose, minutes(session)),
        None => what.to_owned(),
    };
    format!("{}\n{}\n", day(today.date), pen.ink.paint(tone, &what))
}

fn minutes(session: &Session) -> String {
    match session.minutes {
        (least, most) if least == most => format!("{most} minutes"),
        (least, most) => format!("{least} to {most} minutes"),
    }
}

fn how(today: &Today, pen: Pen) -> String {
    let mut lines = String::new();
    match &today.session {
        Some(session) => lines += &run(session, pen),
        None => lines += &(wrap("  ", &today.instead) + "\n"),
    }
    for tip in today.tips.iter().take(TIPS) {
        lines += &(wrap("  - ", &format!("{} ({})", tip.text, tip.grade)) + "\n");
    }
    lines
}

/// The session, its pace and its heart rate.
fn run(session: &Session, pen: Pen) -> String {
    let mut said = Vec::new();
    if let Some((fast, slow)) = session.pace_s_per_km {
        let pace = |seconds| pace(MetresPerSecond::from_seconds_per_km(seconds), pen.units);
        said.push(format!(
            "Between {} and {}/{}; slower is always right.",
            pace(fast),
            pace(slow),
            word(pen.units)
        ));
    }
    if let Some(hr) = session.hr_max_bpm {
        said.push(format!("Heart rate {hr:.0} at most."));
    }
    if !session.purpose.is_hard() {
        said.push("You can talk in whole sentences.".to_owned());
    }
    let notation = pen.ink.paint(Tone::Faint, &format!("  {}", session.notation));
    format!("{}\n{notation}\n", wrap("  ", &said.join(" ")))
}

fn reasons(today: &Today, pen: Pen) -> String {
    let mut lines = wrap("  - ", &today.intended) + "\n";
    for because in &today.because {
        let safety = if because.safety { ", outranks every doctrine" } else { "" };
        let source = format!("{} ({}{safety})", because.rule, because.grade);
        lines += &(wrap("  - ", &format!("{} {source}", because.message)) + "\n");
    }
    format!("{}\n{lines}", pen.ink.paint(Tone::Strong, "Why"))
}

/// What becomes of the plan, as it would be proposed.
fn plan(today: &Today, command: &str, on: &str, pen: Pen) -> String {
    if today.plan_would_change.is_empty() {
        return String::new();
    }
    format!(
        "{}\n{}  Nothing changes until you say so. To have it proposed:\n  {command} plan bend{on}\n",
        pen.ink.paint(Tone::Strong, "What it would mean for your plan"),
        days_changed(&today.plan_would_change, pen)
    )
}

/// What would tell more; the questions of a check-in are not all repeated.
fn unknown(today: &Today, pen: Pen) -> String {
    let (asked, others): (Vec<_>, Vec<_>) =
        today.cannot_tell.iter().partition(|missing| missing.by_check_in);
    let mut lines: Vec<String> = others.iter().map(|missing| missing.supply.clone()).collect();
    match asked.as_slice() {
        [] => {}
        [one] => lines.insert(0, one.supply.clone()),
        many => lines.insert(
            0,
            format!(
                "How you are: {} rules would know more. everymile check-in asks in twenty seconds \
                 (soreness, pain, tiredness, sleep).",
                many.len()
            ),
        ),
    }
    list("What would tell more", &lines, pen)
}

/// What other doctrines would say, and the questions behind it.
fn elsewhere(today: &Today, pen: Pen) -> String {
    let said = |other: &Elsewhere| format!("{}: {}", other.doctrines.join(", "), other.would);
    let mut lines: Vec<String> = today.elsewhere.iter().map(said).collect();
    if !lines.is_empty() {
        let asked = today.disputes.iter();
        lines.extend(asked.map(|it| format!("{} {} ({})", it.question, it.settled, it.id)));
    }
    list("Other doctrines would say", &lines, pen)
}

fn list(heading: &str, lines: &[String], pen: Pen) -> String {
    if lines.is_empty() {
        return String::new();
    }
    let lines = lines.iter().map(|line| wrap("  - ", line) + "\n");
    format!("{}\n{}", pen.ink.paint(Tone::Strong, heading), lines.collect::<String>())
}
