//! One week, and distance added up by purpose and by standing.

use super::{finding::Finding, round::tenth};
use crate::analysis::Judgement;
use rulebook::Posting;
use serde::Serialize;
use std::collections::BTreeMap;
use training::{Date, Metres, Purpose, Standing};
use utoipa::ToSchema;

/// One week.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Week {
    /// Its first day.
    pub start: Date,
    /// Its distances.
    #[serde(flatten)]
    pub sums: Sums,
    /// What the rules say about it.
    pub findings: Vec<Finding>,
}

/// Distance added up, by purpose and by standing. Only purposes that occur are named.
#[derive(Debug, Clone, Default, PartialEq, Serialize, ToSchema)]
pub struct Sums {
    /// How many runs.
    pub runs: usize,
    /// Distance.
    pub distance_m: f64,
    /// Distance by purpose.
    pub by_purpose_m: BTreeMap<Purpose, f64>,
    /// Distance by standing.
    pub by_standing_m: BTreeMap<Standing, f64>,
    /// The part of each purpose's distance that is junk; only where there is some.
    pub junk_by_purpose_m: BTreeMap<Purpose, f64>,
    /// Distance by both.
    #[serde(skip)]
    pub by_both: BTreeMap<(Purpose, Standing), Metres>,
}

impl Week {
    /// A judged week; `postings` are its own.
    pub fn new<'a>(
        judgement: &Judgement<'_>,
        week: training::Week,
        postings: impl IntoIterator<Item = &'a Posting>,
    ) -> Self {
        let findings = judgement.findings_on_week(week);
        Self {
            start: week.start,
            sums: Sums::of(postings),
            findings: findings.into_iter().map(Finding::from).collect(),
        }
    }
}

impl Sums {
    /// Adds postings up; those of one run stand together.
    pub fn of<'a>(postings: impl IntoIterator<Item = &'a Posting>) -> Self {
        let mut sums = Self::default();
        let mut last_run = None;
        for posting in postings {
            sums.runs += usize::from(last_run != Some(&posting.run));
            last_run = Some(&posting.run);
            let distance = posting.distance.unwrap_or_default();
            *sums.by_both.entry((posting.purpose, posting.standing)).or_default() += distance;
        }
        sums.add_up();
        sums
    }

    /// Several sums in one.
    pub fn merged<'a>(all: impl IntoIterator<Item = &'a Self>) -> Self {
        let mut merged = Self::default();
        for sums in all {
            merged.runs += sums.runs;
            for (key, distance) in &sums.by_both {
                *merged.by_both.entry(*key).or_default() += *distance;
            }
        }
        merged.add_up();
        merged
    }

    /// Distance posted to a purpose.
    pub fn purpose(&self, purpose: Purpose) -> Metres {
        self.sum(|(own, _)| *own == purpose)
    }

    /// Distance with a standing.
    pub fn standing(&self, standing: Standing) -> Metres {
        self.sum(|(_, own)| *own == standing)
    }

    /// All distance.
    pub fn total(&self) -> Metres {
        self.sum(|_| true)
    }

    fn sum(&self, which: impl Fn(&(Purpose, Standing)) -> bool) -> Metres {
        self.by_both.iter().filter(|(key, _)| which(key)).map(|(_, distance)| *distance).sum()
    }

    fn add_up(&mut self) {
        self.distance_m = tenth(self.total().0);
        let purposes = Purpose::ALL.map(|purpose| (purpose, tenth(self.purpose(purpose).0)));
        self.by_purpose_m = purposes.into_iter().filter(|(_, distance)| *distance > 0.0).collect();
        let junk = |purpose| self.by_both.get(&(purpose, Standing::Junk)).copied();
        let junk =
            Purpose::ALL.map(|purpose| (purpose, tenth(junk(purpose).unwrap_or_default().0)));
        self.junk_by_purpose_m = junk.into_iter().filter(|(_, distance)| *distance > 0.0).collect();
        let standings = Standing::ALL.map(|standing| (standing, tenth(self.standing(standing).0)));
        self.by_standing_m = standings.into_iter().collect();
    }
}
