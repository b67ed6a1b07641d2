//! Sign 6: running more than two or three days in a row, week after week.

use crate::{
    case::Case,
    doctrine::Value,
    finding::{Asked, Opinion, Unit},
    measures::{days::longest_streak, volume::history_days},
    rule::{Judge, Maturity, Parameter, Parameters, Rule, RuleId, Topic},
    source::{Grade, SourceId},
    words::{count, how_many},
};
use training::{Week, calendar::add_days};

/// The rule.
pub static RULE: Rule = Rule {
    id: RuleId("break-up-straight-days"),
    topic: Topic::Recovery,
    asks: "Do not run more than a few days in a row, week after week.",
    page: include_str!("break_up_straight_days.md"),
    grade: Grade::Convention,
    sources: &[SourceId("signs")],
    statements: &["signs-29", "signs-30"],
    maturity: Maturity::Firm,
    parameters: &[
        Parameter {
            name: "max_straight_days",
            means: "days in a row with a run, at most",
            value: Value::Number(3.0),
            source: SourceId("signs"),
            grade: Grade::Convention,
        },
        Parameter {
            name: "weeks_allowed",
            means: "of the last four weeks, how many may go beyond it",
            value: Value::Number(1.0),
            source: SourceId("everymile"),
            grade: Grade::Convention,
        },
    ],
    judge: Judge::Days(judge),
    charge: None,
    hold: None,
};

fn judge(case: &Case<'_>, parameters: &Parameters<'_>) -> Opinion {
    let most = parameters.number("max_straight_days");
    let allowed = parameters.number("weeks_allowed");
    let streaks: Vec<usize> = (1..=4)
        .map(|back| longest_streak(case, Week { start: add_days(case.on, 1 - 7 * back) }))
        .collect();
    let over = streaks.iter().filter(|streak| **streak as f64 > most).count();
    let reaches_fourth_week = history_days(case).is_some_and(|days| days > 21);
    if !reaches_fourth_week && over as f64 <= allowed {
        return Opinion::cannot_tell(
            "The log does not hold four weeks yet.",
            "Import older runs, or ask again later.",
        );
    }
    let longest = streaks.into_iter().max().unwrap_or(0);
    let message = format!(
        "In {} of the last four weeks you ran more than {most:.0} days in a row; the longest \
         row was {}.",
        how_many(over),
        count(longest, "day")
    );
    Opinion::of(over as f64, Asked::at_most(allowed, Unit::Weeks), message).if_broken(
        "Put a day without running in the middle of the row, best after the hardest run.",
    )
}
