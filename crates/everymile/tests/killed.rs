//! Stories of a machine that is switched off: a command is killed (SIGKILL) at any moment, again and
//! again. Afterwards the logbook opens and is sound, no fact is lost or doubled, and typing the same
//! again finishes the work. `EVERYMILE_KILLS` says how often.
#![allow(clippy::disallowed_methods, reason = "the stories write files and run the binary")]

mod desk;
mod killing;

use desk::{Desk, LAST_DAY, RUNS};
use flate2::{Compression, write::GzEncoder};
use killing::{End, Killer, kills};
use logbook::{ContentHash, Logbook, Told};
use std::{collections::BTreeSet, fs, io::Write, process::Command};

const REPORT: &str = "report --weeks 5 --format json --on";

fn book(desk: &Desk) -> Logbook {
    Logbook::open(&desk.folder.join("logbook.everymile")).unwrap()
}

/// A logbook that a killed process left behind is sound.
#[track_caller]
fn check_sound(desk: &Desk) -> Logbook {
    let book = book(desk);
    assert_eq!(book.flaws().unwrap(), []);
    book
}

/// The facts without the moments at which they were noted, and without the order of the originals.
fn facts(book: &Logbook) -> BTreeSet<String> {
    let originals = book.originals().unwrap().into_iter().map(|it| it.hash.to_string());
    let activities = book.activities().unwrap().into_iter().map(|it| it.id.0);
    originals.chain(activities).chain(lines(book.told().unwrap())).collect()
}

/// Every line that was told; none of them twice.
#[track_caller]
fn lines(told: Told) -> Vec<String> {
    let mut lines = Vec::new();
    for (table, rows) in told {
        for mut row in rows {
            row.retain(|column, _| column != "number" && !column.ends_with("_at"));
            lines.push(format!("{table} {}", serde_json::to_string(&row).unwrap()));
        }
    }
    let once: BTreeSet<&String> = lines.iter().collect();
    assert_eq!(once.len(), lines.len(), "nothing is told twice: {lines:?}");
    lines
}

fn verdicts(desk: &Desk) -> String {
    desk.types(&format!("{REPORT} {LAST_DAY}")).well().result
}

fn command(desk: &Desk, words: &str) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_everymile"));
    let files = desk.files().display().to_string();
    command.args(words.replace("FILES", &files).split_whitespace());
    command.current_dir(&desk.folder);
    command.env("EVERYMILE_LOGBOOK", desk.folder.join("logbook.everymile"));
    command
}

#[test]
fn an_import_that_is_killed_is_finished_by_typing_it_again() {
    check_killed_import("folder", 1, Desk::with_runs);
}

#[test]
fn an_import_of_a_bulk_export_that_is_killed_is_finished_by_typing_it_again() {
    check_killed_import("export", 5, bulk_export);
}

fn check_killed_import(kind: &str, seed: u64, desk: fn(&str) -> Desk) {
    let whole = desk(&format!("killed-{kind}-whole"));
    begin(&whole);
    let mut killer = Killer::of(seed, &mut command(&whole, "import FILES"));
    let desk = desk(&format!("killed-{kind}"));
    begin(&desk);
    let (path, begun) =
        (desk.folder.join("logbook.everymile"), desk.folder.join("begun.everymile"));
    fs::rename(&path, &begun).unwrap();
    let before = facts(&Logbook::open(&begun).unwrap());
    let (expected, judged) = (facts_at(&whole, &desk), verdicts(&whole));
    let judged = judged.replace(&format!("killed-{kind}-whole"), &format!("killed-{kind}"));
    for _ in 0..kills() {
        everymile::place::remove_logbook(&path).unwrap();
        fs::copy(&begun, &path).unwrap();
        killer.kill(&mut command(&desk, "import FILES"));
        let found = facts(&check_sound(&desk));
        assert!(found.is_superset(&before), "{:?}", before.difference(&found));
        assert!(found.is_subset(&expected), "{:?}", found.difference(&expected));
        desk.types("import FILES").well();
        assert_eq!(facts(&check_sound(&desk)), expected);
        assert_eq!(verdicts(&desk), judged);
    }
    println!("{} of {} imports of a {kind} were killed in the middle", killer.killed, kills());
}

/// One run is there before, and something was said of it and of a day.
fn begin(desk: &Desk) {
    let one = ["000.fit", "activities/0.fit.gz"].map(|name| desk.files().join(name));
    let one = one.iter().find(|path| path.exists()).unwrap();
    desk.types(&format!("import {}", one.display())).well();
    desk.types("correct last --purpose race").well();
    desk.types("check-in --on 2026-03-05 --soreness 6 --sleep 6.5").well();
}

