//! Stories of runners who say how they are: at the keyboard and through exports, on any day, put
//! right and taken back; and what the rules make of it.
#![allow(clippy::disallowed_methods, reason = "the stories write files and run the binary")]

mod desk;

use desk::{Desk, LAST_DAY};
use serde_json::{Value, json};
use std::fs;

/// The last seven days of the runs on the desk, sore and tired on each.
const HEAVY_WEEK: [&str; 7] =
    ["2026-03-16", "2026-03-17", "2026-03-18", "2026-03-19", "2026-03-20", "2026-03-21", LAST_DAY];

/// The third sign of junk miles: tired or sore all the time.
fn third_sign(analysis: &Value) -> &str {
    analysis["signs"][2]["verdict"].as_str().unwrap()
}

/// What was said of the days up to the last one, as JSON.
fn days(desk: &Desk) -> Value {
    desk.types(&format!("check-in --show --on {LAST_DAY} --format json")).well().json()
}

fn write_days(desk: &Desk, name: &str, table: &str) {
    fs::create_dir_all(desk.files()).unwrap();
    fs::write(desk.files().join(name), table).unwrap();
}

fn heavy_week_as_a_table() -> String {
    let rows = HEAVY_WEEK.map(|day| format!("{day},6,4,6.5\n"));
    format!("date,soreness,fatigue,sleep_h\n{}", rows.concat())
}

#[test]
fn a_week_of_check_ins_makes_the_third_sign_tell() {
    let desk = Desk::with_runs("heavy-week");
    desk.types("import FILES").well();
    let report = format!("report --weeks 3 --on {LAST_DAY} --format json");
    assert_eq!(third_sign(&desk.types(&report).well().json()), "cannot-tell");
    for day in HEAVY_WEEK {
        desk.types(&format!("check-in --on {day} --soreness 6 --fatigue 4")).well();
    }
    assert_eq!(third_sign(&desk.types(&report).well().json()), "broken");
}

#[test]
fn a_table_of_days_beside_the_runs_counts_with_a_logbook_and_without() {
    let desk = Desk::with_runs("days-beside-runs");
    write_days(&desk, "days.csv", &heavy_week_as_a_table());
    let bare = desk.types(&format!("analyze FILES --on {LAST_DAY} --format json")).well().json();
    assert_eq!(third_sign(&bare), "broken");
    let told = desk.types("import FILES").well();
    assert!(told.result.contains("; 7 days of check-in."), "{}", told.result);
    let report = format!("report --weeks 3 --on {LAST_DAY} --format json");
    let kept = desk.types(&report).well().json();
    assert_eq!(kept["signs"], bare["signs"]);
    assert_eq!(kept["weeks"], bare["weeks"]);
}

#[test]
fn a_table_of_days_imported_twice_counts_once() {
    let desk = Desk::empty("days-twice");
    write_days(&desk, "days.csv", &heavy_week_as_a_table());
    let first = desk.types("import FILES").well();
    assert!(first.result.contains("Read 1 new file: 7 days of check-in."), "{}", first.result);
    let kept = days(&desk);
    assert_eq!(kept.as_array().unwrap().len(), 7);
    let again = desk.types("import FILES").well();
    assert!(again.result.starts_with("Nothing new was read."), "{}", again.result);
    assert_eq!(days(&desk), kept);
}

#[test]
fn a_table_that_has_grown_or_was_half_read_adds_only_what_is_new() {
    let desk = Desk::empty("grown-table");
    let table = heavy_week_as_a_table();
    let half: Vec<&str> = table.lines().take(4).collect();
    write_days(&desk, "days.csv", &(half.join("\n") + "\n"));
    desk.types("import FILES").well();
    write_days(&desk, "days.csv", &table);
    let grown = desk.types("import FILES").well().result;
    assert!(
        grown.starts_with("Read 1 new file: 4 days of check-in.\nThe logbook holds"),
        "{grown}"
    );
    assert_eq!(days(&desk).as_array().unwrap().len(), 7);
}

#[test]
fn a_row_that_cannot_be_is_named_and_stops_nothing() {
    let desk = Desk::empty("impossible-row");
    write_days(&desk, "days.csv", "date,soreness\n2026-03-20,12\n2026-03-21,4\n2999-03-22,4\n");
    let told = desk.types("import FILES");
    assert_eq!(told.status, 1);
    assert!(told.unwrapped().contains("days.csv!/2: '12' is no answer to 'soreness'"));
    assert!(told.unwrapped().contains("→ say a whole number from 0"), "{}", told.messages);
    assert!(told.unwrapped().contains("it tells of 2999-03-22, which is still to come"));
    assert!(told.result.contains("2 rows of 1 file could not be used"), "{}", told.result);
    assert_eq!(days(&desk).as_array().unwrap().len(), 1);
}

#[test]
fn what_the_runner_says_outranks_what_an_export_tells() {
    let desk = Desk::empty("said-over-told");
    desk.types(&format!("check-in --on {LAST_DAY} --sleep 5:45")).well();
    write_days(&desk, "days.csv", &format!("date,sleep_h,resting_hr\n{LAST_DAY},7.5,48\n"));
    desk.types("import FILES").well();
    let day = &days(&desk)[0];
    assert_eq!((&day["sleep_s"], &day["resting_hr_bpm"]), (&json!(20_700.0), &json!(48.0)));
}

