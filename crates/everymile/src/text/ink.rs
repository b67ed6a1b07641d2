//! Colour in the terminal: a help, never the only carrier of a meaning. Off when the output is no
//! terminal or when `NO_COLOR` is set.
#![allow(clippy::disallowed_methods, reason = "the front door reads the environment")]

use std::{ffi::OsStr, io::IsTerminal};
use training::Standing;

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
        };
        if self.is_on && !text.is_empty() {
            format!("\x1b[{code}m{text}\x1b[0m")
        } else {
            text.to_owned()
        }
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
}
