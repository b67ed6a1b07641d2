//! Days and sessions as a bend speaks of them.

use rulebook::words::called;
use training::{Date, Session};

/// `Tuesday, 3 March`.
pub(super) fn day(date: Date) -> String {
    date.strftime("%A, %-d %B").to_string()
}

/// `3 March`.
pub(super) fn date(date: Date) -> String {
    date.strftime("%-d %B").to_string()
}

/// What lies on a day: `a long run`, `an easy run and intervals`.
pub(super) fn what(sessions: &[Session]) -> String {
    let called: Vec<&str> = sessions.iter().map(|it| called(it.main_purpose())).collect();
    rulebook::words::listed(&called)
}

/// With a capital letter, at the beginning of a sentence.
pub(super) fn at_start(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
