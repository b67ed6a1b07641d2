//! Runs that were meant to be easy, and what the runner said of the day. Which of a day's runs an
//! answer is about is not known.

use super::{days::is_run, structure::is_structured};
use crate::case::Case;
use training::{CheckIn, NamedRun, Purpose};

/// Whether a run was meant to be easy: an easy, recovery or long run without structure.
pub fn is_easy_run(run: &NamedRun) -> bool {
    matches!(run.purpose(), Purpose::Easy | Purpose::Recovery | Purpose::Long)
        && !is_structured(run)
}

/// The check-in of the day of an easy run, as far as there is one; or else why nothing was said
/// about the run, in a sentence.
pub fn answers_about<'a>(
    case: &Case<'a>,
    run: &NamedRun,
) -> Result<Option<&'a CheckIn>, &'static str> {
    if !is_easy_run(run) {
        return Err("The run was no easy, recovery or long run.");
    }
    let day = run.date();
    let mut others = case.runs_between(day, day).iter().filter(|other| other.id != run.id);
    if others.any(|other| is_run(other) && !is_easy_run(other)) {
        return Err("There was another run on that day; the answers may be about it.");
    }
    Ok(case.as_of(day).check_in_today())
}
