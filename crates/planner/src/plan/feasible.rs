//! Whether a runner can be ready for a race in time; else the nearest race and the nearest day that
//! fit.

use super::{
    baseline::Baseline,
    demand::Demand,
    shape::{Growth, Shape, longest_by_time, phases},
    wish::NoPlan,
};
use rulebook::{Case, words::distance};
use std::ops::RangeInclusive;
use training::{Metres, Weekday};

/// So much of the longest run that suffices is enough to finish (our own convention).
pub(crate) const ENOUGH: f64 = 0.9;
/// What the rules may still take from it.
const EASED: f64 = 0.9;
const RACES: [(Metres, &str); 4] = [
    (Metres(42_195.0), "a marathon"),
    (Metres(21_097.5), "a half-marathon"),
    (Metres(10_000.0), "10 km"),
    (Metres(5_000.0), "5 km"),
];

/// A race and the time there is for it.
#[derive(Debug, Clone, Copy)]
pub struct Aim<'a> {
    /// Where the runner starts.
    pub baseline: &'a Baseline,
    /// How far the race goes.
    pub race: Metres,
    /// The weeks until it.
    pub weeks: usize,
    /// Whether the race lies so early in its week that the week before it is already the race's.
    pub is_early: bool,
    /// How many days a week hold a run.
    pub runs: usize,
    /// By how much runs and weeks may grow.
    pub growth: Growth,
    /// The day of the long run and its minutes, where they are limited.
    pub long_day: Option<(Weekday, f64)>,
}

impl Aim<'_> {
    /// Refuses a race for which the longest run would be too short, and says what fits.
    pub fn is_feasible(
        &self,
        case: &Case<'_>,
        allowed: RangeInclusive<usize>,
    ) -> Result<(), NoPlan> {
        self.has_time(case)?;
        let longest = self.longest(self.race, self.weeks);
        if longest >= self.needed(self.race) {
            return Ok(());
        }
        Err(self.refusal(case, longest, allowed))
    }

    /// Refuses it where the plan that was made, with all that the rules took from it, has too short a
    /// longest run.
    pub fn is_met(
        &self,
        longest: Metres,
        case: &Case<'_>,
        allowed: RangeInclusive<usize>,
    ) -> Result<(), NoPlan> {
        if longest.0 >= EASED * self.needed(self.race).0 {
            return Ok(());
        }
        Err(self.refusal(case, longest, allowed))
    }

    /// Refuses a day for the long run that has too little time for the race.
    fn has_time(&self, case: &Case<'_>) -> Result<(), NoPlan> {
        let Some((day, minutes)) = self.long_day else { return Ok(()) };
        let needed = self.needed(self.race).0 / self.baseline.easy_speed.0 / 60.0;
        if minutes >= EASED * needed {
            return Ok(());
        }
        Err(NoPlan::TooLittleTime {
            day,
            minutes,
            needed: needed.ceil(),
            race: name(self.race, case),
        })
    }

    /// The longest run that suffices, or the longest by the time it takes.
    fn needed(&self, race: Metres) -> Metres {
        let demand = Demand::of(race);
        let by_time = longest_by_time(self.baseline, Some(&demand));
        Metres((ENOUGH * demand.longest.0).min(by_time.0))
    }

    /// The longest run that a plan of so many weeks reaches.
    fn longest(&self, race: Metres, weeks: usize) -> Metres {
        let demand = Demand::of(race);
        let shape = Shape::from(self.baseline, Some(&demand), self.runs, self.growth);
        let outline = shape.weeks(&phases(Some(&demand), weeks, self.is_early), self.is_early);
        Metres(outline.iter().map(|week| week.long.0).fold(0.0, f64::max))
    }

    fn suffices(&self, race: Metres, weeks: usize) -> bool {
        self.longest(race, weeks) >= self.needed(race)
    }

    fn refusal(&self, case: &Case<'_>, longest: Metres, allowed: RangeInclusive<usize>) -> NoPlan {
        let race = name(self.race, case);
        let weeks = self.weeks;
        let in_weeks = (weeks + 1..=*allowed.end()).find(|weeks| self.suffices(self.race, *weeks));
        let shorter = RACES
            .into_iter()
            .filter(|(distance, _)| *distance < self.race)
            .find(|(distance, _)| self.suffices(*distance, weeks));
        let fits = match (shorter, in_weeks) {
            (Some((_, shorter)), Some(later)) => {
                format!("{shorter} in {weeks} weeks or {race} in {later} fits")
            }
            (Some((_, shorter)), None) => format!("{shorter} in {weeks} weeks fits"),
            (None, Some(later)) => format!("{race} in {later} weeks fits"),
            (None, None) => FIRST_RUN_REGULARLY.to_owned(),
        };
        NoPlan::Infeasible {
            reason: format!(
                "{race} in {weeks} weeks from {} a week: the longest safe run by then is {}, and {} \
                 is asked for; {fits}",
                distance(self.baseline.usual_week(), case.units),
                distance(longest, case.units),
                distance(self.needed(self.race), case.units),
            ),
        }
    }
}

/// What to do where nothing fits yet.
pub(super) const FIRST_RUN_REGULARLY: &str =
    "first run regularly for some weeks: everymile plan new --goal base";

/// The race, in words.
pub(super) fn name(race: Metres, case: &Case<'_>) -> String {
    let known = RACES.iter().find(|(distance, _)| (distance.0 - race.0).abs() < 1.0);
    known.map_or_else(|| distance(race, case.units), |(_, name)| (*name).to_owned())
}
