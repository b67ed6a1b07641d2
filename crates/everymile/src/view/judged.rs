//! What every rule of a doctrine says on a day.

use super::finding::Finding;
use rulebook::{Case, Doctrine, RuleId, rules};
use serde::Serialize;
use training::Date;

/// The name of this shape. It changes when a field changes its name or its meaning.
const SCHEMA: &str = "everymile.judgement/1";

/// What every rule says.
#[derive(Debug, Clone, Serialize)]
pub struct Judged {
    /// The name of this shape.
    pub schema: &'static str,
    /// The day judged.
    pub date: Date,
    /// The rulebook it is judged by.
    pub doctrine: String,
    /// What the rules say, topic by topic.
    pub findings: Vec<Finding>,
    /// The rules that this doctrine does not ask.
    pub not_asked: Vec<RuleId>,
}

impl Judged {
    /// What every rule of a doctrine says of a case on the day it is looked at from. No rule asks the
    /// ledger, so that nothing is posted.
    pub fn new(case: &Case<'_>, doctrine: &Doctrine) -> Self {
        let findings = rulebook::judge(case, doctrine).into_iter();
        let mut findings: Vec<Finding> = findings.map(Finding::from).collect();
        findings.sort_by_key(|finding| finding.topic);
        let others = rules().iter().filter(|rule| doctrine.choice(rule.id).is_none());
        Self {
            schema: SCHEMA,
            date: case.on,
            doctrine: doctrine.name.clone(),
            findings,
            not_asked: others.map(|rule| rule.id).collect(),
        }
    }
}
