//! `everymile plan new`: a plan from what the runner really does to a goal. Nothing is kept without
//! the runner's word.

use crate::{
    answer::Answer,
    asking,
    cli::{Format, NewPlan, WantedPlan},
    clock,
    commands::on_day,
    failure::Failure,
    place, plan_words, race_words,
    reading::Reading,
    settings::Settings,
    text::{self, Grounds},
    units::{self, Units},
    view::{Plan, PlanProposed, PlanShortfall, PlanTaper, StartsFrom, broken_rules},
};
use logbook::{AgreedPlan, Logbook};
use planner::{
    NoPlan, Proposal, Wish, check,
    plan::{Baseline, Broken, Shortfall, Taper},
    propose, usual_days, usual_long_day,
};
use rulebook::Case;
use std::path::Path;
use training::{Ability, Goal, Metres, Profile, Seconds};

/// Nobody races faster or slower than this, in metres per second.
const RACE_SPEEDS: std::ops::RangeInclusive<f64> = 1.0..=7.5;

/// Answers `everymile plan new`.
pub fn run(asked: &NewPlan, path: &Path) -> Result<Answer, Failure> {
    let reading = Reading::of(path, &asked.view)?;
    let made = Made::of(&reading, &reading.ability(), &asked.wanted)?;
    if asked.format == Format::Json {
        let number = asked.yes.then(|| made.keep(&place::open(path)?)).transpose()?;
        return Ok(Answer::json(made.view(number)));
    }
    let page = text::proposal(&made.plan(None), made.grounds(), reading.pen);
    let keep =
        || -> Result<String, Failure> { Ok(kept(made.keep(&place::open(path)?)?, path, asked)) };
    if asked.yes {
        return Ok(Answer::page(page + "\n" + &keep()?));
    }
    match asking::agree(&page, "Keep this plan?")? {
        Some(true) => Ok(Answer::page(keep()?)),
        Some(false) => Ok(Answer::page("Nothing was kept.\n")),
        None => Ok(Answer::page(format!(
            "{page}\nNothing is kept yet. To keep this plan, type the same again with --yes.\n"
        ))),
    }
}

/// Says that a plan was kept, and what can be done with it.
fn kept(number: i64, path: &Path, asked: &NewPlan) -> String {
    let (command, on) = (place::command(path), on_day(&asked.view));
    format!(
        "Kept as plan {number}.\n  {command} plan show{on}\n  {command} plan export --ics \
         plan.ics{on}\n"
    )
}

/// A plan that was made, and what it rests on; nothing of it is kept yet.
#[derive(Debug)]
pub(crate) struct Made {
    agreed: AgreedPlan,
    wish: Wish,
    baseline: Baseline,
    taper: Option<Taper>,
    shortfall: Option<Shortfall>,
    broken: Vec<Broken>,
}

impl Made {
    /// Makes a plan of what is wanted, from what was really run.
    pub(crate) fn of(
        reading: &Reading,
        ability: &Ability,
        wanted: &WantedPlan,
    ) -> Result<Self, Failure> {
        let case = reading.case(ability);
        let doctrine = &reading.lens.doctrine;
        let wish = wish(wanted, &case, &reading.settings, reading.pen.units)?;
        let Proposal { plan, baseline, taper, shortfall, .. } = propose(&case, doctrine, &wish)?;
        let broken = check(&plan, &case, doctrine);
        let agreed = AgreedPlan {
            plan,
            wishes: plan_words::kept(&wish),
            goal: wish.goal.clone(),
            doctrine: doctrine.name.clone(),
            since: reading.lens.on,
        };
        Ok(Self { agreed, wish, baseline, taper, shortfall, broken })
    }

    /// Keeps it; tells its number.
    pub(crate) fn keep(&self, book: &Logbook) -> Result<i64, Failure> {
        Ok(book.accept_plan(&self.agreed, clock::now())?)
    }

