//! Everything that was found, in brief, and which copies count. Needs no sample, so it holds a decade.

use crate::duplicates::{Outline, instead_of};
use logbook::ContentHash;
use std::{collections::BTreeMap, ops::Range};
use training::{Date, Declared, DeclaredBy, Profile, Purpose, RunId};

/// What the runner says that runs were for.
pub type Corrections = BTreeMap<RunId, Purpose>;

/// A run that was found.
#[derive(Debug, Clone)]
pub struct Entry {
    /// Its name.
    pub id: RunId,
    /// The original it is in.
    pub original: ContentHash,
    /// The path it was found at; empty where nobody asked.
    pub file: Box<str>,
    /// What an export or its own file stated it was for.
    pub declared: Option<Declared>,
    /// The local day it belongs to.
    pub date: Date,
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
    /// The places of those that count, in the order of their days.
    by_day: Vec<usize>,
}

/// A copy of a run that counts already.
#[derive(Debug, Clone, Copy)]
pub struct Duplicate<'a> {
    /// The path of the copy.
    pub file: &'a str,
    /// The path of the copy that counts.
    pub of: &'a str,
}

impl Catalogue {
    /// Finds the copies by the outlines of the runs. The entries are put in the order of their names, which
    /// come from their content: the same files give the same answer, wherever and in whatever order they
    /// lie.
    pub fn new(mut found: Vec<(Entry, Outline)>, profile: Profile) -> Self {
        // A logbook gives them in order, and a sort holds all of them twice.
        if !found.is_sorted_by_key(|(entry, _)| &entry.id) {
            found.sort_by(|(one, _), (two, _)| one.id.cmp(&two.id));
        }
        let instead_of = instead_of(found.iter().map(|(_, outline)| outline));
        let mut entries: Vec<Entry> = found.into_iter().map(|(entry, _)| entry).collect();
        entries.shrink_to_fit();
        let mut by_day: Vec<usize> =
            (0..entries.len()).filter(|place| instead_of[*place].is_none()).collect();
        by_day.sort_by_key(|&place| entries[place].date);
        Self { profile, entries, instead_of, by_day }
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

    /// The places of the runs in an original: the names are in the order of their originals.
    pub fn places_in(&self, original: ContentHash) -> Range<usize> {
        let first = self.entries.partition_point(|entry| entry.original < original);
        let alike = self.entries[first..].iter().take_while(|entry| entry.original == original);
        first..first + alike.count()
    }

    /// For every entry whether there are several copies of it.
    pub fn are_copied(&self) -> Vec<bool> {
        let mut are_copied = vec![false; self.entries.len()];
        for (copy, counts) in self.instead_of.iter().enumerate() {
            let Some(counts) = *counts else { continue };
            (are_copied[copy], are_copied[counts]) = (true, true);
        }
        are_copied
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

    /// The day of the last run that counts, no later than a day.
    pub fn last_day_until(&self, day: Date) -> Option<Date> {
        let until = self.by_day.partition_point(|&place| self.entries[place].date <= day);
        Some(self.entries[*self.by_day[..until].last()?].date)
    }

    /// The places of the runs that count from one day to another, in the order of their names.
    pub fn between(&self, first: Date, last: Date) -> Vec<usize> {
        let from = self.by_day.partition_point(|&place| self.entries[place].date < first);
        let to = self.by_day.partition_point(|&place| self.entries[place].date <= last);
        let mut places = self.by_day[from..to].to_vec();
        places.sort_unstable();
        places
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
}
