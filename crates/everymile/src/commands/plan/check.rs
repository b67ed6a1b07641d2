//! `everymile plan check`: every rule that a plan in a text file breaks. Needs no logbook; where there
//! is one, the plan is judged after what was run.
#![allow(clippy::disallowed_methods, reason = "the front door reads files")]

use crate::{
    answer::Answer,
    cli::{CheckPlan, Format},
    failure::Failure,
    place,
    reading::Reading,
    text,
    view::PlanChecked,
};
use logbook::Logbook;
use std::{
    fs,
    io::{self, Read},
    path::Path,
};
use training::{
    NotAPlan, Plan, Week,
    plan::{parse_plan, refuse_nonsense},
};

/// Answers `everymile plan check`: not all is well where a rule is broken.
pub fn run(asked: &CheckPlan, path: &Path) -> Result<Answer, Failure> {
    let (file, text) = read(&asked.file)?;
    let reading = if path.exists() {
        Reading::of(path, &asked.view)?
    } else {
        Reading::of_book(&Logbook::in_memory()?, &asked.view)?
    };
    let next_week = Week::of(reading.lens.on, reading.lens.first_day).plus(1);
    let plan = parse_plan(&text, next_week.start)
        .and_then(|plan| refuse_nonsense(&text).map(|()| plan))
        .map_err(|error| not_a_plan(&error, &file))?;
    refuse_empty(&plan, &file)?;
    let (ability, doctrine) = (reading.ability(), &reading.lens.doctrine);
    let broken = planner::check(&plan, &reading.case(&ability), doctrine);
    let checked = PlanChecked::new(file, &plan, doctrine.name.clone(), broken);
    let is_complete = checked.broken.is_empty();
    let answer = match asked.format {
        Format::Text => {
            Answer::page(text::plan_checked(&checked, &place::command(path), reading.pen))
        }
        Format::Json => Answer::json(checked),
    };
    Ok(Answer { is_complete, ..answer })
}

/// The name of the file and what is in it.
fn read(file: &Path) -> Result<(String, String), Failure> {
    if file == Path::new("-") {
        let mut text = String::new();
        let read = io::stdin().read_to_string(&mut text);
        return match read {
            Ok(_) => Ok(("standard input".to_owned(), text)),
            Err(error) => Err(Failure::new(
                format!("standard input could not be read: {error}"),
                "give the plan as a text file",
            )),
        };
    }
    let name = file.display().to_string();
    let text = fs::read_to_string(file).map_err(|error| {
        let what = format!("{name} could not be read: {error}");
        Failure::new(what, "check the path and that it is a text file you may read")
    })?;
    Ok((name, text))
}

/// The line that could not be read, and what was expected there.
fn not_a_plan(error: &NotAPlan, file: &str) -> Failure {
    let why = error.why.rsplit_once("; ").or_else(|| error.why.rsplit_once(": "));
    let (what, remedy) = why.unwrap_or((&error.why, "everymile plan check --help shows a plan"));
    Failure::new(format!("line {}: {what}", error.line), remedy).about(file)
}

fn refuse_empty(plan: &Plan, file: &str) -> Result<(), Failure> {
    if plan.weeks.iter().any(|week| !week.sessions.is_empty()) {
        return Ok(());
    }
    let remedy = "write a line for each day, like 'Tue easy 8km'; everymile plan check --help shows \
                  a plan";
    Err(Failure::new("it holds no session", remedy).about(file))
}
