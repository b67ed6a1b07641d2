//! Stories of plans that bend: a change is proposed and changes nothing, is accepted or declined, holds
//! from that day on, and is kept with its reasons; and a plan is taken back.
#![allow(clippy::disallowed_methods, reason = "the stories run the binary")]

mod desk;

use desk::{Desk, LAST_DAY, check_refused};
use serde_json::Value;

/// Three weeks of runs, and a plan to a race that was accepted on the last day of them.
fn desk(story: &str) -> Desk {
    let desk = Desk::with_runs(story);
    desk.types("import FILES").well();
    let new = format!("plan new --goal 10k --date 2026-05-24 --on {LAST_DAY} --yes");
    assert!(desk.types(&new).well().result.contains("Kept as plan 1."));
    desk
}

/// The plan as text on a day.
fn plan_on(desk: &Desk, day: &str) -> String {
    desk.types(&format!("plan export --text --on {day}")).well().result
}

fn json(desk: &Desk, command: &str) -> Value {
    desk.types(&format!("{command} --format json")).well().json()
}

const SICK: &str = "plan bend --sick 2026-03-30..2026-04-03 --on 2026-03-30";

#[test]
fn nothing_changes_until_a_change_is_accepted() {
    let desk = desk("bend-accepted");
    let before = plan_on(&desk, "2026-03-30");
    let told = desk.types(SICK).well().result;
    assert!(
        told.starts_with("Change 1 of plan 1, proposed on Mon 30 Mar 2026: ill from"),
        "{told}"
    );
    assert!(told.contains("  - ") && told.contains("  + Rest\n"), "{told}");
    assert!(told.contains("rest-when-ill"), "{told}");
    assert!(told.contains("Nothing has changed yet.") && told.contains("everymile plan accept"));
    assert_eq!(plan_on(&desk, "2026-03-30"), before);

    let told = desk.types("plan accept --on 2026-03-30").well().result;
    assert!(told.contains("accepted on Mon 30 Mar 2026"), "{told}");
    let after = plan_on(&desk, "2026-03-30");
    assert_ne!(after, before);
    assert_eq!(plan_on(&desk, "2026-03-29"), before, "the past is judged by the plan of the past");
    let shown = desk.types("plan show --on 2026-03-30").well().result;
    assert!(shown.contains("changed once since"), "{shown}");
    let original = desk.types("plan show --original --all --on 2026-03-30").well().result;
    let first = desk.types("plan show --all --on 2026-03-29").well().result;
    let weeks = |page: &str| -> String {
        page[page.find("Week 1").unwrap()..].replace("→", " ").replace(" (today)", "")
    };
    assert_eq!(weeks(&original), weeks(&first), "the plan stays readable as it was accepted");
}

#[test]
fn what_was_accepted_is_what_today_the_review_and_the_calendar_go_by() {
    let desk = desk("bend-in-force");
    let planned = json(&desk, "plan show --on 2026-03-30");
    let sessions = planned["weeks"][1]["sessions"].as_array().unwrap().clone();
    let day =
        sessions.iter().map(|it| it["date"].as_str().unwrap()).find(|day| *day < "2026-04-04");
    let day = day.unwrap();
    let today = |desk: &Desk| json(desk, &format!("today --on {day}"))["intended"].to_string();
    let said = today(&desk);
    assert!(!said.contains("Your plan holds rest"), "{said}");
    desk.types(&format!("{SICK} --accept")).well();
    assert!(today(&desk).contains("Your plan holds rest today."));
    let review = json(&desk, "plan review --on 2026-04-05");
    let missed = |review: &Value| review["missed"].as_u64().unwrap();
    let unbent = json(&self::desk("bend-in-force-not"), "plan review --on 2026-04-05");
    assert!(missed(&review) < missed(&unbent));
    let calendar = desk.types("plan export --ics - --on 2026-03-30").well().result;
    let begins = format!("DTSTART;VALUE=DATE:{}", day.replace('-', ""));
    assert!(calendar.contains("DTSTART;VALUE=DATE:") && !calendar.contains(&begins), "{day}");
}

#[test]
fn a_declined_change_leaves_the_plan_and_is_kept_with_its_reasons() {
    let desk = desk("bend-declined");
    let before = plan_on(&desk, "2026-03-30");
    desk.types(SICK).well();
    desk.types("plan decline --on 2026-03-30").well();
    assert_eq!(plan_on(&desk, "2026-03-30"), before);
    let changes = json(&desk, "plan changes --on 2026-03-30");
    let change = &changes["changes"][0];
    assert_eq!(change["answer"], "declined");
    assert_eq!(change["event"], "ill from 2026-03-30 to 2026-04-03");
    assert!(change["reasons"][0].as_str().unwrap().contains("No running while you are ill"));
    assert!(change["days"].as_u64().unwrap() > 1);
    let told = desk.types("plan changes --on 2026-03-30").well().result;
    assert!(told.contains("declined on Mon 30 Mar 2026"), "{told}");
    let nothing = desk.types("plan changes --on 2026-03-29").well().result;
    assert!(nothing.contains("No change of a plan was proposed."), "{nothing}");
}

