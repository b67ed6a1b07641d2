//! Originals go in once, come out bit for bit, and are whole or absent wherever an import stops.
#![allow(clippy::disallowed_methods, reason = "tests look at the file itself")]

mod notebook;

use logbook::{ActivityKind, ContentHash, Kept, Logbook, LogbookError, Original, run_id};
use notebook::{at, cut_log, declared, noise, notebook};
use training::Declaration;

fn original(path: &str, bytes: &[u8]) -> Original {
    Original::pack(path.to_owned(), bytes, Declaration::default())
}

const ONE_RUN: [ActivityKind; 1] = [ActivityKind::Run];

#[test]
fn bytes_come_out_as_they_went_in() {
    let logbook = Logbook::in_memory().unwrap();
    let repetitive = b"a second like the one before ".repeat(3000);
    for bytes in [repetitive.as_slice(), b"\x1f\x8b\x08\xff", b""] {
        let original = original("run.fit", bytes);
        assert_eq!(logbook.keep(&original, &ONE_RUN, at(1)).unwrap(), Kept::New);
        assert_eq!(logbook.bytes_of(original.hash()).unwrap(), bytes);
    }
}

#[test]
fn the_same_content_is_stored_once_and_every_path_is_remembered() {
    let logbook = Logbook::in_memory().unwrap();
    let first = original("watch/run.fit", b"a run");
    let second = original("export.zip!/activities/1.fit", b"a run");
    assert_eq!(logbook.keep(&first, &ONE_RUN, at(1)).unwrap(), Kept::New);
    assert_eq!(logbook.keep(&second, &ONE_RUN, at(2)).unwrap(), Kept::AlreadyThere);
    assert_eq!(logbook.keep(&first, &ONE_RUN, at(3)).unwrap(), Kept::AlreadyThere);

    let [entry] = &logbook.originals().unwrap()[..] else { panic!("one original") };
    assert_eq!((entry.path.as_str(), entry.size, entry.imported_at), ("watch/run.fit", 5, at(1)));
    assert_eq!(logbook.activities().unwrap().len(), 1);
    let paths = logbook.sightings(first.hash()).unwrap();
    assert_eq!(paths, ["watch/run.fit", "export.zip!/activities/1.fit"]);
}

#[test]
fn known_content_is_seen_again_without_packing_it() {
    let logbook = Logbook::in_memory().unwrap();
    let hash = ContentHash::of(b"a run");
    let nothing = Declaration::default();
    assert!(!logbook.see_again(hash, "a.fit", &nothing, at(1)).unwrap());
    logbook.keep(&original("a.fit", b"a run"), &ONE_RUN, at(2)).unwrap();
    assert!(logbook.see_again(hash, "b.fit", &nothing, at(3)).unwrap());
    assert_eq!(logbook.sightings(hash).unwrap(), ["a.fit", "b.fit"]);
}

#[test]
fn a_declaration_grows_and_its_latest_words_count() {
    let logbook = Logbook::in_memory().unwrap();
    let hash = ContentHash::of(b"a run");
    let see = |title, workout_type, second| {
        logbook.see_again(hash, "a.fit", &declared(title, workout_type), at(second)).unwrap()
    };
    logbook.keep(&original("a.fit", b"a run"), &ONE_RUN, at(1)).unwrap();
    assert_eq!(logbook.declaration(hash).unwrap(), Declaration::default());

    see(Some("Morning Run"), Some("Workout"), 2);
    see(Some("6x800m"), None, 3);
    see(None, None, 4);
    assert_eq!(logbook.declaration(hash).unwrap(), declared(Some("6x800m"), Some("Workout")));
}

#[test]
fn activities_are_named_by_their_content_and_place() {
    let logbook = Logbook::in_memory().unwrap();
    let duathlon = original("duathlon.fit", b"run, bike, run");
    let legs = [ActivityKind::Run, ActivityKind::Other, ActivityKind::Run];
    logbook.keep(&duathlon, &legs, at(1)).unwrap();

    let hex = duathlon.hash().to_string();
    let ids: Vec<_> = logbook.activities().unwrap().into_iter().map(|a| a.id.0).collect();
    assert_eq!(ids, [&hex[..12], &format!("{}-2", &hex[..12]), &format!("{}-3", &hex[..12])]);
    let second = logbook.activity(&run_id(duathlon.hash(), 2)).unwrap();
    assert_eq!((second.leg, second.kind), (2, ActivityKind::Other));
}

