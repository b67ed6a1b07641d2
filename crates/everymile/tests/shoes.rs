//! Stories of shoes: pairs are named, one is the usual one, a run was in another, and how far each was run
//! is added up. No verdict changes for them.
#![allow(clippy::disallowed_methods, reason = "stories read and write files")]

mod desk;
mod knock;

use desk::{Desk, LAST_DAY};
use knock::served;
use serde_json::{Value, json};
use std::fs;

fn with_runs(story: &str) -> Desk {
    let desk = Desk::with_runs(story);
    desk.types("import FILES").well();
    desk
}

fn says(desk: &Desk, words: &[&str]) {
    desk.types_words(words).well();
}

fn pairs(desk: &Desk) -> Value {
    desk.types(&format!("shoes --on {LAST_DAY} --format json")).well().json()
}

/// How far the runs of a span were in all, and how many there were.
fn run_from(desk: &Desk, first: &str) -> (f64, usize) {
    let report =
        desk.types(&format!("report --weeks 5 --on {LAST_DAY} --format json")).well().json();
    let runs = report["runs"].as_array().unwrap().iter();
    let runs: Vec<_> = runs.filter(|run| run["local_start"].as_str().unwrap() >= first).collect();
    (runs.iter().map(|run| run["distance_m"].as_f64().unwrap()).sum(), runs.len())
}

#[test]
fn the_usual_pair_is_run_in_from_its_day_on_with_what_it_had_run_before() {
    let desk = with_runs("shoes-usual");
    says(&desk, &["shoes", "add", "Blue ones", "--ran", "120km"]);
    says(&desk, &["shoes", "usual", "blue ONES", "--since", "2026-03-10"]);
    let told = pairs(&desk);
    let (distance, runs) = run_from(&desk, "2026-03-10");
    let pair = &told["pairs"][0];
    assert_eq!((&pair["name"], &pair["runs"]), (&json!("Blue ones"), &json!(runs)));
    assert!((pair["distance_m"].as_f64().unwrap() - 120_000.0 - distance).abs() < 5.0, "{pair}");
    let (_, all) = run_from(&desk, "2026-01-01");
    assert_eq!(told["runs_in_none"], all - runs);
    let page = desk.types(&format!("shoes --on {LAST_DAY}")).well();
    page.fits("shoes");
    assert!(page.result.contains("the usual pair"), "{}", page.result);
    assert!(!page.result.contains("injur"), "{}", page.result);
}

#[test]
fn one_run_is_said_to_be_in_another_pair_and_taken_back() {
    let desk = with_runs("shoes-one-run");
    desk.types("shoes add Blue").well();
    desk.types("shoes usual Blue --since 2026-03-01").well();
    desk.types("shoes add Red").well();
    let all = pairs(&desk)["pairs"][0]["runs"].as_u64().unwrap();
    let runs = || {
        pairs(&desk)["pairs"]
            .as_array()
            .unwrap()
            .iter()
            .map(|it| it["runs"].as_u64().unwrap())
            .collect::<Vec<_>>()
    };
    let told = desk.types("correct last --shoe red").well();
    assert!(told.result.contains("Shoes: Red (as you said)."), "{}", told.result);
    assert_eq!(runs(), [all - 1, 1]);
    desk.types("correct last --purpose tempo --no-shoe").well();
    assert_eq!(runs(), [all, 0]);
    let told = desk.types("show last").well();
    assert!(told.result.contains("Shoes: Blue (the usual pair then)."), "{}", told.result);
}

#[test]
fn a_pair_that_was_put_away_is_the_usual_one_no_more_and_keeps_its_distance() {
    let desk = with_runs("shoes-retired");
    says(&desk, &["shoes", "add", "Old"]);
    says(&desk, &["shoes", "usual", "Old", "--since", "2026-03-01"]);
    let before = pairs(&desk)["pairs"][0].clone();
    says(&desk, &["shoes", "retire", "Old", "--since", "2026-03-15"]);
    let after = pairs(&desk);
    let old = &after["pairs"][0];
    assert_eq!((&old["retired"], &old["is_usual"]), (&json!("2026-03-15"), &json!(false)));
    assert!(old["runs"].as_u64() < before["runs"].as_u64());
    assert_eq!(after["runs_in_none"], run_from(&desk, "2026-03-15").1);
    says(&desk, &["shoes", "add", "Old"]);
    assert_eq!(pairs(&desk)["pairs"][0]["runs"], before["runs"], "it is back");
}

