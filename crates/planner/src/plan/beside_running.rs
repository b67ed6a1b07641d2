//! What a week of a plan holds beside running: strength two or three times, and cross-training as a
//! buffer on a day that is free. On which days strength lies is the doctrine's choice.

use crate::choice::choice;
use rulebook::Doctrine;
use training::{
    Beside, Date, Level, Phase, PlanWeek, Purpose, Seconds, Session, Sport, Weekday,
    calendar::{add_days, days_between},
};

/// How long a session of strength is (our own convention).
const STRENGTH: Seconds = Seconds::from_minutes(30.0);
/// So many days before a race are free of both (our own convention).
pub(crate) const BEFORE_RACE: i64 = 4;
/// How long cross-training is (our own convention).
const CROSS: Seconds = Seconds::from_minutes(40.0);

/// How strength and cross-training are placed.
#[derive(Debug, Clone)]
pub struct Places {
    /// Sessions of strength in a usual week.
    sessions: usize,
    /// Whether they lie on hard days, so that easy days stay easy; else on easy ones.
    on_hard_days: bool,
    /// Days a week that are left free of everything.
    rest_days: usize,
    /// The days on which there is time.
    days: Vec<Weekday>,
    /// The first day of the week.
    first_day: Weekday,
}

impl Places {
    /// As the doctrine has them, on the days there are, with so many days of rest.
    pub fn of(doctrine: &Doctrine, days: &[Weekday], first_day: Weekday, rest: usize) -> Self {
        let choice = choice(doctrine, "make-room-for-strength");
        Self {
            sessions: choice.parameters().number("planned_sessions") as usize,
            on_hard_days: choice.parameters().flag("planned_on_hard_days"),
            rest_days: rest,
            days: days.to_vec(),
            first_day,
        }
    }

    /// What a week holds beside its runs; nothing just before the race.
    pub fn beside(
        &self,
        week: &PlanWeek,
        level: Level,
        (start, race): (Date, Option<Date>),
    ) -> Vec<(Weekday, Beside)> {
        let is_open = |day: Weekday| {
            let date = add_days(start, i64::from(day.since(self.first_day)));
            race.is_none_or(|race| days_between(date, race) > BEFORE_RACE)
        };
        let mut besides: Vec<(Weekday, Beside)> = self
            .strength_days(week, level, is_open)
            .into_iter()
            .map(|day| (day, Beside { sport: Sport::Strength, time: STRENGTH }))
            .collect();
        let cross = self.cross_day(week, &besides).filter(|day| is_open(*day));
        besides.extend(cross.map(|day| (day, Beside { sport: Sport::Other, time: CROSS })));
        besides.sort_by_key(|(day, _)| day.since(self.first_day));
        besides
    }

    /// The best days for strength, one free of it between them: one more for the advanced in the base,
    /// one alone in the taper.
    fn strength_days(
        &self,
        week: &PlanWeek,
        level: Level,
        is_open: impl Fn(Weekday) -> bool,
    ) -> Vec<Weekday> {
        let most = match week.phase {
            Some(Phase::Taper) => 1,
            Some(Phase::Base) if level >= Level::Advanced && !week.is_lighter => self.sessions + 1,
            _ => self.sessions,
        };
        let mut days: Vec<(u8, Weekday)> = self
            .first_day
            .cycle_forward()
            .take(7)
            .filter(|day| is_open(*day))
            .filter_map(|day| Some((self.worth(week, day)?, day)))
            .collect();
        days.sort_by_key(|(worth, day)| (*worth, day.since(self.first_day)));
        let mut taken: Vec<Weekday> = Vec::new();
        for (_, day) in days {
            let is_apart = taken.iter().all(|own| day.since(*own) > 1 && own.since(day) > 1);
            if taken.len() < most && is_apart {
                taken.push(day);
            }
        }
        taken
    }

    /// How well a day suits strength, the best first; `None` where it does not: never on the day of
    /// the long run, nor on the day before it or before a hard run.
    fn worth(&self, week: &PlanWeek, day: Weekday) -> Option<u8> {
        let next = on(week, day.wrapping_add(1));
        let is_before_key = next.iter().any(|session| session.main_purpose().is_key());
        let own = on(week, day);
        let is_long =
            |session: &&Session| matches!(session.main_purpose(), Purpose::Long | Purpose::Race);
        if is_before_key || own.iter().any(is_long) {
            return None;
        }
        let is_hard = own.iter().any(|session| session.main_purpose().is_hard());
        let is_easy = own.iter().any(|session| session.main_purpose() == Purpose::Easy);
        let worth = match (is_hard, is_easy, self.on_hard_days) {
            (true, _, true) | (false, true, false) => 0,
            (false, true, true) => 1,
            _ if own.is_empty() => 2,
            _ => 3,
        };
        Some(worth)
    }

    /// A free day for cross-training, where more are free than rest asks for.
    fn cross_day(&self, week: &PlanWeek, besides: &[(Weekday, Beside)]) -> Option<Weekday> {
        if week.is_lighter {
            return None;
        }
        let is_free =
            |day: &Weekday| on(week, *day).is_empty() && besides.iter().all(|(own, _)| own != day);
        let free = || self.first_day.cycle_forward().take(7).filter(is_free);
        let is_before_key = |day: &Weekday| {
            on(week, day.wrapping_add(1)).iter().any(|session| session.main_purpose().is_key())
        };
        let has_room = free().count() > self.rest_days;
        free().filter(|day| has_room && self.days.contains(day)).min_by_key(is_before_key)
    }
}

fn on(week: &PlanWeek, day: Weekday) -> Vec<&Session> {
    week.sessions.iter().filter(|(own, _)| *own == day).map(|(_, session)| session).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use training::{calendar::WEEK as DAYS, plan::parse_plan};

    const MONDAY: Date = jiff::civil::date(2026, 11, 30);

    fn check(week: &str, doctrine: &str, race: Option<Date>, expected: &str) {
        let doctrine = rulebook::doctrine(doctrine).unwrap();
        let places = Places::of(&doctrine, &DAYS, Weekday::Monday, 1);
        let plan = parse_plan(week, MONDAY).unwrap();
        let found = places.beside(&plan.weeks[0], Level::Intermediate, (MONDAY, race));
        let found: Vec<String> =
            found.iter().map(|(day, it)| format!("{} {it}", &format!("{day:?}")[..3])).collect();
        assert_eq!(found.join(", "), expected);
    }

    const WEEK: &str = "Week 1, build
        Tue  tempo 20min
        Wed  easy 8km
        Thu  easy 8km
        Fri  6x(800m / 2min jog)
        Sun  long 18km";

    #[test]
    fn strength_lies_on_hard_days_so_that_easy_days_stay_easy() {
        check(
            WEEK,
            "evidence-first",
            None,
            "Mon cross 40min, Tue strength 30min, Fri strength 30min",
        );
    }

    #[test]
    fn steady_build_puts_it_on_easy_days() {
        check(
            WEEK,
            "steady-build",
            None,
            "Mon cross 40min, Wed strength 30min, Fri strength 30min",
        );
    }

    #[test]
    fn before_a_race_there_is_none() {
        let week = "Week 1, taper\nTue tempo 10min\nThu easy 5km\nSun race 10km";
        check(week, "evidence-first", Some(jiff::civil::date(2026, 12, 6)), "Tue strength 30min");
    }
}
