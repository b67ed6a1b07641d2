//! Cadence stays near the runner's own at the same speed.

use crate::{
    case::Case,
    doctrine::Value,
    finding::{Asked, Opinion, Unit},
    measures::cadence::cadence,
    rule::{Judge, Maturity, Parameter, Parameters, Range, Rule, RuleId, Topic},
    source::{Grade, SourceId},
};
use training::{NamedRun, Purpose};

/// The rule.
pub static RULE: Rule = Rule {
    id: RuleId("keep-your-cadence"),
    topic: Topic::Variety,
    asks: "Keep the cadence that is yours at each speed.",
    page: include_str!("keep_your_cadence.md"),
    grade: Grade::Contested,
    sources: &[SourceId("progression"), SourceId("heiderscheit-2011"), SourceId("lieberman-2015")],
    statements: &["progression-46"],
    maturity: Maturity::Trial,
    parameters: &[Parameter {
        name: "max_drop",
        means: "how far below your own cadence at the same speed, as a share, at most",
        value: Value::Number(0.05),
        range: Range::between(0.0, 0.5),
        source: SourceId("everymile"),
        grade: Grade::Convention,
    }],
    judge: Judge::Run(judge),
    charge: None,
    hold: None,
};

fn judge(case: &Case<'_>, parameters: &Parameters<'_>, run: &NamedRun) -> Opinion {
    if run.purpose() == Purpose::Walk {
        return Opinion::not_applicable("The run was a walk.");
    }
    let Some(cadence) = cadence(case, run) else {
        return Opinion::cannot_tell(
            "Your own cadence at this speed is not known yet.",
            "It takes six runs in two months with cadence and heart rate and some even running.",
        );
    };
    let deviation = cadence.deviation();
    let beside = match (100.0 * deviation).round() {
        percent if percent > 0.0 => format!("{percent:.0} % above the"),
        percent if percent < 0.0 => format!("{:.0} % below the", percent.abs()),
        _ => "the same as the".to_owned(),
    };
    let message = format!(
        "You took {:.0} steps a minute, {beside} {:.0} that are usual for you at this speed.",
        cadence.was, cadence.usual
    );
    let asked = Asked::at_least(-parameters.number("max_drop"), Unit::Share);
    Opinion::of(deviation, asked, message).if_broken(
        "Tired legs, hills, other shoes or soft ground all do that. On the next easy run try \
         slightly quicker and shorter steps for some minutes; never more than a tenth quicker.",
    )
}
