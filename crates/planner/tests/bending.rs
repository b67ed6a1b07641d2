//! What every bend promises, over random runners, plans and events: no firm rule is broken that the
//! plan kept, the same input gives the same output, and the race keeps its day. `BENDS=20000` asks
//! for more of them than the few of every day.

mod runners;

use planner::{Bend, Event, Possible, Wish, bend, plan::Broken, propose};
use rulebook::{
    Case, Doctrine, Units, doctrine, doctrines, examples::Example, examples::example,
    words::distance,
};
use runners::RUNNERS;
use std::{collections::BTreeSet, fmt::Write};
use training::{
    Date, Goal, Metres, Plan, Purpose, Seconds, Weekday,
    calendar::{add_days, days_between},
};

/// Random numbers from a seed (`splitmix64`, Steele 2014).
struct Dice(u64);

impl Dice {
    fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// From one number to another, both included.
    fn between(&mut self, least: i64, most: i64) -> i64 {
        least + (self.roll() % (most - least + 1) as u64) as i64
    }

    fn one_of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.between(0, all.len() as i64 - 1) as usize]
    }
}

/// What the last two weeks may say of themselves.
const ANSWERS: [&str; 5] = [
    "",
    "check-in Sun: soreness 7 left calf",
    "check-in Sun: fatigue 5, sleep 5",
    "check-in Mon: fatigue 2, soreness 1\ncheck-in Tue: fatigue 2, soreness 1\n\
     check-in Wed: fatigue 2, soreness 1\ncheck-in Thu: fatigue 2, soreness 1\n\
     check-in Fri: fatigue 2, soreness 1\ncheck-in Sat: fatigue 2, soreness 1\n\
     check-in Sun: fatigue 2, soreness 1",
    "check-in Sun: pain 3 left knee",
];

/// A runner some weeks into a plan: what was run, the plan, the day and the doctrine.
struct Scene {
    told: String,
    example: Example,
    on: Date,
    plan: Plan,
    doctrine: Doctrine,
}

impl Scene {
    fn case(&self) -> Case<'_> {
        Case { on: self.on, ..self.example.case() }
    }
}

/// The plan is made after ten weeks; then it is run, more or less, for some days.
fn scene(dice: &mut Dice) -> Option<Scene> {
    let (level, week) = dice.one_of(&RUNNERS);
    let before = dice.between(6, 14);
    let mut told = format!("runner: {level}\n{before} weeks:\n{week}\n");
    let doctrine = doctrine(dice.one_of(&doctrines())).unwrap();
    let plan = plan(&told, dice, &doctrine)?;
    let weeks = dice.between(0, plan.weeks.len() as i64 - 1);
    let misses = dice.between(0, 3);
    let gap_weeks = dice.one_of(&[0, 0, 0, 0, 0, 0, 1, 1, 2, 3, 4, 6, 9]);
    for (index, week) in plan.weeks.iter().take(weeks as usize).enumerate() {
        let is_gap = index as i64 >= weeks - gap_weeks;
        let mut days: Vec<(Weekday, String)> = week
            .sessions
            .iter()
            .enumerate()
            .filter(|(place, _)| !is_gap && (place + index) % 7 >= misses as usize)
            .map(|(_, (day, session))| (*day, session.to_string()))
            .collect();
        if dice.between(0, 5) == 0 && !is_gap {
            days.push((Weekday::Wednesday, "easy 6km".to_owned()));
        }
        days.sort_by_key(|(day, _)| day.to_monday_zero_offset());
        told += "1 week:\nMon rest\n";
        for (day, session) in days {
            writeln!(told, "{} {session}", &format!("{day:?}")[..3]).unwrap();
        }
    }
    if weeks > 0 {
        told += dice.one_of(&ANSWERS);
    }
    let example = example(&told);
    let last = example.case().on;
    let on = if dice.between(0, 3) == 0 { last } else { add_days(last, 1) };
    Some(Scene { told, example, on, plan, doctrine })
}

fn plan(told: &str, dice: &mut Dice, doctrine: &Doctrine) -> Option<Plan> {
    let example = example(told);
    let case = example.case();
    let weeks = dice.between(4, 16);
    let goal = match dice.one_of(&[0.0, 5_000.0, 10_000.0, 21_097.5, 42_195.0]) {
        0.0 => Goal::Fitness,
        distance => {
            let day = add_days(case.on, 7 * weeks - dice.one_of(&[0, 0, 1, 3]));
            Goal::Race { distance: Metres(distance), on: Some(day) }
        }
    };
    let days = (0..7).filter_map(|day| Weekday::from_monday_zero_offset(day).ok()).collect();
    let wish = Wish {
        goal,
        time: None,
        days,
        long_day: None,
        most_minutes: Vec::new(),
        doubles: false,
        weeks: Some(weeks as usize),
    };
    Some(propose(&case, doctrine, &wish).ok()?.plan)
}

