//! What was meant and what was done: a stretch of days of a plan beside the runs of those days. A
//! run that was left out for a good reason asks for nothing.

use super::weeks::Yardstick;
use crate::case::Case;
use std::collections::BTreeSet;
use training::{
    Amount, CheckIn, Date, Effort, MetresPerSecond, NamedRun, Planned, Session, Week,
    calendar::add_days,
};

/// Soreness from which leaving a run out is a good decision (the article that praises recovery runs
/// skips from six of ten).
const SORE: u8 = 6;
/// Fatigue from which it is: as tired as can be.
const EXHAUSTED: u8 = 5;
/// The days whose mean speed tells how long a planned distance takes.
const USUAL_DAYS: i64 = 28;

/// What was planned and what was run.
#[derive(Debug, Clone, PartialEq)]
pub struct Adherence {
    /// What both are measured by: kilometres where every session was planned so, else minutes.
    pub by: Yardstick,
    /// What was planned, without the sessions left out for a good reason; `None` where it cannot be
    /// told how long a planned distance takes, or how far a run was.
    pub planned: Option<f64>,
    /// What was run.
    pub run: Option<f64>,
    /// Days on which a session was left out without a word why.
    pub skipped: Vec<Date>,
    /// Days on which one was left out because of pain, illness, soreness or exhaustion.
    pub spared: Vec<Date>,
    /// Runs on days without a planned session.
    pub unplanned: Vec<Date>,
}

impl Adherence {
    /// What was run as a share of what was planned; `None` where nothing was planned or it cannot
    /// be told.
    pub fn share(&self) -> Option<f64> {
        let planned = self.planned.filter(|planned| *planned > 0.0)?;
        Some(self.run? / planned)
    }

    /// Sessions left out, whyever, and not made up for on the day before or after.
    pub fn rested(&self) -> usize {
        let mut moved = self.unplanned.clone();
        let made_up = |day: &&Date| {
            let is_near = |other: &Date| (add_days(**day, -1)..=add_days(**day, 1)).contains(other);
            moved.iter().position(is_near).map(|place| moved.remove(place)).is_some()
        };
        let all = self.skipped.iter().chain(&self.spared);
        let count = all.clone().count();
        count - all.filter(made_up).count()
    }
}

/// Plan and deed from one day to another, as far as the days have gone; `None` without a plan for
/// them. A session meant for the day judged counts once it is run; days before the week in which the
/// first plan begins, and after the last one's end, belong to no plan.
pub fn adherence(case: &Case<'_>, first: Date, last: Date) -> Option<Adherence> {
    let (begins, ends) = weeks_with_a_plan(case)?;
    let (first, last) = (first.max(begins), last.min(ends));
    let runs = case.runs_between(first, last);
    let run_days: BTreeSet<Date> = runs.iter().map(NamedRun::date).collect();
    let is_due = |day: Date| day < case.on || (day == case.on && run_days.contains(&day));
    let planned = case.planned_between(first, last);
    if planned.is_empty() {
        return None;
    }
    let sessions: Vec<&Planned> =
        planned.iter().filter(|it| !it.session.is_rest() && is_due(it.date)).collect();
    let days: BTreeSet<Date> = sessions.iter().map(|it| it.date).collect();
    let (spared, skipped): (Vec<Date>, Vec<Date>) =
        days.difference(&run_days).partition(|day| is_spared(case, **day));
    let counted: Vec<&Session> =
        sessions.iter().filter(|it| !spared.contains(&it.date)).map(|it| &it.session).collect();
    let is_by_distance = counted.iter().all(|it| it.efforts().all(is_distance));
    let by = if is_by_distance { Yardstick::Distance } else { Yardstick::Time };
    let planned = counted.iter().map(|session| size(case, by, session)).sum();
    let run = runs.iter().map(|run| by.size_of_run(run)).sum();
    let unplanned = runs.iter().map(NamedRun::date).filter(|day| !days.contains(day)).collect();
    Some(Adherence { by, planned, run, skipped, spared, unplanned })
}

/// Whether there was a plan all week, from its first day on.
pub fn had_a_plan_all_week(case: &Case<'_>, week: Week) -> bool {
    weeks_with_a_plan(case).is_some_and(|(begins, ends)| begins <= week.start && week.end() <= ends)
}

/// The first day of the first week and the last day of the last one for which something was meant.
fn weeks_with_a_plan(case: &Case<'_>) -> Option<(Date, Date)> {
    let week = |planned: &Planned| Week::of(planned.date, case.first_day);
    Some((week(case.planned.first()?).start, week(case.planned.last()?).end()))
}

/// Whether a run was on a day for which a session was planned; `None` where its week has no plan.
pub fn is_planned(case: &Case<'_>, run: &NamedRun) -> Option<bool> {
    let day = run.date();
    let week = Week::of(day, case.first_day);
    let planned = case.planned_between(week.start, week.end());
    let on_the_day = |it: &Planned| it.date == day && !it.session.is_rest();
    (!planned.is_empty()).then(|| planned.iter().any(on_the_day))
}

