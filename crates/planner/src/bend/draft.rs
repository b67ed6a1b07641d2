//! A plan by its days, while it is being bent: what lies on a day, what is key, and what differs from
//! another plan.

use super::{
    event::Change,
    sessions::{Ruler, is_hard, is_key},
};
use std::collections::BTreeMap;
use training::{
    Beside, Date, Phase, Plan, PlanWeek, Planned, Purpose, Session, Week,
    calendar::{add_days, days_between},
};

/// A long run is beside those of so many days before and after it …
const AROUND_DAYS: i64 = 21;
/// … still long from this share of the longest of them on (our own convention).
const STILL_LONG: f64 = 0.4;

/// A plan by its days.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Draft {
    begins: Date,
    weeks: Vec<PlanWeek>,
    days: BTreeMap<Date, Vec<Session>>,
}

impl Draft {
    pub fn of(plan: &Plan) -> Self {
        let mut days: BTreeMap<Date, Vec<Session>> = BTreeMap::new();
        for planned in plan.planned().into_iter().filter(|planned| !planned.session.is_rest()) {
            days.entry(planned.date).or_default().push(planned.session);
        }
        Self { begins: plan.begins, weeks: plan.weeks.clone(), days }
    }

    /// As a plan again.
    pub fn plan(&self) -> Plan {
        let weeks = self.weeks.iter().enumerate().map(|(index, week)| PlanWeek {
            sessions: self
                .days_in(self.week(index))
                .into_iter()
                .flat_map(|day| self.on(day).iter().map(move |it| (day.weekday(), it.clone())))
                .collect(),
            ..week.clone()
        });
        Plan { begins: self.begins, weeks: weeks.collect() }
    }

    /// Every session from a day on, oldest first.
    pub fn planned_from(&self, first: Date) -> Vec<Planned> {
        self.planned_between(first, self.last_day())
    }

    /// The sessions from one day to another, both included, oldest first.
    pub fn planned_between(&self, first: Date, last: Date) -> Vec<Planned> {
        let days = self.days_between(first, last).into_iter();
        days.flat_map(|date| {
            self.on(date).iter().map(move |it| Planned { date, session: it.clone() })
        })
        .collect()
    }

    /// Whether a day lies in the plan.
    pub fn holds(&self, day: Date) -> bool {
        self.begins <= day && day <= self.last_day()
    }

    pub fn last_day(&self) -> Date {
        add_days(self.begins, 7 * self.weeks.len() as i64 - 1)
    }

    /// The sessions of a day; none is rest.
    pub fn on(&self, day: Date) -> &[Session] {
        self.days.get(&day).map_or(&[], Vec::as_slice)
    }

    /// Gives a day other sessions; rest is none.
    pub fn put(&mut self, day: Date, sessions: Vec<Session>) {
        let sessions: Vec<Session> = sessions.into_iter().filter(|it| !it.is_rest()).collect();
        if sessions.is_empty() {
            self.days.remove(&day);
        } else if self.holds(day) {
            self.days.insert(day, sessions);
        }
    }

    /// What is trained beside running from a day on, oldest first.
    pub fn besides_from(&self, first: Date) -> Vec<(Date, Beside)> {
        let all = (0..self.weeks.len()).flat_map(|index| {
            let start = self.week(index).start;
            let days = (0..7).map(move |step| add_days(start, step));
            days.flat_map(|day| self.besides_on(day).into_iter().map(move |it| (day, it)))
        });
        all.filter(|(day, _)| *day >= first).collect()
    }

    /// What is trained beside running on a day.
    pub fn besides_on(&self, day: Date) -> Vec<Beside> {
        let week = self.index_of(day).and_then(|index| self.weeks.get(index));
        let own = week.into_iter().flat_map(|week| &week.besides);
        own.filter(|(weekday, _)| *weekday == day.weekday()).map(|(_, it)| *it).collect()
    }

    /// Takes something from what a day holds beside running.
    pub fn take_beside(&mut self, day: Date, beside: Beside) {
        let Some(week) = self.index_of(day).and_then(|index| self.weeks.get_mut(index)) else {
            return;
        };
        week.besides.retain(|own| *own != (day.weekday(), beside));
    }

    /// Adds something to what a day holds beside running.
    pub fn put_beside(&mut self, day: Date, beside: Beside) {
        let first = self.begins.weekday();
        let Some(week) = self.index_of(day).and_then(|index| self.weeks.get_mut(index)) else {
            return;
        };
        week.besides.push((day.weekday(), beside));
        week.besides.sort_by_key(|(weekday, _)| weekday.since(first));
    }

    /// Which of its weeks a day lies in.
    pub fn index_of(&self, day: Date) -> Option<usize> {
        usize::try_from(days_between(self.begins, day).div_euclid(7))
            .ok()
            .filter(|_| self.holds(day))
    }

    /// Changes every session of a day.
    pub fn each(&mut self, day: Date, change: impl Fn(&Session) -> Session) {
        let changed = self.on(day).iter().map(change).collect();
        self.put(day, changed);
    }

    /// Exchanges two days.
    pub fn swap(&mut self, one: Date, other: Date) {
        let (first, second) = (self.on(one).to_vec(), self.on(other).to_vec());
        self.put(one, second);
        self.put(other, first);
    }

    /// The days with running from a day on, oldest first.
    pub fn days_from(&self, first: Date) -> Vec<Date> {
        self.days.range(first..).map(|(day, _)| *day).collect()
    }

    /// The days with running from one day to another, both included.
    pub fn days_between(&self, first: Date, last: Date) -> Vec<Date> {
        if first > last {
            return Vec::new();
        }
        self.days.range(first..=last).map(|(day, _)| *day).collect()
    }

