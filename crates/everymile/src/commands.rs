//! One file for each command: what it asks of the rooms, and what it answers.

mod analyze;
mod correct;
mod demo;
mod import;
mod ledger;
mod profile;
mod rebuild;
mod report;
mod show;

use crate::{
    answer::Answer,
    cli::{Cli, Command},
    failure::Failure,
    place,
};

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
        Command::Correct(asked) => correct::run(&asked, &book()?),
        Command::Profile(asked) => profile::run(&asked, &book()?),
        Command::Rebuild => rebuild::run(&book()?),
    }
}
