//! Copies are whole, whoever writes meanwhile; what is taken over is there at once; what is told can be
//! told to another logbook; what is forgotten is in no byte of the file.
#![allow(clippy::disallowed_methods, reason = "tests look at the file itself")]

mod notebook;

use logbook::{ActivityKind, ContentHash, Flaw, Logbook, LogbookError, Original, SaidBy};
use notebook::{at, declared, noise, notebook};
use std::path::Path;
use training::{CheckIn, Declaration, Purpose};

const ONE_RUN: [ActivityKind; 1] = [ActivityKind::Run];
const DAY: training::Date = jiff::civil::date(2026, 3, 5);

/// A logbook with two runs, and something said of them and of a day.
fn written(file: &Path) -> Logbook {
    let book = Logbook::open(file).unwrap();
    for (path, seed) in [("monday.fit", 1), ("tuesday.fit", 2)] {
        let original = Original::pack(
            path.into(),
            &noise(seed, 30_000),
            declared(Some("Along the river"), None),
        );
        book.keep(&original, &ONE_RUN, at(seed as i64)).unwrap();
    }
    let said = CheckIn { mood: 4.try_into().ok(), ..CheckIn::on(DAY) };
    book.check_in(&said, SaidBy::Runner, at(3)).unwrap();
    let first = book.activities().unwrap()[0].id.clone();
    book.correct(&first, Purpose::Tempo, at(4)).unwrap();
    book.choose("units", "mi").unwrap();
    book
}

#[test]
fn a_copy_holds_every_fact_and_leaves_a_file_in_its_way_alone() {
    let file = notebook("a_copy");
    let book = written(&file);
    let copy = file.with_extension("copy");
    book.copy_to(&copy).unwrap();
    let copied = Logbook::open_read_only(&copy).unwrap();
    assert_eq!(copied.facts_digest().unwrap(), book.facts_digest().unwrap());
    assert_eq!(copied.flaws().unwrap(), []);
    assert!(matches!(book.copy_to(&copy).unwrap_err(), LogbookError::InTheWay { .. }));
}

#[test]
fn a_copy_is_of_one_moment_while_another_writes() {
    let file = notebook("a_copy_of_one_moment");
    let book = written(&file);
    let batch = book.begin().unwrap();
    let more = Original::pack("wednesday.fit".into(), &noise(3, 30_000), Declaration::default());
    book.keep(&more, &ONE_RUN, at(9)).unwrap();
    let copy = file.with_extension("copy");
    Logbook::open(&file).unwrap().copy_to(&copy).unwrap();
    batch.commit().unwrap();
    assert_eq!(Logbook::open(&copy).unwrap().originals().unwrap().len(), 2);
}

#[test]
fn what_is_taken_over_replaces_all_that_was_there_for_whoever_has_it_open() {
    let file = notebook("taken_over");
    let other = notebook("taken_over_from");
    let digest = written(&other).facts_digest().unwrap();
    let mut book = Logbook::open(&file).unwrap();
    book.choose("units", "km").unwrap();
    let page = Logbook::open(&file).unwrap();
    let before = (page.mark().unwrap(), page.originals_mark().unwrap());
    book.take_over(&other).unwrap();
    assert_eq!(page.facts_digest().unwrap(), digest);
    assert_ne!(page.mark().unwrap(), before.0);
    assert_ne!(page.originals_mark().unwrap(), before.1);
    assert_eq!(book.flaws().unwrap(), []);
}

#[test]
fn between_what_is_kept_and_what_takes_its_place_nobody_writes() {
    let file = notebook("kept_then_replaced");
    let other = notebook("kept_then_replaced_from");
    drop(written(&other));
    let mut book = written(&file);
    let kept = file.with_extension("kept");
    let page = Logbook::open(&file).unwrap();
    book.take_over_after(&other, || {
        page.copy_to(&kept)?;
        let impatient = rusqlite::Connection::open(&file).unwrap();
        impatient.busy_timeout(std::time::Duration::ZERO).unwrap();
        let told = impatient.execute("DELETE FROM settings", ()).unwrap_err();
        assert!(told.to_string().contains("locked"), "{told}");
        Ok(())
    })
    .unwrap();
    page.choose("units", "km").unwrap();
    assert_eq!(page.setting("units").unwrap().as_deref(), Some("km"));
    assert_eq!(Logbook::open(&kept).unwrap().setting("units").unwrap().as_deref(), Some("mi"));
}

#[test]
fn what_fails_before_it_leaves_everything_as_it_was() {
    let file = notebook("not_replaced");
    let other = notebook("not_replaced_from");
    drop(Logbook::open(&other).unwrap());
    let mut book = written(&file);
    let before = book.facts_digest().unwrap();
    let path = file.clone();
    let refused = book.take_over_after(&other, || Err(LogbookError::InTheWay { path }));
    assert!(matches!(refused, Err(LogbookError::InTheWay { .. })));
    assert_eq!(book.facts_digest().unwrap(), before);
    book.choose("units", "km").unwrap();
}

