//! A logbook opened and looked at from a day: what was run, and how the runner wants to see it. The
//! one door through which commands come to a judgement.

use crate::{
    analysis::{
        Contents, History, Judgement, Lens, case, history_of_logbook, name_logbook, planned,
    },
    cli::View,
    clock,
    failure::Failure,
    place,
    settings::Settings,
    text::Pen,
};
use logbook::{Logbook, PlanEntry};
use rulebook::Case;
use std::path::Path;
use training::{Ability, Date};

/// A logbook, read.
#[derive(Debug)]
pub struct Reading {
    /// Everything in it that was known on the day.
    pub history: History,
    /// How it is looked at.
    pub lens: Lens,
    /// How a page about it is written.
    pub pen: Pen,
    /// What the runner chose.
    pub settings: Settings,
    /// The runner's plan as it stood on the day.
    pub plan: Option<PlanEntry>,
}

impl Reading {
    /// Opens a logbook; what the command line says of the view counts before what was chosen.
    pub fn of(path: &Path, view: &View) -> Result<Self, Failure> {
        Self::of_book(&place::open(path)?, view)
    }

    /// The same of a logbook that is open.
    pub fn of_book(book: &Logbook, view: &View) -> Result<Self, Failure> {
        Self::again(book, view, None)
    }

    /// The same of a logbook that is open and was read before.
    pub fn again(book: &Logbook, view: &View, before: Option<&History>) -> Result<Self, Failure> {
        let settings = Settings::of(book)?;
        let on = clock::today(view.on);
        let history = history_since(book, on, before)?;
        let lens = settings.lens(view, on)?;
        let plan = book.current_plan(on)?;
        Ok(Self { history, lens, pen: settings.pen(view), settings, plan })
    }

    /// What the runner can do on the day.
    pub fn ability(&self) -> Ability {
        self.history.ability_on(self.lens.on)
    }

    /// The facts up to the day, for what needs no ledger.
    pub fn case<'a>(&'a self, ability: &'a Ability) -> Case<'a> {
        case(&self.history, &self.lens, ability)
    }

    /// Judges it.
    pub fn judge(&self) -> Judgement<'_> {
        Judgement::new(&self.history, &self.lens)
    }

    /// Judges it, and posts only the runs from the week of a day on.
    pub fn judge_since(&self, first: Date) -> Judgement<'_> {
        Judgement::since(&self.history, &self.lens, first)
    }
}

/// Everything in a logbook, with what was said and planned up to a day. Runs that are still to come
/// are set aside.
pub fn history(book: &Logbook, on: Date) -> Result<History, Failure> {
    history_since(book, on, None)
}

/// The same, with what was known of it before.
fn history_since(book: &Logbook, on: Date, before: Option<&History>) -> Result<History, Failure> {
    let mut history = history_of_logbook(book, book.profile(on)?, on, before)?;
    history.planned = planned(&book.plans_on(on)?);
    history.set_aside_after(last_seen_on(on));
    Ok(history)
}

/// Names everything in a logbook, and tells what it holds.
pub fn contents(book: &Logbook, on: Date) -> Result<Contents, Failure> {
    let recorded = name_logbook(book, book.profile(on)?)?;
    Ok(Contents::new(recorded, &book.check_ins()?, last_seen_on(on)))
}

/// Runs later than this are still to come.
fn last_seen_on(on: Date) -> Date {
    on.max(clock::last_possible_day())
}
