//! Stories of the page's answers: they are what the commands print, they are as described, and what
//! is said through them is kept as if it had been typed.
#![allow(clippy::disallowed_methods, reason = "stories read and write files")]

mod desk;
mod knock;

use desk::{Desk, LAST_DAY};
use knock::{Door, served};
use serde_json::Value;
use std::fs;

#[test]
fn the_page_is_told_what_the_commands_print() {
    let (desk, door) = served("page-alike");
    let printed =
        |command: &str| desk.types(&format!("{command} --on {LAST_DAY} --format json")).json();
    assert_eq!(door.get("/api/today").well().json(), printed("today"));
    assert_eq!(door.get("/api/signs").well().json(), printed("signs"));
    assert_eq!(door.get("/api/predictions").well().json(), printed("predict"));
    assert_eq!(door.get("/api/runs/last").well().json(), printed("show last")["runs"][0]);
    assert_eq!(door.get("/api/profile").well().json(), printed("profile"));
    assert_eq!(
        door.get("/api/doctrines/compared?beside=context").well().json(),
        printed("doctrines compare context")
    );
    assert_eq!(
        door.get("/api/imports").well().json(),
        desk.types("imports --format json").well().json()
    );
    let ledger = door.get("/api/ledger").well().json();
    assert_eq!(ledger["weeks"], printed("ledger --last 999"));
    assert_eq!(ledger["suggestions"], printed("report")["suggestions"]);
}

#[test]
fn every_answer_has_the_fields_of_its_description_and_no_others() {
    let (desk, door) = served("page-described");
    desk.types(&format!("plan new --goal base --weeks 4 --on {LAST_DAY} --yes"));
    let described = serde_json::to_value(everymile::server::description()).unwrap();
    let asked = [
        ("/api/logbook", "Cover"),
        ("/api/today", "Today"),
        ("/api/calendar?from=2026-03-02&to=2026-03-22", "Calendar"),
        ("/api/ledger", "Accounts"),
        ("/api/ledger/previews", "Previews"),
        ("/api/plan", "Plan"),
        ("/api/plan?original=true", "Plan"),
        ("/api/plan/review", "PlanReviewed"),
        ("/api/plan/check", "PlanChecked"),
        ("/api/plan/proposal?goal=base&days=tue,thu,sat", "PlanProposed"),
        ("/api/plan/move?from=2026-03-24&to=2026-03-25", "PlanBent"),
        ("/api/plan/changes", "PlanNews"),
        ("/api/progress", "Progress"),
        ("/api/predictions", "Predictions"),
        ("/api/signs", "Signs"),
        ("/api/runs/last", "Run"),
        ("/api/runs/last/neighbours", "Neighbours"),
        ("/api/runs/last/recording", "Recording"),
        ("/api/check-in", "DaySaid"),
        ("/api/profile", "Profile"),
        ("/api/rules", "Rulebook"),
        ("/api/rules/take-rest-days", "RulePage"),
        ("/api/doctrines", "Doctrines"),
        ("/api/doctrines/compared?beside=quality-first", "Compared"),
        ("/api/import", "ImportFar"),
        ("/api/imports", "Imports"),
        ("/api/shoes", "ShoesTold"),
        ("/api/runs/last/shoes", "WornOnRun"),
        ("/api/runs/none", "Problem"),
    ];
    for (path, name) in asked {
        let schema = &described["components"]["schemas"][name];
        holds(&described, schema, &door.get(path).json(), path);
    }
    for path in answering_with_json(&described) {
        let is_asked = asked.iter().any(|(asked, _)| is_of(&path, asked));
        assert!(is_asked, "{path} is described, and nobody asks it here");
    }
}

/// The paths that are described to answer with JSON when they are asked.
fn answering_with_json(described: &Value) -> Vec<String> {
    let paths = described["paths"].as_object().unwrap().iter();
    let content =
        |path: &Value| path["get"]["responses"]["200"]["content"]["application/json"].clone();
    paths.filter(|(_, path)| content(path).is_object()).map(|(name, _)| name.clone()).collect()
}

/// Whether a question is one of those that a described path means.
fn is_of(path: &str, asked: &str) -> bool {
    let asked = asked.split('?').next().unwrap_or_default().split('/');
    let path = path.split('/');
    path.clone().count() == asked.clone().count()
        && path.zip(asked).all(|(part, asked)| part.starts_with('{') || part == asked)
}

