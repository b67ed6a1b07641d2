//! Stories of runners who choose on the page: another doctrine, numbers of their own, what they know of
//! themselves. It is kept as if it had been typed, and what cannot be is refused whole.
#![allow(clippy::disallowed_methods, reason = "stories read and write files")]

mod desk;
mod knock;

use desk::{Desk, LAST_DAY};
use knock::{Door, served};
use serde_json::Value;

fn set(rule: &str, number: &str, typed: &str) -> String {
    format!(r#"{{"rule":"{rule}","number":"{number}","typed":"{typed}"}}"#)
}

fn number<'a>(page: &'a Value, name: &str) -> &'a Value {
    let numbers = page["numbers"].as_array().unwrap();
    numbers.iter().find(|number| number["name"] == name).unwrap()
}

#[test]
fn the_rulebook_is_there_before_any_run() {
    let desk = Desk::empty("rules-empty");
    let door = Door::of(&desk.folder.join("logbook.everymile"), LAST_DAY);
    let rules = door.get("/api/rules").well().json();
    assert_eq!(rules["rules"].as_array().unwrap().len(), rulebook::rules().len());
    let page = door.get("/api/rules/take-rest-days").well().json();
    assert_eq!(
        (&page["doctrine"], &page["own_doctrine"]),
        (&"evidence-first".into(), &Value::Null)
    );
    assert!(!desk.folder.join("logbook.everymile").exists());
}

#[test]
fn a_rules_page_says_what_the_command_says() {
    let (desk, door) = served("rules-alike");
    for rule in rulebook::rules() {
        let page = door.get(&format!("/api/rules/{}", rule.id)).well().json();
        let printed = desk::in_one_line(&desk.types(&format!("rules {}", rule.id)).well().result);
        let told_by = page["told_by"].as_array().unwrap().iter().map(|it| &it["says"]);
        let numbers = page["numbers"].as_array().unwrap().iter().map(|it| &it["means"]);
        let statements = page["statements"].as_array().unwrap().iter().map(|it| &it["label"]);
        let asked = [&page["rule"]["asks"], &page["rule"]["asked_by"]].into_iter();
        for told in told_by.chain(numbers).chain(statements).chain(asked) {
            let told = desk::in_one_line(told.as_str().unwrap());
            assert!(printed.contains(&told), "{}: {told}", rule.id);
        }
    }
}

#[test]
fn a_rule_that_is_not_there_is_answered_with_the_nearest() {
    let (_, door) = served("rules-unknown");
    let told = door.get("/api/rules/take-rest-day");
    assert_eq!((told.status, &told.json()["kind"]), (404, &"not-found".into()));
    assert!(told.body.contains("take-rest-days"), "{}", told.body);
}

