//! What every rule says, topic by topic: what is broken first, then what cannot be told, what is
//! kept with its margin, and what does not apply.

use super::{
    Pen, capital, count, day,
    finding::{told, verdict},
    ink::Tone,
    page,
    wrap::wrap,
};
use crate::view::{Finding, Judged};
use rulebook::{Maturity, Topic, Verdict};

/// The verdicts in the order in which they are looked for.
const ORDER: [Verdict; 4] =
    [Verdict::Broken, Verdict::CannotTell, Verdict::Kept, Verdict::NotApplicable];
/// Where the findings stand: after the longest word for a verdict.
const COLUMN: usize = 18;

/// The page; how everymile is called for this logbook and for the day is handed in.
pub fn judged(judged: &Judged, next: &(String, String), pen: Pen) -> String {
    let topics = Topic::ALL.iter().map(|topic| one_topic(judged, *topic, pen));
    let parts = [answer(judged, pen)].into_iter().chain(topics).chain([end(judged, next)]);
    page(parts)
}

fn answer(judged: &Judged, pen: Pen) -> String {
    let parts = ORDER.map(|one| {
        let found = judged.findings.iter().filter(|finding| finding.verdict == one).count();
        format!("{found} {}", verdict(one).0.to_lowercase())
    });
    let said = format!(
        "On {}, by the doctrine {}: {} judged, {}.",
        day(judged.date),
        judged.doctrine,
        count(judged.findings.len(), "rule"),
        parts.join(", ")
    );
    pen.ink.paint(Tone::Strong, &wrap("", &said)) + "\n"
}

fn one_topic(judged: &Judged, topic: Topic, pen: Pen) -> String {
    let own = judged.findings.iter().filter(|finding| finding.topic == topic);
    let mut own: Vec<&Finding> = own.collect();
    own.sort_by_key(|finding| ORDER.iter().position(|one| *one == finding.verdict));
    if own.is_empty() {
        return String::new();
    }
    let heading = pen.ink.paint(Tone::Strong, &capital(topic.word()));
    let lines: String = own.into_iter().map(|finding| one_finding(finding, pen)).collect();
    format!("{heading}\n{lines}")
}

fn one_finding(finding: &Finding, pen: Pen) -> String {
    let (word, tone) = verdict(finding.verdict);
    let padding = " ".repeat(COLUMN - 2 - word.chars().count());
    let trial = if finding.maturity == Maturity::Trial { ", on trial" } else { "" };
    let letters = |id: &training::RunId| id.0.chars().take(4).collect::<String>();
    let run = finding.run.as_ref().map(|id| format!(", of run {}", letters(id)));
    let known = format!(" {}{trial}{}", finding.grade, run.unwrap_or_default());
    format!(
        "  {}{padding}{}{}\n{}",
        pen.ink.paint(tone, word),
        finding.rule,
        pen.ink.paint(Tone::Faint, &format!(" ·{known}")),
        told(COLUMN, finding, pen)
    )
}

fn end(judged: &Judged, (command, on): &(String, String)) -> String {
    let others: Vec<&str> = judged.not_asked.iter().map(|rule| rule.0).collect();
    let others = match others.as_slice() {
        [] => String::new(),
        others => {
            let said = format!("{} does not ask {}.", judged.doctrine, others.join(", "));
            wrap("", &said) + "\n"
        }
    };
    let broken = judged.findings.iter().find(|finding| finding.verdict == Verdict::Broken);
    let rule = broken.or(judged.findings.first()).map_or("", |finding| finding.rule.0);
    format!(
        "{others}A rule opened, and the same under other doctrines:\n  {command} rules {rule}\n  \
         {command} doctrines compare{on}\n"
    )
}
