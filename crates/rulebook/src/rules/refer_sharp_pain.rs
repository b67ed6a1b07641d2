//! Sharp pain in one place belongs to a clinician at once.

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
    id: RuleId("refer-sharp-pain"),
    topic: Topic::Safety,
    asks: "Stop for sharp pain in one place, and see a clinician before the next run.",
    page: include_str!("refer_sharp_pain.md"),
    grade: Grade::Convention,
    sources: &[SourceId("context"), SourceId("progression"), SourceId("bone-stress-guides")],
    statements: &["context-24", "progression-56"],
    maturity: Maturity::Firm,
    parameters: &[],
    judge: Judge::Days(judge),
    charge: None,
    hold: Some(hold),
};

fn judge(case: &Case<'_>, _: &Parameters<'_>) -> Opinion {
    let aches = aches(case);
    if let Some(ache) = sharp(&aches) {
        return Opinion::broken(
            format!(
                "{}, sharp and in one place when last named {}.",
                ache.in_words(),
                when(ache.named, case.on)
            ),
            "See a clinician before you run again, soonest for hip, groin, shin, ankle or foot. \
             everymile refers and never diagnoses; the referral ends once you say that the pain \
             is gone.",
        );
    }
    if let Some(ache) = aches.standing.iter().find(|ache| ache.is_sharp.is_none()) {
        return Opinion::cannot_tell(
            format!("{}: whether it is sharp and in one place was not said.", ache.in_words()),
            "Say whether one finger could point at it, or whether it is spread out.",
        );
    }
    if !aches.asked_lately(case) {
        return Opinion::cannot_tell(
            "Whether anything hurt in the last seven days was not said.",
            SUPPLY,
        );
    }
    Opinion::kept("No sharp pain in one place stands.")
}

fn hold(case: &Case<'_>, _: &Parameters<'_>) -> Option<Hold> {
    let aches = aches(case);
    let ache = sharp(&aches)?;
    let message = format!(
        "{}, sharp and in one place when last named {}: no running, and a clinician first.",
        ache.in_words(),
        when(ache.named, case.on)
    );
    Some(Hold::to(Allows::Clinician, message).lifted_by(Fact::NoPain))
}

fn sharp(aches: &Aches) -> Option<&Ache> {
    aches.standing.iter().find(|ache| ache.is_sharp == Some(true))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::examples::example;

    fn allows(week: &str) -> Option<Allows> {
        example(&format!("1 week:\n{week}")).hold(&RULE).map(|hold| hold.allows)
    }

    #[test]
    fn sharp_pain_in_one_place_is_referred_at_once_and_until_it_is_gone() {
        let sharp = "check-in Tue: pain 2 left foot, sharp";
        assert_eq!(allows(sharp), Some(Allows::Clinician));
        assert_eq!(allows(&format!("{sharp}\ncheck-in Sun: pain 1")), Some(Allows::Clinician));
        assert_eq!(allows(&format!("{sharp}\ncheck-in Sun: pain 0")), None);
        assert_eq!(
            allows(&format!("{sharp}\ncheck-in Sun: pain 0 right knee")),
            Some(Allows::Clinician)
        );
    }

    #[test]
    fn pain_that_is_spread_out_or_not_described_refers_nobody() {
        assert_eq!(allows("check-in Sun: pain 3 left calf"), None);
        assert_eq!(allows("check-in Sun: pain 3 left calf, not-sharp"), None);
    }
}
