//! `everymile plan export`: the runner's plan for a calendar, a watch, a spreadsheet, or as text.
#![allow(clippy::disallowed_methods, reason = "the front door writes files")]

use super::{accepted, easy_speed, no_week};
use crate::{
    answer::Answer,
    cli::ExportPlan,
    clock,
    export::{ics, table, workouts},
    failure::Failure,
    place::{cannot_write, make_folder},
    reading::Reading,
    text::count,
};
use logbook::PlanEntry;
use std::{
    fs,
    path::{Path, PathBuf},
};
use training::{Date, Plan, Week};

/// A watch keeps some 30 workouts to come: by default it is handed this many weeks.
const WEEKS_FOR_A_WATCH: usize = 2;

/// Answers `everymile plan export`.
pub fn run(asked: &ExportPlan, path: &Path) -> Result<Answer, Failure> {
    let reading = Reading::of(path, &asked.seen.view())?;
    let export = Export { entry: accepted(&reading)?, reading: &reading, asked };
    refuse_no_folder(asked)?;
    let files = export.files()?;
    refuse_two_on_standard_output(&files)?;
    if !asked.replace {
        refuse_to_replace(&files)?;
    }
    write_all(files)
}

/// What is exported, and how.
struct Export<'a> {
    entry: &'a PlanEntry,
    reading: &'a Reading,
    asked: &'a ExportPlan,
}

/// One file to write.
struct File {
    path: PathBuf,
    /// What is in it, or why there is none.
    bytes: Result<Vec<u8>, String>,
}

impl File {
    fn text(path: &Path, text: String) -> Self {
        Self { path: path.to_owned(), bytes: Ok(text.into_bytes()) }
    }

    fn is_standard_output(&self) -> bool {
        self.path == Path::new("-")
    }
}

impl Export<'_> {
    fn files(&self) -> Result<Vec<File>, Failure> {
        let ability = self.reading.ability();
        let (easy, units) =
            (Some(easy_speed(&self.reading.case(&ability))), self.reading.pen.units);
        let mut files = Vec::new();
        if let Some(path) = &self.asked.ics {
            let calendar = ics::Calendar {
                starts_at: self.asked.at,
                ..ics::Calendar::of(self.entry, clock::now(), easy, units)
            };
            files.push(File::text(path, ics::calendar(&self.weeks()?, calendar)));
        }
        if let Some(path) = &self.asked.csv {
            files.push(File::text(path, table::table(&self.weeks()?, easy, units)));
        }
        if let Some(path) = &self.asked.text {
            files.push(File::text(path, self.text()?));
        }
        if let Some(folder) = &self.asked.fit {
            let workouts = workouts::workouts(&self.weeks_for_a_watch()?, units).into_iter();
            files.extend(workouts.map(|workout| File {
                path: folder.join(workout.name),
                bytes: workout.bytes.map_err(|error| error.to_string()),
            }));
        }
        Ok(files)
    }

    fn plan(&self) -> &Plan {
        &self.entry.agreed.plan
    }

    /// The weeks that were asked for, all without a word. The others stay as weeks without sessions,
    /// so that every week keeps its number.
    fn weeks(&self) -> Result<Plan, Failure> {
        let (first, last) = self.asked.weeks.unwrap_or((1, self.plan().weeks.len()));
        if last > self.plan().weeks.len() {
            return Err(no_week(last, self.plan()));
        }
        Ok(only(self.plan(), first, last))
    }

    /// The weeks for a watch: this one and the next where none were asked for.
    fn weeks_for_a_watch(&self) -> Result<Plan, Failure> {
        if self.asked.weeks.is_some() {
            return self.weeks();
        }
        weeks_to_come(self.plan(), self.reading.lens.on)
    }

    /// As text, only the weeks that were asked for are there: the plan begins with them.
    fn text(&self) -> Result<String, Failure> {
        let Some((first, last)) = self.asked.weeks else { return Ok(self.plan().to_string()) };
        let mut weeks = self.weeks()?;
        weeks.begins = self.plan().week(first - 1).start;
        weeks.weeks.truncate(last);
        weeks.weeks.drain(..first - 1);
        Ok(weeks.to_string())
    }
}

