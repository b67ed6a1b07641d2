//! Strength and other training have a place in the week beside running.

use crate::{
    case::Case,
    doctrine::Value,
    finding::{Asked, Opinion, Unit},
    rule::{Judge, Maturity, Parameter, Parameters, Range, Rule, RuleId, Topic},
    source::{Grade, SourceId},
    words::count,
};
use training::{Sport, Week};

/// The rule.
pub static RULE: Rule = Rule {
    id: RuleId("make-room-for-strength"),
    topic: Topic::Variety,
    asks: "Keep a place for strength or cross-training in every week.",
    page: include_str!("make_room_for_strength.md"),
    grade: Grade::Moderate,
    sources: &[
        SourceId("signs"),
        SourceId("context"),
        SourceId("progression"),
        SourceId("blagrove-2018"),
        SourceId("malisoux-2015"),
    ],
    statements: &["context-36", "progression-06", "signs-34"],
    maturity: Maturity::Trial,
    parameters: &[
        Parameter {
            name: "min_sessions",
            means: "sessions of strength or cross-training in a week, at least",
            value: Value::Number(1.0),
            range: Range::between(0.0, 14.0),
            source: SourceId("signs"),
            grade: Grade::Convention,
        },
        Parameter {
            name: "only_strength",
            means: "whether strength alone counts, and no other training beside running",
            value: Value::Flag(false),
            range: Range::EITHER,
            source: SourceId("context"),
            grade: Grade::Convention,
        },
        Parameter {
            name: "planned_sessions",
            means: "sessions of strength that a plan puts into a usual week",
            value: Value::Number(2.0),
            range: Range::between(0.0, 7.0),
            source: SourceId("blagrove-2018"),
            grade: Grade::Moderate,
        },
        Parameter {
            name: "planned_on_hard_days",
            means: "whether a plan puts strength on the days of hard runs, so that easy days stay \
                    easy; else after easy runs",
            value: Value::Flag(true),
            range: Range::EITHER,
            source: SourceId("everymile"),
            grade: Grade::Convention,
        },
    ],
    judge: Judge::Week(judge),
    charge: None,
    hold: None,
};

fn judge(case: &Case<'_>, parameters: &Parameters<'_>, week: Week) -> Opinion {
    let only_strength = parameters.flag("only_strength");
    let what = if only_strength { "strength" } else { "strength or cross-training" };
    let mut counted = case
        .cross_training
        .iter()
        .filter(|session| !only_strength || session.sport == Sport::Strength)
        .peekable();
    if counted.peek().is_none() {
        return Opinion::cannot_tell(
            format!("No {what} is in the log; many runners do not record it."),
            "Record it with the watch, or leave this rule out of your doctrine.",
        );
    }
    let sessions = counted
        .map(|session| session.start.date())
        .filter(|day| week.holds(*day) && *day <= case.on)
        .count();
    let asked = Asked::at_least(parameters.number("min_sessions"), Unit::Sessions);
    let is_over = case.on >= week.end();
    if asked.margin(sessions as f64) < 0.0 && !is_over {
        return Opinion::cannot_tell("The week is not over.", "Ask again when it is.");
    }
    let message = format!("The week held {} of {what}.", count(sessions, "session"));
    Opinion::of(sessions as f64, asked, message).if_broken(
        "Swap one easy run for the same minutes of strength work: hips, glutes, calves and core.",
    )
}
