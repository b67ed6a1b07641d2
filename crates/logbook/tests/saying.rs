//! What the runner says is kept for ever, and the last word counts; what was inferred is nobody's
//! word and can be forgotten.
#![allow(clippy::disallowed_methods, reason = "tests look at the file itself")]

mod notebook;

use logbook::{
    ActivityKind, AgreedPlan, Logbook, Original, ProposedChange, SaidBy, ShoesWord, Stamp, Subject,
    run_id,
};
use notebook::{at, declared, notebook};
use std::{collections::BTreeMap, path::Path};
use training::{
    Bpm, CheckIn, Date, Goal, Level, Metres, Profile, Purpose, RunId, plan::parse_plan,
};

/// A logbook with one run in it.
fn with_a_run(logbook: &Logbook) -> RunId {
    let run = Original::pack("a.fit".into(), b"a run", declared(Some("Lunch run"), None));
    logbook.keep(&run, &[ActivityKind::Run], at(1)).unwrap();
    run_id(run.hash(), 1)
}

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn hr_max(bpm: f64) -> Profile {
    Profile { hr_max: Some(Bpm(bpm)), ..Profile::default() }
}

#[test]
fn the_last_correction_counts_and_all_are_kept() {
    let logbook = Logbook::in_memory().unwrap();
    let run = with_a_run(&logbook);
    logbook.correct(&run, Purpose::Tempo, at(10)).unwrap();
    logbook.correct(&run, Purpose::Race, at(20)).unwrap();

    assert_eq!(logbook.corrections().unwrap(), [(run.clone(), Purpose::Race)].into());
    let said = logbook.correction_history(&run).unwrap();
    let purposes: Vec<_> = said.iter().map(|said| said.purpose).collect();
    assert_eq!(purposes, [Some(Purpose::Tempo), Some(Purpose::Race)]);
    assert_eq!(said[0].said_at, at(10));
}

#[test]
fn a_withdrawn_correction_no_longer_counts_but_is_kept() {
    let logbook = Logbook::in_memory().unwrap();
    let run = with_a_run(&logbook);
    logbook.correct(&run, Purpose::Tempo, at(10)).unwrap();
    logbook.withdraw_correction(&run, at(20)).unwrap();
    assert!(logbook.corrections().unwrap().is_empty());
    assert_eq!(logbook.correction_history(&run).unwrap().len(), 2);

    logbook.correct(&run, Purpose::Easy, at(30)).unwrap();
    assert_eq!(logbook.corrections().unwrap()[&run], Purpose::Easy);
}

#[test]
fn a_correction_of_no_run_is_refused() {
    let logbook = Logbook::in_memory().unwrap();
    let error = logbook.correct(&RunId("nosuchrun".into()), Purpose::Easy, at(1)).unwrap_err();
    assert!(error.to_string().contains("'nosuchrun'"));
}

#[test]
fn a_correction_outlives_a_reading_that_no_longer_finds_the_run() {
    let logbook = Logbook::in_memory().unwrap();
    let run = with_a_run(&logbook);
    logbook.correct(&run, Purpose::Tempo, at(10)).unwrap();
    let original = logbook.activity(&run).unwrap().original;
    logbook.reread(original, &[]).unwrap();
    assert!(logbook.activities().unwrap().is_empty());

    logbook.reread(original, &[ActivityKind::Run]).unwrap();
    assert_eq!(logbook.corrections().unwrap()[&run], Purpose::Tempo);
}

#[test]
fn the_profile_is_what_was_so_on_the_day() {
    let logbook = Logbook::in_memory().unwrap();
    logbook.state_profile(&hr_max(190.0), None, at(1)).unwrap();
    logbook.state_profile(&hr_max(186.0), Some(day("2026-01-01")), at(2)).unwrap();

    let hr_max_on = |date| logbook.profile(day(date)).unwrap().hr_max;
    assert_eq!(hr_max_on("2019-06-01"), Some(Bpm(190.0)));
    assert_eq!(hr_max_on("2025-12-31"), Some(Bpm(190.0)));
    assert_eq!(hr_max_on("2026-01-01"), Some(Bpm(186.0)));
}

