//! What became of every file of an import. Files in a row of which the same became are told together: a
//! hundred years of them take little memory.

use crate::paths::Paths;
use std::{ops::Range, sync::Arc};

/// What became of every file, in the order it was told.
#[derive(Debug, Default)]
pub struct Outcomes {
    /// The files, by their places.
    files: Arc<Paths>,
    /// What was found in files that hold several things.
    inside: Paths,
    list: Vec<Outcome>,
}

/// What became of some files in a row, or of one thing in a file.
#[derive(Debug)]
struct Outcome {
    places: Range<usize>,
    /// The place of its path among what was found inside; `None` of the files themselves.
    inside: Option<usize>,
    fate: Fate,
}

/// What became of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fate {
    /// It was read: so many runs, so many other activities, so many days.
    New {
        /// How many runs.
        runs: usize,
        /// How many other activities.
        others: usize,
        /// How many days it tells of.
        days: usize,
    },
    /// The same bytes are in the logbook already.
    Known,
    /// The same bytes are in the logbook; they were set aside, and count again.
    CountsAgain,
    /// It could not be read.
    Failed(String),
}

impl Outcomes {
    /// Nothing became of these files yet.
    pub fn of(files: Arc<Paths>) -> Self {
        Self { files, ..Self::default() }
    }

    /// Adds what became of what was found at a path, in the file at a place of the list.
    pub fn push(&mut self, path: &str, place: usize, fate: Fate) {
        let inside = (path != self.files.at(place)).then(|| {
            self.inside.push(path);
            self.inside.len() - 1
        });
        let new = Outcome { places: place..place + 1, inside, fate };
        match self.list.last_mut() {
            Some(last) if last.goes_on_with(&new) => last.places.end = new.places.end,
            _ => self.list.push(new),
        }
    }

    /// Whether there was no file.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// Each path as it was found, with what became of it.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Fate)> {
        self.with_places().map(|(_, path, fate)| (path, fate))
    }

    /// For each of the files in order, what was found in it and what became of that.
    pub fn by_place(&self) -> impl Iterator<Item = Vec<(&str, &Fate)>> {
        let mut all: Vec<_> = self.with_places().collect();
        // Most were found in order, and a sort holds all of them twice.
        if !all.is_sorted_by_key(|(place, _, _)| *place) {
            all.sort_by_key(|(place, _, _)| *place);
        }
        let mut all = all.into_iter().peekable();
        (0..self.files.len()).map(move |place| {
            let here = std::iter::from_fn(|| all.next_if(|(of, _, _)| *of == place));
            here.map(|(_, path, fate)| (path, fate)).collect()
        })
    }

    fn with_places(&self) -> impl Iterator<Item = (usize, &str, &Fate)> {
        self.list.iter().flat_map(|Outcome { places, inside, fate }| {
            let path = |place| inside.map_or_else(|| self.files.at(place), |it| self.inside.at(it));
            places.clone().map(move |place| (place, path(place), fate))
        })
    }
}

impl Outcome {
    fn goes_on_with(&self, next: &Self) -> bool {
        let are_files = self.inside.is_none() && next.inside.is_none();
        are_files && self.places.end == next.places.start && self.fate == next.fate
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn outcomes(files: &[&str], told: &[(&str, usize, Fate)]) -> Outcomes {
        let mut paths = Paths::default();
        for file in files {
            paths.push(file);
        }
        let mut outcomes = Outcomes::of(Arc::new(paths));
        for (path, place, fate) in told {
            outcomes.push(path, *place, fate.clone());
        }
        outcomes
    }

    #[test]
    fn what_was_found_is_told_in_order_and_by_the_file_it_was_found_in() {
        let outcomes = outcomes(
            &["runs/ü.fit", "all.zip", "empty.zip"],
            &[
                ("all.zip!/1.fit", 1, Fate::Known),
                ("runs/ü.fit", 0, Fate::Failed("cut off".into())),
                ("all.zip!/2.fit", 1, Fate::Known),
            ],
        );
        let told: Vec<&str> = outcomes.iter().map(|(path, _)| path).collect();
        assert_eq!(told, ["all.zip!/1.fit", "runs/ü.fit", "all.zip!/2.fit"]);
        let found: Vec<String> = outcomes
            .by_place()
            .map(|here| here.iter().map(|(path, _)| *path).collect::<Vec<_>>().join(" "))
            .collect();
        assert_eq!(found, ["runs/ü.fit", "all.zip!/1.fit all.zip!/2.fit", ""]);
    }

    #[test]
    fn files_in_a_row_of_which_the_same_became_are_each_told() {
        let new = |runs| Fate::New { runs, others: 0, days: 0 };
        let files = ["1.fit", "2.fit", "3.fit", "4.fit", "5.fit"];
        let told = [
            ("1.fit", 0, new(1)),
            ("2.fit", 1, new(1)),
            ("3.fit", 2, Fate::Failed("cut off".into())),
            ("5.fit", 4, new(1)),
            ("4.fit", 3, new(1)),
        ];
        let outcomes = outcomes(&files, &told);
        let again: Vec<_> = outcomes.iter().collect();
        let wanted: Vec<_> = told.iter().map(|(path, _, fate)| (*path, fate)).collect();
        assert_eq!(again, wanted);
        assert_eq!(outcomes.list.len(), 4);
    }
}
