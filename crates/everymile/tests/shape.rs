//! The JSON as promised: every field in its place and of its type, stretches without gaps, sums that
//! add up.
#![allow(clippy::disallowed_methods, reason = "the stories write files and run the binary")]

mod desk;

use desk::{Desk, LAST_DAY};
use serde_json::Value;
use std::{fs, sync::LazyLock};

/// What can stand in a field; `OrNull` is *not known*.
#[derive(Debug, Clone, Copy)]
enum Holds {
    Flag,
    Number,
    NumberOrNull,
    Text,
    TextOrNull,
    List,
    Map,
    MapOrNull,
    OneOf(&'static [&'static str]),
}

use Holds::{Flag, List, Map, MapOrNull, Number, NumberOrNull, OneOf, Text, TextOrNull};

const PURPOSES: Holds = OneOf(&[
    "recovery",
    "easy",
    "long",
    "steady",
    "progression",
    "tempo",
    "intervals",
    "hills",
    "fartlek",
    "strides",
    "race",
    "walk",
]);
const KINDS: Holds =
    OneOf(&["warm-up", "easy", "steady", "work", "rest", "stride", "cool-down", "stop"]);
const STANDINGS: Holds = OneOf(&["purposeful", "questionable", "junk", "cannot-tell"]);
const VERDICTS: Holds = OneOf(&["kept", "broken", "not-applicable", "cannot-tell"]);
const GRADES: Holds = OneOf(&["strong", "moderate", "weak", "convention", "contested"]);

const TOPICS: Holds =
    OneOf(&["safety", "body", "growth", "plan", "recovery", "intensity", "purpose", "variety"]);

/// Every promised field; `[]` is every element of a list.
const PROMISED: [(&str, Holds); 58] = [
    ("schema", OneOf(&["everymile.analysis/1"])),
    ("runner.critical_speed_mps", MapOrNull),
    ("runner.hr_max_bpm", Map),
    ("runner.hr_max_bpm.value", Number),
    ("runner.hr_max_bpm.se", Number),
    ("runner.hr_max_bpm.as_of", Text),
    ("runner.hr_max_bpm.from", List),
    ("runner.lt1_speed_mps", MapOrNull),
    ("runner.lt2_hr_bpm", MapOrNull),
    ("runner.level", TextOrNull),
    ("runs[].id", Text),
    ("runs[].file", Text),
    ("runs[].start", Text),
    ("runs[].local_start", Text),
    ("runs[].distance_m", NumberOrNull),
    ("runs[].moving_s", Number),
    ("runs[].elapsed_s", Number),
    ("runs[].purpose", PURPOSES),
    ("runs[].confidence", Number),
    ("runs[].declared", TextOrNull),
    ("runs[].reason", Text),
    ("runs[].segments[].kind", KINDS),
    ("runs[].segments[].start_s", Number),
    ("runs[].segments[].end_s", Number),
    ("runs[].segments[].distance_m", NumberOrNull),
    ("runs[].segments[].speed_mps", NumberOrNull),
    ("runs[].segments[].gap_speed_mps", NumberOrNull),
    ("runs[].segments[].hr_bpm", NumberOrNull),
    ("runs[].segments[].purpose", PURPOSES),
    ("runs[].segments[].standing", STANDINGS),
    ("runs[].segments[].rules", List),
    ("runs[].segments[].reason", Text),
    ("runs[].oddities", List),
    ("runs[].findings", List),
    ("weeks[].start", Text),
    ("weeks[].distance_m", Number),
    ("weeks[].by_purpose_m", Map),
    ("weeks[].by_standing_m", Map),
    ("weeks[].findings[].rule", Text),
    ("weeks[].findings[].verdict", VERDICTS),
    ("weeks[].findings[].measured", NumberOrNull),
    ("weeks[].findings[].asked", NumberOrNull),
    ("weeks[].findings[].message", Text),
    ("weeks[].findings[].advice", Text),
    ("weeks[].findings[].grade", GRADES),
    ("weeks[].findings[].statements", List),
    ("signs[].sign", Number),
    ("signs[].rule", Text),
    ("signs[].verdict", VERDICTS),
    ("signs[].message", Text),
    ("files.read", Number),
    ("files.runs", Number),
    ("files.other", Number),
    ("files.duplicates[].file", Text),
    ("files.duplicates[].of", Text),
    ("files.failed[].file", Text),
    ("files.failed[].error", Text),
    ("files.failed", List),
];