#[test]
fn what_was_said_later_of_the_same_day_counts() {
    let logbook = Logbook::in_memory().unwrap();
    let monday = Some(day("2026-03-02"));
    logbook.state_profile(&hr_max(186.0), monday, at(1)).unwrap();
    logbook.state_profile(&hr_max(188.0), monday, at(2)).unwrap();
    assert_eq!(logbook.profile(day("2026-03-02")).unwrap(), hr_max(188.0));
    assert_eq!(logbook.profile_history().unwrap().len(), 2);
}

#[test]
fn every_field_of_the_profile_comes_back_as_it_was_said() {
    let logbook = Logbook::in_memory().unwrap();
    let race = Goal::Race { distance: Metres(42_195.0), on: Some(day("2026-10-04")) };
    let said = Profile {
        name: Some("Ada".into()),
        birth_year: Some(1988),
        sex: Some(training::Sex::Female),
        hr_max: Some(Bpm(187.5)),
        hr_rest: Some(Bpm(48.0)),
        threshold_speed: Some(training::MetresPerSecond(3.7)),
        threshold_hr: Some(Bpm(171.0)),
        level: Some(Level::Advanced),
        goal: Some(race),
    };
    logbook.state_profile(&said, None, at(1)).unwrap();
    assert_eq!(logbook.profile(day("2026-03-01")).unwrap(), said);
}

#[test]
fn a_field_taken_back_is_not_said_from_that_day_on() {
    let logbook = Logbook::in_memory().unwrap();
    logbook.state_profile(&hr_max(190.0), None, at(1)).unwrap();
    logbook.withdraw_profile_field("hr_max", Some(day("2026-01-01")), at(2)).unwrap();
    assert_eq!(logbook.profile(day("2025-12-31")).unwrap(), hr_max(190.0));
    assert_eq!(logbook.profile(day("2026-01-01")).unwrap(), Profile::default());
}

#[test]
fn a_field_that_no_profile_has_is_refused_and_the_fields_are_named() {
    let logbook = Logbook::in_memory().unwrap();
    let error = logbook.withdraw_profile_field("shoe_size", None, at(1)).unwrap_err();
    assert!(error.to_string().contains("'shoe_size'"));
    assert!(error.to_string().contains("birth_year"));
}

#[test]
fn a_setting_is_the_last_one_chosen() {
    let logbook = Logbook::in_memory().unwrap();
    assert_eq!(logbook.setting("units").unwrap(), None);
    logbook.choose("units", "km").unwrap();
    logbook.choose("units", "miles").unwrap();
    assert_eq!(logbook.setting("units").unwrap().as_deref(), Some("miles"));
}

const THIS: Stamp<'_> = Stamp { version: "segments 3", fingerprint: "f00d" };

#[test]
fn an_inference_counts_only_while_what_made_it_is_the_same() {
    let logbook = Logbook::in_memory().unwrap();
    let run = with_a_run(&logbook);
    let about = Subject::Activity(&run);
    logbook.remember(about, "named-run", THIS, b"easy").unwrap();

    let recall = |stamp| logbook.recall(about, "named-run", stamp).unwrap();
    assert_eq!(recall(THIS).as_deref(), Some(b"easy".as_slice()));
    assert_eq!(recall(Stamp { version: "segments 4", ..THIS }), None);
    assert_eq!(recall(Stamp { fingerprint: "beef", ..THIS }), None);
}

#[test]
fn a_new_inference_takes_the_place_of_the_old() {
    let logbook = Logbook::in_memory().unwrap();
    let newer = Stamp { version: "duplicates 2", ..THIS };
    logbook.remember(Subject::Whole, "duplicates", THIS, b"none").unwrap();
    logbook.remember(Subject::Whole, "duplicates", newer, b"one").unwrap();
    assert_eq!(logbook.recall(Subject::Whole, "duplicates", THIS).unwrap(), None);
    let recalled = logbook.recall(Subject::Whole, "duplicates", newer).unwrap();
    assert_eq!(recalled.as_deref(), Some(b"one".as_slice()));
}

