//! Sign 2: every run at the same in-between effort.

use crate::{
    case::Case,
    doctrine::Value,
    finding::{Asked, Opinion, Unit},
    measures::{
        innocence::{is_beginner, runs_for_wellbeing},
        sameness::sameness,
    },
    rule::{Judge, Maturity, Parameter, Parameters, Range, Rule, RuleId, Topic},
    source::{Grade, SourceId},
};

/// The rule.
pub static RULE: Rule = Rule {
    id: RuleId("vary-your-pace"),
    topic: Topic::Intensity,
    asks: "Do not run every run at the same effort between easy and fast.",
    page: include_str!("vary_your_pace.md"),
    grade: Grade::Contested,
    sources: &[SourceId("signs"), SourceId("muniz-2025"), SourceId("festa-2020")],
    statements: &["signs-18", "signs-19", "signs-50"],
    maturity: Maturity::Firm,
    parameters: &[
        Parameter {
            name: "max_sameness",
            means: "how alike the runs may be: 1 − (P90 − P10 of the runs' speeds)/(0.25 of \
                    critical speed)",
            value: Value::Number(0.7),
            range: Range::between(0.0, 1.0),
            source: SourceId("everymile"),
            grade: Grade::Convention,
        },
        Parameter {
            name: "grey_from",
            means: "the share of critical speed at which the grey zone begins",
            value: Value::Number(0.823),
            range: Range::between(0.5, 1.0),
            source: SourceId("muniz-2025"),
            grade: Grade::Moderate,
        },
        Parameter {
            name: "fewest_runs",
            means: "runs in 28 days that it takes to tell",
            value: Value::Number(8.0),
            range: Range::between(1.0, 28.0),
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
        return Opinion::not_applicable(
            "A beginner's paces lie close together by nature; that is no sign.",
        );
    }
    let fewest = parameters.number("fewest_runs");
    let Some(same) = sameness(case, 28).filter(|same| same.runs as f64 >= fewest) else {
        return Opinion::cannot_tell(
            format!(
                "It takes {fewest:.0} runs in 28 days whose speed and critical speed are known."
            ),
            "Record runs with speed, among them a few hard efforts, or set your threshold pace.",
        );
    };
    let lies = format!(
        "Your last {} runs lay around {:.0} % of critical speed with a sameness of {:.2}",
        same.runs,
        100.0 * same.middle,
        same.index
    );
    let is_between = (parameters.number("grey_from")..1.0).contains(&same.middle);
    if !is_between {
        return Opinion::kept(format!("{lies}: not between easy and fast."));
    }
    let asked = Asked::at_most(parameters.number("max_sameness"), Unit::Index);
    Opinion::of(same.index, asked, format!("{lies}, between easy and fast.")).if_broken(
        "Run most runs clearly slower, below the first threshold, and one or two clearly faster.",
    )
}
