//! No single run goes much farther than the longest of the last thirty days.

use crate::{
    case::Case,
    doctrine::Value,
    finding::{Asked, Opinion, Unit},
    measures::{
        jump::{REFERENCE_DAYS, Size, jump, longest_before, size},
        volume::history_days,
    },
    rule::{Judge, Maturity, Parameter, Parameters, Rule, RuleId, Topic},
    source::{Grade, SourceId},
    words::distance,
};
use training::{Metres, NamedRun};

/// The rule.
pub static RULE: Rule = Rule {
    id: RuleId("build-long-runs-gradually"),
    topic: Topic::Growth,
    asks: "Let no run go more than a tenth farther than the longest of the last thirty days.",
    page: include_str!("build_long_runs_gradually.md"),
    grade: Grade::Moderate,
    sources: &[SourceId("frandsen-2025")],
    statements: &["signs-08"],
    maturity: Maturity::Firm,
    parameters: &[Parameter {
        name: "max_jump",
        means: "how much farther than the longest run of the thirty days before, as a share",
        value: Value::Number(0.1),
        source: SourceId("frandsen-2025"),
        grade: Grade::Moderate,
    }],
    judge: Judge::Run(judge),
    charge: None,
    hold: None,
};

fn judge(case: &Case<'_>, parameters: &Parameters<'_>, run: &NamedRun) -> Opinion {
    let Some(today) = run.distance else {
        return Opinion::cannot_tell(
            "The distance of the run is not known.",
            "Record runs with distance, or add it by hand.",
        );
    };
    let Some(longest) = longest_before(case, run) else {
        return Opinion::cannot_tell(
            "There was no run in the thirty days before to compare it with.",
            "After a break, come back with short and easy runs. If you did run, import those runs.",
        );
    };
    let jump = jump(today, longest);
    let most = parameters.number("max_jump");
    if jump > most && is_log_short(case, run) {
        return Opinion::cannot_tell(
            "The log does not reach back thirty days before this run.",
            "Import older runs.",
        );
    }
    let message = format!(
        "{} after {} as the longest of thirty days: {}.",
        distance(today, case.units),
        distance(longest, case.units),
        in_words(jump)
    );
    let limit = Metres(longest.0 * (1.0 + most));
    Opinion::of(jump, Asked::at_most(most, Unit::Share), message).if_broken(format!(
        "Give it a few easy days, then let the longest run grow by a tenth at a time; {} would have \
         been a tenth.",
        distance(limit, case.units)
    ))
}

fn is_log_short(case: &Case<'_>, run: &NamedRun) -> bool {
    history_days(&case.as_of(run.date())).is_none_or(|days| days <= REFERENCE_DAYS)
}

fn in_words(jump: f64) -> String {
    let percent = 100.0 * jump;
    match size(jump) {
        Size::None if percent.round() <= 0.0 => "no farther".to_owned(),
        Size::None => format!("{percent:+.0} %, no jump"),
        Size::Small => format!("{percent:+.0} %, a small jump"),
        Size::Moderate => format!("{percent:+.0} %, a moderate jump"),
        Size::Large => format!("{percent:+.0} %, a large jump"),
    }
}
