//! What to change first: one to three plain suggestions, in order.

use crate::{
    finding::{Finding, Verdict},
    ledger::Ledger,
    rule::RuleId,
};
use serde::Serialize;

/// One thing to change.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Suggestion {
    /// The rule it comes from; `None` for a suggestion that rests on the ledger as a whole.
    pub rule: Option<RuleId>,
    /// What to do and why, plainly.
    pub text: String,
}

/// One to three suggestions from what was found and posted, the most useful first.
pub fn advise(findings: &[Finding], ledger: &Ledger) -> Vec<Suggestion> {
    let _ = ledger;
    findings
        .iter()
        .filter(|finding| finding.verdict == Verdict::Broken && !finding.advice.is_empty())
        .take(3)
        .map(|finding| Suggestion { rule: Some(finding.rule), text: finding.advice.clone() })
        .collect()
}
