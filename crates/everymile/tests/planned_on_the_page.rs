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
fn what_the_day_asks_of_the_plan_is_proposed_on_the_page_as_the_command_would_and_waits() {
    let (desk, _) = planned("page-proposed");
    let monday = "2026-03-23";
    let door = Door::of(&desk.folder.join("logbook.everymile"), monday);
    let said = format!(r#"{{"on":"{monday}","answers":{{"soreness":"7"}}}}"#);
    door.put("/api/check-in", &said).well();
    let (before, today) = (what_is_meant(&door), door.get("/api/today").well().json());
    let told = door.say("POST", "/api/plan/changes", "", &[]).well().json();
    let waiting = told["waiting"].as_array().unwrap();
    assert_eq!((waiting.len(), what_is_meant(&door)), (1, before), "{told}");
    let typed = desk.types(&format!("plan bend --on {monday} --format json")).well().json();
    assert_eq!(typed["change"], waiting[0]["number"], "one that waits is not kept twice");
    assert_eq!(waiting[0]["changes"], typed["changes"]);
    assert_eq!(waiting[0]["changes"], today["plan_would_change"]);
}

#[test]
fn where_nobody_said_how_they_are_the_day_asks_for_this_week_alone() {
    let (desk, _) = planned("page-unsaid");
    let door = Door::of(&desk.folder.join("logbook.everymile"), "2026-04-11");
    let today = door.get("/api/today").well().json();
    assert_eq!(today["action"], "run");
    let told = door.say("POST", "/api/plan/changes", "", &[]).well().json();
    let proposed = &told["waiting"][0];
    assert_eq!(proposed["event"], "what was run so far looked at", "{told}");
    assert_eq!(proposed["changes"], today["plan_would_change"]);
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
        for path in [
            "/api/today",
            "/api/ledger",
            "/api/signs",
            "/api/ledger/previews",
            "/api/progress",
            "/api/plan/review",
        ] {
            let (again, afresh) = (kept_open.get(path).well(), fresh.get(path).well());
            assert_eq!(again.json(), afresh.json(), "{path}");
        }
    }
}

