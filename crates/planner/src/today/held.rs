//! What the rules hold today to, in order of precedence, and what they could not tell.

use crate::prescription::{Because, Missing, Says};
use rulebook::{
    Case, Doctrine, Finding, Hold, Maturity, Rule, Verdict, doctrine::Choice, judge::judge_by,
};

/// A rule and what it holds today to.
pub(super) struct Held {
    pub rule: &'static Rule,
    pub hold: Hold,
}

/// What every firm rule of the doctrine holds today to: safety first, then by topic, the strictest
/// first.
pub(super) fn held(case: &Case<'_>, doctrine: &Doctrine) -> Vec<Held> {
    let mut held: Vec<Held> =
        holding(doctrine).filter_map(|choice| held_by(case, choice)).collect();
    held.sort_by_key(|held| (held.rule.topic, held.hold.allows));
    held
}

fn held_by(case: &Case<'_>, choice: &Choice) -> Option<Held> {
    let hold = choice.rule.hold?(case, &choice.parameters())?;
    Some(Held { rule: choice.rule, hold })
}

/// The rules that could hold today back but cannot tell; each thing to supply once.
pub(super) fn missing(case: &Case<'_>, doctrine: &Doctrine) -> Vec<Finding> {
    let mut untold: Vec<Finding> = Vec::new();
    let findings = holding(doctrine).filter_map(|choice| judge_by(case, choice));
    for finding in findings.filter(|finding| finding.verdict == Verdict::CannotTell) {
        if untold.iter().all(|other| thing(&other.advice) != thing(&finding.advice)) {
            untold.push(finding);
        }
    }
    untold
}

/// What is to be supplied, without what would do instead: `Import older runs`.
fn thing(advice: &str) -> &str {
    advice.split([',', '.']).next().unwrap_or(advice)
}

fn holding(doctrine: &Doctrine) -> impl Iterator<Item = &Choice> {
    doctrine
        .choices
        .iter()
        .filter(|choice| choice.rule.maturity == Maturity::Firm && choice.rule.hold.is_some())
}

impl From<&Held> for Because {
    fn from(held: &Held) -> Self {
        Self {
            rule: held.rule.id,
            says: Says::Holds,
            message: held.hold.message.clone(),
            grade: held.rule.grade,
            is_safety: held.rule.is_safety(),
        }
    }
}

impl From<Finding> for Missing {
    fn from(finding: Finding) -> Self {
        Self { rule: finding.rule, supply: finding.advice, is_pressing: false }
    }
}
