//! A plan: weeks of sessions towards a goal, as data and as text that a person can read and write.
//!
//! ```text
//! begins 2026-11-30
//!
//! Week 1, base
//! Mon  rest
//! Tue  easy 8km
//! Sun  long 14km
//!
//! Week 2, base, lighter
//! …
//! ```
//!
//! Days that are not named are rest; a day named twice holds two sessions. Training beside running
//! is written like them: `Tue  strength 30min`. Lines that begin with `#`
//! say something to the reader. Without week lines a week ends where its days begin anew.

mod nonsense;

pub use nonsense::refuse_nonsense;

use crate::{
    beside::Beside,
    calendar::{Date, Week, Weekday, add_days},
    notation::{NotTraining, parse_day, parse_weekday},
    session::{Planned, Session},
};
use serde::{Deserialize, Serialize};
use std::fmt;

/// Weeks of sessions, oldest first.
#[derive(Debug, Clone, PartialEq)]
pub struct Plan {
    /// The first day of the first week.
    pub begins: Date,
    /// The weeks, one after the other.
    pub weeks: Vec<PlanWeek>,
}

/// One week of a plan.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PlanWeek {
    /// What it is for; `None` where the plan does not say.
    pub phase: Option<Phase>,
    /// Whether it is meant to be lighter than the ones around it.
    pub is_lighter: bool,
    /// Its sessions in order; a day may hold two, days of rest hold none.
    pub sessions: Vec<(Weekday, Session)>,
    /// What is trained beside running.
    pub besides: Vec<(Weekday, Beside)>,
}

/// What a stretch of a plan is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Phase {
    /// Comfortable distance.
    Base,
    /// Hard work added little by little.
    Build,
    /// Work that is specific to the goal.
    Peak,
    /// Less and less before the race.
    Taper,
}

impl Phase {
    /// Every phase in order.
    pub const ALL: [Self; 4] = [Self::Base, Self::Build, Self::Peak, Self::Taper];

    /// The word for it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Base => "base",
            Self::Build => "build",
            Self::Peak => "peak",
            Self::Taper => "taper",
        }
    }
}

/// A line that belongs to no plan.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {why}")]
pub struct NotAPlan {
    /// Its number, counted from one.
    pub line: usize,
    /// What is wrong with it and what was expected.
    pub why: String,
}

impl Plan {
    /// Every session with its day, oldest first; days of rest hold none.
    pub fn planned(&self) -> Vec<Planned> {
        let weeks = self.weeks.iter().enumerate();
        let mut planned: Vec<Planned> = weeks
            .flat_map(|(index, week)| {
                let start = add_days(self.begins, 7 * index as i64);
                week.sessions.iter().map(move |(day, session)| Planned {
                    date: day_in(start, *day),
                    session: session.clone(),
                })
            })
            .collect();
        planned.sort_by_key(|planned| planned.date);
        planned
    }

    /// What is trained beside running, with its days, oldest first.
    pub fn besides(&self) -> Vec<(Date, Beside)> {
        let weeks = self.weeks.iter().enumerate();
        let mut besides: Vec<(Date, Beside)> = weeks
            .flat_map(|(index, week)| {
                let start = add_days(self.begins, 7 * index as i64);
                week.besides.iter().map(move |(day, beside)| (day_in(start, *day), *beside))
            })
            .collect();
        besides.sort_by_key(|(date, _)| *date);
        besides
    }

    /// The seven days of one of its weeks.
    pub fn week(&self, index: usize) -> Week {
        Week { start: add_days(self.begins, 7 * index as i64) }
    }

    /// The day after its last week.
    pub fn ends(&self) -> Date {
        add_days(self.begins, 7 * self.weeks.len() as i64)
    }
}

/// The first such weekday from a day on.
fn day_in(start: Date, day: Weekday) -> Date {
    add_days(start, i64::from(day.since(start.weekday())))
}

/// Reads a plan; one that does not say when it begins begins on `begins`.
pub fn parse_plan(text: &str, begins: Date) -> Result<Plan, NotAPlan> {
    let mut plan = Plan { begins, weeks: Vec::new() };
    for (number, line) in meant(text) {
        read_line(&mut plan, line).map_err(|why| NotAPlan { line: number, why })?;
    }
    Ok(plan)
}

/// The lines that say something, by their numbers from one: without what is said to the reader.
fn meant(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let lines = text.lines().map(|line| line.split('#').next().unwrap_or_default().trim());
    (1..).zip(lines).filter(|(_, line)| !line.is_empty())
}

fn read_line(plan: &mut Plan, line: &str) -> Result<(), String> {
    if let Some(day) = line.strip_prefix("begins ") {
        plan.begins = day
            .trim()
            .parse()
            .map_err(|_| format!("'{day}' is no day; write begins 2026-11-30"))?;
        return Ok(());
    }
    if line.starts_with("Week") || line.starts_with("week") {
        plan.weeks.push(read_week(line)?);
        return Ok(());
    }
    if let Some((day, beside)) = read_beside(line)? {
        week_of(plan, day).besides.push((day, beside));
        return Ok(());
    }
    let (day, session) = parse_day(line).map_err(|error| error.to_string())?;
    let week = week_of(plan, day);
    if !session.is_rest() {
        week.sessions.push((day, session));
    }
    Ok(())
}

