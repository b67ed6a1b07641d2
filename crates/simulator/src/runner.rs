//! Who runs: a body with known thresholds, a watch, a home and habits, drawn from a seed.

use crate::{
    conditions::{HrSensor, LapHabit, Watch},
    habits::{Habit, Habits},
    random::Random,
};
use training::{Bpm, Goal, Level, Metres, MetresPerSecond, Position, Profile, Sex};

/// A runner whose thresholds are known, because they were drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct SimulatedRunner {
    /// What everything about the runner was drawn from.
    pub seed: u64,
    /// Training level; it goes with critical speed and weekly distance.
    pub level: Level,
    /// Sex.
    pub sex: Sex,
    /// Year of birth.
    pub birth_year: i16,
    /// Critical speed: the second threshold.
    pub critical_speed: MetresPerSecond,
    /// Metres above critical speed before exhaustion.
    pub d_prime: Metres,
    /// How fast speed fades with time beyond 20 minutes: v(T) = v(20 min)·(T/20 min)^−fade.
    pub fade: f64,
    /// First threshold, as a fraction of critical speed.
    pub lt1_fraction: f64,
    /// Easy speed, as a fraction of critical speed; below the first threshold.
    pub easy_fraction: f64,
    /// Highest heart rate.
    pub hr_max: Bpm,
    /// Heart rate at rest.
    pub hr_rest: Bpm,
    /// Heart rate at critical speed, as a fraction of the highest.
    pub hr_fraction_at_critical_speed: f64,
    /// How much of the highest heart rate one whole critical speed costs.
    pub hr_slope: f64,
    /// How much heart rate rises in an hour at even effort, as a fraction.
    pub hr_drift_per_hour: f64,
    /// Beats per minute for each degree Celsius above 15.
    pub heat_slope: f64,
    /// Cadence at no speed, in steps per minute (the intercept of the line).
    pub cadence_base: f64,
    /// Steps per minute for each metre per second.
    pub cadence_slope: f64,
    /// Usual distance of a full week.
    pub weekly_distance: Metres,
    /// Days a week with a run.
    pub running_days: u32,
    /// The watch, as it is usually set.
    pub watch: Watch,
    /// Where the runs begin.
    pub home: Position,
    /// Seconds east of UTC at home.
    pub offset_seconds: i32,
    /// What the running is for.
    pub goal: Goal,
    /// What the runner does again and again.
    pub habits: Habits,
}

/// A runner with sound habits: one of four levels, from beginners (critical speed 2.4 m/s) to
/// elites (5.6 m/s).
pub fn runner(seed: u64) -> SimulatedRunner {
    runner_with(seed, Habits::default())
}

/// The same runner as [`runner`] draws for the seed, with the given habits.
pub fn runner_with(seed: u64, habits: Habits) -> SimulatedRunner {
    let mut random = Random::branch(seed, 0x0B0D);
    let level = random.pick(&[Level::Beginner, Level::Intermediate, Level::Advanced, Level::Elite]);
    let class = Class::of(level);
    let lt1_fraction = random.between(0.75, 0.87).max(class.lt1_floor);
    let hr_fraction_at_critical_speed = random.between(0.88, 0.92);
    let hr_fraction_at_easy = random.between(0.67, 0.76);
    let age = random.between(19.0, 62.0_f64.min(class.oldest));
    let watch = draw_watch(&habits, &mut random);
    SimulatedRunner {
        seed,
        level,
        sex: random.pick(&[Sex::Female, Sex::Male]),
        birth_year: 2026 - age as i16,
        critical_speed: MetresPerSecond(
            random.between(class.critical_speed.0, class.critical_speed.1),
        ),
        d_prime: Metres(random.near(class.d_prime, 40.0, 2.0)),
        fade: random.between(class.fade.0, class.fade.1),
        lt1_fraction,
        easy_fraction: (lt1_fraction - random.between(0.04, 0.10)).clamp(0.66, 0.80),
        hr_max: Bpm(random.near(208.0 - 0.7 * age, 8.0, 2.0).round()),
        hr_rest: Bpm(random.between(class.hr_rest.0, class.hr_rest.1).round()),
        hr_fraction_at_critical_speed,
        hr_slope: (hr_fraction_at_critical_speed - hr_fraction_at_easy) / 0.28,
        hr_drift_per_hour: random.between(0.01, 0.05),
        heat_slope: random.between(0.5, 1.5),
        cadence_base: random.near(146.0, 6.0, 2.0),
        cadence_slope: random.between(5.5, 9.0),
        weekly_distance: Metres::from_km(random.between(class.weekly_km.0, class.weekly_km.1)),
        running_days: random.whole(class.running_days.0, class.running_days.1),
        watch,
        home: Position {
            latitude: random.between(36.0, 56.0),
            longitude: random.between(-8.0, 24.0),
        },
        offset_seconds: 3600 * (random.whole(0, 14) as i32 - 6),
        goal: draw_goal(level, &habits, &mut random),
        habits,
    }
}

