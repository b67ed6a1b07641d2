//! The weeks do not keep going beyond the distance with which the runner got faster.

use crate::{
    case::Case,
    doctrine::Value,
    finding::{Asked, Opinion, Unit},
    measures::{
        best_volume::best_volume,
        innocence::{is_beginner, runs_for_wellbeing},
        weeks::{every_run, full_weeks, last_week_over},
    },
    rule::{Judge, Maturity, Parameter, Parameters, Range, Rule, RuleId, Topic},
    source::{Grade, SourceId},
    words::{distance, how_many},
};

/// The rule.
pub static RULE: Rule = Rule {
    id: RuleId("hold-your-best-volume"),
    topic: Topic::Growth,
    asks: "Do not keep running more than the distance with which you got faster.",
    page: include_str!("hold_your_best_volume.md"),
    grade: Grade::Weak,
    sources: &[SourceId("context")],
    statements: &["context-22"],
    maturity: Maturity::Trial,
    parameters: &[Parameter {
        name: "max_weeks",
        means: "of four weeks, how many lie above the distance with which critical speed rose most, \
                at most",
        value: Value::Number(2.0),
        range: Range::between(0.0, 4.0),
        source: SourceId("everymile"),
        grade: Grade::Convention,
    }],
    judge: Judge::Days(judge),
    charge: None,
    hold: None,
};

const WEEKS: i64 = 4;

fn judge(case: &Case<'_>, parameters: &Parameters<'_>) -> Opinion {
    if let Some(reason) = runs_for_wellbeing(case) {
        return Opinion::not_applicable(reason);
    }
    if is_beginner(case) {
        return Opinion::not_applicable("At this stage every easy run builds the base.");
    }
    let weeks = full_weeks(case, last_week_over(case), WEEKS, every_run);
    let distances: Option<Vec<_>> = weeks.iter().map(|week| week.distance).collect();
    let Some((best, distances)) = best_volume(case).zip(distances) else {
        return Opinion::cannot_tell(
            "Your log does not show yet with how much running you got faster.",
            "It takes a year with distances, with fuller and lighter months, and a hard effort in \
             each that shows your speed.",
        );
    };
    let above = distances.iter().filter(|week| week.0 > best.to.0).count();
    let message = format!(
        "You got faster with {} to {} a week ({:.1} % in four weeks); of your last four weeks {} \
         held more.",
        distance(best.from, case.units),
        distance(best.to, case.units),
        100.0 * best.gain,
        how_many(above)
    );
    let asked = Asked::at_most(parameters.number("max_weeks"), Unit::Weeks);
    Opinion::of(above as f64, asked, message).if_broken(
        "Try four weeks within that range, with the sessions you had then, and see whether your \
         speed answers.",
    )
}
