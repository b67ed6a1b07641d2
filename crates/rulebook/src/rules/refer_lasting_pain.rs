//! Pain in one place for more than two days belongs to a clinician.

use crate::{
    case::Case,
    doctrine::Value,
    finding::Opinion,
    hold::{Allows, Fact, Hold},
    measures::aches::{Ache, SUPPLY, aches},
    rule::{Judge, Maturity, Parameter, Parameters, Range, Rule, RuleId, Topic},
    source::{Grade, SourceId},
    words::when,
};

/// The rule.
pub static RULE: Rule = Rule {
    id: RuleId("refer-lasting-pain"),
    topic: Topic::Safety,
    asks: "See a clinician about pain in one place that lasts longer than two days.",
    page: include_str!("refer_lasting_pain.md"),
    grade: Grade::Convention,
    sources: &[SourceId("progression"), SourceId("bone-stress-guides")],
    statements: &["progression-30", "progression-54", "progression-57"],
    maturity: Maturity::Firm,
    parameters: &[Parameter {
        name: "max_hours",
        means: "hours that a pain in one place may last before a clinician is asked",
        value: Value::Number(48.0),
        range: Range::between(1.0, 48.0),
        source: SourceId("progression"),
        grade: Grade::Convention,
    }],
    judge: Judge::Days(judge),
    charge: None,
    hold: Some(hold),
};

fn judge(case: &Case<'_>, parameters: &Parameters<'_>) -> Opinion {
    let aches = aches(case);
    let most = parameters.number("max_hours");
    if let Some(ache) = aches.standing.iter().find(|ache| lasts(ache, most)) {
        return Opinion::broken(
            format!("{} has lasted {}.", ache.in_words(), how_long(ache)),
            "See a clinician before you run again. everymile refers and never diagnoses; the \
             referral ends once you say that the pain is gone.",
        );
    }
    if !aches.asked_lately(case) {
        return Opinion::cannot_tell(
            "Whether anything hurt in the last seven days was not said.",
            SUPPLY,
        );
    }
    match aches.standing.last() {
        Some(ache) => Opinion::kept(format!(
            "{} was last named {}; as far as you said it has not lasted two days.",
            ache.in_words(),
            when(ache.named, case.on)
        )),
        None => Opinion::kept("No pain stands: what hurt has faded, or nothing did."),
    }
}

fn hold(case: &Case<'_>, parameters: &Parameters<'_>) -> Option<Hold> {
    let aches = aches(case);
    let most = parameters.number("max_hours");
    let ache = aches.standing.iter().find(|ache| lasts(ache, most))?;
    let message = format!(
        "{} has lasted {} and was last named {}: no running, and a clinician first.",
        ache.in_words(),
        how_long(ache),
        when(ache.named, case.on)
    );
    Some(Hold::to(Allows::Clinician, message).lifted_by(Fact::NoPain))
}

/// Named two days apart may be a little less or a day more: only a passing ache is given the
/// benefit of the doubt.
fn lasts(ache: &Ache, most: f64) -> bool {
    ache.hours > most || (ache.hours == most && !ache.is_passing())
}

fn how_long(ache: &Ache) -> String {
    let days = (ache.hours / 24.0).floor();
    if days == 2.0 { "two days".to_owned() } else { format!("{days:.0} days") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::examples::example;

    fn allows(week: &str) -> Option<Allows> {
        example(&format!("1 week:\n{week}")).hold(&RULE).map(|hold| hold.allows)
    }

    #[test]
    fn pain_in_one_place_for_more_than_two_days_is_referred() {
        let days = "check-in Thu: pain 3 left shin\ncheck-in Fri: pain 3 left shin";
        assert_eq!(allows(days), None);
        let more = format!("{days}\ncheck-in Sun: pain 3 left shin");
        assert_eq!(allows(&more), Some(Allows::Clinician));
        assert_eq!(
            allows("check-in Sun: pain 2 left shin, lasted 3 days"),
            Some(Allows::Clinician)
        );
        assert_eq!(allows("check-in Sun: pain 2 left shin, lasted 1 days"), None);
    }

    #[test]
    fn pains_in_two_places_are_two() {
        assert_eq!(allows("check-in Thu: pain 3 left shin\ncheck-in Sun: pain 3 right knee"), None);
    }

    #[test]
    fn a_passing_ache_has_two_days_to_fade() {
        let fading = "check-in Fri: pain 3\ncheck-in Sat: pain 2\ncheck-in Sun: pain 1";
        assert_eq!(allows(fading), None);
        assert_eq!(allows(&format!("check-in Thu: pain 3\n{fading}")), Some(Allows::Clinician));
        let rising = "check-in Fri: pain 1\ncheck-in Sat: pain 2\ncheck-in Sun: pain 2";
        assert_eq!(allows(rising), Some(Allows::Clinician));
    }

    #[test]
    fn it_stands_until_the_pain_is_gone() {
        let lasting = "check-in Mon: pain 4 left shin, lasted 3 days";
        assert_eq!(allows(lasting), Some(Allows::Clinician));
        assert_eq!(allows(&format!("{lasting}\ncheck-in Sat: pain 0")), None);
    }
}
