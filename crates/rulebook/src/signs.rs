//! The seven signs of junk miles, in the order of the founding article, each answered by one rule.

use crate::{case::Case, doctrine::Doctrine, finding::Verdict, judge::judge_by, rule::RuleId};
use serde::Serialize;

/// The rules that answer the seven signs, in order.
pub const SEVEN_SIGNS: [RuleId; 7] = [
    RuleId("give-every-run-a-job"),
    RuleId("vary-your-pace"),
    RuleId("heed-tiredness"),
    RuleId("guard-motivation"),
    RuleId("watch-easy-effort"),
    RuleId("break-up-straight-days"),
    RuleId("take-rest-days"),
];

/// One of the seven signs, and whether it shows. A rule that is broken is a sign that shows.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Sign {
    /// 1 to 7.
    pub sign: u8,
    /// The rule that answers it.
    pub rule: RuleId,
    /// What the rule says.
    pub verdict: Verdict,
    /// The conclusion and its numbers.
    pub message: String,
    /// What to do, or what to supply; empty when nothing needs doing.
    pub advice: String,
}

/// The seven signs on the day judged.
pub fn signs(case: &Case<'_>, doctrine: &Doctrine) -> [Sign; 7] {
    std::array::from_fn(|index| {
        let rule = SEVEN_SIGNS[index];
        let finding = doctrine.choice(rule).and_then(|choice| judge_by(case, choice));
        let (verdict, message, advice) = match finding {
            Some(finding) => (finding.verdict, finding.message, finding.advice),
            None => (Verdict::NotApplicable, not_asked(doctrine), String::new()),
        };
        Sign { sign: index as u8 + 1, rule, verdict, message, advice }
    })
}

fn not_asked(doctrine: &Doctrine) -> String {
    format!("The doctrine {} does not ask this.", doctrine.name)
}
