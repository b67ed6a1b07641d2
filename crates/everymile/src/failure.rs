//! What the runner is told when a command could not be done: what happened, and what to do.

use crate::analysis::Failed;
use logbook::LogbookError;
use std::fmt;
use training::ImpossibleAnswer;

/// A command that could not be done.
#[derive(Debug)]
pub struct Failure {
    /// What happened and to what, in a sentence without a full stop.
    pub what: String,
    /// What to do about it.
    pub remedy: String,
}

impl Failure {
    /// A failure and its remedy.
    pub fn new(what: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self { what: what.into(), remedy: remedy.into() }
    }
}

/// A file's error ends with its remedy, after the last semicolon.
impl From<&Failed> for Failure {
    fn from(failed: &Failed) -> Self {
        let (what, remedy) = parted(&failed.error);
        Self::new(format!("{}: {what}", failed.file), remedy)
    }
}

/// A logbook's error ends with its remedy, after the last semicolon.
impl From<LogbookError> for Failure {
    fn from(error: LogbookError) -> Self {
        let text = error.to_string();
        let (what, remedy) = parted(&text);
        Self::new(what, remedy)
    }
}

/// An impossible answer's error ends with what is possible, after its semicolon.
impl From<ImpossibleAnswer> for Failure {
    fn from(error: ImpossibleAnswer) -> Self {
        let text = error.to_string();
        let (what, remedy) = parted(&text);
        Self::new(what, remedy)
    }
}

fn parted(error: &str) -> (&str, &str) {
    error.rsplit_once("; ").unwrap_or((error, "try again"))
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "everymile: {}\n  → {}", self.what, self.remedy)
    }
}

impl std::error::Error for Failure {}
