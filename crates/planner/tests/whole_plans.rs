//! Whole plans of several runners, looked at as a coach would: `PRINT=1` with `--nocapture` shows
//! them.
#![allow(clippy::disallowed_methods, reason = "whether plans are printed is said from outside")]

use planner::{NoPlan, Wish, propose};
use rulebook::{doctrine, examples::example};
use training::{Goal, Metres, Plan, Weekday, calendar::add_days};

const EASY: f64 = 2.8;

fn wish(goal: Goal, days: &str) -> Wish {
    let all = Weekday::Monday.cycle_forward().take(7);
    let days = all.filter(|day| days.contains(&format!("{day:?}")[..3])).collect();
    Wish {
        goal,
        time: None,
        days,
        long_day: None,
        most_minutes: Vec::new(),
        doubles: false,
        weeks: None,
    }
}

fn plan(history: &str, race: Option<(f64, i64)>, days: &str) -> Result<Plan, NoPlan> {
    let example = example(history);
    let case = example.case();
    let goal = match race {
        Some((km, weeks)) => {
            Goal::Race { distance: Metres::from_km(km), on: Some(add_days(case.on, 7 * weeks)) }
        }
        None => Goal::Fitness,
    };
    let made = propose(&case, &doctrine("evidence-first").unwrap(), &wish(goal, days));
    Ok(made?.plan)
}

fn print(name: &str, plan: &Result<Plan, NoPlan>) {
    println!("===== {name}");
    let plan = match plan {
        Ok(plan) => plan,
        Err(no) => {
            println!("{no}");
            return;
        }
    };
    for (index, week) in plan.weeks.iter().enumerate() {
        let km =
            |s: &training::Session| s.distance(Some(training::MetresPerSecond(EASY))).unwrap().km();
        let sum: f64 = week.sessions.iter().map(|(_, s)| km(s)).sum();
        print!(
            "{:2} {:5}{} {sum:5.1}:",
            index + 1,
            week.phase.unwrap().word(),
            if week.is_lighter { "-" } else { " " }
        );
        for (day, session) in &week.sessions {
            print!(" {} {} |", &format!("{day:?}")[..2], session);
        }
        println!();
    }
}

#[test]
fn whole_plans() {
    let beginner = "runner: beginner\n10 weeks:\nTue easy 5km\nThu easy 5km\nSun long 8km\n";
    print("beginner 18, 5k in 10", &plan(beginner, Some((5.0, 10)), "MonTueWedThuFriSatSun"));
    print("beginner 18, fitness", &plan(beginner, None, "TueThuSatSun"));
    print("beginner 18, marathon in 9", &plan(beginner, Some((42.195, 9)), "TueThuSatSun"));
    let forty = "runner: intermediate\n10 weeks:\nTue easy 8km\nWed easy 6km\nThu easy 7km\nSat easy 6km\nSun long 13km\n";
    print("40, half in 14", &plan(forty, Some((21.0975, 14)), "MonTueWedThuFriSatSun"));
    print("40, marathon in 18", &plan(forty, Some((42.195, 18)), "MonTueWedThuFriSatSun"));
    print("40, base", &plan(forty, None, "MonTueThuSatSun"));
    let seventy = "runner: advanced\n10 weeks:\nMon easy 10km\nTue easy 10km\nWed easy 12km\nThu easy 10km\nSat easy 8km\nSun long 20km\n";
    print("70, marathon in 16", &plan(seventy, Some((42.195, 16)), "MonTueWedThuFriSatSun"));
    let hundred = "runner: advanced\n10 weeks:\nMon easy 15km\nTue easy 16km\nWed easy 15km\nThu easy 16km\nSat easy 16km\nSun long 22km\n";
    print("100, 10k in 12", &plan(hundred, Some((10.0, 12)), "MonTueWedThuFriSatSun"));
    let three = "runner: intermediate\n10 weeks:\nTue easy 8km\nThu easy 8km\nSun long 12km\n";
    print("28 on 3 days, 10k in 12", &plan(three, Some((10.0, 12)), "TueThuSun"));
}
