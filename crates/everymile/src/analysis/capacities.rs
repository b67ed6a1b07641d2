//! What the runner could do in the week of each run, in numbers. Worked out where it is not known yet:
//! a week's ability is known again by the runs around it and what the runner said.
//!
//! Ability is taken once a week, as of the week's last day: it moves slowly, and a decade then costs
//! five hundred estimates instead of four thousand.

use super::{
    catalogue::{Catalogue, Entry},
    remembered::written,
    told::Told,
};
use logbook::ContentHash;
use purpose::{Trace, days_that_tell};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use training::{Capacity, Date, Profile, Week, Weekday};

/// The runs that tell of so many weeks are listened to at a time.
const WEEKS_AT_A_TIME: usize = 26;

/// What is remembered of every week, by its first day.
pub type KnownWeeks = BTreeMap<Date, KnownWeek>;

/// How the capacity of a week is known again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct KnownWeek {
    /// A hash of the runs it was made from, and of the profile.
    made_from: ContentHash,
    /// A hash of the capacity itself: changes when it changes.
    fingerprint: ContentHash,
}

/// What the runner could do in every week with a run.
#[derive(Debug)]
pub struct Capacities<'a> {
    catalogue: &'a Catalogue,
    known: BTreeMap<Week, KnownWeek>,
    worked_out: BTreeMap<Week, Capacity>,
}

impl<'a> Capacities<'a> {
    /// Of every week with a run; those that are known as they stand are not worked out yet.
    pub fn of<Error>(
        catalogue: &'a Catalogue,
        before: &KnownWeeks,
        tell: impl FnMut(&Entry) -> Result<Trace, Error>,
    ) -> Result<Self, Error> {
        let profile = profile_hash(&catalogue.profile);
        let weeks: BTreeSet<Week> =
            catalogue.counted().map(|(_, entry)| week_of(entry.date())).collect();
        let made_from: Vec<(Week, ContentHash)> =
            weeks.into_par_iter().map(|week| (week, made_from(catalogue, week, profile))).collect();
        let mut this = Self { catalogue, known: BTreeMap::new(), worked_out: BTreeMap::new() };
        let mut unknown = BTreeMap::new();
        for (week, made_from) in made_from {
            match before.get(&week.start).filter(|known| known.made_from == made_from) {
                Some(known) => drop(this.known.insert(week, *known)),
                None => drop(unknown.insert(week, made_from)),
            }
        }
        let weeks: Vec<Week> = unknown.keys().copied().collect();
        this.work_out_weeks(&weeks, tell)?;
        for (week, made_from) in unknown {
            let fingerprint = ContentHash::of(&written(&this.worked_out[&week]));
            this.known.insert(week, KnownWeek { made_from, fingerprint });
        }
        Ok(this)
    }

    /// Works out the weeks of some runs where that was not done yet.
    pub fn work_out<'b, Error>(
        &mut self,
        entries: impl Iterator<Item = &'b Entry>,
        tell: impl FnMut(&Entry) -> Result<Trace, Error>,
    ) -> Result<(), Error> {
        let weeks = entries.map(|entry| week_of(entry.date()));
        let weeks = weeks.filter(|week| !self.worked_out.contains_key(week));
        let weeks: BTreeSet<Week> = weeks.collect();
        self.work_out_weeks(&Vec::from_iter(weeks), tell)
    }

    /// What the runner could do in the week of an entry; `None` where that was not worked out.
    pub fn capacity(&self, entry: &Entry) -> Option<&Capacity> {
        self.worked_out.get(&week_of(entry.date()))
    }

    /// A hash of it, by which inferences made from it are known.
    pub fn fingerprint(&self, entry: &Entry) -> ContentHash {
        self.known[&week_of(entry.date())].fingerprint
    }

    /// What to remember.
    pub fn known(&self) -> KnownWeeks {
        self.known.iter().map(|(week, known)| (week.start, *known)).collect()
    }

    fn work_out_weeks<Error>(
        &mut self,
        weeks: &[Week],
        mut tell: impl FnMut(&Entry) -> Result<Trace, Error>,
    ) -> Result<(), Error> {
        let mut told = Told::default();
        for weeks in weeks.chunks(WEEKS_AT_A_TIME) {
            let days = (weeks[0].end(), weeks[weeks.len() - 1].end());
            told.listen(self.catalogue, days, &mut tell)?;
            let capacity = |&week: &Week| {
                let Catalogue { profile, .. } = self.catalogue;
                (week, told.ability(self.catalogue, profile, week.end()).capacity())
            };
            let capacities: Vec<(Week, Capacity)> = weeks.par_iter().map(capacity).collect();
            self.worked_out.extend(capacities);
        }
        Ok(())
    }
}

/// A hash of all that a week's capacity is made from. The names of the runs say what is in them: they
/// come from their bytes.
fn made_from(catalogue: &Catalogue, week: Week, profile: ContentHash) -> ContentHash {
    let (first, last) = days_that_tell(week.end());
    let mut names = profile.to_string();
    for place in catalogue.between(first, last) {
        names.push(' ');
        names.push_str(&catalogue.entries[place].id.0);
    }
    ContentHash::of(names.as_bytes())
}

fn profile_hash(profile: &Profile) -> ContentHash {
    ContentHash::of(&serde_json::to_vec(profile).expect("a profile is plain data"))
}

/// Weeks of ability always begin on Monday, so that a runner's choice of the first day of the week
/// changes no inference.
fn week_of(day: Date) -> Week {
    Week::of(day, Weekday::Monday)
}
