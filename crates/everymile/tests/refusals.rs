//! What the runner is told when something cannot be done: what happened, to which file, what to do.
#![allow(clippy::disallowed_methods, reason = "the stories write files and run the binary")]

mod desk;

use desk::{Desk, LAST_DAY};
use std::fs;

#[track_caller]
fn check_refusal(command: &str, messages: &str) {
    let told = Desk::empty(&format!("refusal-{}", command.len())).types(command);
    assert_eq!(told.status, 2);
    assert_eq!(told.unwrapped(), messages);
    assert_eq!(told.result, "");
}

#[test]
fn a_path_that_is_not_there_is_refused_with_a_remedy() {
    check_refusal(
        "import nowhere.fit",
        "everymile: nowhere.fit could not be opened: No such file or directory \
         → check the path and that you may read it",
    );
}

#[test]
fn a_report_without_runs_says_how_to_get_them() {
    let told = Desk::empty("no-runs").types("report");
    assert_eq!(told.status, 2);
    assert!(told.messages.starts_with("everymile: no runs yet"), "{}", told.messages);
    assert!(told.messages.ends_with("→ read your files first: everymile import PATH\n"));
}

#[test]
fn an_unknown_run_is_answered_with_the_nearest() {
    let desk = Desk::with_runs("unknown-run");
    desk.types("import FILES").well();
    let told = desk.types("show 2026-04-01");
    assert_eq!(told.status, 2);
    assert!(told.messages.contains("no run on 2026-04-01\n  → the nearest is "));
    let told = desk.types("show zzz");
    assert!(told.messages.contains("no run is called 'zzz'\n  → the nearest is "));
}

#[test]
fn one_bad_file_is_named_and_the_rest_is_read() {
    let desk = Desk::with_runs("bad-file");
    fs::write(desk.files().join("broken.fit"), b"this is no watch file at all").unwrap();
    let told = desk.types("import FILES");
    assert_eq!(told.status, 1);
    assert!(told.unwrapped().contains("broken.fit: this is neither FIT nor"), "{}", told.messages);
    assert!(told.messages.contains("\n  → export"), "{}", told.messages);
    assert!(told.result.contains("1 file could not be used"), "{}", told.result);
    assert!(told.result.contains("The logbook holds"), "{}", told.result);
}

#[test]
fn a_word_that_is_no_purpose_is_answered_with_the_purposes() {
    let told = Desk::empty("wrong-purpose").types("correct last --purpose jogging");
    told.refused("'jogging' is not a purpose", "the purposes are recovery, easy");
}

#[test]
fn a_broken_archive_is_named_and_nothing_is_kept_of_it() {
    let desk = Desk::empty("broken-archive");
    fs::write(desk.folder.join("export.zip"), b"PK\x03\x04 and then the download stopped").unwrap();
    let told = desk.types("import export.zip");
    assert_eq!(told.status, 1);
    assert!(told.messages.starts_with("everymile: export.zip: "), "{}", told.messages);
    assert!(told.messages.contains("\n  → "), "{}", told.messages);
    assert!(told.result.contains("The logbook holds no runs yet."), "{}", told.result);
}

#[test]
fn a_file_named_by_hand_that_is_no_watch_file_is_not_passed_over_in_silence() {
    let desk = Desk::empty("notes");
    fs::write(desk.folder.join("notes.txt"), b"slept well").unwrap();
    let told = desk.types("import notes.txt");
    assert_eq!(told.status, 1);
    assert!(told.messages.starts_with("everymile: notes.txt: this is neither FIT nor TCX nor GPX"));
}

#[track_caller]
fn check_named(file: &str, bytes: &[u8], says: &str) {
    let desk = Desk::empty(&format!("named-{file}-{}", bytes.len()));
    fs::write(desk.folder.join(file), bytes).unwrap();
    let told = desk.types(&format!("import {file}"));
    assert_eq!(told.status, 1, "{}", told.result);
    assert!(told.unwrapped().contains(says), "{}", told.messages);
    assert!(told.messages.contains("\n  → "), "{}", told.messages);
    assert!(
        told.result.contains("1 file could not be used; its reason is above."),
        "{}",
        told.result
    );
    assert_eq!(desk.types(&format!("import {file}")).status, 1, "it is said again");
}

