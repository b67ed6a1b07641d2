//! What the runner could do in the week of each run, in numbers. Worked out where it is not known yet:
//! a week's ability is known again by the runs around it and what the runner said.
//!
//! Ability is taken once a week, as of the week's last day: it moves slowly, and a decade then costs
//! five hundred estimates instead of four thousand.

use super::{
    catalogue::{Catalogue, Entry, in_order_of_date, near},
    remembered::written,
};
use logbook::ContentHash;
use purpose::Traced;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::OnceLock,
};
use training::{Ability, Capacity, Date, Profile, Week, Weekday};

/// What is remembered of every week, by its first day.
pub type KnownWeeks = BTreeMap<Date, KnownWeek>;

/// How the capacity of a week is known again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KnownWeek {
    /// A hash of the runs it was made from, and of the profile.
    made_from: String,
    /// A hash of the capacity itself: changes when it changes.
    fingerprint: String,
}

/// What the runner could do in every week with a run.
#[derive(Debug)]
pub struct Capacities<'a> {
    catalogue: &'a Catalogue,
    weeks: BTreeMap<Week, WeekCapacity>,
}

#[derive(Debug)]
struct WeekCapacity {
    known: KnownWeek,
    /// Worked out when it is asked for, where only its hash was remembered.
    capacity: OnceLock<Capacity>,
}

impl<'a> Capacities<'a> {
    /// Of every week with a run; those that are known as they stand are not worked out.
    pub fn of(catalogue: &'a Catalogue, known: &KnownWeeks) -> Self {
        let traces = catalogue.traces();
        let by_date = in_order_of_date(&traces);
        let profile = profile_hash(&catalogue.profile);
        let weeks: BTreeSet<Week> = traces.iter().map(|traced| week_of(traced.date)).collect();
        let week_capacity = |week: Week| {
            let near = near(&traces, &by_date, week.end());
            let made_from = made_from(&near, profile);
            let known = known.get(&week.start).filter(|known| known.made_from == made_from);
            let capacity = if let Some(known) = known {
                WeekCapacity { known: known.clone(), capacity: OnceLock::new() }
            } else {
                let ability = purpose::ability(&near, &catalogue.profile, week.end());
                WeekCapacity::new(&ability, made_from)
            };
            (week, capacity)
        };
        Self { catalogue, weeks: weeks.into_par_iter().map(week_capacity).collect() }
    }

    /// What the runner could do in the week of an entry.
    pub fn capacity(&self, entry: &Entry) -> &Capacity {
        let (week, of_week) = self.week(entry);
        of_week.capacity.get_or_init(|| self.catalogue.ability_on(week.end()).capacity())
    }

    /// A hash of it, by which inferences made from it are known.
    pub fn fingerprint(&self, entry: &Entry) -> &str {
        &self.week(entry).1.known.fingerprint
    }

    /// What to remember.
    pub fn known(&self) -> KnownWeeks {
        self.weeks.iter().map(|(week, capacity)| (week.start, capacity.known.clone())).collect()
    }

    fn week(&self, entry: &Entry) -> (&Week, &WeekCapacity) {
        let week = week_of(entry.date());
        self.weeks.get_key_value(&week).expect("every week with a run has its capacity")
    }
}

impl WeekCapacity {
    fn new(ability: &Ability, made_from: String) -> Self {
        let capacity = ability.capacity();
        let fingerprint = ContentHash::of(&written(&capacity)).to_string();
        Self { known: KnownWeek { made_from, fingerprint }, capacity: OnceLock::from(capacity) }
    }
}

/// The names of the runs say what is in them: they come from their bytes.
fn made_from(near: &[Traced<'_>], profile: ContentHash) -> String {
    let mut names = profile.to_string();
    for traced in near {
        names.push(' ');
        names.push_str(&traced.id.0);
    }
    ContentHash::of(names.as_bytes()).to_string()
}

fn profile_hash(profile: &Profile) -> ContentHash {
    ContentHash::of(&serde_json::to_vec(profile).expect("a profile is plain data"))
}

/// Weeks of ability always begin on Monday, so that a runner's choice of the first day of the week
/// changes no inference.
fn week_of(day: Date) -> Week {
    Week::of(day, Weekday::Monday)
}
