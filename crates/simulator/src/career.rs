//! Weeks of training by one runner: week after week, each run on its day, in its weather, with the
//! watch as it happens to be.

use crate::{
    conditions::{Conditions, Fault, HrSensor, Terrain, Watch},
    habits::Habit,
    perform::perform,
    random::{Random, branch_seed},
    runner::SimulatedRunner,
    truth::{Innocence, SimulatedRun},
    week::{Outing, Season, outings},
};
use std::f64::consts::TAU;
use training::{
    Celsius, Date, Goal, Level, LocalStart, Metres, Purpose, Session, calendar::add_days,
    notation::parse_session,
};

/// Weeks of realistic training, in time order: templates by level, growth with lighter weeks, races,
/// and what the runner's habits make of it. `first_day` is the first day of the first week.
pub fn career(
    runner: &SimulatedRunner,
    first_day: Date,
    weeks: usize,
) -> impl Iterator<Item = SimulatedRun> + use<> {
    let runner = runner.clone();
    let mut longest = Longest::default();
    (0..weeks).flat_map(move |week| {
        let monday = add_days(first_day, 7 * week as i64);
        let season = Season { week, weeks, longest_km: longest.in_30_days_before(monday) };
        let mut random = Random::branch(runner.seed, 0x3EE4_0000 + week as u64);
        let runs: Vec<SimulatedRun> = outings(&runner, season, &mut random)
            .iter()
            .map(|outing| go_out(&runner, outing, add_days(monday, outing.day), &mut random))
            .collect();
        for run in &runs {
            longest.remember(run);
        }
        runs
    })
}

/// The distance of every run by its day, to know the longest of the last month.
#[derive(Default)]
struct Longest(Vec<(Date, f64)>);

impl Longest {
    fn remember(&mut self, simulated: &SimulatedRun) {
        let km = simulated.run.distance().map_or(0.0, Metres::km);
        self.0.push((simulated.run.start.date(), km));
    }

    fn in_30_days_before(&self, day: Date) -> f64 {
        let since = add_days(day, -30);
        let recent = self.0.iter().filter(|(ran, _)| *ran >= since && *ran < day);
        recent.map(|(_, km)| *km).fold(0.0, f64::max)
    }
}

fn go_out(
    runner: &SimulatedRunner,
    outing: &Outing,
    day: Date,
    random: &mut Random,
) -> SimulatedRun {
    let session = parse_session(&outing.text).expect("the library is written in notation");
    let conditions = conditions(runner, &session, day, random);
    let start = start(runner, outing, day, random);
    let seed = branch_seed(start.utc.as_second() as u64, 0xCA3E);
    let mut simulated = perform(runner, &session, &conditions, start, seed);
    simulated.truth.junk = outing.junk;
    if outing.junk.is_none() {
        simulated.truth.innocent_because =
            outing.innocent_because.or_else(|| innocence(runner, &conditions, &simulated));
    }
    simulated
}

fn innocence(
    runner: &SimulatedRunner,
    conditions: &Conditions,
    simulated: &SimulatedRun,
) -> Option<Innocence> {
    let faulty = |fault| simulated.truth.faults.contains(&fault);
    let unhurried = matches!(
        simulated.truth.purpose,
        Purpose::Easy | Purpose::Recovery | Purpose::Long | Purpose::Strides
    );
    match () {
        () if runner.goal == Goal::Wellbeing => Some(Innocence::NoGoal),
        () if !unhurried => None,
        () if faulty(Fault::CadenceLock) || faulty(Fault::GpsJump) => Some(Innocence::BadSignal),
        () if conditions.terrain == Terrain::Hilly => Some(Innocence::Hills),
        () if conditions.temperature.0 >= 25.0 => Some(Innocence::Heat),
        () if runner.level == Level::Beginner => Some(Innocence::BeginnerBase),
        () => None,
    }
}

/// Most runners go out before work, some after; second runs are in the evening.
fn start(runner: &SimulatedRunner, outing: &Outing, day: Date, random: &mut Random) -> LocalStart {
    let is_early = Random::branch(runner.seed, 0xEA51).chance(0.6);
    let hour = if outing.is_second || !is_early { 17.5 } else { 6.5 };
    let minutes = 60.0 * hour + random.between(-40.0, 80.0);
    let local =
        day.at((minutes / 60.0) as i8, (minutes % 60.0) as i8, random.whole(0, 59) as i8, 0);
    let offset = jiff::tz::Offset::from_seconds(runner.offset_seconds)
        .expect("offsets are drawn within half a day");
    let utc = offset.to_timestamp(local).expect("careers lie in the calendar's range");
    LocalStart { utc, offset_seconds: Some(runner.offset_seconds) }
}

fn conditions(
    runner: &SimulatedRunner,
    session: &Session,
    day: Date,
    random: &mut Random,
) -> Conditions {
    let terrain = terrain(runner, session, day, random);
    let watch = watch(runner, random);
    let streets = Random::branch(runner.seed, 0x57EE).between(0.0, 7.0);
    let outdoors = !matches!(terrain, Terrain::Track | Terrain::Treadmill);
    Conditions {
        terrain,
        temperature: temperature(runner, day, terrain, random),
        stops_per_hour: if outdoors && random.chance(0.7) { streets } else { 0.0 },
        faults: faults(runner, random),
        watch,
    }
}

