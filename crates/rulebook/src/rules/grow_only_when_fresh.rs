//! Distance grows while the body agrees, and not while check-ins get worse.

use crate::{
    case::Case,
    doctrine::Value,
    finding::{Asked, Opinion, Unit},
    measures::{
        freshness::{Freshness, MUCH_MORE, freshness},
        plan::adherence,
        volume::four_weeks_after_four,
    },
    rule::{Judge, Maturity, Parameter, Parameters, Range, Rule, RuleId, Topic},
    source::{Grade, SourceId},
    words::distance,
};
use training::calendar::add_days;

/// The rule.
pub static RULE: Rule = Rule {
    id: RuleId("grow-only-when-fresh"),
    topic: Topic::Growth,
    asks: "Add distance while the body agrees, and hold it while check-ins get worse.",
    page: include_str!("grow_only_when_fresh.md"),
    grade: Grade::Weak,
    sources: &[
        SourceId("progression"),
        SourceId("context"),
        SourceId("saw-2016"),
        SourceId("nuuttila-2022"),
    ],
    statements: &["context-04", "context-21", "progression-01", "progression-67"],
    maturity: Maturity::Firm,
    parameters: &[
        Parameter {
            name: "max_rise",
            means: "rise of distance from four weeks to the next four while check-ins get worse, \
                    as a share, at most",
            value: Value::Number(MUCH_MORE),
            range: Range::between(0.0, 1.0),
            source: SourceId("everymile"),
            grade: Grade::Convention,
        },
        Parameter {
            name: "min_adherence",
            means: "what was run of a plan in two weeks, as a share, from which being fresh speaks \
                    for more",
            value: Value::Number(0.9),
            range: Range::between(0.0, 1.0),
            source: SourceId("progression"),
            grade: Grade::Convention,
        },
    ],
    judge: Judge::Days(judge),
    charge: None,
    hold: None,
};

fn judge(case: &Case<'_>, parameters: &Parameters<'_>) -> Opinion {
    let Some((was, is)) = four_weeks_after_four(case) else {
        return Opinion::cannot_tell(
            "It takes eight weeks with running and with distances to tell whether it grows.",
            "Import older runs.",
        );
    };
    let Some(freshness) = freshness(case) else {
        return Opinion::cannot_tell(
            "Check-ins would tell whether your body agrees; there are too few yet.",
            "Say how sore, how tired and how keen you are, on most days of four weeks.",
        );
    };
    let rise = is.0 / was.0 - 1.0;
    let ran = format!(
        "You ran {} in the last four weeks after {} in the four before",
        distance(is, case.units),
        distance(was, case.units)
    );
    match freshness {
        Freshness::Worse(what) => while_worse(parameters, rise, &ran, &what.join(" and ")),
        Freshness::Fresh if keeps_to_plan(case, parameters) => Opinion::kept(format!(
            "{ran}, and every day of the last two weeks you answered for was a good one. Hold it, \
             or add up to a tenth."
        )),
        Freshness::Fresh | Freshness::AsUsual => {
            Opinion::kept(format!("{ran}, and your check-ins are no worse for it. Hold it there."))
        }
    }
}

fn while_worse(parameters: &Parameters<'_>, rise: f64, ran: &str, what: &str) -> Opinion {
    let most = parameters.number("max_rise");
    if rise <= most {
        return Opinion::kept(format!(
            "{ran}. Lately {what}; it is good that you did not add much."
        ));
    }
    let message = format!("{ran}, and lately {what}.");
    Opinion::of(rise, Asked::at_most(most, Unit::Share), message).if_broken(
        "Go back to what you ran before the rise until the answers are your usual ones again; \
             then add in small steps.",
    )
}

/// Whether the last two weeks were run about as planned; without a plan there is nothing to keep to.
fn keeps_to_plan(case: &Case<'_>, parameters: &Parameters<'_>) -> bool {
    adherence(case, add_days(case.on, -13), case.on)
        .and_then(|adherence| adherence.share())
        .is_none_or(|share| share >= parameters.number("min_adherence"))
}
