//! Stories of runners who ask what to run today: what is said on any day, on paper and to programs, and
//! what a day says after a pain, a break, or a first check-in.
#![allow(clippy::disallowed_methods, reason = "the stories write files and run the binary")]

mod desk;

use desk::{Desk, FIRST_DAY, LAST_DAY};
use serde_json::Value;
use std::path::Path;
use training::{Date, Weekday, calendar::add_days};

/// The day after the last run on the desk.
const MONDAY: &str = "2026-03-23";
const TUESDAY: &str = "2026-03-24";

fn desk_with_runs(story: &str) -> Desk {
    let desk = Desk::with_runs(story);
    desk.types("import FILES").well();
    desk
}

fn flat(page: &str) -> String {
    page.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn today(desk: &Desk, on: &str) -> Value {
    desk.types(&format!("today --on {on} --format json")).well().json()
}

fn page(desk: &Desk, on: &str) -> String {
    flat(&desk.types(&format!("today --on {on}")).well().result)
}

fn keys(of: &Value) -> Vec<&str> {
    of.as_object().unwrap().keys().map(String::as_str).collect()
}

fn items<'a>(of: &'a Value, name: &str) -> &'a [Value] {
    of[name].as_array().unwrap()
}

#[test]
fn the_shape_for_programs_is_the_one_that_is_documented() {
    let desk = desk_with_runs("today-shape");
    let told = today(&desk, MONDAY);
    assert_eq!(told["schema"], "everymile.today/1");
    let named = [
        "action",
        "because",
        "besides",
        "cannot_tell",
        "date",
        "disputes",
        "doctrine",
        "elsewhere",
        "instead",
        "intended",
        "plan_would_change",
        "schema",
        "session",
        "tips",
        "would_change",
    ];
    let mut own = keys(&told);
    own.sort_unstable();
    assert_eq!(own, named);
    let documented =
        std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/json.md"))
            .unwrap();
    let run = (0..7)
        .map(|ahead| today(&desk, &add_days(FIRST_DAY, 21 + ahead).to_string()))
        .find(|told| told["session"].is_object())
        .unwrap();
    let lists = ["because", "cannot_tell", "elsewhere", "disputes", "tips"];
    let parts = lists.iter().flat_map(|name| items(&run, name)).chain([&run["session"]]);
    for key in parts.flat_map(keys) {
        assert!(documented.contains(&format!("\"{key}\"")), "docs/json.md leaves out '{key}'");
    }
    for because in items(&run, "because") {
        let verdict = because["verdict"].as_str().unwrap();
        assert!(["holds", "kept", "broken", "not-applicable", "cannot-tell"].contains(&verdict));
    }
}

#[test]
fn no_page_is_wider_than_eighty_columns() {
    let desk = desk_with_runs("today-wide");
    desk.types("check-in --on 2026-03-12 --pain 3 --swollen yes").well();
    desk.types("check-in --on 2026-03-16 --pain 0 --soreness 7 --fatigue 5 --sleep 3").well();
    for ahead in 0..45 {
        for units in ["km", "mi"] {
            let day = add_days(FIRST_DAY, ahead);
            let told = desk.types(&format!("today --on {day} --units {units}")).well();
            // The command that opens a rule names the logbook, whose path is as long as it is.
            let lines = told.result.lines().filter(|line| !line.contains("everymile"));
            for line in lines {
                assert!(line.chars().count() <= 80, "{day}: {line}");
            }
        }
    }
}

#[test]
fn every_run_says_where_in_which_shoes_and_what_to_ask_after_ten_minutes() {
    let desk = desk_with_runs("today-manner");
    let mut runs = 0;
    for ahead in 14..35 {
        let day = add_days(FIRST_DAY, ahead).to_string();
        let told = today(&desk, &day);
        if told["session"].is_object() {
            let page = page(&desk, &day);
            for word in ["Where: ", "Shoes: ", "Test: "] {
                assert!(page.contains(word), "{day}: {page}");
            }
            assert!(!items(&told, "because").is_empty(), "{day}: no rule");
            runs += 1;
        }
    }
    assert!(runs >= 5, "only {runs} runs were seen");
}

#[test]
fn safety_comes_first_among_the_reasons() {
    let desk = desk_with_runs("today-order");
    desk.types(&format!("check-in --on {MONDAY} --pain 5 --soreness 8 --fatigue 5 --sleep 3"))
        .well();
    let told = today(&desk, MONDAY);
    let safety: Vec<bool> =
        items(&told, "because").iter().map(|it| it["safety"].as_bool().unwrap()).collect();
    assert!(safety[0] && safety.contains(&false), "{safety:?}");
    assert!(safety.is_sorted_by_key(|is_safety| !is_safety), "{safety:?}");
    assert!(items(&told, "because").iter().all(|it| it["verdict"] == "holds"));
}

