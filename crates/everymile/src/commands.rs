//! One file for each command: what it asks of the rooms, and what it answers.

mod analyze;
pub(crate) mod backup;
pub(crate) mod check_in;
pub(crate) mod correct;
mod demo;
mod doctor;
mod doctrines;
mod export;
mod forget;
pub(crate) mod import;
pub(crate) mod imports;
mod judge;
mod ledger;
mod patterns;
mod pillars;
pub(crate) mod plan;
pub(crate) mod predict;
pub(crate) mod profile;
mod rebuild;
pub(crate) mod report;
pub(crate) mod restore;
mod rules;
mod serve;
pub(crate) mod shoes;
mod show;
mod signs;
mod today;
mod what_if;
mod year;

use crate::{
    answer::{Answer, Written},
    cli::{Cli, Command, Day, Format, View},
    failure::Failure,
    place,
    reading::Reading,
    text::Pen,
};
use rulebook::Case;
use std::path::Path;
use training::Date;

/// Does what was asked.
pub fn run(cli: Cli) -> Result<Answer, Failure> {
    let book = || place::logbook(cli.logbook.as_deref());
    match cli.command {
        Command::Demo(asked) => demo::run(&asked),
        Command::Import(asked) => import::run(&asked, &book()?),
        Command::Imports(asked) => imports::run(&asked, &book()?),
        Command::Report(asked) => report::run(&asked, &book()?),
        Command::Today(asked) => today::run(&asked, &book()?),
        Command::Pillars(asked) => pillars::run(&asked, &book()?),
        Command::Patterns(asked) => patterns::run(&asked, &book()?),
        Command::Show(asked) => show::run(&asked, &book()?),
        Command::Ledger(asked) => ledger::run(&asked, &book()?),
        Command::Signs(asked) => signs::run(&asked, &book()?),
        Command::Judge(asked) => judge::run(&asked, &book()?),
        Command::Doctrines(asked) => doctrines::run(&asked, book().ok().as_deref()),
        Command::Rules(asked) => rules::run(&asked, book().ok().as_deref()),
        Command::Predict(asked) => predict::run(&asked, &book()?),
        Command::WhatIf(asked) => what_if::run(&asked, &book()?),
        Command::Year(asked) => year::run(&asked, &book()?),
        Command::Analyze(asked) => analyze::run(&asked),
        Command::Plan(asked) => plan::run(&asked, &book()?),
        Command::CheckIn(asked) => check_in::run(&asked, &book()?),
        Command::Shoes(asked) => shoes::run(&asked, &book()?),
        Command::Correct(asked) => correct::run(&asked, &book()?),
        Command::Profile(asked) => profile::run(&asked, &book()?),
        Command::Serve(asked) => serve::run(&asked, &book()?),
        Command::Rebuild => rebuild::run(&book()?),
        Command::Doctor(asked) => doctor::run(&asked, &book()?),
        Command::Backup(asked) => backup::run(&asked, &book()?),
        Command::Restore(asked) => restore::run(&asked, &book()?),
        Command::Export(asked) => export::run(&asked, &book()?),
        Command::Forget(asked) => forget::run(&asked, &book()?),
    }
}

/// Answers a look at one day: the view itself for programs, its page for people. The page is told how
/// everymile is called for this logbook and for the day.
fn look<V: Written + 'static>(
    asked: &Day,
    path: &Path,
    view: impl FnOnce(&Reading) -> V,
    page: impl FnOnce(&V, &(String, String), Pen) -> String,
) -> Result<Answer, Failure> {
    let reading = Reading::of(path, &asked.view)?;
    Ok(shown(asked, path, view(&reading), |view, next| page(view, next, reading.pen)))
}

/// The answer to a look at one day.
fn shown<V: Written + 'static>(
    asked: &Day,
    path: &Path,
    view: V,
    page: impl FnOnce(&V, &(String, String)) -> String,
) -> Answer {
    match asked.format {
        Format::Json => Answer::json(view),
        Format::Text => Answer::page(page(&view, &(place::command(path), on_day(&asked.view)))),
    }
}

/// The first day of a history that is looked at; there is one.
fn first_run_day(case: &Case<'_>) -> Result<Date, Failure> {
    case.first_run_day().ok_or_else(|| {
        let what = format!("no run is known up to {}", case.on);
        Failure::new(what, "read your files first: everymile import PATH")
    })
}

/// The day that was asked for, as it is typed again.
fn on_day(view: &View) -> String {
    view.on.map_or_else(String::new, |on| format!(" --on {on}"))
}
