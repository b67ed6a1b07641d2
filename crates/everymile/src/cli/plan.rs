//! The command line of `everymile plan`: a plan made, looked at, checked, reviewed and exported; what
//! becomes of it stands in `bend`.

use super::{
    Day, Format, Seen, View,
    bend::{ACCEPT, AnswerChange, BendPlan, DECLINE, PlanChanges, WithdrawPlan},
    date,
};
use crate::{plan_words, profile_words::goal_of_word};
use clap::{ArgGroup, Args, Subcommand, ValueEnum};
use jiff::civil::Time;
use std::path::PathBuf;
use training::{Date, Goal, Seconds, Weekday};

/// `everymile plan`
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  everymile plan new --goal half --date 2027-04-18   from today to a race
  everymile plan show                                this week and the next
  everymile plan review                              what became of it so far
  everymile plan export --ics plan.ics               into your calendar
  everymile plan check PLAN.txt                      any plan, against the rules
  everymile plan bend --missed 3                     life comes between
  everymile plan accept                              and your word, or decline")]
pub struct Plan {
    /// What to do.
    #[command(subcommand)]
    pub action: PlanAction,
}

/// What can be done with plans.
#[derive(Debug, Subcommand)]
pub enum PlanAction {
    /// Make a plan from what you really run to a goal; kept once you accept it
    New(Box<NewPlan>),
    /// Your plan, week by week: how far, what for, and what each session is
    Show(ShowPlan),
    /// Every rule that a plan in a text file breaks, with the numbers
    Check(CheckPlan),
    /// Planned against run: done, moved, missed, overcooked, and what next
    #[command(after_help = REVIEW)]
    Review(Day),
    /// Your plan for a calendar, a watch, a spreadsheet, or as text
    Export(ExportPlan),
    /// Days missed, illness, a journey, a race: the smallest change, proposed
    Bend(Box<BendPlan>),
    /// Take the change that was proposed
    #[command(after_help = ACCEPT)]
    Accept(AnswerChange),
    /// Leave the plan as it is
    #[command(after_help = DECLINE)]
    Decline(AnswerChange),
    /// Every change that was proposed, why, and what you answered
    Changes(PlanChanges),
    /// Take the plan back: it is kept, and no longer holds
    Withdraw(WithdrawPlan),
}

/// `everymile plan new`
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  everymile plan new --goal half --date 2027-04-18
  everymile plan new --goal half --date 2027-04-18 --time 1:45:00
  everymile plan new --goal 10k --date 2027-03-07 --days mon,tue,thu,sat,sun \\
                     --long sun --max-minutes tue=60,thu=75
  everymile plan new --goal base --weeks 8          no race, just running
  everymile plan new                                the goal in your profile

It starts from what you really ran in the last weeks and asks before it keeps
anything; --yes keeps it without asking. A new plan takes over from the one
before on the day it begins. Its sessions are seen by today, judge and report.")]
pub struct NewPlan {
    /// What is wanted of it.
    #[command(flatten)]
    pub wanted: WantedPlan,
    /// Keep it without asking.
    #[arg(long)]
    pub yes: bool,
    /// How to write it.
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
    /// How to look at your history.
    #[command(flatten)]
    pub view: View,
}

/// What is wanted of a plan; what is not said is as usual.
#[derive(Debug, Default, Args)]
pub struct WantedPlan {
    /// 5k, 10k, half, marathon, 50km …, base, fitness [default: as in your profile].
    #[arg(long, value_name = "GOAL", value_parser = goal_of_word)]
    pub goal: Option<Goal>,
    /// The day of the race, YYYY-MM-DD.
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub date: Option<Date>,
    /// The time aimed at in the race, h:mm:ss.
    #[arg(long, value_name = "TIME", value_parser = plan_words::time)]
    pub time: Option<Seconds>,
    /// The days you can run on: mon,tue,sat [default: as in your profile, or those you usually
    /// run on].
    #[arg(long, value_name = "DAYS", value_delimiter = ',', value_parser = plan_words::weekday)]
    pub days: Vec<Weekday>,
    /// The day of the long run [default: your usual one].
    #[arg(long, value_name = "DAY", value_parser = plan_words::weekday)]
    pub long: Option<Weekday>,
    /// The most minutes on a day: tue=60,thu=75.
    #[arg(long, value_name = "DAY=MIN", value_delimiter = ',', value_parser = plan_words::minutes)]
    pub max_minutes: Vec<(Weekday, f64)>,
    /// Two runs on hard days; for the advanced who run on six days a week.
    #[arg(long)]
    pub doubles: bool,
    /// How many weeks [default: until the race; 8 without one].
    #[arg(long, value_name = "N")]
    pub weeks: Option<usize>,
}

