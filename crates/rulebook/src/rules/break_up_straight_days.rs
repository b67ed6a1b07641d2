//! Sign 6: running more than two or three days in a row, week after week.

use crate::{
    case::Case,
    doctrine::Value,
    finding::{Asked, Opinion, Unit},
    hold::{Allows, Hold},
    measures::{
        days::{longest_streak, run_days, streak_to},
        volume::history_days,
    },
    rule::{Judge, Maturity, Parameter, Parameters, Range, Rule, RuleId, Topic},
    source::{Grade, SourceId},
    words::{count, how_many},
};
use training::{Date, Week, calendar::add_days};

/// The rule.
pub static RULE: Rule = Rule {
    id: RuleId("break-up-straight-days"),
    topic: Topic::Recovery,
    asks: "Do not run more than a few days in a row, week after week.",
    page: include_str!("break_up_straight_days.md"),
    grade: Grade::Convention,
    sources: &[SourceId("signs")],
    statements: &["signs-29", "signs-30"],
    maturity: Maturity::Firm,
    parameters: &[
        Parameter {
            name: "max_straight_days",
            means: "days in a row with a run, at most",
            value: Value::Number(3.0),
            range: Range::between(1.0, 14.0),
            source: SourceId("signs"),
            grade: Grade::Convention,
        },
        Parameter {
            name: "weeks_allowed",
            means: "of the last four weeks, how many may go beyond it",
            value: Value::Number(1.0),
            range: Range::between(0.0, 4.0),
            source: SourceId("everymile"),
            grade: Grade::Convention,
        },
    ],
    judge: Judge::Days(judge),
    charge: None,
    hold: Some(hold),
};

fn judge(case: &Case<'_>, parameters: &Parameters<'_>) -> Opinion {
    let most = parameters.number("max_straight_days");
    let allowed = parameters.number("weeks_allowed");
    let weeks = (1..=4).map(|back| Week { start: add_days(case.on, 1 - 7 * back) });
    let streaks: Vec<(Week, usize)> =
        weeks.map(|week| (week, longest_streak(case, week))).collect();
    let beyond: Vec<Week> =
        streaks.iter().filter(|(_, streak)| *streak as f64 > most).map(|(week, _)| *week).collect();
    let meant = beyond.iter().filter(|week| is_on_plan(case, **week)).count();
    let over = beyond.len() - meant;
    let reaches_fourth_week = history_days(case).is_some_and(|days| days > 21);
    if !reaches_fourth_week && over as f64 <= allowed {
        return Opinion::cannot_tell(
            "The log does not hold four weeks yet.",
            "Import older runs, or ask again later.",
        );
    }
    let longest = streaks.iter().map(|(_, streak)| *streak).max().unwrap_or(0);
    let planned = match meant {
        0 => String::new(),
        _ => format!(" In {meant} more it was planned so."),
    };
    let message = format!(
        "In {} of the last four weeks you ran more than {most:.0} days in a row; the longest \
         row was {}.{planned}",
        how_many(over),
        count(longest, "day")
    );
    Opinion::of(over as f64, Asked::at_most(allowed, Unit::Weeks), message).if_broken(
        "Put a day without running in the middle of the row, best after the hardest run.",
    )
}

/// A day that would make the row too long is held free, unless a run was planned for it.
fn hold(case: &Case<'_>, parameters: &Parameters<'_>) -> Option<Hold> {
    let streak = streak_to(case, add_days(case.on, -1));
    let is_reached = streak as f64 >= parameters.number("max_straight_days");
    (is_reached && !is_planned(case, case.on)).then(|| {
        let message = format!("You ran on {} in a row.", count(streak as usize, "day"));
        Hold::to(Allows::Rest, message)
    })
}

/// Whether every run of a week fell on a day for which a run was planned.
fn is_on_plan(case: &Case<'_>, week: Week) -> bool {
    run_days(case, week.start, week.end()).into_iter().all(|day| is_planned(case, day))
}

/// Whether a run was planned for a day.
fn is_planned(case: &Case<'_>, day: Date) -> bool {
    case.planned_between(day, day).iter().any(|planned| !planned.session.is_rest())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::examples::example;

    /// What is left of the Thursday after a row of days.
    fn check(week: &str, expected: Option<&str>) {
        let example = example(week);
        let mut case = example.case();
        case.on = add_days(case.on, -3);
        let hold = hold(&case, &Parameters { defaults: RULE.parameters, set: &[] });
        assert_eq!(hold.as_ref().map(|hold| hold.message.as_str()), expected, "{week}");
        assert!(hold.is_none_or(|hold| hold.allows == Allows::Rest && hold.lifted_by.is_empty()));
    }

    #[test]
    fn after_three_days_in_a_row_the_fourth_is_free() {
        let three = "1 week:\nMon easy 45min\nTue easy 45min\nWed easy 45min";
        check(three, Some("You ran on 3 days in a row."));
        check("1 week:\nTue easy 45min\nWed easy 45min", None);
    }

    #[test]
    fn a_plan_may_ask_for_the_fourth() {
        check(
            "1 week:\nMon easy 45min\nTue easy 45min\nWed easy 45min\nplanned Thu: easy 30min",
            None,
        );
    }

    #[test]
    fn a_day_off_begins_a_new_row() {
        check("1 week:\nMon easy 45min\nWed easy 45min\nThu easy 45min", None);
    }
}
