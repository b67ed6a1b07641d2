//! The six things that make mileage purposeful, and the four ways to junk, once a week.

use crate::{
    case::Case,
    doctrine::Value,
    finding::{Asked, Opinion, Unit},
    measures::six_things::{Known, SIX, six_things, ways_to_junk},
    rule::{Judge, Maturity, Parameter, Parameters, Range, Rule, RuleId, Topic},
    source::{Grade, SourceId},
    words::listed,
};
use training::Week;

/// The rule.
pub static RULE: Rule = Rule {
    id: RuleId("check-six-things"),
    topic: Topic::Purpose,
    asks: "Keep six things together: goals, cycles, listening, form, strength and recovery.",
    page: include_str!("check_six_things.md"),
    grade: Grade::Convention,
    sources: &[SourceId("context")],
    statements: &["context-41", "context-42"],
    maturity: Maturity::Trial,
    parameters: &[Parameter {
        name: "min_things",
        means: "of the six things, how many are there, at least",
        value: Value::Number(4.0),
        range: Range::between(1.0, 6.0),
        source: SourceId("everymile"),
        grade: Grade::Convention,
    }],
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
    let ways = ways_to_junk(case, week);
    if !ways.is_empty() {
        let message = format!("The week shows {}.", listed(&ways));
        return Opinion::of(ways.len() as f64, Asked::at_most(0.0, Unit::Kinds), message)
            .if_broken(
                "Change that before anything else; the rule that measures it says how. A run left \
                 out for your body's sake is never lost.",
            );
    }
    let things = six_things(case, week);
    let there = names(things, Known::Yes);
    let unknown = names(things, Known::CannotTell);
    let asked = Asked::at_least(parameters.number("min_things"), Unit::Kinds);
    let message = message(&there, &names(things, Known::No), &unknown);
    let could_be = (there.len() + unknown.len()) as f64;
    if asked.margin(there.len() as f64) < 0.0 && asked.margin(could_be) >= 0.0 {
        return Opinion::cannot_tell(message, supply(&unknown));
    }
    Opinion::of(there.len() as f64, asked, message)
        .if_broken("Take up one of the missing things next week; one at a time is enough.")
}

fn names(things: [Known; 6], known: Known) -> Vec<&'static str> {
    SIX.iter().zip(things).filter(|(_, own)| *own == known).map(|(name, _)| *name).collect()
}

fn message(there: &[&str], missing: &[&str], unknown: &[&str]) -> String {
    let there = match there {
        [] => "None of the six things is seen to be there.".to_owned(),
        [only] => format!("Of six things 1 is there: {only}."),
        several => format!("Of six things {} are there: {}.", several.len(), listed(several)),
    };
    let missing = sentence("Missing", missing);
    let unknown = sentence("Cannot be told", unknown);
    format!("{there}{missing}{unknown}")
}

fn sentence(head: &str, things: &[&str]) -> String {
    if things.is_empty() { String::new() } else { format!(" {head}: {}.", listed(things)) }
}

/// What would tell of the things that cannot be told.
fn supply(unknown: &[&str]) -> String {
    let what: Vec<&str> = unknown
        .iter()
        .map(|thing| match *thing {
            "goals" => "your goal (everymile profile set goal fitness)",
            "cycles" => "older runs",
            "listening" => "check-ins on three days a week",
            "form" => "long runs with heart rate and cadence",
            "strength" => "strength sessions recorded with the watch",
            _ => "the rest of the week",
        })
        .collect();
    format!("What would tell: {}.", listed(&what))
}
