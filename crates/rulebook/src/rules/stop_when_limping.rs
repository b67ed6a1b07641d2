//! Who limps does not run.

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
    id: RuleId("stop-when-limping"),
    topic: Topic::Safety,
    asks: "Do not run while you limp or move differently to spare a place.",
    page: include_str!("stop_when_limping.md"),
    grade: Grade::Convention,
    sources: &[SourceId("recovery")],
    statements: &["recovery-132"],
    maturity: Maturity::Firm,
    parameters: &[Parameter {
        name: "stands_days",
        means: "days for which a limp holds back running when nothing more is said of it",
        value: Value::Number(2.0),
        range: Range::between(1.0, 14.0),
        source: SourceId("everymile"),
        grade: Grade::Convention,
    }],
    judge: Judge::Days(judge),
    charge: None,
    hold: Some(hold),
};

const LIMPING: fn(&CheckIn) -> Option<bool> = |check_in| check_in.is_limping;

fn judge(case: &Case<'_>, _: &Parameters<'_>) -> Opinion {
    let limping = shown(case, 7, LIMPING);
    if limping.answered == 0 {
        return Opinion::cannot_tell(
            "Whether you limped in the last seven days was not said.",
            "Say so on a day on which you limp or run differently to spare a place.",
        );
    }
    if limping.run.is_empty() {
        return Opinion::kept("You did not run on a day on which you limped.");
    }
    let message = format!("You limped on {} and ran.", weekdays(&limping.run));
    Opinion::of(limping.run.len() as f64, Asked::at_most(0.0, Unit::Days), message).if_broken(
        "A limp stops a run, also one that has begun. Rest or ride gently until you walk and climb \
         stairs as always, and see a clinician if that takes more than two days.",
    )
}

fn hold(case: &Case<'_>, parameters: &Parameters<'_>) -> Option<Hold> {
    let days = 1 + parameters.number("stands_days") as i64;
    let (said, is_limping) = latest(case, days, LIMPING)?;
    is_limping.then(|| {
        let message = format!("You said {} that you limp: rest.", when(said, case.on));
        Hold::to(Allows::Rest, message).lifted_by(Fact::Is(Question::Limping, false))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::examples::example;

    fn allows(week: &str) -> Option<Allows> {
        example(&format!("1 week:\n{week}")).hold(&RULE).map(|hold| hold.allows)
    }

    #[test]
    fn a_limp_holds_for_two_days_unless_it_is_said_to_be_gone() {
        assert_eq!(allows("check-in Sun: limping"), Some(Allows::Rest));
        assert_eq!(allows("check-in Fri: limping\ncheck-in Sun: fatigue 2"), Some(Allows::Rest));
        assert_eq!(allows("check-in Sat: limping\ncheck-in Sun: not-limping"), None);
        assert_eq!(allows("check-in Thu: limping"), None);
        assert_eq!(allows("check-in Sun: soreness 3"), None);
    }
}
