//! Everything that was found, in brief, and which copies count. Needs no sample, so it holds a decade.

use super::digest::Digest;
use crate::duplicates::{Outline, instead_of};
use purpose::Traced;
use std::collections::BTreeMap;
use training::{Ability, Date, Declared, DeclaredBy, Profile, Purpose, RunId};

/// What the runner says that runs were for.
pub type Corrections = BTreeMap<RunId, Purpose>;

/// A run that was found.
#[derive(Debug, Clone)]
pub struct Entry {
    /// Its name.
    pub id: RunId,
    /// The path it was found at.
    pub file: String,
    /// What an export or its own file stated it was for.
    pub declared: Option<Declared>,
    /// The run in brief.
    pub digest: Digest,
}

/// Everything that was found.
#[derive(Debug)]
pub struct Catalogue {
    /// What the runner said of themselves.
    pub profile: Profile,
    /// Every run that was found, copies included.
    pub entries: Vec<Entry>,
    /// For every entry the copy that counts instead; `None` for those that count.
    pub instead_of: Vec<Option<usize>>,
}

/// A copy of a run that counts already.
#[derive(Debug, Clone, Copy)]
pub struct Duplicate<'a> {
    /// The path of the copy.
    pub file: &'a str,
    /// The path of the copy that counts.
    pub of: &'a str,
}

impl Entry {
    /// The local day it belongs to.
    pub fn date(&self) -> Date {
        self.digest.outline.start.date()
    }
}

impl Catalogue {
    /// Finds the copies. The entries are put in the order of their names, which come from their
    /// content: the same files give the same answer, wherever and in whatever order they lie.
    pub fn new(mut entries: Vec<Entry>, profile: Profile) -> Self {
        entries.sort_by(|one, two| one.id.cmp(&two.id));
        let outlines: Vec<Outline> = entries.iter().map(|entry| entry.digest.outline).collect();
        let instead_of = instead_of(&outlines);
        Self { profile, entries, instead_of }
    }

    /// The entries that count, with their places in the list.
    pub fn counted(&self) -> impl Iterator<Item = (usize, &Entry)> {
        let counts = |place: &usize| self.instead_of[*place].is_none();
        (0..self.entries.len()).filter(counts).map(|place| (place, &self.entries[place]))
    }

    /// The place of the entry with this name.
    pub fn place_of(&self, id: &str) -> Option<usize> {
        self.entries.binary_search_by(|entry| entry.id.0.as_str().cmp(id)).ok()
    }

    /// The same, if it counts.
    pub fn place_of_counted(&self, id: &str) -> Option<usize> {
        let place = self.place_of(id)?;
        self.instead_of[place].is_none().then_some(place)
    }

    /// The copies that do not count, in the order of their paths.
    pub fn duplicates(&self) -> Vec<Duplicate<'_>> {
        let copies = self.entries.iter().zip(&self.instead_of);
        let mut duplicates: Vec<_> = copies
            .filter_map(|(copy, counts)| {
                Some(Duplicate { file: &copy.file, of: &self.entries[(*counts)?].file })
            })
            .collect();
        duplicates.sort_by_key(|copy| (copy.file, copy.of));
        duplicates
    }

    /// What the runner could do on any day.
    pub fn ability_on(&self, day: Date) -> Ability {
        self.ability_of(&self.profile, day)
    }

    /// The same, had the runner said something else of themselves.
    pub fn ability_of(&self, profile: &Profile, day: Date) -> Ability {
        let traces = self.traces();
        purpose::ability(&near(&traces, &in_order_of_date(&traces), day), profile, day)
    }

    /// What somebody stated each run was for, at any of its copies: the strongest word counts, and the
    /// runner's own is the strongest. One for every entry; meaningful for those that count.
    pub fn declared(&self, corrections: &Corrections) -> Vec<Option<Declared>> {
        let word = |entry: &Entry| match corrections.get(&entry.id) {
            Some(&purpose) => Some(Declared { purpose, by: DeclaredBy::Correction }),
            None => entry.declared,
        };
        let mut declared: Vec<_> = self.entries.iter().map(word).collect();
        for (copy, counts) in self.instead_of.iter().enumerate() {
            let Some(counts) = *counts else { continue };
            let words = declared[counts].into_iter().chain(declared[copy]);
            declared[counts] = words.max_by_key(|declared| declared.by);
        }
        declared
    }

    /// What each run that counts tells of the runner, in the order of their names.
    pub(super) fn traces(&self) -> Vec<Traced<'_>> {
        self.counted()
            .map(|(_, entry)| Traced {
                id: &entry.id,
                date: entry.date(),
                trace: &entry.digest.trace,
            })
            .collect()
    }
}

/// The places of the traces in the order of their days.
pub(super) fn in_order_of_date(traces: &[Traced<'_>]) -> Vec<usize> {
    let mut places: Vec<usize> = (0..traces.len()).collect();
    places.sort_by_key(|&place| traces[place].date);
    places
}

/// The traces that can tell of a day, in the order of the list.
pub(super) fn near<'a>(traces: &[Traced<'a>], by_date: &[usize], day: Date) -> Vec<Traced<'a>> {
    let (first, last) = purpose::days_that_tell(day);
    let from = by_date.partition_point(|&place| traces[place].date < first);
    let to = by_date.partition_point(|&place| traces[place].date <= last);
    let mut places = by_date[from..to].to_vec();
    places.sort_unstable();
    places.into_iter().map(|place| traces[place]).collect()
}
