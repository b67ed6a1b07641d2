//! Stories of the plan on the page: a session is moved as by the command, nothing changes unasked, and
//! what is judged again after a word is what would be judged afresh.
#![allow(clippy::disallowed_methods, reason = "stories read and write files")]

mod desk;
mod knock;

use desk::{Desk, LAST_DAY};
use knock::Door;
use serde_json::Value;

fn planned(story: &str) -> (Desk, Door) {
    let desk = Desk::with_runs(story);
    desk.types("import FILES");
    desk.types(&format!("plan new --goal base --weeks 4 --on {LAST_DAY} --yes"));
    let door = door(&desk);
    (desk, door)
}

fn door(desk: &Desk) -> Door {
    Door::of(&desk.folder.join("logbook.everymile"), LAST_DAY)
}

/// Two days of the coming week that hold sessions.
fn two_days(door: &Door) -> (String, String) {
    let calendar = door.get("/api/calendar?from=2026-03-23&to=2026-03-29").well().json();
    let days = calendar["weeks"][0]["days"].as_array().unwrap();
    let holds = |day: &&Value| !day["meant"].as_array().unwrap().is_empty();
    let mut days = days.iter().filter(holds).map(|day| day["date"].as_str().unwrap().to_owned());
    (days.next().unwrap(), days.next().unwrap())
}

fn what_is_meant(door: &Door) -> Value {
    let calendar = door.get("/api/calendar?from=2026-03-23&to=2026-03-29").json();
    let days = calendar["weeks"][0]["days"].as_array().unwrap().iter();
    days.map(|day| day["meant"].clone()).collect()
}

#[test]
fn a_move_that_is_looked_at_changes_nothing() {
    let (desk, door) = planned("page-move-look");
    let (from, to) = two_days(&door);
    let before = what_is_meant(&door);
    let bent = door.get(&format!("/api/plan/move?from={from}&to={to}")).well().json();
    assert_eq!((&bent["schema"], &bent["change"]), (&"everymile.plan-bend/1".into(), &Value::Null));
    assert!(!bent["reasons"].as_array().unwrap().is_empty());
    assert_eq!(what_is_meant(&door), before);
    let kept = desk.types(&format!("plan changes --on {LAST_DAY} --format json")).json();
    assert_eq!(kept["changes"], Value::Array([].into()));
}

#[test]
fn a_move_that_is_taken_is_the_one_that_the_command_would_propose() {
    let (desk, door) = planned("page-move-take");
    let (from, to) = two_days(&door);
    let before = what_is_meant(&door);
    let typed =
        desk.types(&format!("plan bend --move {from} {to} --on {LAST_DAY} --format json")).json();
    let taken = door.put("/api/plan/move", &format!(r#"{{"from":"{from}","to":"{to}"}}"#));
    assert_eq!(taken.well().json()["changes"], typed["changes"]);
    assert_ne!(what_is_meant(&door), before);
    let news = door.get("/api/plan/changes").well().json();
    assert_eq!(news["changed"][0]["changes"], typed["changes"]);
}

#[test]
fn what_was_proposed_at_the_terminal_is_declined_on_the_page() {
    let (desk, door) = planned("page-decline");
    let (from, to) = two_days(&door);
    desk.types(&format!("plan bend --move {from} {to} --on {LAST_DAY}"));
    let waiting = door.get("/api/plan/changes").json()["waiting"].clone();
    assert_eq!(waiting[0]["number"], 1);
    let news = door.put("/api/plan/changes/1", r#"{"is_accepted":false}"#).well().json();
    assert_eq!(news["waiting"], Value::Array([].into()));
    let again = door.put("/api/plan/changes/1", r#"{"is_accepted":true}"#);
    assert_eq!((again.status, &again.json()["kind"]), (422, &"refused".into()));
}

#[test]
fn without_a_plan_a_move_says_how_to_make_one() {
    let desk = Desk::with_runs("page-no-plan");
    desk.types("import FILES");
    let told = door(&desk).get("/api/plan/move?from=2026-03-23&to=2026-03-24");
    assert_eq!(told.status, 422);
    assert!(told.body.contains("everymile plan new"), "{}", told.body);
}

#[test]
fn what_is_judged_again_after_a_word_is_what_would_be_judged_afresh() {
    let (desk, kept_open) = planned("page-again");
    let runs = desk.types("report --weeks 4 --format json --on 2026-03-22").json()["runs"].clone();
    let id = |place: usize| runs[place]["id"].as_str().unwrap().to_owned();
    let said = |on: &str, answers: &str| {
        let body = format!(r#"{{"on":"{on}","answers":{{{answers}}}}}"#);
        kept_open.put("/api/check-in", &body).well();
    };
    let words: [&dyn Fn(); 5] = [
        &|| said("2026-03-10", r#""ill":"yes""#),
        &|| said("2026-03-21", r#""pain":"6","fatigue":"5""#),
        &|| {
            let path = format!("/api/runs/{}/purpose", id(2));
            kept_open.put(&path, r#"{"purpose":"race"}"#).well();
        },
        &|| {
            desk.types("check-in --on 2026-03-05 --soreness 8");
        },
        &|| {
            let path = format!("/api/runs/{}/purpose", id(2));
            kept_open.say("DELETE", &path, "", &[]).well();
        },
    ];
    for word in words {
        word();
        let fresh = door(&desk);
        for path in ["/api/today", "/api/ledger", "/api/signs", "/api/ledger/previews"] {
            let (again, afresh) = (kept_open.get(path).well(), fresh.get(path).well());
            assert_eq!(again.json(), afresh.json(), "{path}");
        }
    }
}
