//! Only a logbook that this everymile knows is opened; every other file is left exactly as it was.
#![allow(clippy::disallowed_methods, reason = "tests look at the file itself")]

mod notebook;

use logbook::{ActivityKind, ContentHash, Logbook, LogbookError, Original, SaidBy};
use notebook::{at, notebook};
use std::path::{Path, PathBuf};
use training::{CheckIn, Declaration};

/// The content of the file, and the names of all that lies in its folder.
fn seen_from_outside(file: &Path) -> (ContentHash, Vec<PathBuf>) {
    let folder = std::fs::read_dir(file.parent().unwrap()).unwrap();
    let mut names: Vec<_> = folder.map(|entry| entry.unwrap().path()).collect();
    names.sort();
    (ContentHash::of(&std::fs::read(file).unwrap()), names)
}

fn check_refused_untouched(file: &Path) -> LogbookError {
    let before = seen_from_outside(file);
    Logbook::open_read_only(file).unwrap_err();
    let error = Logbook::open(file).unwrap_err();
    assert_eq!(seen_from_outside(file), before);
    assert!(error.to_string().contains(&file.display().to_string()));
    error
}

fn sqlite_file(file: &Path, statements: &str) {
    rusqlite::Connection::open(file).unwrap().execute_batch(statements).unwrap();
}

#[test]
fn a_new_logbook_is_made_and_opened_again() {
    let file = notebook("a_new_logbook");
    Logbook::open(&file).unwrap();
    let run = Original::pack("a.fit".into(), b"a run", Declaration::default());
    Logbook::open(&file).unwrap().keep(&run, &[ActivityKind::Run], at(1)).unwrap();
    assert!(Logbook::open(&file).unwrap().holds(run.hash()).unwrap());
}

#[test]
fn an_empty_file_becomes_a_logbook() {
    let file = notebook("an_empty_file");
    std::fs::write(&file, b"").unwrap();
    assert_eq!(Logbook::open(&file).unwrap().activities().unwrap(), []);
}

#[test]
fn a_logbook_of_the_first_format_is_brought_up_to_date_and_loses_nothing() {
    let file = notebook("the_first_format");
    sqlite_file(&file, include_str!("../migrations/0001_what_was.sql"));
    sqlite_file(
        &file,
        "PRAGMA application_id = 0x6d696c65; PRAGMA user_version = 1;
         INSERT INTO settings VALUES ('units', 'mi');
         INSERT INTO profile (field, value, said_at)
         VALUES ('hr_max', '188.0', '2026-03-05T06:00:00Z');",
    );
    let error = Logbook::open_read_only(&file).unwrap_err();
    assert!(matches!(error, LogbookError::Older { found: 1, .. }));

    let logbook = Logbook::open(&file).unwrap();
    assert_eq!(logbook.setting("units").unwrap().as_deref(), Some("mi"));
    let day = jiff::civil::date(2026, 3, 5);
    assert_eq!(logbook.profile(day).unwrap().hr_max, Some(training::Bpm(188.0)));
    assert_eq!(logbook.check_ins().unwrap(), []);
    let said = CheckIn { mood: 4.try_into().ok(), ..CheckIn::on(day) };
    logbook.check_in(&said, SaidBy::Runner, at(1)).unwrap();
    assert_eq!(Logbook::open_read_only(&file).unwrap().check_ins().unwrap(), [said]);
}

#[test]
fn a_logbook_of_the_second_format_learns_to_keep_plans_and_loses_nothing() {
    let file = notebook("the_second_format");
    sqlite_file(&file, include_str!("../migrations/0001_what_was.sql"));
    sqlite_file(&file, include_str!("../migrations/0002_check_ins.sql"));
    sqlite_file(
        &file,
        "PRAGMA application_id = 0x6d696c65; PRAGMA user_version = 2;
         INSERT INTO check_ins (date, answers, said_at)
         VALUES ('2026-03-05', '{\"mood\":4}', '2026-03-05T06:00:00Z');",
    );
    let logbook = Logbook::open(&file).unwrap();
    let day = jiff::civil::date(2026, 3, 5);
    assert_eq!(logbook.check_in_of(day).unwrap().mood, 4.try_into().ok());
    assert_eq!(logbook.plans().unwrap(), []);
    assert_eq!(logbook.current_plan(day).unwrap(), None);
}

