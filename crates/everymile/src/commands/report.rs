//! `everymile report`: the answer for the last weeks.

use crate::{
    analysis::{History, Judgement, Lens},
    answer::{Answer, Outcome},
    cli::{Format, Report},
    failure::Failure,
    place,
    settings::Settings,
    text::{self, Period},
    view::{Analysis, Scope},
};
use std::path::Path;
use training::{Date, NamedRun, Week};

/// Answers `everymile report`.
pub fn run(asked: &Report, path: &Path) -> Result<Answer, Failure> {
    let book = place::open(path)?;
    let settings = Settings::of(&book)?;
    let on = Settings::day(&asked.view);
    let history = super::history(&book, on)?;
    let lens = settings.lens(&asked.view, on)?;
    let (lens, period) = look(&history, lens, asked.weeks)?;
    let judgement = Judgement::since(&history, &lens, period.first);
    let analysis = Analysis::new(&judgement, Scope::Days(period.first, period.last));
    Ok(match asked.format {
        Format::Json => Answer::of(Outcome::Analysis(Box::new(analysis))),
        Format::Text => {
            let page = text::report(&analysis, period, settings.pen(&asked.view));
            Answer::page(page + &next(&analysis, path, asked.view.on))
        }
    })
}

/// How to look at the last run of what was reported.
fn next(analysis: &Analysis, path: &Path, on: Option<Date>) -> String {
    let Some(last) = analysis.runs.last() else { return String::new() };
    let letters: String = last.id.0.chars().take(4).collect();
    let on = on.map_or_else(String::new, |on| format!(" --on {on}"));
    format!("Stretch by stretch:\n  {} show {letters}{on}\n", place::command(path))
}

/// The weeks to look at: the last ones, or, when the runner has not run in them, the last ones with
/// a run. Whole weeks, the present one as far as it goes.
fn look(history: &History, lens: Lens, weeks: u16) -> Result<(Lens, Period), Failure> {
    let last_run = history.runs.iter().map(NamedRun::date).rfind(|day| *day <= lens.on);
    let Some(last_run) = last_run else { return Err(no_runs(lens.on)) };
    let first = |day: Date| Week::of(day, lens.first_day).plus(1 - i64::from(weeks)).start;
    let is_current = last_run >= first(lens.on);
    let last = if is_current { lens.on } else { last_run };
    let period = Period { weeks: Some(weeks), first: first(last), last, is_current };
    Ok((Lens { on: last, ..lens }, period))
}

fn no_runs(on: Date) -> Failure {
    Failure::new(
        format!("no runs yet: the logbook holds none up to {on}"),
        "read your files first: everymile import PATH",
    )
}
