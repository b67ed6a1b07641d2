//! The JSON as promised: every field in its place and of its type, stretches without gaps, sums that
//! add up.
#![allow(clippy::disallowed_methods, reason = "the stories write files and run the binary")]

mod desk;
mod promise;

use desk::{Desk, LAST_DAY, told};
use promise::{GRADES, Holds, Holds::*, PURPOSES, VERDICTS, at, check_shape, list};
use serde_json::Value;
use std::{fs, sync::LazyLock};

const KINDS: Holds =
    OneOf(&["warm-up", "easy", "steady", "work", "rest", "stride", "cool-down", "stop"]);
const STANDINGS: Holds = OneOf(&["purposeful", "questionable", "junk", "cannot-tell"]);

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

const PROMISED_OF_PREDICTIONS: [(&str, Holds); 26] = [
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
    ("predictions[].counted", List),
    ("predictions[].time_s", NumberOrNull),
    ("predictions[].quickest_s", NumberOrNull),
    ("predictions[].slowest_s", NumberOrNull),
    ("predictions[].note", TextOrNull),
    ("predictions[].at_odds", List),
    ("predictions[].advice", TextOrNull),
    ("predictions[].by_model[].model", Text),
    ("predictions[].by_model[].counts", Flag),
    ("predictions[].by_model[].time_s", NumberOrNull),
    ("predictions[].by_model[].from", List),
    ("predictions[].by_model[].index", MapOrNull),
    ("predictions[].by_model[].why_not", TextOrNull),
    ("models[].source", Text),
    ("models[].holds", Text),
    ("models[].grade", GRADES),
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
    assert!((runs - weeks).abs() < 0.1 * list(&ANALYSIS["runs"]).len() as f64, "{runs} {weeks}");
}

#[test]
fn the_signs_are_seven_and_in_order() {
    let signs: Vec<u64> =
        list(&ANALYSIS["signs"]).iter().map(|sign| sign["sign"].as_u64().unwrap()).collect();
    assert_eq!(signs, [1, 2, 3, 4, 5, 6, 7]);
}
