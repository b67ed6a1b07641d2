//! One finding, flat.

use super::round::thousandth;
use rulebook::{About, Bound, Grade, Maturity, RuleId, SourceId, Topic, Unit, Verdict};
use serde::Serialize;
use training::RunId;
use utoipa::ToSchema;

/// What one rule says.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Finding {
    /// Which rule.
    pub rule: RuleId,
    /// What the rule is about.
    pub topic: Topic,
    /// Whether it outranks every doctrine.
    pub safety: bool,
    /// How far it may be relied on.
    pub maturity: Maturity,
    /// The run it speaks about; `None` where it speaks about days or a week.
    pub run: Option<RunId>,
    /// Kept, broken, not applicable, cannot tell.
    pub verdict: Verdict,
    /// What was measured.
    pub measured: Option<f64>,
    /// What the rule asks.
    pub asked: Option<f64>,
    /// Whether what is asked is a least or a most.
    pub bound: Option<Bound>,
    /// The unit of both.
    pub unit: Option<Unit>,
    /// How far inside (positive) or outside of what is asked.
    pub margin: Option<f64>,
    /// The conclusion and its numbers.
    pub message: String,
    /// What to do, or what to supply.
    pub advice: String,
    /// How strongly the rule is known.
    pub grade: Grade,
    /// Who says so.
    pub sources: &'static [SourceId],
    /// The statements it carries.
    pub statements: &'static [&'static str],
}

impl From<rulebook::Finding> for Finding {
    fn from(finding: rulebook::Finding) -> Self {
        let rule = rulebook::rule(finding.rule.0).expect("a finding comes from a rule");
        Self {
            rule: finding.rule,
            topic: rule.topic,
            safety: rule.is_safety(),
            maturity: rule.maturity,
            run: match finding.about {
                About::Run(run) => Some(run),
                About::DaysUpTo(_) | About::Week(_) => None,
            },
            verdict: finding.verdict,
            measured: finding.measured.map(|amount| thousandth(amount.value)),
            asked: finding.asked.map(|asked| thousandth(asked.amount.value)),
            bound: finding.asked.map(|asked| asked.bound),
            unit: finding.asked.map(|asked| asked.amount.unit),
            margin: finding.margin.map(thousandth),
            message: finding.message,
            advice: finding.advice,
            grade: finding.grade,
            sources: finding.sources,
            statements: finding.statements,
        }
    }
}
