//! What a plan is asked for: the goal, the day of the race, the days and minutes there are.

use super::dates::in_words;
use rulebook::RuleId;
use training::{Date, Goal, Seconds, Weekday};

/// What a plan is asked for.
#[derive(Debug, Clone, PartialEq)]
pub struct Wish {
    /// What the training is for.
    pub goal: Goal,
    /// The time aimed at, where there is one.
    pub time: Option<Seconds>,
    /// The days on which there is time to run.
    pub days: Vec<Weekday>,
    /// The day of the long run; `None` takes the usual one, else the last of the days.
    pub long_day: Option<Weekday>,
    /// The most minutes on some days.
    pub most_minutes: Vec<(Weekday, f64)>,
    /// Whether a day may hold two runs.
    pub doubles: bool,
    /// How many weeks; `None` until the race, or as many as a goal without a race usually takes.
    pub weeks: Option<usize>,
}

/// Why no plan can be made of a wish, and what can.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum NoPlan {
    /// The race lies in the past or is today.
    #[error("the race on {race} is not ahead of {today}; give a day to come: --date YYYY-MM-DD")]
    RaceIsPast {
        /// The day of the race.
        race: Date,
        /// Today.
        today: Date,
    },
    /// The race is too near or too far for a plan.
    #[error("{}", in_words(*race, *is_near, *fits))]
    RaceOutOfRange {
        /// The day of the race.
        race: Date,
        /// Whether it is too near; else it is too far.
        is_near: bool,
        /// The first and the last day for which a plan can be made; `None` where there is none.
        fits: Option<(Date, Date)>,
    },
    /// There are fewer weeks before the race than were asked for.
    #[error(
        "{asked} weeks do not fit before the race on {race}: from the next week on there are {left}; \
         give --weeks {left} or fewer, or leave it out"
    )]
    TooFewWeeksLeft {
        /// The day of the race.
        race: Date,
        /// The weeks asked for.
        asked: usize,
        /// The weeks there are.
        left: usize,
    },
    /// There is no day to run on.
    #[error("there is no day to run on; name at least two: --days tue,sat")]
    NoDays,
    /// The long run's day is none of the running days.
    #[error("the long run's day {long:?} is none of the days to run on; add it to --days")]
    LongDayIsNotFree {
        /// The long run's day.
        long: Weekday,
    },
    /// There is no race and no number of weeks that makes sense.
    #[error("a plan takes 2 to 52 weeks, not {weeks}; give --weeks between them")]
    OddWeeks {
        /// The weeks asked for.
        weeks: usize,
    },
    /// The day of the long run has too little time for the race.
    #[error(
        "{day:?} has {minutes:.0} minutes, and {race} asks for a long run of {needed:.0}; give it \
         more time, or the long run another day: --long"
    )]
    TooLittleTime {
        /// The long run's day.
        day: Weekday,
        /// Its minutes.
        minutes: f64,
        /// The minutes that the long run takes.
        needed: f64,
        /// The race, in words.
        race: String,
    },
    /// Two runs a day are not for this runner.
    #[error(
        "two runs a day are for advanced runners on {least} days a week or more; plan without \
         --doubles"
    )]
    NoDoubles {
        /// The days of running they begin at.
        least: usize,
    },
    /// No easing keeps every rule.
    #[error("week {week} would break {rule}: {message}")]
    BreaksARule {
        /// The week of the plan, from one.
        week: usize,
        /// The rule.
        rule: RuleId,
        /// What it says.
        message: String,
    },
    /// The goal cannot be reached safely in the time there is.
    #[error("{reason}")]
    Infeasible {
        /// Why, with its numbers, and the nearest goals that fit.
        reason: String,
    },
}
