//! Strength and other training have a place in the week beside running.

use crate::{
    case::Case,
    doctrine::Value,
    finding::{Asked, Opinion, Unit},
    rule::{Judge, Maturity, Parameter, Parameters, Rule, RuleId, Topic},
    source::{Grade, SourceId},
    words::count,
};
use training::Week;

/// The rule.
pub static RULE: Rule = Rule {
    id: RuleId("make-room-for-strength"),
    topic: Topic::Variety,
    asks: "Keep a place for strength or cross-training in every week.",
    page: include_str!("make_room_for_strength.md"),
    grade: Grade::Moderate,
    sources: &[SourceId("signs"), SourceId("blagrove-2018"), SourceId("malisoux-2015")],
    statements: &["signs-34"],
    maturity: Maturity::Trial,
    parameters: &[Parameter {
        name: "min_sessions",
        means: "strength or cross-training sessions in a week, at least",
        value: Value::Number(1.0),
        source: SourceId("signs"),
        grade: Grade::Convention,
    }],
    judge: Judge::Week(judge),
    charge: None,
    hold: None,
};

fn judge(case: &Case<'_>, parameters: &Parameters<'_>, week: Week) -> Opinion {
    if case.cross_training.is_empty() {
        return Opinion::cannot_tell(
            "No strength or cross-training is in the log; many runners do not record it.",
            "Record it with the watch, or leave this rule out of your doctrine.",
        );
    }
    let sessions = case
        .cross_training
        .iter()
        .filter(|session| week.holds(session.start.date()) && session.start.date() <= case.on)
        .count();
    let asked = Asked::at_least(parameters.number("min_sessions"), Unit::Sessions);
    let is_over = case.on >= week.end();
    if asked.margin(sessions as f64) < 0.0 && !is_over {
        return Opinion::cannot_tell("The week is not over.", "Ask again when it is.");
    }
    let message =
        format!("The week held {} of strength or cross-training.", count(sessions, "session"));
    Opinion::of(sessions as f64, asked, message)
        .if_broken("Swap one easy run for the same minutes of strength work.")
}
