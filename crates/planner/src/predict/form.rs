//! What race times are foretold from: races of the last half year, critical speed, the distance run
//! in a week. What is not known is `None`; no usual value takes its place.

use super::{
    model::Validity,
    races::{self, LeftOut},
};
use rulebook::{
    Case, Units,
    measures::volume::{history_days, total_distance},
};
use training::{Date, Estimate, Metres, MetresPerSecond, RunId, Seconds};

/// A distance and the time it took.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Performance {
    /// How far.
    pub distance: Metres,
    /// How long, on the clock.
    pub time: Seconds,
}

/// A race that was run.
#[derive(Debug, Clone, PartialEq)]
pub struct Race {
    /// The run it was.
    pub run: RunId,
    /// Its day.
    pub date: Date,
    /// Its distance, and the time it was run in.
    pub result: Performance,
}

/// What is known of a runner's racing on a day.
#[derive(Debug, Clone, PartialEq)]
pub struct Form {
    /// The day.
    pub on: Date,
    /// The units the runner reads.
    pub units: Units,
    /// The best race over each distance, shortest first.
    pub races: Vec<Race>,
    /// The races that tell nothing.
    pub left_out: Vec<LeftOut>,
    /// Critical speed.
    pub critical_speed: Option<Estimate<MetresPerSecond>>,
    /// The reserve above it.
    pub d_prime: Option<Estimate<Metres>>,
    /// The distance run in a week, over the last twelve of them; `None` where a run's distance is
    /// missing, or with less than four weeks.
    pub weekly: Option<Metres>,
}

/// The days over which the weekly distance is told: at least, at most.
const WEEKLY_DAYS: (i64, i64) = (28, 84);
/// Two races tell how speed falls with distance when one is so many times as long as the other (our
/// convention).
const PAIR_RATIO_MIN: f64 = 1.5;

impl Performance {
    /// Metres and seconds.
    pub const fn of(metres: f64, seconds: f64) -> Self {
        Self { distance: Metres(metres), time: Seconds(seconds) }
    }
}

impl Form {
    /// What a case tells on the day judged.
    pub fn of(case: &Case<'_>) -> Self {
        let (races, left_out) = races::races(case);
        Self {
            on: case.on,
            units: case.units,
            races,
            left_out,
            critical_speed: case.ability.critical_speed.clone(),
            d_prime: case.ability.d_prime.clone(),
            weekly: weekly(case),
        }
    }

    /// The race nearest to a distance among those a model may start from.
    pub(super) fn nearest(&self, to: Metres, valid: &Validity) -> Result<&Race, String> {
        self.by_nearness(to, valid).first().copied().ok_or_else(|| {
            if self.races.is_empty() {
                "It needs a race of the last 180 days.".to_owned()
            } else {
                "It does not start from races as short or as long as yours.".to_owned()
            }
        })
    }

    /// The two races nearest to a distance that lie far enough apart, the shorter first.
    pub(super) fn pair(&self, to: Metres, valid: &Validity) -> Result<[&Race; 2], String> {
        let near = self.by_nearness(to, valid);
        let (first, others) = near.split_first().ok_or(NEEDS_TWO)?;
        let apart = |other: &&&Race| {
            let ratio = other.result.distance.0 / first.result.distance.0;
            ratio.max(1.0 / ratio) >= PAIR_RATIO_MIN
        };
        let second = others.iter().find(apart).ok_or(NEEDS_TWO)?;
        let is_first_shorter = first.result.distance < second.result.distance;
        Ok(if is_first_shorter { [first, second] } else { [second, first] })
    }

    fn by_nearness(&self, to: Metres, valid: &Validity) -> Vec<&Race> {
        let mut races: Vec<&Race> =
            self.races.iter().filter(|race| valid.starts_from(&race.result)).collect();
        let far_off = |race: &Race| (race.result.distance.0 / to.0).ln().abs();
        races.sort_by(|one, other| far_off(one).total_cmp(&far_off(other)));
        races
    }
}

const NEEDS_TWO: &str =
    "It needs two races of the last 180 days, one at least half as long again as the other.";

fn weekly(case: &Case<'_>) -> Option<Metres> {
    let days = history_days(case)?.min(WEEKLY_DAYS.1);
    let metres = total_distance(case.recent_runs(days))?;
    (days >= WEEKLY_DAYS.0).then(|| Metres(7.0 * metres.0 / days as f64))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::predict::model::MARATHON;
    use rulebook::examples::example;

    fn form(weeks: &str) -> Form {
        Form::of(&example(weeks).case())
    }

    #[test]
    fn the_weekly_distance_is_that_of_twelve_weeks() {
        let form = form("10 weeks:\nMon easy 10km\nSun long 20km\n2 weeks:\nMon rest");
        assert_eq!(form.weekly.map(|weekly| weekly.km().round()), Some(25.0));
    }

    #[test]
    fn three_weeks_do_not_tell_the_weekly_distance() {
        assert_eq!(form("3 weeks:\nMon easy 10km\nSun long 20km").weekly, None);
    }

    #[test]
    fn the_two_races_nearest_to_the_one_foretold_are_taken() {
        let form = form(
            "1 week:
             Mon  race 3km @3:50
             Wed  race 5km @3:55
             Fri  race 8km @4:00
             Sun  race 10km @4:05",
        );
        let pair = form.pair(MARATHON, &Validity::ANY).unwrap();
        let km = pair.map(|race| race.result.distance.km().round());
        // Five miles and ten kilometres lie too near to each other.
        assert_eq!(km, [5.0, 10.0]);
    }
}
