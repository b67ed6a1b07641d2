//! What races would take: for each one time of the models that count, what every model says, and what all
//! of it rests on.

use super::{
    round::{tenth, thousandth},
    runner::{Estimate, estimate},
};
use crate::{race_words, units::Units};
use planner::{
    Form, Prediction,
    predict::{Forecast, MODELS, Said, predict},
};
use rulebook::Grade;
use serde::Serialize;
use training::{Date, Metres, RunId};
use utoipa::ToSchema;

/// The name of this shape. It changes when a field changes its name or its meaning.
const SCHEMA: &str = "everymile.predictions/1";

/// What races would take on a day.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Predictions {
    /// The name of this shape.
    pub schema: &'static str,
    /// The day.
    pub date: Date,
    /// What they rest on.
    pub inputs: Inputs,
    /// The races foretold.
    pub predictions: Vec<RaceForetold>,
    /// The models, those that know most of the runner first.
    pub models: Vec<Model>,
}

/// What race times are foretold from. `null` is *not known yet*.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Inputs {
    /// The best race of the last 180 days over each distance, shortest first.
    pub races: Vec<RaceRun>,
    /// Races that tell nothing.
    pub left_out: Vec<RaceLeftOut>,
    /// The distance run in a week.
    pub weekly_distance_m: Option<f64>,
    /// Critical speed.
    pub critical_speed_mps: Option<Estimate>,
    /// Metres that can be run above critical speed.
    pub d_prime_m: Option<Estimate>,
}

/// A race that was run.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct RaceRun {
    /// The run.
    pub run: RunId,
    /// Its day.
    pub date: Date,
    /// The distance of the race.
    pub distance_m: f64,
    /// Its time on the clock.
    pub time_s: f64,
}

/// A race that tells nothing.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct RaceLeftOut {
    /// The run.
    pub run: RunId,
    /// Its day.
    pub date: Date,
    /// Why.
    pub reason: String,
}

/// One race foretold.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct RaceForetold {
    /// Its name.
    pub race: String,
    /// How far it goes.
    pub distance_m: f64,
    /// Whether it is the one the runner prepares.
    pub is_goal: bool,
    /// The models that count; empty where nothing is known.
    pub counted: Vec<&'static str>,
    /// The time of all that count, and its range.
    #[serde(flatten)]
    pub range: Range,
    /// What else must be known to read it.
    pub note: Option<String>,
    /// Models that foretell something outside of the range.
    pub at_odds: Vec<&'static str>,
    /// What would make it known, or known better.
    pub advice: Option<String>,
    /// What every model says.
    pub by_model: Vec<ByModel>,
}

/// A time with one standard error either way; `None` where nothing is foretold.
#[derive(Debug, Clone, Copy, Default, Serialize, ToSchema)]
pub struct Range {
    /// The time.
    pub time_s: Option<f64>,
    /// The fast end.
    pub quickest_s: Option<f64>,
    /// The slow end.
    pub slowest_s: Option<f64>,
}

/// What one model says of a race.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ByModel {
    /// The model.
    pub model: &'static str,
    /// Whether it is one of those that count.
    pub counts: bool,
    /// Its time, and its range.
    #[serde(flatten)]
    pub range: Range,
    /// The races it starts from.
    pub from: Vec<RunId>,
    /// The number in which it sums the runner up.
    pub index: Option<Index>,
    /// What else must be known to read it.
    pub note: Option<String>,
    /// Why it foretells nothing.
    pub why_not: Option<String>,
}

/// A number in which a model sums a runner up.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
pub struct Index {
    /// What it is called.
    pub name: &'static str,
    /// Its value.
    pub value: f64,
}

/// A model.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Model {
    /// Its short name.
    pub id: &'static str,
    /// Its name.
    pub name: &'static str,
    /// Who, when and where.
    pub source: &'static str,
    /// Where it holds.
    pub holds: String,
    /// What its error rests on.
    pub error: &'static str,
    /// How surely that error is known.
    pub grade: Grade,
}

impl Predictions {
    /// What some races would take; the goal is marked.
    pub fn new(form: &Form, races: &[Metres], goal: Option<Metres>) -> Self {
        let foretold = races
            .iter()
            .map(|race| RaceForetold::new(&predict(form, *race), goal == Some(*race), form.units));
        let models = MODELS.iter().map(|model| Model {
            id: model.id,
            name: model.name,
            source: model.source,
            holds: model.valid.told(form.units),
            error: model.error,
            grade: model.grade,
        });
        Self {
            schema: SCHEMA,
            date: form.on,
            inputs: Inputs::new(form),
            predictions: foretold.collect(),
            models: models.collect(),
        }
    }
}

impl Inputs {
    fn new(form: &Form) -> Self {
        let races = form.races.iter().map(|race| RaceRun {
            run: race.run.clone(),
            date: race.date,
            distance_m: tenth(race.result.distance.0),
            time_s: tenth(race.result.time.0),
        });
        let left_out = form.left_out.iter().map(|race| RaceLeftOut {
            run: race.run.clone(),
            date: race.date,
            reason: race.reason.clone(),
        });
        Self {
            races: races.collect(),
            left_out: left_out.collect(),
            weekly_distance_m: form.weekly.map(|weekly| tenth(weekly.0)),
            critical_speed_mps: estimate(form.critical_speed.as_ref()),
            d_prime_m: estimate(form.d_prime.as_ref()),
        }
    }
}

impl RaceForetold {
    fn new(prediction: &Prediction, is_goal: bool, units: Units) -> Self {
        let expected = prediction.expected.as_ref();
        Self {
            race: race_words::name(prediction.distance, units),
            distance_m: tenth(prediction.distance.0),
            is_goal,
            counted: prediction.counted().map(|model| model.id).collect(),
            range: Range::of(expected),
            note: expected.and_then(|forecast| forecast.note.clone()),
            at_odds: prediction.at_odds().map(|(model, _)| model.id).collect(),
            advice: prediction.advice.clone(),
            by_model: prediction.said.iter().map(ByModel::from).collect(),
        }
    }
}

impl Range {
    fn of(forecast: Option<&Forecast>) -> Self {
        Self {
            time_s: forecast.map(|it| tenth(it.time.0)),
            quickest_s: forecast.map(|it| tenth(it.quickest().0)),
            slowest_s: forecast.map(|it| tenth(it.slowest().0)),
        }
    }
}

impl From<planner::predict::Index> for Index {
    fn from(index: planner::predict::Index) -> Self {
        Self { name: index.name, value: thousandth(index.value) }
    }
}

impl From<&Said> for ByModel {
    fn from(said: &Said) -> Self {
        let forecast = said.forecast.as_ref();
        let runs = |it: &Forecast| it.from.iter().map(|race| race.run.clone()).collect();
        Self {
            model: said.model.id,
            counts: said.counts,
            range: Range::of(forecast.ok()),
            from: forecast.map(runs).unwrap_or_default(),
            index: forecast.ok().and_then(|it| it.index).map(Index::from),
            note: forecast.ok().and_then(|it| it.note.clone()),
            why_not: forecast.err().cloned(),
        }
    }
}
