//! What the runner says of body and mind on a day. Every answer is optional: not said is not zero.

use crate::{calendar::Date, quantity::Seconds};
use serde::{Deserialize, Serialize};

/// One day's answers. `None` is *not said*.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CheckIn {
    /// The day it speaks of.
    pub date: Date,
    /// How sore the muscles are: 0 not at all, 10 as sore as can be.
    pub soreness: Option<OutOfTen>,
    /// Where it is sore, in the runner's words.
    pub sore_site: Option<String>,
    /// Pain, as opposed to soreness.
    pub pain: Option<Pain>,
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
    /// How the day's run left the runner.
    pub felt_after: Option<FeltAfter>,
    /// How speech went on the day's run.
    pub talk_test: Option<TalkTest>,
}

/// Pain as the runner describes it. everymile refers to a clinician; it never diagnoses.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Pain {
    /// 0 none, 10 the worst imaginable.
    pub level: OutOfTen,
    /// Where it hurts, in the runner's words.
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
#[serde(try_from = "u8", into = "u8")]
pub struct OutOfTen(u8);

/// An answer from 1 to 5.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct OutOfFive(u8);

/// How a run left the runner, from −2 (drained) to +2 (lifted).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
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
            fatigue: None,
            motivation: None,
            mood: None,
            stress: None,
            sleep: None,
            felt_after: None,
            talk_test: None,
        }
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
    fn an_answer_outside_its_scale_is_refused_with_the_scale() {
        let error = OutOfFive::try_from(0).unwrap_err();
        assert_eq!(error.to_string(), "0 is not on the scale from 1 to 5");
        assert!(OutOfTen::try_from(0).is_ok());
        assert!(OutOfTen::try_from(11).is_err());
        assert!(FeltAfter::try_from(-3).is_err());
    }
}
