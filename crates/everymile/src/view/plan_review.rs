//! A plan beside what was run, and what to do next.

use super::{
    plan::PlannedSession,
    round::{tenth, thousandth},
};
use logbook::PlanEntry;
use planner::{
    Review,
    review::{Besides, Beyond, Deed, Outcome},
};
use rulebook::{
    Finding, Verdict,
    measures::{plan::Adherence, weeks::Yardstick},
    words::how_many,
};
use serde::Serialize;
use training::{Date, MetresPerSecond, Phase, Purpose, RunId, Week, calendar::add_days};
use utoipa::ToSchema;

/// The name of this shape. It changes when a field changes its name or its meaning.
const SCHEMA: &str = "everymile.plan-review/1";

/// So many days back, overcooked sessions are worth a word.
const LATELY: i64 = 14;

/// A plan beside what was run.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct PlanReviewed {
    /// The name of this shape.
    pub schema: &'static str,
    /// The day it is looked at from.
    pub date: Date,
    /// The number of the plan.
    pub number: i64,
    /// The first day of the plan.
    pub begins: Date,
    /// How many weeks the plan has.
    pub of_weeks: usize,
    /// Planned and run, all together.
    #[serde(flatten)]
    pub amounts: Amounts,
    /// Sessions whose job was done on their day.
    pub done: usize,
    /// Sessions done on another day of their week.
    pub moved: usize,
    /// Sessions run more than 15 % shorter than asked.
    pub shorter: usize,
    /// Sessions not done.
    pub missed: usize,
    /// Those of them on whose day a run had another job.
    pub other: usize,
    /// Hard sessions, long runs and races whose day has come, without those left out for good reason.
    pub key_due: usize,
    /// Those of them that were done, on whichever day.
    pub key_done: usize,
    /// Sessions left out for pain, illness, soreness or exhaustion.
    pub spared: usize,
    /// Sessions done longer, faster or harder than asked; they count as done or moved too.
    pub overcooked: usize,
    /// Runs that nobody planned.
    pub unplanned: usize,
    /// Strength and cross-training planned so far; `null` where none was, or none is in the log.
    pub besides_planned: Option<usize>,
    /// How much of it the log holds.
    pub besides_done: Option<usize>,
    /// The weeks that have begun, oldest first.
    pub weeks: Vec<ReviewedWeek>,
    /// The next session.
    pub next: Option<PlannedSession>,
    /// What to do, in sentences.
    pub advice: Vec<String>,
}

/// One week.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ReviewedWeek {
    /// Its number, from one.
    pub week: usize,
    /// Its first day.
    pub start: Date,
    /// What it is for.
    pub phase: Option<Phase>,
    /// Whether it is meant to be lighter.
    pub lighter: bool,
    /// Planned and run, as far as it has gone.
    #[serde(flatten)]
    pub amounts: Amounts,
    /// What became of each session, and the runs that nobody planned, by day.
    pub deeds: Vec<SessionReviewed>,
}

/// How much was planned and run: distances where every session was planned so, else times.
#[derive(Debug, Clone, Copy, Default, Serialize, ToSchema)]
pub struct Amounts {
    /// What was run as a share of what was planned.
    pub share: Option<f64>,
    /// The distance planned so far.
    pub planned_m: Option<f64>,
    /// The distance run.
    pub run_m: Option<f64>,
    /// The time planned so far.
    pub planned_s: Option<f64>,
    /// The time run.
    pub run_s: Option<f64>,
}

/// What became of a session; or a run that nobody planned.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct SessionReviewed {
    /// The day of the run; of the session where nothing was run.
    pub date: Date,
    /// What became of it.
    pub outcome: Outcome,
    /// What was planned.
    pub session: Option<PlannedSession>,
    /// The runs, by their names.
    pub runs: Vec<RunId>,
    /// What they were for.
    pub purposes: Vec<Purpose>,
    /// How far they went.
    pub distance_m: Option<f64>,
    /// How long they took.
    pub moving_s: Option<f64>,
    /// How they went beyond what was asked.
    pub beyond: Vec<BeyondAsked>,
    /// By which share it was shorter than asked.
    pub short_by: Option<f64>,
}

/// How a run went beyond what was asked.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct BeyondAsked {
    /// `longer`, `faster` or `harder`.
    pub kind: &'static str,
    /// By which share; `None` for harder.
    pub by: Option<f64>,
}

impl PlanReviewed {
    /// A review of an accepted plan. `last_week` is what the rule on following a plan says of the
    /// last week that is over.
    pub fn new(
        review: &Review<'_>,
        entry: &PlanEntry,
        date: Date,
        easy: MetresPerSecond,
        last_week: Option<&Finding>,
        besides: Option<Besides>,
    ) -> Self {
        let plan = &entry.agreed.plan;
        let weeks: Vec<ReviewedWeek> = review
            .weeks
            .iter()
            .map(|week| ReviewedWeek {
                week: week.number,
                start: week.week.start,
                phase: plan.weeks[week.number - 1].phase,
                lighter: plan.weeks[week.number - 1].is_lighter,
                amounts: Amounts::of(week.adherence.as_ref()),
                deeds: week.deeds.iter().map(|deed| SessionReviewed::of(deed, easy)).collect(),
            })
            .collect();
        let deeds = || review.weeks.iter().flat_map(|week| &week.deeds);
        let count = |outcome| deeds().filter(|deed| deed.outcome == outcome).count();
        let keys = || deeds().filter(|deed| deed.is_key());
        let is_done = |deed: &&Deed<'_>| matches!(deed.outcome, Outcome::Done | Outcome::Moved);
        let is_due = |deed: &&Deed<'_>| !matches!(deed.outcome, Outcome::ToCome | Outcome::Spared);
        let is_over = plan.ends() <= date;
        Self {
            schema: SCHEMA,
            date,
            number: entry.number,
            begins: plan.begins,
            of_weeks: plan.weeks.len(),
            amounts: Amounts::of(review.adherence.as_ref()),
            done: count(Outcome::Done),
            moved: count(Outcome::Moved),
            shorter: count(Outcome::Shorter),
            missed: deeds().filter(|deed| deed.is_missed()).count(),
            other: count(Outcome::Other),
            key_due: keys().filter(is_due).count(),
            key_done: keys().filter(is_done).count(),
            spared: count(Outcome::Spared),
            overcooked: deeds().filter(|deed| deed.is_overcooked()).count(),
            unplanned: count(Outcome::Unplanned),
            besides_planned: besides.map(|it| it.planned),
            besides_done: besides.map(|it| it.done),
            weeks,
            next: review.next.as_ref().map(|planned| PlannedSession::of(planned, easy)),
            advice: advice(review, date, is_over, last_week),
        }
    }
}

