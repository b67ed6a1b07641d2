//! What runs tell of the runner, by their places in the catalogue. Held only while it is asked for, so
//! that a hundred years of runs take no more memory than two.

use super::catalogue::{Catalogue, Entry};
use purpose::{Trace, Traced, days_that_tell};
use std::collections::{BTreeMap, btree_map};
use training::{Ability, Date, Profile};

/// What some of the runs tell.
#[derive(Debug, Default)]
pub struct Told(BTreeMap<usize, Trace>);

impl Told {
    /// What every run tells.
    pub fn by_all<Error>(
        catalogue: &Catalogue,
        mut tell: impl FnMut(&Entry) -> Result<Trace, Error>,
    ) -> Result<Self, Error> {
        let told = catalogue.counted().map(|(place, entry)| Ok((place, tell(entry)?)));
        told.collect::<Result<_, Error>>().map(Self)
    }

    /// Listens to the runs that can tell of the days from `first` to `last`, and to no others.
    pub fn listen<Error>(
        &mut self,
        catalogue: &Catalogue,
        (first, last): (Date, Date),
        mut tell: impl FnMut(&Entry) -> Result<Trace, Error>,
    ) -> Result<(), Error> {
        let places = catalogue.between(days_that_tell(first).0, days_that_tell(last).1);
        self.0.retain(|place, _| places.binary_search(place).is_ok());
        for place in places {
            if let btree_map::Entry::Vacant(vacant) = self.0.entry(place) {
                vacant.insert(tell(&catalogue.entries[place])?);
            }
        }
        Ok(())
    }

    /// What a runner who said this of themselves could do on a day that was listened for.
    pub fn ability(&self, catalogue: &Catalogue, profile: &Profile, day: Date) -> Ability {
        let (first, last) = days_that_tell(day);
        let traced = self.0.iter().map(|(&place, trace)| {
            let entry = &catalogue.entries[place];
            Traced { id: &entry.id, date: entry.date(), trace }
        });
        let traces: Vec<_> = traced.filter(|it| first <= it.date && it.date <= last).collect();
        purpose::ability(&traces, profile, day)
    }
}
