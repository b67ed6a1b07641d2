//! The changes of the plans as a page: what was proposed when and for what, why, and the answer.

use super::{Pen, count, day, ink::Tone, wrap::wrap};
use crate::view::{Answered, ChangeProposed, ChangesOfPlans};

/// The page.
pub fn plan_changes(changes: &ChangesOfPlans, pen: Pen) -> String {
    if changes.changes.is_empty() {
        return wrap("", "No change of a plan was proposed. everymile plan bend proposes one.")
            + "\n";
    }
    let changes: Vec<String> = changes.changes.iter().map(|change| one(change, pen)).collect();
    changes.join("\n")
}

fn one(change: &ChangeProposed, pen: Pen) -> String {
    let when = change.date.map(|date| format!(", proposed on {}", day(date))).unwrap_or_default();
    let event = if change.event.is_empty() { String::new() } else { format!(": {}", change.event) };
    let heading =
        wrap("", &format!("Change {} of plan {}{when}{event}", change.number, change.plan));
    let (answer, tone) = answer(change);
    let reasons = change.reasons.iter().map(|reason| wrap("  - ", reason) + "\n");
    format!(
        "{}\n  {}, {}\n{}",
        pen.ink.paint(Tone::Strong, &heading),
        pen.ink.paint(tone, &answer),
        count(change.days, "day"),
        reasons.collect::<String>()
    )
}

fn answer(change: &ChangeProposed) -> (String, Tone) {
    let since = change.since.map(|since| format!(" on {}", day(since))).unwrap_or_default();
    match change.answer {
        Answered::Accepted => (format!("accepted{since}"), Tone::Good),
        Answered::Declined => (format!("declined{since}"), Tone::Faint),
        Answered::Waits => ("not answered".to_owned(), Tone::Doubt),
    }
}