#[test]
fn the_same_logbook_and_day_give_the_same_bytes() {
    let desk = desk_with_runs("today-golden");
    desk.types("profile set level intermediate").well();
    desk.types(&format!("check-in --on {TUESDAY} --soreness 3 --sleep 7.5 --pain 0")).well();
    let said = desk.types(&format!("today --on {TUESDAY}")).well().result;
    let is_the_same_anywhere = |line: &&str| !line.contains("--logbook");
    let lines = said.lines().filter(is_the_same_anywhere).map(|line| format!("{line}\n"));
    let said: String = lines.collect();
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/today.txt");
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, &said).unwrap();
    }
    let committed = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        said == committed,
        "tests/today.txt is stale: UPDATE_GOLDEN=1 cargo test -p everymile\n{said}"
    );
}

/// Five weeks with runs from Tuesday to Friday and a long run on Sunday; Saturdays and Mondays are free.
fn desk_with_a_rhythm(story: &str) -> Desk {
    let desk = Desk::empty(story);
    let row = |day: Date| match day.weekday() {
        Weekday::Monday | Weekday::Saturday => None,
        Weekday::Sunday => Some(format!("{day},18,1:48:00,long\n")),
        _ => Some(format!("{day},9,54:00,easy\n")),
    };
    let rows: Vec<String> = (0..35).filter_map(|ahead| row(add_days(FIRST_DAY, ahead))).collect();
    let log = format!("date,distance_km,duration,purpose\n{}", rows.concat());
    std::fs::create_dir_all(desk.files()).unwrap();
    std::fs::write(desk.files().join("log.csv"), log).unwrap();
    desk.types("import FILES").well();
    desk
}

#[test]
fn the_level_is_asked_for_once_and_is_an_estimate_ever_after() {
    let desk = desk_with_a_rhythm("today-level");
    let told = |on: &str| {
        let told = page(&desk, on);
        assert!(told.contains("Run: recovery, "), "{told}");
        assert!(told.contains("the level estimated from your distance"), "{told}");
        told
    };
    let asks = |told: String| told.contains("everymile profile set level");
    assert!(asks(told("2026-03-30")));
    assert!(asks(told("2026-03-30")), "the same day says the same");
    assert!(!asks(told("2026-04-06")), "another day does not ask again");
}

#[test]
fn a_long_break_ends_with_a_short_easy_run_of_a_distance() {
    let desk = desk_with_runs("today-break");
    for on in ["2026-04-05", "2026-04-18", "2027-03-23"] {
        let told = today(&desk, on);
        assert_eq!(told["session"]["purpose"], "easy", "{on}");
        assert_eq!(told["because"][0]["rule"], "return-gently", "{on}");
        assert_eq!(told["because"][0]["verdict"], "holds", "{on}");
    }
    assert!(today(&desk, "2027-03-23")["session"]["farthest_m"].is_number());
    let page = page(&desk, "2027-03-23");
    assert!(page.contains("No farther than "), "{page}");
}

#[test]
fn a_pain_once_named_is_asked_after_and_not_run_over() {
    let desk = desk_with_runs("today-pain");
    desk.types("check-in --on 2026-03-16 --pain 4 --pain-where knee").well();
    let later = page(&desk, MONDAY);
    assert!(later.contains("Is the pain in your knee gone that you named"), "{later}");
    let told = today(&desk, MONDAY);
    assert!(told["session"].is_null(), "{told}");
    assert_eq!(told["because"][0]["rule"], "stop-for-pain");
    desk.types("check-in --on 2026-03-20 --pain 0").well();
    assert!(!page(&desk, MONDAY).contains("Is the pain"));
}

#[test]
fn the_first_check_in_of_an_empty_logbook_begins_with_twenty_minutes() {
    let desk = Desk::empty("today-empty");
    desk.types(&format!("check-in --on {MONDAY} --soreness 2")).well();
    let page = page(&desk, MONDAY);
    assert!(page.contains("Run: easy, 20 minutes"), "{page}");
    assert_eq!(page.matches("Import older runs").count(), 1, "{page}");
}

#[test]
fn a_conflict_opens_by_its_name_and_by_its_number() {
    let desk = Desk::empty("today-conflict");
    let by_name = desk.types("rules recovery-aid").well().result;
    assert!(flat(&by_name).contains("Who says what - Recovery runs have a purpose"), "{by_name}");
    assert_eq!(desk.types("rules C1").well().result, by_name);
}

#[test]
fn what_cannot_be_is_refused_and_nothing_is_kept() {
    let desk = Desk::empty("today-impossible");
    desk.types(&format!("check-in --on {LAST_DAY} --fatigue 2")).well();
    for (command, reason) in [
        ("--on 1899-12-31 --soreness 3", "is before anybody's running log"),
        ("--on 2026-03-22 --soreness 0 --where knee", "says more of 'soreness', which is 0"),
        ("--on 2026-03-22 --pain 0 --pain-where knee", "says more of 'pain', which is 0"),
        ("--on 2026-03-22 --pain 0 --swollen yes", "says more of 'pain', which is 0"),
        ("--on 2026-03-22 --fatigue 4 --forget fatigue", "is answered and taken back at once"),
    ] {
        desk.types(&format!("check-in {command}")).refused(reason, "→");
    }
    let kept = desk.types(&format!("check-in --show --on {LAST_DAY} --format json")).well().json();
    assert_eq!(kept.as_array().unwrap().len(), 1);
    assert_eq!((&kept[0]["fatigue"], &kept[0]["soreness"]), (&Value::from(2), &Value::Null));
}
