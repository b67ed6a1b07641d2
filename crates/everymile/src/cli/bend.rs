//! The command line of what becomes of a plan: bent, the change answered, all changes looked at, the
//! plan taken back.

use super::{Day, Format, Seen, date};
use crate::{
    bend_words::{self, DayWord, Days, Missed},
    race_words,
};
use clap::Args;
use planner::Possible;
use training::{Date, Metres};

/// `everymile plan bend`
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  everymile plan bend                    today's answers, or the past two weeks
  everymile plan bend --missed 3         nothing was run on the last three days
  everymile plan bend --missed 2026-11-23..2026-11-25   or on these
  everymile plan bend --sick 2026-11-26..2026-11-29     ill, as far as you know
  everymile plan bend --travel 2026-12-10..2026-12-13 --possible easy
  everymile plan bend --race 10k --date 2027-01-17    a race on the way
  everymile plan bend --race half --date 2027-05-02   your goal on another day
  everymile plan bend --move tue thu     this week, or the next once it is over
  everymile plan bend --free-run sat     a run that was not planned

It proposes the smallest change, day by day: - as it is, + as it would be.
Nothing changes until you say so:
  everymile plan accept                  take it
  everymile plan decline                 leave the plan as it is
  everymile plan changes                 what was proposed, why, your answers

A race over the distance of a race in your plan that lies up to four weeks away
is that race on another day.")]
pub struct BendPlan {
    /// Days without running: how many up to yesterday, a day, or FROM..TO.
    #[arg(long, value_name = "N|FROM..TO", value_parser = bend_words::missed, group = "event")]
    pub missed: Option<Missed>,
    /// Days of illness, as far as they are known: a day, or FROM..TO.
    #[arg(long, value_name = "FROM..TO", value_parser = bend_words::days, group = "event")]
    pub sick: Option<Days>,
    /// Days away: a day, or FROM..TO.
    #[arg(long, value_name = "FROM..TO", value_parser = bend_words::days, group = "event")]
    pub travel: Option<Days>,
    /// What can be run there: none, easy, or so many minutes, 30min [default: none].
    #[arg(long, value_name = "WHAT", value_parser = bend_words::possible, requires = "travel")]
    pub possible: Option<Possible>,
    /// A race: 5k, 10k, half, marathon, or a distance like 15km.
    #[arg(long, value_name = "RACE", value_parser = race_words::parse, group = "event", requires = "date")]
    pub race: Option<Metres>,
    /// The day of the race, YYYY-MM-DD.
    #[arg(long, value_name = "DATE", value_parser = date, requires = "race")]
    pub date: Option<Date>,
    /// What is planned for one day on another: days of the week, or dates.
    #[arg(long = "move", num_args = 2, value_names = ["DAY", "DAY"], value_parser = bend_words::day, group = "event")]
    pub moved: Vec<DayWord>,
    /// The day of a run that was not planned: a day of the week, or a date.
    #[arg(long, value_name = "DAY", value_parser = bend_words::day, group = "event")]
    pub free_run: Option<DayWord>,
    /// Take the change at once.
    #[arg(long)]
    pub accept: bool,
    /// How to look at your history, and how to write it.
    #[command(flatten)]
    pub look: Day,
}

/// `everymile plan accept` and `everymile plan decline`
#[derive(Debug, Args)]
pub struct AnswerChange {
    /// The number of the change [default: the last one that waits].
    #[arg(value_name = "NUMBER", value_parser = bend_words::number_of_change)]
    pub number: Option<i64>,
    /// How to look at your history, and how to write it.
    #[command(flatten)]
    pub look: Day,
}

pub(super) const ACCEPT: &str = "\
Examples:
  everymile plan accept      the change that was proposed last
  everymile plan accept 3    change 3 of everymile plan changes

It holds from today on: plan show, plan export, today and plan review go by it,
and the days before are judged by the plan as it was then. A proposal is out of
date once a day that it would change is over; ask for a new one.";

pub(super) const DECLINE: &str = "\
Examples:
  everymile plan decline     the change that was proposed last
  everymile plan decline 3   change 3 of everymile plan changes

The plan stays as it is; the proposal and your answer are kept.";

/// `everymile plan changes`
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  everymile plan changes               what was proposed, why, your answers
  everymile plan changes --format json | jq '.changes[] | [.event, .answer]'")]
pub struct PlanChanges {
    /// How to write it.
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
    /// From which day, and in which units.
    #[command(flatten)]
    pub seen: Seen,
}

/// `everymile plan withdraw`
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  everymile plan withdraw                  from today on there is no plan
  everymile plan withdraw --on 2026-12-01  from that day on

The plan stays in the logbook, and the days before are judged by it. A plan that
has not begun leaves the one before it in force.")]
pub struct WithdrawPlan {
    /// How to write it.
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
    /// From which day, and in which units.
    #[command(flatten)]
    pub seen: Seen,
}
