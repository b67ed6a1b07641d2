//! Today as a page: what to do first, then how, why, what it would mean for the plan, what would change
//! it, and what other doctrines would say.

use super::{
    Pen, day,
    ink::Tone,
    page,
    plan_bend::days_changed,
    rules::section,
    session::{beside_title, sentence},
    wrap::wrap,
};
use crate::{
    units::{pace, word},
    view::{Elsewhere, Session, Today},
};
use planner::Action;
use rulebook::words::distance;
use training::{Metres, MetresPerSecond};

/// More advice than this is not read on the way out of the door.
const TIPS: usize = 3;

/// The day's prescription as a page; how everymile is called for this logbook and for the day is
/// handed in.
pub fn today(today: &Today, (command, on): &(String, String), pen: Pen) -> String {
    page([
        heading(today, pen),
        how(today, pen),
        besides(today),
        reasons(today, pen),
        plan(today, command, on, pen),
        list("What would change it", &today.would_change, pen),
        unknown(today, pen),
        elsewhere(today, pen),
        disputes(today, pen),
        next(today, command, on),
    ])
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
    let rule = today.because.first().map(|because| because.rule.0);
    let dispute = today.disputes.first().map(|dispute| dispute.id);
    let opened = rule.into_iter().chain(dispute);
    let opened: Vec<String> = opened.map(|name| format!("  {command} rules {name}\n")).collect();
    let opened = opened.concat();
    format!(
        "Judged by the doctrine {}. Its rules opened, and all of them judged:\n{opened}  {command} \
         judge{on}\n",
        today.doctrine,
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

/// What is run, how slow, where and in which shoes, and the test of the first ten minutes.
fn run(session: &Session, pen: Pen) -> String {
    let limits = limits(session, pen).join(" ");
    let lines = [
        session.purpose.is_hard().then(|| wrap("  ", &sentence(&session.session, pen.units))),
        (!limits.is_empty()).then(|| wrap("  ", &limits)),
        Some(wrap("  Where: ", session.ground)),
        Some(wrap("  Shoes: ", session.shoes)),
        Some(wrap("  Test: ", session.ten_minutes)),
    ];
    lines.into_iter().flatten().map(|line| line + "\n").collect()
}

/// How slow, and how far at most.
fn limits(session: &Session, pen: Pen) -> Vec<String> {
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
    if let Some(metres) = session.farthest_m {
        said.push(format!("No farther than {}.", distance(Metres(metres), pen.units)));
    }
    if !session.purpose.is_hard() {
        said.push("You can talk in whole sentences.".to_owned());
    }
    said
}

fn reasons(today: &Today, pen: Pen) -> String {
    let mut lines = wrap("  - ", &today.intended) + "\n";
    for because in &today.because {
        let safety = if because.safety { ", outranks every doctrine" } else { "" };
        let source = format!("{} ({}{safety})", because.rule, because.grade);
        lines += &(wrap("  - ", &format!("{} {source}", because.message)) + "\n");
    }
    section("Why", lines, pen)
}

/// What becomes of the plan, as it would be proposed.
fn plan(today: &Today, command: &str, on: &str, pen: Pen) -> String {
    if today.plan_would_change.is_empty() {
        return String::new();
    }
    format!(
        "{}\n{}  Nothing changes until you say so. To have it proposed:\n  {command} plan bend{on}\n",
        pen.ink.paint(Tone::Strong, "What would change in your plan"),
        days_changed(&today.plan_would_change, pen)
    )
}

/// What would tell more; the questions of a check-in are not all repeated.
fn unknown(today: &Today, pen: Pen) -> String {
    let (pressing, rest): (Vec<_>, Vec<_>) =
        today.cannot_tell.iter().partition(|missing| missing.pressing);
    let (asked, others): (Vec<_>, Vec<_>) =
        rest.into_iter().partition(|missing| missing.by_check_in);
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
    lines.splice(..0, pressing.iter().map(|missing| missing.supply.clone()));
    list("What would tell more", &lines, pen)
}

/// What other doctrines would say, and the rule that decides there.
fn elsewhere(today: &Today, pen: Pen) -> String {
    let said = |other: &Elsewhere| {
        let rule = other.rule.map_or(String::new(), |rule| format!(" ({rule})"));
        format!("{}: {}. {}{rule}", other.doctrines.join(", "), other.would, other.message)
    };
    let lines: Vec<String> = today.elsewhere.iter().map(said).collect();
    list("Other doctrines would say", &lines, pen)
}

/// The questions on which the articles and the doctrines disagree where the day is decided.
fn disputes(today: &Today, pen: Pen) -> String {
    let asked = today.disputes.iter();
    let lines: Vec<String> =
        asked.map(|it| format!("{} {} ({})", it.question, it.settled, it.id)).collect();
    list("What is disputed here", &lines, pen)
}

fn list(heading: &str, lines: &[String], pen: Pen) -> String {
    section(heading, lines.iter().map(|line| wrap("  - ", line) + "\n").collect(), pen)
}
