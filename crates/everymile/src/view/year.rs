//! A year of running at a glance.

use super::round::{tenth, thousandth};
use rulebook::RuleId;
use serde::Serialize;
use training::Date;

/// The name of this shape. It changes when a field changes its name or its meaning.
const SCHEMA: &str = "everymile.year/1";

/// A year of running.
#[derive(Debug, Clone, Serialize)]
pub struct Year {
    /// The name of this shape.
    pub schema: &'static str,
    /// The day it is seen from.
    pub date: Date,
    /// The rulebook it is judged by.
    pub doctrine: String,
    /// Its first day.
    pub first: Date,
    /// Its last day, or the last one so far.
    pub last: Date,
    /// Whether the log holds all of it, so that what is lacking can be told.
    pub is_whole: bool,
    /// Its whole weeks that the log holds, oldest first.
    pub weeks: Vec<WeekOfYear>,
    /// Where it built up.
    pub builds: Vec<BuildUp>,
    /// The first days of its lighter blocks.
    pub lighter_blocks: Vec<Date>,
    /// What is lacking.
    pub lacks: Vec<Lacking>,
}

/// A week of a year.
#[derive(Debug, Clone, Serialize)]
pub struct WeekOfYear {
    /// Its first day.
    pub start: Date,
    /// How far was run; `None` where a run's distance is not known.
    pub distance_m: Option<f64>,
    /// How long was run.
    pub moving_s: f64,
    /// Whether it was lighter than the weeks before it.
    pub lighter: bool,
}

/// A cycle that was built up.
#[derive(Debug, Clone, Serialize)]
pub struct BuildUp {
    /// The first day of its first week.
    pub from: Date,
    /// The first day of the week of its peak.
    pub peak: Date,
    /// The distance of its first week.
    pub from_m: Option<f64>,
    /// The distance of its peak.
    pub peak_m: Option<f64>,
    /// How much more running time the peak held, as a share.
    pub growth: f64,
}

/// Something a year lacks.
#[derive(Debug, Clone, Serialize)]
pub struct Lacking {
    /// By which rule.
    pub rule: RuleId,
    /// Whether the doctrine asks it; else it is a note.
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

impl Year {
    /// A year, seen from a day.
    pub fn new(year: planner::Year, date: Date, doctrine: &str) -> Self {
        let weeks = year.weeks.iter().map(|week| WeekOfYear {
            start: week.week.start,
            distance_m: week.distance.map(|far| tenth(far.0)),
            moving_s: tenth(week.moving.0),
            lighter: week.is_lighter,
        });
        let builds = year.builds.iter().map(|build| BuildUp {
            from: build.first.start,
            peak: build.peak.start,
            from_m: build.from.map(|far| tenth(far.0)),
            peak_m: build.to.map(|far| tenth(far.0)),
            growth: thousandth(build.growth),
        });
        let lacks = year.lacks.iter().map(|lack| Lacking {
            rule: lack.rule,
            doctrine_asks: lack.doctrine_asks,
            found: lack.found,
            asked: lack.asked,
            next_from: lack.next_from,
            text: lack.text.clone(),
        });
        Self {
            schema: SCHEMA,
            date,
            doctrine: doctrine.to_owned(),
            first: year.first,
            last: year.last,
            is_whole: year.is_whole,
            weeks: weeks.collect(),
            builds: builds.collect(),
            lacks: lacks.collect(),
            lighter_blocks: year.lighter_blocks,
        }
    }
}
