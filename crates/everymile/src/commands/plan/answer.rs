//! `everymile plan accept` and `everymile plan decline`: the runner's word on a change. One that days
//! have overtaken is not taken.

use super::accepted;
use crate::{
    answer::Answer,
    cli::{AnswerChange, Format},
    clock,
    commands::on_day,
    failure::Failure,
    place,
    reading::Reading,
    text,
    view::ChangesOfPlans,
};
use logbook::{Logbook, PlanChange, PlanEntry};
use planner::bend::{Stale, stale};
use std::path::Path;
use training::{Ability, Date};

const ASK_ANEW: &str = "ask for a new one: everymile plan bend";

/// Answers `everymile plan accept` and `everymile plan decline`.
pub fn run(asked: &AnswerChange, is_accepted: bool, path: &Path) -> Result<Answer, Failure> {
    let book = place::open(path)?;
    let reading = Reading::of_book(&book, &asked.look.view)?;
    let on = reading.lens.on;
    let change = say(&book, &reading, &reading.ability(), (asked.number, is_accepted))?;
    let answered: Vec<PlanChange> =
        book.plan_changes()?.into_iter().filter(|it| it.number == change).collect();
    let view = ChangesOfPlans::new(&answered, on);
    Ok(match asked.look.format {
        Format::Json => Answer::json(view),
        Format::Text => {
            let next =
                format!("  {} plan show{}\n", place::command(path), on_day(&asked.look.view));
            Answer::page(text::plan_changes(&view, reading.pen) + "\n" + &next)
        }
    })
}

/// Says the runner's word on a change, the last that waits unless a number is given; tells its number.
pub(crate) fn say(
    book: &Logbook,
    reading: &Reading,
    ability: &Ability,
    (number, is_accepted): (Option<i64>, bool),
) -> Result<i64, Failure> {
    let on = reading.lens.on;
    let change = waiting(book, number, on)?;
    if is_accepted {
        refuse_stale(&change, accepted(reading)?, (reading, ability))?;
        take(book, change.number, on)?;
    } else {
        book.answer_change(change.number, false, on, clock::now())?;
    }
    Ok(change.number)
}

/// Takes a change: it holds from a day on.
pub(super) fn take(book: &Logbook, change: i64, since: Date) -> Result<(), Failure> {
    Ok(book.answer_change(change, true, since, clock::now())?)
}

/// The change that is meant: by its number, else the last that waits.
fn waiting(book: &Logbook, number: Option<i64>, on: Date) -> Result<PlanChange, Failure> {
    let changes = book.plan_changes()?;
    let is_meant = |change: &PlanChange| match number {
        Some(number) => change.number == number,
        None => change.answer.is_none() && change.day.is_none_or(|day| day <= on),
    };
    let Some(change) = changes.into_iter().rfind(is_meant) else {
        let what = match number {
            Some(number) => format!("there is no change {number}"),
            None => "no change of a plan waits for an answer".to_owned(),
        };
        return Err(Failure::new(
            what,
            "everymile plan changes lists them; everymile plan bend \
                                       proposes one",
        ));
    };
    if let Some(answer) = change.answer {
        let said = if answer.is_accepted { "accepted" } else { "declined" };
        let what = format!("change {} was {said} on {}", change.number, answer.since);
        return Err(Failure::new(what, ASK_ANEW));
    }
    match change.day {
        Some(day) if day > on => {
            let what = format!("change {} was proposed on {day}, after {on}", change.number);
            Err(Failure::new(what, format!("answer it from that day on: --on {day}")))
        }
        _ => Ok(change),
    }
}

/// A change can be taken while the plan is the one it was proposed for, the days it changes lie
/// ahead, and it breaks no rule that it did not break when it was proposed.
fn refuse_stale(
    change: &PlanChange,
    entry: &PlanEntry,
    (reading, ability): (&Reading, &Ability),
) -> Result<(), Failure> {
    let number = change.number;
    if entry.number != change.plan {
        let what = format!(
            "change {number} was proposed for plan {}, and plan {} is in force",
            change.plan, entry.number
        );
        return Err(Failure::new(what, ASK_ANEW));
    }
    if entry.agreed.plan != change.before {
        let what = format!("the plan has changed since change {number} was proposed");
        return Err(Failure::new(what, ASK_ANEW));
    }
    let case = reading.case(ability);
    let plans = (&change.before, &change.after);
    let day = change.day.unwrap_or(case.on);
    let what = match stale(plans, day, &case, &reading.lens.doctrine) {
        None => return Ok(()),
        Some(Stale::DayIsOver(over)) => format!(
            "change {number} is out of date: {} would differ, and its running is over",
            text::day(over)
        ),
        Some(Stale::Breaks(broken)) => format!(
            "change {number} is out of date: with what has happened since it would break {}: {}",
            broken.finding.rule,
            broken.finding.message.trim_end_matches('.')
        ),
    };
    Err(Failure::new(what, ASK_ANEW))
}
