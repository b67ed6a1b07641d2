//! Plans: from what the runner really does to a goal. Shape first (how far each week goes), then the
//! layout of its days, then what each session holds; then the rulebook looks at it as if it had been
//! run.

pub mod baseline;
pub(crate) mod beside_running;
pub(crate) mod contents;
mod dates;
mod demand;
mod easing;
pub(crate) mod feasible;
mod fill;
mod goal_time;
pub(crate) mod imagined;
mod layout;
mod lengths;
pub(crate) mod own_pace;
pub(crate) mod shape;
mod shortfall;
mod so_far;
mod taper;
mod trial;
mod wish;

pub use baseline::Baseline;
pub use demand::Demand;
use imagined::Checks;
pub use imagined::{Broken, check, imagined};
pub use shortfall::Shortfall;
pub use taper::{FALL, Taper};
pub use wish::{NoPlan, Wish};

use crate::{
    choice::number,
    today::{Limits, recovery_minutes},
    usual_days,
};
use beside_running::Places;
use contents::Kitchen;
use dates::out_of_range;
use easing::ease;
use feasible::Aim;
use fill::{Larder, Place, has_time_for_hard};
use goal_time::is_in_reach;
use layout::Room;
use rulebook::{Case, Doctrine, RuleId, measures::aches::PASSING};
use shape::{Growth, Outline, Shape, phases};
use so_far::SoFar;
use training::{
    CheckIn, Date, Goal, Level, Metres, Plan, Purpose, Week, Weekday,
    calendar::{add_days, days_between},
};

/// How many weeks a plan without a race takes unless it is said.
const WEEKS_WITHOUT_RACE: usize = 8;
/// How often a little is taken from a plan before it is given up.
const ATTEMPTS: usize = 60;
/// Who was injured within so many days grows by no more than this, and lightens every third week
/// (statement progression-20; the rules themselves ask less).
const INJURY_DAYS: i64 = 365;
const AFTER_INJURY: f64 = 0.05;
/// A race on one of so many first days of its week leaves too little training in it for a taper: the
/// week before is the last of it.
const EARLY: i64 = 5;
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
    /// How far the training falls before it; `None` where the plan has no week for that.
    pub taper: Option<Taper>,
    /// What the days to run on hold of the runner's usual week, where that is much less; `None` where they
    /// hold it.
    pub shortfall: Option<Shortfall>,
}

/// A plan for a wish, from the day judged on.
pub fn propose(case: &Case<'_>, doctrine: &Doctrine, wish: &Wish) -> Result<Proposal, NoPlan> {
    // Days that cannot be stand against every race day; they are told first.
    long_day(case, wish)?;
    let frame = Frame::of(case, doctrine, wish)?;
    let baseline = Baseline::of(case);
    let larder = larder(case, doctrine, wish, &baseline, frame.race)?;
    let demand = frame.race.map(|(distance, _)| Demand::of(distance));
    let aim = frame.race.map(|(race, _)| aim(race, &frame, &larder));
    if let Some(aim) = &aim {
        aim.is_feasible(case, WEEKS_ALLOWED)?;
        wish.time.map_or(Ok(()), |time| is_in_reach(case, aim.race, time, frame.weeks))?;
    }
    let shape = Shape::from(&baseline, demand.as_ref(), larder.room.runs, larder.growth);
    let mut outline =
        shape.weeks(&phases(demand.as_ref(), frame.weeks, frame.is_early()), frame.is_early());
    let mut plan = eased(&frame, &mut outline, &larder, Checks::of(case, doctrine, frame.begins))?;
    if let Some(aim) = &aim {
        aim.is_met(longest(&plan, &larder), case, WEEKS_ALLOWED)?;
    }
    let rest = rest_days(doctrine);
    add_besides(
        &mut plan,
        &Places::of(doctrine, &wish.days, case.first_day, rest),
        &frame,
        &baseline,
    );
    let race = frame.race.map(|(_, day)| day);
    let taper = race.and_then(|race| Taper::of(&plan, race, baseline.easy_speed));
    let shortfall = Shortfall::of(&plan, &baseline);
    Ok(Proposal { plan, baseline, race, taper, shortfall })
}

fn aim<'a>(race: Metres, frame: &Frame, larder: &Larder<'a>) -> Aim<'a> {
    let limit = |day: Weekday| larder.most_minutes.iter().find(|(own, _)| *own == day).copied();
    Aim {
        baseline: larder.kitchen.baseline,
        race,
        weeks: frame.weeks,
        is_early: frame.is_early(),
        runs: larder.room.runs,
        growth: larder.growth,
        long_day: larder.room.long_day.and_then(limit),
    }
}