fn event(dice: &mut Dice, on: Date) -> Event {
    let day = |dice: &mut Dice, least, most| add_days(on, dice.between(least, most));
    match dice.between(0, 9) {
        0 => Event::Missed { from: add_days(on, -dice.between(1, 40)), to: day(dice, -1, 0) },
        1 => {
            let from = day(dice, -5, 3);
            Event::Sick { from, to: add_days(from, dice.between(0, 20)), eased: None }
        }
        2 | 3 => {
            let from = day(dice, 0, 20);
            let possible = match dice.between(0, 2) {
                0 => Possible::Nothing,
                1 => Possible::EasyRunning,
                _ => Possible::UpTo(Seconds::from_minutes(dice.between(20, 60) as f64)),
            };
            Event::Travel { from, to: add_days(from, dice.between(0, 20)), possible }
        }
        4 => Event::Race {
            day: day(dice, 1, 60),
            distance: Metres(dice.one_of(&[5_000.0, 10_000.0, 21_097.5])),
        },
        5 | 6 => Event::Move { from: day(dice, -2, 14), to: day(dice, 0, 16) },
        7 => Event::RedCheckIn,
        8 => Event::FreeRun { day: day(dice, -3, 0), counted: Metres(0.0) },
        _ => Event::Review,
    }
}

/// How many bends are wanted.
#[allow(clippy::disallowed_methods)] // A test asks the environment whether it has time.
fn wanted() -> usize {
    std::env::var("BENDS").ok().and_then(|bends| bends.parse().ok()).unwrap_or(300)
}

#[test]
fn a_bent_plan_breaks_no_firm_rule_that_the_plan_kept() {
    let mut dice = Dice(7);
    let mut count = 0;
    let (mut changed, mut kept, mut keys, mut days, mut excused) = (0, 0, 0, 0, 0);
    let mut faults: Vec<String> = Vec::new();
    while count < wanted() {
        let Some(scene) = scene(&mut dice) else { continue };
        let event = event(&mut dice, scene.on);
        let bent = bend(&scene.plan, &scene.case(), &scene.doctrine, &event);
        count += 1;
        changed += usize::from(!bent.is_unchanged());
        days += bent.changes.len();
        kept += bent.key_sessions.0;
        keys += bent.key_sessions.1;
        faults.extend(faults_of(&scene, &event, &bent, &mut excused));
    }
    println!(
        "{count} bends, {changed} change the plan on {:.1} days each; {kept} of {keys} key sessions \
         to come are kept ({:.1} %); {excused} findings are beyond mending",
        days as f64 / changed.max(1) as f64,
        100.0 * kept as f64 / keys.max(1) as f64
    );
    let shown = faults.iter().take(6).cloned().collect::<Vec<_>>().join("\n\n");
    assert!(faults.is_empty(), "{} of {count}:\n{shown}", faults.len());
}

#[test]
fn a_week_looked_at_beside_what_was_run_keeps_every_firm_rule() {
    let mut dice = Dice(11);
    let (mut count, mut changed, mut excused) = (0, 0, 0);
    let mut faults: Vec<String> = Vec::new();
    while count < wanted() {
        let Some(scene) = scene(&mut dice) else { continue };
        let bent = bend(&scene.plan, &scene.case(), &scene.doctrine, &Event::AsRun);
        count += 1;
        changed += usize::from(!bent.is_unchanged());
        faults.extend(faults_of(&scene, &Event::AsRun, &bent, &mut excused));
    }
    println!("{count} weeks, {changed} change; {excused} findings are beyond mending");
    let shown = faults.iter().take(3).cloned().collect::<Vec<_>>().join("\n\n");
    assert!(faults.is_empty(), "{} of {count}:\n{shown}", faults.len());
}

