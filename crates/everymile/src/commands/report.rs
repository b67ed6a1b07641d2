//! `everymile report`: the answer for the last weeks, on the terminal or as a file to send.

use super::on_day;
use crate::{
    analysis::{History, Lens},
    answer::Answer,
    cli::{Format, Report, View},
    drafts,
    failure::Failure,
    find::no_runs,
    html, place,
    reading::Reading,
    text::{self, Period},
    view::{Analysis, Scope},
};
use std::path::Path;
use training::{Date, NamedRun, Week};

/// Answers `everymile report`.
pub fn run(asked: &Report, path: &Path) -> Result<Answer, Failure> {
    let mut reading = Reading::of(path, &asked.view)?;
    let period = look(&reading.history, &mut reading.lens, asked.weeks)?;
    let judgement = reading.judge_since(period.first);
    let analysis = Analysis::new(&judgement, Scope::Days(period.first, period.last));
    if let Some(file) = &asked.html {
        return written(file, &html::report(&analysis, period, reading.pen.units));
    }
    Ok(match asked.format {
        Format::Json => Answer::json(analysis),
        Format::Text => {
            let page = text::report(&analysis, period, reading.pen);
            Answer::page(page + &next(&analysis, path, &asked.view))
        }
    })
}

/// Writes the report to a file; one that is there already is replaced whole or not at all.
fn written(file: &Path, page: &str) -> Result<Answer, Failure> {
    let failed = |error: std::io::Error| {
        let what = format!("{} could not be written: {error}", file.display());
        Failure::new(what, "name a file in a folder where you may write")
    };
    drafts::write(file, page.as_bytes()).map_err(failed)?;
    let (file, size) = (file.display(), page.len().div_ceil(1024));
    Ok(Answer::page(format!(
        "{file}: the report in one file of {size} KiB, with its charts and without a script.\n\
         It names your runs with their days, and no place.\n"
    )))
}

/// How to look at the last run of what was reported.
fn next(analysis: &Analysis, path: &Path, view: &View) -> String {
    let Some(last) = analysis.runs.last() else { return String::new() };
    let letters: String = last.id.0.chars().take(4).collect();
    let on = on_day(view);
    format!("Stretch by stretch:\n  {} show {letters}{on}\n", place::command(path))
}

/// The weeks to look at: the last ones, or, when the runner has not run in them, the last ones with
/// a run. Whole weeks, the present one as far as it goes. The lens is moved to their end.
pub(crate) fn look(history: &History, lens: &mut Lens, weeks: u16) -> Result<Period, Failure> {
    let last_run = history.runs_until(lens.on).last().map(NamedRun::date);
    let Some(last_run) = last_run else { return Err(no_runs(history, lens.on)) };
    let first_day = lens.first_day;
    let first = |day: Date| Week::of(day, first_day).plus(1 - i64::from(weeks)).start;
    let is_current = last_run >= first(lens.on);
    lens.on = if is_current { lens.on } else { last_run };
    Ok(Period { weeks: Some(weeks), first: first(lens.on), last: lens.on, is_current })
}