#[test]
fn the_plan_of_the_page_is_the_one_that_the_commands_print() {
    let (desk, door) = planned("page-plan-alike");
    let printed =
        |command: &str| desk.types(&format!("{command} --on {LAST_DAY} --format json")).json();
    let (from, to) = two_days(&door);
    door.put("/api/plan/move", &format!(r#"{{"from":"{from}","to":"{to}"}}"#)).well();
    let (now, before) = (door.get("/api/plan").json(), door.get("/api/plan?original=true").json());
    assert_eq!(now, printed("plan show"));
    assert_eq!(before, printed("plan show --original"));
    assert_ne!(now["weeks"], before["weeks"]);
    assert_eq!(door.get("/api/plan/review").well().json(), printed("plan review"));
}

#[test]
fn a_plan_that_is_looked_at_is_the_one_that_would_be_made_and_is_not_kept() {
    let desk = Desk::with_runs("page-plan-look");
    desk.types("import FILES");
    let door = door(&desk);
    let looked = door.get("/api/plan/proposal?goal=base&days=tue,thu,sat").well().json();
    let typed = format!("plan new --goal base --days tue,thu,sat --on {LAST_DAY} --format json");
    assert_eq!(looked, desk.types(&typed).json());
    assert_eq!(looked["starts_from"]["days"], serde_json::json!(["tue", "thu", "sat"]));
    assert_eq!((door.get("/api/plan").status, &looked["number"]), (404, &Value::Null));
}

/// Every session of a plan as it is written.
fn notations(plan: &Value) -> Vec<Value> {
    let weeks = plan["weeks"].as_array().unwrap().iter();
    let sessions = weeks.flat_map(|week| week["sessions"].as_array().unwrap());
    sessions.map(|session| session["notation"].clone()).collect()
}

#[test]
fn a_plan_that_is_kept_on_the_page_is_in_force_at_the_terminal() {
    let desk = Desk::with_runs("page-plan-keep");
    desk.types("import FILES");
    let door = door(&desk);
    let kept = door.put("/api/plan", r#"{"goal":"base","days":"tue,thu,sat"}"#).well().json();
    assert_eq!(kept["number"], 1);
    let shown = desk.types(&format!("plan show --on {LAST_DAY} --format json")).json();
    assert_eq!(notations(&shown), notations(&kept));
    assert_eq!(door.get("/api/plan").well().json(), shown);
}

#[test]
fn a_double_click_keeps_one_plan() {
    let desk = Desk::with_runs("page-plan-twice");
    desk.types("import FILES");
    let door = door(&desk);
    let click = || door.put("/api/plan", r#"{"goal":"base","days":"tue,thu,sat"}"#).well().json();
    let (first, second) = std::thread::scope(|scope| {
        let both = [scope.spawn(click), scope.spawn(click)];
        let [first, second] = both.map(|clicked| clicked.join().unwrap());
        (first, second)
    });
    assert_eq!((&first["number"], &first), (&1.into(), &second));
    assert_eq!(click()["number"], 1);
}

#[test]
fn what_cannot_be_planned_is_said_with_what_can() {
    let (_, door) = planned("page-plan-never");
    for (asked, says) in [
        ("goal=walking", "is no goal"),
        ("goal=base&date=2026-05-01", "a day and no race"),
        ("goal=half&date=2026-01-01", "not ahead"),
        ("goal=base&days=tue,someday", "no day of the week"),
    ] {
        let told = door.get(&format!("/api/plan/proposal?{asked}"));
        assert_eq!((told.status, &told.json()["kind"]), (422, &"refused".into()), "{}", told.body);
        assert!(told.body.contains(says), "{}", told.body);
    }
}

#[test]
fn the_plan_is_taken_away_as_files() {
    let (desk, door) = planned("page-plan-files");
    let fetched = |name: &str| door.get(&format!("/api/plan/files/{name}")).well();
    let calendar = fetched("calendar.ics");
    assert_eq!(calendar.header("content-type"), "text/calendar; charset=utf-8");
    assert!(calendar.header("content-disposition").contains("everymile-plan.ics"));
    let events = |text: &str| text.matches("BEGIN:VEVENT").count();
    let typed = desk.types(&format!("plan export --ics - --on {LAST_DAY}")).result;
    assert!(events(&typed) > 8 && events(&calendar.body) == events(&typed));
    assert!(fetched("workouts.zip").body.starts_with("PK"));
    let typed = desk.types(&format!("plan export --text --on {LAST_DAY}")).result;
    assert_eq!(fetched("plan.txt").body, typed);
    let typed = desk.types(&format!("plan export --csv - --on {LAST_DAY}")).result;
    assert_eq!(fetched("plan.csv").body, typed);
}

#[test]
fn without_a_plan_its_screen_is_told_how_to_make_one() {
    let desk = Desk::with_runs("page-plan-none");
    desk.types("import FILES");
    for path in ["/api/plan", "/api/plan/review", "/api/plan/check", "/api/plan/files/calendar.ics"]
    {
        let told = door(&desk).get(path);
        assert_eq!((told.status, &told.json()["kind"]), (404, &"not-found".into()), "{path}");
        assert!(told.body.contains("everymile plan new"), "{}", told.body);
    }
}

#[test]
fn a_plan_is_taken_back_on_the_page_and_stays_in_the_logbook() {
    let (desk, door) = planned("page-plan-back");
    let back = door.say("DELETE", "/api/plan", "", &[]).well().json();
    assert_eq!((&back["number"], &back["withdrawn"]), (&1.into(), &LAST_DAY.into()));
    assert_eq!(door.get("/api/plan").status, 404);
    desk.types(&format!("plan show --on {LAST_DAY}")).refused("no plan yet", "everymile plan new");
    assert_eq!(door.say("DELETE", "/api/plan", "", &[]).status, 404);
}