#[test]
fn a_new_reading_forgets_what_was_inferred_from_the_old_one() {
    let logbook = Logbook::in_memory().unwrap();
    let run = with_a_run(&logbook);
    logbook.remember(Subject::Activity(&run), "named-run", THIS, b"easy").unwrap();
    logbook.remember(Subject::Whole, "duplicates", THIS, b"none").unwrap();
    let original = logbook.activity(&run).unwrap().original;
    logbook.reread(original, &[ActivityKind::Other]).unwrap();
    assert_eq!(logbook.recall(Subject::Activity(&run), "named-run", THIS).unwrap(), None);
    assert!(logbook.recall(Subject::Whole, "duplicates", THIS).unwrap().is_some());
}

/// Every row of every table but the derived ones, as text.
fn facts(file: &Path) -> Vec<String> {
    let db = rusqlite::Connection::open(file).unwrap();
    let mut names = db
        .prepare(
            "SELECT name FROM sqlite_schema
             WHERE type = 'table' AND name NOT IN ('derived', 'heard')",
        )
        .unwrap();
    let tables: Vec<String> =
        names.query_map((), |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    tables.iter().flat_map(|table| rows(&db, table)).collect()
}

fn rows(db: &rusqlite::Connection, table: &str) -> Vec<String> {
    let mut all = db.prepare(&format!("SELECT * FROM {table} ORDER BY 1")).unwrap();
    let columns = all.column_count();
    let mut rows = all.query(()).unwrap();
    let mut text = Vec::new();
    while let Some(row) = rows.next().unwrap() {
        let values: Vec<_> = (0..columns).map(|column| row.get_ref(column).unwrap()).collect();
        text.push(format!("{table} {values:?}"));
    }
    text
}

fn agree_to_a_plan_and_change_it(logbook: &Logbook) {
    let plan = parse_plan("Tue easy 8km", day("2026-03-02")).unwrap();
    let agreed = AgreedPlan {
        plan: plan.clone(),
        goal: Goal::Fitness,
        wishes: BTreeMap::new(),
        doctrine: "evidence-first".to_owned(),
        since: day("2026-03-02"),
    };
    let number = logbook.accept_plan(&agreed, at(3)).unwrap();
    let proposed = ProposedChange {
        plan: number,
        after: plan,
        event: String::new(),
        reasons: Vec::new(),
        day: jiff::civil::date(2026, 3, 5),
    };
    let change = logbook.propose_change(&proposed, at(4)).unwrap();
    logbook.answer_change(change, true, day("2026-03-05"), at(5)).unwrap();
}

#[test]
fn forgetting_what_was_inferred_loses_no_fact_and_it_can_be_made_again() {
    let file = notebook("forgetting_what_was_inferred");
    let logbook = Logbook::open(&file).unwrap();
    let run = with_a_run(&logbook);
    logbook.correct(&run, Purpose::Tempo, at(2)).unwrap();
    logbook.state_profile(&hr_max(190.0), None, at(3)).unwrap();
    let mood = CheckIn { mood: 4.try_into().ok(), ..CheckIn::on(day("2026-03-05")) };
    logbook.check_in(&mood, SaidBy::Runner, at(3)).unwrap();
    agree_to_a_plan_and_change_it(&logbook);
    logbook.choose("units", "km").unwrap();
    logbook.note_failure("half.fit", "ends in the middle of a record", at(4)).unwrap();
    let infer = || {
        logbook.remember(Subject::Activity(&run), "named-run", THIS, b"easy").unwrap();
        logbook.remember(Subject::Whole, "duplicates", THIS, b"none").unwrap();
        logbook.remember_heard(&run, THIS, b"an hour").unwrap();
    };
    infer();
    let (facts_before, derived_before) = (facts(&file), logbook.derived_digest().unwrap());
    assert_eq!(facts_before.len(), 12, "{facts_before:#?}");

    logbook.forget_derived().unwrap();
    assert_eq!(logbook.recall_heard(&run, THIS).unwrap(), None);
    assert_eq!(facts(&file), facts_before);
    assert_ne!(logbook.derived_digest().unwrap(), derived_before);
    infer();
    assert_eq!(logbook.derived_digest().unwrap(), derived_before);
}

#[test]
fn the_same_said_again_is_not_written_twice_and_is_once_something_else_was_said() {
    let logbook = Logbook::in_memory().unwrap();
    let day = jiff::civil::date(2026, 3, 5);
    let said =
        |mood: u8| training::CheckIn { mood: mood.try_into().ok(), ..training::CheckIn::on(day) };
    for (second, mood) in [(1, 4), (2, 4), (3, 2), (4, 4), (5, 4)] {
        logbook.check_in(&said(mood), logbook::SaidBy::Runner, at(second)).unwrap();
    }
    let moments: Vec<_> =
        logbook.check_in_history(day).unwrap().into_iter().map(|it| it.said_at).collect();
    assert_eq!(moments, [at(1), at(3), at(4)]);

    let ada = training::Profile { name: Some("Ada".into()), ..training::Profile::default() };
    logbook.state_profile(&ada, None, at(1)).unwrap();
    logbook.state_profile(&ada, None, at(2)).unwrap();
    assert_eq!(logbook.profile_history().unwrap().len(), 1);
}

#[test]
fn shoes_are_as_they_were_last_said_to_be() {
    let logbook = Logbook::in_memory().unwrap();
    let say = |name, word| logbook.say_of_shoes(name, word, at(1)).unwrap();
    let dusk = ShoesWord::There { since: Some(day("2026-03-01")), before: Metres(120_000.4) };
    say("Dusk", dusk);
    say("Dusk", ShoesWord::Usual(Some(day("2026-03-01"))));
    say("Fell", ShoesWord::Usual(Some(day("2026-05-01"))));
    say("Fel", ShoesWord::Usual(None));
    say("Fel", ShoesWord::Withdrawn);
    let rack = logbook.rack().unwrap();
    assert_eq!(
        rack.pairs.iter().map(|pair| pair.name.as_str()).collect::<Vec<_>>(),
        ["Dusk", "Fell"]
    );
    assert_eq!(
        (rack.pairs[0].since, rack.pairs[0].before),
        (Some(day("2026-03-01")), Metres(120_000.0))
    );
    assert_eq!(rack.usual_on(day("2026-04-30")), Some("Dusk"));
    assert_eq!(rack.usual_on(day("2026-02-28")), None, "a slip that was withdrawn is never usual");
    say("Fell", ShoesWord::Retired(day("2026-06-01")));
    assert_eq!(logbook.rack().unwrap().usual_on(day("2026-06-01")), None);
    say("Fell", ShoesWord::Usual(Some(day("2026-07-01"))));
    assert_eq!(logbook.rack().unwrap().usual_on(day("2026-07-01")), Some("Fell"), "it is back");
}

#[test]
fn in_which_shoes_a_run_was_run_is_said_and_taken_back_and_goes_with_the_run() {
    let logbook = Logbook::in_memory().unwrap();
    let run = with_a_run(&logbook);
    logbook.say_worn(&run, Some("Dusk"), at(1)).unwrap();
    assert_eq!(logbook.rack().unwrap().worn[&run], "Dusk");
    logbook.say_worn(&run, None, at(2)).unwrap();
    assert!(logbook.rack().unwrap().worn.is_empty());
    logbook.say_worn(&run, Some("Fell"), at(3)).unwrap();
    let original = logbook.activity(&run).unwrap().original;
    logbook.forget(&[original], &[]).unwrap();
    assert!(logbook.rack().unwrap().worn.is_empty());
    assert!(logbook.say_worn(&RunId("nobody".into()), Some("Dusk"), at(4)).is_err());
}

#[test]
fn the_shoes_that_an_export_names_are_kept_with_its_run() {
    let logbook = Logbook::in_memory().unwrap();
    let named =
        training::Declaration { gear: Some("Ghost".into()), ..declared(Some("Lunch"), None) };
    let run = Original::pack("a.fit".into(), b"a run", named);
    logbook.keep(&run, &[ActivityKind::Run], at(1)).unwrap();
    assert_eq!(logbook.gear().unwrap(), [(run_id(run.hash(), 1), "Ghost".to_owned())].into());
}
