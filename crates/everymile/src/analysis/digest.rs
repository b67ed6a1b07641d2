//! What is kept of a run when its samples are let go: enough to know its copies by, and what it says
//! of the runner. Small, so that a decade of it fits in memory.

use crate::duplicates::Outline;
use purpose::Trace;
use serde::{Deserialize, Serialize};
use training::Run;

/// A run in brief.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Digest {
    /// When, how long, how far, how rich.
    pub outline: Outline,
    /// What it says of the runner.
    pub trace: Trace,
}

impl Digest {
    /// A run in brief, and what it says.
    pub fn of(run: &Run, trace: Trace) -> Self {
        Self { outline: Outline::of(run), trace }
    }
}