/// The longest run of a plan, the race left out.
fn longest(plan: &Plan, larder: &Larder<'_>) -> Metres {
    let sessions = plan.weeks.iter().flat_map(|week| &week.sessions).map(|(_, session)| session);
    let runs = sessions.filter(|session| session.main_purpose() != Purpose::Race);
    Metres(runs.map(|session| larder.kitchen.distance(session).0).fold(0.0, f64::max))
}

fn add_besides(plan: &mut Plan, places: &Places, frame: &Frame, baseline: &Baseline) {
    let race = frame.race.map(|(_, day)| day);
    for index in 0..plan.weeks.len() {
        let start = plan.week(index).start;
        plan.weeks[index].besides =
            places.beside(&plan.weeks[index], baseline.level, (start, race));
    }
}

/// When a plan begins, how long it is, and the race at its end.
struct Frame {
    begins: Date,
    weeks: usize,
    race: Option<(Metres, Date)>,
}

impl Frame {
    fn of(case: &Case<'_>, doctrine: &Doctrine, wish: &Wish) -> Result<Self, NoPlan> {
        let begins = earliest(case);
        let race = match wish.goal {
            Goal::Race { distance, on: Some(day) } => Some((distance, day)),
            _ => None,
        };
        let Some((distance, day)) = race else {
            let weeks = wish.weeks.unwrap_or(WEEKS_WITHOUT_RACE);
            return Self::sized(begins, weeks, None);
        };
        if day <= case.on {
            return Err(NoPlan::RaceIsPast { race: day, today: case.on });
        }
        let until_race = (days_between(begins, day).max(0) / 7 + 1) as usize;
        if !WEEKS_ALLOWED.contains(&until_race) {
            return Err(out_of_range(case, doctrine, wish, (distance, day)));
        }
        let weeks = wish.weeks.unwrap_or(until_race);
        if weeks > until_race {
            return Err(NoPlan::TooFewWeeksLeft { race: day, asked: weeks, left: until_race });
        }
        let begins = add_days(begins, 7 * (until_race - weeks) as i64);
        Self::sized(begins, weeks, race)
    }

    /// Whether the race lies so early in its week that the week before it is already the race's.
    fn is_early(&self) -> bool {
        self.race.is_some_and(|(_, day)| is_early(self.begins, day))
    }

    fn sized(begins: Date, weeks: usize, race: Option<(Metres, Date)>) -> Result<Self, NoPlan> {
        if !WEEKS_ALLOWED.contains(&weeks) {
            return Err(NoPlan::OddWeeks { weeks });
        }
        Ok(Self { begins, weeks, race })
    }
}

/// The day on which a plan begins at the earliest: the first of the next week.
fn earliest(case: &Case<'_>) -> Date {
    Week::of(case.on, case.first_day).plus(1).start
}

/// Whether a race lies too early in its week for a taper to end in it, in weeks that begin as the plan does.
fn is_early(begins: Date, race: Date) -> bool {
    days_between(begins, race) % 7 < EARLY
}

/// The days there are to run on, and how many of them hold a run: as many as usual, and never so many
/// that the doctrine's rest days are not left.
fn room(
    case: &Case<'_>,
    doctrine: &Doctrine,
    wish: &Wish,
    baseline: &Baseline,
) -> Result<Room, NoPlan> {
    let long_day = long_day(case, wish)?;
    let usual = if baseline.days < 2.0 { 3 } else { baseline.days.round() as usize };
    let runs = usual.min(most_runs(doctrine, wish)).max(1);
    let is_short = |day: &Weekday| {
        wish.most_minutes.iter().any(|(own, most)| own == day && !has_time_for_hard(*most))
    };
    Ok(Room {
        days: wish.days.clone(),
        hard_days: wish.days.iter().copied().filter(|day| !is_short(day)).collect(),
        usual_days: usual_days(case),
        long_day: Some(long_day),
        first_day: case.first_day,
        runs,
        hard: if runs >= 5 && baseline.level > Level::Beginner { 2 } else { 1 },
        recovery: 0,
        begins_tired: None,
    })
}

/// The day of the long run: the one wished for, else the last of the week.
fn long_day(case: &Case<'_>, wish: &Wish) -> Result<Weekday, NoPlan> {
    let days = case.first_day.cycle_forward().take(7);
    let last = days.filter(|day| wish.days.contains(day)).last().ok_or(NoPlan::NoDays)?;
    let long = wish.long_day.unwrap_or(last);
    if !wish.days.contains(&long) {
        return Err(NoPlan::LongDayIsNotFree { long });
    }
    Ok(long)
}

