//! `everymile plan bend`: the smallest change of the plan for what came between, kept as a proposal.
//! The plan stays as it is until the runner says so.

use super::{accepted, answer::take, easy_speed};
use crate::{
    answer::Answer,
    bend_words::{self, Days},
    cli::{BendPlan, Format},
    clock,
    commands::on_day,
    failure::Failure,
    place,
    reading::Reading,
    text,
    view::PlanBent,
};
use logbook::{Logbook, PlanChange, PlanEntry, ProposedChange};
use planner::{Bend, Event, Possible, asked_by_the_day, bend, decision};
use rulebook::{Case, Doctrine};
use std::path::Path;
use training::{Ability, Date, Metres, Plan, Week, calendar::days_between};

/// Answers `everymile plan bend`.
pub fn run(asked: &BendPlan, path: &Path) -> Result<Answer, Failure> {
    let book = place::open(path)?;
    let reading = Reading::of_book(&book, &asked.look.view)?;
    let ability = reading.ability();
    let event = |entry: &PlanEntry, case: &Case<'_>| event(asked, entry, case, &book);
    let view = bent(Some((&book, asked.accept)), (&reading, &ability), event)?;
    Ok(match asked.look.format {
        Format::Json => Answer::json(view),
        Format::Text => {
            let called = (place::command(path), on_day(&asked.look.view));
            Answer::page(text::plan_bent(&view, &called, reading.pen))
        }
    })
}

/// What becomes of the plan when what one day holds is done on another; taken where there is a logbook to
/// keep it in.
pub(crate) fn moved(
    keep_in: Option<&Logbook>,
    known: (&Reading, &Ability),
    (from, to): (Date, Date),
) -> Result<PlanBent, Failure> {
    let keep_in = keep_in.map(|book| (book, true));
    bent(keep_in, known, |_, _| Ok(Some(Event::Move { from, to })))
}

/// What the day asks of the plan by itself, kept as a proposal.
pub(crate) fn proposed(book: &Logbook, known: (&Reading, &Ability)) -> Result<PlanBent, Failure> {
    bent(Some((book, false)), known, |_, _| Ok(None))
}

