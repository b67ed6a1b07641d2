//! Recovery runs are for those who run often.

use crate::{
    case::Case,
    doctrine::Value,
    finding::{Asked, Opinion, Unit},
    hold::{Allows, Hold},
    measures::{
        days::run_days_a_week,
        innocence::runs_for_wellbeing,
        roles::{hard_run_before, hard_run_yesterday, is_meant_as_recovery, is_recovery_run},
        structure::is_hard_or_long,
        volume::weekly_distance,
    },
    rule::{Judge, Maturity, Parameter, Parameters, Range, Rule, RuleId, Topic},
    source::{Grade, SourceId},
    words::{count, named_run},
};
use training::{Metres, NamedRun, Purpose, calendar::add_days};

/// The rule.
pub static RULE: Rule = Rule {
    id: RuleId("earn-recovery-runs"),
    topic: Topic::Recovery,
    asks: "Run for recovery if you run nearly every day; if you run on few days, rest between them.",
    page: include_str!("earn_recovery_runs.md"),
    grade: Grade::Convention,
    sources: &[SourceId("recovery"), SourceId("everymile")],
    statements: &[
        "recovery-58",
        "recovery-59",
        "recovery-60",
        "recovery-61",
        "recovery-126",
        "recovery-129",
        "recovery-130",
    ],
    maturity: Maturity::Firm,
    parameters: &[
        Parameter {
            name: "none_below",
            means: "run days a week below which no run is for recovery; 3 to 4",
            value: Value::Number(4.0),
            range: Range::between(1.0, 7.0),
            source: SourceId("recovery"),
            grade: Grade::Convention,
        },
        Parameter {
            name: "needed_from",
            means: "run days a week from which recovery runs belong to it; what lies between is the \
                    runner's choice",
            value: Value::Number(5.0),
            range: Range::between(1.0, 8.0),
            source: SourceId("recovery"),
            grade: Grade::Convention,
        },
        Parameter {
            name: "needed_from_distance",
            means: "kilometres a week from which they do, on however many days: 50 miles",
            value: Value::Number(80.4672),
            range: Range::between(10.0, 300.0),
            source: SourceId("recovery"),
            grade: Grade::Convention,
        },
        Parameter {
            name: "fewest",
            means: "recovery runs in 28 days that it then takes, or as many as there were hard and \
                    long runs: one a week",
            value: Value::Number(4.0),
            range: Range::between(1.0, 28.0),
            source: SourceId("everymile"),
            grade: Grade::Convention,
        },
    ],
    judge: Judge::Days(judge),
    charge: None,
    hold: Some(hold),
};

fn judge(case: &Case<'_>, parameters: &Parameters<'_>) -> Opinion {
    let Some(days) = run_days_a_week(case) else {
        return Opinion::cannot_tell(
            "The log does not hold four weeks yet.",
            "Import older runs, or ask again later.",
        );
    };
    let runs = case.recent_runs(28);
    let on_days = format!("You ran on {days:.1} days a week");
    if is_frequent(case, parameters, days) {
        return needed(case, runs, parameters, &on_days);
    }
    if days >= parameters.number("none_below") {
        return Opinion::not_applicable(format!(
            "{on_days}: whether you run for recovery is up to you."
        ));
    }
    let meant = runs.iter().filter(|run| is_meant_as_recovery(case, run)).count();
    let message =
        format!("{on_days}, with {} among the runs of 28 days.", count(meant, "recovery run"));
    Opinion::of(meant as f64, Asked::at_most(0.0, Unit::Runs), message).if_broken(
        "The days between are recovery enough: rest on them or do something else, and spend the \
         energy on the runs that matter.",
    )
}

/// Whether the runner runs so often, or so far, that recovery runs belong to it.
fn is_frequent(case: &Case<'_>, parameters: &Parameters<'_>, days: f64) -> bool {
    let far = Metres::from_km(parameters.number("needed_from_distance"));
    days >= parameters.number("needed_from")
        || weekly_distance(case).is_some_and(|weekly| weekly >= far)
}

/// Who runs nearly every day recovers on some of them.
fn needed(
    case: &Case<'_>,
    runs: &[NamedRun],
    parameters: &Parameters<'_>,
    on_days: &str,
) -> Opinion {
    let hard = runs.iter().filter(|run| is_hard_or_long(run)).count();
    if hard == 0 {
        return Opinion::not_applicable("There was no hard or long run to recover from.");
    }
    let recovers = |run: &&NamedRun| {
        is_recovery_run(case, run)
            || (run.purpose() == Purpose::Easy && hard_run_before(case, run).is_some())
    };
    let found = runs.iter().filter(recovers).count();
    let fewest = parameters.number("fewest").min(hard as f64);
    let message = format!(
        "{on_days}; in 28 days {} came after {}.",
        count(found, "easy run"),
        count(hard, "hard or long run"),
    );
    Opinion::of(found as f64, Asked::at_least(fewest, Unit::Runs), message).if_broken(
        "Make the day after a hard or long run a short and very slow one: at this frequency it is \
         what lets the rest add up.",
    )
}

/// For somebody who runs on few days, the day after something hard is one without running.
fn hold(case: &Case<'_>, parameters: &Parameters<'_>) -> Option<Hold> {
    let before = hard_run_yesterday(case).filter(|_| runs_for_wellbeing(case).is_none())?;
    let case = &case.as_of(add_days(case.on, -1));
    let days = run_days_a_week(case)?;
    let rests = days < parameters.number("none_below") && !is_frequent(case, parameters, days);
    rests.then(|| {
        let message = format!(
            "Yesterday you ran {}, and you run on {days:.1} days a week: the days between are your \
             recovery.",
            named_run(before, case.units)
        );
        Hold::to(Allows::Swap, message)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::examples::example;

    /// What is left of the last Sunday.
    fn check(weeks: &str, expected: Option<&str>) {
        let example = example(weeks);
        let hold = hold(&example.case(), &Parameters { defaults: RULE.parameters, set: &[] });
        assert_eq!(hold.as_ref().map(|hold| hold.message.as_str()), expected, "{weeks}");
        assert!(hold.is_none_or(|hold| hold.allows == Allows::Swap));
    }

    #[test]
    fn on_three_days_a_week_the_day_after_a_long_run_is_free() {
        check(
            "5 weeks:\nTue easy 45min\nThu easy 45min\nSat long 15km",
            Some(
                "Yesterday you ran a long run (15.0 km), and you run on 3.0 days a week: the days \
                 between are your recovery.",
            ),
        );
    }

    #[test]
    fn after_an_easy_day_nothing_is_held() {
        check("5 weeks:\nTue easy 45min\nThu long 15km\nSat easy 45min", None);
    }

    #[test]
    fn on_five_days_a_week_the_day_after_may_be_run() {
        check(
            "5 weeks:\nMon easy 45min\nTue easy 45min\nThu easy 45min\nFri easy 30min\nSat long 15km",
            None,
        );
    }

    #[test]
    fn a_short_log_holds_nothing() {
        check("2 weeks:\nTue easy 45min\nSat long 15km", None);
    }
}
