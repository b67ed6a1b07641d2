//! How the runner wants to see things: units, the first day of the week, the rulebook. Chosen once
//! in the logbook, overruled by the command line.

use crate::{
    analysis::Lens,
    cli::View,
    failure::Failure,
    profile_words::{Said, weekday},
    text::{Ink, Pen},
    units::{self, Units},
};
use logbook::{Logbook, LogbookError};
use rulebook::{DEFAULT_DOCTRINE, doctrine, doctrines};
use training::{Date, Weekday, runner::DEFAULT_FIRST_DAY};

/// How the runner wants to see things.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Kilometres or miles.
    pub units: Units,
    /// The first day of the week.
    pub first_day: Weekday,
    /// The rulebook, by its name.
    pub doctrine: String,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            units: Units::default(),
            first_day: DEFAULT_FIRST_DAY,
            doctrine: DEFAULT_DOCTRINE.to_owned(),
        }
    }
}

impl Settings {
    /// What was chosen in a logbook.
    pub fn of(book: &Logbook) -> Result<Self, LogbookError> {
        let usual = Self::default();
        let units = book.setting("units")?.and_then(|word| units::parse(&word).ok());
        let first_day = book.setting("week-start")?.and_then(|word| weekday(&word));
        Ok(Self {
            units: units.unwrap_or(usual.units),
            first_day: first_day.unwrap_or(usual.first_day),
            doctrine: book
                .setting("doctrine")?
                .filter(|name| !name.is_empty())
                .unwrap_or(usual.doctrine),
        })
    }

    /// How to look at a history from a day; what the command line says counts first.
    pub fn lens(&self, view: &View, on: Date) -> Result<Lens, Failure> {
        let name = view.doctrine.as_ref().unwrap_or(&self.doctrine);
        let doctrine = doctrine(name).map_err(|error| {
            let remedy = format!("the rulebooks are {}", doctrines().join(" and "));
            Failure::new(error.to_string(), remedy)
        })?;
        let units = view.units.unwrap_or(self.units);
        Ok(Lens { on, doctrine, first_day: self.first_day, units })
    }

    /// How to write for a terminal.
    pub fn pen(&self, view: &View) -> Pen {
        Pen { units: view.units.unwrap_or(self.units), ink: Ink::of_stdout() }
    }

    /// The settings as words of the profile.
    pub fn said(&self) -> Vec<Said> {
        vec![
            ("units", Some(units::word(self.units).to_owned())),
            ("week-start", Some(format!("{:?}", self.first_day).to_lowercase())),
            ("doctrine", Some(self.doctrine.clone())),
        ]
    }
}