#[test]
fn a_logbook_of_the_third_format_keeps_the_changes_of_its_plans() {
    let file = notebook("the_third_format");
    sqlite_file(&file, include_str!("../migrations/0001_what_was.sql"));
    sqlite_file(&file, include_str!("../migrations/0002_check_ins.sql"));
    sqlite_file(&file, include_str!("../migrations/0003_plans.sql"));
    sqlite_file(
        &file,
        "PRAGMA application_id = 0x6d696c65; PRAGMA user_version = 3;
         INSERT INTO plans (plan, goal, wishes, doctrine, since, said_at)
         VALUES ('begins 2026-03-02\nTue easy 8km', '\"Fitness\"', '{}', 'evidence-first',
                 '2026-03-02', '2026-03-02T06:00:00Z');
         INSERT INTO plan_changes (plan, before, after, reasons, said_at)
         VALUES (1, 'begins 2026-03-02\nTue easy 8km', 'begins 2026-03-02\nTue easy 5km',
                 '[\"You were ill.\"]', '2026-03-02T06:00:00Z');",
    );
    let changes = Logbook::open(&file).unwrap().plan_changes().unwrap();
    assert_eq!((changes[0].event.as_str(), changes[0].day), ("", None));
    assert_eq!(changes[0].reasons, ["You were ill."]);
}

#[test]
fn a_logbook_of_a_newer_everymile_is_refused_untouched() {
    let file = notebook("a_newer_logbook");
    Logbook::open(&file).unwrap();
    sqlite_file(&file, "PRAGMA user_version = 999; CREATE TABLE from_the_future (a);");
    let error = check_refused_untouched(&file);
    assert!(matches!(error, LogbookError::Newer { found: 999, .. }));
    assert!(error.to_string().contains("update everymile"));
}

#[test]
fn a_newer_logbook_still_in_its_write_ahead_log_is_refused_too() {
    let file = notebook("a_newer_log");
    Logbook::open(&file).unwrap();
    let newer = rusqlite::Connection::open(&file).unwrap();
    newer.execute_batch("PRAGMA user_version = 999").unwrap();
    assert!(matches!(check_refused_untouched(&file), LogbookError::Newer { .. }));
}

#[test]
fn another_programs_database_is_refused_untouched() {
    for (name, statements) in [
        ("a_table", "CREATE TABLE songs (title)"),
        ("a_log", "PRAGMA journal_mode = WAL; CREATE TABLE songs (title)"),
        ("a_mark", "PRAGMA application_id = 1"),
        ("a_version", "PRAGMA user_version = 1"),
    ] {
        let file = notebook(name);
        sqlite_file(&file, statements);
        assert!(matches!(check_refused_untouched(&file), LogbookError::NotALogbook { .. }));
    }
}

#[test]
fn a_file_that_is_no_database_is_refused_untouched() {
    let file = notebook("a_letter");
    std::fs::write(&file, "Dear runner, ".repeat(1000)).unwrap();
    assert!(matches!(check_refused_untouched(&file), LogbookError::NotALogbook { .. }));
    std::fs::write(&file, "short").unwrap();
    assert!(matches!(check_refused_untouched(&file), LogbookError::NotALogbook { .. }));
}

#[test]
fn a_folder_and_a_path_into_nowhere_are_refused_with_a_remedy() {
    let file = notebook("nowhere");
    let error = Logbook::open(file.parent().unwrap()).unwrap_err();
    assert!(error.to_string().contains("--logbook"), "{error}");
    let error = Logbook::open(&file.join("deeper")).unwrap_err();
    assert!(error.to_string().contains("check that its folder exists"), "{error}");
}

#[test]
fn names_that_stand_for_no_file_are_refused() {
    for name in ["", ":memory:"] {
        let error = Logbook::open(Path::new(name)).unwrap_err();
        assert!(matches!(error, LogbookError::NotALogbook { .. }));
    }
}

#[test]
fn reading_only_makes_no_logbook_and_writes_nothing() {
    let file = notebook("reading_only");
    let error = Logbook::open_read_only(&file).unwrap_err();
    assert!(matches!(error, LogbookError::NoLogbook { .. }));
    assert!(!file.exists());

    std::fs::write(&file, b"").unwrap();
    let error = Logbook::open_read_only(&file).unwrap_err();
    assert!(matches!(error, LogbookError::Older { found: 0, .. }));

    Logbook::open(&file).unwrap();
    let reader = Logbook::open_read_only(&file).unwrap();
    let error = reader.choose("units", "miles").unwrap_err();
    assert!(error.to_string().contains("make the file and its folder writable"), "{error}");
}

#[test]
fn several_at_once_may_make_a_logbook() {
    for round in 0..40 {
        let file = notebook(&format!("made-at-once-{round}"));
        std::thread::scope(|scope| {
            let opening: Vec<_> = (0..4).map(|_| scope.spawn(|| Logbook::open(&file))).collect();
            for opened in opening {
                opened.join().unwrap().unwrap();
            }
        });
    }
}
