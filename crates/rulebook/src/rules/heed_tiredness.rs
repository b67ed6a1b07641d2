//! Sign 3: tired or sore all the time.

use crate::{
    case::Case,
    doctrine::Value,
    finding::{Asked, Opinion, Unit},
    hold::{Allows, Hold},
    measures::{
        aches::hurts, answers::count_days, roles::hours_between_hard_runs, statistics::median,
    },
    rule::{Judge, Maturity, Parameter, Parameters, Range, Rule, RuleId, Topic},
    source::{Grade, SourceId},
    words::{count, how_many},
};
use training::CheckIn;

/// The rule.
pub static RULE: Rule = Rule {
    id: RuleId("heed-tiredness"),
    topic: Topic::Body,
    asks: "Do not train through tiredness or soreness that never leaves.",
    page: include_str!("heed_tiredness.md"),
    grade: Grade::Moderate,
    sources: &[
        SourceId("signs"),
        SourceId("context"),
        SourceId("progression"),
        SourceId("saw-2016"),
    ],
    statements: &["signs-15", "signs-21", "signs-22", "signs-23", "context-33", "progression-07"],
    maturity: Maturity::Firm,
    parameters: &[
        Parameter {
            name: "max_heavy_days",
            means: "days in seven with soreness of 4 of 10 or more, or fatigue of 4 of 5 or more",
            value: Value::Number(4.0),
            range: Range::between(0.0, 7.0),
            source: SourceId("everymile"),
            grade: Grade::Convention,
        },
        Parameter {
            name: "max_niggle_days",
            means: "days in ten with any pain, in one place or in several",
            value: Value::Number(3.0),
            range: Range::between(0.0, 10.0),
            source: SourceId("everymile"),
            grade: Grade::Convention,
        },
        Parameter {
            name: "hours_between_hard_runs",
            means: "hours between hard runs below which they are named as the likely cause",
            value: Value::Number(40.0),
            range: Range::between(12.0, 168.0),
            source: SourceId("everymile"),
            grade: Grade::Convention,
        },
    ],
    judge: Judge::Days(judge),
    charge: None,
    hold: Some(hold),
};

const SORE: u8 = 4;
const TIRED: u8 = 4;

fn judge(case: &Case<'_>, parameters: &Parameters<'_>) -> Opinion {
    if let Some(niggles) = niggles(case, parameters) {
        return niggles;
    }
    let most = parameters.number("max_heavy_days");
    let days = count_days(case, 7, is_heavy);
    let not_answered = 7 - days.answered.min(7);
    let could_be_broken = (days.showing + not_answered) as f64 > most;
    if days.showing as f64 <= most && could_be_broken {
        return Opinion::cannot_tell(
            match days.answered {
                0 => "Check-ins would tell; none are recorded yet.".to_owned(),
                _ => format!(
                    "Check-ins of {} of the last seven days are too few to tell.",
                    days.answered
                ),
            },
            "Two numbers a day would do: how sore (0 to 10) and how tired (1 to 5) you are.",
        );
    }
    let message = format!(
        "You were tired or sore on {} of the {} you answered for.",
        how_many(days.showing),
        count(days.answered, "day")
    );
    Opinion::of(days.showing as f64, Asked::at_most(most, Unit::Days), message)
        .if_broken(advice(case, parameters.number("hours_between_hard_runs")))
}

/// Always nearly injured: something hurts every few days, whatever it is.
fn niggles(case: &Case<'_>, parameters: &Parameters<'_>) -> Option<Opinion> {
    let most = parameters.number("max_niggle_days");
    let days = count_days(case, 10, |check_in| Some(hurts(check_in.pain.as_ref()?))).showing as f64;
    (days > most).then(|| {
        let message = format!("Something hurt on {days:.0} of the last ten days.");
        Opinion::of(days, Asked::at_most(most, Unit::Days), message)
            .if_broken(advice(case, parameters.number("hours_between_hard_runs")))
    })
}

fn is_heavy(check_in: &CheckIn) -> Option<bool> {
    let sore = check_in.soreness.map(|soreness| u8::from(soreness) >= SORE);
    let tired = check_in.fatigue.map(|fatigue| u8::from(fatigue) >= TIRED);
    match (sore, tired) {
        (None, None) => None,
        (sore, tired) => Some(sore == Some(true) || tired == Some(true)),
    }
}

fn hold(case: &Case<'_>, parameters: &Parameters<'_>) -> Option<Hold> {
    let heavy = count_days(case, 7, is_heavy).showing;
    (heavy as f64 > parameters.number("max_heavy_days")).then(|| {
        let message = format!(
            "You were tired or sore on {} of the last seven: easy today, or a day off.",
            count(heavy, "day")
        );
        Hold::to(Allows::Easy, message)
    })
}

fn advice(case: &Case<'_>, enough: f64) -> String {
    let rest = "Take two days off or very easy, then come back with more room between hard runs. \
                If something hurts in one place, is swollen, or lasts, see a clinician.";
    match median(&hours_between_hard_runs(case, 14)) {
        Some(hours) if hours < enough => format!(
            "Your hard runs were only {} apart. {rest}",
            count(hours.round() as usize, "hour")
        ),
        _ => rest.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::examples::example;

    #[test]
    fn five_heavy_days_of_seven_leave_easy_running() {
        let days = "1 week:
            check-in Mon: soreness 5
            check-in Tue: fatigue 4
            check-in Thu: soreness 4
            check-in Fri: fatigue 5";
        assert_eq!(example(days).hold(&RULE), None);
        let hold = example(&format!("{days}\ncheck-in Sun: fatigue 4")).hold(&RULE).unwrap();
        assert_eq!(hold.allows, Allows::Easy);
    }
}