#[test]
fn activities_are_listed_in_one_order_however_they_came() {
    let ids_when_kept_in = |order: [&str; 3]| {
        let logbook = Logbook::in_memory().unwrap();
        for name in order {
            logbook.keep(&original(name, name.as_bytes()), &ONE_RUN, at(1)).unwrap();
        }
        logbook.activities().unwrap()
    };
    assert_eq!(ids_when_kept_in(["a", "b", "c"]), ids_when_kept_in(["c", "a", "b"]));
}

#[test]
fn a_batch_that_stops_half_way_leaves_only_what_was_committed() {
    let file = notebook("a_batch_that_stops_half_way");
    let logbook = Logbook::open(&file).unwrap();
    let batch = logbook.begin().unwrap();
    logbook.keep(&original("kept.fit", b"kept"), &ONE_RUN, at(1)).unwrap();
    batch.commit().unwrap();
    let batch = logbook.begin().unwrap();
    logbook.keep(&original("lost.fit", b"lost"), &ONE_RUN, at(2)).unwrap();
    // The process is killed here: the batch is never committed.
    drop(batch);
    drop(logbook);

    let logbook = Logbook::open(&file).unwrap();
    assert!(logbook.holds(ContentHash::of(b"kept")).unwrap());
    assert!(!logbook.holds(ContentHash::of(b"lost")).unwrap());
    assert_eq!(logbook.activities().unwrap().len(), 1);
    let again = logbook.keep(&original("lost.fit", b"lost"), &ONE_RUN, at(3)).unwrap();
    assert_eq!(again, Kept::New);
}

#[test]
fn wherever_the_writing_stops_only_whole_activities_are_found() {
    let file = notebook("wherever_the_writing_stops");
    let logbook = Logbook::open(&file).unwrap();
    for number in 0..8 {
        let run = original(&format!("{number}.fit"), &noise(number, 20_000));
        logbook.keep(&run, &ONE_RUN, at(1)).unwrap();
    }
    let mut found_counts = Vec::new();
    for length in (0..700_000).step_by(9_973) {
        let copy = notebook("wherever_the_writing_stops_copy");
        cut_log(&file, &copy, length);
        let found = Logbook::open(&copy).unwrap();
        let originals = found.originals().unwrap();
        for original in &originals {
            assert_eq!(found.bytes_of(original.hash).unwrap().len(), 20_000);
            assert!(found.activity(&run_id(original.hash, 1)).is_ok());
        }
        assert_eq!(found.activities().unwrap().len(), originals.len());
        found_counts.push(originals.len());
    }
    assert!(found_counts.is_sorted());
    found_counts.dedup();
    assert_eq!(found_counts, [0, 1, 2, 3, 4, 5, 6, 7, 8]);
}

#[test]
fn a_power_cut_in_the_middle_of_a_batch_loses_that_batch_only() {
    let file = notebook("a_power_cut");
    let logbook = Logbook::open(&file).unwrap();
    logbook.keep(&original("kept.fit", b"kept"), &ONE_RUN, at(1)).unwrap();
    let batch = logbook.begin().unwrap();
    // More than the page cache holds, so that some of it is in the log already.
    for number in 0..300 {
        let lost = original("lost.fit", &noise(number, 10_000));
        logbook.keep(&lost, &ONE_RUN, at(2)).unwrap();
    }
    let copy = notebook("a_power_cut_copy");
    cut_log(&file, &copy, usize::MAX);
    drop(batch);

    let found = Logbook::open(&copy).unwrap();
    assert_eq!(found.originals().unwrap().len(), 1);
    assert_eq!(found.activities().unwrap().len(), 1);
    assert_eq!(found.bytes_of(ContentHash::of(b"kept")).unwrap(), b"kept");
}

