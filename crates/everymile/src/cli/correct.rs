//! The command line of `everymile correct`.

use clap::Args;
use training::Purpose;

/// `everymile correct`
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  everymile correct 3f9a --purpose tempo
  everymile correct last --purpose recovery
  everymile correct 3f9a --withdraw          believe the inference again
  everymile correct 3f9a --shoe 'Blue ones'  in which shoes; or --no-shoe

Purposes: recovery, easy, long, steady, progression, tempo, intervals, hills,
fartlek, strides, race, walk.")]
pub struct Correct {
    /// `last`, a date with one run, or the first letters of a run's id.
    #[arg(value_name = "last|DATE|ID")]
    pub which: String,
    /// What the run was for.
    #[arg(long, required_unless_present_any = ["withdraw", "shoe", "no_shoe"], conflicts_with = "withdraw")]
    pub purpose: Option<Purpose>,
    /// Take an earlier correction back.
    #[arg(long)]
    pub withdraw: bool,
    /// The shoes it was run in, by their name.
    #[arg(long, value_name = "NAME")]
    pub shoe: Option<String>,
    /// Take back in which shoes it was run: the export's word or the usual pair count again.
    #[arg(long, conflicts_with = "shoe")]
    pub no_shoe: bool,
}
