//! Days and sessions as a bend speaks of them.

use rulebook::words::called;
pub(super) use rulebook::words::{capital, date};
use training::{Date, Session};

/// `Tuesday, 3 March`.
pub(super) fn day(date: Date) -> String {
    date.strftime("%A, %-d %B").to_string()
}

/// What lies on a day: `a long run`, `an easy run and intervals`.
pub(super) fn what(sessions: &[Session]) -> String {
    let called: Vec<&str> = sessions.iter().map(|it| called(it.main_purpose())).collect();
    rulebook::words::listed(&called)
}
