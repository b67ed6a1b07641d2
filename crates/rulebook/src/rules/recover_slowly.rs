//! The run after a hard day is slow enough to be recovery.

use crate::{
    case::Case,
    doctrine::Value,
    finding::{Asked, Opinion, Unit},
    ledger::{Charge, FallsOn},
    measures::{
        grey::{Moderate, Pressed, pressed},
        intensity::easy_speed_limit,
        race_pace::is_at_race_pace,
        roles::hard_run_before,
        structure::is_structured,
    },
    rule::{Judge, Maturity, Parameter, Parameters, Rule, RuleId},
    source::{Grade, SourceId},
    words::{easy_limit, first_threshold, stretch},
};
use training::{NamedRun, Purpose, Standing, calendar::add_days};

/// The rule.
pub static RULE: Rule = Rule {
    id: RuleId("recover-slowly"),
    asks: "Run the day after a hard run below the first threshold, or not at all.",
    page: include_str!("recover_slowly.md"),
    grade: Grade::Convention,
    sources: &[SourceId("signs"), SourceId("martinez-navarro-2021")],
    statements: &["signs-02", "signs-07"],
    maturity: Maturity::Firm,
    parameters: &[Parameter {
        name: "junk_from",
        means: "too fast recovery runs in 28 days from which each is junk",
        value: Value::Number(2.0),
        source: SourceId("everymile"),
        grade: Grade::Convention,
    }],
    judge: Judge::Run(judge),
    charge: Some(charge),
};

fn judge(case: &Case<'_>, _: &Parameters<'_>, run: &NamedRun) -> Opinion {
    if is_structured(run) || run.purpose() == Purpose::Walk {
        return Opinion::not_applicable("The run was a session of its own.");
    }
    if hard_run_before(case, run).is_none() {
        return Opinion::not_applicable("There was no hard run the day before.");
    }
    match pressed(case, run) {
        Pressed::CannotTell => Opinion::cannot_tell(
            "Neither speed nor heart rate tells how hard it was.",
            "Record runs with speed or heart rate, or set your threshold pace.",
        ),
        Pressed::Acquitted(reason) => Opinion::not_applicable(reason),
        Pressed::No => Opinion::kept("The day after a hard run you ran easily."),
        Pressed::Yes(moderate) => too_fast(case, run, moderate),
    }
}

fn too_fast(case: &Case<'_>, run: &NamedRun, moderate: Moderate) -> Opinion {
    let message = format!("The day after a hard run, {}.", account(case, run, moderate));
    let advice = easy_limit(run, case.units).map_or_else(
        || "Run it so slowly that you could talk in whole sentences, or rest.".to_owned(),
        |limit| format!("Run it {limit}, or rest."),
    );
    let numbers = moderate.speed.zip(easy_speed_limit(run));
    let (measured, asked) = match numbers {
        Some((speed, limit)) if speed > limit => {
            (speed.0, Asked::at_most(limit.0, Unit::MetresPerSecond))
        }
        _ => (moderate.share, Asked::at_most(0.5, Unit::Share)),
    };
    Opinion::of(measured, asked, message).if_broken(advice)
}

fn charge(case: &Case<'_>, parameters: &Parameters<'_>, run: &NamedRun) -> Option<Charge> {
    let moderate = hammered(case, run)?;
    let times = times_around(case, run);
    let is_habit = times as f64 >= parameters.number("junk_from");
    let limit = easy_limit(run, case.units)
        .unwrap_or_else(|| "slower, at a pace that lets you talk".to_owned());
    Some(Charge {
        standing: if is_habit { Standing::Junk } else { Standing::Questionable },
        falls_on: FallsOn::TooFastStretches,
        reason: format!(
            "The day after a hard run, {}: too fast to recover and without the structure of a \
             session (once or more: {times} in 28 days).",
            account(case, run, moderate)
        ),
        counterfactual: format!("Run {limit}, the same minutes would have been recovery."),
    })
}

fn account(case: &Case<'_>, run: &NamedRun, moderate: Moderate) -> String {
    format!(
        "{} above your first threshold{}",
        stretch(moderate.distance, moderate.speed, run, case.units),
        first_threshold(run, case.units)
    )
}

/// The too fast part of a run the day after a hard one; `None` when it was easy, had its own
/// structure, or is innocent.
fn hammered(case: &Case<'_>, run: &NamedRun) -> Option<Moderate> {
    hard_run_before(case, run)?;
    match pressed(case, run) {
        Pressed::Yes(moderate) if !is_at_race_pace(case, run) => Some(moderate),
        _ => None,
    }
}

/// How often it happened in the 28 days up to a run or from it, whichever is more.
fn times_around(case: &Case<'_>, run: &NamedRun) -> usize {
    let between = |first, last| {
        case.runs_between(first, last)
            .iter()
            .filter(|other| hammered(case, other).is_some())
            .count()
    };
    let day = run.date();
    between(add_days(day, -27), day).max(between(day, add_days(day, 27)))
}
