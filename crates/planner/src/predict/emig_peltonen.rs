//! Emig and Peltonen 2020 (Nature Communications 11:4936), from 1.6 million sessions of 14,000
//! runners: from six minutes on speed falls with the logarithm of time, v(T) = vₘ·(1 − γ·ln(T/T₀)).
//! Two races give vₘ, the speed that can be held for six minutes, and γ, how fast it is lost.

use super::{
    bisect::where_reaches,
    form::{Form, Performance},
    model::{Forecast, Knows, Model, REACH_OF_TWO, Validity},
};
use rulebook::Grade;
use std::ops::RangeInclusive;
use training::{Metres, MetresPerSecond, Seconds};

/// From two races.
pub const MODEL: Model = Model {
    id: "emig-peltonen",
    name: "Emig and Peltonen, two races",
    source: "Emig and Peltonen 2020, Nature Communications 11:4936",
    knows: Knows::Fading,
    valid: Validity {
        times: [CROSSOVER, Seconds(f64::INFINITY)],
        reach: REACH_OF_TWO,
        ..Validity::ANY
    },
    error: "Race times were off by about 2\u{a0}%, by notes about the study; we did not see the figure \
            in the study itself.",
    grade: Grade::Weak,
    answer,
};

/// How long vₘ can be held.
const CROSSOVER: Seconds = Seconds(360.0);
/// The speeds and losses among the runners of the study; beyond them a fit is refused.
const SPEEDS: RangeInclusive<f64> = 2.0..=7.0;
const LOSSES: RangeInclusive<f64> = 0.039..=0.135;
/// How far a time may be off, as a share of it.
const ERROR: f64 = 0.02;

/// How a runner's speed falls with time.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Curve {
    /// vₘ: the speed that can be held for six minutes.
    pub speed: MetresPerSecond,
    /// γ: the share of it that is lost each time the duration grows by a factor of e.
    pub loss: f64,
}

impl Curve {
    /// The curve through two races, whether it can be believed or not; `None` where they took the
    /// same time.
    pub fn through(short: Performance, long: Performance) -> Option<Self> {
        let speed = |race: Performance| Some(race.distance.over(race.time)?.0);
        let log = |race: Performance| (race.time.0 / CROSSOVER.0).ln();
        let slope = (speed(long)? - speed(short)?) / (log(long) - log(short));
        let at_crossover = speed(short)? - slope * log(short);
        let curve = Self { speed: MetresPerSecond(at_crossover), loss: -slope / at_crossover };
        curve.loss.is_finite().then_some(curve)
    }

    /// Whether runners of the study were like that.
    pub fn is_believable(self) -> bool {
        SPEEDS.contains(&self.speed.0) && LOSSES.contains(&self.loss)
    }

    /// The time of a distance; `None` where it takes less than six minutes, or nobody on this curve
    /// gets so far.
    pub fn time(self, distance: Metres) -> Option<Seconds> {
        let covered =
            |time: f64| self.speed.0 * time * (1.0 - self.loss * (time / CROSSOVER.0).ln());
        // Up to here more time is more distance.
        let farthest = CROSSOVER.0 * ((1.0 - self.loss) / self.loss).exp();
        where_reaches(distance.0, (CROSSOVER.0, farthest), covered).map(Seconds)
    }

    /// How many times six minutes nine tenths of vₘ can be held: the endurance index.
    pub fn endurance(self) -> f64 {
        (0.1 / self.loss).exp()
    }
}

fn answer(form: &Form, race: Metres) -> Result<Forecast, String> {
    let [short, long] = form.pair(race, &MODEL.valid)?;
    let curve = Curve::through(short.result, long.result).filter(|curve| curve.is_believable());
    let curve = curve.ok_or(
        "Your two races do not lie on one curve: one of them was hardly run to the full, or \
         much has changed between them.",
    )?;
    let time = curve.time(race).ok_or("It holds for races of 6 minutes and longer.")?;
    let error = Seconds(ERROR * time.0);
    let forecast = Forecast::from_races((time, error), &[short, long], form, race);
    Ok(forecast.summed_up("endurance", curve.endurance()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const RACES: [f64; 4] = [5_000.0, 10_000.0, 21_097.5, 42_195.0];

    #[test]
    fn every_curve_has_its_race_times() {
        let check = |metres_a_minute: f64, loss: f64, expected: [f64; 4]| {
            let curve = Curve { speed: MetresPerSecond(metres_a_minute / 60.0), loss };
            for (metres, seconds) in RACES.into_iter().zip(expected) {
                let found = curve.time(Metres(metres)).unwrap().0;
                assert!((found - seconds).abs() < 0.2, "{loss} over {metres} m: {found}");
            }
        };
        check(300.0, 0.06, [1069.9, 2246.9, 5011.3, 10_586.8]);
        check(240.0, 0.08, [1402.6, 3011.8, 6906.6, 15_039.2]);
        check(360.0, 0.05, [871.9, 1813.2, 3997.4, 8343.8]);
    }

    #[test]
    fn two_races_give_the_curve() {
        let short = Performance::of(5_000.0, 1200.0);
        let curve = Curve::through(short, Performance::of(10_000.0, 2490.0)).unwrap();
        assert!((60.0 * curve.speed.0 - 264.904).abs() < 0.001);
        assert!((curve.loss - 0.046730).abs() < 1e-6);
        assert!((curve.endurance() - 8.499).abs() < 0.001);
        assert!((curve.time(Metres(42_195.0)).unwrap().0 - 11_397.1).abs() < 0.5);
    }

    #[test]
    fn a_race_that_was_jogged_gives_no_curve_to_believe() {
        let short = Performance::of(5_000.0, 1200.0);
        let jogged = Curve::through(short, Performance::of(10_000.0, 3000.0)).unwrap();
        assert!(!jogged.is_believable());
    }

    #[test]
    fn the_endurance_of_the_study_reaches_from_two_to_thirteen() {
        let index = |loss| Curve { speed: MetresPerSecond(4.0), loss }.endurance();
        assert!((index(*LOSSES.end()) - 2.10).abs() < 0.005);
        assert!((index(*LOSSES.start()) - 13.0).abs() < 0.05);
    }
}
