//! One week of training as it will be run: the plan for the level, and what the runner's habits
//! make of it. Knows no weather and no watch.

use crate::{
    habits::Habit,
    random::Random,
    runner::SimulatedRunner,
    sessions,
    truth::{Cause, Innocence},
};
use training::{Goal, Level, Purpose};

/// One run to be run.
#[derive(Debug, Clone, PartialEq)]
pub struct Outing {
    /// Days after the first of the week.
    pub day: i64,
    /// Whether it is the second run of its day.
    pub is_second: bool,
    /// The session in training's notation.
    pub text: String,
    /// Why it is junk.
    pub junk: Option<Cause>,
    /// Why it is innocent.
    pub innocent_because: Option<Innocence>,
}

/// Where in the career a week lies, and what came before.
#[derive(Debug, Clone, Copy)]
pub struct Season {
    /// Weeks since the career began.
    pub week: usize,
    /// Weeks the career has.
    pub weeks: usize,
    /// Kilometres of the longest run in the last 30 days; 0 at the start.
    pub longest_km: f64,
}

/// What a day of the plan is meant for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Slot {
    Easy,
    Strides,
    Recovery,
    Quality,
    Long,
    /// A second run, the evening after something hard.
    Shakeout,
    /// A second run on an easy day.
    Evening,
}

/// The runs of a week, in order.
pub fn outings(runner: &SimulatedRunner, season: Season, random: &mut Random) -> Vec<Outing> {
    if is_missed(runner, season) {
        return Vec::new();
    }
    let slots = template(runner, season);
    let lengths = Lengths::of(runner, season, &slots);
    let mut outings: Vec<Outing> =
        slots.iter().map(|slot| outing(runner, season, *slot, lengths, random)).collect();
    if let Some(metres) = race_of_the_week(runner, season, random) {
        put_race(&mut outings, &slots, metres, random);
    }
    if runner.habits.has(Habit::FillerRuns) {
        add_fillers(&mut outings, random);
    }
    outings.sort_by_key(|outing| (outing.day, outing.is_second));
    outings
}

fn is_missed(runner: &SimulatedRunner, season: Season) -> bool {
    let missed = runner.habits.missed_weeks() as usize;
    let half = season.weeks / 2;
    (half..half + missed).contains(&season.week)
}

/// The days of a week and what they are meant for.
fn template(runner: &SimulatedRunner, season: Season) -> Vec<(i64, Slot)> {
    use Slot::{Easy, Evening, Long, Quality, Recovery, Shakeout, Strides};
    let needs_full_weeks =
        runner.habits.has(Habit::FillerRuns) || runner.habits.has(Habit::HammersRecovery);
    let days = if needs_full_weeks { runner.running_days.max(5) } else { runner.running_days };
    let first_quality = if runner.level == Level::Beginner && season.week.is_multiple_of(2) {
        Easy
    } else {
        Quality
    };
    let mut slots = match days {
        0..=3 => vec![(1, first_quality), (3, Easy), (6, Long)],
        4 => vec![(1, first_quality), (3, Easy), (5, Strides), (6, Long)],
        5 => vec![(1, Quality), (2, Recovery), (3, Easy), (5, Strides), (6, Long)],
        _ => {
            vec![(0, Recovery), (1, Quality), (2, Easy), (3, Strides), (4, Quality), (6, Long)]
        }
    };
    if runner.level == Level::Elite {
        slots.extend([(1, Shakeout), (2, Evening), (3, Evening), (4, Shakeout), (5, Easy)]);
    }
    if runner.habits.has(Habit::NoRestDays) {
        for day in 0..7 {
            if slots.iter().all(|(taken, _)| *taken != day) {
                slots.push((day, Easy));
            }
        }
    }
    slots
}

/// How long the runs of a week are, in kilometres.
#[derive(Debug, Clone, Copy)]
struct Lengths {
    easy: f64,
    long: f64,
}

impl Lengths {
    fn of(runner: &SimulatedRunner, season: Season, slots: &[(i64, Slot)]) -> Self {
        let week = runner.weekly_distance.km() * growth(season.week);
        let count =
            |wanted: &[Slot]| slots.iter().filter(|(_, slot)| wanted.contains(slot)).count() as f64;
        let share = match slots.len() {
            0..=4 => 0.38,
            5 | 6 => 0.31,
            _ => 0.25,
        };
        let long = spiked(runner, season, (share * week).min(34.0));
        let quality = count(&[Slot::Quality]) * (0.13 * week).max(4.0);
        let parts = count(&[Slot::Easy, Slot::Strides])
            + 0.6 * count(&[Slot::Recovery, Slot::Shakeout, Slot::Evening]);
        let easy = ((week - long - quality) / parts.max(1.0)).clamp(2.5, 18.0);
        Self { easy: easy.min(0.85 * long), long }
    }
}