const PROMISED_OF_A_JUDGEMENT: [(&str, Holds); 19] = [
    ("schema", OneOf(&["everymile.judgement/1"])),
    ("date", OneOf(&[LAST_DAY])),
    ("doctrine", OneOf(&["evidence-first"])),
    ("findings[].rule", Text),
    ("findings[].topic", TOPICS),
    ("findings[].safety", Flag),
    ("findings[].maturity", OneOf(&["trial", "firm"])),
    ("findings[].run", TextOrNull),
    ("findings[].verdict", VERDICTS),
    ("findings[].measured", NumberOrNull),
    ("findings[].asked", NumberOrNull),
    ("findings[].margin", NumberOrNull),
    ("findings[].unit", TextOrNull),
    ("findings[].message", Text),
    ("findings[].advice", Text),
    ("findings[].grade", GRADES),
    ("findings[].sources", List),
    ("findings[].statements", List),
    ("not_asked", List),
];

const PROMISED_OF_THE_SIGNS: [(&str, Holds); 9] = [
    ("schema", OneOf(&["everymile.signs/1"])),
    ("date", OneOf(&[LAST_DAY])),
    ("doctrine", Text),
    ("signs[].sign", Number),
    ("signs[].name", Text),
    ("signs[].rule", Text),
    ("signs[].verdict", VERDICTS),
    ("signs[].message", Text),
    ("signs[].finding", MapOrNull),
];

const PROMISED_OF_A_COMPARISON: [(&str, Holds); 18] = [
    ("schema", OneOf(&["everymile.comparison/1"])),
    ("first", Text),
    ("date", OneOf(&[LAST_DAY])),
    ("weeks", Number),
    ("doctrines[].doctrine", OneOf(&["evidence-first", "quality-first"])),
    ("doctrines[].by_standing_m", Map),
    ("agreed[].rule", Text),
    ("agreed[].verdict", VERDICTS),
    ("parted[].rule", Text),
    ("parted[].grade", GRADES),
    ("parted[].sources", List),
    ("parted[].under[].doctrine", Text),
    ("parted[].under[].finding", MapOrNull),
    ("parted[].under[].weeks_broken", Number),
    ("parted[].numbers[].name", Text),
    ("parted[].numbers[].grade", GRADES),
    ("parted[].numbers[].source", Text),
    ("parted[].numbers[].values", List),
];

const PROMISED_OF_PREDICTIONS: [(&str, Holds); 24] = [
    ("schema", OneOf(&["everymile.predictions/1"])),
    ("date", OneOf(&[LAST_DAY])),
    ("inputs.races", List),
    ("inputs.left_out", List),
    ("inputs.weekly_distance_m", NumberOrNull),
    ("inputs.critical_speed_mps", MapOrNull),
    ("inputs.d_prime_m", MapOrNull),
    ("predictions[].race", OneOf(&["5 km", "10 km", "half-marathon", "marathon"])),
    ("predictions[].distance_m", Number),
    ("predictions[].is_goal", Flag),
    ("predictions[].model", TextOrNull),
    ("predictions[].time_s", NumberOrNull),
    ("predictions[].quickest_s", NumberOrNull),
    ("predictions[].slowest_s", NumberOrNull),
    ("predictions[].note", TextOrNull),
    ("predictions[].at_odds", List),
    ("predictions[].advice", TextOrNull),
    ("predictions[].by_model[].model", Text),
    ("predictions[].by_model[].time_s", NumberOrNull),
    ("predictions[].by_model[].from", List),
    ("predictions[].by_model[].index", MapOrNull),
    ("predictions[].by_model[].why_not", TextOrNull),
    ("models[].source", Text),
    ("models[].grade", GRADES),
];

const PHASES: Holds = OneOf(&["base", "build", "peak", "taper"]);
const OUTCOMES: Holds = OneOf(&["done", "moved", "missed", "spared", "to-come", "unplanned"]);

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

const PROMISED_OF_A_REVIEW: [(&str, Holds); 15] = [
    ("schema", OneOf(&["everymile.plan-review/1"])),
    ("date", OneOf(&[LAST_DAY])),
    ("share", NumberOrNull),
    ("done", Number),
    ("moved", Number),
    ("missed", Number),
    ("overcooked", Number),
    ("weeks[].share", NumberOrNull),
    ("weeks[].deeds[].outcome", OUTCOMES),
    ("weeks[].deeds[].session", MapOrNull),
    ("weeks[].deeds[].runs", List),
    ("weeks[].deeds[].distance_m", NumberOrNull),
    ("weeks[].deeds[].beyond", List),
    ("next", MapOrNull),
    ("advice", List),
];

/// Some weeks of runs, one of them twice, and a broken file.
static ANALYSIS: LazyLock<Value> = LazyLock::new(|| {
    let desk = Desk::with_runs("shape");
    fs::copy(desk.files().join("000.fit"), desk.files().join("copy.fit")).unwrap();
    fs::write(desk.files().join("broken.fit"), b"this is no watch file at all").unwrap();
    desk.types("analyze FILES --format json").json()
});

#[test]
fn every_promised_field_is_there_and_holds_what_was_promised() {
    check_shape(&ANALYSIS, &PROMISED);
}

#[test]
fn every_promised_field_of_a_judgement_is_there() {
    check_shape(&told("judge"), &PROMISED_OF_A_JUDGEMENT);
}

