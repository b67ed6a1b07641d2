//! Sign 7: one rest day a week or none.

use crate::{
    case::Case,
    doctrine::Value,
    finding::{Asked, Opinion, Unit},
    hold::{Allows, Hold},
    ledger::{Charge, FallsOn},
    measures::{
        days::{WeekDays, week_days},
        grey::moderate,
        innocence::runs_for_wellbeing,
        intensity::Proof,
        roles::{corners, unassigned},
    },
    rule::{Judge, Maturity, Parameter, Parameters, Range, Rule, RuleId, Topic},
    source::{Grade, SourceId},
    words::{count, how_many},
};
use training::{
    NamedRun, Standing, Week,
    calendar::{add_days, days_between},
};

/// The rule.
pub static RULE: Rule = Rule {
    id: RuleId("take-rest-days"),
    topic: Topic::Recovery,
    asks: "Leave days without running in every week.",
    page: include_str!("take_rest_days.md"),
    grade: Grade::Convention,
    sources: &[SourceId("signs"), SourceId("progression")],
    statements: &["signs-32", "signs-33", "signs-35", "signs-39", "progression-05"],
    maturity: Maturity::Firm,
    parameters: &[
        Parameter {
            name: "min_rest_days",
            means: "days without a run in seven, at least",
            value: Value::Number(2.0),
            range: Range::between(0.0, 6.0),
            source: SourceId("signs"),
            grade: Grade::Convention,
        },
        Parameter {
            name: "junk_from_weeks",
            means: "of four weeks, how many without enough rest make the runs that fill them junk",
            value: Value::Number(2.0),
            range: Range::between(1.0, 5.0),
            source: SourceId("everymile"),
            grade: Grade::Convention,
        },
    ],
    judge: Judge::Week(judge),
    charge: Some(charge),
    hold: Some(hold),
};

fn judge(case: &Case<'_>, parameters: &Parameters<'_>, week: Week) -> Opinion {
    if case.first_run_day().is_none() {
        return Opinion::no_run_yet();
    }
    let asked = parameters.number("min_rest_days");
    let days = week_days(case, week);
    let could_still_rest = (days.rest + days.unknown()) as f64 >= asked;
    if could_still_rest && (days.rest as f64) < asked {
        let supply = if days.before_log > 0 {
            "Import older runs."
        } else {
            "Ask again when the week is over."
        };
        return Opinion::cannot_tell(spent(days), supply);
    }
    Opinion::of(days.rest as f64, Asked::at_least(asked, Unit::Days), spent(days)).if_broken(
        "Leave out the run with the least purpose, best the day after your hardest run or before \
         your next key run, and keep that day free.",
    )
}

/// How the days that are known were spent.
fn spent(days: WeekDays) -> String {
    let (run, rest) = (days.run, days.rest);
    match days.unknown() {
        0 if rest == 0 => "You ran on all seven days.".to_owned(),
        0 => format!("You ran on {} of seven days and rested on {rest}.", how_many(run)),
        _ if days.to_come > 0 => {
            format!("So far you ran on {} and rested on {}.", count(run, "day"), count(rest, "day"))
        }
        _ => format!(
            "The log begins within these seven days; since then you ran on {} and rested on {}.",
            count(run, "day"),
            count(rest, "day")
        ),
    }
}

/// A day on which running would leave the week without enough rest is a rest day.
fn hold(case: &Case<'_>, parameters: &Parameters<'_>) -> Option<Hold> {
    let asked = parameters.number("min_rest_days");
    let week = Week::of(case.on, case.first_day);
    let so_far = week_days(&case.as_of(add_days(case.on, -1)), week);
    let to_come = days_between(case.on, week.end());
    let possible = (so_far.rest + so_far.before_log) as f64 + to_come as f64;
    if runs_for_wellbeing(case).is_some() {
        return None;
    }
    if possible >= asked || so_far.run == 0 {
        return overdue(case, asked);
    }
    let message = format!(
        "You ran on {} of this week and {} left; your doctrine asks for {} without a run.",
        count(so_far.run, "day"),
        days_left(to_come + 1),
        count(asked as usize, "day"),
    );
    Some(Hold::to(Allows::Rest, message))
}

/// A rest day that the days before already lack is due, whichever week they lie in.
fn overdue(case: &Case<'_>, asked: f64) -> Option<Hold> {
    let before = case.as_of(add_days(case.on, -1));
    let days_from = |first: i64| week_days(&before, Week { start: add_days(case.on, first) });
    let lacks = |days: WeekDays| ((days.rest + days.before_log) as f64) < asked;
    let (before, with_today) = (days_from(-7), days_from(-6));
    (lacks(before) && lacks(with_today)).then(|| {
        let rested = match before.rest {
            0 => "none was".to_owned(),
            1 => "one was".to_owned(),
            more => format!("{more} were"),
        };
        let message = format!(
            "Of the seven days up to yesterday {rested} without a run; your doctrine asks for {}.",
            how_many(asked as usize),
        );
        Hold::to(Allows::Rest, message)
    })
}

fn days_left(days: i64) -> String {
    if days == 1 { "1 is".to_owned() } else { format!("{days} are") }
}