#[test]
fn the_same_question_is_one_proposal_and_once_accepted_it_asks_for_nothing_more() {
    let desk = desk("bend-again");
    assert_eq!(json(&desk, SICK)["change"], 1);
    assert_eq!(json(&desk, SICK)["change"], 1);
    desk.types("plan accept --on 2026-03-30").well();
    let again = json(&desk, SICK);
    assert_eq!((&again["change"], again["changes"].as_array().unwrap().len()), (&Value::Null, 0));
    check_refused(&desk, "plan accept 1 --on 2026-03-30", "was accepted on", "plan bend");
    check_refused(
        &desk,
        "plan accept --on 2026-03-30",
        "no change of a plan waits",
        "plan changes",
    );
    check_refused(&desk, "plan accept 7 --on 2026-03-30", "there is no change 7", "plan changes");
}

#[test]
fn a_proposal_that_newer_days_overtook_is_refused() {
    let desk = desk("bend-stale");
    desk.types(SICK).well();
    let late = "plan accept --on 2026-04-06";
    check_refused(&desk, late, "change 1 is out of date", "ask for a new one: everymile plan bend");
    check_refused(
        &desk,
        "plan accept 1 --on 2026-03-29",
        "was proposed on 2026-03-30",
        "--on 2026-03-30",
    );
    let race = "plan bend --race 5k --date 2026-04-19 --on 2026-03-30 --accept";
    desk.types(race).well();
    check_refused(
        &desk,
        "plan accept 1 --on 2026-03-30",
        "the plan has changed since",
        "plan bend",
    );
    let changes = json(&desk, "plan changes --on 2026-04-06");
    assert_eq!(changes["changes"][0]["answer"], "waits");
    assert_eq!(changes["changes"][1]["answer"], "accepted");
}

#[test]
fn a_goal_race_on_another_day_is_what_the_plan_leads_to_then() {
    let desk = desk("bend-race");
    let moved = json(&desk, "plan bend --race 10k --date 2026-05-31 --on 2026-03-30 --accept");
    assert_eq!(moved["is_accepted"], true);
    let plan = json(&desk, "plan show --on 2026-03-30");
    assert_eq!(plan["race_on"], "2026-05-31");
    assert_eq!(plan["weeks"].as_array().unwrap().len(), 10);
    let shown = desk.types("plan show --on 2026-03-30").well().result;
    assert!(shown.starts_with("10 km on Sun 31 May 2026: 10 weeks"), "{shown}");
}

#[test]
fn a_red_check_in_offers_its_swap_and_stacks_nothing() {
    let desk = desk("bend-red");
    let planned = json(&desk, "plan show --on 2026-03-23");
    let hard = planned["weeks"][0]["sessions"].as_array().unwrap().iter().find(|session| {
        !["easy", "recovery", "long"].contains(&session["purpose"].as_str().unwrap())
    });
    let day = hard.unwrap()["date"].as_str().unwrap();
    desk.types(&format!("check-in --soreness 7 --where calf --on {day}")).well();
    let today = desk.types(&format!("today --on {day}")).well().result;
    assert!(today.contains("What would change in your plan"), "{today}");
    assert!(today.contains(&format!("everymile plan bend --on {day}")), "{today}");
    let changes = json(&desk, &format!("today --on {day}"))["plan_would_change"].clone();
    let bent = json(&desk, &format!("plan bend --on {day}"));
    assert_eq!(bent["changes"], changes);
    assert_eq!(bent["event"], "how you are today");
    desk.types(&format!("plan accept --on {day}")).well();
    let again = json(&desk, &format!("today --on {day}"));
    assert_eq!(again["plan_would_change"].as_array().unwrap().len(), 0, "{again}");
    let whole = json(&desk, &format!("plan show --on {day}"));
    let mut days: Vec<&str> = whole["weeks"][0]["sessions"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it["date"].as_str().unwrap())
        .collect();
    let sessions = days.len();
    days.dedup();
    assert_eq!(days.len(), sessions, "nothing is stacked");
}

#[test]
fn a_free_run_counts_once() {
    let desk = desk("bend-free-run");
    let log = "date,distance_km,duration\n2026-03-23,26,1:52:00\n";
    std::fs::write(desk.folder.join("run.csv"), log).unwrap();
    desk.types("import run.csv").well();
    let bend = "plan bend --free-run mon --on 2026-03-23";
    let bent = json(&desk, &format!("{bend} --accept"));
    assert!(!bent["changes"].as_array().unwrap().is_empty(), "{bent}");
    let again = json(&desk, bend);
    assert_eq!(again["change"], Value::Null, "{again}");
}

