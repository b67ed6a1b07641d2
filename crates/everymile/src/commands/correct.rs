//! `everymile correct`: the runner knows better; it is kept for ever and reaches every verdict.

use crate::{
    analysis::History,
    answer::Answer,
    cli::Correct,
    clock,
    failure::Failure,
    find::find_one,
    place,
    reading::history,
    shoes::KnownShoes,
    text::{self, day},
    view::WornOnRun,
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
    let shoes = match (&asked.shoe, asked.no_shoe) {
        (None, false) => String::new(),
        (name, _) => {
            wear(&book, &history, run, name.as_deref())?;
            let known = KnownShoes::of(&book, &history)?;
            format!("{when}: the run {id}. {}", shoes_said(&WornOnRun::new(&known, run)))
        }
    };
    if asked.purpose.is_none() && !asked.withdraw {
        return Ok(Answer::page(shoes));
    }
    let is_new = keep(&book, run, asked.purpose, clock::now())?;
    match asked.purpose {
        Some(purpose) => Ok(Answer::page(format!(
            "{when}: the run {id} was for {purpose} (everymile said {}). Kept.\n{shoes}",
            run.inferred
        ))),
        None if is_new => Ok(Answer::page(format!(
            "{when}: the correction of the run {id} is taken back.\n{shoes}"
        ))),
        None => {
            let remedy = "there is nothing to take back; everymile show tells what it was for";
            Err(Failure::new(format!("{when}: the run {id} was never corrected"), remedy))
        }
    }
}

fn shoes_said(worn: &WornOnRun) -> String {
    let said = text::worn(worn);
    if said.is_empty() { "In which shoes is not known.\n".to_owned() } else { said }
}

/// Keeps in which shoes a run was run, or takes that back.
pub(crate) fn wear(
    book: &Logbook,
    history: &History,
    run: &NamedRun,
    name: Option<&str>,
) -> Result<(), Failure> {
    let known = KnownShoes::of(book, history)?;
    let name = name.map(|name| known.find(name)).transpose()?;
    // A word on a copy counts as one on the run: each that was said is answered by this one.
    let said = known.rack.worn.keys().filter(|id| history.counted(id) == Some(&run.id));
    let batch = book.begin()?;
    for id in said.filter(|id| **id != run.id) {
        book.say_worn(id, None, clock::now())?;
    }
    book.say_worn(&run.id, name, clock::now())?;
    Ok(batch.commit()?)
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