#[test]
fn a_file_named_by_hand_says_what_is_wrong_with_it() {
    check_named("wrong.csv", b"red,green\n1,2\n", "the columns [red, green] are not a log's");
    check_named("empty.csv", b"", "the file is empty");
    check_named("bytes.bin", b"\x01\x02\x00\xff\x80\x07", "this is neither FIT nor TCX nor GPX");
    check_named("export.xml", b"<?xml version=\"1.0\"?>\n<HealthDa", "this is neither FIT nor TCX");
    let cut = b"<?xml version=\"1.0\"?>\n<!DOCTYPE HealthData [\n<HealthData>";
    check_named("export.xml", cut, "this health export is damaged after 0 workouts");
    check_named("header.csv", b"date,distance_km\n", "there is no activity and no day in it");
}

#[test]
fn a_file_that_is_no_recording_among_others_is_passed_over() {
    let desk = Desk::with_runs("passed-over");
    fs::write(desk.files().join("wrong.csv"), "red,green\n1,2\n").unwrap();
    desk.types("import FILES").well();
}

#[test]
fn a_row_that_swallows_the_others_is_said() {
    let desk = Desk::empty("open-quote");
    let days = "date,mood,where\n2026-03-05,4,\n2026-03-06,3,\"calf\n2026-03-07,4,\n";
    fs::write(desk.folder.join("days.csv"), days).unwrap();
    let told = desk.types("import days.csv");
    assert_eq!(told.status, 1);
    assert!(
        told.unwrapped().contains("days.csv!/3: a quote that begins in this row is never closed")
    );
    assert!(told.result.contains("1 row of 1 file could not be used"), "{}", told.result);
}

#[test]
fn a_variability_of_another_measure_is_said_with_the_reason_why_it_is_not_used() {
    let desk = Desk::empty("sdnn");
    let record = |kind: &str, value: &str| {
        format!(
            "<Record type=\"HKQuantityTypeIdentifier{kind}\" value=\"{value}\" \
             startDate=\"2026-03-05 04:00:00 +0100\" endDate=\"2026-03-05 04:01:00 +0100\"/>\n"
        )
    };
    let records = record("RestingHeartRate", "52") + &record("HeartRateVariabilitySDNN", "61.3");
    let export =
        format!("<?xml version=\"1.0\"?>\n<HealthData locale=\"en\">\n{records}</HealthData>\n");
    fs::write(desk.folder.join("export.xml"), export).unwrap();
    let told = desk.types("import export.xml").well();
    let said = told.result.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        said.contains("(SDNN) was seen and is kept, but not used: it is another measure"),
        "{said}"
    );
    assert!(said.contains("(of 1 day)"), "{said}");
}

#[test]
fn a_run_dated_in_the_future_is_named_and_does_not_move_the_present() {
    let desk = Desk::with_runs("future");
    let log = "date,distance_km,duration\n2066-05-04,10,50:00\n";
    fs::write(desk.files().join("future.csv"), log).unwrap();
    let told = desk.types("analyze FILES --format json");
    assert_eq!(told.status, 1);
    assert_eq!(told.json()["on"], LAST_DAY);
    let failed = &told.json()["files"]["failed"][0];
    assert!(failed["error"].as_str().unwrap().contains("2066-05-04, which is still to come"));
    let kept = desk.types("import FILES").well().result;
    assert!(kept.contains("1 run is still to come (2066-05-04)"), "{kept}");
}

#[test]
fn a_date_that_is_none_is_answered_with_an_example() {
    let told = Desk::empty("no-date").types("report --on yesterday");
    assert_eq!(told.status, 2);
    assert!(told.unwrapped().contains("a day is written as YYYY-MM-DD"), "{}", told.messages);
}

#[test]
fn a_day_that_the_calendar_does_not_have_is_told_from_one_that_is_miswritten() {
    let told = Desk::empty("no-such-day").types("report --on 2026-02-30");
    assert_eq!(told.status, 2);
    assert!(told.unwrapped().contains("the calendar has no day 2026-02-30"), "{}", told.messages);
}

#[test]
fn no_refusal_is_wider_than_eighty_columns() {
    let desk = Desk::empty("refusal-columns");
    fs::write(desk.folder.join("broken.toml"), "name = 'mine'\nabout = 'Mine.'\nrules = 3\n")
        .unwrap();
    fs::write(desk.folder.join("broken.csv"), "red,green\n1,2\n").unwrap();
    for command in [
        "check-in --forget shoes",
        "check-in --soreness 12",
        "check-in --soreness 5 --where left-elbwo",
        "doctrines broken.toml",
        "judge --doctrine nothing-like-it",
        "rules nothing-like-it",
        "import broken.csv",
        "import nowhere.fit",
        "report",
    ] {
        let told = desk.types(command);
        assert_ne!(told.status, 0, "{command}: {}", told.result);
        assert!(told.messages.contains("\n  → "), "{command}: {}", told.messages);
        told.fits(command);
    }
}

