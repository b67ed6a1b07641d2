//! Two tired days in a row shorten the running, or end it for a day.

use crate::{
    case::Case,
    doctrine::Value,
    finding::{Asked, Opinion, Unit},
    hold::{Allows, Fact, Hold},
    measures::{days::is_run, structure::is_hard, volume::usual_minutes},
    rule::{Judge, Maturity, Parameter, Parameters, Range, Rule, RuleId, Topic},
    source::{Grade, SourceId},
    words::weekdays,
};
use training::{Date, Question, Seconds, calendar::add_days};

/// The rule.
pub static RULE: Rule = Rule {
    id: RuleId("shorten-when-tired"),
    topic: Topic::Body,
    asks: "Shorten the run by a third to a half, or rest, when you are tired two days in a row.",
    page: include_str!("shorten_when_tired.md"),
    grade: Grade::Moderate,
    sources: &[SourceId("progression"), SourceId("nuuttila-2022"), SourceId("saw-2016")],
    statements: &["progression-37", "progression-53"],
    maturity: Maturity::Firm,
    parameters: &[
        Parameter {
            name: "tired_from",
            means: "fatigue of 5 from which a day is a tired one",
            value: Value::Number(4.0),
            range: Range::between(2.0, 5.0),
            source: SourceId("progression"),
            grade: Grade::Convention,
        },
        Parameter {
            name: "left_today",
            means: "share of the usual run that is left today",
            value: Value::Number(0.5),
            range: Range::between(0.0, 1.0),
            source: SourceId("progression"),
            grade: Grade::Convention,
        },
        Parameter {
            name: "most_run",
            means: "share of the usual run up to which a run on such a day counts as shortened",
            value: Value::Number(0.7),
            range: Range::between(0.0, 1.0),
            source: SourceId("progression"),
            grade: Grade::Convention,
        },
    ],
    judge: Judge::Days(judge),
    charge: None,
    hold: Some(hold),
};

fn judge(case: &Case<'_>, parameters: &Parameters<'_>) -> Opinion {
    let from = parameters.number("tired_from");
    let days: Vec<Date> = (0..7).map(|back| add_days(case.on, back - 6)).collect();
    let told = days.iter().filter_map(|day| is_second_tired_day(case, *day, from)).count();
    if told == 0 {
        return Opinion::cannot_tell(
            "How tired you were on two days in a row was not said in the last seven days.",
            "One number a day would do: how tired you are (1 to 5).",
        );
    }
    let tired: Vec<Date> = days
        .into_iter()
        .filter(|day| is_second_tired_day(case, *day, from) == Some(true))
        .collect();
    if tired.is_empty() {
        return Opinion::not_applicable("You were not tired on two days in a row.");
    }
    let hard: Vec<Date> = tired
        .iter()
        .copied()
        .filter(|day| case.runs_between(*day, *day).iter().any(is_hard))
        .collect();
    if !hard.is_empty() {
        return Opinion::broken(
            format!("Tired again on {} after a tired day, you ran hard.", weekdays(&hard)),
            ADVICE,
        );
    }
    match tired.iter().map(|day| share_run(case, *day)).collect::<Option<Vec<f64>>>() {
        None => Opinion::cannot_tell(
            format!(
                "You were tired again on {}; how long your usual run is cannot be told yet.",
                weekdays(&tired)
            ),
            "Import the runs of four weeks or more.",
        ),
        Some(shares) => {
            let most = shares.into_iter().fold(0.0, f64::max);
            let message = if most > 0.0 {
                format!(
                    "Tired again on {} after a tired day, you ran up to {:.0} % of your usual run.",
                    weekdays(&tired),
                    100.0 * most
                )
            } else {
                format!("Tired again on {} after a tired day, you rested.", weekdays(&tired))
            };
            Opinion::of(most, Asked::at_most(parameters.number("most_run"), Unit::Share), message)
                .if_broken(ADVICE)
        }
    }
}

const ADVICE: &str = "Shorten the run by a third to a half on such days and keep it easy, or rest; \
                      what was planned moves or falls out.";

/// Whether a day was tired and the day before it too; `None` where one of the two was not said.
fn is_second_tired_day(case: &Case<'_>, day: Date, from: f64) -> Option<bool> {
    Some(is_tired(case, day, from)? && is_tired(case, add_days(day, -1), from)?)
}

fn is_tired(case: &Case<'_>, day: Date, from: f64) -> Option<bool> {
    let fatigue = case.as_of(day).check_in_today()?.fatigue?;
    Some(f64::from(u8::from(fatigue)) >= from)
}

/// How much of a usual run was run on a day; 0 without a run, `None` where nothing tells how long one
/// took.
fn share_run(case: &Case<'_>, day: Date) -> Option<f64> {
    let runs = case.runs_between(day, day).iter().filter(|run| is_run(run));
    let times: Option<Vec<f64>> = runs.map(|run| Some(run.time()?.minutes())).collect();
    let minutes: f64 = times?.iter().sum();
    if minutes == 0.0 { Some(0.0) } else { Some(minutes / usual_minutes(&case.as_of(day))?) }
}

fn hold(case: &Case<'_>, parameters: &Parameters<'_>) -> Option<Hold> {
    let from = parameters.number("tired_from");
    let yesterday = add_days(case.on, -1);
    let (days, is_held) = match is_tired(case, case.on, from) {
        Some(_) => ("Yesterday and today", is_second_tired_day(case, case.on, from)),
        None => ("On the last two days", is_second_tired_day(case, yesterday, from)),
    };
    if is_held != Some(true) {
        return None;
    }
    let share = parameters.number("left_today");
    let usual = usual_minutes(case);
    let much = usual.map_or("much less than usual".to_owned(), |usual| {
        format!("no more than {:.0} of your usual {usual:.0} minutes", share * usual)
    });
    let message = format!("{days} you were tired: easy today and {much}, or rest.");
    let hold = Hold::to(Allows::Easy, message).lifted_by(Fact::below(Question::Fatigue, from));
    Some(match usual {
        Some(usual) => hold.no_longer_than(Seconds::from_minutes(share * usual)),
        None => hold,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::examples::example;

    fn held(week: &str) -> Option<(Allows, Option<f64>)> {
        let weeks =
            format!("2 weeks:\nTue easy 60min\nThu easy 60min\n1 week:\nTue easy 60min\n{week}");
        let hold = example(&weeks).hold(&RULE)?;
        Some((hold.allows, hold.longest.map(Seconds::minutes)))
    }

    #[test]
    fn two_tired_days_leave_half_of_an_easy_run() {
        let half = Some((Allows::Easy, Some(30.0)));
        assert_eq!(held("check-in Sat: fatigue 4\ncheck-in Sun: fatigue 4"), half);
        assert_eq!(held("check-in Fri: fatigue 4\ncheck-in Sat: fatigue 4"), half);
    }

    #[test]
    fn one_tired_day_or_a_better_one_leaves_the_day_alone() {
        assert_eq!(held("check-in Sun: fatigue 4"), None);
        assert_eq!(held("check-in Sat: fatigue 4\ncheck-in Sun: fatigue 3"), None);
        assert_eq!(held("check-in Fri: fatigue 4\ncheck-in Sun: fatigue 4"), None);
    }

    #[test]
    fn without_a_usual_run_the_day_is_easy_all_the_same() {
        let week = "1 week:\ncheck-in Sat: fatigue 4\ncheck-in Sun: fatigue 4";
        let hold = example(week).hold(&RULE).unwrap();
        assert_eq!((hold.allows, hold.longest), (Allows::Easy, None));
    }
}
