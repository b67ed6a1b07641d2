//! After a half-marathon or longer, first no running, then little and easy.

use crate::{
    case::Case,
    doctrine::Value,
    finding::Opinion,
    hold::{Allows, Fact, Hold},
    measures::{
        days::is_run,
        long_races::{LongRace, Raced, long_races},
        structure::is_hard,
    },
    rule::{Judge, Maturity, Parameter, Parameters, Range, Rule, RuleId, Topic},
    source::{Grade, SourceId},
    words::{count, date, when},
};
use training::{
    Date, NamedRun, Question, Seconds,
    calendar::{add_days, days_between},
};

/// The rule.
pub static RULE: Rule = Rule {
    id: RuleId("wait-after-long-races"),
    topic: Topic::Safety,
    asks: "After a race of a half-marathon or longer, wait some days, then run short and easily.",
    page: include_str!("wait_after_long_races.md"),
    grade: Grade::Convention,
    sources: &[SourceId("recovery"), SourceId("takayama-2017"), SourceId("martinez-navarro-2021")],
    statements: &["recovery-42", "recovery-47", "recovery-48"],
    maturity: Maturity::Firm,
    parameters: &[
        days("half_days", "days without running after a half-marathon or longer", 2.0),
        days("marathon_days", "days without running after a marathon", 3.0),
        days("ultra_days", "days without running after anything longer", 5.0),
        days("sore_days", "more such days after a marathon or longer while still sore", 1.0),
        days("half_easy_days", "days without anything hard after a half-marathon", 7.0),
        days("marathon_easy_days", "days without anything hard after a marathon", 14.0),
        days("ultra_easy_days", "days without anything hard after anything longer", 21.0),
        Parameter {
            name: "first_minutes",
            means: "minutes of each of the first runs, at most",
            value: Value::Number(30.0),
            range: Range::between(5.0, 60.0),
            source: SourceId("everymile"),
            grade: Grade::Convention,
        },
        Parameter {
            name: "first_runs",
            means: "how many first runs are that short",
            value: Value::Number(2.0),
            range: Range::between(1.0, 10.0),
            source: SourceId("everymile"),
            grade: Grade::Convention,
        },
        Parameter {
            name: "sore_from",
            means: "soreness of 10 that still counts as sore",
            value: Value::Number(3.0),
            range: Range::between(1.0, 4.0),
            source: SourceId("everymile"),
            grade: Grade::Convention,
        },
    ],
    judge: Judge::Days(judge),
    charge: None,
    hold: Some(hold),
};

const fn days(name: &'static str, means: &'static str, days: f64) -> Parameter {
    Parameter {
        name,
        means,
        value: Value::Number(days),
        range: Range::between(0.0, 42.0),
        source: SourceId("everymile"),
        grade: Grade::Convention,
    }
}

/// How long one race is felt.
#[derive(Debug, Clone, Copy)]
struct After {
    without_running: i64,
    without_hard: i64,
}

impl After {
    fn of(kind: LongRace, parameters: &Parameters<'_>) -> Self {
        let (rest, easy) = match kind {
            LongRace::Half => ("half_days", "half_easy_days"),
            LongRace::Marathon => ("marathon_days", "marathon_easy_days"),
            LongRace::Ultra => ("ultra_days", "ultra_easy_days"),
        };
        Self {
            without_running: parameters.number(rest) as i64,
            without_hard: parameters.number(easy) as i64,
        }
    }
}

fn judge(case: &Case<'_>, parameters: &Parameters<'_>) -> Opinion {
    let look_back = parameters.number("ultra_easy_days") as i64;
    let Some(raced) = long_races(case, look_back)
        .filter(|raced| raced.days_ago <= After::of(raced.kind, parameters).without_hard)
        .max_by_key(|raced| raced.kind)
    else {
        return Opinion::not_applicable("No race of a half-marathon or longer lies close enough.");
    };
    let after = After::of(raced.kind, parameters);
    let race = raced.run.date();
    let until = |days: i64| add_days(race, days);
    let soon = days_of(case, race, until(after.without_running), is_run);
    if !soon.is_empty() {
        return Opinion::broken(
            format!(
                "You ran {} after the {} of {}.",
                how_soon(race, &soon),
                raced.kind.word(),
                date(race)
            ),
            format!(
                "Walk or rest for {}, then begin with 20 to 30 minutes of easy running.",
                count(after.without_running as usize, "day")
            ),
        );
    }
    let hard = days_of(case, race, until(after.without_hard), is_hard);
    if !hard.is_empty() {
        return Opinion::broken(
            format!(
                "You ran hard {} after the {} of {}.",
                how_soon(race, &hard),
                raced.kind.word(),
                date(race)
            ),
            format!(
                "Keep everything easy for {} after it.",
                count(after.without_hard as usize, "day")
            ),
        );
    }
    Opinion::kept(format!(
        "You gave the {} of {} the time it asks for.",
        raced.kind.word(),
        date(race)
    ))
}

fn days_of(case: &Case<'_>, race: Date, last: Date, asks: fn(&NamedRun) -> bool) -> Vec<Date> {
    let runs = case.runs_between(add_days(race, 1), last).iter();
    let mut days: Vec<Date> = runs.filter(|run| asks(run)).map(NamedRun::date).collect();
    days.dedup();
    days
}

/// `the day`, `3 days`.
fn how_soon(race: Date, days: &[Date]) -> String {
    match days.first().map_or(1, |first| days_between(race, *first)) {
        1 => "the day".to_owned(),
        days => format!("{days} days"),
    }
}

