//! Stories of runners at the command line: what they type, what they are told, what is kept. The
//! runs are simulated; the binary is the real one.
#![allow(clippy::disallowed_methods, reason = "the stories write files and run the binary")]

mod desk;

use desk::{Desk, LAST_DAY, RUNS};
use serde_json::Value;
use std::{fs, path::Path};

#[test]
fn an_import_may_be_repeated_and_keeps_every_run_once() {
    let desk = Desk::with_runs("repeated");
    let first = desk.types("import FILES").well();
    assert!(first.result.contains("The logbook holds"), "{}", first.result);
    let again = desk.types("import FILES").well();
    assert!(again.result.starts_with("Nothing new was read."), "{}", again.result);
    assert!(again.result.contains("in the logbook already"), "{}", again.result);
}

#[test]
fn a_file_that_changed_is_read_again_and_the_others_are_not_opened() {
    let desk = Desk::with_runs("changed");
    desk.types("import FILES").well();
    fs::copy(desk.files().join("001.fit"), desk.files().join("000.fit")).unwrap();
    fs::write(desk.files().join("002.fit"), "no longer a run").unwrap();
    let again = desk.types("import FILES --verbose");
    assert_eq!(again.status, 1, "{}", again.messages);
    assert!(again.result.contains("FAILED"), "{}", again.result);
    let twice = desk.types("import FILES");
    assert_eq!(twice.status, 1, "what fails is said every time: {}", twice.messages);
}

#[test]
fn the_logbook_and_the_bare_files_give_the_same_answer() {
    let desk = Desk::with_runs("same-answer");
    desk.types("import FILES").well();
    let kept = desk.types(&format!("report --weeks 3 --on {LAST_DAY} --format json")).well();
    let bare = desk.types(&format!("analyze FILES --on {LAST_DAY} --format json")).well();
    assert_eq!(kept.json()["runs"], bare.json()["runs"]);
    assert_eq!(kept.json()["weeks"], bare.json()["weeks"]);
    assert_eq!(kept.json()["signs"], bare.json()["signs"]);
}

#[test]
fn what_is_said_of_the_runner_counts_without_a_logbook_too() {
    let desk = Desk::with_runs("said-without");
    desk.types("import FILES").well();
    desk.types("profile set hr-max 171 week-start sunday units mi").well();
    let kept = desk.types(&format!("report --weeks 4 --on {LAST_DAY} --format json")).well();
    let said = "--set hr-max=171 --set week-start=sunday --set units=mi";
    let bare = desk.types(&format!("analyze FILES {said} --on {LAST_DAY} --format json")).well();
    let bare = bare.json();
    assert_eq!(kept.json()["runner"], bare["runner"]);
    assert_eq!(kept.json()["runs"], bare["runs"]);
    assert_eq!(kept.json()["weeks"], bare["weeks"]);
    let unsaid = desk.types(&format!("analyze FILES --on {LAST_DAY} --format json")).well();
    assert_ne!(unsaid.json()["weeks"], bare["weeks"]);
}

#[test]
fn the_same_files_always_give_the_same_bytes() {
    let desk = Desk::with_runs("same-bytes");
    let once = desk.types("analyze FILES --format json").well();
    let twice = desk.types("analyze FILES --format json").well();
    assert_eq!(once.result, twice.result);
}

#[test]
fn the_same_run_under_two_names_counts_once_and_the_copy_is_named() {
    let desk = Desk::with_runs("two-names");
    fs::copy(desk.files().join("000.fit"), desk.files().join("copy.fit")).unwrap();
    let analysis = desk.types("analyze FILES --format json").well().json();
    let duplicates = analysis["files"]["duplicates"].as_array().unwrap();
    assert_eq!(duplicates.len(), 1);
    assert!(duplicates[0]["file"].as_str().unwrap().ends_with("copy.fit"));
    assert!(duplicates[0]["of"].as_str().unwrap().ends_with("000.fit"));
}

#[test]
fn a_correction_reaches_the_verdicts_and_outlives_a_rebuild() {
    let desk = Desk::with_runs("correction");
    desk.types("import FILES").well();
    desk.types("correct last --purpose race").well();
    let rebuilt = desk.types("rebuild").well();
    assert!(rebuilt.result.contains("exactly as it was"), "{}", rebuilt.result);
    let last = desk.types("show last --format json").well().json();
    assert_eq!(last["runs"][0]["purpose"], "race");
    assert_eq!(last["runs"][0]["declared_by"], "correction");
    desk.types("correct last --withdraw").well();
    let last = desk.types("show last --format json").well().json();
    assert_eq!(last["runs"][0]["declared"], Value::Null);
}

#[test]
fn what_the_runner_says_outranks_what_the_runs_show() {
    let desk = Desk::with_runs("profile");
    desk.types("import FILES").well();
    let told = desk.types("profile set hr-max 191 units mi threshold-pace 6:42/mi").well();
    assert!(told.result.contains("191 bpm"), "{}", told.result);
    assert!(told.result.contains("6:42/mi"), "{}", told.result);
    let forgotten = desk.types("profile unset hr-max").well();
    assert!(!forgotten.result.contains("191 bpm"), "{}", forgotten.result);
}