#[test]
fn one_original_that_fails_does_not_spoil_its_batch() {
    let file = notebook("one_original_that_fails");
    let logbook = Logbook::open(&file).unwrap();
    let other = rusqlite::Connection::open(&file).unwrap();
    other
        .execute_batch(
            "CREATE TRIGGER refuse BEFORE INSERT ON sightings WHEN new.path = 'bad.fit'
             BEGIN SELECT raise(ABORT, 'refused'); END",
        )
        .unwrap();
    let batch = logbook.begin().unwrap();
    logbook.keep(&original("good.fit", b"good"), &ONE_RUN, at(1)).unwrap();
    logbook.keep(&original("bad.fit", b"bad"), &ONE_RUN, at(1)).unwrap_err();
    logbook.keep(&original("fine.fit", b"fine"), &ONE_RUN, at(1)).unwrap();
    batch.commit().unwrap();

    assert_eq!(logbook.originals().unwrap().len(), 2);
    assert!(!logbook.holds(ContentHash::of(b"bad")).unwrap());
}

#[test]
fn a_failure_is_remembered_until_the_file_is_read_after_all() {
    let logbook = Logbook::in_memory().unwrap();
    logbook.note_failure("half.fit", "ends in the middle of a record", at(1)).unwrap();
    logbook.note_failure("half.fit", "still ends in the middle of a record", at(2)).unwrap();
    let [failure] = &logbook.failures().unwrap()[..] else { panic!("one failure") };
    assert_eq!(failure.error, "still ends in the middle of a record");

    logbook.keep(&original("half.fit", b"whole again"), &ONE_RUN, at(3)).unwrap();
    assert_eq!(logbook.failures().unwrap(), []);
}

#[test]
fn damage_inside_the_logbook_is_noticed_named_and_mended_by_the_file() {
    let file = notebook("damage_inside");
    let logbook = Logbook::open(&file).unwrap();
    let run = original("runs/monday.fit", b"a run worth keeping");
    logbook.keep(&run, &ONE_RUN, at(1)).unwrap();
    let other = rusqlite::Connection::open(&file).unwrap();
    other.execute("UPDATE originals SET bytes = x'00'", ()).unwrap();

    let error = logbook.bytes_of(run.hash()).unwrap_err();
    assert!(matches!(error, LogbookError::Damaged { .. }));
    assert!(error.to_string().contains("runs/monday.fit"));
    assert!(error.to_string().contains("damage_inside"));

    assert!(!logbook.see_again(run.hash(), "copy.fit", &Declaration::default(), at(2)).unwrap());
    assert_eq!(logbook.keep(&run, &ONE_RUN, at(2)).unwrap(), Kept::AlreadyThere);
    assert_eq!(logbook.bytes_of(run.hash()).unwrap(), b"a run worth keeping");
}

#[test]
fn content_and_activities_that_are_not_there_are_named() {
    let logbook = Logbook::in_memory().unwrap();
    let hash = ContentHash::of(b"never seen");
    assert!(logbook.bytes_of(hash).unwrap_err().to_string().contains(&hash.to_string()));
    let error = logbook.activity(&training::RunId("0123456789ab".into())).unwrap_err();
    assert!(error.to_string().contains("'0123456789ab'"));
}

#[test]
fn several_readers_read_while_one_writes() {
    let file = notebook("several_readers");
    let logbook = Logbook::open(&file).unwrap();
    let run = original("a.fit", b"a run");
    logbook.keep(&run, &ONE_RUN, at(1)).unwrap();
    let batch = logbook.begin().unwrap();
    logbook.keep(&original("b.fit", b"another run"), &ONE_RUN, at(2)).unwrap();

    std::thread::scope(|scope| {
        for _ in 0..3 {
            scope.spawn(|| {
                let reader = Logbook::open_read_only(&file).unwrap();
                assert_eq!(reader.bytes_of(run.hash()).unwrap(), b"a run");
                assert_eq!(reader.activities().unwrap().len(), 1);
            });
        }
    });
    batch.commit().unwrap();
}

#[test]
fn a_logbook_is_opened_while_another_everymile_writes_to_it() {
    let file = notebook("opened_while_writing");
    let writing = Logbook::open(&file).unwrap();
    let batch = writing.begin().unwrap();
    writing.keep(&original("a.fit", b"a run"), &ONE_RUN, at(1)).unwrap();
    assert_eq!(Logbook::open(&file).unwrap().activities().unwrap(), []);
    batch.commit().unwrap();
}
