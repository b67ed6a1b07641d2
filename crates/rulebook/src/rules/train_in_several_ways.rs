//! A week holds more than one kind of load: another sport, or several kinds of run.

use crate::{
    case::Case,
    doctrine::Value,
    finding::{Asked, Opinion, Unit},
    measures::variety::{Ways, ways},
    rule::{Judge, Maturity, Parameter, Parameters, Range, Rule, RuleId, Topic},
    source::{Grade, SourceId},
    words::count,
};
use training::Week;

/// The rule.
pub static RULE: Rule = Rule {
    id: RuleId("train-in-several-ways"),
    topic: Topic::Variety,
    asks: "Train in two ways a week, or run three kinds of run.",
    page: include_str!("train_in_several_ways.md"),
    grade: Grade::Weak,
    sources: &[SourceId("progression"), SourceId("malisoux-2015")],
    statements: &["progression-13", "progression-16", "progression-31", "progression-32"],
    maturity: Maturity::Trial,
    parameters: &[
        Parameter {
            name: "min_modes",
            means: "ways of training in a week, running among them, at least",
            value: Value::Number(2.0),
            range: Range::between(1.0, 7.0),
            source: SourceId("progression"),
            grade: Grade::Convention,
        },
        Parameter {
            name: "min_kinds",
            means: "or kinds of run in a week, at least",
            value: Value::Number(3.0),
            range: Range::between(1.0, 10.0),
            source: SourceId("progression"),
            grade: Grade::Convention,
        },
    ],
    judge: Judge::Week(judge),
    charge: None,
    hold: None,
};

fn judge(case: &Case<'_>, parameters: &Parameters<'_>, week: Week) -> Opinion {
    if case.first_run_day().is_none() {
        return Opinion::no_run_yet();
    }
    if case.runs_in(week).is_empty() {
        return Opinion::not_applicable("There was no run.");
    }
    let ways = ways(case, week);
    let by_modes = Asked::at_least(parameters.number("min_modes"), Unit::Kinds);
    let by_kinds = Asked::at_least(parameters.number("min_kinds"), Unit::Kinds);
    let (modes, kinds) = (1.0 + ways.sports.len() as f64, ways.kinds.len() as f64);
    let message = message(&ways);
    if by_modes.margin(modes) >= 0.0 {
        return Opinion::of(modes, by_modes, message);
    }
    if by_kinds.margin(kinds) >= 0.0 {
        return Opinion::of(kinds, by_kinds, message);
    }
    if case.on < week.end() {
        return Opinion::cannot_tell(message, "Ask again when the week is over.");
    }
    if case.cross_training.is_empty() {
        return Opinion::cannot_tell(
            format!("{message} Other sports are not in the log."),
            "Record other sports with the watch; many runners do not.",
        );
    }
    Opinion::of(kinds, by_kinds, message).if_broken(
        "Swap one run for an hour of cycling, water or weights, or make one of the runs another \
         kind: strides, hills, a tempo, or a slow jog.",
    )
}

fn message(ways: &Ways) -> String {
    let runs = match ways.kinds.as_slice() {
        [kind] => format!("The week's running was of 1 kind ({kind})"),
        kinds => {
            let names: Vec<String> = kinds.iter().map(ToString::to_string).collect();
            format!("The week held {} of run ({})", count(kinds.len(), "kind"), names.join(", "))
        }
    };
    if ways.sports.is_empty() {
        return format!("{runs} and no other sport.");
    }
    let minutes =
        ways.time.map_or_else(String::new, |time| format!(" for {:.0} minutes", time.minutes()));
    format!("{runs}, and {}{minutes}.", count(ways.sports.len(), "other sport"))
}
