//! The faults, each with the runners it makes sense for, the day it shows, and the rule that must
//! speak about it.

use super::log::{FIRST_DAY, Log, WEEKS};
use planner::{Action, Prescribed, Prescription};
use rulebook::{Allows, Case, Doctrine, RuleId, Verdict, measures::coming_back::coming_back};
use simulator::{Complaint, Habit, Habits, SimulatedRunner, runner_with};
use training::{CheckIn, Date, Level, Metres, Purpose, Standing, calendar::add_days};

/// One planted fault.
pub struct Scenario {
    /// What is planted.
    pub name: &'static str,
    /// How.
    pub fault: Fault,
    /// The runners it makes sense for.
    pub fits: fn(&SimulatedRunner) -> bool,
    /// The day judged, told from the runner's sound weeks.
    pub on: Day,
    /// The rule that must speak.
    pub rule: RuleId,
    /// How it must speak.
    pub speaks: Speaks,
    /// What may be done on the day judged, in words; empty where anything may.
    pub today: &'static str,
    /// Whether what is prescribed for the day is safe; `None` where anything is.
    pub is_safe: Option<fn(&Case<'_>, &Prescription) -> bool>,
}

/// How a fault is planted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// In what the runner does week after week.
    Habit(Habit),
    /// In what the runner says in the last mornings.
    Complaint(Complaint),
    /// None: a beginner's easy runs lie just under the first threshold or on it, as they do.
    BeginnersBase,
}

/// A day of the weeks that everybody trains.
#[derive(Debug, Clone, Copy)]
pub enum Day {
    /// In a week, counted from 0, so many days after its Monday.
    Of(i64, i64),
    /// The last with a hard session.
    OfHardSession,
}

/// How a rule must speak.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Speaks {
    /// It is broken.
    Broken,
    /// It holds the day to easy running or less.
    Holds,
    /// Not at all; nor does the ledger call anything junk.
    Never,
}

/// The last of everybody's weeks, and its Sunday.
const LAST_WEEK: i64 = WEEKS as i64 - 1;
const LAST_SUNDAY: Day = Day::Of(LAST_WEEK, 6);

/// The week in which a single long run is too long and from which on weeks are missed.
const HALFWAY: i64 = WEEKS as i64 / 2;

/// A beginner's easy pace as a share of the first threshold: with the whims of the day from 94 % of
/// it to the threshold itself.
const NEAR_THRESHOLD: f64 = 0.97;

/// Every fault that is planted; those that are planted alike stand side by side.
pub static SCENARIOS: [Scenario; 16] = [
    Scenario {
        fits: is_no_beginner,
        ..habit("always grey", Habit::AlwaysGrey, LAST_SUNDAY, "keep-easy-runs-easy")
    },
    Scenario {
        fits: has_easy_days,
        ..habit("easy days too hard", Habit::PressesEasyDays, LAST_SUNDAY, "hold-easy-days-back")
    },
    Scenario {
        fits: has_days_off,
        ..habit("no rest days", Habit::NoRestDays, Day::Of(1, 6), "take-rest-days")
    },
    spike("a long run 15 % longer than any", 15),
    spike("a long run 40 % longer than any", 40),
    spike("a long run 120 % longer than any", 120),
    missed("one missed week", Day::Of(HALFWAY + 1, 0)),
    missed("two missed weeks", Day::Of(HALFWAY + 2, 0)),
    missed("four missed weeks", Day::Of(HALFWAY + 4, 0)),
    Scenario {
        speaks: Speaks::Holds,
        today: "no running",
        is_safe: Some(is_without_running),
        ..habit(
            "marathon last Sunday",
            Habit::MarathonSeason,
            Day::Of(LAST_WEEK + 1, 1),
            "wait-after-long-races",
        )
    },
    Scenario {
        today: "no running",
        is_safe: Some(is_without_running),
        ..complaint("sore for three days", Complaint::Soreness { days: 3 }, "skip-when-sore")
    },
    Scenario {
        today: "no running",
        is_safe: Some(is_without_running),
        ..complaint("sore for five days", Complaint::Soreness { days: 5 }, "heed-tiredness")
    },
    Scenario {
        today: "a clinician first",
        is_safe: Some(is_referred),
        ..complaint("pain for over 48 hours", Complaint::Pain { days: 4 }, "refer-lasting-pain")
    },
    Scenario {
        speaks: Speaks::Holds,
        today: "half an hour of easy running",
        is_safe: Some(is_short_and_easy),
        ..complaint("four hours of sleep", Complaint::ShortNight, "sleep-enough")
    },
    Scenario {
        on: Day::OfHardSession,
        today: "half an hour of easy running",
        is_safe: Some(is_short_and_easy),
        ..complaint("a hard session after it", Complaint::ShortNight, "recover-before-hard")
    },
    Scenario {
        name: "a beginner's base",
        fault: Fault::BeginnersBase,
        fits: is_beginner,
        on: LAST_SUNDAY,
        rule: RuleId("keep-easy-runs-easy"),
        speaks: Speaks::Never,
        today: "",
        is_safe: None,
    },
];

