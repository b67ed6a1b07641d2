//! The commands that look at one day: what is asked of all of them is alike, only the examples differ.

use super::{Format, View, date};
use crate::units::{self, Units};
use clap::Args;
use training::Date;

/// A look at one day.
#[derive(Debug, Args)]
pub struct Day {
    /// How to write it.
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
    /// How to look at it.
    #[command(flatten)]
    pub view: View,
}

/// From which day something is looked at, and in which units, where no rulebook is asked for.
#[derive(Debug, Clone, Args)]
pub struct Seen {
    /// The day to look from, YYYY-MM-DD [default: today].
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub on: Option<Date>,
    /// Kilometres or miles [default: as in your profile].
    #[arg(long, value_name = "km|mi", value_parser = units::parse)]
    pub units: Option<Units>,
}

impl Seen {
    /// How to look at the history.
    pub fn view(&self) -> View {
        View { on: self.on, doctrine: None, units: self.units }
    }
}

pub(super) const TODAY: &str = "\
Examples:
  everymile today                          run, shorten, swap or rest, and why
  everymile check-in && everymile today    say first how you are
  everymile today --on 2026-05-30          as it would have been on that day
  everymile today --doctrine shakeout      by another rulebook
  everymile today --format json | jq .session.notation

Safety comes first and no doctrine can switch it off. The same log and the same
day give the same answer.";

pub(super) const SIGNS: &str = "\
Examples:
  everymile signs                          the seven signs, today
  everymile signs --on 2025-10-12          as they stood on that day
  everymile signs --doctrine quality-first
  everymile signs --format json | jq '.signs[] | [.sign, .verdict]'";

pub(super) const JUDGE: &str = "\
Examples:
  everymile judge                          every rule, today
  everymile judge --on 2025-10-12          as it stood on that day
  everymile judge --doctrine quality-first
  everymile judge --doctrine mine.toml     by a doctrine of your own
  everymile judge --format json | jq '.findings[] | [.rule, .verdict]'

A rule is kept or broken; it is not applicable where it does not speak about
you; and where facts are missing it cannot tell, and says what to supply.";

pub(super) const PILLARS: &str = "\
Examples:
  everymile pillars                        sleep, drinking, eating, calm, rest
  everymile pillars --on 2025-10-12
  everymile check-in --sleep 7.5 --drank 4 --ate 4 --stress 2

They are what your check-ins of the last seven days say. The weakest decides.";

pub(super) const PATTERNS: &str = "\
Examples:
  everymile patterns                       what follows certain runs, if it does
  everymile patterns --format json | jq '.patterns[] | [.id, .showing]'

A pattern needs a number of events on both sides and a clear difference before
it is told. It shows what follows, never why.";