fn faults_of(scene: &Scene, event: &Event, bent: &Bend, excused: &mut usize) -> Vec<String> {
    let mut faults = Vec::new();
    let mut fault = |what: String| {
        faults.push(format!("{what}\n{event:?} on {}\n{}", scene.on, scene.doctrine.name));
    };
    let case = scene.case();
    let unbent = unbent(scene, &scene.plan);
    let before: BTreeSet<_> = unbent.iter().map(|it| it.finding.rule).collect();
    for broken in bent.still_broken.iter().filter(|it| !before.contains(&it.finding.rule)) {
        if is_beyond_mending(scene, bent, broken) {
            *excused += 1;
            continue;
        }
        let mut text = format!("{} in week {}: ", broken.finding.rule, broken.week);
        write!(text, "{}\n{}", broken.finding.message, scene.told).unwrap();
        for change in &bent.changes {
            let said = |sessions: &[training::Session]| {
                sessions.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
            };
            write!(text, "\n{}: {} -> {}", change.date, said(&change.was), said(&change.becomes))
                .unwrap();
        }
        fault(text);
    }
    if bend(&scene.plan, &case, &scene.doctrine, event) != *bent {
        fault("another answer to the same question".to_owned());
    }
    let moves_it = matches!(event, Event::Move { from, .. } if races(&scene.plan).contains(from));
    let stays = races(&scene.plan).is_subset(&races(&bent.plan));
    if !stays
        && !moves_it
        && !is_unsafe(bent)
        && !gives_it_another_day(event, &scene.plan, &bent.plan)
    {
        fault("the race lost its day".to_owned());
    }
    let past = |plan: &Plan| -> Vec<_> {
        plan.planned().into_iter().filter(|planned| planned.date < scene.on).collect()
    };
    if past(&scene.plan) != past(&bent.plan) {
        fault("the past changed".to_owned());
    }
    faults
}

/// Whether the runner gave the plan's race the day on which it lies now.
fn gives_it_another_day(event: &Event, before: &Plan, after: &Plan) -> bool {
    let Event::Race { day, .. } = event else { return false };
    races(after).contains(day) && races(after).len() == races(before).len()
}

/// Whether a race was taken out because a rule of safety speaks against it, and that was said.
fn is_unsafe(bent: &Bend) -> bool {
    let of_safety = ["rest-when-ill", "return-gently"];
    let is_said = |reason: &planner::Reason| {
        reason.text.contains("is taken out")
            && reason.rules.iter().all(|it| of_safety.contains(&it.0))
    };
    bent.reasons.iter().any(is_said)
}

/// Whether less running could not keep a rule. A race that is two weeks away or more keeps its day,
/// also where it alone breaks a rule after a break, and so does one that the runner asks for.
fn is_beyond_mending(scene: &Scene, bent: &Bend, broken: &Broken) -> bool {
    let races = races(&scene.plan);
    let week_of = |day: Date| (days_between(scene.plan.begins, day) / 7 + 1) as usize;
    let is_near = |race: &Date| (0..2).contains(&(broken.week as i64 - week_of(*race) as i64));
    if broken.finding.rule.0 == "return-gently" {
        let is_asked = matches!(bent.event, Event::Race { .. } | Event::Move { .. });
        let is_far = |race: &Date| days_between(scene.on, *race) >= 13;
        return races.iter().any(|race| is_near(race) && (is_asked || is_far(race)));
    }
    let week = bent.plan.week(broken.week - 1);
    let says_race = |planned: &training::Planned| {
        let far = planned.session.distance(None).unwrap_or_default();
        races.contains(&planned.date)
            && week.holds(planned.date)
            && broken.finding.message.starts_with(&distance(far, Units::Kilometres))
    };
    if broken.finding.rule.0 == "build-long-runs-gradually" {
        return bent.plan.planned().iter().any(says_race);
    }
    if broken.finding.rule.0 == "limit-hard-runs" {
        // The share of hard runs rises where easy ones fall out; none was added.
        let hard = |plan: &Plan| {
            let days = add_days(week.start, -21)..=week.end();
            let planned = plan.planned().into_iter().filter(|it| days.contains(&it.date));
            planned.filter(|it| it.session.main_purpose().is_hard()).count()
        };
        return hard(&bent.plan) <= hard(&scene.plan);
    }
    let mut bare = bent.plan.clone();
    bare.weeks[broken.week - 1].sessions.retain(|(weekday, _)| {
        let day = add_days(week.start, i64::from(weekday.since(week.start.weekday())));
        races.contains(&day) || day < scene.on
    });
    let is_same = |it: &Broken| it.week == broken.week && it.finding.rule == broken.finding.rule;
    races.iter().any(|race| week.holds(*race)) && unbent(scene, &bare).iter().any(is_same)
}

/// What a plan breaks from the day on when it is not bent: a move that goes nowhere shows it.
fn unbent(scene: &Scene, plan: &Plan) -> Vec<Broken> {
    let nothing = Event::Move { from: add_days(scene.on, -900), to: scene.on };
    bend(plan, &scene.case(), &scene.doctrine, &nothing).still_broken
}

fn races(plan: &Plan) -> BTreeSet<Date> {
    let planned = plan.planned().into_iter();
    planned
        .filter(|planned| planned.session.main_purpose() == Purpose::Race)
        .map(|planned| planned.date)
        .collect()
}
