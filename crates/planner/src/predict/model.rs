//! A model of race times as data: who says so, where it holds, what it answers, how far it may be
//! off.

use super::form::{Form, Performance, Race};
use rulebook::{Grade, Units, words};
use training::{Metres, Seconds, calendar::days_between};

/// A marathon.
pub const MARATHON: Metres = Metres(42_195.0);

const MARATHON_ONLY: &str = "It speaks of the marathon only.";

/// Whether a race is a marathon, as a runner may write it: 42 km, 42.2 km, 26.2 miles.
pub fn is_marathon(race: Metres) -> bool {
    (race.0 - MARATHON.0).abs() < 200.0
}

/// A way to come from what is known of a runner to the time of a race.
#[derive(Debug)]
pub struct Model {
    /// Its short name.
    pub id: &'static str,
    /// Its name for a reader.
    pub name: &'static str,
    /// Who, when and where.
    pub source: &'static str,
    /// What it knows of the runner.
    pub knows: Knows,
    /// Where it holds.
    pub valid: Validity,
    /// What its error rests on, in a sentence.
    pub error: &'static str,
    /// How surely that error is known.
    pub grade: Grade,
    /// Its answer, or why it has none, in a sentence.
    pub(super) answer: fn(&Form, Metres) -> Result<Forecast, String>,
}

/// What a model knows of the runner, the most telling first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Knows {
    /// How the runner's own speed falls with distance: two races, or one and the distance of a week.
    Fading,
    /// How fast the runner is, by one race, or by critical speed and the reserve above it.
    Level,
    /// Critical speed alone.
    CriticalSpeed,
}

/// Where a model holds.
#[derive(Debug, Clone, Copy)]
pub struct Validity {
    /// The shortest and the longest effort it speaks of, known or foretold.
    pub times: [Seconds; 2],
    /// The shortest and the longest race it may start from.
    pub from: [Metres; 2],
    /// How many times as far as the longest race it starts from it can be carried.
    pub reach: f64,
    /// Whether it foretells marathons and no other race.
    pub is_marathon_only: bool,
}

/// What two races tell of the fading of speed, and any mistake in it, grows with every step beyond
/// them: they are not carried farther than this many times the longer one (our convention).
pub(super) const REACH_OF_TWO: f64 = 3.0;

/// What a model foretells.
#[derive(Debug, Clone, PartialEq)]
pub struct Forecast {
    /// The time.
    pub time: Seconds,
    /// One standard error.
    pub error: Seconds,
    /// The races it starts from, shortest first; none where it starts from critical speed.
    pub from: Vec<Race>,
    /// The number in which the model sums the runner up.
    pub index: Option<Index>,
    /// What else must be known to read it, in sentences.
    pub note: Option<String>,
}

/// A number in which a model sums a runner up: the aerobic index, the endurance index, the exponent.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Index {
    /// What it is called.
    pub name: &'static str,
    /// Its value.
    pub value: f64,
}

impl Model {
    /// What it foretells of a race, or why it does not, in a sentence.
    pub fn forecast(&self, form: &Form, race: Metres) -> Result<Forecast, String> {
        if self.valid.is_marathon_only && !is_marathon(race) {
            return Err(MARATHON_ONLY.to_owned());
        }
        let forecast = (self.answer)(form, race)?;
        let reach = |longest: &Race| self.valid.reach * longest.result.distance.0;
        if forecast.from.last().is_some_and(|longest| race.0 > reach(longest)) {
            return Err(self.valid.reach_told());
        }
        if !self.valid.holds_at(forecast.time) {
            return Err(self.valid.times_told());
        }
        Ok(forecast)
    }
}

impl Validity {
    /// Every race, from every race.
    pub const ANY: Self = Self {
        times: [Seconds(0.0), Seconds(f64::INFINITY)],
        from: [Metres(0.0), Metres(f64::INFINITY)],
        reach: f64::INFINITY,
        is_marathon_only: false,
    };

    /// Whether it speaks of efforts that long.
    pub fn holds_at(&self, time: Seconds) -> bool {
        (self.times[0]..=self.times[1]).contains(&time)
    }

    /// Where it holds, in sentences.
    pub fn told(&self, units: Units) -> String {
        let [shortest, longest] = self.from.map(|race| words::distance(race, units));
        let races =
            if self.is_marathon_only { MARATHON_ONLY.to_owned() } else { self.times_told() };
        let from = self.from[1].0.is_finite();
        let from = from.then(|| format!("It starts from races of {shortest} to {longest}."));
        let reach = self.reach.is_finite().then(|| self.reach_told());
        [races].into_iter().chain(from).chain(reach).collect::<Vec<_>>().join(" ")
    }

    /// How far it is carried, in a sentence.
    fn reach_told(&self) -> String {
        format!("It is not carried beyond {} times the longest race it starts from.", self.reach)
    }

    /// Of which races it speaks, in a sentence.
    fn times_told(&self) -> String {
        let [shortest, longest] = self.times.map(told);
        if self.times[1].0.is_finite() {
            return format!("It holds for races of {shortest} to {longest}.");
        }
        format!("It holds for races of {shortest} and longer.")
    }

    /// Whether it may start from a race.
    pub fn starts_from(&self, race: &Performance) -> bool {
        (self.from[0]..=self.from[1]).contains(&race.distance) && self.holds_at(race.time)
    }
}

fn told(time: Seconds) -> String {
    match time.minutes() {
        hours if hours >= 120.0 => words::count((hours / 60.0).round() as usize, "hour"),
        minutes => format!("{minutes} minutes"),
    }
}

/// Fitness moves: a race of so many days ago widens the range by this share of the time (our
/// convention).
const AGE: (f64, f64) = (90.0, 0.02);
/// Every doubling or halving from the race known to the race foretold widens it by this share (our
/// convention).
const SHARE_PER_DOUBLING: f64 = 0.01;

impl Forecast {
    /// A forecast from races, and its error: the model's own, widened by the age of the oldest race
    /// and by how far the nearest lies from the race foretold.
    pub(super) fn from_races(
        (time, error): (Seconds, Seconds),
        races: &[&Race],
        form: &Form,
        race: Metres,
    ) -> Self {
        let oldest = races.iter().map(|it| days_between(it.date, form.on)).max().unwrap_or(0);
        let away = |it: &&Race| (race.0 / it.result.distance.0).log2().abs();
        let doublings = races.iter().map(away).reduce(f64::min).unwrap_or(0.0);
        let by_age = AGE.1 * time.0 * oldest as f64 / AGE.0;
        let by_distance = SHARE_PER_DOUBLING * time.0 * doublings;
        Self {
            time,
            error: Seconds(error.0.hypot(by_age).hypot(by_distance)),
            from: races.iter().map(|race| (*race).clone()).collect(),
            index: None,
            note: None,
        }
    }

    /// The same with the number in which the model sums the runner up.
    #[must_use]
    pub(super) fn summed_up(self, name: &'static str, value: f64) -> Self {
        Self { index: Some(Index { name, value }), ..self }
    }

    /// The same with something that must be known to read it.
    #[must_use]
    pub(super) fn noting(self, note: Option<String>) -> Self {
        Self { note, ..self }
    }

    /// The fast end of its range.
    pub fn quickest(&self) -> Seconds {
        self.time - self.error
    }

    /// The slow end of its range.
    pub fn slowest(&self) -> Seconds {
        self.time + self.error
    }
}
