//! The command line of `everymile imports`.

use super::Format;
use clap::{Args, Subcommand};

/// `everymile imports`
#[derive(Debug, Args)]
#[command(
    args_conflicts_with_subcommands = true,
    after_help = "\
Examples:
  everymile imports                what was imported when, the latest first
  everymile imports undo 3         nothing of it counts, nothing is lost
  everymile imports redo 3         it counts again
  everymile imports --format json

What you import again counts again, too."
)]
pub struct Imports {
    /// What to do; nothing lists them.
    #[command(subcommand)]
    pub action: Option<ImportsAction>,
    /// How to write it.
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
}

/// What can be done with an import.
#[derive(Debug, Subcommand)]
pub enum ImportsAction {
    /// Set aside everything that came with an import
    Undo(OneImport),
    /// Let everything that came with an import count again
    Redo(OneImport),
}

/// Which import.
#[derive(Debug, Args)]
pub struct OneImport {
    /// Its number, as everymile imports lists it.
    #[arg(value_name = "NUMBER")]
    pub number: usize,
}
