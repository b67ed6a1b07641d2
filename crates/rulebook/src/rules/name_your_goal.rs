//! What running is for has been said, and is still ahead.

use crate::{
    case::Case,
    doctrine::Value,
    finding::{Asked, Opinion, Unit},
    measures::level::level,
    rule::{Judge, Maturity, Parameter, Parameters, Range, Rule, RuleId, Topic},
    source::{Grade, SourceId},
    words::{count, level_word, race_name},
};
use training::{Goal, calendar::days_between};

/// The rule.
pub static RULE: Rule = Rule {
    id: RuleId("name-your-goal"),
    topic: Topic::Purpose,
    asks: "Say what your running is for, and at which level you run.",
    page: include_str!("name_your_goal.md"),
    grade: Grade::Convention,
    sources: &[SourceId("context")],
    statements: &["context-01", "context-31"],
    maturity: Maturity::Trial,
    parameters: &[Parameter {
        name: "weeks_without",
        means: "weeks after a race until the next goal is named, at most",
        value: Value::Number(4.0),
        range: Range::between(0.0, 52.0),
        source: SourceId("everymile"),
        grade: Grade::Convention,
    }],
    judge: Judge::Days(judge),
    charge: None,
    hold: None,
};

fn judge(case: &Case<'_>, parameters: &Parameters<'_>) -> Opinion {
    let Some(goal) = &case.profile.goal else {
        return Opinion::cannot_tell(
            "You have not said what your running is for; whether a mile fits depends on it.",
            "Say it with: everymile profile set goal 10km (or marathon:2027-10-17, fitness, \
             wellbeing).",
        );
    };
    if let Some(since) = days_since(case, goal) {
        let weeks = since / 7;
        let asked = Asked::at_most(parameters.number("weeks_without"), Unit::Weeks);
        let message = format!("Your race was {} ago.", count(weeks as usize, "week"));
        let opinion = Opinion::of(weeks as f64, asked, message);
        return opinion.if_broken(
            "Name the next goal, and be it none but joy: everymile profile set goal wellbeing.",
        );
    }
    if case.profile.level.is_none() {
        return Opinion::cannot_tell(
            format!(
                "You have not said at which level you run; your log suggests {}.",
                level_word(level(case))
            ),
            "Say it with: everymile profile set level intermediate (or beginner, advanced, elite).",
        );
    }
    Opinion::kept(format!("You run for {}; what you do is judged by that.", said(goal)))
}

/// Days since the race; `None` where there is none, its day was not said, or it is still ahead.
fn days_since(case: &Case<'_>, goal: &Goal) -> Option<i64> {
    let Goal::Race { on: Some(day), .. } = *goal else { return None };
    Some(days_between(day, case.on)).filter(|since| *since >= 7)
}

fn said(goal: &Goal) -> String {
    match *goal {
        Goal::Race { distance, .. } => race_name(distance),
        Goal::Fitness => "fitness".to_owned(),
        Goal::Wellbeing => "its own sake".to_owned(),
    }
}
