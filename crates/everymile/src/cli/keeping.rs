//! The command line of what keeps a logbook safe: `doctor`, `backup`, `restore`, `export`, `forget`.

use super::Format;
use clap::Args;
use std::path::PathBuf;

/// `everymile doctor`
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  everymile doctor                          is everything there, bit for bit?
  everymile doctor --format json

Checks the file's structure, every original against its hash, and every word you
said. Changes no fact. Exit status: 0 sound, 1 something is wrong, 2 it could
not be looked at.")]
pub struct Doctor {
    /// How to write it.
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
}

/// `everymile backup`
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  everymile backup ~/backups/running.everymile
  everymile backup /media/stick/running.everymile --replace

One file with everything in it: put it anywhere, restore it on any machine. The
page may be open meanwhile. It is checked after it is written, and only then
takes its name. What you forgot is not in it.")]
pub struct Backup {
    /// The file to write.
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// Replace an earlier backup of this name.
    #[arg(long)]
    pub replace: bool,
}

/// `everymile restore`
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  everymile restore ~/backups/running.everymile
  everymile restore ~/backups/running.everymile --replace

Brings back every original and every word, and with them every verdict. The
backup is checked first and never changed. Where there is a logbook already it
is replaced only when you say so, and kept beside under another name.")]
pub struct Restore {
    /// The backup.
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// Put it in the place of the logbook that is there; that one is kept beside.
    #[arg(long)]
    pub replace: bool,
}

/// `everymile export`
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  everymile export --all ~/running          everything, to read or to take away
  everymile --logbook new.everymile import ~/running    the same logbook again

Writes your files as they came, what you said as JSON, and tables for a
spreadsheet. README.txt in the folder says what is what. Nothing but the page's
password is left out.")]
pub struct Export {
    /// The folder to write into; it is made, or must be empty.
    #[arg(long, value_name = "FOLDER")]
    pub all: PathBuf,
}

/// `everymile forget`
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  everymile forget last             one run, its file, and all that came of it
  everymile forget 3f9a             the first letters of its id are enough
  everymile forget 2026-03-05       a day: its runs, and what was said of it
  everymile forget --everything     the whole logbook

Shows first what would go, and asks. Then it is deleted, written over, and
looked for in the file. Backups, exports and the files you imported stay as they
are.")]
pub struct Forget {
    /// `last`, a date (YYYY-MM-DD), or the first letters of a run's id.
    #[arg(
        value_name = "last|DATE|ID",
        required_unless_present = "everything",
        conflicts_with = "everything"
    )]
    pub which: Option<String>,
    /// Forget everything, and delete the logbook.
    #[arg(long)]
    pub everything: bool,
    /// Do it without being asked.
    #[arg(long)]
    pub yes: bool,
}
