//! The JSON of plans, of their changes, of replays and of years as promised: every field in its place
//! and of its type.
#![allow(clippy::disallowed_methods, reason = "the stories write files and run the binary")]

mod desk;
mod promise;

use desk::{Desk, LAST_DAY, told};
use promise::{GRADES, Holds, Holds::*, PURPOSES, VERDICTS, check_shape};
use serde_json::Value;

const PHASES: Holds = OneOf(&["base", "build", "peak", "taper"]);
const OUTCOMES: Holds =
    OneOf(&["done", "moved", "shorter", "other", "missed", "spared", "to-come", "unplanned"]);

const PROMISED_OF_A_PLAN: [(&str, Holds); 16] = [
    ("schema", OneOf(&["everymile.plan/1"])),
    ("date", OneOf(&[LAST_DAY])),
    ("number", Number),
    ("changes", Number),
    ("since", Text),
    ("race_m", NumberOrNull),
    ("race_on", TextOrNull),
    ("begins", Text),
    ("ends", Text),
    ("weeks[].phase", PHASES),
    ("weeks[].lighter", Flag),
    ("weeks[].distance_m", Number),
    ("weeks[].longest_m", Number),
    ("weeks[].sessions[].purpose", PURPOSES),
    ("weeks[].sessions[].notation", Text),
    ("weeks[].sessions[].distance_m", NumberOrNull),
];

const PROMISED_OF_A_BEND: [(&str, Holds); 18] = [
    ("schema", OneOf(&["everymile.plan-bend/1"])),
    ("date", OneOf(&[LAST_DAY])),
    ("plan", Number),
    ("doctrine", Text),
    ("event", OneOf(&["ill from 2026-03-22 to 2026-03-27"])),
    ("change", NumberOrNull),
    ("is_accepted", Flag),
    ("changes[].date", Text),
    ("changes[].was", List),
    ("changes[].becomes", List),
    ("reasons[].text", Text),
    ("reasons[].rules", List),
    ("kept[].date", Text),
    ("kept[].purpose", PURPOSES),
    ("kept[].notation", Text),
    ("key_sessions", Number),
    ("key_sessions_kept", Number),
    ("still_broken", List),
];

const PROMISED_OF_CHANGES: [(&str, Holds); 10] = [
    ("schema", OneOf(&["everymile.plan-changes/1"])),
    ("date", OneOf(&[LAST_DAY])),
    ("changes[].number", Number),
    ("changes[].plan", Number),
    ("changes[].date", TextOrNull),
    ("changes[].event", Text),
    ("changes[].reasons", List),
    ("changes[].days", Number),
    ("changes[].answer", OneOf(&["accepted", "declined", "waits"])),
    ("changes[].since", TextOrNull),
];

const PROMISED_OF_A_REPLAY: [(&str, Holds); 24] = [
    ("schema", OneOf(&["everymile.what-if/1"])),
    ("date", OneOf(&[LAST_DAY])),
    ("doctrine", Text),
    ("what", Text),
    ("is_plan", Flag),
    ("first", Text),
    ("last", Text),
    ("weeks", Number),
    ("changed_runs", Number),
    ("before.runs", Number),
    ("before.weekly_distance_m", Number),
    ("before.weekly_time_s", Number),
    ("before.longest_m", NumberOrNull),
    ("before.rest_days", Number),
    ("before.by_purpose_m", Map),
    ("before.by_standing_m", Map),
    ("after.by_standing_m", Map),
    ("turned[].rule", Text),
    ("turned[].grade", GRADES),
    ("turned[].verdict", VERDICTS),
    ("turned[].verdict_after", VERDICTS),
    ("turned[].weeks_broken", Number),
    ("turned[].message", Text),
    ("note", Text),
];

const PROMISED_OF_A_YEAR: [(&str, Holds); 13] = [
    ("schema", OneOf(&["everymile.year/1"])),
    ("date", OneOf(&[LAST_DAY])),
    ("doctrine", Text),
    ("first", Text),
    ("last", Text),
    ("is_whole", Flag),
    ("weeks[].start", Text),
    ("weeks[].distance_m", NumberOrNull),
    ("weeks[].moving_s", Number),
    ("weeks[].lighter", Flag),
    ("builds", List),
    ("lighter_blocks", List),
    ("lacks", List),
];

const PROMISED_OF_A_REVIEW: [(&str, Holds); 20] = [
    ("schema", OneOf(&["everymile.plan-review/1"])),
    ("date", OneOf(&[LAST_DAY])),
    ("share", NumberOrNull),
    ("done", Number),
    ("moved", Number),
    ("shorter", Number),
    ("missed", Number),
    ("other", Number),
    ("key_due", Number),
    ("key_done", Number),
    ("overcooked", Number),
    ("weeks[].share", NumberOrNull),
    ("weeks[].deeds[].outcome", OUTCOMES),
    ("weeks[].deeds[].session", MapOrNull),
    ("weeks[].deeds[].runs", List),
    ("weeks[].deeds[].purposes", List),
    ("weeks[].deeds[].distance_m", NumberOrNull),
    ("weeks[].deeds[].beyond", List),
    ("next", MapOrNull),
    ("advice", List),
];

#[test]
fn every_promised_field_of_a_plan_and_its_review_is_there() {
    let desk = Desk::with_runs("shape-of-a-plan");
    desk.types("import FILES").well();
    desk.types("plan new --goal base --on 2026-03-15 --yes").well();
    let told = |what: &str| desk.types(&format!("{what} --on {LAST_DAY} --format json")).well();
    check_shape(&told("plan show").json(), &PROMISED_OF_A_PLAN);
    check_shape(&told("plan review").json(), &PROMISED_OF_A_REVIEW);
}

#[test]
fn every_promised_field_of_a_proposed_plan_a_bend_and_the_changes_is_there() {
    let desk = Desk::with_runs("shape-of-a-bend");
    desk.types("import FILES").well();
    let told = |what: &str| desk.types(&format!("{what} --on {LAST_DAY} --format json")).well();
    let proposed = told("plan new --goal half --date 2026-09-27").json();
    assert_eq!(
        (&proposed["schema"], &proposed["number"]),
        (&"everymile.plan/1".into(), &Value::Null)
    );
    assert_eq!(proposed["race_on"], "2026-09-27");
    check_shape(&told("plan new --goal half --date 2026-09-27 --yes").json(), &PROMISED_OF_A_PLAN);
    let bend = "plan bend --sick 2026-03-22..2026-03-27";
    check_shape(&told(bend).json(), &PROMISED_OF_A_BEND);
    check_shape(&told("plan accept").json(), &PROMISED_OF_CHANGES);
    check_shape(&told("plan changes").json(), &PROMISED_OF_CHANGES);
    assert_eq!(told("plan withdraw").json()["withdrawn"], LAST_DAY);
}

#[test]
fn every_promised_field_of_a_replay_and_a_year_is_there() {
    check_shape(&told("what-if --rest 5"), &PROMISED_OF_A_REPLAY);
    check_shape(&told("year"), &PROMISED_OF_A_YEAR);
}