#[test]
fn no_page_is_wider_than_eighty_columns() {
    let desk = Desk::with_runs("eighty-columns");
    desk.types("import FILES").well();
    for command in ["show last", "ledger", "ledger --by month", "profile", "report"] {
        let told = desk.types(&format!("{command} --on {LAST_DAY}")).well();
        for line in told.result.lines().filter(|line| !line.contains("/files/")) {
            assert!(line.chars().count() <= 80, "{command}: {line}");
        }
    }
}

#[test]
fn a_report_looks_at_the_last_runs_when_the_runner_has_stopped() {
    let desk = Desk::with_runs("stopped");
    desk.types("import FILES").well();
    let told = desk.types("report --on 2027-03-01").well();
    assert!(told.result.contains("up to your last run"), "{}", told.result);
}

#[test]
fn an_import_that_was_interrupted_is_ended_by_typing_it_again() {
    let desk = Desk::with_runs("interrupted");
    let second_half = desk.folder.join("later");
    fs::create_dir_all(&second_half).unwrap();
    for number in RUNS.len() / 2..RUNS.len() {
        let name = format!("{number:03}.fit");
        fs::rename(desk.files().join(&name), second_half.join(&name)).unwrap();
    }
    desk.types("import FILES").well();
    for number in RUNS.len() / 2..RUNS.len() {
        let name = format!("{number:03}.fit");
        fs::rename(second_half.join(&name), desk.files().join(&name)).unwrap();
    }
    let ended = desk.types("import FILES").well();
    assert!(ended.result.contains("were in the logbook already"), "{}", ended.result);
    let kept = desk.types(&format!("report --weeks 3 --on {LAST_DAY} --format json")).well();
    let whole = desk.types(&format!("analyze FILES --on {LAST_DAY} --format json")).well();
    assert_eq!(kept.json()["runs"], whole.json()["runs"]);
}

#[test]
fn a_correction_moves_the_miles_of_the_report() {
    let desk = Desk::with_runs("moved-miles");
    desk.types("import FILES").well();
    let report = format!("report --weeks 3 --on {LAST_DAY} --format json");
    let raced = |analysis: &Value| analysis["totals"]["by_purpose_m"]["race"].as_f64();
    let before = raced(&desk.types(&report).well().json()).unwrap_or_default();
    desk.types("correct last --purpose race").well();
    let after = raced(&desk.types(&report).well().json()).unwrap_or_default();
    assert!(after > before + 5000.0, "{before} m, then {after} m");
}

#[test]
fn a_correction_that_was_never_made_cannot_be_taken_back() {
    let desk = Desk::with_runs("never-corrected");
    desk.types("import FILES").well();
    desk.types("correct last --withdraw").refused("was never corrected", "nothing to take back");
}

#[test]
fn two_copies_of_a_run_are_named_when_they_are_imported() {
    let desk = Desk::with_runs("named-copies");
    let longer = [RUNS[0].as_slice(), b"\n"].concat();
    fs::write(desk.files().join("copy.fit"), longer).unwrap();
    let told = desk.types("import FILES");
    assert!(told.result.contains("1 run found twice"), "{}", told.result);
    assert!(told.result.contains("copy.fit"), "{}", told.result);
}

#[test]
fn a_report_in_miles_speaks_of_miles_everywhere() {
    let desk = Desk::with_runs("miles");
    desk.types("import FILES").well();
    for command in ["report", "show last", "ledger"] {
        let told = desk.types(&format!("{command} --units mi --on {LAST_DAY}")).well();
        let kilometres = told.result.split_whitespace().find(|word| word.ends_with("km"));
        assert_eq!(kilometres, None, "{command}: {}", told.result);
    }
}

#[test]
fn a_report_on_a_day_does_not_know_what_came_after() {
    let desk = Desk::with_runs("that-day");
    desk.types("import FILES").well();
    let then = desk.types("report --on 2026-03-10 --format json").well().json();
    let days = then["runs"].as_array().unwrap().iter();
    assert!(days.clone().count() > 0);
    for day in days.map(|run| run["local_start"].as_str().unwrap()) {
        assert!(day < "2026-03-11", "{day}");
    }
}

#[test]
fn the_help_of_every_command_teaches_by_example() {
    let desk = Desk::empty("help");
    for command in [
        "demo",
        "import",
        "report",
        "show",
        "ledger",
        "signs",
        "judge",
        "doctrines",
        "rules",
        "predict",
        "analyze",
        "check-in",
        "plan",
        "correct",
        "profile",
        "doctor",
        "backup",
        "restore",
        "export",
        "forget",
    ] {
        let told = desk.types(&format!("{command} --help")).well();
        assert!(told.result.contains(&format!("everymile {command}")), "{command}");
        assert!(told.result.contains("Examples:"), "{command}");
    }
}

#[test]
fn a_real_export_is_read_with_what_it_declares() {
    let export = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../../shared/data/labelled/half-marathon-training"
    );
    if !Path::new(export).exists() {
        eprintln!("skipped: ../shared/data is not here");
        return;
    }
    let desk = Desk::empty("real-export");
    let told = desk.types(&format!("analyze {export} --format json"));
    let analysis = told.json();
    assert!(analysis["files"]["runs"].as_u64().unwrap() > 100, "{}", analysis["files"]);
}