/// What a watch is handed: what is left of this week of a plan, and the next.
pub(crate) fn weeks_to_come(plan: &Plan, today: Date) -> Result<Plan, Failure> {
    let is_left = |index: &usize| today <= plan.week(*index).end();
    let Some(first) = (0..plan.weeks.len()).find(is_left) else {
        let remedy = "name the weeks with --weeks, or make the next plan: everymile plan new";
        return Err(Failure::new("the plan is over", remedy));
    };
    let mut weeks = only(plan, first + 1, first + WEEKS_FOR_A_WATCH);
    forget_before(&mut weeks, today);
    Ok(weeks)
}

/// The plan with sessions in some of its weeks only, both included.
fn only(plan: &Plan, first: usize, last: usize) -> Plan {
    let mut plan = plan.clone();
    for (number, week) in (1..).zip(&mut plan.weeks) {
        if !(first..=last).contains(&number) {
            week.sessions.clear();
            week.besides.clear();
        }
    }
    plan
}

/// What lies before a day is of no use to a watch.
fn forget_before(plan: &mut Plan, today: Date) {
    let begins = plan.begins.weekday();
    for (index, week) in plan.weeks.iter_mut().enumerate() {
        let start = Week { start: plan.begins }.plus(index as i64).start;
        week.sessions.retain(|(day, _)| {
            today <= training::calendar::add_days(start, i64::from(day.since(begins)))
        });
    }
}

fn refuse_two_on_standard_output(files: &[File]) -> Result<(), Failure> {
    if files.iter().filter(|file| file.is_standard_output()).count() < 2 {
        return Ok(());
    }
    let remedy = "name a file for all but one of them";
    Err(Failure::new("two results cannot go to standard output at once", remedy))
}

/// Folders are not made on the way to a file: of one that is missing the name may be a slip. The one for
/// the workouts is.
fn refuse_no_folder(asked: &ExportPlan) -> Result<(), Failure> {
    let all = [&asked.ics, &asked.csv, &asked.text, &asked.fit];
    for path in all.into_iter().flatten() {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
        if let Some(folder) = folder.filter(|folder| !folder.is_dir()) {
            let what = format!("there is no folder {} for {}", folder.display(), path.display());
            return Err(Failure::new(what, "correct the path, or make the folder first"));
        }
    }
    if let Some(file) = asked.fit.as_ref().filter(|path| path.exists() && !path.is_dir()) {
        let what = format!("{} is a file, and workouts go into a folder", file.display());
        return Err(Failure::new(what, "name a folder: --fit FOLDER"));
    }
    Ok(())
}

/// Nothing is written when a file would be replaced without a word.
fn refuse_to_replace(files: &[File]) -> Result<(), Failure> {
    let there = files.iter().filter(|file| !file.is_standard_output() && file.path.exists());
    let there: Vec<&File> = there.collect();
    let Some(first) = there.first() else { return Ok(()) };
    let others = match there.len() - 1 {
        0 => " is there already".to_owned(),
        1 => " and 1 file more are there already".to_owned(),
        more => format!(" and {more} files more are there already"),
    };
    let remedy = "say --replace to write over it, or choose another place";
    Err(Failure::new(format!("{}{others}", first.path.display()), remedy))
}

/// Writes the files. What goes to standard output is the answer; the others are told there, or beside
/// it.
fn write_all(files: Vec<File>) -> Result<Answer, Failure> {
    let (mut written, mut shown, mut messages) = (Vec::new(), None, String::new());
    for file in files {
        match &file.bytes {
            Err(error) => {
                let failure = Failure::with_remedy(error).about(&file.path.display().to_string());
                messages += &(failure.to_string() + "\n");
            }
            Ok(bytes) if file.is_standard_output() => {
                shown = Some(String::from_utf8_lossy(bytes).into_owned());
            }
            Ok(bytes) => {
                if let Some(folder) = file.path.parent() {
                    make_folder(folder)?;
                }
                fs::write(&file.path, bytes).map_err(|error| cannot_write(&file.path, &error))?;
                written.push(file.path);
            }
        }
    }
    let is_complete = messages.is_empty();
    let told = told(&written);
    let page = shown.unwrap_or(told);
    Ok(Answer { messages, is_complete, ..Answer::page(page) })
}

fn told(written: &[PathBuf]) -> String {
    let lines = written.iter().map(|path| format!("  {}\n", path.display()));
    let lines: String = lines.collect();
    format!("{} written.\n{lines}", count(written.len(), "file"))
}
