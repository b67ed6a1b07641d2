//! `everymile forget`: a run, a day or everything is deleted for good. It is shown first and asked
//! for; afterwards it is looked for in the file, byte by byte.
#![allow(clippy::disallowed_methods, reason = "the front door looks whether files are there")]

use crate::{
    answer::Answer,
    asking,
    cli::{Forget, View},
    clock,
    failure::Failure,
    forgetting::{self, ToForget, traces_left},
    place,
    reading::history,
    settings::Settings,
    text::{Pen, count, cut_front, day, size, wrap},
    view::Holds,
};
use logbook::{Logbook, Traces};
use std::{fs, path::Path};
use training::NamedRun;

/// So many files are named before the rest is only counted.
const NAMED_MAX: usize = 12;

/// What is said before anything is forgotten.
const FOR_GOOD: &str = "With everything said of it and inferred from it. Nothing in the logbook \
                        brings it back. Backups, exports and the files you imported stay as they are.";

/// Answers `everymile forget`.
pub fn run(asked: &Forget, path: &Path) -> Result<Answer, Failure> {
    let book = place::open(path)?;
    let Some(which) = asked.which.as_deref() else { return everything(asked, book) };
    let pen = Settings::of(&book)?.pen(&View::default());
    let history = history(&book, clock::today(None))?;
    let meant = ToForget::meant(&book, &history, which)?;
    let about = list(&meant, pen);
    let shown = format!("To be forgotten for good:\n{about}{}\n", wrap("", FOR_GOOD));
    if let Some(answer) = not_yet(asked, &shown, which)? {
        return Ok(answer);
    }
    let paths = paths(&book, &meant)?;
    let traces = book.traces_of(&meant.hashes())?;
    book.forget(&meant.hashes(), &meant.days())?;
    let said = format!("Forgotten:\n{about}{}", proof(&book, &traces)?);
    Ok(Answer::page(said + &still_there(&paths)))
}

/// Forgets all there is, and then deletes the file.
fn everything(asked: &Forget, book: Logbook) -> Result<Answer, Failure> {
    let path = book.path().to_owned();
    let shown = format!(
        "To be forgotten for good: the whole logbook\n  {}\n{}{}\n",
        cut_front(&path.display().to_string(), 76),
        all_of(&book),
        wrap("", FOR_GOOD)
    );
    if let Some(answer) = not_yet(asked, &shown, "--everything")? {
        return Ok(answer);
    }
    let originals: Vec<_> = book.originals()?.into_iter().map(|it| it.hash).collect();
    let traces = book.traces_of(&originals)?;
    book.forget_everything()?;
    let proof = proof(&book, &traces)?;
    drop(book);
    place::remove_logbook(&path)?;
    Ok(Answer::page(format!("Everything is forgotten.\n{proof}Then the file was deleted.\n")))
}

/// What a whole logbook holds; one that is damaged can be forgotten as well.
fn all_of(book: &Logbook) -> String {
    let said = match Holds::of(book) {
        Err(_) => "All that is in it: it is damaged, so that it cannot be counted".to_owned(),
        Ok(Holds { originals, runs, days, corrections, plans, .. }) => format!(
            "{} with {}, what was said of {}, {}, {}, your profile and your settings",
            count(originals, "original"),
            count(runs, "run"),
            count(days, "day"),
            count(corrections, "correction"),
            count(plans, "plan")
        ),
    };
    wrap("  ", &said) + "\n"
}

/// Asks; the answer where nothing is to be done.
fn not_yet(asked: &Forget, shown: &str, which: &str) -> Result<Option<Answer>, Failure> {
    if asked.yes {
        return Ok(None);
    }
    Ok(match asking::agree(shown, "Forget it for good?")? {
        Some(true) => None,
        Some(false) => Some(Answer::page("Nothing was forgotten.\n")),
        None => Some(Answer::page(format!(
            "{shown}Nothing is forgotten yet. To do it: everymile forget {which} --yes\n"
        ))),
    })
}

fn list(meant: &ToForget<'_>, pen: Pen) -> String {
    let runs = meant.runs.iter().map(|run| format!("  {}\n", in_brief(run, pen)));
    let others = (meant.others > 0).then(|| match meant.others {
        1 => "  1 other activity\n".to_owned(),
        many => format!("  {many} other activities\n"),
    });
    let said = meant.day.filter(|(_, lines)| *lines > 0);
    let said = said.map(|(date, lines)| {
        format!("  what was said of {}, {}\n", day(date), count(lines, "line"))
    });
    let beside = (meant.beside > 0).then(|| match meant.beside {
        1 => "  1 more activity in the same file\n".to_owned(),
        many => format!("  {many} more activities in the same files\n"),
    });
    let aside = (meant.set_aside > 0).then(|| match meant.set_aside {
        1 => "  1 file that was set aside\n".to_owned(),
        many => format!("  {many} files that were set aside\n"),
    });
    let files = meant.originals.iter().take(NAMED_MAX);
    let files = files.map(|it| format!("    {}\n", cut_front(&it.path, 76)));
    let more = meant.originals.len().saturating_sub(NAMED_MAX);
    let more = (more > 0).then(|| format!("    and {}\n", count(more, "more file")));
    runs.chain(others).chain(said).chain(beside).chain(aside).chain(files).chain(more).collect()
}

fn in_brief(run: &NamedRun, pen: Pen) -> String {
    let distance = run.distance.map(|it| format!(", {}", crate::units::distance(it, pen.units)));
    let (when, id) = (day(run.date()), &run.id);
    format!("{when}: {}{} ({id})", run.purpose(), distance.unwrap_or_default())
}

/// Looks for what was forgotten in the file.
fn proof(book: &Logbook, traces: &Traces) -> Result<String, Failure> {
    let left = traces_left(book, traces)?;
    if left > 0 {
        return Err(Failure::new(
            format!(
                "{} of what was forgotten can still be found in {}",
                count(left, "trace"),
                book.path().display()
            ),
            "close every other everymile and type the same again; if it stays so, back up, and \
             restore the backup into a new file: a backup holds no traces",
        ));
    }
    let bytes: u64 = forgetting::files(book.path())
        .iter()
        .filter_map(|file| fs::metadata(file).ok())
        .map(|about| about.len())
        .sum();
    let looked = match traces.len() {
        0 => "The file was written anew without it.".to_owned(),
        many => format!(
            "Proof: {} (names, paths, titles, pieces of the files) looked for in all {} of the \
             logbook, and none is left.",
            count(many, "trace"),
            size(bytes)
        ),
    };
    Ok(wrap("", &looked) + "\n")
}

/// Every path the originals were found at.
fn paths(book: &Logbook, meant: &ToForget<'_>) -> Result<Vec<String>, Failure> {
    let mut paths = Vec::new();
    for hash in meant.hashes() {
        paths.extend(book.sightings(hash)?);
    }
    Ok(paths)
}

/// Files that an import would read again.
fn still_there(paths: &[String]) -> String {
    let file = |path: &String| path.split("!/").next().map(str::to_owned).unwrap_or_default();
    let files: std::collections::BTreeSet<String> = paths.iter().map(file).collect();
    let there: Vec<&String> = files.iter().filter(|file| Path::new(file).exists()).collect();
    if there.is_empty() {
        return String::new();
    }
    let named = there.iter().take(NAMED_MAX).map(|file| cut_front(file, 76));
    let named = named.collect::<Vec<_>>().join("\n  ");
    let said = "These are still on this machine, and an import of them brings it back:";
    format!("{}\n  {named}\n", wrap("", said))
}
