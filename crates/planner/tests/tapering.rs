//! The taper: the training of its last week, the race left out, falls by 41 to 60 % below the largest
//! week of the plan (Wang 2023), whatever the race and however many days there are to run on.
//! `--nocapture` shows the grid.

use planner::{NoPlan, Proposal, Wish, propose};
use rulebook::{doctrine, examples::example};
use std::fmt::Write;
use training::{Goal, Metres, Weekday, calendar::add_days};

const BEGINNER: &str = "runner: beginner
    10 weeks:
    Tue  easy 5km
    Thu  easy 5km
    Sun  long 8km";
const TWENTY_EIGHT_KM: &str = "runner: intermediate
    10 weeks:
    Tue  easy 8km
    Thu  easy 8km
    Sun  long 12km";
const FORTY_KM: &str = "runner: intermediate
    10 weeks:
    Tue  easy 8km
    Wed  easy 6km
    Thu  easy 7km
    Sat  easy 6km
    Sun  long 13km";
const SEVENTY_KM: &str = "runner: advanced
    10 weeks:
    Mon  easy 10km
    Tue  easy 10km
    Wed  easy 12km
    Thu  easy 10km
    Sat  easy 8km
    Sun  long 20km";

const RACES: [(f64, &str); 5] =
    [(5.0, "5k"), (10.0, "10k"), (21.0975, "half"), (42.195, "marathon"), (50.0, "50km")];
const DAYS: [&str; 5] = [
    "Tue Thu Sun",
    "Tue Thu Sat Sun",
    "Tue Wed Thu Sat Sun",
    "Mon Tue Wed Thu Sat Sun",
    "Mon Tue Wed Thu Fri Sat Sun",
];

/// A plan for a race in so many days after the last one run, a Sunday.
fn plan(history: &str, (km, in_days): (f64, i64), days: &str) -> Result<Proposal, NoPlan> {
    let example = example(history);
    let case = example.case();
    let on = Some(add_days(case.on, in_days));
    let all = Weekday::Monday.cycle_forward().take(7);
    let wish = Wish {
        goal: Goal::Race { distance: Metres::from_km(km), on },
        time: None,
        days: all.filter(|day| days.contains(&format!("{day:?}")[..3])).collect(),
        long_day: None,
        most_minutes: Vec::new(),
        doubles: false,
        weeks: None,
    };
    propose(&case, &doctrine("evidence-first").unwrap(), &wish)
}

/// Every fall of one runner's plans over all races and days lies within 41 to 60 %; a race that the
/// runner cannot be ready for has none.
fn check_grid(history: &str, in_days: i64) {
    let mut outside = Vec::new();
    println!("{history}\nrace in {in_days} days");
    for days in DAYS {
        let mut line = format!("{days:28}");
        for (distance, race) in RACES {
            let Ok(made) = plan(history, (distance, in_days), days) else {
                line += "       -";
                continue;
            };
            let fall = (100.0 * made.taper.unwrap().fall()).round();
            write!(line, "{fall:8}").unwrap();
            if !(41.0..=60.0).contains(&fall) {
                outside.push(format!("{race} on {days}: {fall} %"));
            }
        }
        println!("{line}");
    }
    assert!(outside.is_empty(), "{outside:#?}");
}

#[test]
fn a_beginner_tapers_by_half() {
    check_grid(BEGINNER, 7 * 24);
}

#[test]
fn who_runs_on_three_days_tapers_by_half() {
    check_grid(TWENTY_EIGHT_KM, 7 * 20);
}

#[test]
fn who_runs_on_five_days_tapers_by_half() {
    check_grid(FORTY_KM, 7 * 20);
}

#[test]
fn who_runs_on_six_days_tapers_by_half() {
    check_grid(SEVENTY_KM, 7 * 20);
}

#[test]
fn whatever_day_the_race_is_on_its_taper_falls_by_half() {
    for weekday in 1..=6 {
        check_grid(FORTY_KM, 7 * 19 + weekday);
    }
}
