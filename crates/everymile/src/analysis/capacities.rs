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
    /// In order.
    weeks: Vec<WeekOfRuns>,
}

/// A week with a run.
#[derive(Debug)]
struct WeekOfRuns {
    week: Week,
    /// A hash of what its capacity is made from.
    made_from: ContentHash,
    /// A hash of the capacity itself, where it is known.
    fingerprint: Option<ContentHash>,
    /// Where it was worked out.
    capacity: Option<Capacity>,
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
            catalogue.counted().map(|(_, entry)| week_of(entry.date)).collect();
        let of_week = |week: Week| {
            let made_from = made_from(catalogue, week, profile);
            let known = before.get(&week.start).filter(|known| known.made_from == made_from);
            let fingerprint = known.map(|known| known.fingerprint);
            WeekOfRuns { week, made_from, fingerprint, capacity: None }
        };
        let weeks = Vec::from_iter(weeks).into_par_iter().map(of_week).collect();
        let mut this = Self { catalogue, weeks };
        this.work_out_where(|week| week.fingerprint.is_none(), tell)?;
        Ok(this)
    }

    /// Works out the weeks of some runs where that was not done yet.
    pub fn work_out<'b, Error>(
        &mut self,
        entries: impl Iterator<Item = &'b Entry>,
        tell: impl FnMut(&Entry) -> Result<Trace, Error>,
    ) -> Result<(), Error> {
        let weeks: BTreeSet<Week> = entries.map(|entry| week_of(entry.date)).collect();
        self.work_out_where(|it| it.capacity.is_none() && weeks.contains(&it.week), tell)
    }

    /// What the runner could do in the week of an entry; `None` where that was not worked out.
    pub fn capacity(&self, entry: &Entry) -> Option<&Capacity> {
        self.week(entry)?.capacity.as_ref()
    }

    /// A hash of it, by which inferences made from it are known.
    pub fn fingerprint(&self, entry: &Entry) -> Option<ContentHash> {
        self.week(entry)?.fingerprint
    }

    /// What to remember.
    pub fn known(&self) -> KnownWeeks {
        let known = |it: &WeekOfRuns| {
            let (made_from, fingerprint) = (it.made_from, it.fingerprint?);
            Some((it.week.start, KnownWeek { made_from, fingerprint }))
        };
        self.weeks.iter().filter_map(known).collect()
    }

    fn week(&self, entry: &Entry) -> Option<&WeekOfRuns> {
        let week = week_of(entry.date);
        let place = self.weeks.binary_search_by_key(&week, |it| it.week).ok()?;
        Some(&self.weeks[place])
    }

    fn work_out_where<Error>(
        &mut self,
        is_asked_for: impl Fn(&WeekOfRuns) -> bool,
        mut tell: impl FnMut(&Entry) -> Result<Trace, Error>,
    ) -> Result<(), Error> {
        let catalogue = self.catalogue;
        let mut told = Told::default();
        let mut asked_for: Vec<_> =
            self.weeks.iter_mut().filter(|week| is_asked_for(week)).collect();
        for weeks in asked_for.chunks_mut(WEEKS_AT_A_TIME) {
            let days = (weeks[0].week.end(), weeks[weeks.len() - 1].week.end());
            told.listen(catalogue, days, &mut tell)?;
            weeks.par_iter_mut().for_each(|it| {
                let ability = told.ability(catalogue, &catalogue.profile, it.week.end());
                it.take(ability.capacity());
            });
        }
        Ok(())
    }
}

impl WeekOfRuns {
    fn take(&mut self, capacity: Capacity) {
        self.fingerprint = Some(ContentHash::of(&written(&capacity)));
        self.capacity = Some(capacity);
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
