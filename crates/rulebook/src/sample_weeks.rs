//! The sample weeks of the article on recovery runs, as data: what each day holds in the training
//! notation, what it is for, and what does not add up.

mod lint;
mod shakeout;

pub use lint::notes;

use crate::source::SourceId;
use serde::{Serialize, Serializer};
use training::{
    Level, Metres, MetresPerSecond, Session, Weekday, notation::parse_session,
    quantity::METRES_PER_MILE,
};

/// A doctrine's sample week.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct SampleWeek {
    /// Its name.
    pub id: &'static str,
    /// The doctrine it belongs to.
    pub doctrine: &'static str,
    /// Whom it is for.
    pub level: Level,
    /// Its heading in miles, from and to.
    pub miles: (f64, f64),
    /// Whether the heading says "or more".
    pub is_open: bool,
    /// The statement that gives the heading.
    pub statement: &'static str,
    /// How long a recovery run is for this level, in minutes and in miles, from and to.
    pub recovery_run: RecoveryRun,
    /// Its days, Monday first.
    pub days: [SampleDay; 7],
}

/// How long a recovery run may be, told in minutes and in miles.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct RecoveryRun {
    /// Minutes, from and to.
    pub minutes: (f64, f64),
    /// Miles, from and to.
    pub miles: (f64, f64),
    /// The statement that says so.
    pub statement: &'static str,
}

/// One day of a sample week.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct SampleDay {
    /// Which day.
    #[serde(serialize_with = "as_a_word")]
    pub day: Weekday,
    /// What is run, in the training notation: as the article lists it, without what is optional;
    /// rests that it leaves open are stood.
    pub session: &'static str,
    /// The same with what is optional, and with what the article leaves open: warm-up, cool-down
    /// and rests between reps. Our own reading.
    pub at_most: &'static str,
    /// What else the day may hold, in words; empty when nothing.
    pub besides: &'static str,
    /// What the day is for.
    pub is_for: &'static str,
    /// The statement it comes from.
    pub statement: &'static str,
}

/// Every sample week, from the fewest miles to the most.
pub fn sample_weeks() -> &'static [SampleWeek] {
    &shakeout::WEEKS
}

/// The sample weeks that belong to a doctrine.
pub fn sample_weeks_of(doctrine: &str) -> impl Iterator<Item = &'static SampleWeek> {
    sample_weeks().iter().filter(move |week| week.doctrine == doctrine)
}

/// One sample week by its name.
pub fn sample_week(id: &str) -> Option<&'static SampleWeek> {
    sample_weeks().iter().find(|week| week.id == id)
}

impl SampleDay {
    /// What is run, as a session.
    pub fn session(&self) -> Session {
        read(self.session)
    }

    /// The same with what is optional and what the article leaves open.
    pub fn at_most(&self) -> Session {
        read(self.at_most)
    }
}

impl SampleWeek {
    /// The statements it holds: that of its heading, then those of its days.
    pub fn statements(&self) -> impl Iterator<Item = &'static str> {
        [self.statement].into_iter().chain(self.days.iter().map(|day| day.statement))
    }

    /// Its heading: `20 to 25 miles`, `50 to 60 or more miles`.
    pub fn headed(&self) -> String {
        let (from, to) = self.miles;
        format!("{from:.0} to {to:.0}{} miles", if self.is_open { " or more" } else { "" })
    }

    /// The article it is from: that of its statements.
    pub fn source(&self) -> SourceId {
        self.statement
            .split_once('-')
            .map_or(SourceId("everymile"), |(article, _)| SourceId(article))
    }

    /// The miles that the items add up to, without and with what is optional or left open.
    pub fn adds_up_to(&self) -> (f64, f64) {
        let sum = |session: fn(&SampleDay) -> Session| {
            self.days.iter().map(|day| distance(&session(day)).miles()).sum()
        };
        (sum(SampleDay::session), sum(SampleDay::at_most))
    }
}

/// Minutes without a pace are jogged at ten minutes a mile.
const JOG: MetresPerSecond = MetresPerSecond(METRES_PER_MILE / 600.0);

/// How far a session goes.
fn distance(session: &Session) -> Metres {
    session.distance(Some(JOG)).unwrap_or_default()
}

fn read(text: &str) -> Session {
    parse_session(text).expect("every sample day is read by a test")
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
fn as_a_word<S: Serializer>(day: &Weekday, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&format!("{day:?}").to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::statements::{Carrier, statements};
    use std::collections::BTreeSet;

    /// The bounds of the evidence base, section 11 check d, within a mile.
    fn check(id: &str, from: f64, to: f64) {
        let (least, most) = sample_week(id).unwrap().adds_up_to();
        assert!((least - from).abs() < 1.0, "{id} adds up to {least:.1} at least");
        assert!((most - to).abs() < 1.0, "{id} adds up to {most:.1} at most");
    }

    #[test]
    fn no_week_reaches_its_heading() {
        check("shakeout-beginner", 13.0, 15.0);
        check("shakeout-intermediate", 25.0, 30.0);
        check("shakeout-advanced", 36.0, 46.0);
        assert!(sample_weeks().iter().all(|week| week.adds_up_to().1 < week.miles.0));
    }

    #[test]
    fn every_week_has_its_days_in_order_and_each_says_what_it_is_for() {
        for week in sample_weeks() {
            for (index, day) in week.days.iter().enumerate() {
                assert_eq!(day.day.to_monday_zero_offset(), index as i8, "{}", week.id);
                assert!(!day.is_for.is_empty(), "{} {:?}", week.id, day.day);
            }
        }
    }

    #[test]
    fn a_week_holds_the_statements_it_carries() {
        for week in sample_weeks() {
            let days = week.days.iter().map(|day| day.statement);
            let held: BTreeSet<_> = days.chain([week.statement]).collect();
            let carried: BTreeSet<_> = statements()
                .filter(|statement| statement.carrier == Carrier::SampleWeek(week.id))
                .map(|statement| statement.id)
                .collect();
            assert_eq!(held, carried, "{}", week.id);
        }
    }
}
