//! What runs tell of the runner, by their places in the catalogue. Held only while it is asked for, so
//! that a hundred years of runs take no more memory than two.

use super::catalogue::{Catalogue, Entry};
use purpose::{Trace, Traced, days_that_tell};
use std::collections::{BTreeMap, btree_map};
use training::{Ability, Date, Profile};

/// What some of the runs tell.
#[derive(Debug, Default)]
pub struct Told {
    traces: BTreeMap<usize, Trace>,
    /// The days of which they can tell; `None` of none.
    days: Option<(Date, Date)>,
}

impl Told {
    /// What every run tells.
    pub fn by_all<Error>(
        catalogue: &Catalogue,
        mut tell: impl FnMut(&Entry) -> Result<Trace, Error>,
    ) -> Result<Self, Error> {
        let told = catalogue.counted().map(|(place, entry)| Ok((place, tell(entry)?)));
        let traces = told.collect::<Result<_, Error>>()?;
        Ok(Self { traces, days: Some((Date::MIN, Date::MAX)) })
    }

    /// Whether the runs that can tell of a day were listened to.
    pub fn tells_of(&self, day: Date) -> bool {
        self.days.is_some_and(|(first, last)| first <= day && day <= last)
    }

    /// Listens to the runs that can tell of the days from `first` to `last`, and to no others.
    pub fn listen<Error>(
        &mut self,
        catalogue: &Catalogue,
        (first, last): (Date, Date),
        mut tell: impl FnMut(&Entry) -> Result<Trace, Error>,
    ) -> Result<(), Error> {
        let places = catalogue.between(days_that_tell(first).0, days_that_tell(last).1);
        self.days = None;
        self.traces.retain(|place, _| places.binary_search(place).is_ok());
        for place in places {
            if let btree_map::Entry::Vacant(vacant) = self.traces.entry(place) {
                vacant.insert(tell(&catalogue.entries[place])?);
            }
        }
        self.days = Some((first, last));
        Ok(())
    }

    /// What a runner who said this of themselves could do on a day that was listened for.
    pub fn ability(&self, catalogue: &Catalogue, profile: &Profile, day: Date) -> Ability {
        debug_assert!(self.tells_of(day), "{day} was not listened for");
        let (first, last) = days_that_tell(day);
        let traced = self.traces.iter().map(|(&place, trace)| {
            let entry = &catalogue.entries[place];
            Traced { id: &entry.id, date: entry.date, trace }
        });
        let traces: Vec<_> = traced.filter(|it| first <= it.date && it.date <= last).collect();
        purpose::ability(&traces, profile, day)
    }
}
