//! Runners by the week they run again and again, and the plans they wish for.

use planner::{NoPlan, Proposal, Wish, propose};
use rulebook::{doctrine, examples::example};
use training::{Goal, Metres, Weekday, calendar::add_days};

pub const BEGINNER: &str = "runner: beginner
    10 weeks:
    Tue  easy 5km
    Thu  easy 5km
    Sun  long 8km";
pub const FORTY_KM: &str = "runner: intermediate
    10 weeks:
    Tue  easy 8km
    Wed  easy 6km
    Thu  easy 7km
    Sat  easy 6km
    Sun  long 13km";
pub const SEVENTY_KM: &str = "runner: advanced
    10 weeks:
    Mon  easy 10km
    Tue  easy 10km
    Wed  easy 12km
    Thu  easy 10km
    Sat  easy 8km
    Sun  long 20km";

/// To be fit, on days like `Tue Thu Sun`.
pub fn wish(days: &str) -> Wish {
    let all = Weekday::Monday.cycle_forward().take(7);
    Wish {
        goal: Goal::Fitness,
        time: None,
        days: all.filter(|day| days.contains(&format!("{day:?}")[..3])).collect(),
        long_day: None,
        most_minutes: Vec::new(),
        doubles: false,
        weeks: None,
    }
}

/// A plan for a race of so many kilometres, so many days after the last one run, a Sunday.
pub fn plan(history: &str, (km, in_days): (f64, i64), wish: Wish) -> Result<Proposal, NoPlan> {
    let example = example(history);
    let case = example.case();
    let on = Some(add_days(case.on, in_days));
    let goal = Goal::Race { distance: Metres::from_km(km), on };
    propose(&case, &doctrine("evidence-first").unwrap(), &Wish { goal, ..wish })
}
