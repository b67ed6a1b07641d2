//! The doctrines: which there are, which judges, and what each stands for.

use super::rulebook::Choosing;
use rulebook::{
    DEFAULT_DOCTRINE, Doctrine, Grade, Parting, Parts, RuleId, Value as SetTo, doctrine,
};
use serde::Serialize;
use utoipa::ToSchema;

/// The doctrines.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Doctrines {
    /// The name of this shape.
    pub schema: &'static str,
    /// The one that the runner chose.
    pub chosen: String,
    /// The one that everything is judged by, here and now.
    pub judges: String,
    /// Each of them: the shipped ones, then the runner's own.
    pub doctrines: Vec<DoctrineTold>,
}

/// One doctrine.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct DoctrineTold {
    /// Its name.
    pub name: String,
    /// What it stands for.
    pub about: String,
    /// The one it builds on.
    pub inherits: Option<String>,
    /// How many rules it asks.
    pub asks: usize,
    /// Where it parts from the default.
    pub parts: Vec<PartingTold>,
    /// Whether the runner wrote it.
    pub is_own: bool,
}

/// Where a doctrine parts from the default on one rule.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct PartingTold {
    /// The rule.
    pub rule: RuleId,
    /// How: `adds`, `leaves-out` or `sets`.
    pub how: &'static str,
    /// The numbers it sets.
    pub sets: Vec<NumberParted>,
}

/// A number that a doctrine sets otherwise than the default.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct NumberParted {
    /// Its name in a doctrine.
    pub name: &'static str,
    /// What it means, with its unit.
    pub means: &'static str,
    /// How strongly.
    pub grade: Grade,
    /// What the default sets.
    pub usual: SetTo,
    /// What this one sets.
    pub value: SetTo,
}

impl Doctrines {
    /// The doctrines that can be chosen; `judges` is the one that everything is judged by.
    pub fn new(choosing: Choosing<'_>, judges: &str) -> Self {
        let told = |doctrine: &Doctrine| {
            DoctrineTold::new(doctrine, choosing.own == Some(doctrine.name.as_str()))
        };
        Self {
            schema: "everymile.doctrines/1",
            chosen: choosing.chosen.to_owned(),
            judges: judges.to_owned(),
            doctrines: choosing.doctrines.iter().map(told).collect(),
        }
    }
}

impl DoctrineTold {
    fn new(told: &Doctrine, is_own: bool) -> Self {
        let usual = doctrine(DEFAULT_DOCTRINE).expect("the default is shipped");
        Self {
            name: told.name.clone(),
            about: told.about.clone(),
            inherits: told.inherits.clone(),
            asks: told.choices.len(),
            parts: told.parts_from(&usual).into_iter().map(PartingTold::from).collect(),
            is_own,
        }
    }
}

impl From<Parting> for PartingTold {
    fn from(Parting { rule, how }: Parting) -> Self {
        let (how, sets) = match how {
            Parts::Adds => ("adds", Vec::new()),
            Parts::LeavesOut => ("leaves-out", Vec::new()),
            Parts::Sets(numbers) => ("sets", numbers),
        };
        let sets = sets.into_iter().map(|(parameter, usual, value)| NumberParted {
            name: parameter.name,
            means: parameter.means,
            grade: parameter.grade,
            usual,
            value,
        });
        Self { rule: rule.id, how, sets: sets.collect() }
    }
}
