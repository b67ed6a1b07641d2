//! What a runner does week after week beside the plan: habits that make junk miles or harm, and
//! innocent ones that only look like it.

use crate::random::Random;

/// One thing a runner does again and again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Habit {
    /// Runs nearly every unstructured run between the thresholds.
    AlwaysGrey,
    /// Runs every day of the week.
    NoRestDays,
    /// Adds short runs without a job to weeks that are already full.
    FillerRuns,
    /// Runs the recovery run after a hard day above the first threshold.
    HammersRecovery,
    /// Lets every easy run and every second recovery run go once warm: a fifth of it, nine minutes at
    /// most, lies between the thresholds. No session, and no run is grey; easy days are only hardly
    /// ever quite easy. Nobody in a population has it by chance.
    PressesEasyDays,
    /// Once, halfway, runs a long run this many percent longer than the longest of the last 30
    /// days.
    Spike {
        /// How much longer, in percent.
        percent: u32,
    },
    /// Once, halfway, does not run for this many weeks.
    MissesWeeks {
        /// How many.
        weeks: u32,
    },
    /// Innocent: prepares a marathon, with blocks at marathon pace in the last ten weeks.
    MarathonSeason,
    /// Innocent: lives among hills, so the pace of easy runs wanders.
    HillyHome,
    /// Innocent: runs through hot summers, with the heart rate that goes with it.
    HotSummers,
    /// Innocent: runs on a treadmill in winter.
    TreadmillWinters,
    /// Innocent: wears an optical sensor that often follows the cadence.
    LockingSensor,
    /// Innocent: runs to clear the mind, without any goal.
    ForWellbeing,
}

/// Everything a runner does again and again. None of them is sound, ordinary training.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Habits(pub Vec<Habit>);

impl Habits {
    /// Habits as a population has them: about half of the runners harm themselves in one or two
    /// ways, and about half have something innocent that looks suspicious.
    pub fn drawn(seed: u64) -> Self {
        let mut random = Random::branch(seed, 0x4AB1);
        let mut habits = Vec::new();
        if random.chance(0.5) {
            habits.push(random.pick(&HARMFUL));
        }
        if random.chance(0.2) {
            habits.push(random.pick(&HARMFUL));
        }
        if random.chance(0.5) {
            habits.push(random.pick(&INNOCENT));
        }
        habits.sort();
        habits.dedup();
        Self(habits)
    }

    /// Whether the runner has this habit.
    pub fn has(&self, habit: Habit) -> bool {
        self.0.contains(&habit)
    }

    /// By how much the one long run is too long, in percent, if there is one.
    pub fn spike_percent(&self) -> Option<u32> {
        self.0.iter().find_map(|habit| match habit {
            Habit::Spike { percent } => Some(*percent),
            _ => None,
        })
    }

    /// How many weeks are missed in the middle.
    pub fn missed_weeks(&self) -> u32 {
        self.0
            .iter()
            .find_map(|habit| match habit {
                Habit::MissesWeeks { weeks } => Some(*weeks),
                _ => None,
            })
            .unwrap_or(0)
    }
}

const HARMFUL: [Habit; 10] = [
    Habit::AlwaysGrey,
    Habit::NoRestDays,
    Habit::FillerRuns,
    Habit::HammersRecovery,
    Habit::Spike { percent: 15 },
    Habit::Spike { percent: 40 },
    Habit::Spike { percent: 120 },
    Habit::MissesWeeks { weeks: 1 },
    Habit::MissesWeeks { weeks: 2 },
    Habit::MissesWeeks { weeks: 4 },
];

const INNOCENT: [Habit; 6] = [
    Habit::MarathonSeason,
    Habit::HillyHome,
    Habit::HotSummers,
    Habit::TreadmillWinters,
    Habit::LockingSensor,
    Habit::ForWellbeing,
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_habit_turns_up_in_a_population() {
        let population: Vec<Habits> = (0..500).map(Habits::drawn).collect();
        for habit in HARMFUL.into_iter().chain(INNOCENT) {
            assert!(population.iter().any(|habits| habits.has(habit)), "{habit:?}");
        }
        assert!(population.iter().any(|habits| habits.0.is_empty()));
    }
}
