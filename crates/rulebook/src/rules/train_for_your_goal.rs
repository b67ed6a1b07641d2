//! Training fits the race it is for, and comes near it when the race comes near.

use crate::{
    case::Case,
    doctrine::Value,
    finding::{Asked, Opinion, Unit},
    measures::{
        specificity::{Fit, Race, SEASON_WEEKS, SPAN_DAYS, fit, is_specific, race},
        volume::{history_days, total_distance},
    },
    rule::{Judge, Maturity, Parameter, Parameters, Range, Rule, RuleId, Topic},
    source::{Grade, SourceId},
    words::{count, race_name},
};
use training::{Goal, calendar::add_days};

/// The rule.
pub static RULE: Rule = Rule {
    id: RuleId("train-for-your-goal"),
    topic: Topic::Purpose,
    asks: "Train for the race you prepare: speed for short ones, long runs for long ones, and its \
           pace near its day.",
    page: include_str!("train_for_your_goal.md"),
    grade: Grade::Moderate,
    sources: &[SourceId("context"), SourceId("progression"), SourceId("fokkema-2020")],
    statements: &["context-06", "context-20", "progression-27"],
    maturity: Maturity::Firm,
    parameters: &[
        Parameter {
            name: "weeks_before",
            means: "weeks before a race from which training is held to it; for the elite always",
            value: Value::Number(SEASON_WEEKS),
            range: Range::between(1.0, 52.0),
            source: SourceId("signs"),
            grade: Grade::Convention,
        },
        Parameter {
            name: "peak_from_weeks",
            means: "weeks before a race from which it comes near",
            value: Value::Number(4.0),
            range: Range::between(1.0, 26.0),
            source: SourceId("everymile"),
            grade: Grade::Convention,
        },
        Parameter {
            name: "min_specific_runs",
            means: "runs with race pace in seven days near the race, at least",
            value: Value::Number(1.0),
            range: Range::between(0.0, 7.0),
            source: SourceId("progression"),
            grade: Grade::Convention,
        },
        Parameter {
            name: "max_growth",
            means: "growth of seven days over the fullest of the three weeks before, near the race, \
                    as a share, at most",
            value: Value::Number(0.05),
            range: Range::between(0.0, 1.0),
            source: SourceId("everymile"),
            grade: Grade::Convention,
        },
    ],
    judge: Judge::Days(judge),
    charge: None,
    hold: None,
};

/// In the week of the race and the one before it less is run, and not at race pace for its own sake.
const TAPER_DAYS: i64 = 10;

fn judge(case: &Case<'_>, parameters: &Parameters<'_>) -> Opinion {
    if case.profile.goal.is_none() {
        return Opinion::cannot_tell(
            "Whether training fits depends on what it is for, and that was not said.",
            "Say it with: everymile profile set goal 10km (or fitness, or wellbeing).",
        );
    }
    let Some(race) = race(case) else { return Opinion::not_applicable(without_race(case)) };
    if !race.is_prepared(case, parameters.number("weeks_before")) {
        return Opinion::not_applicable("The race is far ahead; the base comes first.");
    }
    match fit(case, race) {
        Fit::LacksSpeed => lacks(race, "run at critical speed or faster", SPEED_ADVICE),
        Fit::LacksLongRuns => lacks(race, "long run", LONG_ADVICE),
        Fit::IsBase => {
            Opinion::not_applicable("Easy running builds the base; sessions come later.")
        }
        Fit::CannotTell => Opinion::cannot_tell(
            "The log is too short, or knows too little of speed, to tell whether four weeks held \
             what the race asks for.",
            "Import older runs, record runs with speed, or set your threshold pace.",
        ),
        Fit::Fits => match race.days_ahead {
            Some(days) if is_near(parameters, days) => near_the_race(case, parameters, race),
            _ => Opinion::kept(format!(
                "The last four weeks held what {} asks for.",
                race_name(race.distance)
            )),
        },
    }
}

const SPEED_ADVICE: &str = "Slow running alone is sound, but it does not teach a short race. Make \
                            one run a week a session: six times two minutes at the effort of the \
                            race are a beginning.";
const LONG_ADVICE: &str = "Let one run a week become the long one, a tenth farther at a time.";

fn without_race(case: &Case<'_>) -> &'static str {
    match case.profile.goal {
        Some(Goal::Race { .. }) => "The race is over.",
        _ => "You prepare no race, so no run has to be like one.",
    }
}

fn lacks(race: Race, what: &str, advice: &str) -> Opinion {
    let message =
        format!("You prepare {}, and four weeks held no {what}.", race_name(race.distance));
    Opinion::of(0.0, Asked::at_least(1.0, Unit::Runs), message).if_broken(advice)
}

fn is_near(parameters: &Parameters<'_>, days: i64) -> bool {
    days > TAPER_DAYS && days as f64 <= 7.0 * parameters.number("peak_from_weeks")
}

/// What is asked when the race comes near: its pace every week, and no more distance.
fn near_the_race(case: &Case<'_>, parameters: &Parameters<'_>, race: Race) -> Opinion {
    let runs = case.recent_runs(7);
    let specific = runs.iter().filter(|run| is_specific(run, race) == Some(true)).count();
    let is_untold = runs.iter().any(|run| is_specific(run, race).is_none());
    let asked = Asked::at_least(parameters.number("min_specific_runs"), Unit::Runs);
    if asked.margin(specific as f64) < 0.0 && is_untold {
        return Opinion::cannot_tell(
            "The speed of some runs is not known, and they may have held the pace of the race.",
            "Record runs with speed, or set your threshold pace.",
        );
    }
    let weeks = race.days_ahead.unwrap_or_default() / 7;
    let when = format!("{} before the race", count(weeks as usize, "week"));
    let growth = growth(case).filter(|_| asked.margin(specific as f64) >= 0.0);
    let most = Asked::at_most(parameters.number("max_growth"), Unit::Share);
    match growth {
        Some(growth) if most.margin(growth) < 0.0 => {
            let percent = 100.0 * growth;
            let message = format!("{when}, the last seven days held {percent:.0} % more running.");
            Opinion::of(growth, most, message).if_broken(
                "The race is near: keep its pace, and let the distance be. What is not there yet \
                 comes too late.",
            )
        }
        _ => {
            let message =
                format!("{when}, the last seven days held {} at its pace.", count(specific, "run"));
            Opinion::of(specific as f64, asked, message)
                .if_broken("Run once a week at the pace of the race, ten minutes or more.")
        }
    }
}

/// How much more the last seven days held than the fullest of the three weeks before; `None` where
/// a distance is missing, the log is shorter or nothing was run.
fn growth(case: &Case<'_>) -> Option<f64> {
    if history_days(case)? < SPAN_DAYS {
        return None;
    }
    let week = |step: i64| {
        let last = add_days(case.on, -7 * step);
        total_distance(case.runs_between(add_days(last, -6), last))
    };
    let before = [week(1)?, week(2)?, week(3)?];
    let fullest = before.iter().map(|metres| metres.0).fold(0.0, f64::max);
    (fullest > 0.0).then_some(week(0)?.0 / fullest - 1.0)
}
