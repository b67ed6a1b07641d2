//! A simulated runner with weeks behind them and a plan before them. The weeks are runs with their
//! purpose known: whether everymile hears it from a recording is another part of the score.

use super::running::{When, Wobble, run};
use planner::{Wish, propose};
use rulebook::{Case, Doctrine, Units};
use simulator::{Random, SimulatedRunner};
use std::fmt::Write;
use training::{
    Ability, Basis, CheckIn, Date, Estimate, Goal, Level, Metres, MetresPerSecond, NamedRun, Plan,
    Planned, Profile, Weekday, calendar::add_days, notation::parse_week, runner::DEFAULT_FIRST_DAY,
};

/// The first day of everybody's first week, a Monday.
const FIRST_DAY: Date = jiff::civil::date(2026, 1, 5);
/// How many weeks lie behind everybody.
const WEEKS_BEHIND: i64 = 8;
/// The races there are.
const RACES: [f64; 4] = [5_000.0, 10_000.0, 21_097.5, 42_195.0];
/// No long run of a usual week is longer, however much is run.
const LONGEST_KM: f64 = 32.0;
/// So often another wish is tried where one cannot be met.
const WISHES: u64 = 12;

/// A runner on the eve of a plan.
pub struct Trainee {
    /// Who runs.
    pub runner: SimulatedRunner,
    /// What they can do.
    pub ability: Ability,
    /// The runs so far, oldest first.
    pub runs: Vec<NamedRun>,
    /// What they accepted.
    pub plan: Plan,
    /// The day of the race at its end.
    pub race: Option<Date>,
    profile: Profile,
}

impl Trainee {
    /// The runner of a seed with the first of their wishes that can be met; `None` where none can.
    pub fn of(seed: u64, doctrine: &Doctrine) -> Option<Self> {
        let runner = simulator::runner(seed);
        let ability = ability(&runner);
        let mut random = Random::branch(seed, 0x3A57);
        let runs = weeks_behind(&runner, &ability, &mut random);
        let plan = Plan { begins: FIRST_DAY, weeks: Vec::new() };
        let profile = runner.profile();
        let mut trainee = Self { runner, ability, runs, plan, race: None, profile };
        let eve = add_days(FIRST_DAY, 7 * WEEKS_BEHIND - 1);
        let proposal = (0..WISHES).find_map(|_| {
            let wish = wish(&trainee.runner, eve, &mut random);
            propose(&trainee.case(eve, &trainee.runs, (&[], &[])), doctrine, &wish).ok()
        })?;
        trainee.race = proposal.race;
        trainee.plan = proposal.plan;
        Some(trainee)
    }

    /// The runner on a day, with what was run and what was said and planned.
    pub fn case<'a>(
        &'a self,
        on: Date,
        runs: &'a [NamedRun],
        (check_ins, planned): (&'a [CheckIn], &'a [Planned]),
    ) -> Case<'a> {
        Case {
            profile: &self.profile,
            ability: &self.ability,
            runs,
            cross_training: &[],
            check_ins,
            planned,
            first_day: DEFAULT_FIRST_DAY,
            on,
            units: Units::Kilometres,
        }
    }
}

fn ability(runner: &SimulatedRunner) -> Ability {
    let known = |speed: MetresPerSecond, share: f64| {
        Some(Estimate {
            value: speed,
            se: MetresPerSecond(share * speed.0),
            as_of: add_days(FIRST_DAY, 7 * WEEKS_BEHIND - 1),
            from: Vec::new(),
            basis: Basis::Observed,
        })
    };
    Ability {
        critical_speed: known(runner.critical_speed, 0.015),
        lt1_speed: known(runner.lt1_speed(), 0.03),
        easy_speed: known(runner.easy_speed(), 0.01),
        ..Ability::default()
    }
}

/// What somebody may ask for: a race within their level, or none.
fn wish(runner: &SimulatedRunner, eve: Date, random: &mut Random) -> Wish {
    let farthest = if runner.level == Level::Beginner { 2 } else { 3 };
    let distance = Metres(RACES[random.whole(0, farthest) as usize]);
    let weeks = random.whole(6, 16);
    let race_day = add_days(eve, 7 * i64::from(weeks) - i64::from(random.whole(0, 1)));
    let has_race = random.chance(0.8);
    let spare = random.whole(0, 7 - runner.running_days.min(6)) as usize;
    let days = running_days(runner.running_days as usize + spare);
    Wish {
        goal: if has_race { Goal::Race { distance, on: Some(race_day) } } else { Goal::Fitness },
        time: None,
        days,
        long_day: random.chance(0.7).then_some(Weekday::Sunday),
        most_minutes: Vec::new(),
        weeks: (!has_race).then_some(weeks as usize),
        doubles: false,
    }
}

/// The days of the week somebody runs on, by how many they are.
fn running_days(count: usize) -> Vec<Weekday> {
    use Weekday::{Friday, Monday, Saturday, Sunday, Thursday, Tuesday, Wednesday};
    let mut days = vec![Sunday, Tuesday, Thursday, Saturday, Wednesday, Friday, Monday];
    days.truncate(count.clamp(3, 7));
    days.sort_by_key(|day| day.to_monday_zero_offset());
    days
}

/// Eight weeks as the runner usually trains, every fourth a lighter one, none quite as intended.
fn weeks_behind(runner: &SimulatedRunner, ability: &Ability, random: &mut Random) -> Vec<NamedRun> {
    let mut runs = Vec::new();
    for week in 0..WEEKS_BEHIND {
        let share = if week % 4 == 3 { 0.75 } else { random.between(0.94, 1.0) };
        let text = usual_week(runner, share);
        for (day, session) in parse_week(&text).expect("written in the notation") {
            let date = add_days(FIRST_DAY, 7 * week + i64::from(day.to_monday_zero_offset()));
            let wobble =
                Wobble { pace: random.near(1.0, 0.02, 2.0), amount: random.near(1.0, 0.02, 2.0) };
            runs.push(run((runner, ability), &session, (date, When::Morning, 0), wobble));
        }
    }
    runs
}

/// A usual week in the notation: a long run, one hard session or two from the second level on, and
/// easy runs.
fn usual_week(runner: &SimulatedRunner, share: f64) -> String {
    let days = running_days(runner.running_days as usize);
    let week_km = share * runner.weekly_distance.km();
    let long_km = (week_km * if days.len() <= 4 { 0.36 } else { 0.27 }).min(LONGEST_KM);
    let hard: &[Weekday] = match runner.level {
        Level::Beginner => &[],
        Level::Intermediate => &[Weekday::Thursday],
        Level::Advanced | Level::Elite => &[Weekday::Tuesday, Weekday::Thursday],
    };
    let easy_km = (week_km - long_km) / (days.len() - 1) as f64;
    let mut text = String::new();
    for day in days {
        let name = &format!("{day:?}")[..3];
        let session = match day {
            Weekday::Sunday => format!("long {long_km:.1}km"),
            day if hard.contains(&day) => {
                let around = (easy_km - 4.5).max(2.0) / 2.0;
                format!("easy {around:.1}km + 4x(1km / 2min jog) + easy {around:.1}km")
            }
            _ => format!("easy {easy_km:.1}km"),
        };
        writeln!(text, "{name} {session}").expect("a string takes everything");
    }
    text
}
