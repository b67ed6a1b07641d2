//! Few hard runs, each with a target.

use crate::{
    case::Case,
    doctrine::Value,
    finding::{Asked, Opinion, Unit},
    hold::{Allows, Hold},
    measures::{
        hard_days::{Counting, hard_days},
        innocence::runs_for_wellbeing,
        statistics::whole_share,
        structure::is_hard,
    },
    rule::{Judge, Maturity, Parameter, Parameters, Range, Rule, RuleId, Topic},
    source::{Grade, SourceId},
    words::count,
};
use training::{Week, calendar::add_days};

/// The rule.
pub static RULE: Rule = Rule {
    id: RuleId("limit-hard-runs"),
    topic: Topic::Intensity,
    asks: "Run hard on two or three days a week at most, each time with a target.",
    page: include_str!("limit_hard_runs.md"),
    grade: Grade::Convention,
    sources: &[SourceId("progression"), SourceId("recovery"), SourceId("seiler-2006")],
    statements: &["recovery-09", "progression-10"],
    maturity: Maturity::Firm,
    parameters: &[
        Parameter {
            name: "max_hard_days",
            means: "days a week with a hard run, at most: 2 to 3",
            value: Value::Number(3.0),
            range: Range::between(0.0, 7.0),
            source: SourceId("everymile"),
            grade: Grade::Convention,
        },
        Parameter {
            name: "max_hard_share",
            means: "share of the runs of 28 days that are hard, at most",
            value: Value::Number(0.4),
            range: Range::between(0.0, 1.0),
            source: SourceId("everymile"),
            grade: Grade::Convention,
        },
        Parameter {
            name: "always_allowed",
            means: "hard runs in 28 days that are fine whatever their share: one a week",
            value: Value::Number(4.0),
            range: Range::between(0.0, 28.0),
            source: SourceId("everymile"),
            grade: Grade::Convention,
        },
    ],
    judge: Judge::Week(judge),
    charge: None,
    hold: Some(hold),
};

fn judge(case: &Case<'_>, parameters: &Parameters<'_>, week: Week) -> Opinion {
    let days = hard_days(case, week.start, week.end(), Counting::HardRuns).len();
    let runs = case.as_of(week.end()).recent_runs(28);
    let hard = runs.iter().filter(|run| is_hard(run)).count();
    if hard == 0 {
        return Opinion::not_applicable("There was no hard run in these four weeks.");
    }
    let advice = "Keep the one or two that serve your goal most, and run the others easily.";
    let most = parameters.number("max_hard_days");
    let allowed = whole_share(parameters.number("max_hard_share"), runs.len() as f64)
        .max(parameters.number("always_allowed"));
    if days as f64 <= most && hard as f64 > allowed {
        let message = format!("Of the {} runs of four weeks {hard} were hard.", runs.len());
        return Opinion::of(hard as f64, Asked::at_most(allowed, Unit::Runs), message)
            .if_broken(advice);
    }
    let message = format!("You ran hard on {} of this week.", count(days, "day"));
    Opinion::of(days as f64, Asked::at_most(most, Unit::Days), message).if_broken(advice)
}

/// A week that holds all its hard runs is easy from there on.
fn hold(case: &Case<'_>, parameters: &Parameters<'_>) -> Option<Hold> {
    let week = Week::of(case.on, case.first_day);
    let days = hard_days(case, week.start, add_days(case.on, -1), Counting::HardRuns).len();
    let is_full = days as f64 >= parameters.number("max_hard_days");
    (is_full && runs_for_wellbeing(case).is_none()).then(|| {
        let message = format!("This week you ran hard on {} already.", count(days, "day"));
        Hold::to(Allows::Easy, message)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::examples::example;

    /// What is left of the Sunday of a week.
    fn check(week: &str, expected: Option<&str>) {
        let example = example(&format!("1 week:\n{week}"));
        let hold = hold(&example.case(), &Parameters { defaults: RULE.parameters, set: &[] });
        assert_eq!(hold.as_ref().map(|hold| hold.message.as_str()), expected, "{week}");
        assert!(hold.is_none_or(|hold| hold.allows == Allows::Easy));
    }

    #[test]
    fn after_three_hard_days_the_rest_of_the_week_is_easy() {
        check(
            "Mon 6x(400m / 90s jog)\nWed tempo 20min @3:58\nFri race 5km @3:50",
            Some("This week you ran hard on 3 days already."),
        );
    }

    #[test]
    fn two_hard_runs_on_one_day_are_one_hard_day() {
        check(
            "Mon 6x(400m / 90s jog)\nWed tempo 20min @3:58\nWed 6x(200m / 90s jog) (at 18:00)",
            None,
        );
    }

    #[test]
    fn the_hard_run_of_today_does_not_count() {
        check("Mon 6x(400m / 90s jog)\nWed tempo 20min @3:58\nSun race 5km @3:50", None);
    }
}