/// Three weeks up, one lighter, and a little more each month until a third more than at first.
fn growth(week: usize) -> f64 {
    let wave = [0.92, 1.0, 1.07, 0.78][week % 4];
    let trend = 0.85 + 0.3 * (week as f64 / 40.0).min(1.0);
    wave * trend
}

/// The one long run that is far too long, if the runner has that habit.
fn spiked(runner: &SimulatedRunner, season: Season, km: f64) -> f64 {
    match runner.habits.spike_percent() {
        Some(percent) if season.week == season.weeks / 2 && season.longest_km > 0.0 => {
            season.longest_km * (1.0 + f64::from(percent) / 100.0)
        }
        _ => km,
    }
}

fn outing(
    runner: &SimulatedRunner,
    season: Season,
    (day, slot): (i64, Slot),
    lengths: Lengths,
    random: &mut Random,
) -> Outing {
    let km = lengths.easy * random.between(0.85, 1.15);
    let (text, junk, innocent_because) = match slot {
        Slot::Quality => quality(runner, season, km, random),
        Slot::Long => (long(runner, season, lengths.long, random), None, None),
        Slot::Recovery if runner.habits.has(Habit::HammersRecovery) && random.chance(0.8) => {
            (sessions::grey(runner, 0.7 * km, random), Some(Cause::HammeredRecovery), None)
        }
        _ if is_grey(runner, random) => grey(runner, km, random),
        _ if is_pressed(runner, slot, random) => {
            (sessions::pressed(runner, km, random), None, None)
        }
        Slot::Recovery | Slot::Shakeout => (sessions::recovery(0.6 * km), None, None),
        Slot::Evening => (sessions::easy(runner, 0.7 * km, random), None, None),
        Slot::Strides => (sessions::strides(0.8 * km, random), None, None),
        Slot::Easy => (sessions::easy(runner, km, random), None, None),
    };
    let is_second = matches!(slot, Slot::Shakeout | Slot::Evening);
    Outing { day, is_second, text, junk, innocent_because }
}

type Told = (String, Option<Cause>, Option<Innocence>);

fn quality(runner: &SimulatedRunner, season: Season, km: f64, random: &mut Random) -> Told {
    if is_marathon_season(runner, season) && random.chance(0.4) {
        let text = sessions::at_marathon_pace(runner, 1.2 * km);
        return (text, None, Some(Innocence::MarathonPace));
    }
    if runner.habits.has(Habit::AlwaysGrey) && random.chance(0.5) {
        return grey(runner, km, random);
    }
    (sessions::quality(runner, random), None, None)
}

fn long(runner: &SimulatedRunner, season: Season, km: f64, random: &mut Random) -> String {
    if is_marathon_season(runner, season) && km > 14.0 && random.chance(0.5) {
        return sessions::long_at_marathon_pace(runner, km, random);
    }
    sessions::long(runner, km, random)
}

fn is_grey(runner: &SimulatedRunner, random: &mut Random) -> bool {
    runner.habits.has(Habit::AlwaysGrey) && random.chance(0.85)
}

/// Who presses easy days presses every second recovery run too.
fn is_pressed(runner: &SimulatedRunner, slot: Slot, random: &mut Random) -> bool {
    runner.habits.has(Habit::PressesEasyDays)
        && match slot {
            Slot::Easy | Slot::Evening => true,
            Slot::Recovery => random.chance(0.5),
            _ => false,
        }
}

/// A run between the thresholds by habit: junk for those who train for something.
fn grey(runner: &SimulatedRunner, km: f64, random: &mut Random) -> Told {
    let text = sessions::grey(runner, km, random);
    match (&runner.goal, runner.level) {
        (Goal::Wellbeing, _) => (text, None, Some(Innocence::NoGoal)),
        (Goal::Fitness, Level::Beginner) => (text, None, Some(Innocence::BeginnerBase)),
        _ => (text, Some(Cause::GreyHabit), None),
    }
}

fn is_marathon_season(runner: &SimulatedRunner, season: Season) -> bool {
    runner.habits.has(Habit::MarathonSeason) && season.week + 10 >= season.weeks
}

