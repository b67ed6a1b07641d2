//! `everymile correct`: the runner knows better; it is kept for ever and reaches every verdict.

use crate::{
    answer::Answer, cli::Correct, clock, failure::Failure, find::find_one, place, reading::history,
    text::day,
};
use std::path::Path;
use training::DeclaredBy;

/// Answers `everymile correct`.
pub fn run(asked: &Correct, path: &Path) -> Result<Answer, Failure> {
    let book = place::open(path)?;
    let history = history(&book, clock::today(None))?;
    let run = find_one(&history, clock::last_possible_day(), &asked.which)?;
    let (id, when) = (&run.id, day(run.date()));
    let Some(purpose) = asked.purpose else {
        if run.declared.is_none_or(|declared| declared.by != DeclaredBy::Correction) {
            let remedy = "there is nothing to take back; everymile show tells what it was for";
            return Err(Failure::new(format!("{when}: the run {id} was never corrected"), remedy));
        }
        book.withdraw_correction(id, clock::now())?;
        return Ok(Answer::page(format!(
            "{when}: the correction of the run {id} is taken back.\n"
        )));
    };
    book.correct(id, purpose, clock::now())?;
    Ok(Answer::page(format!(
        "{when}: the run {id} was for {purpose} (everymile said {}). Kept.\n",
        run.inferred
    )))
}
