//! Most runs are easy.

use crate::{
    case::Case,
    doctrine::Value,
    finding::{Asked, Opinion, Unit},
    hold::{Allows, Hold},
    measures::{
        distribution::{Distribution, by_sessions, by_time},
        innocence::{is_beginner, runs_for_wellbeing},
        statistics::whole_share,
        volume::history_days,
    },
    rule::{Judge, Maturity, Parameter, Parameters, Range, Rule, RuleId, Topic},
    source::{Grade, SourceId},
};
use training::calendar::add_days;

/// The rule.
pub static RULE: Rule = Rule {
    id: RuleId("keep-most-runs-easy"),
    topic: Topic::Intensity,
    asks: "Run about four of five runs easily; counted by runs, not by minutes.",
    page: include_str!("keep_most_runs_easy.md"),
    grade: Grade::Moderate,
    sources: &[
        SourceId("seiler-2006"),
        SourceId("muniz-2025"),
        SourceId("rosenblat-2025"),
        SourceId("festa-2020"),
        SourceId("recovery"),
        SourceId("progression"),
    ],
    statements: &["recovery-10", "recovery-131", "recovery-143", "progression-11"],
    maturity: Maturity::Firm,
    parameters: &[
        Parameter {
            name: "min_easy_share",
            means: "share of the runs of 28 days that are easy, at least",
            value: Value::Number(0.75),
            range: Range::between(0.0, 1.0),
            source: SourceId("seiler-2006"),
            grade: Grade::Moderate,
        },
        Parameter {
            name: "usual_easy_share",
            means: "share above which it is told that there is room for harder running",
            value: Value::Number(0.9),
            range: Range::between(0.0, 1.0),
            source: SourceId("recovery"),
            grade: Grade::Convention,
        },
        Parameter {
            name: "always_allowed",
            means: "runs in 28 days that need not be easy, whatever their share: one a week",
            value: Value::Number(4.0),
            range: Range::between(0.0, 28.0),
            source: SourceId("everymile"),
            grade: Grade::Convention,
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
    hold: Some(hold),
};

/// The days looked at.
const DAYS: i64 = 28;

fn judge(case: &Case<'_>, parameters: &Parameters<'_>) -> Opinion {
    if let Some(reason) = runs_for_wellbeing(case) {
        return Opinion::not_applicable(reason);
    }
    if is_beginner(case) {
        return Opinion::not_applicable("At this stage every steady run builds the base.");
    }
    let runs = case.recent_runs(DAYS);
    let sessions = by_sessions(runs);
    let Some(share) = sessions.easy_share().filter(|_| is_enough(case, parameters, sessions))
    else {
        return Opinion::cannot_tell(
            format!(
                "It takes four weeks and {:.0} runs of which it can be told how hard they were.",
                parameters.number("fewest_runs")
            ),
            "Record runs with speed or heart rate, or set your threshold pace.",
        );
    };
    let message = format!(
        "Of your last {:.0} runs {:.0} % were easy{}.{}",
        sessions.told(),
        100.0 * share,
        by_time(runs)
            .easy_share()
            .map_or_else(String::new, |share| format!(", and {:.0} % of the time", 100.0 * share)),
        beside(share, parameters),
    );
    let asked = Asked::at_most(allowed(parameters, sessions.told()), Unit::Runs);
    Opinion::of(sessions.told() - sessions.easy, asked, message).if_broken(
        "Turn one or two of the others into runs at a pace that lets you talk in whole sentences, \
         until about four of five runs are easy.",
    )
}

/// Whether the four weeks are there, with enough runs that can be told.
fn is_enough(case: &Case<'_>, parameters: &Parameters<'_>, sessions: Distribution) -> bool {
    history_days(case).is_some_and(|days| days >= DAYS)
        && sessions.told() >= parameters.number("fewest_runs")
        && sessions.untold <= sessions.told()
}

/// How many of some runs need not be easy.
fn allowed(parameters: &Parameters<'_>, runs: f64) -> f64 {
    let by_share = whole_share(1.0 - parameters.number("min_easy_share"), runs);
    by_share.max(parameters.number("always_allowed"))
}

/// What a share far from four fifths means.
fn beside(share: f64, parameters: &Parameters<'_>) -> &'static str {
    if share < 0.5 {
        " With less than half of them easy there is little that the hard ones can build on."
    } else if share > parameters.number("usual_easy_share") {
        " A harder run in every five to ten would have its place."
    } else {
        ""
    }
}

/// Today is easy when one more run that is not would be too many.
fn hold(case: &Case<'_>, parameters: &Parameters<'_>) -> Option<Hold> {
    let before = case.runs_between(add_days(case.on, 1 - DAYS), add_days(case.on, -1));
    let sessions = by_sessions(before);
    let others = sessions.told() - sessions.easy;
    let is_asked = runs_for_wellbeing(case).is_none() && !is_beginner(case);
    let is_known = is_enough(case, parameters, sessions);
    (is_asked && is_known && others + 1.0 > allowed(parameters, sessions.told() + 1.0)).then(|| {
        let message = format!(
            "Of the {:.0} runs of the last four weeks {others:.0} were not easy.",
            sessions.told()
        );
        Hold::to(Allows::Easy, message)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::examples::example;

    /// What is left of the last Sunday of an intermediate runner.
    fn check(weeks: &str, expected: Option<&str>) {
        let example = example(&format!("runner: intermediate\n{weeks}"));
        let hold = hold(&example.case(), &Parameters { defaults: RULE.parameters, set: &[] });
        assert_eq!(hold.as_ref().map(|hold| hold.message.as_str()), expected, "{weeks}");
        assert!(hold.is_none_or(|hold| hold.allows == Allows::Easy));
    }

    #[test]
    fn one_more_hard_run_than_fits_is_held_back() {
        check(
            "5 weeks:\nTue easy 10min + 6x(400m / 90s jog)\nThu easy 45min\nFri easy 10min + tempo \
             20min @3:58\nSat easy 45min",
            Some("Of the 16 runs of the last four weeks 8 were not easy."),
        );
    }

    #[test]
    fn one_hard_run_a_week_is_always_fine() {
        check("5 weeks:\nTue easy 45min\nThu easy 45min\nSat easy 45min", None);
        check("5 weeks:\nTue 6x(400m / 90s jog)\nSun easy 45min", None);
    }

    #[test]
    fn a_short_log_holds_nothing() {
        check("1 week:\nTue 6x(400m / 90s jog)\nThu tempo 20min @3:58", None);
    }
}
