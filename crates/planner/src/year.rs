//! A year of running at a glance: its weeks, where it built up, which weeks and blocks were lighter,
//! and what is lacking for the year that the article on safe progression describes: several cycles
//! of building, enough lighter weeks, and two lighter blocks.

mod builds;

pub use builds::Build;

use crate::choice::number;
use builds::builds;
use rulebook::{
    Case, Doctrine, RuleId,
    measures::{
        lighter::{lighter, lighter_spans},
        weeks::{WeekRun, every_run, full_weeks, yardstick},
    },
    words::{count, date},
};
use training::{
    Date, Metres, Seconds, Week,
    calendar::{add_days, days_between},
};

/// Which year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Span {
    /// The last 52 weeks that are over.
    Last52Weeks,
    /// A calendar year, as far as it has gone.
    Calendar(i16),
}

/// A year of running.
#[derive(Debug, Clone, PartialEq)]
pub struct Year {
    /// Its first day.
    pub first: Date,
    /// Its last day, or the last one so far.
    pub last: Date,
    /// Its whole weeks that the log holds, oldest first.
    pub weeks: Vec<YearWeek>,
    /// Whether the log holds all of it, so that what is lacking can be told.
    pub is_whole: bool,
    /// Where it built up, oldest first.
    pub builds: Vec<Build>,
    /// The first days of its lighter blocks.
    pub lighter_blocks: Vec<Date>,
    /// What is lacking; empty where nothing is, or where it cannot be told.
    pub lacks: Vec<Lack>,
}

/// A week of it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct YearWeek {
    /// Which.
    pub week: Week,
    /// Its distance; `None` where a run's distance is not known.
    pub distance: Option<Metres>,
    /// Its running time.
    pub moving: Seconds,
    /// Whether it was lighter than the weeks before it.
    pub is_lighter: bool,
}

/// Something a year lacks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lack {
    /// By which rule.
    pub rule: RuleId,
    /// Whether the doctrine judges by it; else it is a note.
    pub doctrine_asks: bool,
    /// How many there are.
    pub found: usize,
    /// How many are asked.
    pub asked: usize,
    /// From when on the next one has its place; `None` where any day will do.
    pub next_from: Option<Date>,
    /// In a sentence or two.
    pub text: String,
}

const BLOCKS: &str = "take-two-lighter-blocks";
const CUTBACKS: &str = "take-cutback-weeks";
/// A year holds so many cycles of building, at least (article "progression").
const BUILDS: usize = 2;
const WEEKS_A_YEAR: usize = 52;

/// A year of running, under a doctrine.
pub fn year(case: &Case<'_>, doctrine: &Doctrine, span: Span) -> Year {
    let (first, last) = days_of(case, span);
    let case = &case.as_of(last);
    let before =
        full_weeks(case, Week::of(last, case.first_day), 2 * WEEKS_A_YEAR as i64, every_run);
    let sizes = yardstick(case, &before).sizes(&before);
    let is_lighter = lighter(&sizes);
    let weeks: Vec<YearWeek> = before
        .iter()
        .zip(is_lighter)
        .filter(|(week, _)| week.week.start >= first)
        .map(|(week, is_lighter)| year_week(week, is_lighter))
        .collect();
    let lighter_blocks = blocks(case, doctrine, first);
    let is_whole = case.first_run_day().is_some_and(|day| days_between(first, day) < 7);
    let mut year = Year {
        first,
        last,
        builds: builds(&weeks),
        weeks,
        is_whole,
        lighter_blocks,
        lacks: Vec::new(),
    };
    if is_whole {
        year.lacks = year.lacks(case, doctrine);
    }
    year
}

/// The days of a span, as far as they have gone.
fn days_of(case: &Case<'_>, span: Span) -> (Date, Date) {
    match span {
        Span::Last52Weeks => {
            let this = Week::of(case.on, case.first_day);
            let last = if this.end() <= case.on { this } else { this.plus(-1) };
            (last.plus(1 - WEEKS_A_YEAR as i64).start, last.end())
        }
        Span::Calendar(year) => {
            let day = |month, day| Date::new(year, month, day).unwrap_or(case.on);
            (day(1, 1), day(12, 31).min(case.on))
        }
    }
}

