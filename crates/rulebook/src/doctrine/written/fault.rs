//! What can be wrong with a written doctrine, told so that it can be mended.

use crate::{
    doctrine::UnknownDoctrine,
    rule::{Range, RuleId},
    rules::UnknownRule,
};
use training::spelling::did_you_mean;

/// Why a doctrine could not be read, and where.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[error("line {line}: {fault}")]
pub struct DoctrineError {
    /// The line, counted from 1.
    pub line: usize,
    /// What is wrong there.
    pub fault: DoctrineFault,
}

/// What a doctrine is made of.
const SHAPE: &str =
    "a doctrine has a name, an about, an inherits, and tables like [rules.take-rest-days]";

/// What can be wrong with a doctrine. After the last semicolon each says what to do.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum DoctrineFault {
    /// It is not TOML of the right shape.
    #[error("{0}; {SHAPE}")]
    NotADoctrine(String),
    /// It has a key that no doctrine has.
    #[error("a doctrine has no '{key}'; {}", did_you_mean(*nearest, SHAPE))]
    UnknownKey {
        /// The key as given.
        key: String,
        /// The key that was probably meant.
        nearest: Option<&'static str>,
    },
    /// Its name means something else already.
    #[error("the name '{0}' belongs to a shipped doctrine; give yours a name of its own")]
    NameTaken(String),
    /// It inherits from a doctrine nobody knows.
    #[error("it inherits from '{}', which is no shipped doctrine; {}", .0.name, did_you_mean(.0.nearest, "everymile doctrines lists them"))]
    UnknownParent(UnknownDoctrine),
    /// It names a rule nobody knows.
    #[error(transparent)]
    UnknownRule(#[from] UnknownRule),
    /// It sets a number its rule does not have.
    #[error("rule '{rule}' has no parameter '{name}'; {hint}")]
    UnknownParameter {
        /// The rule.
        rule: RuleId,
        /// The parameter as given.
        name: String,
        /// What was probably meant.
        hint: String,
    },
    /// It changes a rule that outranks every doctrine.
    #[error(
        "rule '{0}' is about safety and outranks every doctrine; take it out, it is asked anyway"
    )]
    Safety(RuleId),
    /// It sets a number to what would mean nothing, or do harm.
    #[error("parameter '{name}' of rule '{rule}' is {found}: {means}; it may be {range}")]
    OutOfRange {
        /// The rule.
        rule: RuleId,
        /// The parameter.
        name: &'static str,
        /// What it is set to.
        found: f64,
        /// What it means.
        means: &'static str,
        /// What it may be.
        range: Range,
    },
    /// It sets a parameter to something of another kind.
    #[error("parameter '{name}' of rule '{rule}' is {found}; it must be {wanted}")]
    WrongKind {
        /// The rule.
        rule: RuleId,
        /// The parameter.
        name: String,
        /// What it is set to.
        found: String,
        /// What it must be.
        wanted: &'static str,
    },
}
