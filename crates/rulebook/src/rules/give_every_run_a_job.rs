//! Sign 1: the week already holds speed, a long run and recovery, and there are still more runs.

use crate::{
    case::Case,
    doctrine::Value,
    finding::{Asked, Opinion, Unit},
    ledger::{Charge, FallsOn},
    measures::{
        grey::moderate,
        innocence::{is_beginner, runs_for_wellbeing},
        intensity::Proof,
        roles::{corners, hard_run_before, is_alone_on_its_day, is_unassigned, recovery_runs},
        volume::full_easy_minutes,
    },
    rule::{Judge, Maturity, Parameter, Parameters, Range, Rule, RuleId, Topic},
    source::{Grade, SourceId},
    words::count,
};
use training::{NamedRun, Standing, Week, calendar::add_days};

/// The rule.
pub static RULE: Rule = Rule {
    id: RuleId("give-every-run-a-job"),
    topic: Topic::Purpose,
    asks: "Once a week holds speed, a long run and recovery, every further run states its purpose.",
    page: include_str!("give_every_run_a_job.md"),
    grade: Grade::Convention,
    sources: &[SourceId("signs"), SourceId("context")],
    statements: &[
        "context-28",
        "signs-01",
        "signs-02",
        "signs-05",
        "signs-07",
        "signs-10",
        "signs-17",
        "signs-31",
        "signs-44",
    ],
    maturity: Maturity::Firm,
    parameters: &[
        Parameter {
            name: "easy_runs_need_a_job",
            means: "whether an easy run of full length counts as extra too, or only a short one that \
                    fills a day",
            value: Value::Flag(true),
            range: Range::EITHER,
            source: SourceId("signs"),
            grade: Grade::Convention,
        },
        Parameter {
            name: "short_share",
            means: "a run is short below this share of the minutes of a full easy run (the upper \
                    quartile of eight weeks)",
            value: Value::Number(0.66),
            range: Range::between(0.0, 1.0),
            source: SourceId("everymile"),
            grade: Grade::Convention,
        },
        Parameter {
            name: "max_extra_runs",
            means: "extra runs in a week, at most",
            value: Value::Number(0.0),
            range: Range::between(0.0, 7.0),
            source: SourceId("signs"),
            grade: Grade::Convention,
        },
        Parameter {
            name: "questionable_from",
            means: "extra runs in 28 days from which each is questionable",
            value: Value::Number(2.0),
            range: Range::between(1.0, 28.0),
            source: SourceId("everymile"),
            grade: Grade::Convention,
        },
        Parameter {
            name: "junk_from",
            means: "extra runs in 28 days from which each is junk",
            value: Value::Number(4.0),
            range: Range::between(1.0, 28.0),
            source: SourceId("everymile"),
            grade: Grade::Convention,
        },
    ],
    judge: Judge::Week(judge),
    charge: Some(charge),
    hold: None,
};

fn judge(case: &Case<'_>, parameters: &Parameters<'_>, week: Week) -> Opinion {
    if case.first_run_day().is_none() {
        return Opinion::no_run_yet();
    }
    if let Some(reason) = excused(case) {
        return Opinion::not_applicable(reason);
    }
    let runs = case.runs_in(week);
    if runs.is_empty() {
        return Opinion::not_applicable("There was no run.");
    }
    let extra = runs.iter().filter(|run| is_extra(case, parameters, run, week)).count();
    let asked = Asked::at_most(parameters.number("max_extra_runs"), Unit::Runs);
    let extra_runs = count(extra, "run");
    let message = if has_plan(case, week) {
        format!("Beside its plan the week held {extra_runs} without a stated purpose.")
    } else if corners(case, week).are_complete() {
        format!(
            "The week held speed, a long run and recovery, and {extra_runs} besides without a \
             stated purpose."
        )
    } else {
        "The week did not hold speed, a long run and a recovery run all together, so no run was \
         one too many."
            .to_owned()
    };
    Opinion::of(extra as f64, asked, message).if_broken(
        "Ask what the extra run is for. Without an answer, leave it out for two weeks and see how \
         you feel, or give its minutes to strength work or to a longer warm-up and cool-down.",
    )
}

fn charge(case: &Case<'_>, parameters: &Parameters<'_>, run: &NamedRun) -> Option<Charge> {
    let week = Week::of(run.date(), case.first_day);
    if excused(&case.as_of(run.date())).is_some() || !is_extra(case, parameters, run, week) {
        return None;
    }
    let extras = extras_around(case, parameters, run);
    let standing = if extras as f64 >= parameters.number("junk_from") {
        Standing::Junk
    } else if extras as f64 >= parameters.number("questionable_from") {
        Standing::Questionable
    } else {
        return None;
    };
    let shorter = full_minutes(case, parameters, run).map_or_else(String::new, |full| {
        format!(", where your full easy runs last about {full:.0}")
    });
    let after_hard =
        hard_run_before(case, run).map_or("", |_| ", the day after a hard or long run");
    let why = if has_plan(case, week) {
        "your plan did not ask for it"
    } else {
        "its week already held speed, a long run and recovery"
    };
    Some(Charge {
        standing,
        falls_on: FallsOn::WholeRun,
        reason: format!(
            "An extra run of {:.0} minutes{shorter}{after_hard}: {why}, nothing says what it was \
             for, and it is one of {extras} such runs in 28 days.",
            run.moving.minutes()
        ),
        counterfactual: format!(
            "The same {:.0} minutes as strength work, as warm-up and cool-down around your session, \
             or as rest would have had a job.",
            run.moving.minutes()
        ),
    })
}

fn excused(case: &Case<'_>) -> Option<String> {
    runs_for_wellbeing(case).or_else(|| {
        is_beginner(case).then(|| "At this stage every easy run builds the base.".to_owned())
    })
}

/// A week with a plan is complete with what it asks for; without one, with speed, a long run and
/// recovery.
fn has_plan(case: &Case<'_>, week: Week) -> bool {
    !case.planned_between(week.start, week.end()).is_empty()
}

/// Whether a run is one more in a week that is complete without it.
fn is_extra(case: &Case<'_>, parameters: &Parameters<'_>, run: &NamedRun, week: Week) -> bool {
    if !is_unassigned(case, run) {
        return false;
    }
    if !has_plan(case, week) {
        let is_recovery = recovery_runs(case, week).iter().any(|recovery| recovery.id == run.id);
        if is_recovery || !corners(case, week).are_complete() {
            return false;
        }
    }
    if parameters.flag("easy_runs_need_a_job") {
        return true;
    }
    let short = full_minutes(case, parameters, run)
        .is_some_and(|full| run.moving.minutes() < parameters.number("short_share") * full);
    short && is_alone_on_its_day(case, run) && moderate(run, Proof::Clear).is_some()
}

/// How long a full easy run lasts around the day of a run, where the doctrine asks for it.
fn full_minutes(case: &Case<'_>, parameters: &Parameters<'_>, run: &NamedRun) -> Option<f64> {
    let around = case.as_of(add_days(run.date(), 27));
    (!parameters.flag("easy_runs_need_a_job")).then(|| full_easy_minutes(&around)).flatten()
}

/// Extra runs in the 28 days up to a run or from it, whichever are more.
fn extras_around(case: &Case<'_>, parameters: &Parameters<'_>, run: &NamedRun) -> usize {
    let between = |first, last| {
        case.runs_between(first, last)
            .iter()
            .filter(|other| {
                let week = Week::of(other.date(), case.first_day);
                is_extra(case, parameters, other, week)
            })
            .count()
    };
    let day = run.date();
    between(add_days(day, -27), day).max(between(day, add_days(day, 27)))
}
