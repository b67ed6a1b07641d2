//! What is known of the runner, each number with its uncertainty and where it comes from.

use super::round::thousandth;
use serde::Serialize;
use training::{Ability, Basis, Bpm, Date, Level, Metres, MetresPerSecond, Profile, RunId};
use utoipa::ToSchema;

/// What is known of the runner on a day. `null` is *not known yet*.
#[derive(Debug, Clone, Serialize)]
pub struct Runner {
    /// The runner's name.
    pub name: Option<String>,
    /// Training level, as stated.
    pub level: Option<Level>,
    /// Critical speed: the second threshold.
    pub critical_speed_mps: Option<Estimate>,
    /// Metres that can be run above critical speed.
    pub d_prime_m: Option<Estimate>,
    /// Speed at the first threshold.
    pub lt1_speed_mps: Option<Estimate>,
    /// Heart rate at the first threshold.
    pub lt1_hr_bpm: Option<Estimate>,
    /// Heart rate at the second threshold.
    pub lt2_hr_bpm: Option<Estimate>,
    /// Highest heart rate.
    pub hr_max_bpm: Option<Estimate>,
    /// The usual pace of easy runs.
    pub easy_speed_mps: Option<Estimate>,
}

/// A number with its uncertainty and its evidence.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Estimate {
    /// The value.
    pub value: f64,
    /// One standard error.
    pub se: f64,
    /// The day of the newest run it rests on; where it rests on none, the day asked.
    pub as_of: Date,
    /// Stated, observed or derived.
    pub basis: Basis,
    /// The runs it rests on.
    pub from: Vec<RunId>,
}

impl Runner {
    /// What is known of the runner.
    pub fn new(profile: &Profile, ability: &Ability) -> Self {
        Self {
            name: profile.name.clone(),
            level: profile.level,
            critical_speed_mps: estimate(ability.critical_speed.as_ref()),
            d_prime_m: estimate(ability.d_prime.as_ref()),
            lt1_speed_mps: estimate(ability.lt1_speed.as_ref()),
            lt1_hr_bpm: estimate(ability.lt1_hr.as_ref()),
            lt2_hr_bpm: estimate(ability.lt2_hr.as_ref()),
            hr_max_bpm: estimate(ability.hr_max.as_ref()),
            easy_speed_mps: estimate(ability.easy_speed.as_ref()),
        }
    }
}

/// A number with its uncertainty, as it is shown.
pub(super) fn estimate<Q: Copy + Into<Bare>>(
    known: Option<&training::Estimate<Q>>,
) -> Option<Estimate> {
    known.map(|known| Estimate {
        value: thousandth(known.value.into().0),
        se: thousandth(known.se.into().0),
        as_of: known.as_of,
        basis: known.basis,
        from: known.from.clone(),
    })
}

/// A quantity whose unit is told by the name of its field.
pub(super) struct Bare(f64);

impl From<MetresPerSecond> for Bare {
    fn from(speed: MetresPerSecond) -> Self {
        Self(speed.0)
    }
}

impl From<Metres> for Bare {
    fn from(distance: Metres) -> Self {
        Self(distance.0)
    }
}

impl From<Bpm> for Bare {
    fn from(hr: Bpm) -> Self {
        Self(hr.0)
    }
}
