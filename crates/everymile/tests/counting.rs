//! Stories of what is counted and what is not: days without hours, copies, runs still to come, what
//! nobody knows, and what is no run.
#![allow(clippy::disallowed_methods, reason = "the stories write files and run the binary")]

mod desk;

use desk::Desk;
use everymile::{analysis::Told, cli::View, reading::Reading};
use logbook::Logbook;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::sync::Arc;
use training::{CheckIn, Date, NamedRun};

/// A desk with one file of runs.
fn desk_with(story: &str, name: &str, text: &str) -> Desk {
    let desk = Desk::empty(story);
    fs::create_dir_all(desk.files()).unwrap();
    fs::write(desk.files().join(name), text).unwrap();
    desk
}

fn analysis(desk: &Desk) -> Value {
    desk.types("analyze FILES --format json").well().json()
}

/// A GPX track that goes north at 3 m/s from the hour on, for half an hour.
fn track(day: &str, hour: u32) -> String {
    let points = (0..=1800).step_by(5).fold(String::new(), |mut points, second| {
        let north = 50.0 + f64::from(second) * 3.0 / 111_195.0;
        let (minute, second) = (second / 60, second % 60);
        let time = format!("{day}T{hour:02}:{minute:02}:{second:02}Z");
        let _ = write!(points, r#"<trkpt lat="{north:.7}" lon="8.0"><time>{time}</time></trkpt>"#);
        points
    });
    format!("<trk><type>running</type><trkseg>{points}</trkseg></trk>")
}

fn gpx(tracks: &[String]) -> String {
    let head = r#"<gpx version="1.1" creator="a watch" xmlns="http://www.topografix.com/GPX/1/1">"#;
    format!("{head}{}</gpx>", tracks.concat())
}

#[test]
fn a_day_in_a_log_without_hours_keeps_its_warm_up_and_its_cool_down() {
    let log = "date,distance_km,duration\n2026-03-05,2,12:00\n2026-03-05,8,40:00\n\
               2026-03-05,2,12:30\n";
    let told = analysis(&desk_with("no-hours", "log.csv", log));
    assert_eq!(told["files"]["runs"], 3);
    assert_eq!(told["weeks"][0]["distance_m"], 12_000.0);
}

#[test]
fn every_run_of_a_file_with_several_says_where_it_was_found() {
    let text = gpx(&[track("2026-03-05", 7), track("2026-03-05", 17)]);
    let desk = desk_with("two-in-one", "day.gpx", &text);
    desk.types("import FILES").well();
    let told = desk.types("report --on 2026-03-08 --format json").well().json();
    let files: Vec<&str> =
        told["runs"].as_array().unwrap().iter().map(|run| run["file"].as_str().unwrap()).collect();
    assert_eq!(files.len(), 2);
    assert!(files.iter().all(|file| file.ends_with("day.gpx")), "{files:?}");
}

#[test]
fn of_two_equally_rich_copies_the_same_one_counts_with_and_without_a_logbook() {
    let whole = gpx(&[track("2026-03-05", 7)]);
    let copies = [whole.clone(), whole.replace("a watch", "another"), whole.replace("a w", "aw")];
    for (first, second) in [(0, 1), (1, 0), (0, 2), (2, 0)] {
        let desk = desk_with(&format!("tie-{first}-{second}"), "a.gpx", &copies[first]);
        fs::write(desk.files().join("b.gpx"), &copies[second]).unwrap();
        desk.types("import FILES").well();
        let kept = desk.types("report --on 2026-03-05 --format json").well().json();
        let bare = desk.types("analyze FILES --on 2026-03-05 --format json").well().json();
        assert_eq!(kept["runs"], bare["runs"]);
        assert_eq!(kept["runner"], bare["runner"]);
        assert_eq!(kept["files"]["duplicates"], bare["files"]["duplicates"]);
    }
}

#[test]
fn runs_still_to_come_are_kept_and_said_in_whatever_order_they_come() {
    let (past, to_come) = (gpx(&[track("2026-03-05", 7)]), gpx(&[track("2031-03-05", 7)]));
    let desk = desk_with("to-come", "a.gpx", &to_come);
    let only = desk.types("import FILES").well().result;
    assert!(only.contains("The logbook holds no runs up to today."), "{only}");
    assert!(only.contains("1 run is still to come (2031-03-05)"), "{only}");
    desk.types("report").refused("no runs yet", "look from then: --on 2031-03-05");
    desk.types("show last").refused("1 run later (on 2031-03-05)", "--on 2031-03-05");
    fs::write(desk.files().join("b.gpx"), &past).unwrap();
    let both = desk.types("import FILES").well().result;
    assert!(both.contains("The logbook holds 1 run from 2026-03-05"), "{both}");
    assert!(both.contains("1 run is still to come"), "{both}");
    let later = desk.types("import FILES --on 2031-03-05").well().result;
    assert!(later.contains("The logbook holds 2 runs"), "{later}");
    let seen = desk.types("show last --on 2031-03-05 --format json").well().json();
    assert_eq!(seen["runs"][0]["start"], "2031-03-05T07:00:00Z");
}

fn days<'a>(runs: impl IntoIterator<Item = &'a NamedRun>) -> Vec<String> {
    runs.into_iter().map(|run| run.date().to_string()).collect()
}

