//! What was run in a week is about what was planned, and no more.

use crate::{
    case::Case,
    doctrine::Value,
    finding::{Asked, Opinion, Unit},
    measures::plan::{Adherence, adherence, had_a_plan_all_week},
    rule::{Judge, Maturity, Parameter, Parameters, Range, Rule, RuleId, Topic},
    source::{Grade, SourceId},
    words::count,
};
use training::{Date, Week};

/// The rule.
pub static RULE: Rule = Rule {
    id: RuleId("follow-the-plan"),
    topic: Topic::Plan,
    asks: "Run about what your plan asks for, and leave out what it does not.",
    page: include_str!("follow_the_plan.md"),
    grade: Grade::Convention,
    sources: &[
        SourceId("progression"),
        SourceId("signs"),
        SourceId("context"),
        SourceId("nuuttila-2022"),
    ],
    statements: &["progression-62", "signs-11"],
    maturity: Maturity::Firm,
    parameters: &[
        Parameter {
            name: "min_share",
            means: "what was run of a week's plan, as a share, at least",
            value: Value::Number(0.7),
            range: Range::between(0.0, 1.0),
            source: SourceId("progression"),
            grade: Grade::Convention,
        },
        Parameter {
            name: "max_share",
            means: "what was run of a week's plan, as a share, at most",
            value: Value::Number(1.15),
            range: Range::between(1.0, 2.0),
            source: SourceId("progression"),
            grade: Grade::Convention,
        },
    ],
    judge: Judge::Week(judge),
    charge: None,
    hold: None,
};

fn judge(case: &Case<'_>, parameters: &Parameters<'_>, week: Week) -> Opinion {
    let Some(adherence) = adherence(case, week.start, week.end()) else {
        return Opinion::not_applicable("The week had no plan.");
    };
    let Some((planned, run)) = adherence.planned.zip(adherence.run) else {
        return Opinion::cannot_tell(
            "How far a run was, or how long a planned distance takes, is not known.",
            "Record runs with distance, or plan in minutes.",
        );
    };
    let besides = besides(&adherence);
    let Some(share) = adherence.share() else { return nothing_due(&adherence, run, &besides) };
    let said = |size| adherence.by.said(size, case.units);
    let message = format!(
        "You ran {:.0} % of what was planned: {} of {}.{besides}",
        100.0 * share,
        said(run),
        said(planned)
    );
    let most = Asked::at_most(parameters.number("max_share"), Unit::Share);
    let least = Asked::at_least(parameters.number("min_share"), Unit::Share);
    let is_kept = most.margin(share) >= 0.0 && least.margin(share) >= 0.0;
    if !is_kept && (case.on < week.end() || !had_a_plan_all_week(case, week)) {
        return Opinion::cannot_tell(message, "Ask again when a week of the plan is over.");
    }
    if most.margin(share) < 0.0 {
        return Opinion::of(share, most, message).if_broken(
            "The plan is meant to be enough. Leave out the run it does not ask for, or ask whether \
             the plan is too small for you.",
        );
    }
    Opinion::of(share, least, message).if_broken(
        "Do not make up for what was missed. If the weeks keep being too full, plan less: a plan \
         that is kept does more than a big one.",
    )
}

/// Nothing was due: rest was planned, or every session was left out for a good reason.
fn nothing_due(adherence: &Adherence, run: f64, besides: &str) -> Opinion {
    if run <= 0.0 && adherence.spared.is_empty() {
        return Opinion::kept("Nothing was to be run so far, and nothing was.");
    }
    if run <= 0.0 {
        return Opinion::kept(besides.trim_start());
    }
    let asked = Asked::at_most(0.0, Unit::Runs);
    let message = format!("Nothing was to be run.{besides}");
    Opinion::of(adherence.unplanned.len() as f64, asked, message)
        .if_broken("Keep the days free that the plan keeps free; they are part of it.")
}

/// What happened beside the plan, each as a sentence of its own, with a space before it.
fn besides(adherence: &Adherence) -> String {
    let sessions = |days: &[Date]| count(days.len(), "session");
    let Adherence { skipped, spared, unplanned, .. } = adherence;
    let days: Vec<_> = unplanned.iter().map(|day| day.strftime("%A").to_string()).collect();
    [
        (unplanned, format!(" Not planned: {} ({}).", count(days.len(), "run"), days.join(", "))),
        (skipped, format!(" Left out: {}.", sessions(skipped))),
        (
            spared,
            format!(
                " Leaving out {} for your body's sake was a good decision and counts as one.",
                sessions(spared)
            ),
        ),
    ]
    .into_iter()
    .filter_map(|(days, sentence)| (!days.is_empty()).then_some(sentence))
    .collect()
}
