//! The imports there were, a line each.

use super::{count, cut_front, wrap::wrap};
use crate::view::{ImportTold, Imports};

/// The imports, the latest first, and how one is undone.
pub fn imports(imports: &Imports) -> String {
    let Some(latest) = imports.imports.first() else {
        return "Nothing was imported yet: everymile import PATH\n".to_owned();
    };
    let lines: String = imports.imports.iter().map(one).collect();
    format!("{lines}To undo one: everymile imports undo {}\n", latest.number)
}

fn one(import: &ImportTold) -> String {
    let day = import.at.get(..10).unwrap_or_default();
    let time = import.at.get(11..16).unwrap_or_default();
    let head = format!("{:>3}  {day} {time} UTC  ", import.number);
    let holds = wrap(&head, &format!("{}{}", held(import), aside(import)));
    let files = import.files.iter().map(|file| cut_front(file, 70));
    let more = match import.more_files {
        0 => String::new(),
        more => format!("     and {}\n", count(more, "more file")),
    };
    let files = files.fold(String::new(), |lines, file| lines + "     " + &file + "\n");
    format!("{holds}\n{files}{more}")
}

/// What came with it: runs, other activities, days.
fn held(import: &ImportTold) -> String {
    let told = [(import.runs, "run"), (import.others, "other"), (import.days, "day")];
    let told = told.into_iter().filter(|(number, _)| *number > 0);
    let told: Vec<String> = told.map(|(number, noun)| count(number, noun)).collect();
    if told.is_empty() { "no activity".to_owned() } else { told.join(", ") }
}

fn aside(import: &ImportTold) -> String {
    match import.set_aside {
        0 => String::new(),
        all if all == import.originals => "; undone".to_owned(),
        some => format!("; {some} of {} set aside", count(import.originals, "original")),
    }
}
