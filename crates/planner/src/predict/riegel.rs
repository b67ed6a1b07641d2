//! Riegel 1981, "Athletic records and human endurance" (American Scientist 69:285): the time of a
//! race grows as a power of its distance, T₂ = T₁·(D₂/D₁)^k. The usual k is 1.06; two races give
//! the runner's own.

use super::{
    form::{Form, Performance, Race},
    model::{Forecast, Knows, MARATHON, Model, REACH_OF_TWO, Validity},
};
use rulebook::Grade;
use std::ops::RangeInclusive;
use training::{Metres, Seconds};

/// The usual exponent, as Vickers and Vertosick 2016 took it.
pub const USUAL_EXPONENT: f64 = 1.06;
/// Exponents that can be believed of a runner; outside, one of the races was not run to the full
/// (our convention).
pub const EXPONENTS: RangeInclusive<f64> = 1.03..=1.15;
/// How far a time may be off, as a share of it, up to 25 km (our convention).
const ERROR: f64 = 0.03;
/// How far marathons were off: a mean square of 381 min² in 2,303 runners (Vickers and Vertosick
/// 2016).
const MARATHON_MSE: f64 = 381.0;
/// In races beyond this it tells how far is run in a week, which one race does not know (our
/// convention) …
const FAR: Metres = Metres(25_000.0);
/// … and they are not foretold from anything shorter than this (our convention).
const FROM_FOR_FAR: Metres = Metres(10_000.0);

const VALID: Validity =
    Validity { times: [Seconds(210.0), Seconds::from_minutes(240.0)], ..Validity::ANY };

/// With the usual exponent, from one race.
pub const USUAL: Model = Model {
    id: "riegel",
    name: "Riegel, usual exponent",
    source: "Riegel 1981, American Scientist 69:285; exponent 1.06 as in Vickers and Vertosick 2016",
    knows: Knows::Level,
    valid: VALID,
    error: "3\u{a0}% up to 25 km is our own convention; marathons of 2,303 runners were off \
            by 19.5 minutes (Vickers and Vertosick 2016).",
    grade: Grade::Convention,
    answer: usual,
};

/// With the runner's own exponent, from two races.
pub const PERSONAL: Model = Model {
    id: "riegel-personal",
    name: "Riegel, your own exponent",
    source: "Riegel 1981, American Scientist 69:285; the exponent from two races",
    knows: Knows::Fading,
    valid: Validity { reach: REACH_OF_TWO, ..VALID },
    error: "3\u{a0}% is our own convention.",
    grade: Grade::Convention,
    answer: personal,
};

/// The time of another distance.
pub fn time(known: Performance, distance: Metres, exponent: f64) -> Seconds {
    Seconds(known.time.0 * (distance.0 / known.distance.0).powf(exponent))
}

/// The exponent between two races.
pub fn exponent(short: Performance, long: Performance) -> f64 {
    (long.time.0 / short.time.0).ln() / (long.distance.0 / short.distance.0).ln()
}

fn usual(form: &Form, race: Metres) -> Result<Forecast, String> {
    let known = form.nearest(race, &VALID)?;
    let note = from_one_race(known, race)?;
    let time = time(known.result, race, USUAL_EXPONENT);
    let error = error(time, race);
    let forecast = Forecast::from_races((time, error), &[known], form, race);
    Ok(forecast.summed_up("exponent", USUAL_EXPONENT).noting(note))
}

/// What must be said of a far race foretold from one race without the weekly distance; refused from
/// a short one.
pub(super) fn from_one_race(known: &Race, race: Metres) -> Result<Option<String>, String> {
    if race <= FAR || known.result.distance > FAR {
        return Ok(None);
    }
    if known.result.distance < FROM_FOR_FAR {
        return Err("So far a race is not foretold from one so short without the distance you \
                    run in a week."
            .to_owned());
    }
    Ok(Some(
        "It does not know how far you run in a week; marathons foretold so were at least 10 \
         minutes too fast for half of 2,303 runners."
            .to_owned(),
    ))
}

/// One standard error of a time foretold from one race.
pub(super) fn error(time: Seconds, race: Metres) -> Seconds {
    if race <= FAR {
        return Seconds(ERROR * time.0);
    }
    Seconds::from_minutes(MARATHON_MSE.sqrt() * race.0 / MARATHON.0)
}

fn personal(form: &Form, race: Metres) -> Result<Forecast, String> {
    let [short, long] = form.pair(race, &VALID)?;
    let own = exponent(short.result, long.result);
    let used = own.clamp(*EXPONENTS.start(), *EXPONENTS.end());
    let nearest = form.nearest(race, &VALID)?;
    let time = time(nearest.result, race, used);
    let note = (used != own).then(|| {
        format!(
            "Your races give an exponent of {own:.2}, outside {} to {}: one of them was hardly \
             run to the full. {used} is taken.",
            EXPONENTS.start(),
            EXPONENTS.end()
        )
    });
    let error = Seconds(ERROR * time.0);
    let forecast = Forecast::from_races((time, error), &[short, long], form, race);
    Ok(forecast.summed_up("exponent", used).noting(note))
}

#[cfg(test)]
mod tests {
    use super::*;

    const HALF: f64 = 21_097.5;

    fn check(metres: f64, seconds: f64, to: f64, exponent: f64, expected: f64) {
        let found = time(Performance::of(metres, seconds), Metres(to), exponent);
        assert!((found.0 - expected).abs() < 0.01, "{found:?}");
    }

    #[test]
    fn times_grow_as_a_power_of_the_distance() {
        check(5_000.0, 1200.0, 10_000.0, 1.06, 2501.92);
        check(10_000.0, 2400.0, HALF, 1.06, 5295.37);
        check(HALF, 5400.0, 42_195.0, 1.06, 11_258.63);
        check(HALF, 5400.0, 42_195.0, 1.07, 11_336.94);
    }

    #[test]
    fn two_races_give_the_runner_s_own_exponent() {
        let check = |short: Performance, long: Performance, expected: f64| {
            assert!((exponent(short, long) - expected).abs() < 5e-6);
        };
        check(Performance::of(5_000.0, 1200.0), Performance::of(10_000.0, 2490.0), 1.05311);
        check(Performance::of(10_000.0, 2700.0), Performance::of(HALF, 6000.0), 1.06957);
    }
}