/// A bulk export as Strava writes it: a listing with titles, and the gzipped recordings beside it.
fn bulk_export(story: &str) -> Desk {
    let desk = Desk::empty(story);
    fs::create_dir_all(desk.files().join("activities")).unwrap();
    let mut listing = "Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,\
                       Elapsed Time,Distance,Filename\n"
        .to_owned();
    for (number, bytes) in RUNS.iter().enumerate() {
        let file = format!("activities/{number}.fit.gz");
        let mut gzip = GzEncoder::new(Vec::new(), Compression::fast());
        gzip.write_all(bytes).unwrap();
        fs::write(desk.files().join(&file), gzip.finish().unwrap()).unwrap();
        let row =
            format!("{number},\"Mar 2, 2026, 6:00:00 AM\",Title {number},Run,,1800,5.0,{file}\n");
        listing.push_str(&row);
    }
    fs::write(desk.files().join("activities.csv"), listing).unwrap();
    desk
}

#[test]
fn a_bulk_export_is_read_with_its_titles_and_every_run_once() {
    let desk = bulk_export("bulk-export");
    let told = desk.types("import FILES").well();
    let read = format!("Read {0} new files: {0} runs.", RUNS.len());
    assert!(told.result.starts_with(&read), "{}", told.result);
    let book = book(&desk);
    assert_eq!(book.declared_originals().unwrap().len(), RUNS.len());
    let again = desk.types("import FILES").well();
    assert!(again.result.starts_with("Nothing new was read."), "{}", again.result);
}

/// The facts of one desk as if its files lay on another.
fn facts_at(one: &Desk, other: &Desk) -> BTreeSet<String> {
    let (from, to) = (one.files().display().to_string(), other.files().display().to_string());
    facts(&book(one)).into_iter().map(|fact| fact.replace(&from, &to)).collect()
}

#[test]
fn a_rebuild_that_is_killed_loses_no_fact_and_is_finished_by_the_next_look() {
    let desk = Desk::with_runs("killed-rebuild");
    desk.types("import FILES").well();
    let judged = verdicts(&desk);
    let digest = book(&desk).facts_digest().unwrap();
    let mut killer = Killer::of(2, &mut command(&desk, "rebuild"));
    for kill in 0..kills() {
        killer.kill(&mut command(&desk, "rebuild"));
        assert_eq!(check_sound(&desk).facts_digest().unwrap(), digest);
        if kill.is_multiple_of(2) {
            desk.types("rebuild").well();
        }
        assert_eq!(verdicts(&desk), judged);
    }
    println!("{} of {} rebuilds were killed in the middle", killer.killed, kills());
}

#[test]
fn a_check_in_that_is_killed_was_said_or_was_not() {
    let desk = Desk::with_runs("killed-check-in");
    desk.types("import FILES").well();
    let words = |day: jiff::civil::Date| format!("check-in --on {day} --soreness 3 --sleep 7.5");
    let first = jiff::civil::date(2024, 1, 1);
    let mut killer = Killer::of(3, &mut command(&desk, &words(first)));
    let mut day = first;
    for _ in 0..kills() {
        day = day.tomorrow().unwrap();
        let before = facts(&book(&desk));
        let end = killer.kill(&mut command(&desk, &words(day)));
        let book = check_sound(&desk);
        let said = book.check_in_history(day).unwrap().len();
        assert!(said <= 1, "said at most once");
        assert!(end == End::Killed || said == 1, "what was confirmed is kept");
        assert!(facts(&book).is_superset(&before));
        desk.types(&words(day)).well();
        let stands = book.check_in_of(day).unwrap();
        assert_eq!(
            (stands.soreness.map(u8::from), stands.sleep.map(|it| it.0)),
            (Some(3), Some(27_000.0))
        );
    }
    println!("{} of {} check-ins were killed in the middle", killer.killed, kills());
}

#[test]
fn a_restore_that_is_killed_leaves_the_old_logbook_or_the_new_one() {
    let desk = Desk::with_runs("killed-restore");
    desk.types("import FILES").well();
    desk.types("backup b.everymile").well();
    let restored = book(&desk).facts_digest().unwrap();
    let mut killer = Killer::of(4, &mut command(&desk, "restore b.everymile --replace"));
    take_those_beside(&desk);
    for _ in 0..kills() {
        desk.types("profile set name Ada").well();
        let before = book(&desk).facts_digest().unwrap();
        killer.kill(&mut command(&desk, "restore b.everymile --replace"));
        let after = check_sound(&desk).facts_digest().unwrap();
        assert!(after == before || after == restored);
        let beside = take_those_beside(&desk);
        assert!(beside.iter().all(|kept| *kept == before), "what is kept beside is whole");
        assert!(after == before || beside.len() == 1, "what was replaced is kept beside");
        desk.types("restore b.everymile --replace").well();
        assert_eq!(check_sound(&desk).facts_digest().unwrap(), restored);
        assert_eq!(take_those_beside(&desk), [after]);
    }
    println!("{} of {} restores were killed in the middle", killer.killed, kills());
}

/// The facts of the logbooks that were kept beside; taken away, for they would fill the disk.
fn take_those_beside(desk: &Desk) -> Vec<ContentHash> {
    let mut facts = Vec::new();
    for entry in fs::read_dir(&desk.folder).unwrap().flatten() {
        if entry.file_name().to_string_lossy().contains(".before-") {
            let kept = Logbook::open_read_only(&entry.path()).unwrap();
            facts.push(kept.facts_digest().unwrap());
            fs::remove_file(entry.path()).unwrap();
        }
    }
    facts
}
