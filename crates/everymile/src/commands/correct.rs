//! `everymile correct`: the runner knows better; it is kept for ever and reaches every verdict.

use crate::{
    answer::Answer, cli::Correct, clock, failure::Failure, find::find_one, place, reading::history,
    text::day,
};
use jiff::Timestamp;
use logbook::{Logbook, LogbookError};
use std::path::Path;
use training::{DeclaredBy, NamedRun, Purpose};

/// Answers `everymile correct`.
pub fn run(asked: &Correct, path: &Path) -> Result<Answer, Failure> {
    let book = place::open(path)?;
    let history = history(&book, clock::today(None))?;
    let run = find_one(&history, clock::last_possible_day(), &asked.which)?;
    let (id, when) = (&run.id, day(run.date()));
    let is_new = keep(&book, run, asked.purpose, clock::now())?;
    match asked.purpose {
        Some(purpose) => Ok(Answer::page(format!(
            "{when}: the run {id} was for {purpose} (everymile said {}). Kept.\n",
            run.inferred
        ))),
        None if is_new => {
            Ok(Answer::page(format!("{when}: the correction of the run {id} is taken back.\n")))
        }
        None => {
            let remedy = "there is nothing to take back; everymile show tells what it was for";
            Err(Failure::new(format!("{when}: the run {id} was never corrected"), remedy))
        }
    }
}

/// Keeps what a run was for, or takes an earlier word back; tells whether anything was written.
pub(crate) fn keep(
    book: &Logbook,
    run: &NamedRun,
    purpose: Option<Purpose>,
    at: Timestamp,
) -> Result<bool, LogbookError> {
    let is_corrected = run.declared.is_some_and(|it| it.by == DeclaredBy::Correction);
    match purpose {
        Some(purpose) => book.correct(&run.id, purpose, at)?,
        None if is_corrected => book.withdraw_correction(&run.id, at)?,
        None => return Ok(false),
    }
    Ok(true)
}