/// In a week that already holds speed and a long run, the shortest runs without a stated purpose
/// are the ones that fill the days meant for rest.
fn charge(case: &Case<'_>, parameters: &Parameters<'_>, run: &NamedRun) -> Option<Charge> {
    if runs_for_wellbeing(case).is_some() || moderate(run, Proof::Clear).is_none() {
        return None;
    }
    let asked = parameters.number("min_rest_days");
    let week = Week::of(run.date(), case.first_day);
    let missing = missing_rest(case, asked, week);
    let corners = corners(case, week);
    let mut fillers = unassigned(case, week);
    fillers.sort_by(|one, other| one.moving.0.total_cmp(&other.moving.0));
    let fills = fillers.iter().take(missing).any(|filler| filler.id == run.id);
    if !fills || !corners.speed || !corners.long {
        return None;
    }
    let weeks = restless_weeks(case, asked, week);
    let is_habit = weeks as f64 >= parameters.number("junk_from_weeks");
    Some(Charge {
        standing: if is_habit { Standing::Junk } else { Standing::Questionable },
        falls_on: FallsOn::WholeRun,
        reason: format!(
            "It fills a day that should be rest: the week held speed and a long run, and {} \
             was free; so it is in {weeks} of four weeks.",
            count(week_days(case, week).rest, "day"),
        ),
        counterfactual: "Left out, its day would have been rest for the runs that matter."
            .to_owned(),
    })
}

/// How many rest days a finished week lacks.
fn missing_rest(case: &Case<'_>, asked: f64, week: Week) -> usize {
    let days = week_days(case, week);
    (asked - (days.rest + days.unknown()) as f64).max(0.0) as usize
}

/// Of the four weeks up to a week or from it, how many lack rest, whichever are more.
fn restless_weeks(case: &Case<'_>, asked: f64, week: Week) -> usize {
    let count = |weeks: std::ops::RangeInclusive<i64>| {
        weeks.filter(|step| missing_rest(case, asked, week.plus(*step)) > 0).count()
    };
    count(-3..=0).max(count(0..=3))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{doctrine::doctrine, examples::example};

    fn check(days: [usize; 4], expected: &str) {
        let [run, rest, to_come, before_log] = days;
        assert_eq!(spent(WeekDays { run, rest, to_come, before_log }), expected);
    }

    /// What is left of a Sunday, or of an earlier day, under `quality-first`.
    fn check_hold(days_before_sunday: i64, week: &str, expected: Option<&str>) {
        let example = example(&format!("2 weeks:\n{week}"));
        let quality = doctrine("quality-first").unwrap();
        let mut case = example.case();
        case.on = add_days(case.on, -days_before_sunday);
        let hold = hold(&case, &quality.choice(RULE.id).unwrap().parameters());
        assert_eq!(hold.as_ref().map(|hold| hold.message.as_str()), expected, "{week}");
        assert!(hold.is_none_or(|hold| hold.allows == Allows::Rest && hold.lifted_by.is_empty()));
    }

    #[test]
    fn the_last_days_of_a_week_without_rest_are_rest() {
        let five = "Mon easy 40min\nTue easy 40min\nWed easy 40min\nThu easy 40min\nFri easy 40min";
        let said = "You ran on 5 days of this week and 2 are left; your doctrine asks for 2 days \
                    without a run.";
        check_hold(1, five, Some(said));
        check_hold(2, five, None);
        check_hold(0, five, Some(&said.replace("2 are left", "1 is left")));
    }

    #[test]
    fn rest_that_the_days_before_lack_is_due_in_the_new_week_too() {
        let every_day: String = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
            .map(|day| format!("{day} easy 40min\n"))
            .concat();
        let held = |monday: &str, on: i64| {
            let example = example(&format!("3 weeks:\n{every_day}1 week:\n{monday}"));
            let mut case = example.case();
            case.on = add_days(case.on, on);
            hold(&case, &doctrine("evidence-first").unwrap().choice(RULE.id).unwrap().parameters())
        };
        let message = held("Mon rest", -6).unwrap().message;
        assert!(message.starts_with("Of the seven days up to yesterday none was"), "{message}");
        assert_eq!(held("Mon rest", -5), None, "the Monday was the rest");
    }

    #[test]
    fn a_week_that_rested_leaves_its_sunday_alone() {
        check_hold(0, "Mon easy 40min\nTue easy 40min\nThu easy 40min\nSat easy 40min", None);
    }

    #[test]
    fn the_run_of_today_does_not_change_what_today_is_held_to() {
        let six = "Mon easy 40min\nTue easy 40min\nWed easy 40min\nThu easy 40min\nFri easy \
                   40min\nSun easy 40min";
        let said = "You ran on 5 days of this week and 1 is left; your doctrine asks for 2 days \
                    without a run.";
        check_hold(0, six, Some(said));
    }

    #[test]
    fn only_days_that_have_happened_are_told() {
        check([5, 2, 0, 0], "You ran on 5 of seven days and rested on 2.");
        check([7, 0, 0, 0], "You ran on all seven days.");
        check([3, 1, 3, 0], "So far you ran on 3 days and rested on 1 day.");
        check(
            [2, 1, 0, 4],
            "The log begins within these seven days; since then you ran on 2 days and rested on 1 \
             day.",
        );
    }
}
