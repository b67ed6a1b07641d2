//! What the runner is told when something cannot be done: what happened, to which file, what to do.
#![allow(clippy::disallowed_methods, reason = "the stories write files and run the binary")]

mod desk;

use desk::{Desk, LAST_DAY};
use std::fs;

#[track_caller]
fn check_refusal(command: &str, messages: &str) {
    let told = Desk::empty(&format!("refusal-{}", command.len())).types(command);
    assert_eq!(told.status, 2);
    assert_eq!(told.messages, messages);
    assert_eq!(told.result, "");
}

#[test]
fn a_path_that_is_not_there_is_refused_with_a_remedy() {
    check_refusal(
        "import nowhere.fit",
        "everymile: nowhere.fit could not be opened: No such file or directory (os error 2)\n  \
         → check the path and that you may read it\n",
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
    assert!(told.messages.contains("broken.fit: this is neither FIT nor"), "{}", told.messages);
    assert!(told.messages.contains("\n  → export"), "{}", told.messages);
    assert!(told.result.contains("1 file could not be used"), "{}", told.result);
    assert!(told.result.contains("The logbook holds"), "{}", told.result);
}

#[test]
fn a_word_that_is_no_purpose_is_answered_with_the_purposes() {
    let told = Desk::empty("wrong-purpose").types("correct last --purpose jogging");
    assert_eq!(told.status, 2);
    assert!(told.messages.contains("'jogging' is not a purpose; the purposes are recovery, easy"));
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
    assert!(told.messages.starts_with("everymile: notes.txt: this is no watch file"));
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
    assert!(told.messages.contains("a day is written as YYYY-MM-DD"), "{}", told.messages);
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
