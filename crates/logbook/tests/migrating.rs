//! A logbook that any released format wrote opens and has lost nothing, also when the process that
//! opens it is killed; a step that fails leaves it as it was; a newer one is refused untouched.
#![allow(clippy::disallowed_methods, reason = "tests look at files and kill processes")]

mod notebook;

use logbook::{Logbook, LogbookError};
use notebook::notebook;
use rusqlite::Connection;
use std::{
    path::Path,
    process::{Command, Stdio},
    thread::sleep,
    time::{Duration, Instant},
};

/// Every step that was ever released, with what a logbook of that format may hold.
const RELEASED: [(&str, &str); 8] = [
    (include_str!("../migrations/0001_what_was.sql"), WHAT_WAS),
    (
        include_str!("../migrations/0002_check_ins.sql"),
        "INSERT INTO check_ins (date, answers, said_at)
         VALUES ('2026-03-05', '{\"mood\":4}', '2026-03-05T06:00:00Z');",
    ),
    (
        include_str!("../migrations/0003_plans.sql"),
        "INSERT INTO plans (plan, goal, wishes, doctrine, since, said_at)
         VALUES ('begins 2026-03-02', '{\"kind\":\"fitness\"}', '{}', 'context', '2026-03-02',
                 '2026-03-02T06:00:00Z');
         INSERT INTO plan_changes (plan, before, after, reasons, said_at)
         VALUES (1, 'begins 2026-03-02', 'begins 2026-03-02', '[]', '2026-03-03T06:00:00Z');
         INSERT INTO plan_answers (change, is_accepted, since, said_at)
         VALUES (1, 1, '2026-03-03', '2026-03-03T06:00:00Z');",
    ),
    (
        include_str!("../migrations/0004_plans_bent.sql"),
        "INSERT INTO plan_withdrawals (plan, since, said_at)
         VALUES (1, '2026-03-09', '2026-03-09T06:00:00Z');",
    ),
    (
        include_str!("../migrations/0005_set_aside.sql"),
        "INSERT INTO set_asides (original, is_aside, said_at)
         VALUES ('HASH', 0, '2026-03-10T06:00:00Z');",
    ),
    (
        include_str!("../migrations/0006_shoes.sql"),
        "INSERT INTO shoes (name, word, since, metres, said_at)
         VALUES ('Dusk', 'there', '2026-03-01', 120000, '2026-03-11T06:00:00Z');
         INSERT INTO shoes_worn (activity, shoes, said_at)
         VALUES ('NAME', 'Dusk', '2026-03-11T06:00:00Z');",
    ),
    (include_str!("../migrations/0007_in_columns.sql"), ""),
    (
        include_str!("../migrations/0008_heard.sql"),
        "INSERT INTO heard VALUES ('NAME', '0.1.0', 'HASH', CAST('an hour' AS BLOB));",
    ),
];

/// An original that was stored as it came, 'a run', and something of each kind.
const WHAT_WAS: &str = "
    INSERT INTO originals (hash, size, is_deflated, imported_at, bytes)
    VALUES ('HASH', 5, 0, '2026-03-05T06:00:00Z', CAST('a run' AS BLOB));
    INSERT INTO sightings (original, path, seen_at) VALUES ('HASH', 'a.fit', '2026-03-05T06:00:00Z');
    INSERT INTO activities (id, original, leg, kind) VALUES ('NAME', 'HASH', 1, 'run');
    INSERT INTO settings VALUES ('units', 'mi');
    INSERT INTO profile (field, value, said_at) VALUES ('hr_max', '188.0', '2026-03-05T06:00:00Z');
    INSERT INTO corrections (activity, purpose, said_at)
    VALUES ('NAME', 'tempo', '2026-03-05T07:00:00Z');
    INSERT INTO failures VALUES ('half.fit', 'it ends in the middle', '2026-03-05T06:00:00Z');";

/// A logbook as everymile wrote it when this was its newest format.
fn written_by(format: usize, file: &Path) {
    write(format, &Connection::open(file).unwrap());
}

fn write(format: usize, db: &Connection) {
    db.execute_batch("PRAGMA journal_mode = WAL; PRAGMA application_id = 0x6d696c65;").unwrap();
    for (migration, _) in &RELEASED[..format] {
        db.execute_batch(migration).unwrap();
    }
    let hash = logbook::ContentHash::of(b"a run").to_string();
    for (_, rows) in &RELEASED[..format] {
        db.execute_batch(&rows.replace("HASH", &hash).replace("NAME", &hash[..12])).unwrap();
    }
    db.pragma_update(None, "user_version", format as i64).unwrap();
}

/// Every row of every table, but for the columns that later formats add.
fn rows(file: &Path, format: usize) -> Vec<String> {
    let shape = Connection::open_in_memory().unwrap();
    write(format, &shape);
    let db = Connection::open(file).unwrap();
    let names = |db: &Connection, question: &str| -> Vec<String> {
        let mut names = db.prepare(question).unwrap();
        names.query_map((), |row| row.get(0)).unwrap().map(Result::unwrap).collect()
    };
    let tables = names(&shape, "SELECT name FROM sqlite_schema WHERE type = 'table'");
    let mut rows = Vec::new();
    for table in tables {
        let columns = names(&shape, &format!("SELECT name FROM pragma_table_info('{table}')"));
        let quoted: Vec<String> = columns.iter().map(|it| format!("quote({it})")).collect();
        let list = quoted.join(" || ',' || ");
        rows.extend(names(&db, &format!("SELECT '{table}: ' || {list} FROM {table}")));
    }
    rows
}

