//! One file for each command: what it asks of the rooms, and what it answers.

mod analyze;
mod check_in;
mod correct;
mod demo;
mod import;
mod ledger;
mod profile;
mod rebuild;
mod report;
mod show;

use crate::{
    analysis::{History, history_of_logbook},
    answer::Answer,
    cli::{Cli, Command},
    clock,
    failure::Failure,
    place,
};
use logbook::Logbook;
use training::Date;

/// Does what was asked.
pub fn run(cli: Cli) -> Result<Answer, Failure> {
    let book = || place::logbook(cli.logbook.as_deref());
    match cli.command {
        Command::Demo(asked) => demo::run(&asked),
        Command::Import(asked) => import::run(&asked, &book()?),
        Command::Report(asked) => report::run(&asked, &book()?),
        Command::Show(asked) => show::run(&asked, &book()?),
        Command::Ledger(asked) => ledger::run(&asked, &book()?),
        Command::Analyze(asked) => analyze::run(&asked),
        Command::CheckIn(asked) => check_in::run(&asked, &book()?),
        Command::Correct(asked) => correct::run(&asked, &book()?),
        Command::Profile(asked) => profile::run(&asked, &book()?),
        Command::Rebuild => rebuild::run(&book()?),
    }
}

/// Everything in a logbook, with what was said of the runner up to a day. Runs that are still to
/// come do not count.
fn history(book: &Logbook, on: Date) -> Result<History, Failure> {
    let mut history = history_of_logbook(book, book.profile(on)?)?;
    history.refuse_after(on.max(clock::last_possible_day()));
    Ok(history)
}
