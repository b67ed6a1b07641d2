//! Stories of runners who ask what they could race: from races in a log, from too little, from nothing.
#![allow(clippy::disallowed_methods, reason = "the stories write files and run the binary")]

mod desk;

use desk::{Desk, LAST_DAY};
use serde_json::Value;
use std::{fmt::Write, fs};
use training::{Date, calendar::add_days};

/// Twelve weeks of four easy runs, 40 km in each, and then some races.
fn log(races: &str) -> String {
    let last: Date = LAST_DAY.parse().unwrap();
    let mut log = "date,distance_km,duration,purpose\n".to_owned();
    for week in 0..12 {
        for day in [1, 3, 5, 6] {
            let date = add_days(last, day - 83 + 7 * week - 6);
            let _ = writeln!(log, "{date},10,55:00,easy");
        }
    }
    log + races
}

fn desk(story: &str, races: &str) -> Desk {
    let desk = Desk::empty(story);
    fs::create_dir_all(desk.files()).unwrap();
    fs::write(desk.files().join("log.csv"), log(races)).unwrap();
    desk.types("import FILES");
    desk
}

fn foretold(desk: &Desk, race: &str) -> Value {
    let command = format!("predict --race {race} --on {LAST_DAY} --format json");
    desk.types(&command).well().json()["predictions"][0].clone()
}

const FIVE: &str = "2026-03-08,5,20:00,race\n";
const TEN: &str = "2026-03-15,10,41:30,race\n";

#[test]
fn two_races_tell_the_half_marathon() {
    let half = foretold(&desk("two-races", &(FIVE.to_owned() + TEN)), "half");
    assert_eq!(half["race"], "half-marathon");
    assert_eq!(half["counted"], serde_json::json!(["emig-peltonen", "riegel-personal"]));
    let times = half["by_model"].as_array().unwrap().iter().map(|said| said["time_s"].as_f64());
    assert_eq!(times.take(2).collect::<Vec<_>>(), [Some(5474.9), Some(5465.8)]);
    assert_eq!(half["time_s"], 5470.3);
    assert!(half["quickest_s"].as_f64().unwrap() < 5400.0, "{half}");
}

#[test]
fn a_marathon_from_five_kilometres_names_the_weekly_distance() {
    let desk = desk("five-alone", FIVE);
    let told = desk.types(&format!("predict --on {LAST_DAY}")).well().result;
    assert!(told.contains("\n  Marathon by vickers-one.\n"), "{told}");
    assert!(told.contains("marathon: It counts on the 37.9 km you ran in a week"), "{told}");
    assert!(told.contains("5 km in 20:00 on Sun 8 Mar 2026 (run "), "{told}");
    assert!(told.contains("→ A second race"), "{told}");
    assert!(told.contains("predict --race marathon --on 2026-03-22"), "{told}");
}

#[test]
fn who_raced_nothing_is_told_what_to_supply() {
    let desk = desk("no-race", "");
    let told = desk.types(&format!("predict --on {LAST_DAY}")).well().result;
    assert!(told.contains("not known"), "{told}");
    assert!(told.contains("no race of the last 180 days"), "{told}");
    assert!(told.contains("→ Run a race or a time trial over 5 km or 10 km."), "{told}");
    assert_eq!(foretold(&desk, "10k")["time_s"], Value::Null);
}

#[test]
fn a_race_of_no_usual_distance_is_left_out_and_named() {
    let desk = desk("odd-race", "2026-03-15,12.3,50:00,race\n");
    let told = desk.types(&format!("predict --on {LAST_DAY}")).well().result;
    assert!(told.contains("12.3 km is no usual race distance"), "{told}");
}

#[test]
fn the_race_that_is_prepared_stands_among_the_usual_ones() {
    let desk = desk("goal", TEN);
    desk.types("profile set goal 15km:2026-05-01").well();
    let told = desk.types(&format!("predict --on {LAST_DAY}")).well().result;
    assert!(told.contains("\n  15 km (goal)   1:03:"), "{told}");
    desk.types("profile set goal 10km").well();
    let told = desk.types(&format!("predict --on {LAST_DAY}")).well().result;
    assert!(told.contains("\n  10 km (goal) ") && !told.contains("15 km"), "{told}");
}

#[test]
fn several_races_may_be_asked_for() {
    let desk = desk("several", &(FIVE.to_owned() + TEN));
    let told = desk.types(&format!("predict --race 15km,10mi --on {LAST_DAY}")).well().result;
    assert!(told.starts_with("15 km on Sun 22 Mar 2026\n"), "{told}");
    assert!(told.contains("\n10 miles on Sun 22 Mar 2026\n"), "{told}");
    assert!(told.contains("\n  2 together       "), "{told}");
    assert!(told.contains("\n  Not counted: daniels-gilbert and riegel, for the others"), "{told}");
    assert!(told.contains("vickers-two: It speaks of the marathon only."), "{told}");
}

#[test]
fn what_was_raced_later_is_not_known_on_a_day() {
    let desk = desk("earlier", &(FIVE.to_owned() + TEN));
    let told = desk.types("predict --on 2026-03-10 --format json").well().json();
    assert_eq!(told["inputs"]["races"].as_array().unwrap().len(), 1);
}

#[test]
fn no_prediction_is_wider_than_eighty_columns() {
    let desk = desk("narrow", &(FIVE.to_owned() + TEN + "2026-03-20,21.1,1:33:10,race\n"));
    for command in ["predict", "predict --race half,marathon,mile --units mi"] {
        let told = desk.types(&format!("{command} --on {LAST_DAY}")).well().result;
        for line in told.lines() {
            assert!(line.chars().count() <= 80, "{command}: {line}");
        }
    }
}

#[test]
fn a_word_that_is_no_race_is_answered_with_the_words_for_races() {
    let told = Desk::empty("no-such-race").types("predict --race far");
    told.refused("'far' is no race", "say 5k, 10k, half, marathon, or");
}

#[test]
fn a_logbook_without_runs_says_how_to_get_them() {
    let told = Desk::empty("nothing-to-foretell").types("predict");
    assert_eq!(told.status, 2);
    assert!(told.messages.ends_with("→ read your files first: everymile import PATH\n"));
}
