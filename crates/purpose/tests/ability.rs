//! How near the ability comes to the truth of simulated runners, from logs with races, with
//! workouts only, and with nothing hard. Prints its table; run it with `--nocapture`.

use purpose::{Trace, Traced, ability};
use simulator::{Conditions, HrSensor, SimulatedRunner, Terrain, perform, runner};
use training::{
    Ability, Celsius, Date, LocalStart, Profile, RunId, calendar::add_days, notation::parse_session,
};

/// Twelve weeks of runs: what is run on Tuesday, Thursday, Saturday and Sunday, over and over.
type Log = &'static [[&'static str; 4]];

const RACING: Log = &[
    ["easy 15min + 6x(800m / 2min jog) + easy 10min", "easy 45min", "long 90min", "easy 35min"],
    ["easy 15min + tempo 20min + easy 10min", "easy 50min", "long 80min", "easy 30min"],
    ["easy 15min + 8x(400m / 90s jog) + easy 10min", "easy 40min", "long 95min", "recovery 30min"],
    ["easy 40min", "easy 30min", "easy 15min + race 5km + easy 10min", "easy 40min"],
    ["easy 15min + 5x(1km / 2min jog) + easy 10min", "easy 45min", "long 90min", "easy 35min"],
    ["easy 40min", "easy 30min", "race 10km", "recovery 30min"],
];

const WORKOUTS: Log = &[
    ["easy 15min + 6x(800m / 2min jog) + easy 10min", "easy 45min", "long 90min", "easy 35min"],
    ["easy 15min + tempo 25min + easy 10min", "easy 50min", "long 80min", "easy 30min"],
    ["easy 15min + 10x(400m / 60s jog) + easy 10min", "easy 40min", "long 95min", "recovery 30min"],
    [
        "easy 15min + tempo 3x(8min / 2min jog) + easy 10min",
        "easy 40min",
        "long 95min",
        "easy 30min",
    ],
];

const EASY: Log = &[
    ["easy 40min", "easy 45min", "long 80min", "easy 35min"],
    ["easy 35min + strides 6x(20s / 60s jog)", "easy 50min", "long 75min", "easy 30min"],
];

#[test]
fn critical_speed_and_heart_rate_maximum_are_near_the_truth() {
    println!("log       runners  CS known  CS error %  bias %  HRmax error  bias  CS/se  HRmax/se");
    let racing = measure("racing", RACING, 30);
    let workouts = measure("workouts", WORKOUTS, 12);
    let easy = measure("easy", EASY, 12);
    assert!(racing.speed.mean_error() < 3.0 && racing.pulse.mean_error() < 3.0);
    assert!(workouts.speed.mean_error() < 4.0 && workouts.pulse.mean_error() < 3.0);
    assert!(easy.speed.mean_error() < 10.0 && easy.speed.honesty() < 1.3);
}

#[derive(Default)]
struct Errors {
    percent_or_bpm: Vec<f64>,
    standardised: Vec<f64>,
}

impl Errors {
    fn mean_error(&self) -> f64 {
        self.percent_or_bpm.iter().map(|error| error.abs()).sum::<f64>() / self.count()
    }

    fn bias(&self) -> f64 {
        self.percent_or_bpm.iter().sum::<f64>() / self.count()
    }

    /// Root mean square of errors in units of their stated standard error: 1 is honest.
    fn honesty(&self) -> f64 {
        (self.standardised.iter().map(|error| error * error).sum::<f64>() / self.count()).sqrt()
    }

    fn count(&self) -> f64 {
        self.percent_or_bpm.len() as f64
    }
}

struct Measured {
    speed: Errors,
    pulse: Errors,
}

