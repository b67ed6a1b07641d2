//! The seven signs of junk miles, each opened to the rule that answers it, and how they stood week by week.

use super::{analysis::Sign, calendar::RunInBrief, finding::Finding};
use crate::analysis::Judgement;
use rayon::prelude::*;
use rulebook::{RuleId, Verdict};
use serde::Serialize;
use training::{
    Date,
    calendar::{Week, add_days},
};
use utoipa::ToSchema;

/// The name of this shape. It changes when a field changes its name or its meaning.
const SCHEMA: &str = "everymile.signs/1";

/// The seven signs on a day.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Signs {
    /// The name of this shape.
    pub schema: &'static str,
    /// The day judged.
    pub date: Date,
    /// The rulebook they are judged by.
    pub doctrine: String,
    /// The signs, in order.
    pub signs: Vec<OpenedSign>,
}

/// A sign and what its rule found.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct OpenedSign {
    /// The sign.
    #[serde(flatten)]
    pub sign: Sign,
    /// What its rule found; `None` where the doctrine does not ask it.
    pub finding: Option<Finding>,
    /// The runs of the last four weeks that its rule holds something against, oldest first.
    pub runs: Vec<RunInBrief>,
    /// How it stood at the end of each of the last weeks since the first run, oldest first; the last of
    /// them ends on the day.
    pub weeks: Vec<SignInWeek>,
}

/// A sign at the end of a week.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
pub struct SignInWeek {
    /// The first day of the week.
    pub week: Date,
    /// What its rule said then, by what is known of the runner now.
    pub verdict: Verdict,
}

/// How far back runs are named as evidence.
const DAYS: i64 = 28;

/// The signs are followed over so many weeks.
const WEEKS: i64 = 26;

impl Signs {
    /// The first day whose postings they ask for.
    pub fn first_day(on: Date) -> Date {
        add_days(on, 1 - DAYS)
    }

    /// The seven signs of a history on the day it is looked at from.
    pub fn new(judgement: &Judgement<'_>) -> Self {
        let findings = judgement.findings();
        let found = |rule| findings.iter().find(|finding| finding.rule == rule).cloned();
        let weeks = week_by_week(judgement);
        let signs = judgement.signs().into_iter().zip(weeks).map(|(sign, weeks)| OpenedSign {
            finding: found(sign.rule).map(Finding::from),
            runs: held_against(judgement, sign.rule),
            sign: Sign::from(sign),
            weeks,
        });
        Self {
            schema: SCHEMA,
            date: judgement.lens.on,
            doctrine: judgement.lens.doctrine.name.clone(),
            signs: signs.collect(),
        }
    }
}

/// The runs of late that a rule holds something against.
fn held_against(judgement: &Judgement<'_>, rule: RuleId) -> Vec<RunInBrief> {
    let on = judgement.lens.on;
    let first = Signs::first_day(on);
    let lately = judgement.postings_between(first, on);
    let held: Vec<_> =
        lately.iter().filter(|it| it.rules.contains(&rule)).map(|it| &it.run).collect();
    let runs = judgement.case().runs_between(first, on).iter();
    runs.filter(|run| held.contains(&&run.id)).map(|run| RunInBrief::new(run, lately)).collect()
}

/// How each of the seven stood at the end of the last weeks.
fn week_by_week(judgement: &Judgement<'_>) -> [Vec<SignInWeek>; 7] {
    let Some(first) = judgement.runs().first().map(|run| judgement.week_of(run.date())) else {
        return Default::default();
    };
    let (case, lens) = (judgement.case(), judgement.lens);
    let last = judgement.week_of(lens.on);
    let weeks: Vec<Week> = (1 - WEEKS..=0)
        .map(|back| last.plus(back))
        .filter(|week| week.start >= first.start)
        .collect();
    let stood: Vec<_> = weeks
        .par_iter()
        .map(|week| rulebook::signs(&case.as_of(week.end().min(lens.on)), &lens.doctrine))
        .collect();
    std::array::from_fn(|place| {
        let of_week = |(week, signs): (&Week, &[rulebook::Sign; 7])| SignInWeek {
            week: week.start,
            verdict: signs[place].verdict,
        };
        weeks.iter().zip(&stood).map(of_week).collect()
    })
}
