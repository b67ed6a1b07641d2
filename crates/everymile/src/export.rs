//! A plan as files for other programs: a calendar, a table, and workouts for the watch. Writes to
//! no disk: every file is handed over as text or bytes.

pub mod archive;
pub mod ics;
pub mod table;
pub mod workouts;

use std::iter::zip;
use training::{Beside, Date, Phase, Plan, Planned};

/// One session of a plan and where it stands there.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// The session and its day.
    pub planned: Planned,
    /// Its number among the sessions of its day, from one.
    pub number: u32,
    /// Its week, from one.
    pub week: usize,
    /// What the week is for.
    pub phase: Option<Phase>,
}

/// Every session of a plan, oldest first; days of rest are left out.
pub fn entries(plan: &Plan) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    for planned in plan.planned().into_iter().filter(|planned| !planned.session.is_rest()) {
        let same_day = entries.last().filter(|last| last.planned.date == planned.date);
        let number = same_day.map_or(1, |last| last.number + 1);
        let (week, phase) = held_by(plan, planned.date);
        entries.push(Entry { planned, number, week, phase });
    }
    entries
}

/// Training beside running and where it stands in a plan.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct BesideEntry {
    /// The day.
    pub date: Date,
    /// What is trained.
    pub beside: Beside,
    /// Its week, from one.
    pub week: usize,
    /// What the week is for.
    pub phase: Option<Phase>,
}

/// Everything that a plan holds beside running, oldest first.
pub fn besides(plan: &Plan) -> Vec<BesideEntry> {
    let besides = plan.besides().into_iter().map(|(date, beside)| {
        let (week, phase) = held_by(plan, date);
        BesideEntry { date, beside, week, phase }
    });
    besides.collect()
}

/// The week that holds a day, and what it is for.
fn held_by(plan: &Plan, date: Date) -> (usize, Option<Phase>) {
    let held = zip(1.., &plan.weeks).find(|(week, _)| plan.week(week - 1).holds(date));
    held.map_or((1, None), |(week, held)| (week, held.phase))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use training::plan::parse_plan;

    #[test]
    fn sessions_are_numbered_within_their_day_and_know_their_week() {
        let text = "Week 1, base\nTue easy 6km\nTue easy 4km\nWeek 2, build\nMon easy 5km";
        let plan = parse_plan(text, date(2026, 11, 30)).unwrap();
        let found: Vec<(u32, usize, Option<Phase>)> =
            entries(&plan).iter().map(|entry| (entry.number, entry.week, entry.phase)).collect();
        let expected =
            [(1, 1, Some(Phase::Base)), (2, 1, Some(Phase::Base)), (1, 2, Some(Phase::Build))];
        assert_eq!(found, expected);
    }
}
