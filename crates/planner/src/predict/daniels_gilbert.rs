//! Daniels and Gilbert 1979, "Oxygen Power": what a speed costs in oxygen, and the share of the most
//! that can be held for so long; the two give an *aerobic index* of a race, and runners are taken to
//! race all distances at the same one. The index is a race result in other units, not a measured
//! uptake of oxygen.

use super::{
    bisect::where_reaches,
    form::{Form, Performance},
    model::{Forecast, Knows, Model, Validity},
    riegel,
};
use rulebook::Grade;
use training::{Metres, Seconds};

/// From one race.
pub const MODEL: Model = Model {
    id: "daniels-gilbert",
    name: "Daniels and Gilbert",
    source: "Daniels and Gilbert 1979, Oxygen Power",
    knows: Knows::Level,
    valid: VALID,
    error: "3\u{a0}% up to 25 km is our own convention; beyond as Riegel's, which \
            it resembles.",
    grade: Grade::Convention,
    answer,
};

const VALID: Validity =
    Validity { times: [Seconds(210.0), Seconds::from_minutes(240.0)], ..Validity::ANY };

/// What a speed costs, in millilitres of oxygen per kilogram and minute.
fn oxygen(metres_per_minute: f64) -> f64 {
    -4.60 + 0.182258 * metres_per_minute + 0.000104 * metres_per_minute.powi(2)
}

/// The share of the most that can be held for so many minutes.
fn share_held(minutes: f64) -> f64 {
    0.8 + 0.1894393 * (-0.012778 * minutes).exp() + 0.2989558 * (-0.1932605 * minutes).exp()
}

/// The aerobic index of a race.
pub fn aerobic_index(race: Performance) -> f64 {
    let minutes = race.time.minutes();
    oxygen(race.distance.0 / minutes) / share_held(minutes)
}

/// The time of a distance at an aerobic index; `None` where nobody runs so.
pub fn time(index: f64, distance: Metres) -> Option<Seconds> {
    // Between 30 and 600 m/min the index falls as the time grows.
    let bounds = (distance.0 / 600.0, distance.0 / 30.0);
    let at =
        |minutes| -aerobic_index(Performance { distance, time: Seconds::from_minutes(minutes) });
    where_reaches(-index, bounds, at).map(Seconds::from_minutes)
}

fn answer(form: &Form, race: Metres) -> Result<Forecast, String> {
    let known = form.nearest(race, &VALID)?;
    let note = riegel::from_one_race(known, race)?;
    let index = aerobic_index(known.result);
    let time = time(index, race).ok_or("Nobody runs at this aerobic index.")?;
    let error = riegel::error(time, race);
    let forecast = Forecast::from_races((time, error), &[known], form, race);
    Ok(forecast.summed_up("aerobic", index).noting(note))
}

#[cfg(test)]
mod tests {
    use super::*;

    const RACES: [f64; 4] = [5_000.0, 10_000.0, 21_097.5, 42_195.0];

    #[test]
    fn every_race_has_its_aerobic_index() {
        let check = |metres: f64, seconds: f64, expected: f64| {
            let index = aerobic_index(Performance::of(metres, seconds));
            assert!((index - expected).abs() < 0.001, "{metres} m: {index}");
        };
        check(5_000.0, 1200.0, 49.806);
        check(10_000.0, 2400.0, 51.944);
        check(21_097.5, 5400.0, 50.977);
        check(42_195.0, 10_800.0, 53.528);
        check(42_195.0, 14_400.0, 37.904);
        check(5_000.0, 1500.0, 38.309);
        check(1_609.344, 360.0, 48.417);
    }

    #[test]
    fn every_aerobic_index_has_its_race_times() {
        let check = |index: f64, expected: [f64; 4]| {
            for (metres, seconds) in RACES.into_iter().zip(expected) {
                let found = time(index, Metres(metres)).unwrap().0;
                assert!((found - seconds).abs() <= 1.0, "{index} over {metres} m: {found}");
            }
        };
        check(30.0, [1840.9, 3828.9, 8477.0, 17_389.0]);
        check(40.0, [1446.2, 3000.8, 6654.0, 13_777.0]);
        check(50.0, [1196.0, 2479.6, 5491.0, 11_440.0]);
        check(60.0, [1022.8, 2121.9, 4689.0, 9802.0]);
        check(70.0, [895.5, 1861.0, 4103.0, 8593.0]);
    }

    #[test]
    fn an_independent_calculator_agrees_within_three_seconds() {
        // marathonquest.blogspot.com 2007, for 15 km in 1:07:48.
        let index = aerobic_index(Performance::of(15_000.0, 4068.0));
        assert!((index - 46.4).abs() < 0.05, "{index}");
        let theirs = [
            (1_609.344, 374.0),
            (5_000.0, 1275.1),
            (10_000.0, 2643.9),
            (21_097.5, 5856.7),
            (42_195.0, 12_178.7),
        ];
        for (metres, seconds) in theirs {
            let found = time(index, Metres(metres)).unwrap().0;
            assert!((found - seconds).abs() <= 3.0, "{metres} m: {found}");
        }
    }
}
