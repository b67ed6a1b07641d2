//! Who is exhausted rests; the run left out is the better one.

use crate::{
    case::Case,
    doctrine::Value,
    finding::{Asked, Opinion, Unit},
    hold::{Allows, Fact, Hold},
    measures::answers::{latest, shown},
    rule::{Judge, Maturity, Parameter, Parameters, Range, Rule, RuleId, Topic},
    source::{Grade, SourceId},
    words::{weekdays, when},
};
use training::{CheckIn, Question};

/// The rule.
pub static RULE: Rule = Rule {
    id: RuleId("rest-when-exhausted"),
    topic: Topic::Body,
    asks: "Rest on a day on which you are exhausted.",
    page: include_str!("rest_when_exhausted.md"),
    grade: Grade::Moderate,
    sources: &[SourceId("context"), SourceId("saw-2016")],
    statements: &["context-23", "context-34"],
    maturity: Maturity::Firm,
    parameters: &[Parameter {
        name: "exhausted_from",
        means: "fatigue of 5 from which the day belongs to rest",
        value: Value::Number(5.0),
        range: Range::between(4.0, 5.0),
        source: SourceId("context"),
        grade: Grade::Convention,
    }],
    judge: Judge::Days(judge),
    charge: None,
    hold: Some(hold),
};

fn judge(case: &Case<'_>, parameters: &Parameters<'_>) -> Opinion {
    let from = parameters.number("exhausted_from");
    let exhausted = shown(case, 7, |check_in| Some(fatigue(check_in)? >= from));
    if exhausted.answered == 0 {
        return Opinion::cannot_tell(
            "How tired you were in the last seven days was not said.",
            "One number a day would do: how tired you are (1 to 5).",
        );
    }
    if exhausted.days.is_empty() {
        return Opinion::not_applicable(format!(
            "You were not exhausted on any of the days you answered for ({}).",
            exhausted.answered
        ));
    }
    if exhausted.run.is_empty() {
        return Opinion::kept(format!(
            "You were exhausted on {} and did not run: a missed run that was the better one.",
            weekdays(&exhausted.days)
        ));
    }
    let message = format!("You were exhausted on {} and ran.", weekdays(&exhausted.run));
    Opinion::of(exhausted.run.len() as f64, Asked::at_most(0.0, Unit::Days), message).if_broken(
        "Leave the run out on such a day: rest, sleep, a walk. A missed run is made good by \
         itself; one through exhaustion costs the next ones.",
    )
}

fn hold(case: &Case<'_>, parameters: &Parameters<'_>) -> Option<Hold> {
    let (said, fatigue) = latest(case, 2, fatigue)?;
    (fatigue >= parameters.number("exhausted_from")).then(|| {
        let message = format!(
            "You said {} that you are exhausted ({fatigue:.0} of 5): rest is the better run.",
            when(said, case.on)
        );
        let fresher = Fact::below(Question::Fatigue, parameters.number("exhausted_from"));
        Hold::to(Allows::Rest, message).lifted_by(fresher)
    })
}

fn fatigue(check_in: &CheckIn) -> Option<f64> {
    check_in.fatigue.map(|fatigue| u8::from(fatigue).into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::examples::example;

    fn allows(week: &str) -> Option<Allows> {
        example(&format!("1 week:\n{week}")).hold(&RULE).map(|hold| hold.allows)
    }

    #[test]
    fn exhaustion_holds_today_and_from_yesterday_unless_it_is_better() {
        assert_eq!(allows("check-in Sun: fatigue 5"), Some(Allows::Rest));
        assert_eq!(allows("check-in Sat: fatigue 5"), Some(Allows::Rest));
        assert_eq!(allows("check-in Sat: fatigue 5\ncheck-in Sun: fatigue 3"), None);
        assert_eq!(allows("check-in Fri: fatigue 5"), None);
        assert_eq!(allows("check-in Sun: fatigue 4"), None);
        assert_eq!(allows("check-in Sun: soreness 4"), None);
    }
}
