//! Sign 7: one rest day a week or none.

use crate::{
    case::Case,
    doctrine::Value,
    finding::{Asked, Opinion, Unit},
    measures::days::week_days,
    rule::{Judge, Maturity, Parameter, Parameters, Rule, RuleId},
    source::{Grade, SourceId},
    words::count,
};
use training::Week;

/// The rule.
pub static RULE: Rule = Rule {
    id: RuleId("take-rest-days"),
    asks: "Leave days without running in every week.",
    page: include_str!("take_rest_days.md"),
    grade: Grade::Convention,
    sources: &[SourceId("signs")],
    statements: &["signs-32", "signs-33", "signs-39"],
    maturity: Maturity::Firm,
    parameters: &[Parameter {
        name: "min_rest_days",
        means: "days without a run in seven, at least",
        value: Value::Number(2.0),
        source: SourceId("signs"),
        grade: Grade::Convention,
    }],
    judge: Judge::Week(judge),
    charge: None,
};

fn judge(case: &Case<'_>, parameters: &Parameters<'_>, week: Week) -> Opinion {
    let asked = parameters.number("min_rest_days");
    let days = week_days(case, week);
    let could_still_rest = (days.rest + days.unknown) as f64 >= asked;
    if days.unknown > 0 && could_still_rest && (days.rest as f64) < asked {
        return Opinion::cannot_tell(
            format!("{} of this week are not known.", count(days.unknown, "day")),
            "Ask again when the week is over.",
        );
    }
    let message =
        format!("You ran on {} and rested on {}.", count(days.run, "day"), count(days.rest, "day"));
    Opinion::of(days.rest as f64, Asked::at_least(asked, Unit::Days), message)
        .if_broken("Leave out the run with the least purpose and keep that day free.")
}
