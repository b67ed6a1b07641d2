//! Easy days that were planned are run.

use crate::{
    case::Case,
    doctrine::Value,
    finding::{Asked, Opinion, Unit},
    measures::plan::is_spared,
    rule::{Judge, Maturity, Parameter, Parameters, Range, Rule, RuleId, Topic},
    source::{Grade, SourceId},
    words::{count, how_many},
};
use training::{Date, Part, Planned, Purpose, calendar::add_days};

/// The rule.
pub static RULE: Rule = Rule {
    id: RuleId("keep-planned-recovery-runs"),
    topic: Topic::Recovery,
    asks: "Do not skip the easy and recovery runs of your plan without a reason.",
    page: include_str!("keep_planned_recovery_runs.md"),
    grade: Grade::Convention,
    sources: &[SourceId("recovery"), SourceId("stimulus"), SourceId("everymile")],
    statements: &["recovery-03", "stimulus-08"],
    maturity: Maturity::Firm,
    parameters: &[Parameter {
        name: "max_skipped",
        means: "planned easy and recovery runs skipped without a reason in 28 days, at most",
        value: Value::Number(2.0),
        range: Range::between(0.0, 28.0),
        source: SourceId("everymile"),
        grade: Grade::Convention,
    }],
    judge: Judge::Days(judge),
    charge: None,
    hold: None,
};

/// The days looked at; the day judged is not over and is left out.
const DAYS: i64 = 28;

fn judge(case: &Case<'_>, parameters: &Parameters<'_>) -> Opinion {
    let easy: Vec<Date> = case
        .planned_between(add_days(case.on, -DAYS), add_days(case.on, -1))
        .iter()
        .filter(|planned| is_easy(planned))
        .map(|planned| planned.date)
        .collect();
    if easy.is_empty() {
        return Opinion::not_applicable("No easy or recovery run was planned in these 28 days.");
    }
    let skipped: Vec<Date> = easy.iter().copied().filter(|day| is_skipped(case, *day)).collect();
    let excused = skipped.iter().filter(|day| is_spared(case, **day)).count();
    let plain = skipped.len() - excused;
    let good = match excused {
        0 => String::new(),
        _ => format!(" Skipping {excused} for a reason was a good decision."),
    };
    let message = format!(
        "Of {} planned in 28 days you skipped {} without a reason.{good}",
        count(easy.len(), "easy or recovery run"),
        how_many(plain),
    );
    let asked = Asked::at_most(parameters.number("max_skipped"), Unit::Runs);
    Opinion::of(plain as f64, asked, message).if_broken(
        "Run them short and slow rather than not at all, or take them out of the plan. If you were \
         sore, in pain, ill or exhausted, a check-in makes it a good decision.",
    )
}

/// Whether a session is nothing but easy or recovery running.
fn is_easy(planned: &Planned) -> bool {
    let is_easy = |part: &Part| matches!(part.purpose(), Purpose::Easy | Purpose::Recovery);
    !planned.session.is_rest() && planned.session.parts.iter().all(is_easy)
}

/// Whether nothing was run that day, nor instead of it on a free day beside it.
fn is_skipped(case: &Case<'_>, day: Date) -> bool {
    let has_run = |day| !case.runs_between(day, day).is_empty();
    let is_free =
        |day| case.planned_between(day, day).iter().all(|planned| planned.session.is_rest());
    let beside = [add_days(day, -1), add_days(day, 1)];
    !has_run(day) && !beside.into_iter().any(|day| is_free(day) && has_run(day))
}
