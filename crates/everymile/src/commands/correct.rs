//! `everymile correct`: the runner knows better; it is kept for ever and reaches every verdict.

use crate::{
    analysis::history_of_logbook, answer::Answer, cli::Correct, clock, failure::Failure,
    find::find_one, place, text::day,
};
use std::path::Path;

/// Answers `everymile correct`.
pub fn run(asked: &Correct, path: &Path) -> Result<Answer, Failure> {
    let book = place::open(path)?;
    let history = history_of_logbook(&book, book.profile(clock::today(None))?)?;
    let run = find_one(&history.runs, &asked.which)?;
    let (id, when) = (&run.id, day(run.date()));
    let Some(purpose) = asked.purpose else {
        book.withdraw_correction(id, clock::now())?;
        let said = "is again what it was without your word";
        return Ok(Answer::page(format!("{when}: the run {id} {said}.\n")));
    };
    book.correct(id, purpose, clock::now())?;
    Ok(Answer::page(format!(
        "{when}: the run {id} was for {purpose} (everymile said {}). Kept.\n",
        run.inferred
    )))
}
