//! The five pillars of what happens between the runs.

use super::round::thousandth;
use rulebook::{
    Case, Verdict,
    measures::pillars::{pillars, weakest},
};
use serde::Serialize;
use training::Date;

/// The five pillars on a day.
#[derive(Debug, Clone, Serialize)]
pub struct Pillars {
    /// The name of this shape.
    pub schema: &'static str,
    /// The day; the seven days up to it count.
    pub date: Date,
    /// The weakest of those that are known: it decides.
    pub weakest: Option<&'static str>,
    /// Each of them.
    pub pillars: Vec<Pillar>,
}

/// One pillar.
#[derive(Debug, Clone, Serialize)]
pub struct Pillar {
    /// Its name.
    pub name: &'static str,
    /// Whether it carries.
    pub verdict: Verdict,
    /// What the last seven days say; `null` where it is not known.
    pub value: Option<f64>,
    /// What the value counts.
    pub counts: &'static str,
    /// What carries: at least this, or at most this for stress.
    pub asked: f64,
    /// How much of it is reached: 1 carries.
    pub reached: Option<f64>,
    /// It in words, with its numbers.
    pub message: String,
    /// What to do, or what to supply; empty where it carries.
    pub advice: &'static str,
}

impl Pillars {
    /// The pillars as the check-ins tell them.
    pub fn new(case: &Case<'_>) -> Self {
        let five = pillars(case);
        Self {
            schema: "everymile.pillars/1",
            date: case.on,
            weakest: weakest(&five).map(|pillar| pillar.name),
            pillars: five.iter().map(Pillar::from).collect(),
        }
    }
}

impl From<&rulebook::measures::pillars::Pillar> for Pillar {
    fn from(pillar: &rulebook::measures::pillars::Pillar) -> Self {
        let verdict = pillar.verdict();
        let advice = match verdict {
            Verdict::Broken => pillar.remedy,
            Verdict::CannotTell => pillar.supply,
            Verdict::Kept | Verdict::NotApplicable => "",
        };
        Self {
            name: pillar.name,
            verdict,
            value: pillar.value.map(thousandth),
            counts: pillar.unit,
            asked: pillar.asked,
            reached: pillar.reached.map(thousandth),
            message: pillar.in_words(),
            advice,
        }
    }
}
