//! Pain stops a run, under every doctrine. Soreness is another matter.

use crate::{
    case::Case,
    doctrine::Value,
    finding::{Asked, Opinion, Unit},
    hold::{Allows, Fact, Hold},
    measures::{
        aches::{Ache, SUPPLY, aches, hurts},
        answers::shown,
    },
    rule::{Judge, Maturity, Parameter, Parameters, Range, Rule, RuleId, Topic},
    source::{Grade, SourceId},
    words::{count, weekdays, when},
};
use training::{Seconds, calendar::days_between};

/// The rule.
pub static RULE: Rule = Rule {
    id: RuleId("stop-for-pain"),
    topic: Topic::Safety,
    asks: "Do not run with pain, and come back easily once it is gone.",
    page: include_str!("stop_for_pain.md"),
    grade: Grade::Moderate,
    sources: &[SourceId("recovery"), SourceId("silbernagel-2007")],
    statements: &["recovery-56", "recovery-134"],
    maturity: Maturity::Firm,
    parameters: &[
        Parameter {
            name: "rest_from",
            means: "pain of 10 from which nothing takes the run's place but rest or a walk",
            value: Value::Number(4.0),
            range: Range::between(1.0, 4.0),
            source: SourceId("silbernagel-2007"),
            grade: Grade::Weak,
        },
        Parameter {
            name: "stands_days",
            means: "days for which a pain holds back running when nothing more is said of it",
            value: Value::Number(2.0),
            range: Range::between(1.0, 14.0),
            source: SourceId("everymile"),
            grade: Grade::Convention,
        },
        Parameter {
            name: "unheard_minutes",
            means: "minutes of running at most while a weak pain was never said to be gone",
            value: Value::Number(30.0),
            range: Range::between(10.0, 45.0),
            source: SourceId("everymile"),
            grade: Grade::Convention,
        },
        Parameter {
            name: "easy_days",
            means: "days of easy running once a pain is said to be gone, that day included",
            value: Value::Number(2.0),
            range: Range::between(1.0, 14.0),
            source: SourceId("everymile"),
            grade: Grade::Convention,
        },
    ],
    judge: Judge::Days(judge),
    charge: None,
    hold: Some(hold),
};

fn judge(case: &Case<'_>, _: &Parameters<'_>) -> Opinion {
    let pain = shown(case, 7, |check_in| Some(hurts(check_in.pain.as_ref()?)));
    if pain.answered == 0 {
        return Opinion::cannot_tell(
            "Whether anything hurt in the last seven days was not said.",
            SUPPLY,
        );
    }
    if pain.days.is_empty() {
        return Opinion::kept(format!(
            "Nothing hurt on the {} you answered for.",
            count(pain.answered, "day")
        ));
    }
    if pain.run.is_empty() {
        return Opinion::kept(format!(
            "You noted pain on {} and did not run: the right decision.",
            weekdays(&pain.days)
        ));
    }
    let message = format!("You ran on {} and noted pain.", weekdays(&pain.run));
    Opinion::of(pain.run.len() as f64, Asked::at_most(0.0, Unit::Days), message).if_broken(
        "Pain stops a run, also one that has begun. Wait until it is gone, then come back with a \
         short and easy run; cycling or swimming that does not hurt may take its place.",
    )
}

fn hold(case: &Case<'_>, parameters: &Parameters<'_>) -> Option<Hold> {
    let aches = aches(case);
    let named = aches.named_within(case, parameters.number("stands_days") as i64);
    if let Some(worst) = named.max_by_key(|ache| ache.level) {
        return Some(no_running(case, worst, parameters.number("rest_from")));
    }
    if let Some(worst) = aches.standing.iter().max_by_key(|ache| ache.level) {
        return Some(unheard_of(case, worst, parameters));
    }
    let gone = aches.gone?;
    let is_fresh = (days_between(gone, case.on) as f64) < parameters.number("easy_days");
    is_fresh.then(|| {
        let message = format!(
            "You said {} that the pain is gone: come back with easy running first.",
            when(gone, case.on)
        );
        Hold::to(Allows::Easy, message)
    })
}