/// Whether what the runner said on a day makes leaving a run out a good decision.
pub fn is_spared(case: &Case<'_>, day: Date) -> bool {
    let reason = |said: &CheckIn| {
        said.pain.as_ref().is_some_and(|pain| u8::from(pain.level) > 0)
            || said.is_limping == Some(true)
            || said.is_ill == Some(true)
            || said.soreness.is_some_and(|sore| u8::from(sore) >= SORE)
            || said.fatigue.is_some_and(|tired| u8::from(tired) >= EXHAUSTED)
    };
    case.as_of(day).check_in_today().is_some_and(reason)
}

/// How much a session asks for, in metres or seconds.
fn size(case: &Case<'_>, by: Yardstick, session: &Session) -> Option<f64> {
    session
        .efforts()
        .map(|(effort, count)| Some(f64::from(count) * amount(case, by, effort)?))
        .sum()
}

fn amount(case: &Case<'_>, by: Yardstick, effort: Effort) -> Option<f64> {
    match (effort.amount, by) {
        (Amount::Distance(metres), Yardstick::Distance) => Some(metres.0),
        (Amount::Time(time), Yardstick::Time) => Some(time.0),
        (Amount::Distance(metres), Yardstick::Time) => {
            Some(metres.0 / effort.speed.or_else(|| usual_speed(case))?.0)
        }
        (Amount::Time(time), Yardstick::Distance) => {
            Some(time.0 * effort.speed.or_else(|| usual_speed(case))?.0)
        }
    }
}

fn usual_speed(case: &Case<'_>) -> Option<MetresPerSecond> {
    let runs = case.recent_runs(USUAL_DAYS).iter().filter(|run| run.distance.is_some());
    let (metres, seconds) = runs.fold((0.0, 0.0), |(metres, seconds), run| {
        (metres + run.distance.unwrap_or_default().0, seconds + run.moving.0)
    });
    (seconds > 0.0 && metres > 0.0).then(|| MetresPerSecond(metres / seconds))
}

fn is_distance((effort, _): (Effort, u32)) -> bool {
    matches!(effort.amount, Amount::Distance(_))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::examples::example;

    fn last_week(text: &str) -> Adherence {
        let example = example(text);
        let week = example.last_week();
        adherence(&example.case(), week.start, week.end()).unwrap()
    }

    #[test]
    fn kilometres_are_compared_where_the_plan_speaks_of_kilometres() {
        let found = last_week(
            "1 week:
             planned Mon: easy 10km
             planned Sun: long 20km
             Mon  easy 10km
             Sun  long 14km",
        );
        assert_eq!(found.by, Yardstick::Distance);
        assert!((found.share().unwrap() - 0.8).abs() < 1e-9);
    }

    #[test]
    fn a_plan_of_both_is_compared_in_minutes() {
        let found = last_week(
            "1 week:
             planned Mon: easy 12km @5:00
             planned Sun: long 90min
             Mon  easy 60min
             Sun  long 90min",
        );
        assert_eq!(found.by, Yardstick::Time);
        assert!((found.share().unwrap() - 1.0).abs() < 1e-9);
    }

    #[test]
    fn a_run_left_out_for_a_good_reason_asks_for_nothing() {
        let found = last_week(
            "1 week:
             planned Mon: easy 10km
             planned Wed: easy 10km
             planned Fri: easy 10km
             Mon  easy 10km
             check-in Wed: soreness 6 left calf",
        );
        assert_eq!((found.spared.len(), found.skipped.len()), (1, 1));
        assert!((found.share().unwrap() - 0.5).abs() < 1e-9);
    }

    #[test]
    fn a_session_moved_by_a_day_is_no_rest() {
        let found = last_week(
            "1 week:
             planned Mon: easy 10km
             planned Wed: easy 10km
             Mon  easy 10km
             Thu  easy 10km",
        );
        assert_eq!((found.unplanned.len(), found.rested()), (1, 0));
    }

    #[test]
    fn runs_before_the_plan_began_are_none_of_its_business() {
        let text = "1 week:\nFri easy 10km\nSun long 20km\n\
                    1 week:\nplanned Tue: easy 10km\nTue easy 10km";
        let example = example(text);
        let week = example.last_week();
        let case = example.case();
        let found = adherence(&case, add_days(week.start, -3), add_days(week.start, 3)).unwrap();
        assert_eq!((found.share(), found.unplanned.len()), (Some(1.0), 0));
        assert!(had_a_plan_all_week(&case, week));
        assert!(!had_a_plan_all_week(&case, week.plus(-1)));
    }

    #[test]
    fn what_is_meant_for_today_is_not_missing_yet() {
        let found = last_week(
            "1 week:
             planned Mon: easy 10km
             planned Sun: long 20km
             Mon  easy 10km",
        );
        assert!((found.share().unwrap() - 1.0).abs() < 1e-9);
        assert!(found.skipped.is_empty());
    }
}
