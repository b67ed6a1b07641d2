//! What would become of a plan: the change that is proposed, day by day, and why.

use super::{
    plan::PlannedSession,
    plan_check::{BrokenRule, broken_rules},
};
use crate::bend_words;
use planner::{Bend, Change};
use rulebook::RuleId;
use serde::Serialize;
use training::{Beside, Date, MetresPerSecond, Session};
use utoipa::ToSchema;

/// The name of this shape. It changes when a field changes its name or its meaning.
const SCHEMA: &str = "everymile.plan-bend/1";

/// A change that is proposed.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct PlanBent {
    /// The name of this shape.
    pub schema: &'static str,
    /// The day it is seen from.
    pub date: Date,
    /// The number of the plan.
    pub plan: i64,
    /// The rulebook it is judged by.
    pub doctrine: String,
    /// What it is proposed for, in words.
    pub event: String,
    /// The number of the change in the logbook; `None` where nothing would change.
    pub change: Option<i64>,
    /// Whether it was accepted at once.
    pub is_accepted: bool,
    /// The days that would change, oldest first.
    pub changes: Vec<DayChanged>,
    /// Why, in the order in which it was weighed.
    pub reasons: Vec<ReasonSaid>,
    /// The key sessions that stay on purpose.
    pub kept: Vec<PlannedSession>,
    /// How many key sessions are still to come.
    pub key_sessions: usize,
    /// How many of them the changed plan holds as they were, on whatever day.
    pub key_sessions_kept: usize,
    /// The firm rules that the changed plan would break.
    pub still_broken: Vec<BrokenRule>,
}

/// A day that would change.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct DayChanged {
    /// The day.
    pub date: Date,
    /// What is planned, in the training notation; nothing is rest.
    pub was: Vec<String>,
    /// What would be planned.
    pub becomes: Vec<String>,
    /// Both as they are planned.
    #[serde(skip)]
    pub change: Change,
    /// The speed of what has no pace.
    #[serde(skip)]
    pub easy: MetresPerSecond,
}

/// Why a plan changes, or does not.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ReasonSaid {
    /// In a sentence or two.
    pub text: String,
    /// The rules behind it, the weightiest first.
    pub rules: Vec<RuleId>,
}

impl PlanBent {
    /// A bend of a plan, not kept yet; sessions without a pace at the speed given.
    pub fn new(
        bend: &Bend,
        (plan, date): (i64, Date),
        doctrine: &str,
        easy: MetresPerSecond,
    ) -> Self {
        let reasons = bend
            .reasons
            .iter()
            .map(|reason| ReasonSaid { text: reason.text.clone(), rules: reason.rules.clone() });
        let (key_sessions_kept, key_sessions) = bend.key_sessions;
        Self {
            schema: SCHEMA,
            date,
            plan,
            doctrine: doctrine.to_owned(),
            event: bend_words::said(&bend.event),
            change: None,
            is_accepted: false,
            changes: days_changed(&bend.changes, easy),
            reasons: reasons.collect(),
            kept: bend.kept.iter().map(|planned| PlannedSession::of(planned, easy)).collect(),
            key_sessions,
            key_sessions_kept,
            still_broken: broken_rules(&bend.plan, bend.still_broken.clone()),
        }
    }
}

/// Days that change; what has no pace at the speed given.
pub fn days_changed(changes: &[Change], easy: MetresPerSecond) -> Vec<DayChanged> {
    changes.iter().map(|change| DayChanged::of(change, easy)).collect()
}

impl DayChanged {
    fn of(change: &Change, easy: MetresPerSecond) -> Self {
        let notation = |sessions: &[Session], besides: &[Beside]| {
            let besides = besides.iter().map(ToString::to_string);
            sessions.iter().map(ToString::to_string).chain(besides).collect()
        };
        Self {
            date: change.date,
            was: notation(&change.was, &change.beside_was),
            becomes: notation(&change.becomes, &change.beside_becomes),
            change: change.clone(),
            easy,
        }
    }
}