/// Whom a sample week is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum SampleLevel {
    /// 20 to 25 miles by its heading
    Beginner,
    /// 35 to 45 miles by its heading
    Intermediate,
    /// 50 to 60 miles or more by its heading
    Advanced,
}

/// `everymile plan show`
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  everymile plan show               all weeks in brief, the next two in full
  everymile plan show --week 7      one week in full
  everymile plan show --all         every week in full
  everymile plan show --original    as you accepted it, before any change
  everymile plan show --sample beginner                a sample week, as text
  everymile plan show --sample advanced > week.txt     to make your own of it
  everymile plan show --format json | jq '.weeks[].distance_m'")]
pub struct ShowPlan {
    /// Only this week of the plan, from 1.
    #[arg(long, value_name = "N", conflicts_with = "all")]
    pub week: Option<usize>,
    /// Every week in full.
    #[arg(long)]
    pub all: bool,
    /// As it was accepted, before any change.
    #[arg(long)]
    pub original: bool,
    /// A sample week of the article on recovery runs instead, and what of it does not add up.
    #[arg(long, value_name = "LEVEL", conflicts_with_all = ["week", "all"])]
    pub sample: Option<SampleLevel>,
    /// How to write it.
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
    /// From which day, and in which units.
    #[command(flatten)]
    pub seen: Seen,
}

/// `everymile plan check`
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  everymile plan check PLAN.txt
  everymile plan check PLAN.txt --doctrine quality-first
  everymile plan export --text | everymile plan check -    your own plan

A plan is text. Days that are not named are rest; # is a word to the reader.

  begins 2026-11-30

  Week 1, base
  Tue  easy 8km
  Thu  easy 10min + 6x(800m @3:50 / 2min jog) + easy 10min
  Sun  long 14km

  Week 2, base, lighter
  …

It is judged as if it were run as written, after what is in your logbook.
Exit status: 0 no rule is broken, 1 some are, 2 it could not be read.")]
pub struct CheckPlan {
    /// The plan as a text file; - reads it from standard input.
    #[arg(value_name = "PLAN")]
    pub file: PathBuf,
    /// How to write it.
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
    /// How to look at your history.
    #[command(flatten)]
    pub view: View,
}

const REVIEW: &str = "\
Examples:
  everymile plan review                    up to today
  everymile plan review --on 2027-01-31    as it stood on that day
  everymile plan review --format json | jq .share

A session is done when its job was done: hard work of its kind, a long run as
far as asked, easy running that stayed easy. Done on another day of its week it
is moved; more than 15 % shorter than asked, shorter; more than 15 % longer or
faster, or hard where easy was asked, overcooked. A run with another job leaves
it missed, unless you say what the run was: everymile correct RUN --purpose
PURPOSE. Left out for pain, illness or exhaustion that you told in a check-in,
it is no miss.";

/// `everymile plan export`
#[derive(Debug, Args)]
#[command(group = ArgGroup::new("out").required(true).multiple(true))]
#[command(override_usage = "\
everymile plan export [OPTIONS]
           <--ics <FILE>|--fit <DIR>|--csv <FILE>|--text [<FILE>]>")]
#[command(after_help = "\
Examples:
  everymile plan export --ics plan.ics             for any calendar
  everymile plan export --ics - --at 6:30 > p.ics  at half past six
  everymile plan export --fit workouts             two weeks, for the watch
  everymile plan export --fit workouts --weeks 5-7
  everymile plan export --csv plan.csv             a row for each session
  everymile plan export --text                     as plan check reads it

A file that is there already is left alone unless you say --replace. Importing a
calendar again moves its events in place. Watches keep some 30 workouts to come.")]
pub struct ExportPlan {
    /// Write a calendar; - is standard output.
    #[arg(long, value_name = "FILE", group = "out")]
    pub ics: Option<PathBuf>,
    /// Write workouts for the watch, a FIT file for each session, into a folder.
    #[arg(long, value_name = "DIR", group = "out")]
    pub fit: Option<PathBuf>,
    /// Write a table; - is standard output.
    #[arg(long, value_name = "FILE", group = "out")]
    pub csv: Option<PathBuf>,
    /// Write it as text, to standard output unless a file is named.
    #[arg(long, value_name = "FILE", num_args = 0..=1, default_missing_value = "-", group = "out")]
    pub text: Option<PathBuf>,
    /// Only these weeks of the plan: 3 or 3-6 [default: all; for --fit the next two].
    #[arg(long, value_name = "WEEKS", value_parser = plan_words::weeks)]
    pub weeks: Option<(usize, usize)>,
    /// When you run, for the calendar: 6:30 [default: some time of the day].
    #[arg(long, value_name = "TIME", value_parser = plan_words::clock, requires = "ics")]
    pub at: Option<Time>,
    /// Replace files that are there already.
    #[arg(long)]
    pub replace: bool,
    /// From which day, and in which units.
    #[command(flatten)]
    pub seen: Seen,
}
