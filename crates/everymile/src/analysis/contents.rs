//! What a logbook holds, told by its days: no run is in it, so that a hundred years take little memory.

use super::{catalogue::Duplicate, history::Recorded};
use training::{CheckIn, Date};

/// What a logbook holds.
#[derive(Debug)]
pub struct Contents {
    /// The runs that count.
    pub runs: Days,
    /// Those that are dated later than today: they count from their day on.
    pub to_come: Days,
    /// The days something was said of.
    pub said: Days,
    recorded: Recorded,
}

/// So many things, each of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Days {
    /// How many there are.
    pub count: usize,
    /// The first and the last day; `None` of nothing.
    pub ends: Option<(Date, Date)>,
}

impl Days {
    fn of(days: impl Iterator<Item = Date>) -> Self {
        days.fold(Self::default(), |Self { count, ends }, day| {
            let ends = ends.map_or((day, day), |(first, last)| (first.min(day), last.max(day)));
            Self { count: count + 1, ends: Some(ends) }
        })
    }
}

impl Contents {
    /// What was recorded and said, as it stands on a day.
    pub fn new(recorded: Recorded, check_ins: &[CheckIn], on: Date) -> Self {
        let days = || recorded.catalogue().counted().map(|(_, entry)| entry.date);
        Self {
            runs: Days::of(days().filter(|day| *day <= on)),
            to_come: Days::of(days().filter(|day| *day > on)),
            said: Days::of(check_ins.iter().map(|said| said.date)),
            recorded,
        }
    }

    /// The copies that do not count, in the order of their paths.
    pub fn duplicates(&self) -> Vec<Duplicate<'_>> {
        self.recorded.catalogue().duplicates()
    }
}
