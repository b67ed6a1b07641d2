//! What a runner usually runs is clear before more is added to it.

use crate::{
    case::Case,
    doctrine::Value,
    finding::{Asked, Opinion, Unit},
    measures::{
        statistics::median,
        weeks::{GUARD, every_run, full_weeks, last_week_over, yardstick},
    },
    rule::{Judge, Maturity, Parameter, Parameters, Range, Rule, RuleId, Topic},
    source::{Grade, SourceId},
    words::{count, how_many},
};

/// The rule.
pub static RULE: Rule = Rule {
    id: RuleId("start-from-a-baseline"),
    topic: Topic::Growth,
    asks: "Know what you usually run before you add to it.",
    page: include_str!("start_from_a_baseline.md"),
    grade: Grade::Convention,
    sources: &[SourceId("progression")],
    statements: &["progression-02"],
    maturity: Maturity::Firm,
    parameters: &[
        Parameter {
            name: "min_weeks",
            means: "of the last four full weeks, how many lie near their middle, at least",
            value: Value::Number(3.0),
            range: Range::between(1.0, 4.0),
            source: SourceId("progression"),
            grade: Grade::Convention,
        },
        Parameter {
            name: "near",
            means: "how far from the middle of the four a week still is near it, as a share",
            value: Value::Number(0.3),
            range: Range::between(0.0, 1.0),
            source: SourceId("everymile"),
            grade: Grade::Convention,
        },
    ],
    judge: Judge::Days(judge),
    charge: None,
    hold: None,
};

/// A baseline rests on the last four full weeks (the article on safe progression).
const WEEKS: i64 = 4;

fn judge(case: &Case<'_>, parameters: &Parameters<'_>) -> Opinion {
    let fewest = parameters.number("min_weeks");
    let weeks = full_weeks(case, last_week_over(case), WEEKS, every_run);
    if (weeks.len() as f64) < fewest {
        return Opinion::cannot_tell(
            format!("The log holds {} so far; a baseline takes three.", full(weeks.len())),
            "Import older runs, or run three weeks much alike.",
        );
    }
    let by = yardstick(case, &weeks);
    let sizes = by.sizes(&weeks);
    let usual = median(&sizes).unwrap_or_default();
    if usual <= 0.0 {
        return Opinion::not_applicable(
            "There was hardly any running in the last four weeks; a baseline comes after the \
             return.",
        );
    }
    let most = parameters.number("near") * usual + GUARD;
    let near = sizes.iter().filter(|size| (**size - usual).abs() <= most).count();
    let message = format!(
        "The middle of your last {} is {}; {} near it, which makes {} baseline.",
        full(sizes.len()),
        by.said(usual, case.units),
        if near == 1 {
            "1 of them lies".to_owned()
        } else {
            format!("{} of them lie", how_many(near))
        },
        if near as f64 >= fewest { "a clear" } else { "no clear" }
    );
    Opinion::of(near as f64, Asked::at_least(fewest, Unit::Weeks), message).if_broken(
        "Run two or three weeks much alike before you add to them; then you know what you build \
         on.",
    )
}

fn full(weeks: usize) -> String {
    count(weeks, "full week")
}
