//! What the rules say of a plan, week by week, and in a sentence when nothing is broken.

use super::{Pen, count, day, finding::told, ink::Tone, page, wrap::wrap};
use crate::view::{BrokenRule, PlanChecked};
use std::collections::BTreeSet;

/// Where the findings stand.
const COLUMN: usize = 4;

/// The page, with how everymile is called.
pub fn plan_checked(checked: &PlanChecked, command: &str, pen: Pen) -> String {
    let about = format!(
        "{}: {} from {}, judged by the doctrine {} as if run as written.",
        checked.file,
        count(checked.weeks, "week"),
        day(checked.begins),
        checked.doctrine
    );
    let weeks = checked.broken.chunk_by(|one, next| one.week == next.week);
    let weeks = weeks.map(|broken| one_week(broken, pen));
    let parts =
        [wrap("", &about) + "\n"].into_iter().chain(weeks).chain([end(checked, command, pen)]);
    page(parts)
}

fn one_week(broken: &[BrokenRule], pen: Pen) -> String {
    let heading = format!("Week {}, from {}", broken[0].week, day(broken[0].start));
    let findings = broken.iter().map(|broken| {
        let date = broken.date.map(|date| format!(", {}", day(date))).unwrap_or_default();
        let known = format!(" · {}{date}", broken.finding.grade);
        format!(
            "  {}{}\n{}",
            pen.ink.paint(Tone::Bad, broken.finding.rule.0),
            pen.ink.paint(Tone::Faint, &known),
            told(COLUMN, &broken.finding, pen)
        )
    });
    format!("{}\n{}", pen.ink.paint(Tone::Strong, &heading), findings.collect::<String>())
}

fn end(checked: &PlanChecked, command: &str, pen: Pen) -> String {
    if checked.broken.is_empty() {
        let said = "No rule is broken: every week was held to every firm rule on growth, recovery \
                    and intensity.";
        return pen.ink.paint(Tone::Good, &wrap("", said)) + "\n";
    }
    let rules: BTreeSet<&str> = checked.broken.iter().map(|broken| broken.finding.rule.0).collect();
    let weeks: BTreeSet<usize> = checked.broken.iter().map(|broken| broken.week).collect();
    let said = format!(
        "{} broken, in {} of {}. To open a rule:",
        match rules.len() {
            1 => "1 rule is".to_owned(),
            several => format!("{several} rules are"),
        },
        weeks.len(),
        count(checked.weeks, "week"),
    );
    // A command is never broken: it is there to be copied.
    format!("{}\n  {command} rules {}\n", wrap("", &said), rules.first().unwrap_or(&""))
}
