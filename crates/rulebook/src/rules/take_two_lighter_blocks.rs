//! Twice a year a week or two hold half as much as usual.

use crate::{
    case::Case,
    doctrine::Value,
    finding::{Asked, Opinion, Unit},
    measures::{
        innocence::runs_for_wellbeing,
        lighter::{YEAR_DAYS, lighter_spans},
        volume::history_days,
        weeks::{every_run, full_weeks, last_week_over},
    },
    rule::{Judge, Maturity, Parameter, Parameters, Range, Rule, RuleId, Topic},
    source::{Grade, SourceId},
    words::count,
};

/// The rule.
pub static RULE: Rule = Rule {
    id: RuleId("take-two-lighter-blocks"),
    topic: Topic::Growth,
    asks: "Twice a year, run half as much for a week or two.",
    page: include_str!("take_two_lighter_blocks.md"),
    grade: Grade::Convention,
    sources: &[SourceId("progression")],
    statements: &["progression-70", "progression-72"],
    maturity: Maturity::Trial,
    parameters: &[
        Parameter {
            name: "min_blocks",
            means: "lighter blocks in 52 weeks, at least",
            value: Value::Number(2.0),
            range: Range::between(0.0, 6.0),
            source: SourceId("progression"),
            grade: Grade::Convention,
        },
        Parameter {
            name: "most_share",
            means: "what seven days of a lighter block hold, as a share of the usual week's running \
                    time, at most",
            value: Value::Number(0.5),
            range: Range::between(0.0, 1.0),
            source: SourceId("everymile"),
            grade: Grade::Convention,
        },
        Parameter {
            name: "weeks_apart",
            means: "weeks from the beginning of one lighter block to that of the next, at least",
            value: Value::Number(10.0),
            range: Range::between(1.0, 40.0),
            source: SourceId("everymile"),
            grade: Grade::Convention,
        },
    ],
    judge: Judge::Days(judge),
    charge: None,
    hold: None,
};

fn judge(case: &Case<'_>, parameters: &Parameters<'_>) -> Opinion {
    if let Some(reason) = runs_for_wellbeing(case) {
        return Opinion::not_applicable(reason);
    }
    if history_days(case).is_none_or(|days| days < YEAR_DAYS) {
        return Opinion::cannot_tell(
            "The log does not hold a whole year yet.",
            "Import older runs, or ask again when a year is in it.",
        );
    }
    let weeks = full_weeks(case, last_week_over(case), YEAR_DAYS / 7, every_run);
    let apart = 7 * parameters.number("weeks_apart") as i64;
    let blocks = lighter_spans(case, &weeks, parameters.number("most_share"), apart).len();
    let asked = Asked::at_least(parameters.number("min_blocks"), Unit::Blocks);
    let message = format!(
        "The last 52 weeks held {} of a week or two with half of the usual running.",
        count(blocks, "block")
    );
    Opinion::of(blocks as f64, asked, message).if_broken(
        "After the next race or block, run half as much for seven to fourteen days, easily. What \
         lies between two such blocks is a cycle of building.",
    )
}
