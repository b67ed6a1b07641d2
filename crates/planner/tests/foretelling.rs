//! How well marathons are foretold of simulated runners, whose races are known: the models that know
//! two races against the usual exponent from one. The runners fade as a power of time beyond twenty
//! minutes, the good ones less; whether real runners do is not asked here.

use planner::predict::{
    Forecast, Form, Model, Performance, Race, emig_peltonen, predict, riegel, vickers_vertosick,
};
use rulebook::Units;
use simulator::{Conditions, SimulatedRunner, perform, runner};
use std::sync::LazyLock;
use training::{Date, LocalStart, Metres, RunId, Seconds, notation::parse_session};

const RUNNERS: u64 = 80;
const HALF: f64 = 21_097.5;
const MARATHON: f64 = 42_195.0;
const DAY: Date = jiff::civil::date(2026, 4, 12);

/// A runner's races of one month, and the distance of a week.
struct Career {
    races: Vec<Performance>,
    weekly: Metres,
}

impl Career {
    fn raced(&self, metres: f64) -> Performance {
        *self.races.iter().find(|race| race.distance.0 == metres).unwrap()
    }
}

static CAREERS: LazyLock<Vec<Career>> = LazyLock::new(|| {
    let raced = |runner: SimulatedRunner| Career {
        races: [10_000.0, HALF, MARATHON].map(|metres| race(&runner, metres)).into(),
        weekly: runner.weekly_distance,
    };
    (0..RUNNERS).map(runner).map(raced).collect()
});

fn race(runner: &SimulatedRunner, metres: f64) -> Performance {
    let session = parse_session(&format!("race {metres}m")).unwrap();
    let utc = DAY.at(8, 0, 0, 0).to_zoned(jiff::tz::TimeZone::UTC).unwrap().timestamp();
    let start = LocalStart { utc, offset_seconds: Some(0) };
    let run = perform(runner, &session, &Conditions::default(), start, metres as u64).run;
    Performance { distance: Metres(metres), time: run.elapsed() }
}

/// What is known of a runner who raced these distances.
fn form(career: &Career, distances: &[f64]) -> Form {
    let known = career.races.iter().filter(|race| distances.contains(&race.distance.0));
    let race = |(number, result): (usize, &Performance)| Race {
        run: RunId(format!("race-{number}")),
        date: DAY,
        result: *result,
    };
    Form {
        on: DAY,
        units: Units::Kilometres,
        races: known.enumerate().map(race).collect(),
        left_out: Vec::new(),
        critical_speed: None,
        d_prime: None,
        weekly: Some(career.weekly),
    }
}

/// The mean square of what a way of foretelling is off, in minutes squared.
fn mean_square(foretell: impl Fn(&Career) -> Seconds) -> f64 {
    let off = |career: &Career| (foretell(career) - career.raced(MARATHON).time).minutes().powi(2);
    CAREERS.iter().map(off).sum::<f64>() / CAREERS.len() as f64
}

/// A marathon by a model that knows ten kilometres and the half-marathon.
fn by(model: &Model, career: &Career) -> Option<Forecast> {
    model.forecast(&form(career, &[10_000.0, HALF]), Metres(MARATHON)).ok()
}

/// 3.2 min² against 16.3 when this was written.
#[test]
fn two_races_foretell_marathons_better_than_the_usual_exponent() {
    let usual = mean_square(|career| {
        riegel::time(career.raced(HALF), Metres(MARATHON), riegel::USUAL_EXPONENT)
    });
    let two = mean_square(|career| by(&emig_peltonen::MODEL, career).unwrap().time);
    println!("mean square: one race and exponent 1.06 {usual:.1} min², two races {two:.1} min²");
    assert!(two <= 0.75 * usual, "{two} {usual}");
}

#[test]
fn two_races_foretell_marathons_within_three_per_cent() {
    let off = |career: &Career| {
        let truth = career.raced(MARATHON).time;
        (by(&emig_peltonen::MODEL, career).unwrap().time.0 / truth.0 - 1.0).abs()
    };
    let mean = CAREERS.iter().map(off).sum::<f64>() / CAREERS.len() as f64;
    println!("two races are {:.2} % off", 100.0 * mean);
    assert!(mean <= 0.03, "{mean}");
}

/// The survey's runners faded more than these; the range of its model says how much it may be off.
#[test]
fn the_model_of_the_survey_is_off_by_no_more_than_it_says() {
    let off = |career: &Career| {
        let forecast = by(&vickers_vertosick::TWO_RACES, career)?;
        Some(((forecast.time - career.raced(MARATHON).time).minutes(), forecast.error.minutes()))
    };
    let off: Vec<(f64, f64)> = CAREERS.iter().filter_map(off).collect();
    let count = off.len() as f64;
    let mean_square = off.iter().map(|(off, _)| off.powi(2)).sum::<f64>() / count;
    let inside = off.iter().filter(|(off, error)| off.abs() <= *error).count() as f64 / count;
    println!("survey, two races: {mean_square:.1} min², {:.0} % inside", 100.0 * inside);
    assert!(mean_square <= 208.0 && inside >= 0.6, "{mean_square} {inside}");
}

/// What is taken together is no surer than what it is taken from.
#[test]
fn the_models_together_are_off_by_no_more_than_they_say() {
    let off = |career: &Career| {
        let known = form(career, &[10_000.0, HALF]);
        let forecast = predict(&known, Metres(MARATHON)).expected.unwrap();
        ((forecast.time - career.raced(MARATHON).time).minutes(), forecast.error.minutes())
    };
    let off: Vec<(f64, f64)> = CAREERS.iter().map(off).collect();
    let count = off.len() as f64;
    let mean_square = off.iter().map(|(off, _)| off.powi(2)).sum::<f64>() / count;
    let inside = off.iter().filter(|(off, error)| off.abs() <= *error).count() as f64 / count;
    println!("all that count: {mean_square:.1} min², {:.0} % inside", 100.0 * inside);
    assert!(mean_square <= 208.0 && inside >= 0.6, "{mean_square} {inside}");
}
