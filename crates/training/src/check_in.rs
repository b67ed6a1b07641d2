//! What the runner says of body and mind on a day. Every answer is optional: not said is not zero.

use crate::{
    calendar::Date,
    quantity::{Bpm, Milliseconds, Seconds},
};
use serde::{Deserialize, Serialize};

/// One day's answers. `None` is *not said*.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CheckIn {
    /// The day it speaks of.
    pub date: Date,
    /// How sore the muscles are: 0 not at all, 10 as sore as can be.
    pub soreness: Option<OutOfTen>,
    /// Where it is sore, as [`crate::BodySite`] writes it.
    pub sore_site: Option<String>,
    /// Pain, as opposed to soreness.
    pub pain: Option<Pain>,
    /// Whether the runner is ill: fever, cough, stomach.
    #[serde(default)]
    pub is_ill: Option<bool>,
    /// Whether the runner limps or runs differently to spare a place.
    #[serde(default)]
    pub is_limping: Option<bool>,
    /// 1 fresh, 5 exhausted.
    pub fatigue: Option<OutOfFive>,
    /// 1 dreading to run, 5 keen to run.
    pub motivation: Option<OutOfFive>,
    /// 1 low, 5 bright.
    pub mood: Option<OutOfFive>,
    /// 1 calm, 5 under great stress.
    pub stress: Option<OutOfFive>,
    /// How long the runner slept the night before.
    pub sleep: Option<Seconds>,
    /// 1 broken, 5 deep.
    #[serde(default)]
    pub sleep_quality: Option<OutOfFive>,
    /// How well the runner drank that day: 1 hardly, 5 well.
    #[serde(default)]
    pub drinking: Option<OutOfFive>,
    /// How well the runner ate that day: 1 poorly, 5 well.
    #[serde(default)]
    pub eating: Option<OutOfFive>,
    /// Heart rate at rest in the morning.
    #[serde(default)]
    pub resting_hr: Option<Bpm>,
    /// Heart-rate variability at night or in the morning, as RMSSD.
    #[serde(default)]
    pub hrv: Option<Milliseconds>,
    /// How hard the day's run felt: 0 nothing, 10 all there is.
    #[serde(default)]
    pub effort: Option<OutOfTen>,
    /// How the day's run left the runner.
    pub felt_after: Option<FeltAfter>,
    /// How speech went on the day's run.
    pub talk_test: Option<TalkTest>,
    /// Why the runner ran that day.
    #[serde(default)]
    pub motive: Option<Motive>,
}

/// Why somebody ran.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Motive {
    /// It was planned, or had a job.
    Plan,
    /// For joy, or to clear the mind.
    Joy,
    /// Out of a feeling that one should.
    Duty,
    /// To bring the week's distance up.
    Number,
}

/// Pain as the runner describes it. everymile refers to a clinician; it never diagnoses.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Pain {
    /// 0 none, 10 the worst imaginable.
    pub level: OutOfTen,
    /// Where it hurts, as [`crate::BodySite`] writes it.
    pub site: Option<String>,
    /// How long it has lasted.
    pub lasted: Option<Seconds>,
    /// Whether the place is swollen.
    pub is_swollen: Option<bool>,
    /// Whether it is sharp and in one place.
    pub is_sharp_and_local: Option<bool>,
}

/// How speech went while running.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum TalkTest {
    /// Whole sentences came easily: below the first threshold.
    Comfortable,
    /// Phrases only: near the first threshold.
    Unsure,
    /// Hardly a word: above the first threshold.
    CannotTalk,
}

/// An answer from 0 to 10.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(try_from = "u8", into = "u8")]
pub struct OutOfTen(u8);

/// An answer from 1 to 5.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(try_from = "u8", into = "u8")]
pub struct OutOfFive(u8);

/// How a run left the runner, from −2 (drained) to +2 (lifted).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(try_from = "i8", into = "i8")]
pub struct FeltAfter(i8);

/// An answer outside its scale.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{answer} is not on the scale from {lowest} to {highest}")]
pub struct OffTheScale {
    answer: i16,
    lowest: i16,
    highest: i16,
}

impl CheckIn {
    /// A day on which nothing was said yet.
    pub const fn on(date: Date) -> Self {
        Self {
            date,
            soreness: None,
            sore_site: None,
            pain: None,
            is_ill: None,
            is_limping: None,
            fatigue: None,
            motivation: None,
            mood: None,
            stress: None,
            sleep: None,
            sleep_quality: None,
            drinking: None,
            eating: None,
            resting_hr: None,
            hrv: None,
            effort: None,
            felt_after: None,
            talk_test: None,
            motive: None,
        }
    }

    /// Whether nothing was said.
    pub fn is_empty(&self) -> bool {
        *self == Self::on(self.date)
    }

