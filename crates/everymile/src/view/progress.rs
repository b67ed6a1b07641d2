//! How running went over the whole history: weeks beside what would be gentle, the longest runs, what the
//! runner could do, what easy running costs, and load. Describes; how surely is told beside.

use super::round::{tenth, thousandth};
use crate::analysis::Judgement;
use rulebook::{
    Case,
    measures::{
        balance::{Balance, Day, balance},
        efficiency::{self, Change},
        growth::Growth,
        jump::{Jump, Size, greatest_jump, size},
        volume::four_weeks_after_four,
        weeks::{Yardstick, every_run, week_run},
    },
    rules::Gentle,
};
use serde::Serialize;
use std::iter;
use training::{Date, NamedRun, RunId, Thresholds, Uncertain, Week};
use utoipa::ToSchema;

/// How running went, over the whole history.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Progress {
    /// The name of this shape.
    pub schema: &'static str,
    /// The day it is seen from.
    pub on: Date,
    /// How much more than the fullest of the six weeks before is gentle, as a share.
    pub growth: f64,
    /// The last four weeks beside the four before; `null` with a shorter history.
    pub lately: Option<Lately>,
    /// Every week since the first run, oldest first.
    pub weeks: Vec<ProgressWeek>,
    /// Of each week the run that went farthest beyond the longest of the thirty days before it.
    pub jumps: Vec<JumpRun>,
    /// What the runner could do, month by month, oldest first.
    pub abilities: Vec<AbilityThen>,
    /// What easy running costs.
    pub efficiency: Efficiency,
    /// Load day by day; `null` where the history is short or too few runs tell how hard they were.
    pub load: Option<Load>,
}

/// Four weeks and the four before them.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
pub struct Lately {
    /// The distance of a week, in the mean.
    pub weekly_m: f64,
    /// The same of the four weeks before.
    pub before_m: f64,
}

/// A week beside the six before it. What is `null` cannot be told, or is told in the other measure.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ProgressWeek {
    /// Its first day.
    pub start: Date,
    /// How far it went; `null` where a run's distance is not known.
    pub distance_m: Option<f64>,
    /// How long was run.
    pub moving_s: f64,
    /// The middle one of the weeks before, by distance.
    pub usual_m: Option<f64>,
    /// The most that would be growing gently.
    pub most_m: Option<f64>,
    /// The middle one, by time: for beginners, and where distances are missing.
    pub usual_s: Option<f64>,
    /// The most that would be growing gently, by time.
    pub most_s: Option<f64>,
    /// Whether it held more than that.
    pub is_beyond: bool,
}

/// A run beside the longest of the thirty days before it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct JumpRun {
    /// The run.
    pub run: RunId,
    /// Its day.
    pub date: Date,
    /// How far it went.
    pub distance_m: f64,
    /// How far the longest of the thirty days before it went.
    pub longest_m: f64,
    /// How much farther it went, as a share; negative is shorter.
    pub jump: f64,
    /// `none` up to a tenth, `small` up to three tenths, `moderate` up to double, else `large`.
    pub size: &'static str,
}

/// What the runner could do by the last run of a month.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct AbilityThen {
    /// The day of that run.
    pub date: Date,
    /// Critical speed: the second threshold.
    pub critical_speed_mps: Option<WithError>,
    /// Speed at the first threshold.
    pub lt1_speed_mps: Option<WithError>,
    /// Heart rate at the first threshold.
    pub lt1_hr_bpm: Option<WithError>,
    /// Heart rate at the second threshold.
    pub lt2_hr_bpm: Option<WithError>,
    /// Highest heart rate.
    pub hr_max_bpm: Option<WithError>,
}

/// A number and its uncertainty.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
pub struct WithError {
    /// The value.
    pub value: f64,
    /// One standard error.
    pub se: f64,
}

/// How far one heartbeat carries in even, easy running.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Efficiency {
    /// The weeks that tell, oldest first.
    pub weeks: Vec<EfficiencyWeek>,
    /// The last eight weeks beside others; `null` with too few runs that tell.
    pub change: Option<EfficiencyChange>,
}

/// A week of it.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
pub struct EfficiencyWeek {
    /// Its first day.
    pub start: Date,
    /// Metres on the flat for each heartbeat, the middle of its runs.
    pub metres_a_beat: f64,
    /// How many runs tell it.
    pub runs: usize,
}

/// How it changed.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
pub struct EfficiencyChange {
    /// Metres a beat in the last eight weeks.
    pub now: f64,
    /// Metres a beat in the eight weeks they are compared with.
    pub before: f64,
    /// One standard error of the difference.
    pub se: f64,
    /// Whether these are the weeks of a year before; else those just before.
    pub is_a_year: bool,
    /// Whether the difference is more than chance easily makes.
    pub is_told: bool,
}

/// Load, day by day, in points: an easy minute is one, a moderate two, a hard three. It says how much
/// was trained, and nothing of risk.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Load {
    /// The day of the first number of each list.
    pub since: Date,
    /// The load of a day, smoothed over six weeks.
    pub fitness: Vec<f64>,
    /// The load of a day, smoothed over one week.
    pub fatigue: Vec<f64>,
    /// Fitness less fatigue, as the day began.
    pub form: Vec<f64>,
    /// How many runs it rests on.
    pub runs: usize,
    /// Of how many the load was guessed from their minutes.
    pub guessed: usize,
}

