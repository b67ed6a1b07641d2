//! Vickers and Vertosick 2016, "An empirical study of race times in recreational endurance runners"
//! (BMC Sports Science, Medicine and Rehabilitation 8:26), a survey of 2,303 runners: the marathon
//! from one race or from two, and from the distance run in a week. Several public copies of the
//! formula write the coefficient of that distance ten times too large.

use super::{
    form::{Form, Performance, Race},
    model::{Forecast, Knows, MARATHON, Model, Validity, is_marathon},
    riegel,
};
use rulebook::{Grade, Units, words};
use std::ops::RangeInclusive;
use training::{Metres, Seconds};

/// From one race and the weekly distance.
pub const ONE_RACE: Model = Model {
    id: "vickers-one",
    name: "Vickers and Vertosick, one race",
    source: SOURCE,
    knows: Knows::Fading,
    valid: VALID,
    error: "Marathons of the survey were off by 15.1 minutes (mean square 228 min²).",
    grade: Grade::Moderate,
    answer: from_one,
};

/// From two races and the weekly distance.
pub const TWO_RACES: Model = Model {
    id: "vickers-two",
    name: "Vickers and Vertosick, two races",
    source: SOURCE,
    knows: Knows::Fading,
    valid: VALID,
    error: "Marathons of the survey were off by 14.4 minutes (mean square 208 min²).",
    grade: Grade::Moderate,
    answer: from_two,
};

const SOURCE: &str =
    "Vickers and Vertosick 2016, BMC Sports Science, Medicine and Rehabilitation 8:26";
/// The races that the survey asked for (from memory, provisional).
const VALID: Validity =
    Validity { from: [Metres(5_000.0), Metres(21_097.5)], is_marathon_only: true, ..Validity::ANY };
/// Miles a week among which most of the survey can be expected to lie (our convention).
const WEEKLY_MILES: RangeInclusive<f64> = 5.0..=80.0;
/// The exponent beyond the longer of two races was drawn for marathons; from shorter races than this it
/// would be carried too far (our convention).
const LONGER_OF_TWO: Metres = Metres(15_000.0);
const ONE_RACE_MSE: f64 = 228.0;
const TWO_RACES_MSE: f64 = 208.0;

/// The time of a marathon from one race.
pub fn from_race(known: Performance, weekly: Metres) -> Seconds {
    let speed = MARATHON.0 / riegel::time(known, MARATHON, 1.07).0;
    let speed = 0.16018617 + 0.83076202 * speed + 0.06423826 * weekly.miles() / 10.0;
    Seconds(MARATHON.0 / speed)
}

/// The time of a marathon from two races.
pub fn from_races(short: Performance, long: Performance, weekly: Metres) -> Seconds {
    let between = riegel::exponent(short, long);
    let beyond = 1.4510756 - 0.23797948 * between - 0.01410023 * weekly.miles() / 10.0;
    riegel::time(long, MARATHON, beyond)
}

fn from_one(form: &Form, race: Metres) -> Result<Forecast, String> {
    let weekly = weekly(form)?;
    if from_two(form, race).is_ok() {
        return Err("You ran two races that tell more than one.".to_owned());
    }
    let known = form.nearest(race, &VALID)?;
    let foretold = |weekly| from_race(known.result, weekly);
    Ok(forecast(foretold, ONE_RACE_MSE, &[known], form, weekly))
}

fn from_two(form: &Form, race: Metres) -> Result<Forecast, String> {
    let weekly = weekly(form)?;
    let [short, long] = form.pair(race, &VALID)?;
    if long.result.distance < LONGER_OF_TWO {
        return Err("One of your races must be of 15 km or more.".to_owned());
    }
    let between = riegel::exponent(short.result, long.result);
    if !riegel::EXPONENTS.contains(&between) {
        return Err("Your two races do not fit together: one of them was hardly run to the \
                    full, or much has changed between them."
            .to_owned());
    }
    let foretold = |weekly| from_races(short.result, long.result, weekly);
    Ok(forecast(foretold, TWO_RACES_MSE, &[short, long], form, weekly))
}

fn forecast(
    foretold: impl Fn(Metres) -> Seconds,
    mean_square: f64,
    races: &[&Race],
    form: &Form,
    weekly: Metres,
) -> Forecast {
    let time = foretold(weekly);
    let error = Seconds::from_minutes(mean_square.sqrt());
    let note = condition(time, weekly, foretold, form.units);
    Forecast::from_races((time, error), races, form, MARATHON).noting(Some(note))
}

/// On what the forecast depends: the weekly distance, and what more of it would change.
fn condition(
    time: Seconds,
    weekly: Metres,
    foretold: impl Fn(Metres) -> Seconds,
    units: Units,
) -> String {
    let more = match units {
        Units::Kilometres => Metres::from_km(16.0),
        Units::Miles => Metres::from_miles(10.0),
    };
    let quicker = words::minutes(time - foretold(weekly + more));
    format!(
        "It counts on the {} you ran in a week; runners with {} more were {quicker} faster.",
        words::distance(weekly, units),
        words::distance(more, units)
    )
}

/// The weekly distance, where the survey knows such runners.
fn weekly(form: &Form) -> Result<Metres, String> {
    let raced = form.races.iter().any(|race| is_marathon(race.result.distance));
    if raced {
        return Err("You raced a marathon: that tells more than shorter races.".to_owned());
    }
    let weekly = form.weekly.ok_or(
        "It needs the distance you run in a week: four weeks of runs, each with its distance.",
    )?;
    if WEEKLY_MILES.contains(&weekly.miles()) {
        return Ok(weekly);
    }
    let edge = |miles: &f64| words::distance(Metres::from_miles(*miles), form.units);
    Err(format!(
        "It holds for {} to {} a week, and you ran {}.",
        edge(WEEKLY_MILES.start()),
        edge(WEEKLY_MILES.end()),
        words::distance(weekly, form.units)
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    const HALF: f64 = 21_097.5;

    #[test]
    fn one_race_and_the_weekly_miles_give_the_marathon() {
        let check = |metres: f64, seconds: f64, miles: f64, expected: f64| {
            let found = from_race(Performance::of(metres, seconds), Metres::from_miles(miles));
            assert!((found.0 - expected).abs() < 0.5, "{miles}: {found:?}");
        };
        check(HALF, 5400.0, 20.0, 12_481.2);
        check(HALF, 5400.0, 30.0, 12_248.5);
        check(HALF, 5400.0, 50.0, 11_808.1);
        check(10_000.0, 2400.0, 25.0, 12_228.9);
    }

    #[test]
    fn two_races_and_the_weekly_miles_give_the_marathon() {
        let check = |short: f64, long: f64, miles: f64, expected: f64| {
            let short = Performance::of(10_000.0, short);
            let found = from_races(short, Performance::of(HALF, long), Metres::from_miles(miles));
            assert!((found.0 - expected).abs() < 0.5, "{miles}: {found:?}");
        };
        check(2400.0, 5400.0, 30.0, 11_985.7);
        check(2700.0, 6000.0, 20.0, 13_485.2);
    }
}