/// The distance raced or trialled this week in metres, if any: every fifth week, short and long in
/// turn. Who prepares a marathon runs it in the last week.
fn race_of_the_week(runner: &SimulatedRunner, season: Season, random: &mut Random) -> Option<f64> {
    if runner.habits.has(Habit::MarathonSeason) && season.week + 1 == season.weeks {
        return Some(42_195.0);
    }
    let every = if runner.goal == Goal::Wellbeing { 13 } else { 5 };
    if season.week % every != 2 {
        return None;
    }
    let distance = match (season.week / every % 4, runner.level) {
        (0, _) => 3000.0,
        (1 | 3, Level::Beginner) => 5000.0,
        (1, _) => random.pick(&[5000.0, 10_000.0]),
        (2, _) => random.pick(&[1500.0, 1609.0]),
        (_, _) => random.pick(&[5000.0, 10_000.0, 21_097.5]),
    };
    Some(distance)
}

/// A race takes the place of the last hard session, or of the long run when it is long itself.
fn put_race(outings: &mut [Outing], slots: &[(i64, Slot)], metres: f64, random: &mut Random) {
    let wanted = if metres > 12_000.0 { Slot::Long } else { Slot::Quality };
    let place = slots
        .iter()
        .rposition(|(_, slot)| *slot == wanted)
        .or_else(|| slots.iter().position(|(_, slot)| *slot == Slot::Easy));
    let Some(outing) = place.and_then(|place| outings.get_mut(place)) else { return };
    outing.text = sessions::race(metres, random);
    outing.junk = None;
    outing.innocent_because = None;
}

/// Two short runs on free days of a week that is already full.
fn add_fillers(outings: &mut Vec<Outing>, random: &mut Random) {
    let is_full = [Purpose::Long, Purpose::Recovery]
        .iter()
        .all(|purpose| outings.iter().any(|outing| outing.text.starts_with(purpose.word())));
    if !is_full {
        return;
    }
    for day in [4, 0, 5] {
        let is_free = outings.iter().all(|outing| outing.day != day);
        if is_free && random.chance(0.85) {
            outings.push(Outing {
                day,
                is_second: false,
                text: format!("easy {}min", random.whole(18, 32)),
                junk: Some(Cause::Filler),
                innocent_because: None,
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        habits::Habits,
        runner::{runner, runner_with},
    };

    fn week(runner: &SimulatedRunner, week: usize) -> Vec<Outing> {
        let season = Season { week, weeks: 20, longest_km: 10.0 };
        outings(runner, season, &mut Random::seeded(week as u64))
    }

    #[test]
    fn sound_training_holds_no_junk_and_a_day_off() {
        for seed in 0..40 {
            let outings = week(&runner(seed), 1);
            assert!(outings.iter().all(|outing| outing.junk.is_none()));
            let days: std::collections::BTreeSet<i64> = outings.iter().map(|o| o.day).collect();
            assert!(days.len() <= 7 && (days.len() < 7 || runner(seed).level == Level::Elite));
        }
    }

    #[test]
    fn fillers_come_on_top_of_a_full_week() {
        let habits = Habits(vec![Habit::FillerRuns]);
        let outings = week(&runner_with(5, habits), 1);
        let fillers = outings.iter().filter(|outing| outing.junk == Some(Cause::Filler)).count();
        assert!(fillers >= 1, "{outings:?}");
        assert!(outings.iter().any(|outing| outing.text.starts_with("recovery")));
    }

    #[test]
    fn the_spike_is_measured_against_the_longest_run_of_the_month() {
        let habits = Habits(vec![Habit::Spike { percent: 40 }]);
        let outings = week(&runner_with(5, habits), 10);
        let long = outings.iter().find(|outing| outing.text.starts_with("long")).unwrap();
        assert!(long.text.starts_with("long 14km") || long.text.contains(" + "), "{}", long.text);
    }

    #[test]
    fn who_presses_easy_days_leaves_none_plain() {
        let is_plain = |outing: &&Outing| !outing.text.contains('+');
        let is_easy = |outing: &&Outing| is_plain(outing) && outing.text.starts_with("easy");
        let sound = week(&runner(5), 1);
        let pressed = week(&runner_with(5, Habits(vec![Habit::PressesEasyDays])), 1);
        assert!(sound.iter().any(|outing| is_easy(&outing)), "{sound:?}");
        assert!(!pressed.iter().any(|outing| is_easy(&outing)), "{pressed:?}");
    }

    #[test]
    fn missed_weeks_hold_no_runs() {
        let habits = Habits(vec![Habit::MissesWeeks { weeks: 2 }]);
        let runner = runner_with(5, habits);
        assert!(week(&runner, 10).is_empty() && week(&runner, 11).is_empty());
        assert!(!week(&runner, 9).is_empty() && !week(&runner, 12).is_empty());
    }
}