fn measure(name: &str, log: Log, runners: u64) -> Measured {
    let mut measured = Measured { speed: Errors::default(), pulse: Errors::default() };
    for seed in 0..runners {
        let runner = runner(seed);
        let ability = ability_after(&runner, log);
        if let Some(known) = &ability.critical_speed {
            let error = known.value.0 - runner.critical_speed.0;
            measured.speed.percent_or_bpm.push(100.0 * error / runner.critical_speed.0);
            measured.speed.standardised.push(error / known.se.0);
        }
        if let Some(known) = &ability.hr_max {
            let error = known.value.0 - runner.hr_max.0;
            measured.pulse.percent_or_bpm.push(error);
            measured.pulse.standardised.push(error / known.se.0);
        }
    }
    let Measured { speed, pulse } = &measured;
    println!(
        "{name:9} {runners:7}  {:8}  {:10.2}  {:6.2}  {:11.2}  {:4.1}  {:5.2}  {:8.2}",
        speed.count(),
        speed.mean_error(),
        speed.bias(),
        pulse.mean_error(),
        pulse.bias(),
        speed.honesty(),
        pulse.honesty(),
    );
    measured
}

fn ability_after(runner: &SimulatedRunner, log: Log) -> Ability {
    let first: Date = "2026-03-02".parse().unwrap();
    let traces: Vec<(RunId, Date, Trace)> = (0..12)
        .flat_map(|week| (0..4).map(move |day| (week, day)))
        .map(|(week, day)| {
            let date = add_days(first, week * 7 + [1, 3, 5, 6][day]);
            let seed = (week * 4) as u64 + day as u64;
            let session = parse_session(log[week as usize % log.len()][day]).unwrap();
            let run = perform(runner, &session, &conditions(runner, seed), start(date), seed).run;
            (RunId(format!("{week}-{day}")), date, Trace::of(&run))
        })
        .collect();
    let traced: Vec<Traced<'_>> =
        traces.iter().map(|(id, date, trace)| Traced { id, date: *date, trace }).collect();
    let profile = Profile { birth_year: Some(runner.birth_year), ..Profile::default() };
    ability(&traced, &profile, add_days(first, 84))
}

fn conditions(runner: &SimulatedRunner, seed: u64) -> Conditions {
    const TERRAIN: [Terrain; 4] = [Terrain::Flat, Terrain::Rolling, Terrain::Flat, Terrain::Hilly];
    Conditions {
        terrain: TERRAIN[(seed % 4) as usize],
        temperature: Celsius(8.0 + (seed % 13) as f64),
        stops_per_hour: (seed % 3) as f64,
        watch: runner.watch,
        faults: vec![],
    }
}

fn start(date: Date) -> LocalStart {
    LocalStart { utc: format!("{date}T07:00:00Z").parse().unwrap(), offset_seconds: Some(0) }
}

#[test]
fn nothing_is_claimed_of_a_runner_without_heart_rate_who_never_ran_hard() {
    let mut runner = runner(3);
    runner.watch.hr = HrSensor::None;
    let ability = ability_after(&runner, EASY);
    assert_eq!(ability.critical_speed, None);
    assert_eq!(ability.hr_max, None);
    assert_eq!(ability.lt2_hr, None);
    assert!(ability.easy_speed.is_some() && ability.usual_duration.is_some());
}

#[test]
fn one_run_alone_is_less_sure_than_half_of_two_and_is_dated_by_itself() {
    let runner = runner(3);
    let date: Date = "2026-03-05".parse().unwrap();
    let session = parse_session("easy 15min + race 5km + easy 10min").unwrap();
    let run = perform(&runner, &session, &conditions(&runner, 0), start(date), 0).run;
    let (trace, names) = (Trace::of(&run), ["one", "other"].map(|name| RunId(name.into())));
    let of = |count: usize| {
        let traced: Vec<Traced<'_>> =
            names[..count].iter().map(|id| Traced { id, date, trace: &trace }).collect();
        let profile = Profile { hr_max: Some(runner.hr_max), ..Profile::default() };
        ability(&traced, &profile, add_days(date, 20)).critical_speed.unwrap()
    };
    let (alone, both) = (of(1), of(2));
    assert!(alone.se.0 > 1.9 * both.se.0, "{} {}", alone.se.0, both.se.0);
    assert_eq!(alone.as_of, date);
}