    /// What is shown of it, with its number where it was kept.
    pub(crate) fn view(&self, number: Option<i64>) -> PlanProposed {
        PlanProposed {
            plan: self.plan(number),
            starts_from: StartsFrom::new(&self.baseline, &self.wish.days),
            taper: self.taper.map(PlanTaper::from),
            shortfall: self.shortfall.map(PlanShortfall::from),
            broken: broken_rules(&self.agreed.plan, self.broken.clone()),
        }
    }

    fn plan(&self, number: Option<i64>) -> Plan {
        let since = number.map(|_| self.agreed.since);
        let shown = Plan::proposed(&self.agreed, self.agreed.since, self.baseline.easy_speed);
        Plan { number, since, ..shown }
    }

    fn grounds(&self) -> Grounds<'_> {
        Grounds {
            wish: &self.wish,
            baseline: &self.baseline,
            taper: self.taper.as_ref(),
            shortfall: self.shortfall.as_ref(),
            broken: &self.broken,
        }
    }
}

/// What is asked for; what is not said is as the runner said once, or as usual.
fn wish(
    asked: &WantedPlan,
    case: &Case<'_>,
    settings: &Settings,
    units: Units,
) -> Result<Wish, Failure> {
    let goal = goal(asked, case.profile)?;
    if let Some(time) = asked.time {
        refuse_odd_time(time, &goal, units)?;
    }
    let said = [&asked.days, &settings.days].into_iter().find(|days| !days.is_empty());
    let mut days = said.cloned().unwrap_or_else(|| usual_days(case));
    if let Some(long) = asked.long.filter(|long| asked.days.is_empty() && !days.contains(long)) {
        days.push(long);
    }
    days.sort_by_key(|day| day.since(case.first_day));
    days.dedup();
    if let Some((day, _)) = asked.max_minutes.iter().find(|(day, _)| !days.contains(day)) {
        return Err(Failure::new(
            format!("{day:?} is held to some minutes and is none of the days to run on"),
            format!("add it: --days {},…, or leave the limit out", plan_words::short(*day)),
        ));
    }
    Ok(Wish {
        goal,
        time: asked.time,
        long_day: asked.long.or_else(|| usual_long_day(case, &days)),
        days,
        most_minutes: asked.max_minutes.clone(),
        doubles: asked.doubles,
        weeks: asked.weeks,
    })
}

/// The goal that is asked for, else the one in the profile; the race's day from either.
fn goal(asked: &WantedPlan, profile: &Profile) -> Result<Goal, Failure> {
    let goal = asked.goal.as_ref().or(profile.goal.as_ref()).ok_or_else(|| {
        let remedy = "name one: --goal half --date 2027-04-18, or --goal base";
        Failure::new("no goal was named, and none is in your profile", remedy)
    })?;
    match (goal, asked.date) {
        (Goal::Race { distance, on }, date) => {
            let on = date.or(*on).or_else(|| day_in_profile(*distance, profile));
            Ok(Goal::Race { distance: *distance, on })
        }
        (_, Some(date)) => Err(Failure::new(
            format!("on {date} there is a day and no race"),
            "name the race, --goal 10k, or leave --date out",
        )),
        (other, None) => Ok(other.clone()),
    }
}

/// The day of the same race in the profile.
fn day_in_profile(race: Metres, profile: &Profile) -> Option<training::Date> {
    match &profile.goal {
        Some(Goal::Race { distance, on }) if *distance == race => *on,
        _ => None,
    }
}

fn refuse_odd_time(time: Seconds, goal: &Goal, units: Units) -> Result<(), Failure> {
    let Goal::Race { distance, .. } = goal else {
        let remedy = "name the race, --goal half, or leave --time out";
        return Err(Failure::new("a time is aimed at in a race, and there is none", remedy));
    };
    if distance.over(time).is_some_and(|speed| RACE_SPEEDS.contains(&speed.0)) {
        return Ok(());
    }
    let race = race_words::name(*distance, units);
    Err(Failure::new(
        format!("{} is no time for {race}", units::duration(time)),
        "write it as h:mm:ss, like 1:45:00, or mm:ss",
    ))
}

/// What cannot be planned is said with what can.
impl From<NoPlan> for Failure {
    fn from(no_plan: NoPlan) -> Self {
        Self::with_remedy(&no_plan.to_string())
    }
}
