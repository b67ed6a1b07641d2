//! Very sore legs run nowhere; sore ones run easily.

use crate::{
    case::Case,
    doctrine::Value,
    finding::{Asked, Opinion, Unit},
    hold::{Allows, Fact, Hold},
    measures::{
        answers::{latest, shown},
        structure::is_hard,
    },
    rule::{Judge, Maturity, Parameter, Parameters, Range, Rule, RuleId, Topic},
    source::{Grade, SourceId},
    words::{weekdays, when},
};
use training::{CheckIn, Date, Question};

/// The rule.
pub static RULE: Rule = Rule {
    id: RuleId("skip-when-sore"),
    topic: Topic::Body,
    asks: "Skip the run when your legs are very sore, and run only easily when they are sore.",
    page: include_str!("skip_when_sore.md"),
    grade: Grade::Moderate,
    sources: &[SourceId("recovery"), SourceId("saw-2016"), SourceId("dupuy-2018")],
    statements: &["recovery-45", "recovery-53", "recovery-54", "recovery-133"],
    maturity: Maturity::Firm,
    parameters: &[
        Parameter {
            name: "skip_from",
            means: "soreness of 10 from which a run is skipped",
            value: Value::Number(6.0),
            range: Range::between(3.0, 8.0),
            source: SourceId("recovery"),
            grade: Grade::Convention,
        },
        Parameter {
            name: "easy_from",
            means: "soreness of 10 from which running is easy only",
            value: Value::Number(5.0),
            range: Range::between(2.0, 7.0),
            source: SourceId("recovery"),
            grade: Grade::Convention,
        },
    ],
    judge: Judge::Days(judge),
    charge: None,
    hold: Some(hold),
};

fn judge(case: &Case<'_>, parameters: &Parameters<'_>) -> Opinion {
    let (skip, easy) = (parameters.number("skip_from"), parameters.number("easy_from"));
    let sore = shown(case, 7, |check_in| Some(soreness(check_in)? >= easy));
    if sore.answered == 0 {
        return Opinion::cannot_tell(
            "How sore you were in the last seven days was not said.",
            "One number a day would do: how sore your legs are (0 to 10).",
        );
    }
    if sore.days.is_empty() {
        return Opinion::not_applicable(format!(
            "Your legs were not sore ({easy:.0} of 10 or more) on any day you answered for."
        ));
    }
    let very_sore = shown(case, 7, |check_in| Some(soreness(check_in)? >= skip));
    if !very_sore.run.is_empty() {
        let message = format!(
            "You ran on {} with legs sore at {skip:.0} of 10 or more.",
            weekdays(&very_sore.run)
        );
        return Opinion::of(
            very_sore.run.len() as f64,
            Asked::at_most(0.0, Unit::Days),
            message,
        )
        .if_broken(
            "Take such a day off, or ride, swim or walk. Once soreness is 4 or less and falling, \
             a light jog is welcome.",
        );
    }
    let is_hard_day = |day: &Date| case.runs_between(*day, *day).iter().any(is_hard);
    let hard: Vec<Date> = sore.run.iter().copied().filter(is_hard_day).collect();
    if !hard.is_empty() {
        return Opinion::broken(
            format!("You ran hard on {} with sore legs.", weekdays(&hard)),
            "Keep it easy until soreness is 4 or less.",
        );
    }
    Opinion::kept(format!("Your legs were sore on {}, and you heeded it.", weekdays(&sore.days)))
}

fn hold(case: &Case<'_>, parameters: &Parameters<'_>) -> Option<Hold> {
    let (said, soreness) = latest(case, 2, soreness)?;
    let sore = format!("Soreness of {soreness:.0} of 10 {}", when(said, case.on));
    let fresh = Fact::below(Question::Soreness, parameters.number("easy_from"));
    if soreness >= parameters.number("skip_from") {
        let message = format!("{sore}: no running; a walk, a ride or a swim may take its place.");
        return Some(Hold::to(Allows::Swap, message).lifted_by(fresh));
    }
    (soreness >= parameters.number("easy_from"))
        .then(|| Hold::to(Allows::Easy, format!("{sore}: easy running only.")).lifted_by(fresh))
}

fn soreness(check_in: &CheckIn) -> Option<f64> {
    check_in.soreness.map(|soreness| u8::from(soreness).into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::examples::example;

    fn allows(week: &str) -> Option<Allows> {
        example(&format!("1 week:\n{week}")).hold(&RULE).map(|hold| hold.allows)
    }

    #[test]
    fn very_sore_legs_skip_and_sore_ones_run_easily() {
        assert_eq!(allows("check-in Sun: soreness 8"), Some(Allows::Swap));
        assert_eq!(allows("check-in Sun: soreness 6"), Some(Allows::Swap));
        assert_eq!(allows("check-in Sun: soreness 5"), Some(Allows::Easy));
        assert_eq!(allows("check-in Sun: soreness 4"), None);
    }

    #[test]
    fn yesterdays_answer_holds_until_there_is_one_of_today() {
        assert_eq!(allows("check-in Sat: soreness 7\ncheck-in Sun: fatigue 2"), Some(Allows::Swap));
        assert_eq!(allows("check-in Sat: soreness 7\ncheck-in Sun: soreness 3"), None);
        assert_eq!(allows("check-in Fri: soreness 7"), None);
    }
}
