//! Coming back after days without running: how many were missed, and how much of the last full week
//! may be run again. The table of missed days is coaching practice, not a study. Why somebody did
//! not run, and whether they ran without a watch, is not known.

use super::{
    days::{is_run, ran_on},
    statistics::median,
    volume::total_distance,
};
use crate::case::Case;
use training::{
    Date, Metres, NamedRun, Seconds, Sport,
    calendar::{add_days, days_between},
};

/// Fewer missed days than this are no break.
pub const FEWEST_MISSED: i64 = 7;
/// The first run back goes no farther than this share of the longest of the last thirty days.
const OF_THE_LONGEST: f64 = 1.1;
/// Without a run in thirty days: than this share of the median run before the break.
const OF_THE_MEDIAN: f64 = 0.5;
/// And no farther than this share of what the first seven days may hold: a convention of this project,
/// so that one long run is not the whole week.
const OF_THE_FIRST_WEEK: f64 = 1.0 / 3.0;
const REFERENCE_DAYS: i64 = 30;
/// The longest way back, in days: a new base.
const LONGEST_WAY: i64 = 84;
/// So many sessions of endurance a week in other sports move the break one row up.
const KEPT_FIT: f64 = 2.0;

/// How a break is come back from: the rows of the table of missed days, the shortest break first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Row {
    /// One to six days: as if nothing had been.
    GoOn,
    /// 7 to 13 days: a week at 50 to 70 %.
    OneWeek,
    /// 14 to 27 days: as long as the break, at 50 and then 75 %.
    Halves,
    /// 28 to 55 days: as long as the break, at 33, 50 and then 75 %.
    Thirds,
    /// 56 days and more: twelve weeks at 33, 50, 70 and 85 %.
    NewBase,
}

/// How much may be run on a day of the way back.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Step {
    /// The least of the last full week that is worth running in seven days, as a share.
    pub least: f64,
    /// The most.
    pub most: f64,
    /// Whether nothing hard belongs to it.
    pub is_easy_only: bool,
}

/// A way back that the day judged lies on.
#[derive(Debug, Clone, PartialEq)]
pub struct ComingBack {
    /// Days in a row without a run.
    pub missed: i64,
    /// The row of the table, other sports counted.
    pub row: Row,
    /// The first day with a run again, or the day judged.
    pub first_day: Date,
    /// Whether that first run is known by now.
    pub has_begun: bool,
    /// The distance of the seven days that ended with the last run before; `None` where one of
    /// their runs has none.
    pub last_week: Option<Metres>,
    /// No farther than this on the first run.
    pub first_run: Option<Metres>,
    /// No longer than this on the first run, where distances are not known.
    pub first_time: Option<Seconds>,
}

impl Row {
    /// The row of a break, by its days without a run.
    pub const fn of(missed: i64) -> Self {
        match missed {
            ..FEWEST_MISSED => Self::GoOn,
            FEWEST_MISSED..14 => Self::OneWeek,
            14..28 => Self::Halves,
            28..56 => Self::Thirds,
            56.. => Self::NewBase,
        }
    }

    /// The row of a shorter break.
    #[must_use]
    pub const fn one_up(self) -> Self {
        match self {
            Self::GoOn | Self::OneWeek => Self::GoOn,
            Self::Halves => Self::OneWeek,
            Self::Thirds => Self::Halves,
            Self::NewBase => Self::Thirds,
        }
    }

    /// What the day `day` (the first is 0) of the way back after `missed` days asks; `None` once
    /// the way is done.
    pub const fn step(self, missed: i64, day: i64) -> Option<Step> {
        let (parts, length): (&[Step], i64) = match self {
            Self::GoOn => (&[], 1),
            Self::OneWeek => (&[Step { least: 0.5, ..easy(0.7) }], 7),
            Self::Halves => (&[easy(0.5), free(0.75)], missed / 2 + missed % 2),
            Self::Thirds => (&[easy(0.33), easy(0.5), free(0.75)], (missed + 2) / 3),
            Self::NewBase => (&[easy(0.33), easy(0.5), free(0.7), free(0.85)], 21),
        };
        let part = day / length;
        if day < 0 || part >= parts.len() as i64 { None } else { Some(parts[part as usize]) }
    }
}

const fn easy(most: f64) -> Step {
    Step { least: 0.0, most, is_easy_only: true }
}

const fn free(most: f64) -> Step {
    Step { least: 0.0, most, is_easy_only: false }
}

/// The way back that the day judged lies on, the one after the longest break where there are
/// several; `None` without a break, and where the log only begins.
pub fn coming_back(case: &Case<'_>) -> Option<ComingBack> {
    let window = case.runs_between(add_days(case.on, -LONGEST_WAY), case.on);
    let first = case.runs.partition_point(|run| run.date() < add_days(case.on, -LONGEST_WAY));
    let before = case.runs[..first].iter().rev().find(|run| is_run(run));
    let mut days: Vec<Date> =
        before.into_iter().chain(window).filter(|run| is_run(run)).map(NamedRun::date).collect();
    days.push(case.on);
    let breaks = days.windows(2).filter_map(|pair| way_back(case, pair[0], pair[1]));
    breaks.max_by_key(|back| (back.row, back.first_day))
}

impl ComingBack {
    /// What the day judged asks; `None` where only the first run is held back.
    pub fn step(&self, case: &Case<'_>) -> Option<Step> {
        self.row.step(self.missed, self.day(case))
    }

    /// The distance that seven days may hold now; `None` where the last full week is not known.
    pub fn most_now(&self, case: &Case<'_>) -> Option<Metres> {
        Some(Metres(self.step(case)?.most * self.last_week?.0))
    }

