//! What every rule of a doctrine says on a day.

use super::finding::Finding;
use crate::analysis::Judgement;
use rulebook::{RuleId, rules};
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
    /// What every rule says of a history on the day it is looked at from.
    pub fn new(judgement: &Judgement<'_>) -> Self {
        let doctrine = &judgement.lens.doctrine;
        let mut findings: Vec<Finding> =
            judgement.findings().into_iter().map(Finding::from).collect();
        findings.sort_by_key(|finding| finding.topic);
        let others = rules().iter().filter(|rule| doctrine.choice(rule.id).is_none());
        Self {
            schema: SCHEMA,
            date: judgement.lens.on,
            doctrine: doctrine.name.clone(),
            findings,
            not_asked: others.map(|rule| rule.id).collect(),
        }
    }
}