    /// Takes over every answer that `later` gives; what it leaves out stays as it was. No soreness
    /// and no pain have no place: what was said of them before goes.
    pub fn add(&mut self, later: Self) {
        if later.soreness == Some(OutOfTen::NONE) {
            self.sore_site = None;
        }
        take(&mut self.soreness, later.soreness);
        take(&mut self.sore_site, later.sore_site);
        match (&mut self.pain, later.pain) {
            (Some(pain), Some(later)) if later.level > OutOfTen::NONE => pain.add(later),
            (pain, later) => take(pain, later),
        }
        take(&mut self.is_ill, later.is_ill);
        take(&mut self.is_limping, later.is_limping);
        take(&mut self.fatigue, later.fatigue);
        take(&mut self.motivation, later.motivation);
        take(&mut self.mood, later.mood);
        take(&mut self.stress, later.stress);
        take(&mut self.sleep, later.sleep);
        take(&mut self.sleep_quality, later.sleep_quality);
        take(&mut self.drinking, later.drinking);
        take(&mut self.eating, later.eating);
        take(&mut self.resting_hr, later.resting_hr);
        take(&mut self.hrv, later.hrv);
        take(&mut self.effort, later.effort);
        take(&mut self.felt_after, later.felt_after);
        take(&mut self.talk_test, later.talk_test);
        take(&mut self.motive, later.motive);
    }
}

impl Pain {
    /// Pain of which only its level was said.
    pub const fn of(level: OutOfTen) -> Self {
        Self { level, site: None, lasted: None, is_swollen: None, is_sharp_and_local: None }
    }

    fn add(&mut self, later: Self) {
        self.level = later.level;
        take(&mut self.site, later.site);
        take(&mut self.lasted, later.lasted);
        take(&mut self.is_swollen, later.is_swollen);
        take(&mut self.is_sharp_and_local, later.is_sharp_and_local);
    }
}

impl OutOfTen {
    /// Not at all.
    pub const NONE: Self = Self(0);
}

fn take<T>(answer: &mut Option<T>, later: Option<T>) {
    if later.is_some() {
        *answer = later;
    }
}

impl TryFrom<u8> for OutOfTen {
    type Error = OffTheScale;

    fn try_from(answer: u8) -> Result<Self, OffTheScale> {
        on_scale(answer.into(), 0, 10).map(|()| Self(answer))
    }
}

impl TryFrom<u8> for OutOfFive {
    type Error = OffTheScale;

    fn try_from(answer: u8) -> Result<Self, OffTheScale> {
        on_scale(answer.into(), 1, 5).map(|()| Self(answer))
    }
}

impl TryFrom<i8> for FeltAfter {
    type Error = OffTheScale;

    fn try_from(answer: i8) -> Result<Self, OffTheScale> {
        on_scale(answer.into(), -2, 2).map(|()| Self(answer))
    }
}

impl From<OutOfTen> for u8 {
    fn from(answer: OutOfTen) -> Self {
        answer.0
    }
}

impl From<OutOfFive> for u8 {
    fn from(answer: OutOfFive) -> Self {
        answer.0
    }
}

impl From<FeltAfter> for i8 {
    fn from(answer: FeltAfter) -> Self {
        answer.0
    }
}

fn on_scale(answer: i16, lowest: i16, highest: i16) -> Result<(), OffTheScale> {
    if (lowest..=highest).contains(&answer) {
        return Ok(());
    }
    Err(OffTheScale { answer, lowest, highest })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_later_is_added_and_takes_nothing_away() {
        let day = jiff::civil::date(2026, 3, 5);
        let mut said = CheckIn { soreness: 5.try_into().ok(), ..CheckIn::on(day) };
        said.add(CheckIn { fatigue: 2.try_into().ok(), ..CheckIn::on(day) });
        said.add(CheckIn { soreness: 3.try_into().ok(), ..CheckIn::on(day) });
        assert_eq!(said.soreness.map(u8::from), Some(3));
        assert_eq!(said.fatigue.map(u8::from), Some(2));
        assert_eq!(said.mood, None);
    }

    #[test]
    fn what_no_longer_hurts_has_no_place() {
        let day = jiff::civil::date(2026, 3, 5);
        let ten = |level: u8| OutOfTen::try_from(level).unwrap();
        let site = Some("left shin".to_owned());
        let mut said = CheckIn {
            soreness: Some(ten(6)),
            sore_site: site.clone(),
            pain: Some(Pain { site, is_swollen: Some(true), ..Pain::of(ten(4)) }),
            ..CheckIn::on(day)
        };
        said.add(CheckIn { pain: Some(Pain::of(ten(2))), ..CheckIn::on(day) });
        assert_eq!(said.pain.as_ref().and_then(|pain| pain.is_swollen), Some(true));

        let none = Some(OutOfTen::NONE);
        said.add(CheckIn { soreness: none, pain: none.map(Pain::of), ..CheckIn::on(day) });
        assert_eq!(said.sore_site, None);
        assert_eq!(said.pain, none.map(Pain::of));
    }

    #[test]
    fn an_answer_outside_its_scale_is_refused_with_the_scale() {
        let error = OutOfFive::try_from(0).unwrap_err();
        assert_eq!(error.to_string(), "0 is not on the scale from 1 to 5");
        assert!(OutOfTen::try_from(0).is_ok());
        assert!(OutOfTen::try_from(11).is_err());
        assert!(FeltAfter::try_from(-3).is_err());
    }
}