#[test]
fn what_cannot_be_bent_is_refused_with_what_can_and_nothing_is_kept() {
    let desk = desk("bend-refused");
    let refused = |asked: &str, what: &str, remedy: &str| {
        check_refused(&desk, &format!("plan bend {asked} --on 2026-03-30"), what, remedy);
    };
    refused("--race 10k --date 2026-03-01", "2026-03-01 is not ahead of", "give a day to come");
    refused("--race 10k", "--date", "--date <DATE>");
    refused("--race far --date 2026-05-01", "'far' is no race", "5k, 10k, half");
    refused("--date 2026-05-01", "--race", "--race <RACE>");
    refused("--sick 2026-04-03..2026-03-30", "lies before", "2026-03-30..2026-04-03");
    refused("--sick monday", "'monday' is no day", "2026-12-01..2026-12-05");
    refused("--sick 2026-03-30 --missed 3", "cannot be used with", "--missed");
    refused("--sick 2026-04-03..2026-04-05", "2026-04-03 is still to come", "once you are ill");
    refused("--missed 2026-04-03", "2026-04-03 is still to come", "--travel 2026-04-03");
    refused("--missed 0", "'0' is no number of missed days", "1 to 365");
    refused("--travel 2026-03-01..2026-03-05", "2026-03-05 is over", "--missed 2026-03-01");
    refused("--travel 2026-04-01 --possible swim", "'swim' is not possible", "none, easy, or 10");
    refused("--possible easy", "--travel", "--travel <FROM..TO>");
    refused("--move tue caturday", "'caturday' is no day of the week", "mon, tue, wed");
    refused("--free-run 2026-04-09", "is still to come", "a run that was run");
    check_refused(&desk, "plan bend --on 2026-06-30", "plan 1 is over", "plan new");
    let answer = "plan accept one --on 2026-03-30";
    check_refused(&desk, answer, "'one' is no number of a change", "everymile plan changes");
    let none = Desk::with_runs("bend-refused-no-plan");
    none.types("import FILES").well();
    for command in ["plan bend", "plan withdraw"] {
        check_refused(
            &none,
            &format!("{command} --on {LAST_DAY}"),
            "no plan yet",
            "plan new --goal",
        );
    }
    let changes = json(&desk, "plan changes --on 2026-06-30");
    assert_eq!(changes["changes"].as_array().unwrap().len(), 0);
}

#[test]
fn a_plan_that_is_taken_back_is_kept_and_no_longer_in_force() {
    let desk = desk("plan-withdrawn");
    desk.types(SICK).well();
    let told = desk.types("plan withdraw --on 2026-04-01").well().result;
    assert!(told.contains("Plan 1 no longer holds from Wed 1 Apr 2026 on."), "{told}");
    assert!(told.contains("No plan is in force."), "{told}");
    check_refused(&desk, "plan show --on 2026-04-01", "no plan yet", "plan new");
    check_refused(&desk, "plan accept --on 2026-04-01", "no plan yet", "plan new");
    desk.types("plan show --on 2026-03-31").well();
    let today = json(&desk, "today --on 2026-04-01")["intended"].to_string();
    assert!(!today.contains("Your plan holds"), "{today}");
}

#[test]
fn a_plan_taken_back_before_it_begins_leaves_the_one_before_it() {
    let desk = desk("plan-withdrawn-early");
    let first = plan_on(&desk, "2026-03-31");
    desk.types("plan new --goal base --weeks 4 --on 2026-03-31 --yes").well();
    let told = desk.types("plan withdraw --on 2026-04-01").well().result;
    assert!(told.contains("Plan 1 is in force again."), "{told}");
    assert_eq!(plan_on(&desk, "2026-04-08"), first);
}

#[test]
fn no_page_about_a_change_is_wider_than_eighty_columns() {
    let desk = desk("bend-eighty-columns");
    let asked = [
        SICK,
        "plan bend --race 10k --date 2026-05-31 --on 2026-03-30",
        "plan bend --travel 2026-04-01..2026-04-09 --possible 30min --on 2026-03-30",
        "plan bend --missed 6 --on 2026-03-30",
        "plan bend --on 2026-03-30",
        "plan changes --on 2026-03-30",
        "plan accept --on 2026-03-30",
    ];
    for command in asked {
        let told = desk.types(command).well().result;
        let widest = told.lines().map(|line| line.chars().count()).max();
        assert!(widest <= Some(80), "{command}: {told}");
    }
}

#[test]
fn the_help_of_every_action_teaches_by_example() {
    let desk = Desk::empty("bend-help");
    for action in ["bend", "accept", "decline", "changes", "withdraw"] {
        let told = desk.types(&format!("plan {action} --help")).well();
        assert!(told.result.contains(&format!("  everymile plan {action}")), "{}", told.result);
        assert!(told.result.contains("Examples:"), "{action}");
    }
}
