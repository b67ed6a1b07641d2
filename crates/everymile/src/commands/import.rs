//! `everymile import`: files into the logbook, and what became of them.

use super::analyze::messages;
use crate::{
    analysis::{Contents, Days, Failed},
    answer::{self, Answer},
    archive::{self, Taken},
    cli::{self, Format},
    clock,
    failure::Failure,
    import::{Import, file_of, import},
    outcomes::Fate,
    place,
    reading::contents,
    sources::{self, Sources},
    text::{count, cut_front, wrap},
    view::Imported,
};
use logbook::Logbook;
use std::{collections::HashSet, fmt::Write, path::Path};
use training::Date;

/// How many duplicates are named before the rest is only counted.
const NAMED_DUPLICATES: usize = 8;

/// Answers `everymile import`.
pub fn run(asked: &cli::Import, path: &Path) -> Result<Answer, Failure> {
    let (exports, paths) = archive::among(&asked.paths);
    let files = sources::files(&paths)?;
    let book = place::open_or_make(path)?;
    let mut taken = String::new();
    for folder in &exports {
        taken += &taken_in(folder, archive::take_in(&book, folder)?);
    }
    let has_files = !files.is_empty();
    let (import, holds) = read(&book, files, clock::today(asked.on))?;
    let failed: Vec<Failed> = import.failed().collect();
    let result = match asked.format {
        Format::Json => answer::Outcome::Json(Box::new(Imported::new(&import, &holds))),
        Format::Text => {
            let fates = if asked.verbose { fates(&import) } else { String::new() };
            let read = if exports.is_empty() || has_files {
                summary(&import, &holds, &failed)
            } else {
                total(&holds)
            };
            answer::Outcome::Page(taken + &fates + &read)
        }
    };
    Ok(Answer { result, messages: messages(&failed), is_complete: failed.is_empty() })
}

/// Reads files into a logbook, and all that it holds then as it stands on a day.
pub(crate) fn read(
    book: &Logbook,
    files: Sources,
    on: Date,
) -> Result<(Import, Contents), Failure> {
    let import = import(book, &files)?;
    drop(files);
    let holds = contents(book, on)?;
    Ok((import, holds))
}

/// What was taken in from an export of another logbook.
fn taken_in(folder: &Path, taken: Taken) -> String {
    let folder = folder.display();
    let said = if taken == Taken::default() {
        format!("Everything in {folder} was in the logbook already.")
    } else {
        let (originals, told) = (count(taken.originals, "original"), count(taken.told, "line"));
        format!("Took in everything from {folder}: {originals}, and {told} of what was said.")
    };
    wrap("", &said) + "\n"
}

fn fates(import: &Import) -> String {
    let lines = import.files.iter().map(|(path, fate)| {
        let fate = match fate {
            Fate::New { runs: 0, others: 0, days: 0 } => "nothing in it".to_owned(),
            Fate::New { runs: 0, others: 0, days } => count(*days, "day"),
            Fate::New { runs: 0, others, .. } => count(*others, "other"),
            Fate::New { runs, .. } => count(*runs, "run"),
            Fate::Known => "known".to_owned(),
            Fate::CountsAgain => "counts again".to_owned(),
            Fate::Failed(_) => "FAILED".to_owned(),
        };
        format!("{fate:<14}{}\n", cut_front(path, 66))
    });
    lines.collect::<String>() + "\n"
}

fn summary(import: &Import, holds: &Contents, failed: &[Failed]) -> String {
    [files_read(import), unused(import), not_used(failed), duplicates(import, holds), total(holds)]
        .concat()
}

/// How many files could not be used, or how many rows and parts of how many.
fn not_used(failed: &[Failed]) -> String {
    let (whole, parts): (Vec<&str>, Vec<&str>) =
        failed.iter().map(|one| one.file.as_str()).partition(|path| file_of(path) == *path);
    let holding: HashSet<&str> = parts.iter().map(|path| file_of(path)).collect();
    let are_rows = holding.iter().all(|file| file.to_lowercase().ends_with(".csv"));
    let noun = if are_rows { "row" } else { "part" };
    let whole = (!whole.is_empty()).then(|| count(whole.len(), "file"));
    let parts = (!parts.is_empty())
        .then(|| format!("{} of {}", count(parts.len(), noun), count(holding.len(), "file")));
    let told: Vec<String> = whole.into_iter().chain(parts).collect();
    let reasons = if failed.len() == 1 { "its reason is" } else { "their reasons are" };
    if told.is_empty() {
        return String::new();
    }
    format!("{} could not be used; {reasons} above.\n", told.join(" and "))
}

