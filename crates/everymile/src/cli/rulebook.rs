//! The commands that open the rulebook: what can be asked of the rules and the doctrines.

use super::{Format, Seen};
use clap::{Args, Subcommand};

/// `everymile doctrines`
#[derive(Debug, Args)]
#[command(
    args_conflicts_with_subcommands = true,
    after_help = "\
Examples:
  everymile doctrines                      which there are, what they stand for
  everymile doctrines quality-first        its rules and numbers, where it parts
  everymile doctrines mine.toml            the same of a doctrine of your own
  everymile doctrines compare              your last weeks under all of them
  everymile doctrines compare evidence-first quality-first --on 2025-10-12

A doctrine of your own is a TOML file. It inherits, from evidence-first unless
it names another, and says only what is different:

  name = \"mine\"
  about = \"As quality-first, but one rest day is enough.\"
  inherits = \"quality-first\"

  [rules.take-rest-days]
  min_rest_days = 1

  [rules.make-room-for-strength]
  on = false

Try it with --doctrine mine.toml; keep it with
everymile profile set doctrine mine.toml"
)]
pub struct Doctrines {
    /// The doctrine to open, by name or TOML file; without one all are listed.
    #[arg(value_name = "NAME")]
    pub name: Option<String>,
    /// What else to do.
    #[command(subcommand)]
    pub action: Option<DoctrinesAction>,
}

/// What can be done with doctrines.
#[derive(Debug, Subcommand)]
pub enum DoctrinesAction {
    /// The same weeks under several doctrines, side by side
    Compare(Compare),
}

/// `everymile doctrines compare`
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  everymile doctrines compare              under all doctrines
  everymile doctrines compare quality-first
                                           beside the one in your profile
  everymile doctrines compare evidence-first all-training mine.toml --weeks 26
  everymile doctrines compare --all        with every verdict in its own words
  everymile doctrines compare --format json | jq '.parted[].rule'")]
pub struct Compare {
    /// Names or TOML files; one is compared with yours, none means all.
    #[arg(value_name = "NAME")]
    pub names: Vec<String>,
    /// Every verdict in its own words.
    #[arg(long)]
    pub all: bool,
    /// How many weeks to look back.
    #[arg(long, default_value_t = 12, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=5200))]
    pub weeks: u16,
    /// How to write it.
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
    /// From which day, and in which units.
    #[command(flatten)]
    pub seen: Seen,
}

/// `everymile rules`
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  everymile rules                  every rule, by topic, and who asks it
  everymile rules take-rest-days   its page: what it asks, why, how surely
  everymile rules grey zone        a word that everymile uses
  everymile rules festa-2020       a source, and the rules that rest on it
  everymile rules rest-days        a disagreement: who says what, what is known
  everymile rules shakeout-beginner
                                   a sample week, and what does not add up
  everymile rules signs-32         what carries a statement of an article")]
pub struct Rules {
    /// A rule, or anything else with a name in the rulebook: a term, source, tip, pattern,
    /// disagreement, sample week or statement; without one the rules are listed.
    #[arg(value_name = "ID")]
    pub what: Vec<String>,
}
