//! `everymile year`: a year at a glance.

use crate::{
    answer::Answer,
    cli::{Format, YearAsked},
    failure::Failure,
    reading::Reading,
    text,
    view::Year,
};
use planner::{Span, year};
use rulebook::Case;
use std::path::Path;

/// Answers `everymile year`.
pub fn run(asked: &YearAsked, path: &Path) -> Result<Answer, Failure> {
    let reading = Reading::of(path, &asked.look.view)?;
    let ability = reading.ability();
    let (case, doctrine) = (reading.case(&ability), &reading.lens.doctrine);
    let span = asked.year.map_or(Span::Last52Weeks, Span::Calendar);
    refuse_unknown(span, &case)?;
    let view = Year::new(year(&case, doctrine, span), case.on, &doctrine.name);
    Ok(match asked.look.format {
        Format::Json => Answer::json(view),
        Format::Text => Answer::page(text::year(&view, reading.pen)),
    })
}

/// A year has to have begun, and the log to hold something of it.
fn refuse_unknown(span: Span, case: &Case<'_>) -> Result<(), Failure> {
    let first = super::first_run_day(case)?;
    let Span::Calendar(year) = span else { return Ok(()) };
    let known = first.year()..=case.on.year();
    if known.contains(&year) {
        return Ok(());
    }
    let remedy = format!("the log holds the years {} to {}", known.start(), known.end());
    Err(Failure::new(format!("nothing is known of {year}"), remedy))
}
