//! Recovery runs are short.

use crate::{
    case::Case,
    doctrine::Value,
    finding::{Asked, Opinion, Unit},
    measures::{
        recovery_band::{Band, recovery_band},
        roles::{is_meant_as_recovery, is_recovery_run},
    },
    rule::{Judge, Maturity, Parameter, Parameters, Range, Rule, RuleId, Topic},
    source::{Grade, SourceId},
    words::minutes,
};
use training::NamedRun;

/// The rule.
pub static RULE: Rule = Rule {
    id: RuleId("keep-recovery-runs-short"),
    topic: Topic::Recovery,
    asks: "Keep recovery runs short: shorter than your easy runs, and the shorter the newer you \
           are to running.",
    page: include_str!("keep_recovery_runs_short.md"),
    grade: Grade::Convention,
    sources: &[SourceId("recovery"), SourceId("everymile")],
    statements: &[
        "recovery-25",
        "recovery-29",
        "recovery-30",
        "recovery-31",
        "recovery-32",
        "recovery-33",
        "recovery-34",
        "recovery-35",
        "recovery-37",
        "recovery-38",
        "recovery-106",
    ],
    maturity: Maturity::Firm,
    parameters: &[
        minutes_of("beginner_shortest", "minutes that suffice for a beginner", 15.0),
        minutes_of("beginner_longest", "minutes a beginner does not go beyond", 30.0),
        minutes_of("intermediate_shortest", "minutes that suffice at an intermediate level", 30.0),
        minutes_of(
            "intermediate_longest",
            "minutes not gone beyond at an intermediate level",
            45.0,
        ),
        minutes_of("advanced_shortest", "minutes that suffice at an advanced level", 45.0),
        minutes_of("advanced_longest", "minutes not gone beyond at an advanced level", 60.0),
        minutes_of(
            "longest_after_race",
            "minutes not gone beyond when the run before was a race or among the longest tenth of \
             half a year's long runs",
            20.0,
        ),
        minutes_of(
            "longest_below_high_mileage",
            "minutes not gone beyond, whatever the level, below a high weekly distance",
            45.0,
        ),
        Parameter {
            name: "high_mileage",
            means: "kilometres a week from which runs may be longer than that: 50 miles",
            value: Value::Number(80.4672),
            range: Range::between(10.0, 300.0),
            source: SourceId("recovery"),
            grade: Grade::Convention,
        },
        Parameter {
            name: "share_of_easy_run",
            means: "the longest as a share of the usual easy run of four weeks",
            value: Value::Number(1.0),
            range: Range::between(0.1, 1.5),
            source: SourceId("recovery"),
            grade: Grade::Convention,
        },
        Parameter {
            name: "only_if_meant",
            means: "whether only runs are judged that somebody stated or planned as recovery, and \
                    none that were merely found to be like it",
            value: Value::Flag(false),
            range: Range::EITHER,
            source: SourceId("everymile"),
            grade: Grade::Convention,
        },
    ],
    judge: Judge::Run(judge),
    charge: None,
    hold: None,
};

const fn minutes_of(name: &'static str, means: &'static str, value: f64) -> Parameter {
    Parameter {
        name,
        means,
        value: Value::Number(value),
        range: Range::between(5.0, 120.0),
        source: SourceId("recovery"),
        grade: Grade::Convention,
    }
}

fn judge(case: &Case<'_>, parameters: &Parameters<'_>, run: &NamedRun) -> Opinion {
    if !is_recovery_run(case, run) {
        return Opinion::not_applicable("It was not a recovery run.");
    }
    if parameters.flag("only_if_meant") && !is_meant_as_recovery(case, run) {
        return Opinion::not_applicable(
            "Nobody meant it as a recovery run; it may be an easy run.",
        );
    }
    let band = recovery_band(&case.as_of(run.date()), parameters);
    let message = format!(
        "Your recovery run took {}; {} is the longest {}.",
        minutes(run.moving),
        minutes(band.longest),
        band.because
    );
    let asked = Asked::at_most(band.longest.minutes().round(), Unit::Minutes);
    Opinion::of(run.moving.minutes().round(), asked, message).if_broken(advice(&band))
}

fn advice(band: &Band) -> String {
    let longest = minutes(band.longest);
    let shortest = band.shortest.minutes().round();
    if shortest < band.longest.minutes().round() {
        format!("Stop the next one after {shortest:.0} to {longest}, still easy: done beats more.")
    } else {
        format!("Stop the next one after {longest}, still easy: done beats more.")
    }
}
