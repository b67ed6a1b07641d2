//! Recovery runs follow something to recover from.

use crate::{
    case::Case,
    doctrine::Value,
    finding::{Asked, Opinion, Unit},
    measures::{
        long_races::long_race,
        roles::{is_meant_as_recovery, is_recovery_run},
        structure::{is_hard, is_hard_or_long},
    },
    rule::{Judge, Maturity, Parameter, Parameters, Range, Rule, RuleId, Topic},
    source::{Grade, SourceId},
    words::{called, count},
};
use training::{NamedRun, Purpose, calendar::add_days};

/// The rule.
pub static RULE: Rule = Rule {
    id: RuleId("place-recovery-runs"),
    topic: Topic::Recovery,
    asks: "Place recovery runs within a day or so after a hard or long run, for that reason alone.",
    page: include_str!("place_recovery_runs.md"),
    grade: Grade::Convention,
    sources: &[
        SourceId("recovery"),
        SourceId("martinez-navarro-2021"),
        SourceId("van-hooren-2018"),
    ],
    statements: &[
        "recovery-01",
        "recovery-24",
        "recovery-43",
        "recovery-46",
        "recovery-49",
        "recovery-50",
        "recovery-51",
        "recovery-52",
    ],
    maturity: Maturity::Firm,
    parameters: &[
        Parameter {
            name: "latest",
            means: "hours after a hard or long run up to which a run still recovers from it: a day, \
                    and room for a morning or an evening",
            value: Value::Number(36.0),
            range: Range::between(12.0, 96.0),
            source: SourceId("recovery"),
            grade: Grade::Convention,
        },
        Parameter {
            name: "earliest_after_tempo",
            means: "hours after a tempo run before which a recovery run comes too soon",
            value: Value::Number(12.0),
            range: Range::between(0.0, 48.0),
            source: SourceId("recovery"),
            grade: Grade::Convention,
        },
        Parameter {
            name: "earliest_after_race",
            means: "hours after a race of a half-marathon or more before which it comes too soon",
            value: Value::Number(48.0),
            range: Range::between(0.0, 336.0),
            source: SourceId("recovery"),
            grade: Grade::Convention,
        },
        Parameter {
            name: "too_sore",
            means: "soreness of ten from which a long run is not followed by a run",
            value: Value::Number(6.0),
            range: Range::between(1.0, 10.0),
            source: SourceId("recovery"),
            grade: Grade::Convention,
        },
    ],
    judge: Judge::Run(judge),
    charge: None,
    hold: None,
};

/// How far back a hard run is looked for.
const LOOK_BACK: i64 = 4;

fn judge(case: &Case<'_>, parameters: &Parameters<'_>, run: &NamedRun) -> Opinion {
    if is_hard(run) {
        return Opinion::not_applicable(
            "It was hard itself; a light run within a day may follow it.",
        );
    }
    if !is_recovery_run(case, run) {
        return Opinion::not_applicable("It was not a recovery run.");
    }
    let latest = parameters.number("latest");
    let before = last_hard_run(case, run)
        .filter(|(hard, hours)| *hours <= latest || long_race(hard).is_some());
    let Some((before, hours)) = before else { return without_reason(case, run, latest) };
    let after = format!("Your recovery run came {} {}", since(hours), called(before.purpose()));
    let earliest = earliest(before, parameters);
    if hours < earliest {
        let asked = Asked::at_least(earliest, Unit::Hours);
        return Opinion::of(hours, asked, format!("{after}, which is soon."))
            .if_broken(format!("Give it {earliest:.0} hours; until then walk, or rest."));
    }
    let too_sore = parameters.number("too_sore");
    match soreness(case, run).filter(|sore| *sore >= too_sore) {
        Some(sore) if before.purpose() == Purpose::Long => Opinion::broken(
            format!("{after}, on a day with soreness {sore:.0} of 10."),
            "On legs that sore, rest or do something without impact instead.",
        ),
        _ => Opinion::kept(format!("{after}.")),
    }
}

/// The last hard or long run of the days before a run, and the hours from its end.
fn last_hard_run<'a>(case: &Case<'a>, run: &NamedRun) -> Option<(&'a NamedRun, f64)> {
    let starts = run.start.utc.as_second() as f64;
    case.runs_between(add_days(run.date(), -LOOK_BACK), run.date())
        .iter()
        .rfind(|other| is_hard_or_long(other) && other.start.utc < run.start.utc)
        .map(|hard| (hard, (starts - hard.start.utc.as_second() as f64 - hard.elapsed.0) / 3600.0))
}

/// `9 hours after`, `right after`.
fn since(hours: f64) -> String {
    let hours = hours.round().max(0.0) as usize;
    if hours == 0 { "right after".to_owned() } else { format!("{} after", count(hours, "hour")) }
}

/// Hours after a run before which a recovery run comes too soon.
fn earliest(before: &NamedRun, parameters: &Parameters<'_>) -> f64 {
    match before.purpose() {
        _ if long_race(before).is_some() => parameters.number("earliest_after_race"),
        Purpose::Tempo => parameters.number("earliest_after_tempo"),
        _ => 0.0,
    }
}

/// A run that was meant as recovery, with nothing to recover from, has no reason; one that was only
/// found to be like it is an easy run.
fn without_reason(case: &Case<'_>, run: &NamedRun, latest: f64) -> Opinion {
    if !is_meant_as_recovery(case, run) {
        return Opinion::not_applicable("Nothing hard came before it: it counts as an easy run.");
    }
    Opinion::broken(
        format!("There was no hard or long run within {latest:.0} hours before it."),
        "Call it an easy run and enjoy it, or keep recovery for the day after hard runs.",
    )
}

fn soreness(case: &Case<'_>, run: &NamedRun) -> Option<f64> {
    let case = case.as_of(run.date());
    case.check_in_today()?.soreness.map(|soreness| u8::from(soreness).into())
}
