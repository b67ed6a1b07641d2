//! What the runner is told when a command could not be done: what happened, and what to do.

use crate::{analysis::Failed, text::wrap};
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
    /// Whether it is the logbook that failed, and not what was asked of it.
    pub is_of_logbook: bool,
}

impl Failure {
    /// A failure and its remedy.
    pub fn new(what: impl Into<String>, remedy: impl Into<String>) -> Self {
        let what = without_number(what.into());
        Self { what, remedy: remedy.into(), is_of_logbook: false }
    }

    /// A failure from a sentence that ends with its remedy, after the last semicolon.
    pub fn with_remedy(error: &str) -> Self {
        let (what, remedy) = error.rsplit_once("; ").unwrap_or((error, "try again"));
        Self::new(what, remedy)
    }

    /// The same, with the file or the thing it happened to.
    #[must_use]
    pub fn about(self, thing: &str) -> Self {
        Self { what: format!("{thing}: {}", self.what), ..self }
    }
}

/// A sentence without the number that the system gives an error, which helps nobody: `(os error 2)`.
fn without_number(mut what: String) -> String {
    let Some(from) = what.find(" (os error ") else { return what };
    let to = what[from..].find(')').map_or(what.len(), |end| from + end + 1);
    what.replace_range(from..to, "");
    what
}

impl From<&Failed> for Failure {
    fn from(failed: &Failed) -> Self {
        Self::with_remedy(&failed.error).about(&failed.file)
    }
}

impl From<LogbookError> for Failure {
    fn from(error: LogbookError) -> Self {
        Self { is_of_logbook: true, ..Self::with_remedy(&error.to_string()) }
    }
}

/// An impossible answer's error ends with what is possible.
impl From<ImpossibleAnswer> for Failure {
    fn from(error: ImpossibleAnswer) -> Self {
        Self::with_remedy(&error.to_string())
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}\n{}", wrap("everymile: ", &self.what), wrap("  → ", &self.remedy))
    }
}

impl std::error::Error for Failure {}
