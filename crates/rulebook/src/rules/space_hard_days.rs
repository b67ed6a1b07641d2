//! Hard days lie days apart.

use crate::{
    case::Case,
    doctrine::Value,
    finding::{Asked, Opinion, Unit},
    hold::{Allows, Hold},
    measures::{
        hard_days::{Counting, HardDay, hard_days},
        innocence::runs_for_wellbeing,
    },
    rule::{Judge, Maturity, Parameter, Parameters, Range, Rule, RuleId, Topic},
    source::{Grade, SourceId},
    words::{called, count, named_run},
};
use training::{
    Week,
    calendar::{add_days, days_between},
};

/// The rule.
pub static RULE: Rule = Rule {
    id: RuleId("space-hard-days"),
    topic: Topic::Intensity,
    asks: "Leave two days from one hard run to the next, and never run hard on two days in a row.",
    page: include_str!("space_hard_days.md"),
    grade: Grade::Convention,
    sources: &[SourceId("progression"), SourceId("stimulus"), SourceId("everymile")],
    statements: &["progression-17", "progression-52", "stimulus-05"],
    maturity: Maturity::Firm,
    parameters: &[
        Parameter {
            name: "hours",
            means: "hours from the start of one hard run to the start of the next, at least: 36 to 72",
            value: Value::Number(48.0),
            range: Range::between(12.0, 168.0),
            source: SourceId("everymile"),
            grade: Grade::Convention,
        },
        Parameter {
            name: "long_runs_count",
            means: "whether a long run counts as a hard run",
            value: Value::Flag(false),
            range: Range::EITHER,
            source: SourceId("everymile"),
            grade: Grade::Convention,
        },
    ],
    judge: Judge::Week(judge),
    charge: None,
    hold: Some(hold),
};

/// Two runs at about the same time of day are whole days apart: so many hours may lack.
const SAME_TIME_OF_DAY: f64 = 2.0;
/// How far back the hard day before a week is looked for.
const LOOK_BACK: i64 = 7;

fn judge(case: &Case<'_>, parameters: &Parameters<'_>, week: Week) -> Opinion {
    let from = add_days(week.start, -LOOK_BACK);
    let days = hard_days(case, from, week.end(), counting(parameters));
    let pairs = days.windows(2).filter(|pair| week.holds(pair[1].date));
    let gaps = pairs.map(|pair| (pair[0].hours_to(&pair[1]), &pair[1]));
    let Some((hours, second)) = gaps.min_by(|one, other| one.0.total_cmp(&other.0)) else {
        return Opinion::not_applicable("No two hard runs lay within a week of each other.");
    };
    let asked = Asked::at_least(parameters.number("hours") - SAME_TIME_OF_DAY, Unit::Hours);
    let message = format!(
        "The hard runs of this week that lay closest were {} apart.",
        count(hours.round() as usize, "hour"),
    );
    Opinion::of(hours, asked, message).if_broken(advice(second, parameters))
}

fn advice(second: &HardDay<'_>, parameters: &Parameters<'_>) -> String {
    format!(
        "Move {} to a day later, so that about {:.0} hours and an easy day or a free one lie between.",
        called(second.first.purpose()),
        parameters.number("hours"),
    )
}

fn counting(parameters: &Parameters<'_>) -> Counting {
    if parameters.flag("long_runs_count") { Counting::HardAndLongRuns } else { Counting::HardRuns }
}

/// As many whole days as the hours make are easy after a hard day: two for 48 hours, so the day after
/// it is, and the day after that is free. A day is all that can be told of a run still to come.
fn hold(case: &Case<'_>, parameters: &Parameters<'_>) -> Option<Hold> {
    let days = (parameters.number("hours") / 24.0).ceil() as i64;
    let last =
        hard_days(case, add_days(case.on, 1 - days), add_days(case.on, -1), counting(parameters))
            .pop()?;
    let when = match days_between(last.date, case.on) {
        1 => "Yesterday".to_owned(),
        ago => format!("{ago} days ago"),
    };
    runs_for_wellbeing(case).is_none().then(|| {
        let message = format!("{when} you ran {}.", named_run(last.last, case.units));
        Hold::to(Allows::Easy, message)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{examples::example, finding::Verdict};

    fn parameters(set: &[(String, Value)]) -> Parameters<'_> {
        Parameters { defaults: RULE.parameters, set }
    }

    fn check(week: &str, expected: Verdict) {
        let example = example(&format!("1 week:\n{week}"));
        let opinion = judge(&example.case(), &parameters(&[]), example.last_week());
        assert_eq!(opinion.verdict, expected, "{week}: {}", opinion.message);
    }

    #[test]
    fn two_days_apart_at_about_the_same_time_are_enough() {
        check("Tue 6x(400m / 90s jog)\nThu tempo 20min @3:58", Verdict::Kept);
        check("Tue 6x(400m / 90s jog) (at 18:30)\nThu tempo 20min @3:58 (at 17:00)", Verdict::Kept);
        check("Tue 6x(400m / 90s jog) (at 18:30)\nThu tempo 20min @3:58", Verdict::Broken);
    }

    #[test]
    fn two_races_on_one_weekend_are_too_close() {
        check("Sat race 5km @3:50\nSun race 10km @3:58", Verdict::Broken);
    }

    #[test]
    fn two_sessions_on_one_day_are_one_hard_day() {
        check("Tue 6x(400m / 90s jog)\nTue tempo 20min @3:58 (at 17:00)", Verdict::NotApplicable);
    }

    #[test]
    fn the_hard_run_of_the_week_before_counts() {
        let example = example("1 week:\nSun tempo 20min @3:58\n1 week:\nMon 6x(400m / 90s jog)");
        let opinion = judge(&example.case(), &parameters(&[]), example.last_week());
        assert_eq!(opinion.verdict, Verdict::Broken);
        assert_eq!(opinion.measured.unwrap().value, 24.0);
    }

    /// What is left of the Sunday of a week, at so many hours.
    fn check_hold(hours: f64, week: &str, expected: Option<&str>) {
        let example = example(&format!("1 week:\n{week}"));
        let set = [("hours".to_owned(), Value::Number(hours))];
        let hold = hold(&example.case(), &parameters(&set));
        assert_eq!(hold.as_ref().map(|hold| hold.message.as_str()), expected, "{week}");
        assert!(hold.is_none_or(|hold| hold.allows == Allows::Easy));
    }

    #[test]
    fn forty_eight_hours_hold_the_day_after() {
        let (saturday, friday) = ("Sat tempo 20min @4:10", "Fri tempo 20min @4:10");
        check_hold(48.0, saturday, Some("Yesterday you ran a tempo run (4.8 km)."));
        check_hold(48.0, friday, None);
    }

    #[test]
    fn seventy_two_hold_two_days() {
        let friday = "Fri tempo 20min @4:10";
        check_hold(72.0, friday, Some("2 days ago you ran a tempo run (4.8 km)."));
    }

    #[test]
    fn thirty_six_hold_the_day_after_too() {
        let saturday = "Sat tempo 20min @4:10";
        check_hold(36.0, saturday, Some("Yesterday you ran a tempo run (4.8 km)."));
    }

    #[test]
    fn a_long_run_holds_only_where_it_counts() {
        check_hold(48.0, "Sat long 18km", None);
        let example = example("1 week:\nSat long 18km");
        let set = [("long_runs_count".to_owned(), Value::Flag(true))];
        assert!(hold(&example.case(), &parameters(&set)).is_some());
    }
}