/// One day at least, also where the doctrine asks for none.
fn rest_days(doctrine: &Doctrine) -> usize {
    let asked = doctrine.choice(RuleId("take-rest-days"));
    asked.map_or(1, |it| it.parameters().number("min_rest_days").max(1.0) as usize)
}

fn most_runs(doctrine: &Doctrine, wish: &Wish) -> usize {
    wish.days.len().min(7 - rest_days(doctrine))
}

/// How a plan grows: as the doctrine has it, and half as fast for who was injured within a year.
fn growth(case: &Case<'_>, doctrine: &Doctrine) -> Growth {
    let is_older = case
        .profile
        .birth_year
        .is_some_and(|year| i32::from(case.on.year()) - i32::from(year) >= 50);
    let is_injured = was_injured(case);
    let weekly = number(doctrine, "grow-weeks-gently", "max_growth");
    Growth {
        weekly: if is_injured { weekly.min(AFTER_INJURY) } else { weekly },
        single: number(doctrine, "build-long-runs-gradually", "max_jump"),
        lighter_every: if is_older || is_injured { 3 } else { 4 },
    }
}

/// Whether the runner told, within a year, of limping or of pain beyond the safe range on two days.
/// Nothing said is no injury.
fn was_injured(case: &Case<'_>) -> bool {
    let lately = || {
        let days = |said: &&CheckIn| (0..INJURY_DAYS).contains(&days_between(said.date, case.on));
        case.check_ins.iter().filter(days)
    };
    let hurts = |said: &&CheckIn| said.pain.as_ref().is_some_and(|it| u8::from(it.level) > PASSING);
    lately().any(|said| said.is_limping == Some(true)) || lately().filter(hurts).count() >= 2
}

fn larder<'a>(
    case: &Case<'_>,
    doctrine: &Doctrine,
    wish: &'a Wish,
    baseline: &'a Baseline,
    race: Option<(Metres, Date)>,
) -> Result<Larder<'a>, NoPlan> {
    let room = room(case, doctrine, wish, baseline)?;
    let more = if baseline.level == Level::Beginner { 1 } else { 2 };
    let recovery_from = number(doctrine, "earn-recovery-runs", "needed_from");
    Ok(Larder {
        kitchen: kitchen(case, doctrine, baseline, wish, race),
        most_runs: most_runs(doctrine, wish).min(room.runs + more),
        second_minutes: second_minutes(doctrine, wish, baseline)?,
        room,
        recovery_from: recovery_from as usize,
        most_minutes: &wish.most_minutes,
        recovery_minutes: recovery_minutes(case, doctrine).1,
        growth: growth(case, doctrine),
    })
}

/// How long the second run of a day may be, where two are asked for and the runner is up to it.
fn second_minutes(
    doctrine: &Doctrine,
    wish: &Wish,
    baseline: &Baseline,
) -> Result<Option<f64>, NoPlan> {
    if !wish.doubles {
        return Ok(None);
    }
    let asked = |name| number(doctrine, "double-with-care", name);
    let least = asked("min_run_days");
    if baseline.level < Level::Advanced || baseline.days < least {
        return Err(NoPlan::NoDoubles { least: least as usize });
    }
    Ok(Some(asked("max_second_minutes")))
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
        threshold_hr: case.ability.lt2_hr.as_ref().map(|hr| hr.value),
        limits: Limits::of(case, doctrine),
    }
}

/// The plan with so much taken from its weeks that no rule speaks against it any more.
fn eased(
    frame: &Frame,
    outline: &mut [Outline],
    larder: &Larder<'_>,
    mut checks: Checks<'_>,
) -> Result<Plan, NoPlan> {
    let mut attempts = 0;
    loop {
        let plan = fill(frame, outline, larder);
        let broken = checks.broken(&plan);
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
    let mut so_far = SoFar::of(larder);
    let race = frame.race.map(|(_, day)| days_between(frame.begins, day));
    let weeks = outline.iter().enumerate().map(|(index, outline)| {
        let race_in = race.map(|days| days - 7 * index as i64);
        larder.week(Place { index, outline, race_in }, &mut so_far)
    });
    let mut plan = Plan { begins: frame.begins, weeks: weeks.collect() };
    if let Some((distance, day)) = frame.race {
        let week = usize::try_from(days_between(frame.begins, day) / 7).ok();
        if let Some(week) = week.and_then(|index| plan.weeks.get_mut(index)) {
            week.sessions.push((day.weekday(), larder.kitchen.race(distance)));
        }
    }
    plan
}
