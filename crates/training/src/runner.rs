//! Who runs: what the runner said (profile) and what the history shows (ability), each number with
//! its uncertainty and where it comes from. What the runner typed in wins.

use crate::{
    calendar::{Date, Weekday},
    quantity::{Bpm, Metres, MetresPerSecond, Seconds},
    run::RunId,
};
use serde::{Deserialize, Serialize};

/// A number about the runner, with its uncertainty and its evidence.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Estimate<Q> {
    /// The value.
    pub value: Q,
    /// One standard error.
    pub se: Q,
    /// The day of the newest run it rests on; where it rests on none, the day asked.
    pub as_of: Date,
    /// The runs it rests on; empty when the runner stated it.
    pub from: Vec<RunId>,
    /// How it was come by.
    pub basis: Basis,
}

/// How an estimate was come by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Basis {
    /// The runner typed it in.
    Stated,
    /// Seen in the runs themselves.
    Observed,
    /// Derived from another estimate by a published relation.
    Derived,
}

/// What the runner can do on a date, as the history shows it. `None` is *not known yet*.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Ability {
    /// Critical speed: the border between heavy and severe (second threshold).
    pub critical_speed: Option<Estimate<MetresPerSecond>>,
    /// Metres that can be run above critical speed before exhaustion.
    pub d_prime: Option<Estimate<Metres>>,
    /// Speed at the first threshold.
    pub lt1_speed: Option<Estimate<MetresPerSecond>>,
    /// Heart rate at the first threshold.
    pub lt1_hr: Option<Estimate<Bpm>>,
    /// Heart rate at the second threshold.
    pub lt2_hr: Option<Estimate<Bpm>>,
    /// Highest heart rate.
    pub hr_max: Option<Estimate<Bpm>>,
    /// The usual pace of easy runs, on the flat.
    pub easy_speed: Option<Estimate<MetresPerSecond>>,
    /// The usual duration of a run.
    pub usual_duration: Option<Seconds>,
}

/// A number with one standard error.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Uncertain<Q> {
    /// The value.
    pub value: Q,
    /// One standard error.
    pub se: Q,
}

/// The thresholds alone, as they go with each run to the rulebook. `None` is *not known yet*.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub struct Thresholds {
    /// Critical speed (second threshold).
    pub critical_speed: Option<Uncertain<MetresPerSecond>>,
    /// Speed at the first threshold.
    pub lt1_speed: Option<Uncertain<MetresPerSecond>>,
    /// Heart rate at the first threshold.
    pub lt1_hr: Option<Uncertain<Bpm>>,
    /// Heart rate at the second threshold.
    pub lt2_hr: Option<Uncertain<Bpm>>,
    /// Highest heart rate.
    pub hr_max: Option<Uncertain<Bpm>>,
}

/// The numbers of an ability alone, by which a run is measured: neither their dates nor the runs they
/// rest on. `None` is *not known yet*.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub struct Capacity {
    /// The thresholds.
    pub thresholds: Thresholds,
    /// Metres that can be run above critical speed before exhaustion.
    pub d_prime: Option<Metres>,
    /// The usual pace of easy runs, on the flat.
    pub easy_speed: Option<MetresPerSecond>,
    /// The usual duration of a run.
    pub usual_duration: Option<Seconds>,
}

impl Ability {
    /// The numbers, without their dates and evidence.
    pub fn capacity(&self) -> Capacity {
        Capacity {
            thresholds: self.thresholds(),
            d_prime: self.d_prime.as_ref().map(|estimate| estimate.value),
            easy_speed: self.easy_speed.as_ref().map(|estimate| estimate.value),
            usual_duration: self.usual_duration,
        }
    }

    /// The thresholds, without their dates and evidence.
    pub fn thresholds(&self) -> Thresholds {
        Thresholds {
            critical_speed: self.critical_speed.as_ref().map(Estimate::uncertain),
            lt1_speed: self.lt1_speed.as_ref().map(Estimate::uncertain),
            lt1_hr: self.lt1_hr.as_ref().map(Estimate::uncertain),
            lt2_hr: self.lt2_hr.as_ref().map(Estimate::uncertain),
            hr_max: self.hr_max.as_ref().map(Estimate::uncertain),
        }
    }
}

impl<Q: Copy> Estimate<Q> {
    /// The value and its standard error.
    pub fn uncertain(&self) -> Uncertain<Q> {
        Uncertain { value: self.value, se: self.se }
    }
}

/// What the runner said of themselves. `None` is *not said*.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Profile {
    /// The runner's name.
    pub name: Option<String>,
    /// Year of birth.
    pub birth_year: Option<i16>,
    /// Sex, as some formulas need it.
    pub sex: Option<Sex>,
    /// Highest heart rate.
    pub hr_max: Option<Bpm>,
    /// Resting heart rate.
    pub hr_rest: Option<Bpm>,
    /// Speed at the second threshold (critical speed).
    pub threshold_speed: Option<MetresPerSecond>,
    /// Heart rate at the second threshold.
    pub threshold_hr: Option<Bpm>,
    /// Training level.
    pub level: Option<Level>,
    /// What the running is for.
    pub goal: Option<Goal>,
}

/// Sex, as some formulas need it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Sex {
    /// Female.
    Female,
    /// Male.
    Male,
}

/// Training level.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// New to running, or back after a long break.
    Beginner,
    /// Runs regularly.
    Intermediate,
    /// Trains most days towards goals.
    Advanced,
    /// Competes at a high level.
    Elite,
}

/// What the running is for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "kind")]
pub enum Goal {
    /// A race over a distance, with its day where it is known.
    Race {
        /// The race distance.
        distance: Metres,
        /// The day of the race.
        on: Option<Date>,
    },
    /// Fitness, health, base: no race.
    Fitness,
    /// Running to stay active or clear the mind: no aim beyond it.
    Wellbeing,
}

/// The first day of the week, unless the runner chose another.
pub const DEFAULT_FIRST_DAY: Weekday = Weekday::Monday;