impl Progress {
    /// How running went up to the day a history is looked at from.
    pub fn new(judgement: &Judgement<'_>) -> Self {
        let case = judgement.case();
        let gentle = Gentle::by(&judgement.lens.doctrine);
        let weeks: Vec<Week> = weeks(judgement).collect();
        let jumps = weeks.iter().filter_map(|week| greatest_jump(&case, *week));
        Self {
            schema: "everymile.progress/1",
            on: case.on,
            growth: thousandth(gentle.most()),
            lately: four_weeks_after_four(&case).map(|(before, now)| Lately {
                weekly_m: tenth(now.0 / 4.0),
                before_m: tenth(before.0 / 4.0),
            }),
            jumps: jumps.map(JumpRun::from).collect(),
            abilities: abilities(judgement.runs()),
            efficiency: Efficiency::new(&case, &weeks),
            load: balance(&case).map(Load::from),
            weeks: weeks.iter().map(|week| ProgressWeek::new(&case, *week, gentle)).collect(),
        }
    }
}

/// Every week from the first run to the day.
fn weeks(judgement: &Judgement<'_>) -> impl Iterator<Item = Week> {
    let first = judgement.runs().first().map(|run| judgement.week_of(run.date()));
    let last = judgement.week_of(judgement.lens.on);
    iter::successors(first, |week| Some(week.plus(1))).take_while(move |week| *week <= last)
}

impl ProgressWeek {
    fn new(case: &Case<'_>, week: Week, gentle: Gentle<'_>) -> Self {
        let case = case.as_of(week.end());
        let run = week_run(&case, week, every_run);
        let growth = gentle.growth(&case, week);
        let by = |yardstick, of: fn(&Growth) -> f64| {
            growth.as_ref().filter(|growth| growth.by == yardstick).map(of).map(tenth)
        };
        Self {
            start: week.start,
            distance_m: run.distance.map(|metres| tenth(metres.0)),
            moving_s: tenth(run.moving.0),
            usual_m: by(Yardstick::Distance, |growth| growth.usual),
            most_m: by(Yardstick::Distance, |growth| growth.most),
            usual_s: by(Yardstick::Time, |growth| growth.usual),
            most_s: by(Yardstick::Time, |growth| growth.most),
            is_beyond: growth.is_some_and(|growth| growth.is_beyond()),
        }
    }
}

impl From<Jump<'_>> for JumpRun {
    fn from(jump: Jump<'_>) -> Self {
        Self {
            run: jump.run.id.clone(),
            date: jump.run.date(),
            distance_m: tenth(jump.distance.0),
            longest_m: tenth(jump.longest.0),
            jump: thousandth(jump.share),
            size: match size(jump.share) {
                Size::None => "none",
                Size::Small => "small",
                Size::Moderate => "moderate",
                Size::Large => "large",
            },
        }
    }
}

/// What was known by the last run of each month.
fn abilities(runs: &[NamedRun]) -> Vec<AbilityThen> {
    let month = |run: &NamedRun| run.date().first_of_month();
    let months = runs.chunk_by(|one, next| month(one) == month(next));
    months.filter_map(|runs| runs.last()).map(AbilityThen::of).collect()
}

impl AbilityThen {
    fn of(run: &NamedRun) -> Self {
        let Thresholds { critical_speed, lt1_speed, lt1_hr, lt2_hr, hr_max } = run.thresholds;
        Self {
            date: run.date(),
            critical_speed_mps: with_error(critical_speed, |speed| speed.0),
            lt1_speed_mps: with_error(lt1_speed, |speed| speed.0),
            lt1_hr_bpm: with_error(lt1_hr, |hr| hr.0),
            lt2_hr_bpm: with_error(lt2_hr, |hr| hr.0),
            hr_max_bpm: with_error(hr_max, |hr| hr.0),
        }
    }
}

fn with_error<Q>(known: Option<Uncertain<Q>>, bare: fn(Q) -> f64) -> Option<WithError> {
    let known = known?;
    Some(WithError { value: thousandth(bare(known.value)), se: thousandth(bare(known.se)) })
}

impl Efficiency {
    fn new(case: &Case<'_>, weeks: &[Week]) -> Self {
        let told = weeks.iter().filter_map(|week| {
            let (metres, runs) = efficiency::middle(case.runs_in(*week))?;
            Some(EfficiencyWeek { start: week.start, metres_a_beat: thousandth(metres), runs })
        });
        Self { weeks: told.collect(), change: efficiency::change(case).map(EfficiencyChange::from) }
    }
}

impl From<Change> for EfficiencyChange {
    fn from(change: Change) -> Self {
        Self {
            now: thousandth(change.now),
            before: thousandth(change.before),
            se: thousandth(change.se),
            is_a_year: change.is_a_year,
            is_told: change.is_told(),
        }
    }
}

impl From<Balance> for Load {
    fn from(balance: Balance) -> Self {
        let every = |of: fn(&Day) -> f64| balance.days.iter().map(|day| tenth(of(day))).collect();
        Self {
            since: balance.since,
            fitness: every(|day| day.fitness),
            fatigue: every(|day| day.fatigue),
            form: every(|day| day.form),
            runs: balance.runs,
            guessed: balance.guessed,
        }
    }
}