#[test]
fn a_run_still_to_come_is_so_after_a_check_in_and_counts_from_its_day_on() {
    let log = "date,distance_km,duration\n2026-03-05,10,50:00\n2066-05-04,10,50:00\n";
    let desk = desk_with("to-come-again", "log.csv", log);
    desk.types("import FILES").well();
    let book = Logbook::open(&desk.folder.join("logbook.everymile")).unwrap();
    let from = |day: &str| View { on: Some(day.parse().unwrap()), ..View::default() };
    let read = Reading::of_book(&book, &from("2026-03-06")).unwrap().history;
    desk.types("check-in --on 2026-03-06 --soreness 6").well();
    let again = Reading::again(&book, &from("2026-03-06"), Some(&read)).unwrap().history;
    assert!(again.has_recordings_of(&read));
    assert_eq!(again.check_ins.len(), 1);
    assert_eq!(days(&*again.runs), ["2026-03-05"]);
    assert_eq!(days(&again.to_come), ["2066-05-04"]);
    let then = Reading::again(&book, &from("2066-05-04"), Some(&again)).unwrap().history;
    assert_eq!(days(&*then.runs), ["2026-03-05", "2066-05-04"]);
    assert!(then.to_come.is_empty());
}

#[test]
fn a_check_in_asks_for_no_name_although_a_run_is_still_to_come() {
    let log = "date,distance_km,duration\n2026-03-05,10,50:00\n2066-05-04,10,50:00\n";
    let desk = desk_with("to-come-unasked", "log.csv", log);
    desk.types("import FILES").well();
    let book = Logbook::open(&desk.folder.join("logbook.everymile")).unwrap();
    let read = Reading::of_book(&book, &View::default()).unwrap().history;
    let said = vec![CheckIn::on("2026-03-06".parse::<Date>().unwrap())];
    let told = Arc::new(Told::default());
    let named = |_: &_| Err("the names were asked for");
    let again = read.again(told, BTreeMap::new(), said, named).unwrap();
    assert_eq!(days(&*again.runs), ["2026-03-05", "2066-05-04"]);
}

#[test]
fn a_logbook_whose_runs_are_later_than_the_day_says_so() {
    let desk = desk_with("later", "a.gpx", &gpx(&[track("2026-03-05", 7)]));
    desk.types("import FILES").well();
    for command in ["report", "show last", "predict", "ledger"] {
        desk.types(&format!("{command} --on 2020-01-01"))
            .refused("holds none up to 2020-01-01", "--on 2026-03-05");
    }
}

#[test]
fn a_time_that_nobody_wrote_down_is_null_and_no_zero() {
    let log = "date,distance_km,duration\n2026-03-05,10,\n";
    let desk = desk_with("no-time", "log.csv", log);
    let told = analysis(&desk);
    assert_eq!(told["runs"][0]["moving_s"], Value::Null);
    assert_eq!(told["runs"][0]["elapsed_s"], Value::Null);
    assert!(told["runs"][0]["confidence"].as_f64().unwrap() <= 0.5);
    desk.types("import FILES").well();
    let shown = desk.types("show 2026-03-05").well().result;
    assert!(shown.contains("10.0 km · time not known"), "{shown}");
    assert!(!shown.contains("0:00") && !shown.contains("slow"), "{shown}");
}

#[test]
fn a_cell_that_cannot_be_read_is_named_beside_the_run() {
    let log = "date,distance_km,duration,purpose\n2026-03-05,ten,50:00,foo\n";
    let told = analysis(&desk_with("ten", "log.csv", log));
    let said = told["runs"][0]["oddities"].to_string();
    assert!(said.contains("the distance 'ten' cannot be read"), "{said}");
    assert!(said.contains("the purpose 'foo' is none of"), "{said}");
}

#[test]
fn what_is_no_run_is_told_with_its_type_its_time_and_its_load() {
    let log = "date,start,type,distance_km,duration,hr_avg\n\
               2026-03-05,06:00,Ride,30,1:00:00,\n2026-03-06,06:00,Strength,,40:00,\n";
    let desk = desk_with("others", "log.csv", log);
    let others = &analysis(&desk)["others"];
    assert_eq!(others[0]["sport"], "cycling");
    assert_eq!(others[0]["moving_s"], 3600.0);
    assert_eq!(others[0]["distance_m"], 30_000.0);
    assert_eq!(others[0]["load"], Value::Null);
    assert_eq!(others[1]["sport"], "strength");
    let page = desk.types("analyze FILES").well().result;
    assert!(page.contains("cycling 1:00:00, strength 40:00"), "{page}");
}