/// What to do, from what the rule on following a plan says and from what the last days show.
fn advice(
    review: &Review<'_>,
    date: Date,
    is_over: bool,
    last_week: Option<&Finding>,
) -> Vec<String> {
    if is_over {
        return vec!["This plan is over. everymile plan new makes the next one.".to_owned()];
    }
    let this_week = review.weeks.last().filter(|week| week.week.holds(date));
    let has_missed = this_week.is_some_and(|week| week.deeds.iter().any(Deed::is_missed));
    let broken = last_week.filter(|finding| finding.verdict == Verdict::Broken);

    let mut advice: Vec<String> =
        broken.map(|finding| finding.advice.clone()).into_iter().collect();
    advice.extend(of_late(review, date));
    if has_missed && advice.is_empty() {
        advice
            .push("Leave what was missed where it is, and go on with the next session.".to_owned());
    }
    if advice.is_empty() && !review.weeks.is_empty() {
        advice.push("Go on as planned.".to_owned());
    }
    advice
}

/// What became of sessions often enough in the last two weeks to be worth a word.
fn of_late(review: &Review<'_>, date: Date) -> impl Iterator<Item = String> {
    let deeds = review.weeks.iter().flat_map(|week| &week.deeds);
    let late: Vec<&Deed<'_>> = deeds.filter(|deed| add_days(date, -LATELY) < deed.day()).collect();
    let overcooked = late.iter().filter(|deed| deed.is_overcooked()).count();
    let keys_missed = late.iter().filter(|deed| deed.is_key() && deed.is_missed()).count();
    let cut_short = late.iter().filter(|deed| deed.outcome == Outcome::Shorter).count();
    [
        (
            overcooked,
            2,
            "sessions of the last two weeks went beyond what was asked. Hold back: the plan grows \
             by itself, and its easy days are what makes the hard ones possible.",
        ),
        (
            keys_missed,
            2,
            "hard or long runs of the last two weeks were not done. Where a week has no room for \
             all, keep those and let an easy run go. One that was done after all counts once you \
             say so: everymile correct RUN --purpose PURPOSE.",
        ),
        (
            cut_short,
            3,
            "sessions of the last two weeks were cut short. If your days have no more room, a new \
             plan keeps within it: everymile plan new --max-minutes.",
        ),
    ]
    .into_iter()
    .filter(|(number, least, _)| number >= least)
    .map(|(number, _, what)| format!("{} {what}", crate::text::capital(&how_many(number))))
}

impl Amounts {
    fn of(adherence: Option<&Adherence>) -> Self {
        let Some(adherence) = adherence else { return Self::default() };
        let share = adherence.share().map(thousandth);
        let (planned, run) = (adherence.planned.map(tenth), adherence.run.map(tenth));
        match adherence.by {
            Yardstick::Distance => {
                Self { share, planned_m: planned, run_m: run, ..Self::default() }
            }
            Yardstick::Time => Self { share, planned_s: planned, run_s: run, ..Self::default() },
        }
    }
}

impl SessionReviewed {
    fn of(deed: &Deed<'_>, easy: MetresPerSecond) -> Self {
        let has_run = !deed.runs.is_empty();
        let distance: Option<f64> =
            deed.runs.iter().map(|run| run.distance.map(|metres| metres.0)).sum();
        let moving: Option<f64> = deed.runs.iter().map(|run| Some(run.time()?.0)).sum();
        Self {
            date: deed.day(),
            outcome: deed.outcome,
            session: deed.planned.as_ref().map(|planned| PlannedSession::of(planned, easy)),
            runs: deed.runs.iter().map(|run| run.id.clone()).collect(),
            purposes: deed.runs.iter().map(|run| run.purpose()).collect(),
            distance_m: distance.filter(|_| has_run).map(tenth),
            moving_s: moving.filter(|_| has_run).map(tenth),
            short_by: deed.short_by.map(thousandth),
            beyond: deed.beyond.iter().map(BeyondAsked::from).collect(),
        }
    }
}

impl From<&Beyond> for BeyondAsked {
    fn from(beyond: &Beyond) -> Self {
        let (kind, by) = match beyond {
            Beyond::Longer(by) => ("longer", Some(*by)),
            Beyond::Faster(by) => ("faster", Some(*by)),
            Beyond::Harder => ("harder", None),
        };
        Self { kind, by: by.map(thousandth) }
    }
}

/// The last week of a plan that is over on a day; `None` while the first is not.
pub fn last_week_over(review: &Review<'_>, date: Date) -> Option<Week> {
    review.weeks.iter().rev().map(|week| week.week).find(|week| week.end() <= date)
}
