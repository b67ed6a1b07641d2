//! Distance and hard running do not grow in the same week.

use crate::{
    case::Case,
    doctrine::Value,
    finding::{Asked, Opinion, Unit},
    measures::weeks::{every_run, full_weeks, hard_time, week_run, yardstick},
    rule::{Judge, Maturity, Parameter, Parameters, Range, Rule, RuleId, Topic},
    source::{Grade, SourceId},
};
use training::{Purpose, Seconds, Week};

/// The rule.
pub static RULE: Rule = Rule {
    id: RuleId("raise-one-thing-at-a-time"),
    topic: Topic::Growth,
    asks: "Raise hard running in small steps, and not in a week in which distance grows.",
    page: include_str!("raise_one_thing_at_a_time.md"),
    grade: Grade::Convention,
    sources: &[SourceId("progression"), SourceId("ramskov-2018")],
    statements: &["progression-26"],
    maturity: Maturity::Firm,
    parameters: &[
        Parameter {
            name: "max_hard_rise",
            means: "rise of the minutes above the first threshold over the most of four weeks, as a \
                    share, at most",
            value: Value::Number(0.15),
            range: Range::between(0.0, 1.0),
            source: SourceId("progression"),
            grade: Grade::Convention,
        },
        Parameter {
            name: "max_growth",
            means: "growth of the week over the fullest of four, as a share, while hard running \
                    rises, at most",
            value: Value::Number(0.05),
            range: Range::between(0.0, 1.0),
            source: SourceId("progression"),
            grade: Grade::Convention,
        },
        Parameter {
            name: "always_minutes",
            means: "minutes above the first threshold that may always be added",
            value: Value::Number(15.0),
            range: Range::between(0.0, 120.0),
            source: SourceId("everymile"),
            grade: Grade::Convention,
        },
    ],
    judge: Judge::Week(judge),
    charge: None,
    hold: None,
};

/// The weeks that this one is compared with.
const WEEKS: i64 = 4;
const FEWEST: usize = 3;

fn judge(case: &Case<'_>, parameters: &Parameters<'_>, week: Week) -> Opinion {
    if case.runs_in(week).iter().any(|run| run.purpose() == Purpose::Race) {
        return Opinion::not_applicable("The week held a race.");
    }
    let mut weeks = full_weeks(case, week.plus(-1), WEEKS, every_run);
    if weeks.len() < FEWEST {
        return Opinion::cannot_tell(
            "There are fewer than three full weeks before this one to compare it with.",
            "Import older runs, or ask again in a few weeks.",
        );
    }
    let before: Option<Vec<Seconds>> =
        weeks.iter().map(|before| hard_time(case, before.week)).collect();
    let Some((hard, before)) = hard_time(case, week).zip(before) else {
        return Opinion::cannot_tell(
            "Neither speed nor heart rate tells of every run how hard it was.",
            "Record runs with speed or heart rate, or set your threshold pace.",
        );
    };
    let most = before.iter().map(|time| time.minutes()).fold(0.0, f64::max);
    let hard = hard.minutes();
    if hard <= most + parameters.number("always_minutes") {
        return Opinion::kept(format!(
            "Hard running did not rise much: {hard:.0} minutes above your first threshold, after \
             {most:.0} in the hardest of the weeks before."
        ));
    }
    weeks.push(week_run(case, week, every_run));
    let sizes = yardstick(case, &weeks).sizes(&weeks);
    let fullest = sizes[..sizes.len() - 1].iter().copied().fold(0.0, f64::max);
    risen(parameters, (most, hard), sizes[sizes.len() - 1] / fullest - 1.0)
}

/// What is said of a week in which hard running rose.
fn risen(parameters: &Parameters<'_>, (most, hard): (f64, f64), growth: f64) -> Opinion {
    let rise = if most > 0.0 { hard / most - 1.0 } else { 1.0 };
    let by_hard = Asked::at_most(parameters.number("max_hard_rise"), Unit::Share);
    let by_growth = Asked::at_most(parameters.number("max_growth"), Unit::Share);
    let both = format!(
        "Minutes above your first threshold rose to {hard:.0} after {most:.0} in the \
         hardest of the weeks before"
    );
    if by_hard.margin(rise) < 0.0 {
        return Opinion::of(rise, by_hard, format!("{both}.")).if_broken(
            "Add a repetition or two at a time, about a tenth a week, and keep the distance as it \
             is meanwhile.",
        );
    }
    let distance = match (100.0 * growth).round() {
        percent if percent > 0.0 => format!("grew by {percent:.0} %"),
        _ => "did not grow".to_owned(),
    };
    Opinion::of(growth, by_growth, format!("{both}, and the week {distance}.")).if_broken(
        "Raise one thing at a time: keep the sessions and go back to the distance you had, or the \
         other way round.",
    )
}