#[test]
fn what_is_told_is_told_to_a_new_logbook_once_and_to_no_other() {
    let book = written(&notebook("told"));
    let told = book.told().unwrap();
    let new = Logbook::open(&notebook("told_to")).unwrap();
    for entry in book.originals().unwrap() {
        let bytes = book.bytes_of(entry.hash).unwrap();
        let original = Original::pack(entry.path, &bytes, Declaration::default());
        new.bring_back(&original, &ONE_RUN, entry.imported_at).unwrap();
    }
    assert!(new.take_in(&told).unwrap() > 0);
    assert_eq!(new.take_in(&told).unwrap(), 0);
    assert_eq!(new.facts_digest().unwrap(), book.facts_digest().unwrap());

    let other = Logbook::in_memory().unwrap();
    other.withdraw_check_in(DAY, at(1)).unwrap();
    assert!(matches!(other.take_in(&told).unwrap_err(), LogbookError::OtherWords { .. }));
}

#[test]
fn an_original_that_is_forgotten_is_in_no_byte_of_the_file() {
    let file = notebook("forgotten");
    let book = written(&file);
    let hash = ContentHash::of(&noise(1, 30_000));
    let traces = book.traces_of(&[hash]).unwrap();
    let found = |book: &Logbook| {
        let bytes = ["everymile", "everymile-wal"]
            .map(|ending| std::fs::read(file.with_extension(ending)).unwrap_or_default())
            .concat();
        let is_there = |trace: &&Vec<u8>| {
            bytes.windows(trace.len()).any(|it| it == trace.as_slice())
                && !book.holds_bytes(trace).unwrap()
        };
        traces.iter().filter(is_there).count()
    };
    let is_held = |trace: &&Vec<u8>| book.holds_bytes(trace).unwrap();
    assert_eq!(traces.iter().filter(is_held).count(), traces.len(), "the traces are real ones");
    assert!(traces.len() >= 9, "{} traces", traces.len());
    book.forget(&[hash], &[DAY]).unwrap();
    assert_eq!(found(&book), 0);
    assert!(!book.holds(hash).unwrap());
    assert_eq!(book.check_ins().unwrap(), []);
    assert_eq!(book.originals().unwrap().len(), 1);
    assert_eq!(book.flaws().unwrap(), []);
}

#[test]
fn everything_that_is_forgotten_leaves_a_blank_logbook() {
    let book = written(&notebook("all_forgotten"));
    assert!(!book.is_blank().unwrap());
    book.forget_everything().unwrap();
    assert!(book.is_blank().unwrap());
    assert_eq!(book.setting("units").unwrap(), None);
}

#[test]
fn every_flaw_is_named_with_what_to_do() {
    let flaws = |story: &str, harm: &str| {
        let file = notebook(story);
        let book = written(&file);
        let other = rusqlite::Connection::open(&file).unwrap();
        other.execute_batch(&format!("PRAGMA foreign_keys = false; {harm}")).unwrap();
        book.flaws().unwrap()
    };
    let damaged = flaws(
        "flaw_damaged",
        "UPDATE originals SET bytes = x'00' WHERE imported_at < '1970-01-01T00:00:02Z'",
    );
    assert!(
        matches!(&damaged[..], [Flaw::DamagedOriginal { original, .. }] if original == "monday.fit")
    );
    let lost =
        flaws("flaw_lost", "DELETE FROM originals WHERE imported_at < '1970-01-01T00:00:02Z'");
    assert!(
        lost.iter()
            .any(|it| matches!(it, Flaw::LostReference { missing, .. } if missing == "originals"))
    );
    let unseen = flaws("flaw_unseen", "DELETE FROM sightings WHERE path = 'monday.fit'");
    assert!(matches!(unseen[..], [Flaw::NeverSeen { .. }]));
    let misnamed = flaws(
        "flaw_misnamed",
        "UPDATE activities SET id = 'someone' WHERE leg = 1 AND original = (SELECT min(hash) FROM originals)",
    );
    assert!(matches!(&misnamed[..], [Flaw::Misnamed { id }] if id == "someone"));
    let unreadable = flaws("flaw_unreadable", "UPDATE check_ins SET answers = '{'");
    assert!(matches!(unreadable[..], [Flaw::Unreadable { what: "a check-in", .. }]));
    for flaw in [damaged, lost, unseen, misnamed, unreadable].concat() {
        assert!(flaw.to_string().contains("; "), "{flaw}");
    }
}