#[test]
fn a_check_in_said_on_the_page_is_kept_as_if_it_were_typed() {
    let (desk, door) = served("page-check-in");
    let said = format!(r#"{{"on":"{LAST_DAY}","answers":{{"soreness":"6","where":"left calf"}}}}"#);
    assert_eq!(door.put("/api/check-in", &said).well().json()["soreness"], 6);
    let shown = desk.types(&format!("check-in --show --on {LAST_DAY} --format json")).json();
    assert_eq!((&shown[0]["soreness"], &shown[0]["sore_site"]), (&6.into(), &"left calf".into()));
}

#[test]
fn one_impossible_answer_keeps_none_and_says_what_is_possible() {
    let (_, door) = served("page-impossible");
    let said = format!(r#"{{"on":"{LAST_DAY}","answers":{{"fatigue":"3","soreness":"11"}}}}"#);
    let refused = door.put("/api/check-in", &said);
    assert_eq!((refused.status, &refused.json()["kind"]), (422, &"refused".into()));
    assert!(refused.body.contains("a whole number from 0"), "{}", refused.body);
    assert_eq!(door.get("/api/check-in").json()["fatigue"], Value::Null);
}

#[test]
fn a_logbook_that_fails_is_not_taken_for_an_answer_that_cannot_be() {
    let desk = Desk::empty("page-broken-book");
    let book = desk.folder.join("logbook.everymile");
    fs::write(&book, "a shopping list").unwrap();
    let door = Door::of(&book, LAST_DAY);
    let said = format!(r#"{{"on":"{LAST_DAY}","answers":{{"fatigue":"3"}}}}"#);
    for told in [door.put("/api/check-in", &said), door.get("/api/check-in")] {
        assert_eq!((told.status, &told.json()["kind"]), (500, &"failed".into()), "{}", told.body);
        assert!(told.body.contains("is not an everymile logbook"), "{}", told.body);
    }
}

#[test]
fn a_check_in_changes_what_is_said_of_today_at_once() {
    let (_, door) = served("page-ill");
    assert_ne!(door.get("/api/today").json()["action"], "see-a-clinician");
    let said = format!(r#"{{"on":"{LAST_DAY}","answers":{{"ill":"yes"}}}}"#);
    door.put("/api/check-in", &said).well();
    let because = door.get("/api/today").json()["because"].to_string();
    assert!(because.contains("ill"), "{because}");
}

#[test]
fn a_correction_reaches_the_ledger_and_can_be_taken_back() {
    let (_, door) = served("page-correct");
    let before = door.get("/api/ledger").json()["totals"].clone();
    let corrected = door.put("/api/runs/last/purpose", r#"{"purpose":"fartlek"}"#).well().json();
    assert_eq!(
        (&corrected["purpose"], &corrected["declared_by"]),
        (&"fartlek".into(), &"correction".into())
    );
    assert_ne!(door.get("/api/ledger").json()["totals"], before);
    door.say("DELETE", "/api/runs/last/purpose", "", &[]).well();
    assert_eq!(door.get("/api/ledger").json()["totals"], before);
}

#[test]
fn what_others_write_is_seen_at_the_next_question() {
    let (desk, door) = served("page-fresh");
    assert_eq!(door.get("/api/check-in").json()["fatigue"], Value::Null);
    let asked = door.get("/api/today").body;
    desk.types(&format!("check-in --on {LAST_DAY} --ill yes"));
    assert_ne!(door.get("/api/today").body, asked);
}

#[test]
fn a_run_leads_to_the_one_before_and_to_none_after_the_last() {
    let (desk, door) = served("page-neighbours");
    let runs = desk.types(&format!("report --on {LAST_DAY} --format json")).json()["runs"].clone();
    let before_last = runs.as_array().unwrap().iter().rev().nth(1).unwrap()["id"].clone();
    let neighbours = door.get("/api/runs/last/neighbours").well().json();
    assert_eq!((&neighbours["earlier"]["id"], &neighbours["later"]), (&before_last, &Value::Null));
}

#[test]
fn a_long_answer_is_compressed_for_who_takes_it_so() {
    let (_, door) = served("page-compressed");
    let taken = door.say("GET", "/api/progress", "", &[("accept-encoding", "gzip, br")]).well();
    assert_eq!(taken.header("content-encoding"), "gzip");
    let plain = door.get("/api/progress").well();
    assert_eq!((plain.header("content-encoding"), &plain.json()["on"]), ("", &LAST_DAY.into()));
}

#[test]
fn without_a_logbook_the_page_is_told_what_to_do() {
    let desk = Desk::empty("page-empty");
    let door = Door::of(&desk.folder.join("logbook.everymile"), LAST_DAY);
    let told = door.get("/api/today");
    assert_eq!((told.status, &told.json()["kind"]), (404, &"no-runs".into()));
    assert!(told.body.contains("everymile import"), "{}", told.body);
    assert!(!desk.folder.join("logbook.everymile").exists());
}

/// Whether a value has the described fields, all of the required ones and no others.
#[track_caller]
fn holds(all: &Value, schema: &Value, value: &Value, path: &str) {
    let schema = resolved(all, schema);
    if let Some(either) = schema["oneOf"].as_array() {
        let own = either.iter().find(|it| it["type"] != "null");
        if let (false, Some(own)) = (value.is_null(), own) {
            holds(all, own, value, path);
        }
        return;
    }
    if let (Some(values), true) = (value.as_array(), schema["items"].is_object()) {
        for value in values {
            holds(all, &schema["items"], value, path);
        }
    }
    let fields = fields(all, schema);
    let (Some(object), false) = (value.as_object(), fields.is_empty()) else { return };
    for (name, value) in object {
        let described = fields.iter().find(|(field, ..)| field == name);
        let (_, schema, _) = described.unwrap_or_else(|| panic!("{path}: {name} is not described"));
        holds(all, schema, value, path);
    }
    for (name, ..) in fields.iter().filter(|(.., is_required)| *is_required) {
        assert!(object.contains_key(name), "{path}: {name} is described and not told");
    }
}

/// The fields of an object, those of its parts included, and whether each must be there.
fn fields(all: &Value, schema: &Value) -> Vec<(String, Value, bool)> {
    let schema = resolved(all, schema);
    let parts = schema["allOf"].as_array().into_iter().flatten();
    let required = schema["required"].as_array().into_iter().flatten().collect::<Vec<_>>();
    let own = schema["properties"].as_object().into_iter().flatten();
    let own = own.map(|(name, schema)| {
        (name.clone(), schema.clone(), required.iter().any(|it| *it == name.as_str()))
    });
    own.chain(parts.flat_map(|part| fields(all, part))).collect()
}

fn resolved<'a>(all: &'a Value, schema: &'a Value) -> &'a Value {
    let Some(name) = schema["$ref"].as_str() else { return schema };
    &all["components"]["schemas"][name.rsplit('/').next().unwrap()]
}

#[test]
fn what_is_forgotten_or_brought_back_is_so_on_a_page_that_is_open() {
    let (desk, door) = served("page-forgotten");
    let runs = |door: &Door| door.get("/api/logbook").well().json()["runs"].as_u64().unwrap();
    let before = runs(&door);
    desk.types("backup b.everymile").well();
    let last = door.get("/api/runs/last").well().json()["id"].clone();
    let told = desk.types("forget last --yes").well();
    assert!(told.result.contains("and none is left"), "{}", told.result);
    assert_eq!(runs(&door), before - 1);
    assert_ne!(door.get("/api/runs/last").well().json()["id"], last);
    desk.types("restore b.everymile --replace").well();
    assert_eq!(runs(&door), before);
    assert_eq!(door.get("/api/runs/last").well().json()["id"], last);
}

#[test]
fn a_logbook_that_is_made_anew_is_seen_on_a_page_that_is_open() {
    let (desk, door) = served("page-anew");
    let runs = |door: &Door| door.get("/api/logbook").well().json()["runs"].as_u64().unwrap();
    assert!(runs(&door) > 1);
    desk.types("forget --everything --yes").well();
    fs::write(desk.folder.join("log.csv"), "date,distance_km,duration\n2026-03-19,7,40:00\n")
        .unwrap();
    desk.types("import log.csv").well();
    assert_eq!(runs(&door), 1);
    let said = r#"{"purpose":"tempo"}"#;
    let id = door.get("/api/runs/last").well().json()["id"].as_str().unwrap().to_owned();
    door.put(&format!("/api/runs/{id}/purpose"), said).well();
    let shown = desk.types("show last --format json").well().json();
    assert_eq!(shown["runs"][0]["declared"], "tempo");
}
