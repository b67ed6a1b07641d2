//! Sleep, drinking, eating, calm and days that recover: the weakest decides.

use crate::{
    case::Case,
    finding::{Asked, Opinion, Unit, Verdict},
    measures::pillars::{Pillar, pillars, weakest},
    rule::{Judge, Maturity, Parameters, Rule, RuleId, Topic},
    source::{Grade, SourceId},
};

/// The rule. What carries a pillar stands with its source in the measure of the pillars.
pub static RULE: Rule = Rule {
    id: RuleId("mind-the-five-pillars"),
    topic: Topic::Body,
    asks: "Let none of the five pillars of recovery be weak: sleep, drinking, eating, calm, quiet \
           days.",
    page: include_str!("mind_the_five_pillars.md"),
    grade: Grade::Convention,
    sources: &[
        SourceId("recovery"),
        SourceId("progression"),
        SourceId("context"),
        SourceId("stimulus"),
        SourceId("saw-2016"),
    ],
    statements: &[
        "recovery-84",
        "recovery-95",
        "recovery-96",
        "progression-36",
        "progression-69",
        "progression-79",
        "context-37",
        "stimulus-10",
    ],
    maturity: Maturity::Trial,
    parameters: &[],
    judge: Judge::Days(judge),
    charge: None,
    hold: None,
};

fn judge(case: &Case<'_>, _: &Parameters<'_>) -> Opinion {
    let pillars = pillars(case);
    let of = |verdict| pillars.iter().filter(move |pillar| pillar.verdict() == verdict);
    if let Some(weakest) = weakest(&pillars).filter(|pillar| pillar.verdict() == Verdict::Broken) {
        let all: Vec<String> = of(Verdict::Broken).map(Pillar::in_words).collect();
        let message = format!("The weakest pillar decides: {}.", all.join("; "));
        return Opinion::of(
            weakest.reached.unwrap_or_default(),
            Asked::at_least(1.0, Unit::Share),
            message,
        )
        .if_broken(weakest.remedy);
    }
    let unknown: Vec<&Pillar> = of(Verdict::CannotTell).collect();
    let Some(first) = unknown.first() else {
        let all: Vec<String> = pillars.iter().map(Pillar::in_words).collect();
        return Opinion::kept(format!("All five carry: {}.", all.join("; ")));
    };
    let names: Vec<&str> = unknown.iter().map(|pillar| pillar.name).collect();
    Opinion::cannot_tell(
        format!("Of the five pillars these are not known: {}.", names.join(", ")),
        match unknown.len() {
            1 => first.supply.to_owned(),
            _ => {
                "Answer a check-in on three days a week or more: hours of sleep, and how well you \
                  drank, ate and kept calm. Mood and soreness belong to it: they tell early."
                    .to_owned()
            }
        },
    )
}