/// Bends the plan in force for what happened, or for what the day asks by itself; and keeps the change
/// where there is a logbook to keep it in: as a proposal, or taken.
fn bent(
    keep_in: Option<(&Logbook, bool)>,
    (reading, ability): (&Reading, &Ability),
    event: impl FnOnce(&PlanEntry, &Case<'_>) -> Result<Option<Event>, Failure>,
) -> Result<PlanBent, Failure> {
    let entry = accepted(reading)?;
    let (case, doctrine) = (reading.case(ability), &reading.lens.doctrine);
    refuse_over(entry, case.on)?;
    let bent = match event(entry, &case)? {
        Some(event) => bend(&entry.agreed.plan, &case, doctrine, &event),
        None => by_itself(&entry.agreed.plan, &case, doctrine),
    };
    let easy = easy_speed(&case);
    let mut view = PlanBent::new(&bent, (entry.number, case.on), &doctrine.name, easy);
    if let Some((book, is_taken)) = keep_in {
        keep(book, &bent, &mut view, is_taken)?;
    }
    Ok(view)
}

/// Keeps a bend that changes something as a proposal, and takes it where the runner said so already.
fn keep(book: &Logbook, bent: &Bend, view: &mut PlanBent, is_taken: bool) -> Result<(), Failure> {
    if bent.is_unchanged() {
        return Ok(());
    }
    let change = propose(book, view.plan, bent, view.date)?;
    view.change = Some(change);
    if is_taken {
        take(book, change, view.date)?;
        view.is_accepted = true;
    }
    Ok(())
}

/// What the day asks for when nothing was said, as `today` tells it; else a look at the last two weeks.
fn by_itself(plan: &Plan, case: &Case<'_>, doctrine: &Doctrine) -> Bend {
    let (action, _) = decision(case, doctrine);
    let asked = asked_by_the_day(plan, case, doctrine, action);
    if asked.is_unchanged() { bend(plan, case, doctrine, &Event::Review) } else { asked }
}

/// Keeps a proposal and gives its number; one that waits already is not kept twice.
fn propose(book: &Logbook, plan: i64, bent: &Bend, day: Date) -> Result<i64, Failure> {
    let event = bend_words::said(&bent.event);
    let waits = book.plan_changes()?.into_iter().find(|change| {
        let is_same = change.plan == plan && change.after == bent.plan && change.event == event;
        is_same && change.answer.is_none() && change.day == Some(day)
    });
    if let Some(change) = waits {
        return Ok(change.number);
    }
    let reasons = bent.reasons.iter().map(|reason| reason.text.clone()).collect();
    let proposed = ProposedChange { plan, after: bent.plan.clone(), event, reasons, day };
    Ok(book.propose_change(&proposed, clock::now())?)
}

fn refuse_over(entry: &PlanEntry, on: Date) -> Result<(), Failure> {
    let ends = entry.agreed.plan.ends();
    if on < ends {
        return Ok(());
    }
    let what = format!("plan {} is over by {on}: nothing of it is left to change", entry.number);
    Err(Failure::new(what, "make a new one: everymile plan new"))
}

/// What happened, as it was asked for; `None` where nothing was said.
fn event(
    asked: &BendPlan,
    entry: &PlanEntry,
    case: &Case<'_>,
    book: &Logbook,
) -> Result<Option<Event>, Failure> {
    if let Some(missed) = asked.missed {
        return days_missed(missed.on(case.on), case).map(Some);
    }
    if let Some(days) = asked.sick {
        return illness(days, entry, case.on, book).map(Some);
    }
    if let Some(days) = asked.travel {
        return journey(days, asked.possible.unwrap_or(Possible::Nothing), case.on).map(Some);
    }
    if let Some((distance, day)) = asked.race.zip(asked.date) {
        return race(distance, day, case.on).map(Some);
    }
    if let [from, to] = asked.moved[..] {
        return Ok(Some(bend_words::moved(from, to, week_of(entry, case.on), case.on)));
    }
    let Some(day) = asked.free_run else { return Ok(None) };
    free_run(day.up_to(case.on), entry, case, book).map(Some)
}

/// The week of the plan that holds a day.
fn week_of(entry: &PlanEntry, on: Date) -> Week {
    let first = Week { start: entry.agreed.plan.begins };
    first.plus(days_between(first.start, on).div_euclid(7))
}

fn days_missed(Days { from, to }: Days, case: &Case<'_>) -> Result<Event, Failure> {
    if to > case.on {
        let remedy = format!("missed days lie behind you; for days to come: --travel {from}..{to}");
        return Err(Failure::new(format!("{to} is still to come"), remedy));
    }
    if let Some(run) = case.runs_between(from, to).last() {
        let what = format!("on {} you ran: it was not missed", run.date());
        return Err(Failure::new(what, "give the days without a run: --missed FROM..TO"));
    }
    Ok(Event::Missed { from, to })
}

/// An illness, and the hard session that accepted changes made easy for it already.
fn illness(
    Days { from, to }: Days,
    entry: &PlanEntry,
    on: Date,
    book: &Logbook,
) -> Result<Event, Failure> {
    if from > on {
        let remedy = format!("say so once you are ill; for days away: --travel {from}..{to}");
        return Err(Failure::new(format!("{from} is still to come"), remedy));
    }
    let changes = book.plan_changes()?;
    let ill =
        changes.iter().filter(|it| is_accepted(it, entry) && bend_words::is_illness(&it.event));
    let eased = ill.filter_map(|it| planner::bend::eased(&it.before, &it.after, to)).next_back();
    Ok(Event::Sick { from, to, eased })
}

fn is_accepted(change: &PlanChange, entry: &PlanEntry) -> bool {
    change.plan == entry.number && change.answer.is_some_and(|answer| answer.is_accepted)
}

fn journey(Days { from, to }: Days, possible: Possible, on: Date) -> Result<Event, Failure> {
    if to < on {
        let remedy = format!("for days behind you: --missed {from}..{to}");
        return Err(Failure::new(format!("{to} is over"), remedy));
    }
    Ok(Event::Travel { from, to, possible })
}

fn race(distance: Metres, day: Date, on: Date) -> Result<Event, Failure> {
    if day <= on {
        let what = format!("{day} is not ahead of {on}: a race is run on a day to come");
        return Err(Failure::new(what, "give a day to come: --date YYYY-MM-DD"));
    }
    Ok(Event::Race { day, distance })
}

/// A run that was not planned, and how far of it counted already by changes that were accepted.
fn free_run(
    day: Date,
    entry: &PlanEntry,
    case: &Case<'_>,
    book: &Logbook,
) -> Result<Event, Failure> {
    if day > case.on {
        let remedy = "name the day of a run that was run";
        return Err(Failure::new(format!("{day} is still to come"), remedy));
    }
    let event = |counted| Event::FreeRun { day, counted };
    let words = bend_words::said(&event(Metres(0.0)));
    let changes = book.plan_changes()?.into_iter();
    let counted = changes.filter(|change| is_accepted(change, entry) && change.event == words);
    let counted = counted.map(|change| planner::bend::taken(&change.before, &change.after, case));
    Ok(event(counted.sum()))
}
