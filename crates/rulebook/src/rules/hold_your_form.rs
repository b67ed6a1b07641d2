//! Late in a long run, cadence and heart rate stay near what they were at the same speed.

use crate::{
    case::Case,
    doctrine::Value,
    finding::{Asked, Opinion, Unit},
    measures::form::{CADENCE_DROP, HR_RISE, LONG, LateChange, late_change},
    rule::{Judge, Maturity, Parameter, Parameters, Range, Rule, RuleId, Topic},
    source::{Grade, SourceId},
    words::changed,
};
use training::NamedRun;

/// The rule.
pub static RULE: Rule = Rule {
    id: RuleId("hold-your-form"),
    topic: Topic::Variety,
    asks: "End long runs before form fades.",
    page: include_str!("hold_your_form.md"),
    grade: Grade::Weak,
    sources: &[SourceId("context"), SourceId("progression"), SourceId("smyth-2022")],
    statements: &["context-25", "progression-48"],
    maturity: Maturity::Trial,
    parameters: &[
        Parameter {
            name: "max_cadence_drop",
            means: "fall of cadence at the same speed, from the second sixth of a run to its last \
                    third, as a share, at most",
            value: Value::Number(CADENCE_DROP),
            range: Range::between(0.0, 0.5),
            source: SourceId("everymile"),
            grade: Grade::Convention,
        },
        Parameter {
            name: "max_hr_rise",
            means: "rise of heart rate at the same speed, likewise, at most",
            value: Value::Number(HR_RISE),
            range: Range::between(0.0, 0.5),
            source: SourceId("everymile"),
            grade: Grade::Convention,
        },
    ],
    judge: Judge::Run(judge),
    charge: None,
    hold: None,
};

fn judge(_: &Case<'_>, parameters: &Parameters<'_>, run: &NamedRun) -> Opinion {
    if run.moving < LONG {
        return Opinion::not_applicable("The run was too short for form to fade.");
    }
    let Some(change) = late_change(run) else {
        return Opinion::cannot_tell(
            "The run was not even enough, early and late, to compare the same speed.",
            "Record long runs with heart rate and cadence, and run some of them evenly.",
        );
    };
    let (drop, rise) = (parameters.number("max_cadence_drop"), parameters.number("max_hr_rise"));
    let Some(is_fade) = change.is_fade(drop, rise) else {
        return Opinion::cannot_tell(
            format!("{}; cadence would tell whether form faded, and was not recorded.", hr(change)),
            "Wear a watch or a foot pod that records cadence.",
        );
    };
    let cadence = change
        .cadence
        .map_or_else(String::new, |cadence| format!(" and cadence {}", changed(cadence, 0)));
    let message = format!("{}{cadence}", hr(change));
    match change.cadence {
        Some(cadence) if is_fade => {
            let asked = Asked::at_least(-drop, Unit::Share);
            Opinion::of(cadence, asked, format!("{message}: a fade.")).if_broken(
                "End the next long run a little earlier or start it slower, and give hips and \
                     core some strength. It says nothing of injury.",
            )
        }
        _ => Opinion::kept(format!("{message}; form held.")),
    }
}

fn hr(change: LateChange) -> String {
    format!(
        "In the last third, at the same speed as early on, heart rate {}",
        changed(change.hr, 0)
    )
}
