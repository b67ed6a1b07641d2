//! Plans: from what the runner really does to a goal. Shape first (how far each week goes), then the
//! layout of its days, then what each session holds; then the rulebook looks at it as if it had been
//! run.

pub mod baseline;
mod contents;
mod demand;
mod easing;
mod fill;
pub(crate) mod imagined;
mod layout;
mod shape;
mod wish;

pub use baseline::Baseline;
pub use demand::Demand;
pub use imagined::{Broken, check};
pub use wish::{NoPlan, Wish};

use crate::today::{Limits, recovery_minutes};
use contents::Kitchen;
use easing::ease;
use fill::Larder;
use layout::Room;
use rulebook::{Case, Doctrine, RuleId};
use shape::{Growth, Outline, Shape, phases};
use training::{
    Date, Goal, Level, Metres, MetresPerSecond, Plan, Purpose, Week, Weekday,
    calendar::{add_days, days_between},
};

/// How many weeks a plan without a race takes unless it is said.
const WEEKS_WITHOUT_RACE: usize = 8;
/// How often a little is taken from a plan before it is given up.
const ATTEMPTS: usize = 60;
/// Plans are from two weeks to a year.
const WEEKS_ALLOWED: std::ops::RangeInclusive<usize> = 2..=52;

/// A plan and what it rests on.
#[derive(Debug, Clone, PartialEq)]
pub struct Proposal {
    /// The weeks.
    pub plan: Plan,
    /// Where it starts from.
    pub baseline: Baseline,
    /// The day of the race, where there is one.
    pub race: Option<Date>,
}

/// A plan for a wish, from the day judged on.
pub fn propose(case: &Case<'_>, doctrine: &Doctrine, wish: &Wish) -> Result<Proposal, NoPlan> {
    let frame = Frame::of(case, wish)?;
    let baseline = Baseline::of(case);
    let room = room(case, doctrine, wish, &baseline)?;
    let growth = growth(case, doctrine);
    let demand = frame.race.map(|(distance, _)| Demand::of(distance));
    if let (Some(demand), Some((distance, _))) = (&demand, frame.race) {
        feasible(&baseline, demand, distance, &frame, room.runs, growth, case)?;
    }
    let shape = Shape::from(&baseline, demand.as_ref(), room.runs, growth);
    let mut outline = shape.weeks(&phases(demand.as_ref(), frame.weeks));
    let larder = Larder {
        kitchen: kitchen(case, doctrine, &baseline, wish, frame.race),
        room,
        most_minutes: &wish.most_minutes,
        recovery_minutes: recovery_minutes(case, doctrine).1,
    };
    let plan = eased(&frame, &mut outline, &larder, |plan| check(plan, case, doctrine))?;
    Ok(Proposal { plan, baseline, race: frame.race.map(|(_, day)| day) })
}

/// When a plan begins, how long it is, and the race at its end.
struct Frame {
    begins: Date,
    weeks: usize,
    race: Option<(Metres, Date)>,
}

impl Frame {
    fn of(case: &Case<'_>, wish: &Wish) -> Result<Self, NoPlan> {
        let begins = Week::of(case.on, case.first_day).plus(1).start;
        let race = match wish.goal {
            Goal::Race { distance, on: Some(day) } => Some((distance, day)),
            _ => None,
        };
        let Some((_, day)) = race else {
            let weeks = wish.weeks.unwrap_or(WEEKS_WITHOUT_RACE);
            return Self::sized(begins, weeks, None);
        };
        if day <= case.on {
            return Err(NoPlan::RaceIsPast { race: day, today: case.on });
        }
        let until_race = (days_between(begins, day).max(0) / 7 + 1) as usize;
        let weeks = wish.weeks.map_or(until_race, |weeks| weeks.min(until_race));
        let begins = add_days(begins, 7 * (until_race - weeks) as i64);
        Self::sized(begins, weeks, race)
    }

    fn sized(begins: Date, weeks: usize, race: Option<(Metres, Date)>) -> Result<Self, NoPlan> {
        if !WEEKS_ALLOWED.contains(&weeks) {
            return Err(NoPlan::OddWeeks { weeks });
        }
        Ok(Self { begins, weeks, race })
    }
}

/// The days there are to run on, and how many of them hold a run: as many as usual, and never so many
/// that the doctrine's rest days are not left.
fn room(
    case: &Case<'_>,
    doctrine: &Doctrine,
    wish: &Wish,
    baseline: &Baseline,
) -> Result<Room, NoPlan> {
    if wish.days.is_empty() {
        return Err(NoPlan::NoDays);
    }
    let last = case
        .first_day
        .cycle_forward()
        .take(7)
        .filter(|day| wish.days.contains(day))
        .last()
        .unwrap_or(Weekday::Sunday);
    let long_day = wish.long_day.unwrap_or(last);
    if !wish.days.contains(&long_day) {
        return Err(NoPlan::LongDayIsNotFree { long: long_day });
    }
    let rest = number(doctrine, "take-rest-days", "min_rest_days").unwrap_or(1.0).max(1.0);
    let usual = if baseline.days < 2.0 { 3 } else { baseline.days.round() as usize };
    let runs = usual.min(wish.days.len()).min(7 - rest as usize).max(1);
    let recovery_from = number(doctrine, "earn-recovery-runs", "needed_from").unwrap_or(5.0);
    Ok(Room {
        days: wish.days.clone(),
        long_day,
        runs,
        hard: if runs >= 5 && baseline.level > Level::Beginner { 2 } else { 1 },
        recovery_from: recovery_from as usize,
    })
}

