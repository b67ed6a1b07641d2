//! The command line of `everymile what-if` and `everymile year`.

use super::Day;
use crate::plan_words;
use clap::{ArgGroup, Args};
use training::{Session, Weekday, notation::parse_session};

/// `everymile what-if`
#[derive(Debug, Args)]
#[command(group = ArgGroup::new("change").required(true))]
#[command(override_usage = "\
everymile what-if [OPTIONS]
           <--drop-junk|--slow-easy|--rest <DAYS>|--add-run <SESSION>>")]
#[command(after_help = "\
Examples:
  everymile what-if --drop-junk               the last 12 weeks without junk
  everymile what-if --slow-easy --weeks 26    with easy runs run easily
  everymile what-if --rest 2                  with two days off in seven
  everymile what-if --add-run 'easy 40min' --day tue
  everymile what-if --rest 2 --plan           the coming weeks of your plan
  everymile what-if --slow-easy --format json | jq .turned

It is arithmetic on the log, not a forecast of how fast or healthy you would be.
Nothing is kept.")]
pub struct WhatIf {
    /// Without the running that had no job.
    #[arg(long, group = "change")]
    pub drop_junk: bool,
    /// With unstructured running above the first threshold run below it, for as long.
    #[arg(long, group = "change")]
    pub slow_easy: bool,
    /// With so many days off in every seven, 1 to 6.
    #[arg(long, value_name = "DAYS", group = "change", value_parser = clap::value_parser!(u8).range(1..=6))]
    pub rest: Option<u8>,
    /// With a run more a week, in the training notation: 'easy 40min'.
    #[arg(long, value_name = "SESSION", group = "change", value_parser = session, requires = "day")]
    pub add_run: Option<Session>,
    /// The day of that run; weeks that hold a run on it stay as they are.
    #[arg(long, value_name = "DAY", value_parser = plan_words::weekday, requires = "add_run")]
    pub day: Option<Weekday>,
    /// The coming weeks of your plan instead of the weeks that were.
    #[arg(long)]
    pub plan: bool,
    /// How many weeks.
    #[arg(long, default_value_t = 12, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=520))]
    pub weeks: u16,
    /// How to look at your history, and how to write it.
    #[command(flatten)]
    pub look: Day,
}

/// `everymile year`
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  everymile year                the last 52 weeks that are over
  everymile year --year 2025    a calendar year, as far as it has gone
  everymile year --format json | jq .lacks

Where your weeks built up, which were lighter, which blocks were, and what the
year lacks.")]
pub struct YearAsked {
    /// A calendar year [default: the last 52 weeks].
    #[arg(long, value_name = "YYYY", value_parser = clap::value_parser!(i16).range(1950..=2200))]
    pub year: Option<i16>,
    /// How to look at your history, and how to write it.
    #[command(flatten)]
    pub look: Day,
}

/// A session that is run; rest is none.
fn session(words: &str) -> Result<Session, String> {
    match parse_session(words) {
        Ok(session) if session.is_rest() => {
            Err("rest is no run; write a session like 'easy 40min'".to_owned())
        }
        Ok(session) => Ok(session),
        Err(error) => Err(error.to_string()),
    }
}
