//! `everymile shoes`: how far each pair was run, and what the runner says of them.

use crate::{
    answer::Answer,
    cli::{Format, Shoes as Asked, ShoesAction, View},
    clock,
    failure::Failure,
    place,
    reading::history,
    settings::Settings,
    shoes::{KnownShoes, Saying, word},
    text,
    view::ShoesTold,
};
use logbook::Logbook;
use std::path::Path;

/// Answers `everymile shoes`.
pub fn run(asked: &Asked, path: &Path) -> Result<Answer, Failure> {
    let book = place::open(path)?;
    let on = clock::today(asked.on);
    let history = history(&book, on)?;
    let mut known = KnownShoes::of(&book, &history)?;
    if let Some(action) = &asked.action {
        let (name, saying) = said(action);
        say(&book, &known, name, saying)?;
        known = KnownShoes::of(&book, &history)?;
    }
    let told = ShoesTold::new(&known, &history, on);
    let pen = Settings::of(&book)?.pen(&View::default());
    Ok(match asked.format {
        Format::Json => Answer::json(told),
        Format::Text => Answer::page(text::shoes(&told, pen)),
    })
}

fn said(action: &ShoesAction) -> (&str, Saying) {
    match action {
        ShoesAction::Add { name, since, ran } => {
            (name, Saying::There { since: *since, before: *ran })
        }
        ShoesAction::Usual(pair) => (&pair.name, Saying::Usual(clock::today(pair.since))),
        ShoesAction::Retire(pair) => (&pair.name, Saying::Retired(clock::today(pair.since))),
        ShoesAction::Withdraw { name } => (name, Saying::Withdrawn),
    }
}

/// Keeps what the runner says of a pair.
pub(crate) fn say(
    book: &Logbook,
    known: &KnownShoes,
    name: &str,
    saying: Saying,
) -> Result<(), Failure> {
    let (name, word) = word(known, name, saying)?;
    Ok(book.say_of_shoes(&name, word, clock::now())?)
}
