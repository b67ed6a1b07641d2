//! How the runner wants to see things: units, the first day of the week, the rulebook. Chosen once
//! in the logbook, overruled by the command line.

use crate::{
    analysis::Lens,
    cli::View,
    failure::Failure,
    own_doctrine::{self, OwnDoctrine},
    place, plan_words,
    profile_words::{self, Said, days, weekday},
    text::{Ink, Pen},
    units::{self, Units},
    view::Choosing,
};
use logbook::{Logbook, LogbookError};
use rulebook::{DEFAULT_DOCTRINE, Doctrine, doctrine, doctrines};
use std::path::Path;
use training::{Date, Weekday, runner::DEFAULT_FIRST_DAY};

/// How the runner wants to see things.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Kilometres or miles.
    pub units: Units,
    /// The first day of the week.
    pub first_day: Weekday,
    /// The days the runner can run on; empty where they did not say.
    pub days: Vec<Weekday>,
    /// The rulebook, by its name.
    pub doctrine: String,
    /// The runner's own rulebook, where there is one.
    pub own_doctrine: Option<OwnDoctrine>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            units: Units::default(),
            first_day: DEFAULT_FIRST_DAY,
            days: Vec::new(),
            doctrine: DEFAULT_DOCTRINE.to_owned(),
            own_doctrine: None,
        }
    }
}

impl Settings {
    /// What was chosen in a logbook.
    pub fn of(book: &Logbook) -> Result<Self, LogbookError> {
        let usual = Self::default();
        let units = book.setting("units")?.and_then(|word| units::parse(&word).ok());
        let first_day = book.setting("week-start")?.and_then(|word| weekday(&word));
        let days = book.setting("days")?.and_then(|words| days(&words));
        Ok(Self {
            units: units.unwrap_or(usual.units),
            first_day: first_day.unwrap_or(usual.first_day),
            days: days.unwrap_or(usual.days),
            doctrine: book
                .setting("doctrine")?
                .filter(|name| !name.is_empty())
                .unwrap_or(usual.doctrine),
            own_doctrine: OwnDoctrine::kept_in(book)?,
        })
    }

    /// Sees things so from here on: a word of the profile that is a setting, and its value. A doctrine
    /// is found when it is looked at.
    pub fn choose(&mut self, word: &str, value: &str) -> Result<(), Failure> {
        if word == "doctrine" {
            value.clone_into(&mut self.doctrine);
            return Ok(());
        }
        let value = profile_words::read_setting(word, value)?;
        self.units = units::parse(&value).unwrap_or(self.units);
        self.first_day = weekday(&value).unwrap_or(self.first_day);
        Ok(())
    }

    /// What was chosen in the logbook at a path; what is usual where there is none.
    pub fn at(path: Option<&Path>) -> Result<Self, Failure> {
        match path.filter(|path| path.exists()) {
            Some(path) => Ok(Self::of(&place::open(path)?)?),
            None => Ok(Self::default()),
        }
    }

    /// How to look at a history from a day; what the command line says counts first.
    pub fn lens(&self, view: &View, on: Date) -> Result<Lens, Failure> {
        let doctrine = self.doctrine_meant(view.doctrine.as_ref().unwrap_or(&self.doctrine))?;
        let units = view.units.unwrap_or(self.units);
        Ok(Lens { on, doctrine, first_day: self.first_day, units })
    }

    /// The rulebook that a word means: a shipped one, the runner's own, or one in a file.
    pub fn doctrine_meant(&self, word: &str) -> Result<Doctrine, Failure> {
        own_doctrine::meant(word, self.own_doctrine.as_ref())
    }

    /// Every rulebook the runner can choose: the shipped ones, then their own as far as it can
    /// still be read.
    pub fn doctrines(&self) -> Vec<Doctrine> {
        let shipped = doctrines().into_iter().filter_map(|name| doctrine(name).ok());
        let own = self.own_doctrine.iter().filter_map(|own| own.doctrine().ok());
        shipped.chain(own).collect()
    }

    /// Looks at the rulebook with the doctrines that the runner can choose.
    pub fn choosing<View>(&self, look: impl FnOnce(Choosing<'_>) -> View) -> View {
        let doctrines = self.doctrines();
        let own = self.own_doctrine.as_ref().map(|own| own.name.as_str());
        look(Choosing { doctrines: &doctrines, chosen: &self.doctrine, own })
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
            ("days", Some(plan_words::days(&self.days)).filter(|days| !days.is_empty())),
            ("doctrine", Some(self.doctrine_said())),
        ]
    }

    fn doctrine_said(&self) -> String {
        let own = self.own_doctrine.as_ref().filter(|own| own.name == self.doctrine);
        own.map_or_else(|| self.doctrine.clone(), |own| format!("{}, from {}", own.name, own.file))
    }
}
