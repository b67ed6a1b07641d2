//! What the runner said of a day, for programs.

use super::round::thousandth;
use serde::Serialize;
use training::{CheckIn, Date, FeltAfter, Motive, OutOfFive, OutOfTen, TalkTest};
use utoipa::ToSchema;

const DAY_SECONDS: f64 = 86_400.0;

/// What was said of a day. `null` is *not said*.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct DaySaid {
    /// The day.
    pub date: Date,
    /// 0 to 10.
    pub soreness: Option<OutOfTen>,
    /// Where it is sore.
    pub sore_site: Option<String>,
    /// 0 to 10.
    pub pain: Option<OutOfTen>,
    /// Where it hurts.
    pub pain_site: Option<String>,
    /// For how many days it has hurt.
    pub pain_days: Option<f64>,
    /// Whether the place is swollen.
    pub is_swollen: Option<bool>,
    /// Whether the pain is sharp and in one place.
    pub is_sharp: Option<bool>,
    /// Whether the runner limps.
    pub is_limping: Option<bool>,
    /// Whether the runner is ill.
    pub is_ill: Option<bool>,
    /// 1 fresh to 5 exhausted.
    pub fatigue: Option<OutOfFive>,
    /// 1 dreading to run to 5 keen to run.
    pub motivation: Option<OutOfFive>,
    /// 1 low to 5 bright.
    pub mood: Option<OutOfFive>,
    /// 1 calm to 5 under great stress.
    pub stress: Option<OutOfFive>,
    /// Time asleep the night before.
    pub sleep_s: Option<f64>,
    /// 1 broken to 5 deep.
    pub sleep_quality: Option<OutOfFive>,
    /// 1 hardly to 5 well.
    pub drinking: Option<OutOfFive>,
    /// 1 poorly to 5 well.
    pub eating: Option<OutOfFive>,
    /// Heart rate at rest.
    pub resting_hr_bpm: Option<f64>,
    /// Heart-rate variability as RMSSD.
    pub hrv_ms: Option<f64>,
    /// 0 to 10.
    pub effort: Option<OutOfTen>,
    /// -2 drained to 2 lifted.
    pub felt_after: Option<FeltAfter>,
    /// How speech went.
    pub talk_test: Option<TalkTest>,
    /// Why the runner ran.
    pub motive: Option<Motive>,
}

impl From<&CheckIn> for DaySaid {
    fn from(said: &CheckIn) -> Self {
        let pain = said.pain.as_ref();
        Self {
            date: said.date,
            soreness: said.soreness,
            sore_site: said.sore_site.clone(),
            pain: pain.map(|pain| pain.level),
            pain_site: pain.and_then(|pain| pain.site.clone()),
            pain_days: pain.and_then(|pain| Some(thousandth(pain.lasted?.0 / DAY_SECONDS))),
            is_swollen: pain.and_then(|pain| pain.is_swollen),
            is_sharp: pain.and_then(|pain| pain.is_sharp_and_local),
            is_limping: said.is_limping,
            is_ill: said.is_ill,
            fatigue: said.fatigue,
            motivation: said.motivation,
            mood: said.mood,
            stress: said.stress,
            sleep_s: said.sleep.map(|sleep| thousandth(sleep.0)),
            sleep_quality: said.sleep_quality,
            drinking: said.drinking,
            eating: said.eating,
            resting_hr_bpm: said.resting_hr.map(|hr| thousandth(hr.0)),
            hrv_ms: said.hrv.map(|hrv| thousandth(hrv.0)),
            effort: said.effort,
            felt_after: said.felt_after,
            talk_test: said.talk_test,
            motive: said.motive,
        }
    }
}