#[test]
fn a_doctrine_chosen_on_the_page_judges_from_then_on() {
    let (desk, door) = served("doctrine-chosen");
    let told = door.put("/api/doctrines/chosen", r#"{"name":"quality-first"}"#).well().json();
    assert_eq!(told["chosen"], "quality-first");
    assert_eq!(door.get("/api/logbook").json()["doctrine"], "quality-first");
    let judged = desk.types(&format!("judge --on {LAST_DAY} --format json")).well().json();
    assert_eq!(judged["doctrine"], "quality-first");
}

#[test]
fn no_file_is_read_for_a_doctrine_that_is_asked_for_on_the_page() {
    let (desk, door) = served("doctrine-file");
    let file = desk.folder.join("mine.toml");
    std::fs::write(&file, "name = 'mine'\nabout = 'Mine.'\n").unwrap();
    let path = file.display().to_string();
    let said = format!(r#"{{"name":"{path}"}}"#);
    let told = door.put("/api/doctrines/chosen", &said);
    assert_eq!((told.status, &told.json()["kind"]), (422, &"refused".into()));
    assert!(told.body.contains("there is no doctrine"), "{}", told.body);
    let asked = format!("/api/doctrines/compared?beside={}", path.replace('/', "%2F"));
    assert_eq!(door.get(&asked).status, 422);
    let said = format!(r#"{{"said":{{"doctrine":"{path}"}}}}"#);
    assert_eq!(door.put("/api/profile", &said).status, 422);
}

#[test]
fn a_number_set_on_the_page_begins_a_doctrine_of_ones_own() {
    let (desk, door) = served("number-set");
    let page = door.put("/api/doctrines/own", &set("take-rest-days", "min_rest_days", "2")).well();
    let page = page.json();
    let rest_days = number(&page, "min_rest_days");
    assert_eq!((&rest_days["own"], &rest_days["yours"]), (&2.0.into(), &1.0.into()));
    assert_eq!(
        (&page["own_doctrine"], &page["doctrine"]),
        (&"mine".into(), &"evidence-first".into())
    );
    door.put("/api/doctrines/chosen", r#"{"name":"mine"}"#).well();
    let told = desk.types("doctrines").well().result;
    assert!(told.contains("mine · yours"), "{told}");
    let told = desk::in_one_line(&desk.types("profile").well().result);
    assert!(told.contains("mine, from the page"), "{told}");
}

#[test]
fn a_number_beyond_its_range_is_refused_with_the_range_and_nothing_is_kept() {
    let (_, door) = served("number-beyond");
    for (typed, told) in [
        ("9", "it may be 0 to 6"),
        ("two", "'two' is no number"),
        ("", "'' is no number"),
        ("NaN", "no number"),
    ] {
        let refused =
            door.put("/api/doctrines/own", &set("take-rest-days", "min_rest_days", typed));
        assert_eq!(refused.status, 422);
        assert!(refused.body.contains(told), "{}", refused.body);
        assert!(refused.body.contains("it may be 0 to 6"), "{}", refused.body);
    }
    let page = door.get("/api/rules/take-rest-days").json();
    assert_eq!(page["own_doctrine"], Value::Null);
}

#[test]
fn a_rule_is_left_out_of_ones_own_doctrine_and_asked_again_but_none_of_safety() {
    let (_, door) = served("rule-left-out");
    let page = door.put("/api/doctrines/own", &set("take-rest-days", "on", "no")).well().json();
    assert_eq!(page["is_asked_by_own"], false);
    let back = r#"{"rule":"take-rest-days","number":"on","typed":null}"#;
    let page = door.put("/api/doctrines/own", back).well().json();
    assert_eq!(page["is_asked_by_own"], true);
    let refused = door.put("/api/doctrines/own", &set("stop-for-pain", "on", "no"));
    assert_eq!(refused.status, 422);
    assert!(refused.body.contains("outranks every doctrine"), "{}", refused.body);
}

#[test]
fn what_the_runner_wrote_in_a_file_stays_beside_what_is_set_on_the_page() {
    let (desk, door) = served("number-in-file");
    let mine = "name = 'mine' # by me\nabout = 'Mine.'\ninherits = 'context'\n";
    std::fs::write(desk.folder.join("mine.toml"), mine).unwrap();
    desk.types("profile set doctrine mine.toml").well();
    door.put("/api/doctrines/own", &set("space-hard-days", "on", "no")).well();
    let told = desk::in_one_line(&desk.types("profile").well().result);
    assert!(told.contains("mine.toml, changed on the page"), "{told}");
    let told = desk.types("doctrines mine").well().result;
    assert!(told.contains("builds on context"), "{told}");
}

#[test]
fn what_the_runner_says_of_themselves_counts_beside_what_the_runs_show() {
    let (desk, door) = served("profile-said");
    let said = r#"{"said":{"threshold-pace":"4:10/km","days":"Mon, tuesday,sat"},"forget":[]}"#;
    let told = door.put("/api/profile", said).well().json();
    let speed = &told["can_do"]["critical_speed_mps"];
    assert_eq!(
        (&speed["counts"]["basis"], &speed["counts"]["value"]),
        (&"stated".into(), &4.0.into())
    );
    assert_eq!(speed["by_runs"]["basis"], "observed");
    for run in speed["by_runs"]["from"].as_array().unwrap() {
        assert!(told["runs"].as_array().unwrap().iter().any(|known| known["id"] == *run));
    }
    assert_eq!(desk.types(&format!("profile --on {LAST_DAY} --format json")).json(), told);
    let page = desk::in_one_line(&desk.types(&format!("profile --on {LAST_DAY}")).result);
    assert!(page.contains("Without your word the runs would say 2nd threshold pace"), "{page}");
    assert!(page.contains("days mon,tue,sat"), "{page}");
    let forgot = door.put("/api/profile", r#"{"forget":["threshold-pace"]}"#).well().json();
    assert_eq!(forgot["can_do"]["critical_speed_mps"]["counts"]["basis"], "observed");
}

#[test]
fn one_wrong_word_of_the_profile_keeps_none_on_the_page_either() {
    let (_, door) = served("profile-wrong");
    let said = r#"{"said":{"hr-max":"1888","units":"mi"},"forget":["week-start"]}"#;
    let refused = door.put("/api/profile", said);
    assert_eq!(refused.status, 422);
    assert!(refused.body.contains("'1888' cannot be read as hr-max"), "{}", refused.body);
    assert_eq!(door.get("/api/logbook").json()["units"], "km");
}

#[test]
fn an_estimate_is_of_the_day_of_its_newest_run_and_names_every_run() {
    let (desk, _) = served("profile-newest");
    let told = desk.types("profile --on 2026-03-30 --format json").well().json();
    let runs = told["runs"].as_array().unwrap();
    let day_of = |id: &Value| {
        let run = runs.iter().find(|run| run["id"] == *id).unwrap();
        run["local_start"].as_str().unwrap()[..10].to_owned()
    };
    for number in ["critical_speed_mps", "easy_speed_mps", "hr_max_bpm"] {
        let known = &told["can_do"][number]["counts"];
        let from = known["from"].as_array().unwrap();
        let newest = from.iter().map(day_of).max().unwrap();
        assert_eq!(known["as_of"], newest.as_str(), "{number}");
        assert!(known["as_of"].as_str().unwrap() <= LAST_DAY, "{number}: no run was later");
    }
    let page = desk.types("profile --on 2026-03-30").well().result;
    assert!(page.contains("The runs behind it"), "{page}");
}

#[test]
fn a_plan_keeps_to_the_days_that_were_said_once() {
    let (desk, _) = served("profile-days");
    desk.types("profile set days tue,thu,sun").well();
    let plan = format!("plan new --goal base --weeks 4 --on {LAST_DAY} --format json");
    let planned = desk.types(&plan).well().json();
    let weeks = planned["weeks"].as_array().unwrap().iter();
    let sessions = weeks.flat_map(|week| week["sessions"].as_array().unwrap());
    for session in sessions {
        let day: training::Date = session["date"].as_str().unwrap().parse().unwrap();
        assert!(matches!(
            format!("{:?}", day.weekday()).as_str(),
            "Tuesday" | "Thursday" | "Sunday"
        ));
    }
    desk.types("profile set days someday").refused("cannot be read as days", "mon,tue");
}