#[test]
fn a_logbook_of_every_released_format_opens_and_has_lost_nothing() {
    for format in 1..=RELEASED.len() {
        let file = notebook(&format!("released_{format}"));
        written_by(format, &file);
        let before = rows(&file, format);
        let book = Logbook::open(&file).unwrap();
        assert_eq!(book.flaws().unwrap(), [], "format {format}");
        assert_eq!(rows(&file, format), before, "format {format}");
        assert_eq!(book.setting("units").unwrap().as_deref(), Some("mi"));
        assert_eq!(book.corrections().unwrap().len(), 1);
        assert_eq!(book.check_ins().unwrap().len(), usize::from(format >= 2));
        assert_eq!(book.plans().unwrap().len(), usize::from(format >= 3));
        assert_eq!(book.rack().unwrap().worn.len(), usize::from(format >= 6));
        let day = jiff::civil::date(2026, 4, 1);
        assert_eq!(book.current_plan(day).unwrap().is_some(), format == 3);
        assert!(Logbook::open_read_only(&file).is_ok());
    }
}

#[test]
fn a_copy_of_every_released_format_can_be_taken_over() {
    for format in 1..=RELEASED.len() {
        let old = notebook(&format!("taken_over_{format}"));
        written_by(format, &old);
        let before = std::fs::read(&old).unwrap();
        let mut book = Logbook::open(&notebook(&format!("taking_over_{format}"))).unwrap();
        book.take_over(&old).unwrap();
        assert_eq!(book.flaws().unwrap(), []);
        assert_eq!(book.originals().unwrap().len(), 1);
        assert_eq!(std::fs::read(&old).unwrap(), before, "it is only read");
    }
}

#[test]
fn a_step_that_fails_leaves_a_logbook_at_the_step_before_with_all_its_facts() {
    let file = notebook("a_step_that_fails");
    written_by(1, &file);
    let before = rows(&file, 1);
    let db = Connection::open(&file).unwrap();
    // The third step finds its table taken, after the second one worked.
    db.execute_batch("CREATE TABLE plans (something_else)").unwrap();
    let error = Logbook::open(&file).unwrap_err();
    assert!(matches!(error, LogbookError::Database { .. }), "{error}");
    let format: i64 = db.pragma_query_value(None, "user_version", |row| row.get(0)).unwrap();
    assert_eq!((format, rows(&file, 1)), (2, before));
    db.execute_batch("DROP TABLE plans").unwrap();
    assert_eq!(Logbook::open(&file).unwrap().flaws().unwrap(), []);
}

#[test]
fn a_newer_logbook_is_refused_untouched() {
    let file = notebook("a_newer_one");
    written_by(RELEASED.len(), &file);
    let db = Connection::open(&file).unwrap();
    db.execute_batch(
        "CREATE TABLE socks (pairs); PRAGMA user_version = 99; PRAGMA journal_mode = DELETE",
    )
    .unwrap();
    drop(db);
    let before = std::fs::read(&file).unwrap();
    assert!(matches!(Logbook::open(&file).unwrap_err(), LogbookError::Newer { .. }));
    let mut book = Logbook::open(&notebook("not_newer")).unwrap();
    assert!(matches!(book.take_over(&file).unwrap_err(), LogbookError::Newer { .. }));
    assert_eq!(std::fs::read(&file).unwrap(), before);
}

/// Names the file that the process below opens.
const TO_OPEN: &str = "EVERYMILE_LOGBOOK_TO_OPEN";

/// Not a story: what the next one kills.
#[test]
fn another_process_opens_a_logbook() {
    if let Ok(file) = std::env::var(TO_OPEN) {
        Logbook::open(Path::new(&file)).unwrap();
    }
}

#[test]
fn a_migration_that_is_killed_is_finished_by_opening_the_logbook_again() {
    let kills = std::env::var("EVERYMILE_KILLS").ok().and_then(|it| it.parse().ok()).unwrap_or(10);
    let file = notebook("killed_migration");
    let mut stopped_at = [0; RELEASED.len() + 1];
    let mut chance = 0x9E37_79B9_7F4A_7C15_u64;
    let takes = time_to_open(&file);
    for _ in 0..kills {
        let _ = std::fs::remove_file(file.with_extension("everymile-wal"));
        let _ = std::fs::remove_file(file.with_extension("everymile-shm"));
        let _ = std::fs::remove_file(&file);
        written_by(1, &file);
        let before = rows(&file, 1);
        chance =
            chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let mut child = opening(&file).spawn().unwrap();
        sleep(takes.mul_f64((chance >> 11) as f64 / (1_u64 << 53) as f64));
        child.kill().unwrap();
        child.wait().unwrap();
        stopped_at[format_of(&file)] += 1;
        assert_eq!(rows(&file, 1), before);
        assert_eq!(Logbook::open(&file).unwrap().flaws().unwrap(), []);
        assert_eq!((format_of(&file), rows(&file, 1)), (RELEASED.len(), before));
    }
    println!("{kills} migrations were killed; formats found afterwards: {:?}", &stopped_at[1..]);
}

/// Opens a logbook in a process of its own.
fn opening(file: &Path) -> Command {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(["--exact", "another_process_opens_a_logbook"]).env(TO_OPEN, file);
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command
}

fn time_to_open(file: &Path) -> Duration {
    written_by(1, file);
    let begun = Instant::now();
    assert!(opening(file).status().unwrap().success());
    begun.elapsed()
}

fn format_of(file: &Path) -> usize {
    let db = Connection::open(file).unwrap();
    db.pragma_query_value(None, "user_version", |row| row.get::<_, i64>(0)).unwrap() as usize
}
