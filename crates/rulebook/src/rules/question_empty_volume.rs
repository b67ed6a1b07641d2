//! More distance and no more speed: volume that does not pay.

use crate::{
    case::Case,
    doctrine::Value,
    finding::{Asked, Opinion, Unit},
    measures::{
        innocence::{is_beginner, runs_for_wellbeing},
        volume::{total_distance, two_times_four_weeks},
    },
    rule::{Judge, Maturity, Parameter, Parameters, Range, Rule, RuleId, Topic},
    source::{Grade, SourceId},
    words::{changed, distance},
};
use training::{Metres, MetresPerSecond, NamedRun};

/// The rule.
pub static RULE: Rule = Rule {
    id: RuleId("question-empty-volume"),
    topic: Topic::Growth,
    asks: "When distance rises for eight weeks, critical speed rises too.",
    page: include_str!("question_empty_volume.md"),
    grade: Grade::Weak,
    sources: &[SourceId("signs")],
    statements: &["signs-13"],
    maturity: Maturity::Trial,
    parameters: &[
        Parameter {
            name: "min_gain",
            means: "rise of critical speed in eight weeks, as a share, when distance rose",
            value: Value::Number(0.005),
            range: Range::between(0.0, 0.2),
            source: SourceId("everymile"),
            grade: Grade::Convention,
        },
        Parameter {
            name: "volume_rise",
            means: "rise of distance from the first four weeks to the last four, as a share, from \
                    which the rule speaks",
            value: Value::Number(0.1),
            range: Range::between(0.0, 1.0),
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
    if is_beginner(case) {
        return Opinion::not_applicable("At this stage every easy run builds the base.");
    }
    let Some((before, after)) = two_times_four_weeks(case) else {
        return too_little_known();
    };
    let Some((was, is)) = total_distance(before).zip(total_distance(after)) else {
        return too_little_known();
    };
    if is.0 < was.0 * (1.0 + parameters.number("volume_rise")) {
        return Opinion::not_applicable(format!(
            "Distance did not rise: {} in four weeks after {}.",
            distance(is, case.units),
            distance(was, case.units)
        ));
    }
    let Some((slow, fast)) = first_speed(before).zip(last_speed(after)) else {
        return too_little_known();
    };
    let gain = fast.0 / slow.0 - 1.0;
    verdict(case, parameters, (was, is), gain)
}

fn verdict(
    case: &Case<'_>,
    parameters: &Parameters<'_>,
    (was, is): (Metres, Metres),
    gain: f64,
) -> Opinion {
    let message = format!(
        "You ran {} in the last four weeks after {} in the four before, and critical speed {}.",
        distance(is, case.units),
        distance(was, case.units),
        changed(gain, 1)
    );
    Opinion::of(gain, Asked::at_least(parameters.number("min_gain"), Unit::Share), message)
        .if_broken(
            "Ask which of the added runs have a job. Two weeks with less distance and one good \
             session may move more.",
        )
}

fn too_little_known() -> Opinion {
    Opinion::cannot_tell(
        "It takes eight weeks with distances and with critical speed known at both ends.",
        "Import older runs; a few hard efforts every month keep critical speed known.",
    )
}

fn first_speed(runs: &[NamedRun]) -> Option<MetresPerSecond> {
    runs.iter().find_map(critical_speed)
}

fn last_speed(runs: &[NamedRun]) -> Option<MetresPerSecond> {
    runs.iter().rev().find_map(critical_speed)
}

fn critical_speed(run: &NamedRun) -> Option<MetresPerSecond> {
    run.thresholds.critical_speed.map(|critical| critical.value)
}
