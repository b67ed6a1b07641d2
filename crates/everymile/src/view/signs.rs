//! The seven signs of junk miles, each opened to the rule that answers it.

use super::{analysis::Sign, calendar::RunInBrief, finding::Finding};
use crate::analysis::Judgement;
use rulebook::RuleId;
use serde::Serialize;
use training::{Date, calendar::add_days};
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
    /// The runs of the last four weeks that its rule holds something against, oldest first.
    pub runs: Vec<RunInBrief>,
}

/// How far back runs are named as evidence.
const DAYS: i64 = 28;

impl Signs {
    /// The first day whose postings they ask for.
    pub fn first_day(on: Date) -> Date {
        add_days(on, 1 - DAYS)
    }

    /// The seven signs of a history on the day it is looked at from.
    pub fn new(judgement: &Judgement<'_>) -> Self {
        let findings = judgement.findings();
        let found = |rule| findings.iter().find(|finding| finding.rule == rule).cloned();
        let signs = judgement.signs().into_iter().map(|sign| OpenedSign {
            finding: found(sign.rule).map(Finding::from),
            runs: held_against(judgement, sign.rule),
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

/// The runs of late that a rule holds something against.
fn held_against(judgement: &Judgement<'_>, rule: RuleId) -> Vec<RunInBrief> {
    let on = judgement.lens.on;
    let first = Signs::first_day(on);
    let lately = judgement.postings_between(first, on);
    let held: Vec<_> =
        lately.iter().filter(|it| it.rules.contains(&rule)).map(|it| &it.run).collect();
    let runs = judgement.case().runs_between(first, on).iter();
    runs.filter(|run| held.contains(&&run.id)).map(|run| RunInBrief::new(run, lately)).collect()
}