fn terrain(runner: &SimulatedRunner, session: &Session, day: Date, random: &mut Random) -> Terrain {
    let text = session.to_string();
    let in_winter = matches!(day.month(), 12 | 1 | 2);
    let is_race = text.contains("race");
    if in_winter
        && runner.habits.has(Habit::TreadmillWinters)
        && !is_race
        && !text.contains("hills")
    {
        return Terrain::Treadmill;
    }
    if text.contains("hills") {
        return Terrain::Flat;
    }
    let on_track = text.contains("00m / ") && random.chance(0.5);
    if on_track || (text.contains("race 1500m") && random.chance(0.7)) {
        return Terrain::Track;
    }
    if runner.habits.has(Habit::HillyHome) && !is_race {
        return Terrain::Hilly;
    }
    let hilly = if is_race || text.contains("x(") { 0.0 } else { 0.1 };
    match random.unit() {
        share if share < hilly => Terrain::Hilly,
        share if share < 0.45 => Terrain::Rolling,
        share if share > 0.97 && !is_race => Terrain::Treadmill,
        _ => Terrain::Flat,
    }
}

/// Warm in July, cold in January; hot summers are nine degrees hotter.
fn temperature(
    runner: &SimulatedRunner,
    day: Date,
    terrain: Terrain,
    random: &mut Random,
) -> Celsius {
    if terrain == Terrain::Treadmill {
        return Celsius(random.near(21.0, 1.0, 2.0));
    }
    let season = -(TAU * (f64::from(day.day_of_year()) - 20.0) / 365.0).cos();
    let hot = if runner.habits.has(Habit::HotSummers) { 9.0 * season.max(0.0) } else { 0.0 };
    Celsius(11.0 + 9.0 * season + hot + random.near(0.0, 3.0, 2.0))
}

fn watch(runner: &SimulatedRunner, random: &mut Random) -> Watch {
    let strap_forgotten = random.chance(0.04);
    let hr = if strap_forgotten { HrSensor::None } else { runner.watch.hr };
    Watch { hr, ..runner.watch }
}

fn faults(runner: &SimulatedRunner, random: &mut Random) -> Vec<Fault> {
    let lock = if runner.habits.has(Habit::LockingSensor) { 0.5 } else { 0.05 };
    let chances = [
        (Fault::HrDropouts, 0.04),
        (Fault::HrSpikes, 0.04),
        (Fault::CadenceLock, lock),
        (Fault::OpticalLag, 0.25),
        (Fault::GpsJump, 0.015),
        (Fault::NoAltitude, 0.03),
    ];
    chances
        .into_iter()
        .filter(|(_, chance)| random.chance(*chance))
        .map(|(fault, _)| fault)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        habits::Habits,
        runner::{runner, runner_with},
        truth::Cause,
    };
    use jiff::civil::date;
    use std::collections::BTreeSet;

    #[test]
    fn a_career_is_in_time_order_and_lies_on_its_days() {
        let monday = date(2026, 1, 5);
        let runs: Vec<SimulatedRun> = career(&runner(6), monday, 6).collect();
        assert!(runs.windows(2).all(|pair| pair[0].run.start < pair[1].run.start));
        assert!(runs.iter().all(|run| run.run.start.date() >= monday));
        assert!(runs.iter().all(|run| run.run.start.date() < date(2026, 2, 16)));
    }

    #[test]
    fn the_same_runner_has_the_same_career() {
        let monday = date(2026, 1, 5);
        let once: Vec<SimulatedRun> = career(&runner(6), monday, 2).collect();
        assert_eq!(once, career(&runner(6), monday, 2).collect::<Vec<_>>());
    }

    #[test]
    fn a_year_of_an_ambitious_runner_holds_every_purpose_but_walking() {
        let purposes: BTreeSet<Purpose> = (0..24)
            .map(runner)
            .filter(|runner| runner.level == Level::Advanced)
            .take(2)
            .flat_map(|runner| career(&runner, date(2026, 1, 5), 26))
            .map(|run| run.truth.purpose)
            .collect();
        for purpose in Purpose::ALL {
            assert!(purpose == Purpose::Walk || purposes.contains(&purpose), "{purpose}");
        }
    }

    #[test]
    fn grey_habits_are_junk_with_a_race_in_mind_and_innocent_without() {
        let share = |habits: Vec<Habit>| {
            let runner = (0..100)
                .map(|seed| runner_with(seed, Habits(habits.clone())))
                .find(|runner| runner.level == Level::Intermediate)
                .unwrap();
            let runs: Vec<SimulatedRun> = career(&runner, date(2026, 1, 5), 8).collect();
            let junk = runs.iter().filter(|run| run.truth.junk == Some(Cause::GreyHabit)).count();
            junk as f64 / runs.len() as f64
        };
        assert!(share(vec![Habit::AlwaysGrey]) > 0.3);
        assert_eq!(share(vec![Habit::AlwaysGrey, Habit::ForWellbeing]), 0.0);
    }
}
