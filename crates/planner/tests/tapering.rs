//! The taper: the training of its last week, the race left out, falls by 41 to 60 % below the largest
//! week of the plan (Wang 2023), whatever the race and however many days there are to run on.
//! `--nocapture` shows the grid.

mod wished;

use std::fmt::Write;
use wished::{BEGINNER, FORTY_KM, SEVENTY_KM, plan, wish};

const TWENTY_EIGHT_KM: &str = "runner: intermediate
    10 weeks:
    Tue  easy 8km
    Thu  easy 8km
    Sun  long 12km";

const RACES: [(f64, &str); 5] =
    [(5.0, "5k"), (10.0, "10k"), (21.0975, "half"), (42.195, "marathon"), (50.0, "50km")];
const DAYS: [&str; 5] = [
    "Tue Thu Sun",
    "Tue Thu Sat Sun",
    "Tue Wed Thu Sat Sun",
    "Mon Tue Wed Thu Sat Sun",
    "Mon Tue Wed Thu Fri Sat Sun",
];

/// Every fall of one runner's plans over all races and days lies within 41 to 60 %; a race that the
/// runner cannot be ready for has none.
fn check_grid(history: &str, in_days: i64) {
    let mut outside = Vec::new();
    println!("{history}\nrace in {in_days} days");
    for days in DAYS {
        let mut line = format!("{days:28}");
        for (distance, race) in RACES {
            let Ok(made) = plan(history, (distance, in_days), wish(days)) else {
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
