//! How long the planner thinks, as medians over several runners with a year and more behind them:
//! `cargo run --release -p planner --example timings`. Each figure stands beside the most it may be.
#![allow(clippy::disallowed_methods, reason = "a developer's tool: it measures time")]

#[path = "../tests/runners/mod.rs"]
mod runners;

use planner::{Event, Possible, WhatIf, Wish, bend, propose, what_if, what_if_ahead};
use rulebook::{
    Case, Doctrine, doctrine,
    examples::{Example, example},
};
use runners::RUNNERS;
use std::{
    hint::black_box,
    time::{Duration, Instant},
};
use training::{Goal, Metres, Plan, Seconds, Weekday, calendar::add_days, notation::parse_session};

/// So many weeks lie behind everybody.
const WEEKS: usize = 104;
/// Everything is done so often; the median counts.
const TIMES: usize = 9;

fn main() {
    let doctrine = doctrine("evidence-first").expect("it is shipped");
    let scenes: Vec<Scene> = RUNNERS.iter().map(|runner| Scene::of(runner, &doctrine)).collect();
    println!("{} runners, {WEEKS} weeks each, medians of {TIMES}", scenes.len());
    print("a plan of 24 weeks", 100, &scenes, |scene| {
        black_box(propose(&scene.case(), &doctrine, &scene.wish).ok());
    });
    for (name, event) in &scenes[0].events() {
        print(&format!("a bend: {name}"), 50, &scenes, |scene| {
            black_box(bend(&scene.plan, &scene.case(), &doctrine, event));
        });
    }
    for (name, change) in &changes() {
        print(&format!("what if, a year: {name}"), 300, &scenes, |scene| {
            black_box(what_if(&scene.case(), &doctrine, change, 52));
        });
        print(&format!("what if, the plan: {name}"), 300, &scenes, |scene| {
            black_box(what_if_ahead(&scene.plan, &scene.case(), &doctrine, change, 24));
        });
    }
}

/// A runner and a plan of 24 weeks.
struct Scene {
    example: Example,
    wish: Wish,
    plan: Plan,
}

impl Scene {
    fn of((level, week): &(&str, &str), doctrine: &Doctrine) -> Self {
        let example = example(&format!("runner: {level}\n{WEEKS} weeks:\n{week}\n"));
        let day = add_days(example.case().on, 7 * 24);
        let days = (0..7).filter_map(|day| Weekday::from_monday_zero_offset(day).ok());
        let wish = Wish {
            goal: Goal::Race { distance: Metres(10_000.0), on: Some(day) },
            time: None,
            days: days.collect(),
            long_day: None,
            most_minutes: Vec::new(),
            weeks: None,
            doubles: false,
        };
        let plan = propose(&example.case(), doctrine, &wish).expect("everybody can run 10 km").plan;
        Self { example, wish, plan }
    }

    fn case(&self) -> Case<'_> {
        self.example.case()
    }

    fn events(&self) -> [(&'static str, Event); 5] {
        let on = self.case().on;
        let day = |days| add_days(on, days);
        let minutes = Seconds::from_minutes(30.0);
        [
            ("two weeks ill", Event::Sick { from: day(1), to: day(14), eased: None }),
            (
                "a journey",
                Event::Travel { from: day(10), to: day(17), possible: Possible::UpTo(minutes) },
            ),
            ("a race", Event::Race { day: day(63), distance: Metres(5_000.0) }),
            ("a goal race later", Event::Race { day: day(182), distance: Metres(10_000.0) }),
            ("a look back", Event::Review),
        ]
    }
}

fn changes() -> [(&'static str, WhatIf); 4] {
    let session = parse_session("easy 40min").expect("it is written well");
    [
        ("without junk", WhatIf::DropJunk),
        ("easy runs easy", WhatIf::SlowEasy),
        ("two days off", WhatIf::Rest { days: 2 }),
        ("a run more", WhatIf::AddRun { session, on: Weekday::Monday }),
    ]
}

/// The median over all runners and times, the slowest runner's, and the most that either may be.
fn print(what: &str, most_ms: u64, scenes: &[Scene], work: impl Fn(&Scene)) {
    let medians: Vec<Duration> = scenes
        .iter()
        .map(|scene| median((0..TIMES).map(|_| timed(|| work(scene))).collect()))
        .collect();
    let slowest = medians.iter().max().copied().unwrap_or_default();
    let ms = |time: Duration| 1000.0 * time.as_secs_f64();
    let verdict = if slowest < Duration::from_millis(most_ms) { "" } else { "  TOO SLOW" };
    println!(
        "{what:<36}{:>8.1} ms{:>10.1} ms slowest{most_ms:>6} ms asked{verdict}",
        ms(median(medians)),
        ms(slowest)
    );
}

fn timed(work: impl FnOnce()) -> Duration {
    let start = Instant::now();
    work();
    start.elapsed()
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}
