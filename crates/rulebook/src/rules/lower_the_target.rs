//! Who keeps needing rest that was not planned has planned too much.

use crate::{
    case::Case,
    doctrine::Value,
    finding::{Asked, Opinion, Unit},
    measures::plan::{Adherence, adherence},
    rule::{Judge, Maturity, Parameter, Parameters, Range, Rule, RuleId, Topic},
    source::{Grade, SourceId},
    words::{count, how_many},
};
use training::calendar::add_days;

/// The rule.
pub static RULE: Rule = Rule {
    id: RuleId("lower-the-target"),
    topic: Topic::Plan,
    asks: "Plan less when you keep needing rest that was not planned.",
    page: include_str!("lower_the_target.md"),
    grade: Grade::Convention,
    sources: &[SourceId("progression")],
    statements: &["progression-66"],
    maturity: Maturity::Firm,
    parameters: &[
        Parameter {
            name: "unplanned_rest",
            means: "planned sessions left out in 14 days that make a block one with too much rest",
            value: Value::Number(2.0),
            range: Range::between(1.0, 14.0),
            source: SourceId("progression"),
            grade: Grade::Convention,
        },
        Parameter {
            name: "max_blocks",
            means: "such blocks among the last four, at most",
            value: Value::Number(1.0),
            range: Range::between(0.0, 4.0),
            source: SourceId("progression"),
            grade: Grade::Convention,
        },
    ],
    judge: Judge::Days(judge),
    charge: None,
    hold: None,
};

const BLOCK_DAYS: i64 = 14;
const BLOCKS: i64 = 4;

fn judge(case: &Case<'_>, parameters: &Parameters<'_>) -> Opinion {
    let blocks: Vec<Adherence> = (0..BLOCKS)
        .filter_map(|step| {
            let last = add_days(case.on, -BLOCK_DAYS * step);
            adherence(case, add_days(last, 1 - BLOCK_DAYS), last)
        })
        .collect();
    if blocks.is_empty() {
        return Opinion::not_applicable("There was no plan in the last eight weeks.");
    }
    let most = parameters.number("max_blocks");
    if blocks.len() as f64 <= most {
        return Opinion::cannot_tell(
            "The plan has not gone on for long enough to tell whether it asks too much.",
            "Ask again in two weeks.",
        );
    }
    let limit = parameters.number("unplanned_rest");
    let too_much = blocks.iter().filter(|block| block.rested() as f64 >= limit).count();
    let left_out: usize = blocks.iter().map(Adherence::rested).sum();
    let message = format!(
        "In the last {} of two weeks each you left out {} of the plan; {} had two or more.",
        count(blocks.len(), "block"),
        count(left_out, "session"),
        how_many(too_much)
    );
    Opinion::of(too_much as f64, Asked::at_most(most, Unit::Blocks), message).if_broken(
        "Lower the weekly target by a tenth for the next block. The plan asks for more than your \
         days have room for just now; that is the plan's matter, not yours.",
    )
}