const fn habit(name: &'static str, habit: Habit, on: Day, rule: &'static str) -> Scenario {
    Scenario {
        name,
        fault: Fault::Habit(habit),
        fits: |_| true,
        on,
        rule: RuleId(rule),
        speaks: Speaks::Broken,
        today: "",
        is_safe: None,
    }
}

const fn spike(name: &'static str, percent: u32) -> Scenario {
    habit(name, Habit::Spike { percent }, Day::Of(HALFWAY, 6), "build-long-runs-gradually")
}

/// Judged on the morning of the first day on which the plan would go on, before any run: until then
/// who misses one week is as who misses four.
const fn missed(name: &'static str, back: Day) -> Scenario {
    Scenario {
        speaks: Speaks::Holds,
        today: "easy running within the limit",
        is_safe: Some(is_easy_within_the_limit),
        ..habit(name, Habit::MissesWeeks { weeks: 4 }, back, "return-gently")
    }
}

/// Judged on a Wednesday: every plan runs on Tuesday.
const fn complaint(name: &'static str, complaint: Complaint, rule: &'static str) -> Scenario {
    Scenario {
        name,
        fault: Fault::Complaint(complaint),
        fits: |_| true,
        on: Day::Of(LAST_WEEK, 2),
        rule: RuleId(rule),
        speaks: Speaks::Broken,
        today: "",
        is_safe: None,
    }
}

fn is_beginner(runner: &SimulatedRunner) -> bool {
    runner.level == Level::Beginner
}

fn is_no_beginner(runner: &SimulatedRunner) -> bool {
    !is_beginner(runner)
}

/// It takes six plain easy runs in 28 days to tell how easy they are, and the fewer days hold the
/// same distance, the longer each is: then easy runs are long runs under another name.
fn has_easy_days(runner: &SimulatedRunner) -> bool {
    match runner.level {
        Level::Beginner => false,
        Level::Intermediate => runner.running_days >= 5,
        Level::Advanced | Level::Elite => runner.running_days >= 6,
    }
}

/// The plan of elites has a run on every day, with or without this fault.
fn has_days_off(runner: &SimulatedRunner) -> bool {
    runner.level != Level::Elite
}

fn is_without_running(_: &Case<'_>, today: &Prescription) -> bool {
    today.session.is_none()
}

fn is_referred(_: &Case<'_>, today: &Prescription) -> bool {
    today.action == Action::SeeAClinician && today.session.is_none()
}

fn is_short_and_easy(_: &Case<'_>, today: &Prescription) -> bool {
    is_easy(today) && today.session.as_ref().is_none_or(|session| session.minutes.1 <= 30)
}

