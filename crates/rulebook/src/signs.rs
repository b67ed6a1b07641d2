//! The seven signs of junk miles, in the order of the founding article, each answered by one rule.

use crate::{case::Case, doctrine::Doctrine, finding::Verdict, judge::judge_by, rule::RuleId};
use serde::Serialize;

/// The seven signs in a few words, in order, each with the rule that answers it.
pub const SEVEN_SIGNS: [(&str, RuleId); 7] = [
    ("Runs without a job", RuleId("give-every-run-a-job")),
    ("Always the same pace", RuleId("vary-your-pace")),
    ("Tired or sore all the time", RuleId("heed-tiredness")),
    ("Lost motivation", RuleId("guard-motivation")),
    ("Easy runs feel hard", RuleId("watch-easy-effort")),
    ("Many days in a row", RuleId("break-up-straight-days")),
    ("No rest days", RuleId("take-rest-days")),
];

/// One of the seven signs, and whether it shows. A rule that is broken is a sign that shows.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Sign {
    /// 1 to 7.
    pub sign: u8,
    /// The sign in a few words.
    pub name: &'static str,
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
        let (name, rule) = SEVEN_SIGNS[index];
        let finding = doctrine.choice(rule).and_then(|choice| judge_by(case, choice));
        let (verdict, message, advice) = match finding {
            Some(finding) => (finding.verdict, finding.message, finding.advice),
            None => (Verdict::NotApplicable, not_asked(doctrine), String::new()),
        };
        Sign { sign: index as u8 + 1, name, rule, verdict, message, advice }
    })
}

fn not_asked(doctrine: &Doctrine) -> String {
    format!("The doctrine {} does not ask this.", doctrine.name)
}
