//! Runs that were meant to be easy, and what the runner said of the day. Which of a day's runs an
//! answer is about is not known.

use super::structure::is_structured;
use crate::case::Case;
use training::{CheckIn, NamedRun, Purpose};

/// What was said of the day of a run.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Answered<'a> {
    /// The run was not meant to be easy.
    NotEasy,
    /// Another run of the day was something else, and the answers may be about that one.
    BesideOthers,
    /// The check-in of the day, as far as there is one.
    Day(Option<&'a CheckIn>),
}

/// Whether a run was meant to be easy: an easy, recovery or long run without structure.
pub fn is_easy_run(run: &NamedRun) -> bool {
    matches!(run.purpose(), Purpose::Easy | Purpose::Recovery | Purpose::Long)
        && !is_structured(run)
}

/// The answers that go with an easy run.
pub fn answered<'a>(case: &Case<'a>, run: &NamedRun) -> Answered<'a> {
    if !is_easy_run(run) {
        return Answered::NotEasy;
    }
    let day = run.date();
    let mut others = case.runs_between(day, day).iter().filter(|other| other.id != run.id);
    if others.any(|other| other.purpose() != Purpose::Walk && !is_easy_run(other)) {
        return Answered::BesideOthers;
    }
    Answered::Day(case.as_of(day).check_in_today())
}
