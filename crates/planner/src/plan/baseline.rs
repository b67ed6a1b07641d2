//! Where a plan starts: what the runner really did in the last weeks.

use jiff::Timestamp;
use rulebook::{
    Case, as_written,
    measures::{level::level, statistics::median},
    usual_share,
};
use training::{
    Level, LocalStart, Metres, MetresPerSecond, NamedRun, Purpose, RunId, Seconds, Session,
    Thresholds, Week, calendar::add_days,
};

/// The window in which the longest run counts, in days (Frandsen 2025).
const LONGEST_DAYS: i64 = 30;
/// Easy speed where nothing is known of the runner: 7:00/km. Only lengths in time are then kept.
const EASY_SPEED: MetresPerSecond = MetresPerSecond::from_seconds_per_km(420.0);

/// How long a first run is for who has not run lately (our own convention).
const FIRST_RUN: Seconds = Seconds::from_minutes(30.0);

/// Easy running as a share of critical speed, where a session names no pace.
const EASY_SHARE: f64 = usual_share(Purpose::Easy);

/// What the runner really did in the last weeks.
#[derive(Debug, Clone, PartialEq)]
pub struct Baseline {
    /// The median distance of the last four full weeks; `None` with fewer than three.
    pub week: Option<Metres>,
    /// The largest of them.
    pub peak: Metres,
    /// The longest run of the last thirty days; nothing without runs.
    pub longest: Metres,
    /// Days with a run in a usual week.
    pub days: f64,
    /// The speed of easy running.
    pub easy_speed: MetresPerSecond,
    /// Critical speed; from easy running where it is not known.
    pub critical_speed: MetresPerSecond,
    /// Training level.
    pub level: Level,
}

impl Baseline {
    /// The baseline on the day judged.
    pub fn of(case: &Case<'_>) -> Self {
        let weeks = full_weeks(case);
        let distances: Vec<f64> = weeks.iter().map(|runs| distance(runs)).collect();
        let days: Vec<f64> = weeks.iter().map(|runs| days(runs)).collect();
        let longest = case
            .runs_between(add_days(case.on, 1 - LONGEST_DAYS), case.on)
            .iter()
            .filter_map(|run| run.distance)
            .map(|metres| metres.0)
            .fold(0.0, f64::max);
        Self {
            week: median(&distances).filter(|_| distances.len() >= 3).map(Metres),
            peak: Metres(distances.iter().copied().fold(0.0, f64::max)),
            longest: Metres(longest),
            days: median(&days).unwrap_or(0.0),
            easy_speed: easy_speed(case),
            critical_speed: critical_speed(case),
            level: level(case),
        }
    }
}

impl Baseline {
    /// A session as the rules look at it before it is run.
    pub fn as_run(&self, session: &Session) -> NamedRun {
        let start = LocalStart { utc: Timestamp::UNIX_EPOCH, offset_seconds: Some(0) };
        let id = RunId(String::new());
        as_written(id, start, session, Thresholds::default(), self.critical_speed)
    }

    /// The speed at which easy running without a pace is looked at.
    pub fn speed_as_written(&self) -> MetresPerSecond {
        speed_as_written(self.critical_speed)
    }

    /// The week that a plan begins with. Who has not run lately begins with half an hour on each day.
    pub fn first_week(&self, days: usize) -> Metres {
        let usual = self.usual_week();
        if usual.0 > 0.0 { usual } else { Metres(days as f64 * FIRST_RUN.0 * self.easy_speed.0) }
    }

    /// The longest run that a plan begins with; without one lately, half an hour.
    pub fn first_long(&self) -> Metres {
        if self.longest.0 > 0.0 { self.longest } else { Metres(FIRST_RUN.0 * self.easy_speed.0) }
    }

    /// The week that a plan starts from: the median one, or most of the largest where that is more.
    pub fn usual_week(&self) -> Metres {
        self.week.map_or(self.peak, |week| Metres(week.0.max(0.9 * self.peak.0)))
    }
}

/// Critical speed; from easy running where it is not known.
pub(crate) fn critical_speed(case: &Case<'_>) -> MetresPerSecond {
    let known = case.ability.critical_speed.as_ref().map(|speed| speed.value);
    known.unwrap_or_else(|| MetresPerSecond(easy_speed(case).0 / EASY_SHARE))
}

/// The speed at which easy running without a pace is looked at.
pub(crate) fn speed_as_written(critical_speed: MetresPerSecond) -> MetresPerSecond {
    MetresPerSecond(EASY_SHARE * critical_speed.0)
}

fn easy_speed(case: &Case<'_>) -> MetresPerSecond {
    let easy = case.ability.easy_speed.as_ref().map(|speed| speed.value);
    let lt1 = case.ability.lt1_speed.as_ref().map(|speed| MetresPerSecond(0.9 * speed.value.0));
    easy.or(lt1).unwrap_or(EASY_SPEED)
}

/// The runs of the last four weeks that are over and that the log holds whole.
fn full_weeks<'a>(case: &Case<'a>) -> Vec<&'a [NamedRun]> {
    let this = Week::of(case.on, case.first_day);
    let first = case.first_run_day();
    (1..=4)
        .map(|back| this.plus(-back))
        .filter(|week| first.is_some_and(|first| first <= week.end()))
        .map(|week| case.runs_in(week))
        .collect()
}

fn distance(runs: &[NamedRun]) -> f64 {
    runs.iter().filter_map(|run| run.distance).map(|metres| metres.0).sum()
}

fn days(runs: &[NamedRun]) -> f64 {
    let mut days: Vec<_> = runs.iter().map(NamedRun::date).collect();
    days.dedup();
    days.len() as f64
}