fn growth(case: &Case<'_>, doctrine: &Doctrine) -> Growth {
    let is_older = case
        .profile
        .birth_year
        .is_some_and(|year| i32::from(case.on.year()) - i32::from(year) >= 50);
    Growth {
        weekly: number(doctrine, "grow-weeks-gently", "max_growth").unwrap_or(0.10),
        single: number(doctrine, "build-long-runs-gradually", "max_jump").unwrap_or(0.10),
        lighter_every: if is_older { 3 } else { 4 },
    }
}

fn number(doctrine: &Doctrine, rule: &'static str, name: &str) -> Option<f64> {
    let choice = doctrine.choice(RuleId(rule))?;
    Some(choice.parameters().number(name))
}

/// The fastest a recovery run may be today.
fn slowest_needed(case: &Case<'_>, doctrine: &Doctrine) -> Option<MetresPerSecond> {
    let (fastest, _) = Limits::of(case, doctrine).speeds(Purpose::Recovery)?;
    Some(fastest)
}

fn kitchen<'a>(
    case: &Case<'_>,
    doctrine: &Doctrine,
    baseline: &'a Baseline,
    wish: &Wish,
    race: Option<(Metres, Date)>,
) -> Kitchen<'a> {
    let goal_speed = wish.time.zip(race).and_then(|(time, (distance, _))| distance.over(time));
    Kitchen {
        baseline,
        critical_speed: case.ability.critical_speed.as_ref().map(|speed| speed.value),
        goal_speed,
        race: race.map(|(distance, _)| distance),
        recovery_speed: slowest_needed(case, doctrine),
    }
}

/// The plan with so much taken from its weeks that no rule speaks against it any more.
fn eased(
    frame: &Frame,
    outline: &mut [Outline],
    larder: &Larder<'_>,
    check: impl Fn(&Plan) -> Vec<Broken>,
) -> Result<Plan, NoPlan> {
    let mut attempts = 0;
    loop {
        let plan = fill(frame, outline, larder);
        let broken = check(&plan);
        let Some(Broken { week, finding }) = broken.first() else { return Ok(plan) };
        attempts += 1;
        if attempts == ATTEMPTS {
            let (week, rule, message) = (*week, finding.rule, finding.message.clone());
            return Err(NoPlan::BreaksARule { week, rule, message });
        }
        ease(outline, &broken);
    }
}

fn fill(frame: &Frame, outline: &[Outline], larder: &Larder<'_>) -> Plan {
    let weeks = outline.iter().enumerate().map(|(index, week)| larder.week(index, week));
    let mut plan = Plan { begins: frame.begins, weeks: weeks.collect() };
    if let Some((distance, day)) = frame.race {
        put_race(&mut plan, distance, day, larder);
    }
    plan
}

/// The race takes its day. What would lie on it or the day before goes, and so does what is hard or
/// long on the three days before; after it nothing is planned.
fn put_race(plan: &mut Plan, distance: Metres, day: Date, larder: &Larder<'_>) {
    let begins = plan.begins;
    for (index, week) in plan.weeks.iter_mut().enumerate() {
        let start = add_days(begins, 7 * index as i64);
        week.sessions.retain(|(weekday, session)| {
            let date = add_days(start, i64::from(weekday.since(start.weekday())));
            stays_before_race(days_between(date, day), session.main_purpose())
        });
    }
    let week = usize::try_from(days_between(begins, day) / 7).ok();
    if let Some(week) = week.and_then(|index| plan.weeks.get_mut(index)) {
        week.sessions.push((day.weekday(), larder.kitchen.race(distance)));
    }
}

fn stays_before_race(days_before: i64, purpose: Purpose) -> bool {
    let is_demanding = purpose.is_hard() || purpose == Purpose::Long;
    days_before > 3 || (days_before > 1 && !is_demanding)
}

/// Whether the runner can be ready in time; else the nearest goals that fit.
fn feasible(
    baseline: &Baseline,
    demand: &Demand,
    distance: Metres,
    frame: &Frame,
    days: usize,
    growth: Growth,
    case: &Case<'_>,
) -> Result<(), NoPlan> {
    let longest = |demand: &Demand, weeks: usize| {
        let outline =
            Shape::from(baseline, Some(demand), days, growth).weeks(&phases(Some(demand), weeks));
        outline.iter().map(|week| week.long.0).fold(0.0, f64::max)
    };
    // Nine tenths of what suffices is enough to finish.
    let suffices = |demand: &Demand, weeks: usize| longest(demand, weeks) >= 0.9 * demand.longest.0;
    if suffices(demand, frame.weeks) {
        return Ok(());
    }
    let units = case.units;
    let in_weeks = (frame.weeks..=*WEEKS_ALLOWED.end()).find(|weeks| suffices(demand, *weeks));
    let shorter = [21_097.5, 10_000.0, 5_000.0]
        .into_iter()
        .map(Metres)
        .filter(|race| *race < distance)
        .find(|race| suffices(&Demand::of(*race), frame.weeks));
    let fits = match (shorter, in_weeks) {
        (Some(race), Some(weeks)) => format!(
            "{} in {} weeks or this race in {weeks} fits",
            rulebook::words::distance(race, units),
            frame.weeks
        ),
        (Some(race), None) => {
            format!("{} in {} weeks fits", rulebook::words::distance(race, units), frame.weeks)
        }
        (None, Some(weeks)) => format!("this race in {weeks} weeks fits"),
        (None, None) => "first run regularly for some weeks: everymile plan new --goal base".into(),
    };
    Err(NoPlan::Infeasible {
        reason: format!(
            "{} in {} weeks from {} a week: the longest safe run by then is {}, and {} is asked; \
             {fits}",
            rulebook::words::distance(distance, units),
            frame.weeks,
            rulebook::words::distance(baseline.usual_week(), units),
            rulebook::words::distance(Metres(longest(demand, frame.weeks)), units),
            rulebook::words::distance(demand.longest, units),
        ),
    })
}