#[test]
fn one_wrong_word_of_the_profile_keeps_none() {
    let desk = Desk::with_runs("wrong-word");
    desk.types("profile set hr-max 191").well();
    assert_eq!(desk.types("profile set hr-rest 50 shoe 44").status, 2);
    assert_eq!(desk.types("profile unset hr-max shoe").status, 2);
    let profile = desk.types("profile").well().result;
    assert!(profile.contains("191") && !profile.contains("50"), "{profile}");
}

#[test]
fn a_birth_still_to_come_is_refused_and_a_race_that_is_over_is_said() {
    let desk = Desk::empty("impossible-days");
    desk.types("profile set birth-year 2090")
        .refused("2090 is still to come", "birth-year is a year from 1900 to ");
    let over = desk.types("profile set goal marathon:2020-01-01").well().result;
    assert!(over.contains("The race of 2020-01-01 is over."), "{over}");
    let before = desk.types("profile --on 2019-06-01").well().result;
    assert!(!before.contains("is over"), "{before}");
}

#[test]
fn a_slip_in_the_path_of_a_logbook_makes_no_folder() {
    let desk = Desk::with_runs("slip");
    let slip = desk.folder.join("nowhere");
    let path = slip.join("logbook.everymile");
    let told = desk.types(&format!("--logbook {} import FILES", path.display()));
    told.refused("there is no folder", "correct the path, or make the folder first");
    assert!(!slip.exists());
}

#[cfg(unix)]
#[test]
fn a_folder_that_leads_back_to_itself_is_walked_once() {
    let desk = Desk::empty("loop");
    fs::create_dir_all(desk.files()).unwrap();
    fs::write(desk.files().join("broken.fit"), b"no watch file").unwrap();
    std::os::unix::fs::symlink(desk.files(), desk.files().join("again")).unwrap();
    let told = desk.types("import FILES");
    assert_eq!(told.messages.matches("broken.fit").count(), 1, "{}", told.messages);
}

#[test]
fn an_empty_ledger_says_what_to_do() {
    let desk = Desk::empty("empty-ledger");
    fs::create_dir_all(desk.files()).unwrap();
    fs::write(desk.files().join("ride.csv"), "date,type,duration\n2026-03-05,Ride,1:00:00\n")
        .unwrap();
    desk.types("import FILES").well();
    desk.types("ledger").refused("no runs yet", "everymile import PATH");
}

#[test]
fn who_reads_miles_is_told_no_kilometre() {
    let desk = Desk::empty("only-miles");
    fs::create_dir_all(desk.files()).unwrap();
    fs::write(desk.files().join("log.csv"), "date,distance_km,duration\n2026-03-05,10,50:00\n")
        .unwrap();
    let page = desk.types("analyze FILES --units mi").well().result;
    assert!(page.contains("threshold-pace 7:15/mi"), "{page}");
    assert!(!page.contains("/km"), "{page}");
    assert!(page.starts_with("On Thu 5 Mar 2026 you ran 6.2 mi in 1 run."), "{page}");
}

#[test]
fn what_is_said_amiss_of_the_runner_is_refused_with_an_example() {
    let desk = Desk::with_runs("said-amiss");
    desk.types("analyze FILES --set hr-max").refused("'hr-max' has no value", "--set hr-max=188");
    desk.types("analyze FILES --set pulse=188").refused("'pulse' is no word", "hr-max");
    desk.types("analyze FILES --set hr-max=18").refused("'18' cannot be read as hr-max", "188");
    desk.types("analyze FILES --set week-start=noon").refused("'noon'", "monday or sunday");
    desk.types("analyze FILES --set doctrine=none").refused("'none'", "everymile doctrines");
}

#[test]
fn a_watch_file_without_an_ending_in_a_folder_is_read() {
    let desk = Desk::with_runs("no-ending");
    fs::write(desk.files().join("84217"), desk::RUNS[0].as_slice()).unwrap();
    fs::remove_file(desk.files().join("000.fit")).unwrap();
    fs::write(desk.files().join("LICENSE"), "no run").unwrap();
    let told = desk.types("import FILES --verbose").well();
    assert!(told.result.contains("84217"), "{}", told.result);
    assert!(!told.result.contains("LICENSE"), "{}", told.result);
}
