//! What was meant for each day, by the plans that the runner had accepted by then. A later plan takes
//! over on the day it begins, one that was taken back ends on that day; a day of a plan without a
//! session is a day of rest.

use logbook::PlanEntry;
use training::{Date, Plan, Planned, Session, calendar::add_days};

/// What was meant for each day of the plans, in the order in which they were accepted.
pub fn planned(plans: &[PlanEntry]) -> Vec<Planned> {
    let mut planned: Vec<Planned> = Vec::new();
    for (index, entry) in plans.iter().enumerate() {
        let later = plans[index + 1..].iter().filter(|later| !later.never_began());
        let ends = later.map(|later| later.agreed.plan.begins).chain(entry.withdrawn).min();
        let counts = |day: Date| ends.is_none_or(|ends| day < ends);
        planned.extend(days(&entry.agreed.plan).filter(|it| counts(it.date)));
    }
    planned.sort_by_key(|it| it.date);
    planned
}

/// The days of a plan in order: every session, and rest where there is none.
fn days(plan: &Plan) -> impl Iterator<Item = Planned> {
    let sessions = plan.planned();
    (0..7 * plan.weeks.len() as i64).flat_map(move |day| {
        let date = add_days(plan.begins, day);
        let mut own: Vec<Planned> = sessions.iter().filter(|it| it.date == date).cloned().collect();
        if own.is_empty() {
            own.push(Planned { date, session: Session::REST });
        }
        own
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::{Timestamp, civil::date};
    use logbook::AgreedPlan;
    use training::{Goal, plan::parse_plan};

    fn accepted(number: i64, begins: Date, text: &str) -> PlanEntry {
        let agreed = AgreedPlan {
            plan: parse_plan(text, begins).unwrap(),
            goal: Goal::Fitness,
            wishes: [].into(),
            doctrine: "evidence-first".to_owned(),
            since: begins,
        };
        PlanEntry { number, agreed, changes: 0, withdrawn: None, said_at: Timestamp::UNIX_EPOCH }
    }

    fn told(plans: &[PlanEntry]) -> Vec<String> {
        let all = planned(plans).into_iter();
        all.map(|it| format!("{} {}", it.date.strftime("%a %-d"), it.session)).collect()
    }

    #[test]
    fn a_day_without_a_session_is_a_day_of_rest() {
        let plan = accepted(1, date(2026, 11, 30), "Tue easy 6km\nTue easy 4km\nSun long 14km");
        let expected = [
            "Mon 30 rest",
            "Tue 1 easy 6km",
            "Tue 1 easy 4km",
            "Wed 2 rest",
            "Thu 3 rest",
            "Fri 4 rest",
            "Sat 5 rest",
            "Sun 6 long 14km",
        ];
        assert_eq!(told(&[plan]), expected);
    }

    #[test]
    fn a_later_plan_takes_over_on_the_day_it_begins() {
        let first = accepted(1, date(2026, 11, 30), "Mon easy 8km\nTue easy 8km\nMon easy 8km");
        let second = accepted(2, date(2026, 12, 7), "Tue easy 5km");
        let days = told(&[first, second]);
        assert_eq!(days[..2], ["Mon 30 easy 8km", "Tue 1 easy 8km"]);
        assert_eq!(days[7..9], ["Mon 7 rest", "Tue 8 easy 5km"]);
        assert_eq!(days.len(), 14);
    }

    #[test]
    fn a_plan_that_was_taken_back_means_nothing_from_that_day_on() {
        let first = accepted(1, date(2026, 11, 30), "Mon easy 8km\nTue easy 8km");
        let back = PlanEntry { withdrawn: Some(date(2026, 12, 1)), ..first.clone() };
        assert_eq!(told(&[back]), ["Mon 30 easy 8km"]);
        let second = accepted(2, date(2026, 12, 2), "Tue easy 5km");
        let never = PlanEntry { withdrawn: Some(date(2026, 12, 1)), ..second };
        assert_eq!(told(&[first.clone(), never]), told(&[first]));
    }
}