fn no_running(case: &Case<'_>, ache: &Ache, rest_from: f64) -> Hold {
    let pain = format!("{}, named {}", ache.in_words(), when(ache.named, case.on));
    let hold = if f64::from(ache.level) >= rest_from {
        Hold::to(Allows::Rest, format!("{pain}: rest, and no running until it is gone."))
    } else {
        let message = format!(
            "{pain}: no impact until it is gone; what moves the blood and does not hurt is fine."
        );
        Hold::to(Allows::Swap, message)
    };
    hold.lifted_by(Fact::NoPain)
}

/// A pain that nobody has spoken of for days: whether it is gone is not known, and not taken for
/// granted.
fn unheard_of(case: &Case<'_>, ache: &Ache, parameters: &Parameters<'_>) -> Hold {
    let pain = format!(
        "{}, named {}, was never said to be gone",
        ache.in_words(),
        when(ache.named, case.on)
    );
    let hold = if f64::from(ache.level) >= parameters.number("rest_from") {
        Hold::to(Allows::Swap, format!("{pain}: no impact until you say that it is."))
    } else {
        let minutes = parameters.number("unheard_minutes");
        let message = format!(
            "{pain}: run only if nothing hurts, easily and {minutes:.0} minutes at most, and stop if \
             it does."
        );
        Hold::to(Allows::Short, message).no_longer_than(Seconds::from_minutes(minutes))
    };
    hold.lifted_by(Fact::NoPain)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::examples::example;

    fn allows(week: &str) -> Option<Allows> {
        example(&format!("1 week:\nTue easy 45min\n{week}")).hold(&RULE).map(|hold| hold.allows)
    }

    #[test]
    fn any_pain_takes_the_impact_away_and_from_four_on_everything() {
        assert_eq!(allows("check-in Sun: pain 1 left calf"), Some(Allows::Swap));
        assert_eq!(allows("check-in Sun: pain 3 left calf"), Some(Allows::Swap));
        assert_eq!(allows("check-in Sun: pain 4 left calf"), Some(Allows::Rest));
    }

    #[test]
    fn what_was_said_takes_everything_away_for_two_days_unless_it_is_said_to_be_gone() {
        assert_eq!(allows("check-in Sat: pain 5"), Some(Allows::Rest));
        assert_eq!(allows("check-in Fri: pain 5\ncheck-in Sun: fatigue 2"), Some(Allows::Rest));
    }

    #[test]
    fn a_pain_never_said_to_be_gone_is_not_taken_to_be() {
        assert_eq!(allows("check-in Thu: pain 5"), Some(Allows::Swap));
        assert_eq!(allows("check-in Thu: pain 2"), Some(Allows::Short));
        let later = "check-in Tue: pain 2 left knee\n1 week:\nTue easy 45min";
        assert_eq!(allows(later), Some(Allows::Short));
        assert_eq!(allows(&format!("{later}\ncheck-in Thu: pain 0")), None);
    }

    #[test]
    fn the_strongest_of_several_pains_decides() {
        let two = "check-in Sat: pain 6 left shin\ncheck-in Sun: pain 1 right knee";
        assert_eq!(allows(two), Some(Allows::Rest));
    }

    #[test]
    fn once_it_is_gone_running_comes_back_easily() {
        assert_eq!(allows("check-in Fri: pain 2\ncheck-in Sat: pain 0"), Some(Allows::Easy));
        assert_eq!(allows("check-in Fri: pain 2\ncheck-in Sun: pain 0"), Some(Allows::Easy));
        assert_eq!(allows("check-in Thu: pain 2\ncheck-in Fri: pain 0"), None);
    }

    #[test]
    fn what_was_not_said_holds_nothing() {
        assert_eq!(allows("check-in Sun: soreness 7"), None);
        assert_eq!(allows("check-in Sun: pain 0"), None);
    }
}
