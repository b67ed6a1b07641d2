//! Colour in the terminal: a help, never the only carrier of a meaning. Off when the output is no
//! terminal or when `NO_COLOR` is set.
#![allow(clippy::disallowed_methods, reason = "the front door reads the environment")]

use std::{ffi::OsStr, io::IsTerminal};
use training::{Purpose, Standing};

/// What a piece of text wants to say with its colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tone {
    /// Nothing.
    #[default]
    Plain,
    /// Look here first.
    Strong,
    /// Less important.
    Faint,
    /// As it should be.
    Good,
    /// In doubt.
    Doubt,
    /// To be changed.
    Bad,
    /// What something was for.
    Of(Purpose),
}

/// Whether to colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ink {
    is_on: bool,
}

impl Ink {
    /// No colour at all.
    pub const NONE: Self = Self { is_on: false };

    /// As standard output and the environment allow.
    pub fn of_stdout() -> Self {
        let said = |name: &str| std::env::var_os(name).unwrap_or_default();
        Self::of(std::io::stdout().is_terminal(), &said("NO_COLOR"), &said("TERM"))
    }

    fn of(is_terminal: bool, no_color: &OsStr, term: &OsStr) -> Self {
        Self { is_on: is_terminal && no_color.is_empty() && term != "dumb" }
    }

    /// The text in its tone.
    pub fn paint(self, tone: Tone, text: &str) -> String {
        let code = match tone {
            Tone::Plain => return text.to_owned(),
            Tone::Strong => "1",
            Tone::Faint => "2",
            Tone::Good => "32",
            Tone::Doubt => "33",
            Tone::Bad => "31",
            Tone::Of(purpose) => colour(purpose),
        };
        if self.is_on && !text.is_empty() {
            format!("\x1b[{code}m{text}\x1b[0m")
        } else {
            text.to_owned()
        }
    }
}

/// The colour of a purpose on the page, as the nearest of the terminal's 256 that reads on dark and on
/// light ground; a race is in the strongest ink there is.
const fn colour(purpose: Purpose) -> &'static str {
    match purpose {
        Purpose::Recovery => "38;5;73",
        Purpose::Easy => "38;5;74",
        Purpose::Long => "38;5;31",
        Purpose::Steady => "38;5;137",
        Purpose::Progression => "38;5;178",
        Purpose::Tempo => "38;5;172",
        Purpose::Intervals => "38;5;167",
        Purpose::Hills => "38;5;173",
        Purpose::Fartlek => "38;5;133",
        Purpose::Strides => "38;5;140",
        Purpose::Race => "1",
        Purpose::Walk => "2",
    }
}

impl From<Purpose> for Tone {
    fn from(purpose: Purpose) -> Self {
        Self::Of(purpose)
    }
}

impl From<Standing> for Tone {
    fn from(standing: Standing) -> Self {
        match standing {
            Standing::Purposeful => Self::Good,
            Standing::Questionable => Self::Doubt,
            Standing::Junk => Self::Bad,
            Standing::CannotTell => Self::Faint,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn painted(is_terminal: bool, no_color: &str, term: &str) -> String {
        Ink::of(is_terminal, OsStr::new(no_color), OsStr::new(term)).paint(Tone::Bad, "junk")
    }

    #[test]
    fn colour_is_for_terminals_whose_owner_wants_it() {
        assert_eq!(painted(true, "", "xterm"), "\x1b[31mjunk\x1b[0m");
        assert_eq!(painted(true, "1", "xterm"), "junk");
        assert_eq!(painted(true, "", "dumb"), "junk");
        assert_eq!(painted(false, "", "xterm"), "junk");
    }

    #[test]
    fn no_two_purposes_are_painted_alike() {
        let mut painted: Vec<&str> = Purpose::ALL.into_iter().map(colour).collect();
        painted.sort_unstable();
        painted.dedup();
        assert_eq!(painted.len(), Purpose::ALL.len());
    }
}
