//! Illness asks for rest, and the first running after it is easy.

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
use training::{
    CheckIn, Date, NamedRun, Question,
    calendar::{add_days, days_between},
};

/// The rule.
pub static RULE: Rule = Rule {
    id: RuleId("rest-when-ill"),
    topic: Topic::Safety,
    asks: "Rest while you are ill, and run only easily on the first days after.",
    page: include_str!("rest_when_ill.md"),
    grade: Grade::Convention,
    sources: &[SourceId("everymile"), SourceId("daniels")],
    statements: &[],
    maturity: Maturity::Firm,
    parameters: &[
        Parameter {
            name: "stands_days",
            means: "days for which an illness holds back running when nothing more is said of it",
            value: Value::Number(3.0),
            range: Range::between(1.0, 14.0),
            source: SourceId("everymile"),
            grade: Grade::Convention,
        },
        Parameter {
            name: "easy_days",
            means: "days of easy running once you are well, that day included; the first hard \
                    session is skipped (from memory of coaching practice, provisional)",
            value: Value::Number(2.0),
            range: Range::between(1.0, 14.0),
            source: SourceId("daniels"),
            grade: Grade::Convention,
        },
    ],
    judge: Judge::Days(judge),
    charge: None,
    hold: Some(hold),
};

/// How far back the last day of an illness is looked for.
const LOOK_BACK: i64 = 14;
const ILL: fn(&CheckIn) -> Option<bool> = |check_in| check_in.is_ill;

fn judge(case: &Case<'_>, parameters: &Parameters<'_>) -> Opinion {
    let ill = shown(case, 7, ILL);
    if ill.answered == 0 {
        return Opinion::cannot_tell(
            "Whether you were ill in the last seven days was not said.",
            "Say so on a day on which you are ill, and again when you are well.",
        );
    }
    if !ill.run.is_empty() {
        let message = format!("You were ill on {} and ran.", weekdays(&ill.run));
        return Opinion::of(ill.run.len() as f64, Asked::at_most(0.0, Unit::Days), message)
            .if_broken(
                "Rest until you are well; fever, or cough from the chest, belongs to a clinician. \
                 Then begin with a short and easy run. Nothing missed needs to be made up.",
            );
    }
    let soon = hard_days_after(case, &ill.days, parameters.number("easy_days") as i64);
    if !soon.is_empty() {
        return Opinion::broken(
            format!("You ran hard on {}, right after being ill.", weekdays(&soon)),
            "Skip the first hard session after an illness and run easily instead.",
        );
    }
    match ill.days.as_slice() {
        [] => Opinion::kept("You were well."),
        days => Opinion::kept(format!(
            "You were ill on {} and rested: the right decision.",
            weekdays(days)
        )),
    }
}

fn hard_days_after(case: &Case<'_>, ill: &[Date], days: i64) -> Vec<Date> {
    let Some(last) = ill.last() else { return Vec::new() };
    let runs = case.runs_between(add_days(*last, 1), add_days(*last, days));
    let mut hard: Vec<Date> = runs.iter().filter(|run| is_hard(run)).map(NamedRun::date).collect();
    hard.dedup();
    hard
}

fn hold(case: &Case<'_>, parameters: &Parameters<'_>) -> Option<Hold> {
    let (said, is_ill) = latest(case, LOOK_BACK, ILL)?;
    let days = days_between(said, case.on) as f64;
    if is_ill {
        let is_standing = days <= parameters.number("stands_days");
        return Some(if is_standing {
            let message = format!("You said {} that you are ill: rest.", when(said, case.on));
            Hold::to(Allows::Rest, message).lifted_by(Fact::Is(Question::Ill, false))
        } else {
            let message = format!(
                "You said {} that you are ill, and nothing since: if you are well, run easily.",
                when(said, case.on)
            );
            Hold::to(Allows::Easy, message).lifted_by(Fact::Is(Question::Ill, false))
        });
    }
    let well_since = well_since(case)?;
    let is_fresh = (days_between(well_since, case.on) as f64) < parameters.number("easy_days");
    is_fresh.then(|| {
        let message = format!(
            "You said {} that you are well again: run easily, the first hard session can wait.",
            when(well_since, case.on)
        );
        Hold::to(Allows::Easy, message)
    })
}

/// The first day of being well after the last day of an illness; `None` without an illness.
fn well_since(case: &Case<'_>) -> Option<Date> {
    let answers = case.recent_check_ins(LOOK_BACK);
    let last_ill = answers.iter().rposition(|check_in| check_in.is_ill == Some(true))?;
    let after = answers[last_ill..].iter();
    after.filter(|check_in| check_in.is_ill == Some(false)).map(|check_in| check_in.date).next()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::examples::example;

    fn allows(weeks: &str) -> Option<Allows> {
        example(&format!("1 week:\n{weeks}")).hold(&RULE).map(|hold| hold.allows)
    }

    #[test]
    fn illness_is_rested_out() {
        assert_eq!(allows("check-in Sun: ill"), Some(Allows::Rest));
        assert_eq!(allows("check-in Thu: ill\ncheck-in Sun: fatigue 2"), Some(Allows::Rest));
        assert_eq!(allows("check-in Wed: ill"), Some(Allows::Easy));
    }

    #[test]
    fn the_first_two_days_after_it_are_easy() {
        assert_eq!(allows("check-in Sat: ill\ncheck-in Sun: well"), Some(Allows::Easy));
        assert_eq!(allows("check-in Mon: ill\ncheck-in Sat: well"), Some(Allows::Easy));
        assert_eq!(allows("check-in Mon: ill\ncheck-in Fri: well"), None);
        assert_eq!(allows("check-in Mon: ill\ncheck-in Fri: well\ncheck-in Sun: well"), None);
    }

    #[test]
    fn who_was_never_ill_or_never_said_so_is_left_alone() {
        assert_eq!(allows("check-in Sun: well"), None);
        assert_eq!(allows("check-in Sun: fatigue 2"), None);
    }
}