/// `Tue  strength 30min`; `None` where it is running.
fn read_beside(line: &str) -> Result<Option<(Weekday, Beside)>, String> {
    let Some((day, text)) = line.split_once(char::is_whitespace) else { return Ok(None) };
    if !Beside::is_meant(text) {
        return Ok(None);
    }
    let day = parse_weekday(day).map_err(|error| error.to_string())?;
    let beside = text.parse().map_err(|error: NotTraining| error.to_string())?;
    Ok(Some((day, beside)))
}

/// The week that a day belongs to: the last, unless its days begin anew.
fn week_of(plan: &mut Plan, day: Weekday) -> &mut PlanWeek {
    let begins_anew = plan.weeks.last().is_none_or(|week| is_before_last(plan.begins, week, day));
    if begins_anew {
        plan.weeks.push(PlanWeek::default());
    }
    plan.weeks.last_mut().expect("a week was begun")
}

/// Whether a day lies before the last one named in a week.
fn is_before_last(begins: Date, week: &PlanWeek, day: Weekday) -> bool {
    let place = |day: Weekday| day.since(begins.weekday());
    let sessions = week.sessions.iter().map(|(day, _)| *day);
    let named = sessions.chain(week.besides.iter().map(|(day, _)| *day));
    named.map(place).max().is_some_and(|last| place(day) < last)
}

/// `Week 3, build, lighter`
fn read_week(line: &str) -> Result<PlanWeek, String> {
    let mut week = PlanWeek::default();
    for word in line.split(',').skip(1).map(str::trim) {
        match Phase::ALL.into_iter().find(|phase| phase.word() == word) {
            Some(phase) => week.phase = Some(phase),
            None if word == "lighter" => week.is_lighter = true,
            None => {
                return Err(format!(
                    "'{word}' says nothing of a week; the words are base, build, peak, taper and \
                     lighter"
                ));
            }
        }
    }
    Ok(week)
}

impl fmt::Display for Plan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "begins {}", self.begins)?;
        for (number, week) in (1..).zip(&self.weeks) {
            write!(f, "\nWeek {number}")?;
            if let Some(phase) = week.phase {
                write!(f, ", {}", phase.word())?;
            }
            writeln!(f, "{}", if week.is_lighter { ", lighter" } else { "" })?;
            self.write_days(f, week)?;
        }
        Ok(())
    }
}

impl Plan {
    fn write_days(&self, f: &mut fmt::Formatter<'_>, week: &PlanWeek) -> fmt::Result {
        for day in self.begins.weekday().cycle_forward().take(7) {
            let name = &format!("{day:?}")[..3];
            let sessions: Vec<_> = week.sessions.iter().filter(|(own, _)| *own == day).collect();
            let mut besides = week.besides.iter().filter(|(own, _)| *own == day).peekable();
            if sessions.is_empty() && besides.peek().is_none() {
                writeln!(f, "{name}  rest")?;
            }
            for (_, session) in sessions {
                writeln!(f, "{name}  {session}")?;
            }
            for (_, beside) in besides {
                writeln!(f, "{name}  {beside}")?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    const MONDAY: Date = date(2026, 11, 30);

    #[test]
    fn what_is_written_reads_back_the_same() {
        let text = "\
begins 2026-11-30

Week 1, base
Mon  rest
Tue  easy 8km
Wed  rest
Thu  easy 10min + 6x(800m @3:50 / 2min jog) + easy 10min
Fri  rest
Sat  rest
Sun  long 14km

Week 2, base, lighter
Mon  rest
Tue  easy 6km
Tue  easy 4km
Wed  rest
Thu  rest
Fri  rest
Sat  rest
Sun  long 10km
";
        let plan = parse_plan(text, MONDAY).unwrap();
        assert_eq!(plan.to_string(), text);
        assert_eq!(plan.planned().len(), 6);
        assert_eq!(plan.planned()[5].date, date(2026, 12, 13));
    }

    #[test]
    fn training_beside_running_is_written_like_it_and_is_no_session() {
        let text = "\
begins 2026-11-30

Week 1, base
Mon  strength 30min
Tue  easy 8km
Tue  strength 30min
Wed  rest
Thu  bike 40min
Fri  rest
Sat  rest
Sun  long 14km
";
        let plan = parse_plan(text, MONDAY).unwrap();
        assert_eq!(plan.to_string(), text);
        assert_eq!((plan.planned().len(), plan.besides().len()), (2, 3));
        assert_eq!(plan.besides()[2].0, date(2026, 12, 3));
        let fault = parse_plan("Tue strength hard", MONDAY).unwrap_err().to_string();
        assert!(fault.starts_with("line 1: cannot read 'strength hard'"), "{fault}");
    }

    #[test]
    fn without_week_lines_a_week_ends_where_its_days_begin_anew() {
        let plan = parse_plan("Tue easy 5km\nSun long 9km\nTue easy 5km", MONDAY).unwrap();
        assert_eq!(plan.weeks.len(), 2);
    }

    #[test]
    fn a_mistake_is_named_with_its_line() {
        let fault = |text: &str| parse_plan(text, MONDAY).unwrap_err().to_string();
        assert!(fault("Mon rest\nTue esy 5km").starts_with("line 2: cannot read 'esy'"));
        assert!(fault("Week 1, bild").contains("the words are base, build"));
        assert!(fault("begins tomorrow").contains("write begins 2026-11-30"));
    }
}