fn year_week(week: &WeekRun, is_lighter: bool) -> YearWeek {
    YearWeek { week: week.week, distance: week.distance, moving: week.moving, is_lighter }
}

fn blocks(case: &Case<'_>, doctrine: &Doctrine, first: Date) -> Vec<Date> {
    let weeks = full_weeks(case, Week::of(case.on, case.first_day), 52, every_run);
    let apart = 7.0 * number(doctrine, BLOCKS, "weeks_apart");
    let mut began =
        lighter_spans(case, &weeks, number(doctrine, BLOCKS, "most_share"), apart as i64);
    began.retain(|day| *day >= first);
    began
}

impl Year {
    /// How many of its weeks were lighter.
    pub fn lighter_weeks(&self) -> usize {
        self.weeks.iter().filter(|week| week.is_lighter).count()
    }

    fn lacks(&self, case: &Case<'_>, doctrine: &Doctrine) -> Vec<Lack> {
        let lacks = [
            self.lacks_blocks(doctrine),
            self.lacks_cutbacks(case, doctrine),
            self.lacks_builds(doctrine),
        ];
        lacks.into_iter().flatten().collect()
    }

    /// So many of a year's as have their time in the days that have gone.
    fn due(&self, a_year: f64) -> usize {
        let days = days_between(self.first, self.last) + 1;
        (a_year * days as f64 / 364.0 + 1e-9).floor().min(a_year) as usize
    }

    fn lacks_blocks(&self, doctrine: &Doctrine) -> Option<Lack> {
        let asked = self.due(number(doctrine, BLOCKS, "min_blocks"));
        let found = self.lighter_blocks.len();
        let apart = 7 * number(doctrine, BLOCKS, "weeks_apart") as i64;
        let next_from = self.lighter_blocks.last().map(|last| add_days(*last, apart));
        let when = next_from
            .filter(|day| *day > self.last)
            .map_or("after the next race or block".to_owned(), |day| {
                format!("after the next race or block, from {} on", date(day))
            });
        let text = format!(
            "The year held {} of a week or two with half of the usual running, and {asked} are \
             due by now: take one {when}.",
            count(found, "block")
        );
        too_few(doctrine, BLOCKS, (found, asked), next_from, text)
    }

    fn lacks_cutbacks(&self, case: &Case<'_>, doctrine: &Doctrine) -> Option<Lack> {
        let asked = self.due(number(doctrine, CUTBACKS, "min_in_a_year"));
        let found = self.lighter_weeks();
        let next_from = Week::of(case.on, case.first_day).plus(1).start;
        let text = format!(
            "The year held {}, and {asked} are due by now: take 20 to 30 % off one of the next \
             weeks, then of every fourth to sixth.",
            count(found, "lighter week")
        );
        too_few(doctrine, CUTBACKS, (found, asked), Some(next_from), text)
    }

    fn lacks_builds(&self, doctrine: &Doctrine) -> Option<Lack> {
        let asked = self.due(BUILDS as f64);
        let found = self.builds.len();
        let text = format!(
            "The year held {} in which weeks grew towards a peak: two or more, with a lighter \
             block between them, are what a year has room for.",
            count(found, "cycle")
        );
        too_few(doctrine, BLOCKS, (found, asked), None, text)
    }
}

/// What was found less often than a rule asks; `None` where it was often enough.
fn too_few(
    doctrine: &Doctrine,
    rule: &'static str,
    (found, asked): (usize, usize),
    next_from: Option<Date>,
    text: String,
) -> Option<Lack> {
    let rule = RuleId(rule);
    let doctrine_asks = doctrine.choice(rule).is_some();
    (found < asked).then_some(Lack { rule, doctrine_asks, found, asked, next_from, text })
}