    /// The days with running in a week.
    pub fn days_in(&self, week: Week) -> Vec<Date> {
        self.days_between(week.start, week.end())
    }

    /// How many weeks it has.
    pub fn week_count(&self) -> usize {
        self.weeks.len()
    }

    /// The days of one of its weeks.
    pub fn week(&self, index: usize) -> Week {
        Week { start: add_days(self.begins, 7 * index as i64) }
    }

    /// Which week of the plan a day lies in.
    pub fn week_of(&self, day: Date) -> Week {
        let index = days_between(self.begins, day).div_euclid(7);
        Week { start: add_days(self.begins, 7 * index) }
    }

    /// What one of its weeks is for.
    pub fn phase(&self, index: usize) -> Option<Phase> {
        self.weeks.get(index).and_then(|week| week.phase)
    }

    /// Puts weeks in before one of its weeks, each like the last full one before it; what follows
    /// comes later.
    pub fn lengthen(&mut self, index: usize, by: usize) {
        let before = || (0..index.min(self.weeks.len())).rev();
        let model = before().find(|week| !self.weeks[*week].is_lighter).or(before().next());
        let Some(model) = model else { return };
        let days = self.days_between(self.week(model).start, self.week(model).end());
        let own: Vec<(Date, Vec<Session>)> =
            days.into_iter().map(|day| (day, self.on(day).to_vec())).collect();
        self.shift(self.week(index).start, 7 * by as i64);
        for week in 0..by {
            self.weeks.insert(index, self.weeks[model].clone());
            let later = 7 * (index + week - model) as i64;
            self.days.extend(own.iter().map(|(day, on)| (add_days(*day, later), on.clone())));
        }
    }

    /// Takes weeks out before one of its weeks; what follows comes sooner.
    pub fn shorten(&mut self, index: usize, by: usize) {
        let (first, last) = (self.week(index - by).start, self.week(index).start);
        self.days.retain(|day, _| *day < first || *day >= last);
        self.weeks.drain(index - by..index);
        self.shift(last, -7 * by as i64);
    }

    /// Gives everything from a day on other days.
    fn shift(&mut self, first: Date, by: i64) {
        let later = self.days.split_off(&first);
        self.days.extend(later.into_iter().map(|(day, on)| (add_days(day, by), on)));
    }

    /// Makes a week a lighter one, and one of another phase where that is said; a taper stays one.
    pub fn name_week(&mut self, week: Week, phase: Option<Phase>) {
        let Some(own) = self.index_of(week.start).and_then(|index| self.weeks.get_mut(index))
        else {
            return;
        };
        own.is_lighter = true;
        own.phase = phase.filter(|_| own.phase != Some(Phase::Taper)).or(own.phase);
    }

    pub fn is_hard(&self, day: Date) -> bool {
        self.on(day).iter().any(is_hard)
    }

    pub fn is_key(&self, day: Date) -> bool {
        self.on(day).iter().any(is_key)
    }

    pub fn is_race(&self, day: Date) -> bool {
        self.on(day).iter().any(|session| session.main_purpose() == Purpose::Race)
    }

    /// The first race from a day on.
    pub fn race_from(&self, first: Date) -> Option<Date> {
        self.days_from(first).into_iter().find(|day| self.is_race(*day))
    }

    /// Where another plan differs from a day on.
    pub fn changes(&self, other: &Self, first: Date) -> Vec<Change> {
        let last = self.last_day().max(other.last_day());
        let days = (0..=days_between(first, last)).map(|step| add_days(first, step));
        let differs = |day: &Date| {
            self.on(*day) != other.on(*day) || self.besides_on(*day) != other.besides_on(*day)
        };
        let change = |date: Date| Change {
            date,
            was: self.on(date).to_vec(),
            becomes: other.on(date).to_vec(),
            beside_was: self.besides_on(date),
            beside_becomes: other.besides_on(date),
        };
        days.filter(differs).map(change).collect()
    }

    /// Its key sessions from a day on. A long run that was cut to little beside those around it is none
    /// any more.
    pub fn key_sessions(&self, first: Date, ruler: Ruler) -> Vec<Planned> {
        let all = self.planned_from(add_days(first, -AROUND_DAYS));
        let far = |it: &Planned| ruler.distance(&it.session).0;
        let is_cut = |it: &Planned| {
            let is_near = |other: &&Planned| days_between(it.date, other.date).abs() <= AROUND_DAYS;
            let is_long = |other: &&Planned| other.session.main_purpose() == Purpose::Long;
            let longest = all.iter().filter(is_near).filter(is_long).map(far).fold(0.0, f64::max);
            is_long(&it) && far(it) < STILL_LONG * longest
        };
        let keys = all.iter().filter(|it| it.date >= first && is_key(&it.session) && !is_cut(it));
        keys.cloned().collect()
    }

    /// How many of its key sessions from a day on another plan holds too, on whatever day, and how
    /// many there are.
    pub fn key_sessions_kept(&self, other: &Self, first: Date, ruler: Ruler) -> (usize, usize) {
        let keys = |draft: &Self| -> Vec<Session> {
            draft.key_sessions(first, ruler).into_iter().map(|it| it.session).collect()
        };
        let (own, mut left) = (keys(self), keys(other));
        let mut is_there = |session: &&Session| {
            left.iter().position(|it| it == *session).map(|place| left.swap_remove(place)).is_some()
        };
        let kept = own.iter().filter(|session| is_there(session)).count();
        (kept, own.len())
    }
}
