//! The command line: what can be asked, and the help that teaches it by examples. Does nothing.

mod bend;
mod check_in;
mod correct;
mod day;
mod imports;
mod keeping;
mod mistyped;
mod plan;
mod predict;
mod replay;
mod rulebook;
mod serve;
mod shoes;

pub use bend::{AnswerChange, BendPlan, PlanChanges, WithdrawPlan};
pub use check_in::{Answers, CheckIn};
pub use correct::Correct;
pub use day::{Day, Seen};
pub use imports::{Imports, ImportsAction, OneImport};
pub use keeping::{Backup, Doctor, Export, Forget, Restore};
pub use mistyped::asked;
pub use plan::{
    CheckPlan, ExportPlan, NewPlan, Plan, PlanAction, SampleLevel, ShowPlan, WantedPlan,
};

use crate::units::{self, Units};
use clap::{Args, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;
use training::Date;

pub use predict::Predict;
pub use replay::{WhatIf, YearAsked};
pub use rulebook::{Compare, Doctrines, DoctrinesAction, Rules};
pub use serve::Serve;
pub use shoes::{OnePair, Shoes, ShoesAction};

/// Says what every mile you ran was for, and which miles had no job.
#[derive(Debug, Parser)]
#[command(version, after_help = EXAMPLES, disable_help_subcommand = true, arg_required_else_help = true)]
pub struct Cli {
    /// The logbook: one SQLite file [default: in your data folder].
    #[arg(long, value_name = "FILE", env = "EVERYMILE_LOGBOOK", global = true)]
    pub logbook: Option<PathBuf>,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

const EXAMPLES: &str = "\
Examples:
  everymile demo                          see it work, on a made-up runner
  everymile import ~/Downloads/all.zip    an export of Strava, Garmin, Apple
  everymile import ~/runs                 a folder, or FIT, TCX, GPX, CSV files
  everymile report                        what your miles were for
  everymile show last                     the last run, stretch by stretch
  everymile judge                         what every rule says of it
  everymile doctrines compare             the same weeks under other doctrines
  everymile correct 3f9a --purpose tempo  you know better: kept for ever
  everymile predict                       what you could race, and how surely
  everymile check-in                      how you are today, in twenty seconds
  everymile today                         what to run today, or not, and why
  everymile plan new --goal 10k           the weeks towards a goal
  everymile plan bend --missed 3          what becomes of them: a proposal
  everymile what-if --rest 2              the last weeks with more rest
  everymile year                          where a year built up, what it lacks
  everymile serve --open                  all of it as a page in your browser

Everything stays on this machine: one file, no account, no connection.";

/// What can be asked.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Show what everymile does, on a synthetic runner's year
    Demo(Demo),
    /// Read watch files and export archives into the logbook
    Import(Import),
    /// What was imported when; undo an import, or take it back in
    Imports(Imports),
    /// What to run today, or not: how long, how slow, and why
    #[command(after_help = day::TODAY)]
    Today(Day),
    /// The answer: miles by purpose and standing, the seven signs, what to change first
    Report(Report),
    /// One run, stretch by stretch, with the reason for every verdict
    Show(Show),
    /// Distance by purpose and standing, per week, month or year
    Ledger(Ledger),
    /// The seven signs of junk miles, each with its evidence and its rule
    #[command(after_help = day::SIGNS)]
    Signs(Day),
    /// What every rule says: kept, broken, not applicable, cannot tell
    #[command(after_help = day::JUDGE)]
    Judge(Day),
    /// Sleep, drinking, eating, calm and recovery, as your check-ins tell
    #[command(after_help = day::PILLARS)]
    Pillars(Day),
    /// What your log shows to follow certain runs, with counts and sizes
    #[command(after_help = day::PATTERNS)]
    Patterns(Day),
    /// The doctrines, what they ask, and the same weeks under several of them
    Doctrines(Doctrines),
    /// The rules: what they ask, why, how surely, and by whose word
    Rules(Rules),
    /// What you could race, from your own races: times with ranges, by models that are named
    Predict(Predict),
    /// Weeks replayed with one thing changed: what the rules would have said
    WhatIf(WhatIf),
    /// A year at a glance: where it built up, its lighter weeks, what it lacks
    Year(YearAsked),
    /// The same judgement without a logbook: files in, verdicts out
    Analyze(Analyze),
    /// Say what a run was really for
    Correct(Correct),
    /// Your shoes: how far each pair was run, which is the usual one
    Shoes(Shoes),
    /// Plans: from what you run to a goal, kept, bent, checked, reviewed, exported
    Plan(Plan),
    /// Say how you are: soreness, pain, tiredness, sleep; on any day
    CheckIn(CheckIn),
    /// The page: the same views in your browser, on this machine alone
    Serve(Serve),
    /// What is known about you, and how; tell what you know better
    Profile(ProfileArgs),
    /// Throw away everything inferred and make it again from the originals
    Rebuild,
    /// Whether the logbook is sound; what is wrong and what to do
    Doctor(Doctor),
    /// The whole logbook as one file, checked, also while the page is open
    Backup(Backup),
    /// Bring a backup back, bit for bit
    Restore(Restore),
    /// Everything in open formats: your files as they came, JSON, tables
    Export(Export),
    /// Delete a run, a day or everything for good, and prove it
    Forget(Forget),
}

/// `everymile demo`
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  everymile demo                  a year of synthetic FIT files, reported
  everymile demo --serve          and look at it as a page in the browser
  everymile demo --dir /tmp/demo  keep the files and the logbook there; then
  everymile --logbook /tmp/demo/demo.everymile show last")]
pub struct Demo {
    /// Where to put the files and the demo logbook [default: in your cache folder].
    #[arg(long, value_name = "FOLDER")]
    pub dir: Option<PathBuf>,
    /// Serve the page on it, too.
    #[arg(long)]
    pub serve: bool,
    /// Where the page listens; 0 takes any port that is free.
    #[arg(long, default_value_t = 4810, value_name = "N", requires = "serve")]
    pub port: u16,
    /// Which synthetic runner: the same number gives the same year.
    #[arg(long, default_value_t = 16, value_name = "NUMBER")]
    pub seed: u64,
}

/// `everymile import`
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  everymile import export_12345.zip       a Strava bulk export, as downloaded
  everymile import ~/garmin ~/more/*.fit  any mix of folders and files
  everymile import ~/garmin               again: only what is new is read

Reads FIT, TCX and GPX (plain or .gz), bulk exports of Strava, Garmin and Apple
Health (zip or unpacked) with sleep and resting heart rate, CSV logs, and tables
of days. The same run found twice counts once.
Exit status: 0 all read; 1 some files, rows or parts failed (they are listed,
the rest is kept); 2 the command could not be done.")]
pub struct Import {
    /// Files, folders and archives.
    #[arg(required = true, value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// Say what became of every file.
    #[arg(long, short)]
    pub verbose: bool,
    /// The day that counts as today, YYYY-MM-DD: later runs are still to come [default: today].
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub on: Option<Date>,
    /// How to write it.
    #[arg(long, value_enum, default_value_t, conflicts_with = "verbose")]
    pub format: Format,
}

/// `everymile report`
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  everymile report                             the last 12 weeks
  everymile report --weeks 52                  the last year
  everymile report --on 2025-10-12             as it stood on that day
  everymile report --doctrine quality-first    by another rulebook
  everymile report --html for-coach.html       one file with its charts, to send
  everymile report --format json | jq .signs")]
pub struct Report {
    /// How many weeks to look back.
    #[arg(long, default_value_t = 12, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=5200))]
    pub weeks: u16,
    /// Write it as one file with its charts, to open in any browser or to send.
    #[arg(long, value_name = "FILE", conflicts_with = "format")]
    pub html: Option<PathBuf>,
    /// How to write it.
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
    /// How to look at it.
    #[command(flatten)]
    pub view: View,
}

/// `everymile show`
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  everymile show last
  everymile show 2026-03-05
  everymile show 3f9a            the first letters of its id are enough")]
pub struct Show {
    /// `last`, a date (YYYY-MM-DD), or the first letters of a run's id.
    #[arg(value_name = "last|DATE|ID", default_value = "last")]
    pub which: String,
    /// How to write it.
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
    /// How to look at it.
    #[command(flatten)]
    pub view: View,
}

/// `everymile ledger`
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  everymile ledger                   week by week
  everymile ledger --by month --last 24
  everymile ledger --by year")]
pub struct Ledger {
    /// Over which spans to add up.
    #[arg(long, value_enum, default_value_t)]
    pub by: Span,
    /// How many spans to show, counted from the latest.
    #[arg(long, default_value_t = 26, value_name = "N")]
    pub last: usize,
    /// How to write it.
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
    /// How to look at it.
    #[command(flatten)]
    pub view: View,
}

/// `everymile analyze`
#[derive(Debug, Args)]
#[command(mut_arg("on", |on| {
    on.help("The day to look from, YYYY-MM-DD [default: the day of the last run]")
}))]
#[command(after_help = "\
Examples:
  everymile analyze run.fit
  everymile analyze export.zip --format json > verdicts.json
  everymile analyze ~/runs --format json | jq '.runs[] | [.id, .purpose]'
  everymile analyze ~/runs --set hr-max=188 --set week-start=sunday

Nothing is stored. The exit status is 1 when a file could not be read.")]
pub struct Analyze {
    /// Files, folders and archives.
    #[arg(required = true, value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// What is known of the runner: a word of `profile set` and its value. May be said often.
    #[arg(long = "set", value_name = "WORD=VALUE")]
    pub said: Vec<String>,
    /// How to write it.
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
    /// How to look at it.
    #[command(flatten)]
    pub view: View,
}

/// `everymile profile`
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  everymile profile                                what is known, and how
  everymile profile set name Ada units mi birth-year 1985
  everymile profile set hr-max 188 hr-rest 48 threshold-hr 170
  everymile profile set threshold-pace 4:10/km     or 6:42/mi
  everymile profile set goal marathon:2027-04-18   or 10km, fitness, wellbeing
  everymile profile set level intermediate sex female week-start sunday
  everymile profile set days mon,tue,thu,sat,sun   those you can run on
  everymile profile set doctrine quality-first     judge by another rulebook
  everymile profile set doctrine mine.toml         or by one of your own
  everymile profile unset hr-max                   back to what the runs show
  everymile profile --format json | jq .can_do")]
pub struct ProfileArgs {
    /// What to change; nothing shows the profile.
    #[command(subcommand)]
    pub change: Option<ProfileChange>,
    /// The day to show it for [default: today].
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub on: Option<Date>,
    /// How to write it.
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
}

/// What to change in the profile.
#[derive(Debug, Subcommand)]
pub enum ProfileChange {
    /// Say what you know: pairs of a word and its value
    Set {
        /// Words and values, by turns: `hr-max 188 units mi`.
        #[arg(required = true, value_name = "WORD VALUE")]
        pairs: Vec<String>,
    },
    /// Forget what was said: everymile goes by the runs again
    Unset {
        /// The words to forget.
        #[arg(required = true, value_name = "WORD")]
        words: Vec<String>,
    },
}

/// How to look at a history.
#[derive(Debug, Clone, Default, Args)]
pub struct View {
    /// The day to look from, YYYY-MM-DD [default: today].
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub on: Option<Date>,
    /// The rulebook to judge by, by name or TOML file [default: as in your profile].
    #[arg(long, value_name = "NAME")]
    pub doctrine: Option<String>,
    /// Kilometres or miles [default: as in your profile].
    #[arg(long, value_name = "km|mi", value_parser = units::parse)]
    pub units: Option<Units>,
}

fn date(word: &str) -> Result<Date, String> {
    word.parse().map_err(|_| {
        let digits =
            |part: &str, many| part.len() == many && part.bytes().all(|it| it.is_ascii_digit());
        let parts: Vec<&str> = word.split('-').collect();
        match parts.as_slice() {
            [year, month, day] if digits(year, 4) && digits(month, 2) && digits(day, 2) => {
                format!("the calendar has no day {word}")
            }
            _ => "a day is written as YYYY-MM-DD, like 2026-03-05".to_owned(),
        }
    })
}

/// How to write a result.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum Format {
    /// For people.
    #[default]
    Text,
    /// For programs.
    Json,
}

/// Over which spans a ledger adds up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum Span {
    /// Seven days, from the day the runner's week begins.
    #[default]
    Week,
    /// A calendar month.
    Month,
    /// A calendar year.
    Year,
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::{Command, CommandFactory};

    /// Checks the help of a command and of those below it.
    fn check_help(command: &mut Command) {
        let name = command.get_bin_name().unwrap_or_default().to_owned();
        let help = command.clone().term_width(80).render_long_help().to_string();
        let examples = command.get_after_help().map(ToString::to_string).unwrap_or_default();
        for line in help.lines().chain(examples.lines()) {
            assert!(line.chars().count() <= 80, "{name}: {line}");
        }
        command.get_subcommands_mut().for_each(check_help);
    }

    #[test]
    fn no_help_is_wider_than_a_terminal_and_no_example_is_broken_to_fit() {
        let mut command = Cli::command();
        command.build();
        check_help(&mut command);
    }
}
