//! Swelling belongs to a clinician at once.

use crate::{
    case::Case,
    finding::Opinion,
    hold::{Allows, Fact, Hold},
    measures::aches::{Ache, Aches, SUPPLY, aches},
    rule::{Judge, Maturity, Parameters, Rule, RuleId, Topic},
    source::{Grade, SourceId},
    words::when,
};

/// The rule.
pub static RULE: Rule = Rule {
    id: RuleId("refer-swelling"),
    topic: Topic::Safety,
    asks: "See a clinician about a swollen place before the next run.",
    page: include_str!("refer_swelling.md"),
    grade: Grade::Convention,
    sources: &[SourceId("progression")],
    statements: &["progression-55"],
    maturity: Maturity::Firm,
    parameters: &[],
    judge: Judge::Days(judge),
    charge: None,
    hold: Some(hold),
};

fn judge(case: &Case<'_>, _: &Parameters<'_>) -> Opinion {
    let aches = aches(case);
    if let Some(ache) = swollen(&aches) {
        return Opinion::broken(
            format!("{}, swollen when last named {}.", ache.in_words(), when(ache.named, case.on)),
            "See a clinician before you run again. everymile refers and never diagnoses; the \
             referral ends once you say that the swelling is down or the pain gone.",
        );
    }
    if let Some(ache) = aches.standing.iter().find(|ache| ache.is_swollen.is_none()) {
        return Opinion::cannot_tell(
            format!("{}: whether the place is swollen was not said.", ache.in_words()),
            "Say whether it is swollen, yes or no.",
        );
    }
    if !aches.asked_lately(case) {
        return Opinion::cannot_tell(
            "Whether anything hurt in the last seven days was not said.",
            SUPPLY,
        );
    }
    Opinion::kept("Nothing is swollen.")
}

fn hold(case: &Case<'_>, _: &Parameters<'_>) -> Option<Hold> {
    let aches = aches(case);
    let ache = swollen(&aches)?;
    let message = format!(
        "{}, swollen when last named {}: no running, and a clinician first.",
        ache.in_words(),
        when(ache.named, case.on)
    );
    Some(Hold::to(Allows::Clinician, message).lifted_by(Fact::SwellingDown { pain: ache.level }))
}

fn swollen(aches: &Aches) -> Option<&Ache> {
    aches.standing.iter().find(|ache| ache.is_swollen == Some(true))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::examples::example;

    fn allows(week: &str) -> Option<Allows> {
        example(&format!("1 week:\n{week}")).hold(&RULE).map(|hold| hold.allows)
    }

    #[test]
    fn swelling_is_referred_at_once_and_until_it_is_down() {
        let swollen = "check-in Mon: pain 1 left ankle, swollen";
        assert_eq!(allows(swollen), Some(Allows::Clinician));
        assert_eq!(allows(&format!("{swollen}\ncheck-in Sun: pain 1")), Some(Allows::Clinician));
        assert_eq!(allows(&format!("{swollen}\ncheck-in Sun: pain 1, not-swollen")), None);
        assert_eq!(allows(&format!("{swollen}\ncheck-in Sun: pain 0")), None);
    }

    #[test]
    fn swelling_without_pain_counts_too() {
        assert_eq!(allows("check-in Sun: pain 0 left ankle, swollen"), Some(Allows::Clinician));
    }

    #[test]
    fn pain_without_an_answer_about_swelling_refers_nobody() {
        assert_eq!(allows("check-in Sun: pain 3 left ankle"), None);
    }
}