#[test]
fn every_promised_field_of_the_signs_is_there() {
    check_shape(&told("signs"), &PROMISED_OF_THE_SIGNS);
}

#[test]
fn every_promised_field_of_a_comparison_is_there() {
    let compared = told("doctrines compare evidence-first quality-first");
    check_shape(&compared, &PROMISED_OF_A_COMPARISON);
}

#[test]
fn every_promised_field_of_predictions_is_there() {
    check_shape(&told("predict"), &PROMISED_OF_PREDICTIONS);
}

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

#[test]
fn a_judgement_holds_every_rule_of_the_doctrine_topic_by_topic() {
    let judged = told("judge");
    let (found, others) = (list(&judged["findings"]), list(&judged["not_asked"]));
    assert_eq!(found.len() + others.len(), rulebook::rules().len());
    let place = |finding: &Value| {
        let topic = finding["topic"].as_str().unwrap();
        rulebook::Topic::ALL.iter().position(|own| own.word() == topic).unwrap()
    };
    assert!(found.is_sorted_by_key(place));
}

/// What a command tells of some weeks of runs.
fn told(command: &str) -> Value {
    let desk = Desk::with_runs(&format!("shape-of-{}", command.replace(' ', "-")));
    desk.types("import FILES").well();
    desk.types(&format!("{command} --on {LAST_DAY} --format json")).well().json()
}

#[track_caller]
fn check_shape(found: &Value, promised: &[(&str, Holds)]) {
    for (path, holds) in promised {
        let found = at(found, path);
        assert!(!found.is_empty(), "{path} occurs nowhere");
        for value in found {
            assert!(holds.takes(value), "{path} should be {holds:?}, and is {value}");
        }
    }
}

#[test]
fn the_stretches_of_every_run_cover_it_without_gaps() {
    for run in list(&ANALYSIS["runs"]) {
        let segments = list(&run["segments"]);
        assert_eq!(segments.first().unwrap()["start_s"], 0.0, "{run}");
        assert_eq!(segments.last().unwrap()["end_s"], run["elapsed_s"], "{run}");
        for pair in segments.windows(2) {
            assert_eq!(pair[0]["end_s"], pair[1]["start_s"], "{run}");
        }
    }
}

#[test]
fn the_distance_of_a_week_is_posted_once_to_purposes_and_once_to_standings() {
    let sum = |of: &Value| -> f64 {
        of.as_object().unwrap().values().map(|part| part.as_f64().unwrap()).sum()
    };
    for week in list(&ANALYSIS["weeks"]) {
        let distance = week["distance_m"].as_f64().unwrap();
        assert!((sum(&week["by_purpose_m"]) - distance).abs() < 1.0, "{week}");
        assert!((sum(&week["by_standing_m"]) - distance).abs() < 1.0, "{week}");
    }
}

#[test]
fn a_week_holds_the_distance_of_its_runs() {
    let sum =
        |of: &Value| -> f64 { at(of, "[].distance_m").into_iter().filter_map(Value::as_f64).sum() };
    let (runs, weeks) = (sum(&ANALYSIS["runs"]), sum(&ANALYSIS["weeks"]));
    assert!((runs - weeks).abs() < 0.005 * runs, "{runs} {weeks}");
}

#[test]
fn the_signs_are_seven_and_in_order() {
    let signs: Vec<u64> =
        list(&ANALYSIS["signs"]).iter().map(|sign| sign["sign"].as_u64().unwrap()).collect();
    assert_eq!(signs, [1, 2, 3, 4, 5, 6, 7]);
}

fn list(value: &Value) -> &[Value] {
    value.as_array().unwrap()
}

/// Everything found at a path; a field that is missing is found as a missing one.
fn at<'a>(value: &'a Value, path: &str) -> Vec<&'a Value> {
    path.split('.').fold(vec![value], |found, step| {
        let (field, is_list) = step.strip_suffix("[]").map_or((step, false), |field| (field, true));
        let inside = |value: &'a Value| -> &'a Value {
            if field.is_empty() {
                return value;
            }
            value.get(field).unwrap_or_else(|| panic!("{path}: no field '{field}' in {value}"))
        };
        let inside = found.into_iter().map(inside);
        if is_list { inside.flat_map(list).collect() } else { inside.collect() }
    })
}

impl Holds {
    fn takes(self, value: &Value) -> bool {
        match self {
            Flag => value.is_boolean(),
            Number => value.is_number(),
            NumberOrNull => value.is_number() || value.is_null(),
            Text => value.is_string(),
            TextOrNull => value.is_string() || value.is_null(),
            List => value.is_array(),
            Map => value.is_object(),
            MapOrNull => value.is_object() || value.is_null(),
            OneOf(words) => value.as_str().is_some_and(|word| words.contains(&word)),
        }
    }
}
