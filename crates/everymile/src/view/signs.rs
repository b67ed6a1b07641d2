//! The seven signs of junk miles, each opened to the rule that answers it.

use super::{analysis::Sign, finding::Finding};
use crate::analysis::Judgement;
use serde::Serialize;
use training::Date;
use utoipa::ToSchema;

/// The name of this shape. It changes when a field changes its name or its meaning.
const SCHEMA: &str = "everymile.signs/1";

/// The seven signs on a day.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Signs {
    /// The name of this shape.
    pub schema: &'static str,
    /// The day judged.
    pub date: Date,
    /// The rulebook they are judged by.
    pub doctrine: String,
    /// The signs, in order.
    pub signs: Vec<OpenedSign>,
}

/// A sign and what its rule found.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct OpenedSign {
    /// The sign.
    #[serde(flatten)]
    pub sign: Sign,
    /// What its rule found; `None` where the doctrine does not ask it.
    pub finding: Option<Finding>,
}

impl Signs {
    /// The seven signs of a history on the day it is looked at from.
    pub fn new(judgement: &Judgement<'_>) -> Self {
        let findings = judgement.findings();
        let found = |rule| findings.iter().find(|finding| finding.rule == rule).cloned();
        let signs = judgement.signs().into_iter().map(|sign| OpenedSign {
            finding: found(sign.rule).map(Finding::from),
            sign: Sign::from(sign),
        });
        Self {
            schema: SCHEMA,
            date: judgement.lens.on,
            doctrine: judgement.lens.doctrine.name.clone(),
            signs: signs.collect(),
        }
    }
}