/// Easy, and at its longest and fastest no farther than a first run back may go; where no pace is
/// known the limit must be said.
fn is_easy_within_the_limit(case: &Case<'_>, today: &Prescription) -> bool {
    let limit = coming_back(case).and_then(|back| back.first_run);
    let reaches = |session: &Prescribed| {
        let (fastest, _) = session.speed?;
        Some(Metres(60.0 * f64::from(session.minutes.1) * fastest.0))
    };
    let is_within = |session: &Prescribed| match (reaches(session), limit) {
        (Some(reaches), Some(limit)) => reaches <= limit,
        _ => session.farthest.is_some(),
    };
    is_easy(today) && today.session.as_ref().is_none_or(is_within)
}

fn is_easy(today: &Prescription) -> bool {
    today.session.as_ref().is_none_or(|session| {
        matches!(session.purpose, Purpose::Easy | Purpose::Recovery | Purpose::Walk)
    })
}

impl Day {
    /// Its date in a runner's weeks; `None` where they never hold it.
    pub fn date(self, log: &Log) -> Option<Date> {
        match self {
            Self::Of(week, day) => Some(add_days(FIRST_DAY, 7 * week + day)),
            Self::OfHardSession => log.last_hard_session(),
        }
    }
}

impl Fault {
    /// The weeks with the fault up to a day; `None` where the runner's sound weeks are not touched.
    pub fn plant(self, sound: &Log, last: Date) -> Option<Log> {
        let runner = match self {
            Self::Habit(habit) => runner_with(sound.runner.seed, Habits(vec![habit])),
            Self::BeginnersBase => {
                let easy_fraction = NEAR_THRESHOLD * sound.runner.lt1_fraction;
                SimulatedRunner { easy_fraction, ..sound.runner.clone() }
            }
            Self::Complaint(_) => return None,
        };
        Some(Log::of(runner, Some(last)))
    }

    /// What the runner complains of.
    pub fn complaint(self) -> Option<Complaint> {
        match self {
            Self::Complaint(complaint) => Some(complaint),
            Self::Habit(_) | Self::BeginnersBase => None,
        }
    }
}

impl Scenario {
    /// Whether something is planted that a sound runner does not have.
    pub fn has_control(&self) -> bool {
        self.speaks != Speaks::Never
    }

    /// Whether the rule speaks about a runner as it must, and what it says.
    pub fn hear(
        &self,
        doctrine: &Doctrine,
        log: &Log,
        on: Date,
        said: &[CheckIn],
    ) -> (bool, String) {
        match self.speaks {
            Speaks::Broken => self.verdict(doctrine, &log.evening(on, said)),
            Speaks::Holds => self.hold(doctrine, &log.morning(on, said)),
            Speaks::Never => {
                let case = log.evening(on, said);
                let junk = junk(&case, doctrine).map(|reason| (true, reason));
                junk.unwrap_or_else(|| self.verdict(doctrine, &case))
            }
        }
    }

    fn verdict(&self, doctrine: &Doctrine, case: &Case<'_>) -> (bool, String) {
        let findings = rulebook::judge(case, doctrine);
        let own = findings.iter().find(|finding| finding.rule == self.rule);
        own.map_or((false, String::new()), |finding| {
            let said = format!("{}: {}", finding.verdict.word(), finding.message);
            (finding.verdict == Verdict::Broken, said)
        })
    }

    fn hold(&self, doctrine: &Doctrine, case: &Case<'_>) -> (bool, String) {
        let choice = doctrine.choice(self.rule);
        let hold = choice.and_then(|it| (it.rule.hold?)(case, &it.parameters()));
        hold.map_or((false, "nothing is held back".to_owned()), |hold| {
            (hold.allows <= Allows::Easy, hold.message)
        })
    }
}

impl Speaks {
    /// The words for it.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Broken => "broken",
            Self::Holds => "holds the day back",
            Self::Never => "must not, nor call a run junk",
        }
    }
}

/// Why the ledger calls a stretch junk.
fn junk(case: &Case<'_>, doctrine: &Doctrine) -> Option<String> {
    let postings = rulebook::post(case, doctrine).postings;
    let junk = postings.into_iter().find(|posting| posting.standing == Standing::Junk)?;
    Some(format!("junk: {}", junk.reason))
}