fn hold(case: &Case<'_>, parameters: &Parameters<'_>) -> Option<Hold> {
    let look_back = parameters.number("ultra_easy_days") as i64;
    let holds = long_races(case, look_back).filter_map(|raced| after_race(case, parameters, raced));
    holds.min_by(|one, other| {
        let length = |hold: &Hold| hold.longest.map_or(f64::INFINITY, |longest| longest.0);
        one.allows.cmp(&other.allows).then(length(one).total_cmp(&length(other)))
    })
}

fn after_race(case: &Case<'_>, parameters: &Parameters<'_>, raced: Raced<'_>) -> Option<Hold> {
    let after = After::of(raced.kind, parameters);
    let race = format!("Your {} was {}", raced.kind.word(), when(raced.run.date(), case.on));
    if raced.days_ago <= after.without_running {
        let days = count(after.without_running as usize, "day");
        return Some(Hold::to(
            Allows::Rest,
            format!("{race}: {days} without running; a slow walk is welcome."),
        ));
    }
    let sore_until = after.without_running + parameters.number("sore_days") as i64;
    let sore = soreness(case).filter(|sore| f64::from(*sore) >= parameters.number("sore_from"));
    if let Some(sore) = sore
        && raced.kind >= LongRace::Marathon
        && raced.days_ago <= sore_until
    {
        let message =
            format!("{race} and your legs are still sore ({sore} of 10): rest a day more.");
        let fresh = Fact::below(Question::Soreness, parameters.number("sore_from"));
        return Some(Hold::to(Allows::Rest, message).lifted_by(fresh));
    }
    if raced.days_ago > after.without_hard {
        return None;
    }
    let waited = add_days(raced.run.date(), after.without_running);
    let since = case.runs_between(add_days(waited, 1), add_days(case.on, -1));
    let first = parameters.number("first_runs") as usize;
    let days = count(after.without_hard as usize, "day");
    if since.iter().filter(|run| is_run(run)).count() >= first {
        return Some(Hold::to(Allows::Easy, format!("{race}: nothing hard for {days}.")));
    }
    let minutes = parameters.number("first_minutes");
    let message = format!("{race}: the first runs are 20 to {minutes:.0} minutes and easy.");
    Some(Hold::to(Allows::Short, message).no_longer_than(Seconds::from_minutes(minutes)))
}

fn soreness(case: &Case<'_>) -> Option<u8> {
    case.check_in_today().and_then(|check_in| check_in.soreness).map(u8::from)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::examples::example;

    fn held(weeks: &str) -> Option<(Allows, Option<f64>)> {
        let hold = example(weeks).hold(&RULE)?;
        Some((hold.allows, hold.longest.map(Seconds::minutes)))
    }

    const REST: Option<(Allows, Option<f64>)> = Some((Allows::Rest, None));
    const EASY: Option<(Allows, Option<f64>)> = Some((Allows::Easy, None));
    const SHORT: Option<(Allows, Option<f64>)> = Some((Allows::Short, Some(30.0)));

    #[test]
    fn after_a_half_two_days_then_short_then_easy_for_a_week() {
        assert_eq!(held("1 week:\nSun race 21.1km"), None);
        assert_eq!(held("1 week:\nSat race 21.1km"), REST);
        assert_eq!(held("1 week:\nFri race 21.1km"), REST);
        assert_eq!(held("1 week:\nThu race 21.1km"), SHORT);
        assert_eq!(held("1 week:\nMon race 21.1km\nThu easy 25min\nFri easy 25min"), EASY);
        assert_eq!(held("1 week:\nSat race 21.1km\n1 week:\nMon rest"), None);
    }

    #[test]
    fn after_a_marathon_three_days_and_a_fourth_while_sore() {
        assert_eq!(held("1 week:\nThu race 42.2km"), REST);
        assert_eq!(held("1 week:\nWed race 42.2km"), SHORT);
        assert_eq!(held("1 week:\nWed race 42.2km\ncheck-in Sun: soreness 4"), REST);
        assert_eq!(held("1 week:\nWed race 42.2km\ncheck-in Sun: soreness 1"), SHORT);
        assert_eq!(held("1 week:\nSun race 42.2km\n2 weeks:\nThu easy 30min"), EASY);
        assert_eq!(held("1 week:\nSat race 42.2km\n2 weeks:\nThu easy 30min"), None);
    }

    #[test]
    fn runs_that_came_too_soon_are_no_first_runs() {
        assert_eq!(held("1 week:\nMon race 42.2km\nTue easy 20min\nWed easy 20min"), SHORT);
    }

    #[test]
    fn after_an_ultra_longer() {
        assert_eq!(held("1 week:\nTue race 50km"), REST);
        assert_eq!(held("1 week:\nMon race 50km"), SHORT);
        assert_eq!(held("1 week:\nSun race 50km\n3 weeks:\nThu easy 30min"), EASY);
    }

    #[test]
    fn the_strictest_of_two_races_decides() {
        assert_eq!(held("1 week:\nSun race 42.2km\n1 week:\nSat race 21.1km"), REST);
    }

    #[test]
    fn a_marathon_is_one_however_slowly_it_was_run() {
        assert_eq!(held("1 week:\nSat long 42.2km @7:10"), REST);
        assert_eq!(held("1 week:\nSat long 42.2km @7:10 (meant as long)"), None);
        assert_eq!(held("1 week:\nSat long 45km @7:10"), None);
    }

    #[test]
    fn short_races_and_long_runs_hold_nothing() {
        assert_eq!(held("1 week:\nSat race 10km"), None);
        assert_eq!(held("1 week:\nSat long 25km"), None);
    }
}
