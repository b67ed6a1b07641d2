//! Hard, moderate and easy in every cycle.

use crate::{
    case::Case,
    doctrine::Value,
    finding::Opinion,
    measures::{
        distribution::of_session,
        innocence::{is_beginner, runs_for_wellbeing},
        intensity::Intensity,
        structure::is_structured,
        volume::history_days,
    },
    rule::{Judge, Maturity, Parameter, Parameters, Range, Rule, RuleId, Topic},
    source::{Grade, SourceId},
    words::how_many,
};
use training::NamedRun;

/// The rule.
pub static RULE: Rule = Rule {
    id: RuleId("mix-your-efforts"),
    topic: Topic::Intensity,
    asks: "Let every cycle of four to six weeks hold hard, moderate and easy runs.",
    page: include_str!("mix_your_efforts.md"),
    grade: Grade::Convention,
    sources: &[SourceId("progression"), SourceId("rosenblat-2025"), SourceId("festa-2020")],
    statements: &["progression-09"],
    maturity: Maturity::Trial,
    parameters: &[Parameter {
        name: "cycle_weeks",
        means: "weeks of a cycle: 4 to 6",
        value: Value::Number(6.0),
        range: Range::between(1.0, 26.0),
        source: SourceId("progression"),
        grade: Grade::Convention,
    }],
    judge: Judge::Days(judge),
    charge: None,
    hold: None,
};

/// A history shorter than this holds no cycle.
const SHORTEST_CYCLE_DAYS: i64 = 28;

fn judge(case: &Case<'_>, parameters: &Parameters<'_>) -> Opinion {
    if let Some(reason) = runs_for_wellbeing(case) {
        return Opinion::not_applicable(reason);
    }
    if is_beginner(case) {
        return Opinion::not_applicable("At this stage easy running alone does the work.");
    }
    if history_days(case).is_none_or(|days| days < SHORTEST_CYCLE_DAYS) {
        return Opinion::cannot_tell(
            "The log does not hold four weeks yet.",
            "Import older runs, or ask again later.",
        );
    }
    let weeks = parameters.number("cycle_weeks");
    let runs = case.recent_runs(7 * weeks as i64);
    let [hard, moderate, easy] = [Intensity::Hard, Intensity::Moderate, Intensity::Easy]
        .map(|intensity| runs.iter().filter(|run| was(run, intensity)).count());
    let message = format!(
        "In {weeks:.0} weeks {} of your runs were hard, {} moderate with a structure, and {} easy.",
        how_many(hard),
        how_many(moderate),
        how_many(easy),
    );
    if hard > 0 && moderate > 0 && easy > 0 {
        return Opinion::kept(message);
    }
    Opinion::broken(message, advice(hard, moderate))
}

/// Whether a run was of an intensity; moderate only when it was meant and built so.
fn was(run: &NamedRun, intensity: Intensity) -> bool {
    let is_meant = intensity != Intensity::Moderate || is_structured(run);
    is_meant && of_session(run) == Some(intensity)
}

fn advice(hard: usize, moderate: usize) -> &'static str {
    match (hard, moderate) {
        (0, 0) => "Turn one easy run a week into a tempo run or into intervals, in turns.",
        (0, _) => "Add intervals or hills now and then, in place of one of the moderate runs.",
        (_, 0) => {
            "Add a tempo run or a progression now and then, in place of one of the hard runs."
        }
        _ => "Run some of them easily, at a pace that lets you talk in whole sentences.",
    }
}
