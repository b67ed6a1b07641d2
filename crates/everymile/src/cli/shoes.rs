//! The command line of `everymile shoes`.

use super::{Format, date};
use crate::{shoes::RUN_MAX, units};
use clap::{Args, Subcommand};
use training::{Date, Metres};

/// `everymile shoes`
#[derive(Debug, Args)]
#[command(
    args_conflicts_with_subcommands = true,
    after_help = "\
Examples:
  everymile shoes                                     how far each pair was run
  everymile shoes add 'Blue ones' --ran 120km         a pair, run so far before
  everymile shoes usual 'Blue ones' --since 2026-03-01  worn unless you say else
  everymile shoes retire 'Blue ones'                  put away from today on
  everymile shoes withdraw 'Bleu ones'                a slip: it was never there
  everymile correct last --shoe 'Trail ones'          one run in another pair

A run is in the pair you say, else in the one that a Strava export names, else
in the usual one of that day. Shoes change no verdict."
)]
pub struct Shoes {
    /// What to say of a pair; nothing lists them.
    #[command(subcommand)]
    pub action: Option<ShoesAction>,
    /// The day to look from, YYYY-MM-DD [default: today].
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub on: Option<Date>,
    /// How to write it.
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
}

/// What can be said of a pair.
#[derive(Debug, Subcommand)]
pub enum ShoesAction {
    /// Name a pair, or change what was said of it; one that was put away is back
    Add {
        /// What it is called.
        name: String,
        /// The day from which on it is run in.
        #[arg(long, value_name = "DATE", value_parser = date)]
        since: Option<Date>,
        /// What it had been run before the runs that everymile knows, as in 120km or 75mi.
        #[arg(long, value_name = "DISTANCE", value_parser = distance)]
        ran: Option<Metres>,
    },
    /// Make a pair the usual one: runs are in it unless something else is said
    Usual(OnePair),
    /// Put a pair away
    Retire(OnePair),
    /// Take back all that was said of a pair
    Withdraw {
        /// What it is called.
        name: String,
    },
}

/// Which pair, and from when on.
#[derive(Debug, Args)]
pub struct OnePair {
    /// What it is called.
    pub name: String,
    /// From which day on [default: today].
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub since: Option<Date>,
}

/// A distance as a runner writes it: `120km`, `75 mi`.
pub fn distance(word: &str) -> Result<Metres, String> {
    let at = word.find(char::is_alphabetic).unwrap_or(word.len());
    let (number, unit) = word.split_at(at);
    let number = number.trim().parse::<f64>().ok().filter(|number| *number >= 0.0);
    let metres = number.and_then(|number| {
        Some(match units::parse(unit).ok()? {
            units::Units::Kilometres => Metres::from_km(number),
            units::Units::Miles => Metres::from_miles(number),
        })
    });
    let possible = metres.filter(|metres| metres.0 <= RUN_MAX.0);
    possible.ok_or_else(|| "a distance is written as 120km or 75mi".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_distance_is_read_as_runners_write_it() {
        assert_eq!(distance("120km"), Ok(Metres(120_000.0)));
        assert_eq!(distance("7.5 mi"), Ok(Metres::from_miles(7.5)));
        for wrong in ["", "120", "km", "-3km", "1e9km", "12 parsecs", "NaN km"] {
            assert!(distance(wrong).is_err(), "{wrong}");
        }
    }
}