/// What was seen and is not used, with the reason.
fn unused(import: &Import) -> String {
    let line = |(message, days): (&String, &usize)| {
        wrap("", &format!("{message} (of {}).", count(*days, "day"))) + "\n"
    };
    import.unused.iter().map(line).collect()
}

fn files_read(import: &Import) -> String {
    let new = files(import, |fate| matches!(fate, Fate::New { .. }));
    let failed = files(import, |fate| matches!(fate, Fate::Failed(_)));
    let known = files(import, |fate| matches!(fate, Fate::Known));
    let again = match files(import, |fate| matches!(fate, Fate::CountsAgain)).len() {
        0 => String::new(),
        1 => "1 file that was set aside counts again.\n".to_owned(),
        many => format!("{many} files that were set aside count again.\n"),
    };
    let known = match known.difference(&new).filter(|file| !failed.contains(*file)).count() {
        0 => String::new(),
        1 => "1 file was in the logbook already.\n".to_owned(),
        many => format!("{many} files were in the logbook already.\n"),
    };
    let known = again + &known;
    if import.files.is_empty() {
        return "There is no FIT, TCX, GPX or CSV file and no export there.\n".to_owned();
    }
    if new.is_empty() {
        return format!("Nothing new was read.\n{known}");
    }
    let runs = (import.runs > 0).then(|| count(import.runs, "run"));
    let others = match import.others {
        0 => None,
        1 => Some("1 other activity, kept as cross-training".to_owned()),
        many => Some(format!("{many} other activities, kept as cross-training")),
    };
    let days = (!import.days.is_empty()).then(|| count(import.days.len(), "day") + " of check-in");
    let activities: Vec<String> = runs.into_iter().chain(others).collect();
    let activities = (!activities.is_empty()).then(|| activities.join(" and "));
    let found: Vec<String> = activities.into_iter().chain(days).collect();
    let found = if found.is_empty() { "no activity".to_owned() } else { found.join("; ") };
    format!("Read {}: {found}.\n{known}", count(new.len(), "new file"))
}

/// The files that hold an original of this fate.
fn files(import: &Import, is_meant: impl Fn(&Fate) -> bool) -> HashSet<&str> {
    let meant = import.files.iter().filter(|(_, fate)| is_meant(fate));
    meant.map(|(path, _)| file_of(path)).collect()
}

/// The copies among what was read just now.
fn duplicates(import: &Import, holds: &Contents) -> String {
    let all = import.found_twice(holds);
    if all.is_empty() {
        return String::new();
    }
    let mut page = format!("{} found twice; the richer copy counts:\n", count(all.len(), "run"));
    for copy in all.iter().take(NAMED_DUPLICATES) {
        let _ = writeln!(page, "  {}\n    is {}", cut_front(copy.file, 76), cut_front(copy.of, 72));
    }
    if all.len() > NAMED_DUPLICATES {
        let _ = writeln!(page, "  and {} more", all.len() - NAMED_DUPLICATES);
    }
    page
}

fn total(holds: &Contents) -> String {
    total_of_runs(holds) + &total_to_come(holds.to_come) + &total_of_days(holds.said)
}

fn total_of_days(said: Days) -> String {
    let Some((first, last)) = said.ends else { return String::new() };
    format!(
        "It holds what was said of {} from {first} to {last}.\n\
         How you were: everymile check-in --show\n",
        count(said.count, "day"),
    )
}

fn total_of_runs(holds: &Contents) -> String {
    let Some((first, last)) = holds.runs.ends else {
        let yet = if holds.to_come.count == 0 { "yet" } else { "up to today" };
        return format!("The logbook holds no runs {yet}.\n");
    };
    format!(
        "The logbook holds {} from {first} to {last}.\nWhat they were for: everymile report\n",
        count(holds.runs.count, "run"),
    )
}

/// What is dated later than today counts from its day on.
fn total_to_come(to_come: Days) -> String {
    let Some((first, last)) = to_come.ends else { return String::new() };
    let runs = count(to_come.count, "run");
    let (are, it) = if to_come.count == 1 { ("is", "it counts") } else { ("are", "they count") };
    let days = if first == last { first.to_string() } else { format!("{first} to {last}") };
    let said = format!(
        "{runs} {are} still to come ({days}): {it} from that day on. If the watch's clock was \
         wrong, correct the date where the file came from; if it was right, look from then: \
         everymile report --on {last}"
    );
    wrap("", &said) + "\n"
}
