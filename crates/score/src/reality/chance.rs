//! What chance does to the days of a plan: illness, journeys, days that are skipped, runs that
//! nobody planned, bad mornings, and a little more or less of everything. Drawn for every day before
//! anybody lives through it, so that two lives meet the same.

use super::running::Wobble;
use planner::Possible;
use simulator::{Random, SimulatedRunner};
use training::{CheckIn, Date, Metres, OutOfFive, OutOfTen, Pain, Seconds, calendar::add_days};

/// Once in so many days somebody falls ill …
const DAYS_BETWEEN_ILLNESSES: f64 = 60.0;
/// … for so many days.
const ILL: (u32, u32) = (2, 10);
/// Once in so many days somebody sets out on a journey …
const DAYS_BETWEEN_JOURNEYS: f64 = 55.0;
/// … of so many days …
const AWAY: (u32, u32) = (3, 8);
/// … and says so these days before.
pub const SAID_BEFORE: i64 = 3;
/// Between these shares of days are skipped, by the runner.
const SKIPPED: (f64, f64) = (0.02, 0.10);
/// This share of days has a run that nobody planned.
const FREE: f64 = 0.03;
/// This share of mornings is bad.
const BAD: f64 = 0.03;
/// This share of mornings has no answer.
const UNANSWERED: f64 = 0.2;
/// Standard deviations of pace and of length about what is written.
const PACE_SD: f64 = 0.02;
const AMOUNT_SD: f64 = 0.015;

/// What happens on a day, whatever is planned for it.
#[derive(Debug, Clone)]
pub struct Fate {
    /// The day.
    pub date: Date,
    /// The illness that the day lies in: its first day.
    pub ill_since: Option<Date>,
    /// The journey that the day lies in.
    pub away: Option<Journey>,
    /// Whether what is planned is not run, for no reason that matters.
    pub is_skipped: bool,
    /// How far an unplanned easy run goes in the evening.
    pub free_run: Option<Metres>,
    /// Whether the morning's answers are bad.
    pub is_bad_morning: bool,
    /// What is said in the morning; `None` is nothing.
    pub check_in: Option<CheckIn>,
    /// How the day's running differs from what is written.
    pub wobble: Wobble,
}

/// Days away from home.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Journey {
    /// The first.
    pub from: Date,
    /// The last.
    pub to: Date,
    /// What can be run there.
    pub possible: Possible,
}

/// The fates of some days in a row. Nobody travels over the day of the race.
pub fn fates(runner: &SimulatedRunner, first: Date, days: i64, race: Option<Date>) -> Vec<Fate> {
    let mut random = Random::branch(runner.seed, 0xFA7E);
    let skipped = random.between(SKIPPED.0, SKIPPED.1);
    let usual = runner.weekly_distance.0 / f64::from(runner.running_days);
    let mut spells = Spells::default();
    (0..days)
        .map(|day| {
            let date = add_days(first, day);
            spells.on(date, race, &mut random);
            let ill_since = spells.illness.map(|(since, _)| since);
            let is_bad_morning = random.chance(BAD) && ill_since.is_none();
            let check_in = check_in(date, ill_since.is_some(), is_bad_morning, &mut random);
            let free = random.chance(FREE).then(|| Metres(usual * random.between(0.5, 1.2)));
            Fate {
                date,
                ill_since,
                away: spells.journey.filter(|journey| journey.from <= date),
                is_skipped: random.chance(skipped) && race != Some(date),
                free_run: free.filter(|_| ill_since.is_none() && race != Some(date)),
                is_bad_morning,
                check_in,
                wobble: Wobble {
                    pace: random.near(1.0, PACE_SD, 2.0),
                    amount: random.near(1.0, AMOUNT_SD, 2.0),
                },
            }
        })
        .collect()
}

/// What lasts longer than a day.
#[derive(Default)]
struct Spells {
    /// Its first and its last day.
    illness: Option<(Date, Date)>,
    journey: Option<Journey>,
}

impl Spells {
    fn on(&mut self, date: Date, race: Option<Date>, random: &mut Random) {
        self.illness = self.illness.filter(|(_, last)| date <= *last);
        self.journey = self.journey.filter(|journey| date <= journey.to);
        let (falls_ill, ill) =
            (random.chance(1.0 / DAYS_BETWEEN_ILLNESSES), random.whole(ILL.0, ILL.1));
        if falls_ill && self.illness.is_none() {
            self.illness = Some((date, add_days(date, i64::from(ill) - 1)));
        }
        let sets_out = random.chance(1.0 / DAYS_BETWEEN_JOURNEYS);
        let from = add_days(date, SAID_BEFORE);
        let to = add_days(from, i64::from(random.whole(AWAY.0, AWAY.1)) - 1);
        let possible = random.pick(&[
            Possible::Nothing,
            Possible::EasyRunning,
            Possible::UpTo(Seconds::from_minutes(45.0)),
        ]);
        if sets_out && self.journey.is_none() && race.is_none_or(|race| race < from || race > to) {
            self.journey = Some(Journey { from, to, possible });
        }
    }
}

fn check_in(date: Date, is_ill: bool, is_bad: bool, random: &mut Random) -> Option<CheckIn> {
    let has_answered = !random.chance(UNANSWERED);
    let (soreness, fatigue) = (random.near(1.5, 0.8, 2.0), random.near(2.0, 0.5, 2.0));
    let bad = random.whole(0, 2);
    if !has_answered && !is_ill && !is_bad {
        return None;
    }
    let is_bad = |kind| is_bad && bad == kind;
    let fatigue = if is_ill {
        4.0
    } else if is_bad(1) {
        5.0
    } else {
        fatigue
    };
    Some(CheckIn {
        soreness: Some(of_ten(if is_bad(0) { 7.0 } else { soreness })),
        pain: Some(Pain {
            level: of_ten(0.0),
            site: None,
            lasted: None,
            is_swollen: None,
            is_sharp_and_local: None,
        }),
        is_ill: Some(is_ill),
        fatigue: Some(of_five(fatigue)),
        motivation: Some(of_five(4.0)),
        mood: Some(of_five(4.0)),
        stress: Some(of_five(2.0)),
        sleep: Some(Seconds::from_minutes(if is_bad(2) { 240.0 } else { 450.0 })),
        ..CheckIn::on(date)
    })
}

fn of_ten(answer: f64) -> OutOfTen {
    (answer.round().clamp(0.0, 10.0) as u8).try_into().expect("clamped to the scale")
}

fn of_five(answer: f64) -> OutOfFive {
    (answer.round().clamp(1.0, 5.0) as u8).try_into().expect("clamped to the scale")
}
