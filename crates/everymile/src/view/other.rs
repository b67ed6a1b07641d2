//! One activity that is no run: what it was, how long, and what it took.

use super::{round::tenth, run::local};
use crate::analysis::Judgement;
use jiff::Timestamp;
use rulebook::measures::load::load_of_other;
use serde::Serialize;
use training::{CrossTraining, Date, Sport};

/// One activity that is no run.
#[derive(Debug, Clone, Serialize)]
pub struct Other {
    /// Its first instant.
    pub start: Timestamp,
    /// The wall clock then, with the offset from UTC where it is known.
    pub local_start: String,
    /// What it was.
    pub sport: Sport,
    /// What the file calls it.
    pub called: String,
    /// Time with the timer running, else time on the clock.
    pub moving_s: Option<f64>,
    /// Distance.
    pub distance_m: Option<f64>,
    /// Mean heart rate.
    pub hr_bpm: Option<f64>,
    /// Minutes, weighed by how hard the heart found them.
    pub load: Option<f64>,
}

impl Other {
    /// The activities between two days, both included, oldest first.
    pub fn between(judgement: &Judgement<'_>, first: Date, last: Date) -> Vec<Self> {
        let others = judgement.history.cross_training().iter();
        let days = first..=last;
        let shown = others.filter(|other| days.contains(&other.start.date()));
        shown.map(|other| Self::new(judgement, other)).collect()
    }

    fn new(judgement: &Judgement<'_>, other: &CrossTraining) -> Self {
        let claimed = &other.claimed;
        let time = claimed.moving.or(claimed.elapsed);
        Self {
            start: other.start.utc,
            local_start: local(other.start),
            sport: other.sport,
            called: other.called.clone(),
            moving_s: time.map(|time| tenth(time.0)),
            distance_m: claimed.distance.map(|metres| tenth(metres.0)),
            hr_bpm: claimed.hr_mean.map(|hr| tenth(hr.0)),
            load: load_of_other(other, &judgement.ability).map(tenth),
        }
    }
}