    /// No farther than this on one run of the day judged: while all is easy, a share of what seven days
    /// may hold.
    pub fn one_run(&self, case: &Case<'_>) -> Option<Metres> {
        let step = self.step(case).filter(|step| step.is_easy_only)?;
        Some(Metres(OF_THE_FIRST_WEEK * step.most * self.last_week?.0))
    }

    /// The runs of the current seven days of the way back, up to a day.
    pub fn runs_so_far<'a>(&self, case: &Case<'a>, last: Date) -> &'a [NamedRun] {
        case.runs_between(add_days(self.first_day, self.day(case) / 7 * 7), last)
    }

    fn day(&self, case: &Case<'_>) -> i64 {
        days_between(self.first_day, case.on)
    }
}

fn way_back(case: &Case<'_>, last_run: Date, first_day: Date) -> Option<ComingBack> {
    let missed = days_between(last_run, first_day) - 1;
    if missed < FEWEST_MISSED {
        return None;
    }
    let own = Row::of(missed);
    let row = if kept_fit(case, last_run, first_day) { own.one_up() } else { own };
    let is_over = row.step(missed, days_between(first_day, case.on)).is_none();
    if is_over && first_day != case.on {
        return None;
    }
    let before = case.runs_between(add_days(last_run, -27), last_run);
    let reference =
        case.runs_between(add_days(first_day, -REFERENCE_DAYS), add_days(first_day, -1));
    let longest = reference.iter().filter_map(|run| run.distance).map(|metres| metres.0);
    let usual = median(&before.iter().filter_map(|run| Some(run.distance?.0)).collect::<Vec<_>>());
    let by_longest = longest.reduce(f64::max).map(|metres| OF_THE_LONGEST * metres);
    let by_run = by_longest.or(usual.map(|metres| OF_THE_MEDIAN * metres));
    let times = before.iter().filter_map(NamedRun::time);
    let usual_time = median(&times.map(|time| time.0).collect::<Vec<_>>());
    Some(ComingBack {
        missed,
        row,
        first_day,
        has_begun: ran_on(case, first_day),
        last_week: total_distance(case.runs_between(add_days(last_run, -6), last_run)),
        first_run: by_run.map(Metres),
        first_time: usual_time.map(|seconds| Seconds(OF_THE_MEDIAN * seconds)),
    })
}

/// Whether other endurance sports went on during a break.
fn kept_fit(case: &Case<'_>, last_run: Date, first_day: Date) -> bool {
    let from = case.cross_training.partition_point(|session| session.start.date() <= last_run);
    let to = case.cross_training.partition_point(|session| session.start.date() < first_day);
    let sessions = case.cross_training.get(from..to).unwrap_or_default();
    let count = sessions.iter().filter(|session| is_endurance(session.sport)).count();
    let weeks = (days_between(last_run, first_day) - 1) as f64 / 7.0;
    count as f64 >= KEPT_FIT * weeks
}

const fn is_endurance(sport: Sport) -> bool {
    matches!(
        sport,
        Sport::Cycling | Sport::Swimming | Sport::Rowing | Sport::Skiing | Sport::Machine
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::examples::example;

    #[test]
    fn missed_days_find_their_row() {
        assert_eq!(Row::of(6), Row::GoOn);
        assert_eq!(Row::of(7), Row::OneWeek);
        assert_eq!(Row::of(30), Row::Thirds);
        assert_eq!(Row::of(56), Row::NewBase);
        assert_eq!(Row::of(30).one_up(), Row::Halves);
        assert_eq!(Row::of(7).one_up(), Row::GoOn);
    }

    #[test]
    fn every_row_grows_back_and_ends() {
        let most = |row: Row, missed, day| row.step(missed, day).map(|step| step.most);
        assert_eq!(most(Row::Halves, 15, 7), Some(0.5));
        assert_eq!(most(Row::Halves, 15, 8), Some(0.75));
        assert_eq!(most(Row::Halves, 15, 16), None);
        assert_eq!(most(Row::Thirds, 30, 29), Some(0.75));
        assert_eq!(most(Row::NewBase, 200, 83), Some(0.85));
        assert_eq!(most(Row::NewBase, 200, 84), None);
        assert_eq!(most(Row::GoOn, 3, 0), None);
    }

    #[test]
    fn fifty_kilometres_and_ten_days_missed_give_a_week_of_25_to_35() {
        let example = example(
            "4 weeks:
             Tue  easy 10km
             Wed  easy 10km
             Fri  easy 10km
             Sun  long 20km
             1 week:
             Mon  rest
             1 week:
             Thu  easy 8km",
        );
        let back = coming_back(&example.case()).unwrap();
        assert_eq!(back.missed, 10);
        assert_eq!(back.row, Row::OneWeek);
        let week = back.last_week.unwrap().km();
        let step = back.step(&example.case()).unwrap();
        assert!((step.least * week - 25.0).abs() < 1e-9);
        assert!((step.most * week - 35.0).abs() < 1e-9);
    }

    #[test]
    fn a_log_that_begins_is_no_break() {
        assert_eq!(coming_back(&example("2 weeks:\nSun  easy 5km").case()), None);
        assert_eq!(coming_back(&example("1 week:\nMon  rest").case()), None);
    }

    #[test]
    fn other_sports_move_a_break_one_row_up() {
        let ridden = "2 weeks:\nMon cycling\nThu cycling";
        let back = |gap: &str| {
            let weeks =
                format!("4 weeks:\nTue easy 10km\nSun long 16km\n{gap}\n1 week:\nMon easy 5km");
            coming_back(&example(&weeks).case()).unwrap()
        };
        assert_eq!(back("2 weeks:\nMon rest").row, Row::Halves);
        assert_eq!(back(ridden).row, Row::OneWeek);
        assert_eq!(back("2 weeks:\nMon strength\nThu strength").row, Row::Halves);
    }
}
