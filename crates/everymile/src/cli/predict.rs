//! The command line of `everymile predict`.

use super::{Format, Seen};
use crate::race_words;
use clap::Args;
use training::Metres;

/// `everymile predict`
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  everymile predict                    5 km to the marathon, and your goal
  everymile predict --race half        one race, and what every model says of it
  everymile predict --race 15km,10mi   several
  everymile predict --on 2026-03-05    as you were on that day
  everymile predict --format json | jq '.predictions[] | [.race, .time_s]'

It foretells from your own races of the last 180 days, the distance you run in a
week, and your critical speed. A race that was not taken for one:
  everymile correct ID --purpose race")]
pub struct Predict {
    /// The race: 5k, 10k, half, marathon, or a distance like 15km, 10mi or 3000m.
    #[arg(long = "race", value_name = "RACE", value_delimiter = ',', value_parser = race_words::parse)]
    pub races: Vec<Metres>,
    /// From which day, and in which units.
    #[command(flatten)]
    pub seen: Seen,
    /// How to write it.
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
}