#[test]
fn the_shoes_that_a_strava_export_names_are_known_by_themselves() {
    let desk = Desk::with_runs("shoes-strava");
    let folder = desk.folder.join("export");
    fs::create_dir_all(folder.join("activities")).unwrap();
    for number in 0..2 {
        fs::write(folder.join(format!("activities/{number}.fit")), &desk::RUNS[number]).unwrap();
    }
    let table = "Activity ID,Activity Date,Activity Name,Activity Type,Elapsed Time,Distance,Activity Gear,Filename\n\
                 1000001,\"Mar 2, 2026, 6:00:00 AM\",Run,Run,1800,5.0,Ghost 8,activities/0.fit\n\
                 1000002,\"Mar 3, 2026, 6:00:00 AM\",Run,Run,1800,5.0,,activities/1.fit\n";
    fs::write(folder.join("activities.csv"), table).unwrap();
    desk.types("import export").well();
    let told = pairs(&desk);
    let ghost = &told["pairs"][0];
    assert_eq!(
        (&ghost["name"], &ghost["runs"], &ghost["is_named"]),
        (&json!("Ghost 8"), &json!(1), &json!(false))
    );
    assert_eq!(told["runs_in_none"], 1);
    let shown = desk.types("show 2026-03-02").well();
    assert!(
        shown.result.contains("Shoes: Ghost 8 (as the export names them)."),
        "{}",
        shown.result
    );
    says(&desk, &["shoes", "add", "ghost 8", "--ran", "10km"]);
    let told = pairs(&desk);
    assert_eq!(
        told["pairs"].as_array().unwrap().len(),
        1,
        "the same pair, however it is written: {told}"
    );
}

#[test]
fn a_name_that_no_pair_has_is_refused_with_those_there_are() {
    let desk = with_runs("shoes-refused");
    desk.types("shoes usual Blue").refused("no shoes are called 'Blue'", "shoes add 'Blue'");
    desk.types("shoes add Green").well();
    desk.types("shoes retire Blue").refused("no shoes are called 'Blue'", "the pairs are Green");
    desk.types("correct last --shoe Blue").refused("no shoes are called", "the pairs are Green");
    desk.types_words(&["shoes", "add", "  "]).refused("cannot be called that", "1 to 60");
    assert_eq!(desk.types("shoes add Red --ran 12parsecs").status, 2);
}

#[test]
fn shoes_go_along_in_backups_and_exports_and_change_no_verdict() {
    let desk = with_runs("shoes-kept");
    let report = |book: &str| {
        desk.types(&format!("--logbook {book} report --on {LAST_DAY} --format json")).well().result
    };
    let before = report("logbook.everymile");
    says(&desk, &["shoes", "add", "Blue ones", "--ran", "75mi"]);
    says(&desk, &["shoes", "usual", "Blue ones", "--since", "2026-03-01"]);
    desk.types("shoes add Red").well();
    desk.types("correct last --shoe Red").well();
    assert_eq!(report("logbook.everymile"), before);
    let told = pairs(&desk);
    desk.types("backup b.everymile").well();
    desk.types("--logbook restored.everymile restore b.everymile").well();
    desk.types("export --all out").well();
    desk.types("--logbook taken.everymile import out").well();
    desk.types("rebuild").well();
    for book in ["restored.everymile", "taken.everymile", "logbook.everymile"] {
        let again = desk.types(&format!("--logbook {book} shoes --on {LAST_DAY} --format json"));
        assert_eq!(again.well().json(), told, "{book}");
    }
}

#[test]
fn on_the_page_shoes_are_named_made_usual_and_worn_on_a_run() {
    let (desk, door) = served("shoes-page");
    let say = |said: Value| door.put("/api/shoes", &said.to_string());
    let told = say(json!({"name": "Blue", "word": "there", "before_m": 1000.0})).well().json();
    assert_eq!(told["pairs"][0]["distance_m"], 1000.0);
    say(json!({"name": "Blue", "word": "usual", "since": "2026-03-01"})).well();
    say(json!({"name": "Red", "word": "there"})).well();
    let worn = door.get("/api/runs/last/shoes").well().json();
    assert_eq!((&worn["shoes"], &worn["by"]), (&json!("Blue"), &json!("usual")));
    let worn = door.put("/api/runs/last/shoes", r#"{"shoes":"Red"}"#).well().json();
    assert_eq!((&worn["shoes"], &worn["by"]), (&json!("Red"), &json!("runner")));
    let worn = door.put("/api/runs/last/shoes", r#"{"shoes":null}"#).well().json();
    assert_eq!(worn["by"], "usual");
    assert_eq!(say(json!({"name": "Grey", "word": "usual"})).status, 422);
    assert_eq!(door.put("/api/runs/last/shoes", r#"{"shoes":"Grey"}"#).status, 422);
    let evil = [("origin", "http://evil.example")];
    let said = r#"{"name":"Evil","word":"there"}"#;
    assert_eq!(door.say("PUT", "/api/shoes", said, &evil).status, 403);
    assert_eq!(pairs(&desk), door.get("/api/shoes").well().json());
}