#[test]
fn an_impossible_answer_keeps_none_of_what_was_said_with_it() {
    let desk = Desk::empty("all-or-nothing");
    for wrong in [
        "--soreness 12",
        "--sleep 31",
        "--felt-after -3",
        "--soreness 4 --where left-claf",
        "--swollen yes",
        "--ill perhaps",
    ] {
        let told = desk.types(&format!("check-in --on {LAST_DAY} --mood 4 {wrong}"));
        assert_eq!((told.status, told.result.as_str()), (2, ""), "{wrong}");
        assert!(told.messages.starts_with("everymile: '"), "{wrong}: {}", told.messages);
        assert!(!desk.folder.join("logbook.everymile").exists(), "{wrong}");
    }
}

#[test]
fn a_day_to_come_and_a_bare_check_in_without_a_terminal_are_refused() {
    let desk = Desk::empty("not-yet");
    let told = desk.types("check-in --on 2999-01-01 --mood 4");
    assert_eq!(told.status, 2);
    assert!(told.messages.starts_with("everymile: 2999-01-01 is still to come\n  → "));
    let told = desk.types("check-in");
    assert_eq!(told.status, 2);
    assert!(told.unwrapped().contains("→ say it as options: everymile check-in --soreness 3"));
}

#[test]
fn a_day_is_put_right_and_taken_back_answer_by_answer() {
    let desk = Desk::empty("put-right");
    let check_in =
        |words: &str| desk.types(&format!("check-in --on {LAST_DAY} {words}")).well().result;
    let told = check_in("--soreness 6 --where left-calf --felt-after -1 --pain 3");
    assert!(told.starts_with("Sun 22 Mar 2026: soreness 6 (left calf), pain 3, felt -1"), "{told}");
    assert!(told.contains("Not said: pain-where, pain-days, swollen"), "{told}");
    let told = check_in("--soreness 4 --pain-where right-shin");
    assert!(told.contains("soreness 4 (left calf), pain 3 (right shin)"), "{told}");
    let told = check_in("--forget soreness,felt-after");
    assert!(told.starts_with("Sun 22 Mar 2026: pain 3 (right shin).\n"), "{told}");
    let told = check_in("--pain 0");
    assert!(told.starts_with("Sun 22 Mar 2026: pain 0.\n"), "{told}");
    let told = check_in("--forget all");
    assert!(told.starts_with("Sun 22 Mar 2026: nothing is said.\n"), "{told}");
    assert_eq!(days(&desk), json!([]));
}

#[test]
fn a_word_that_asks_nothing_cannot_be_taken_back() {
    let told = Desk::empty("no-such-word").types("check-in --forget shoes");
    assert_eq!(told.status, 2);
    assert!(told.unwrapped().contains("'shoes' is no word of a check-in → the words are all,"));
}

#[test]
fn no_check_in_is_wider_than_eighty_columns() {
    let desk = Desk::empty("narrow-days");
    let everything = "--soreness 6 --where left-calf --pain 4 --pain-where right-shin --pain-days 3 \
        --swollen yes --sharp no --limping yes --ill no --fatigue 3 --motivation 4 --mood 3 \
        --stress 2 --sleep 10.5 --slept-well 4 --drank 3 --ate 4 --resting-hr 48 --hrv 112.5 \
        --effort 5 --felt-after -1 --talk unsure --ran-for number";
    let told = desk.types(&format!("check-in --on {LAST_DAY} {everything}")).well().result;
    assert!(!told.contains("Not said"), "{told}");
    let listed = desk.types(&format!("check-in --show --on {LAST_DAY}")).well().result;
    for line in told.lines().chain(listed.lines()) {
        assert!(line.chars().count() <= 80, "{line}");
    }
}

#[test]
fn only_the_weeks_asked_for_are_listed() {
    let desk = Desk::empty("weeks-of-days");
    for day in ["2026-01-05", "2026-03-15", LAST_DAY] {
        desk.types(&format!("check-in --on {day} --mood 4")).well();
    }
    let listed = |weeks: u16| {
        let command = format!("check-in --show --on {LAST_DAY} --weeks {weeks} --format json");
        desk.types(&command).well().json().as_array().unwrap().len()
    };
    assert_eq!((listed(1), listed(2), listed(20)), (1, 2, 3));
    let told = desk.types("check-in --show --on 2026-03-01").well().result;
    assert!(told.ends_with("everymile check-in --show --on 2026-01-05\n"), "{told}");
}

#[test]
fn a_rebuild_forgets_no_check_in() {
    let desk = Desk::with_runs("rebuilt-days");
    desk.types("import FILES").well();
    desk.types(&format!("check-in --on {LAST_DAY} --mood 4")).well();
    let before = days(&desk);
    desk.types("rebuild").well();
    assert_eq!(days(&desk), before);
}