impl SimulatedRunner {
    /// Speed at the first threshold.
    pub fn lt1_speed(&self) -> MetresPerSecond {
        self.fraction(self.lt1_fraction)
    }

    /// The usual speed of easy runs on the flat.
    pub fn easy_speed(&self) -> MetresPerSecond {
        self.fraction(self.easy_fraction)
    }

    /// A fraction of critical speed.
    pub fn fraction(&self, fraction: f64) -> MetresPerSecond {
        MetresPerSecond(self.critical_speed.0 * fraction)
    }

    /// What the runner would say of themselves: name, year of birth, sex, level and goal, and no
    /// threshold.
    pub fn profile(&self) -> Profile {
        Profile {
            name: Some(format!("Simulated runner {}", self.seed)),
            birth_year: Some(self.birth_year),
            sex: Some(self.sex),
            level: Some(self.level),
            goal: Some(self.goal.clone()),
            ..Profile::default()
        }
    }
}

/// What goes with a level.
struct Class {
    critical_speed: (f64, f64),
    d_prime: f64,
    fade: (f64, f64),
    lt1_floor: f64,
    hr_rest: (f64, f64),
    weekly_km: (f64, f64),
    running_days: (u32, u32),
    oldest: f64,
}

impl Class {
    const fn of(level: Level) -> Self {
        match level {
            Level::Beginner => Self {
                critical_speed: (2.4, 3.1),
                d_prime: 140.0,
                fade: (0.075, 0.095),
                lt1_floor: 0.80,
                hr_rest: (58.0, 74.0),
                weekly_km: (12.0, 24.0),
                running_days: (3, 4),
                oldest: 62.0,
            },
            Level::Intermediate => Self {
                critical_speed: (3.0, 3.9),
                d_prime: 170.0,
                fade: (0.068, 0.085),
                lt1_floor: 0.75,
                hr_rest: (48.0, 64.0),
                weekly_km: (30.0, 55.0),
                running_days: (4, 5),
                oldest: 62.0,
            },
            Level::Advanced => Self {
                critical_speed: (3.8, 4.8),
                d_prime: 190.0,
                fade: (0.06, 0.075),
                lt1_floor: 0.75,
                hr_rest: (42.0, 54.0),
                weekly_km: (60.0, 95.0),
                running_days: (5, 6),
                oldest: 50.0,
            },
            Level::Elite => Self {
                critical_speed: (4.8, 5.6),
                d_prime: 210.0,
                fade: (0.05, 0.062),
                lt1_floor: 0.75,
                hr_rest: (36.0, 46.0),
                weekly_km: (115.0, 165.0),
                running_days: (6, 6),
                oldest: 36.0,
            },
        }
    }
}

fn draw_watch(habits: &Habits, random: &mut Random) -> Watch {
    let hr = match random.unit() {
        _ if habits.has(Habit::LockingSensor) => HrSensor::Optical,
        share if share < 0.08 => HrSensor::None,
        share if share < 0.45 => HrSensor::Chest,
        _ => HrSensor::Optical,
    };
    let laps = random.pick(&[
        LapHabit::Single,
        LapHabit::EveryKilometre,
        LapHabit::EveryKilometre,
        LapHabit::EveryMile,
        LapHabit::Button,
        LapHabit::Workout,
    ]);
    Watch { hr, laps, smart_recording: random.chance(0.2), auto_pause: random.chance(0.4) }
}

fn draw_goal(level: Level, habits: &Habits, random: &mut Random) -> Goal {
    if habits.has(Habit::ForWellbeing) {
        return Goal::Wellbeing;
    }
    if habits.has(Habit::MarathonSeason) {
        return Goal::Race { distance: Metres(42_195.0), on: None };
    }
    if level == Level::Beginner && random.chance(0.5) {
        return Goal::Fitness;
    }
    let distance = random.pick(&[5_000.0, 10_000.0, 21_097.5]);
    Goal::Race { distance: Metres(distance), on: None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_population_reaches_from_beginners_to_elites() {
        let speeds: Vec<f64> = (0..400).map(|seed| runner(seed).critical_speed.0).collect();
        assert!(speeds.iter().any(|speed| *speed < 2.6));
        assert!(speeds.iter().any(|speed| *speed > 5.4));
        assert!(speeds.iter().all(|speed| (2.4..=5.6).contains(speed)));
    }

    #[test]
    fn easy_running_is_below_the_first_threshold() {
        assert!((0..400).map(runner).all(|runner| runner.easy_speed().0 < runner.lt1_speed().0));
    }

    #[test]
    fn habits_change_what_is_done_and_not_who_runs() {
        let sound = runner(11);
        let grey = runner_with(11, Habits(vec![Habit::AlwaysGrey]));
        assert_eq!(sound.critical_speed, grey.critical_speed);
        assert_eq!(sound.hr_max, grey.hr_max);
    }
}
