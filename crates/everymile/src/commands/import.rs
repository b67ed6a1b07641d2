//! `everymile import`: files into the logbook, and what became of them.

use super::analyze::messages;
use crate::{
    analysis::{Duplicate, Failed, History, history_of_logbook},
    answer::{self, Answer},
    cli, clock,
    failure::Failure,
    import::{Fate, Import, Outcome, import},
    place, sources,
    text::{count, cut_front},
};
use std::{collections::HashSet, fmt::Write, path::Path};

/// How many duplicates are named before the rest is only counted.
const NAMED_DUPLICATES: usize = 8;

/// Answers `everymile import`.
pub fn run(asked: &cli::Import, path: &Path) -> Result<Answer, Failure> {
    let files = sources::files(&asked.paths)?;
    let book = place::open_or_make(path)?;
    let import = import(&book, &files)?;
    let history = history_of_logbook(&book, book.profile(clock::today(None))?)?;
    let failed: Vec<Failed> = import.failed().collect();
    let mut page = if asked.verbose { fates(&import) } else { String::new() };
    page.push_str(&summary(&import, &history, failed.len()));
    Ok(Answer {
        result: answer::Outcome::Page(page),
        messages: messages(&failed),
        is_complete: failed.is_empty(),
    })
}

fn fates(import: &Import) -> String {
    let lines = import.files.iter().map(|outcome| {
        let fate = match &outcome.fate {
            Fate::New { runs: 0, others: 0 } => "nothing in it".to_owned(),
            Fate::New { runs: 0, others } => count(*others, "other"),
            Fate::New { runs, .. } => count(*runs, "run"),
            Fate::Known => "known".to_owned(),
            Fate::Failed(_) => "FAILED".to_owned(),
        };
        format!("{fate:<14}{}\n", cut_front(&outcome.file, 66))
    });
    lines.collect::<String>() + "\n"
}

fn summary(import: &Import, history: &History, failed: usize) -> String {
    let read = import.files.len() - import.known() - failed;
    let mut page = format!("Read {}", count(read, "new file"));
    if import.runs() > 0 {
        let _ = write!(page, ": {}", count(import.runs(), "run"));
    }
    if import.others() > 0 {
        let others = count(import.others(), "other activity").replace("ys", "ies");
        let _ = write!(page, ", {others} kept as cross-training");
    }
    page.push_str(".\n");
    if import.known() > 0 {
        let _ = writeln!(page, "{} were in the logbook already.", count(import.known(), "file"));
    }
    if failed > 0 {
        let _ =
            writeln!(page, "{} could not be read; the reasons are above.", count(failed, "file"));
    }
    page.push_str(&duplicates(import, history));
    page.push_str(&total(history));
    page
}

/// The copies among what was read just now.
fn duplicates(import: &Import, history: &History) -> String {
    let is_new = |outcome: &&Outcome| matches!(outcome.fate, Fate::New { .. });
    let new: HashSet<&str> =
        import.files.iter().filter(is_new).map(|outcome| outcome.file.as_str()).collect();
    let concerns = |copy: &Duplicate<'_>| new.contains(copy.file) || new.contains(copy.of);
    let all: Vec<_> = history.duplicates().filter(concerns).collect();
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

fn total(history: &History) -> String {
    let (Some(first), Some(last)) = (history.runs.first(), history.runs.last()) else {
        return "The logbook holds no runs yet.\n".to_owned();
    };
    format!(
        "The logbook holds {} from {} to {}.\nWhat they were for: everymile report\n",
        count(history.runs.len(), "run"),
        first.date(),
        last.date()
    )
}
