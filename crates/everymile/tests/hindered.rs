//! Stories of a disk that is full, a file that may not be written, a logbook that another holds: each
//! command ends with what happened, to which file, and what to do, or waits its turn; nothing is
//! damaged.
#![allow(clippy::disallowed_methods, reason = "the stories write files and run the binary")]

mod desk;

use desk::{Desk, FIRST_DAY, LAST_DAY, RUNS};
use logbook::Logbook;
use simulator::{career, fit_bytes, runner};
use std::{
    fs,
    process::Command,
    thread,
    time::{Duration, Instant},
};

/// No file grows beyond so many blocks of 512 bytes, as on a disk that is full.
fn full_at(blocks: u32) -> String {
    format!("trap '' XFSZ; ulimit -f {blocks};")
}

/// Whoever may write everywhere, as root may, gives that up.
fn without_powers() -> Option<&'static str> {
    let is_root = Command::new("id").arg("-u").output().is_ok_and(|id| id.stdout == b"0\n");
    if !is_root {
        return Some("");
    }
    let can = Command::new("setpriv").arg("--version").output().is_ok();
    if !can {
        println!("skipped: root may write everywhere, and setpriv is not here");
    }
    can.then_some("setpriv --bounding-set=-dac_override,-dac_read_search")
}

fn facts(desk: &Desk) -> String {
    let book = Logbook::open(&desk.folder.join("logbook.everymile")).unwrap();
    assert_eq!(book.flaws().unwrap(), []);
    book.facts_digest().unwrap().to_string()
}

#[test]
fn an_import_onto_a_full_disk_says_so_and_is_finished_when_there_is_space() {
    let desk = Desk::with_runs("full-import");
    for blocks in [20, 300, 1000, 3000] {
        let told = desk.types_after(&full_at(blocks), "import FILES");
        told.refused("logbook.everymile: ", "the disk");
        facts(&desk);
    }
    desk.types("import FILES").well();
    let report = format!("report --weeks 3 --on {LAST_DAY} --format json");
    let runs = desk.types(&report).well().json();
    assert_eq!(runs["files"]["read"], RUNS.len());
}

#[test]
fn a_backup_an_export_and_a_restore_onto_a_full_disk_leave_all_as_it_was() {
    let desk = Desk::with_runs("full-backup");
    desk.types("import FILES").well();
    desk.types("backup whole.everymile").well();
    desk.types("profile set name Ada").well();
    let before = facts(&desk);
    let full = full_at(500);
    desk.types_after(&full, "backup b.everymile").refused("b.everymile", "the disk");
    let left = fs::read_dir(&desk.folder).unwrap().flatten();
    let left: Vec<_> = left.map(|entry| entry.file_name().into_string().unwrap()).collect();
    assert!(!left.iter().any(|name| name.starts_with("b.everymile")), "{left:?}");

    desk.types_after(&full_at(100), "export --all out").refused("out/", "free some space");
    assert!(!desk.folder.join("out/everymile.json").exists(), "no export that is not whole");
    let restore = "restore whole.everymile --replace";
    desk.types_after(&full, restore).refused("logbook.everymile", "the disk");
    assert_eq!(facts(&desk), before);
}

#[test]
fn messages_onto_a_full_disk_are_lost_and_the_status_tells() {
    if !std::path::Path::new("/dev/full").exists() {
        println!("skipped: there is no /dev/full");
        return;
    }
    let desk = Desk::with_runs("full-messages");
    desk.types("import FILES").well();
    for (command, status) in [("report", 0), ("show never", 2), ("import nowhere", 2)] {
        let told = desk.types_after("exec 2>/dev/full;", command);
        assert_eq!(told.status, status, "{command}");
    }
    let told = desk.types_after("exec >/dev/full;", "report");
    assert_eq!(told.status, 2, "{}", told.messages);
    assert!(told.messages.contains("the result could not be written"), "{}", told.messages);
}

/// What is typed in a folder that is a disk of its own with so many kB free, which is gone afterwards;
/// the logbook lies there. `None` where the system lets nobody make one.
fn typed_on_a_disk(desk: &Desk, free_kb: u32, command: &str) -> Option<desk::Told> {
    let binary = env!("CARGO_BIN_EXE_everymile");
    let line = format!(
        "mount -t tmpfs -o size=40m disk disk && cd disk && cp ../logbook.everymile . || exit 77
         free=$(df -k . | awk 'END {{ print $4 }}')
         head -c $(((free - {free_kb}) * 1024)) /dev/zero > filled
         export EVERYMILE_LOGBOOK=$PWD/logbook.everymile
         {binary} {command}
         status=$?
         rm filled
         {binary} doctor > sound || cat sound >&2
         ls
         exit $status"
    );
    fs::create_dir_all(desk.folder.join("disk")).unwrap();
    let output = Command::new("unshare")
        .args(["--map-root-user", "--mount", "sh", "-c", &line])
        .current_dir(&desk.folder)
        .output();
    let told = output.ok().map(desk::Told::from).filter(|told| told.result.contains("sound"));
    if told.is_none() {
        println!("skipped: nobody may make a small disk here");
    }
    told
}

#[test]
fn a_disk_that_is_really_full_leaves_no_half_file_and_a_sound_logbook() {
    let desk = Desk::with_runs("really-full");
    desk.types("import FILES").well();
    fs::copy(desk.folder.join("logbook.everymile"), desk.folder.join("b.everymile")).unwrap();
    fs::create_dir_all(desk.folder.join("more")).unwrap();
    for seed in 0..9 {
        let run = fit_bytes(&career(&runner(seed), FIRST_DAY, 1).next().unwrap().run);
        fs::write(desk.folder.join(format!("more/{seed}.fit")), run).unwrap();
    }
    let restore = "restore ../b.everymile --replace";
    for command in ["import ../more", "rebuild", "backup c.everymile", "forget last --yes", restore]
    {
        for free_kb in [0, 60, 300] {
            let Some(told) = typed_on_a_disk(&desk, free_kb, command) else { return };
            let said = told.unwrapped();
            assert_eq!(told.status, 2, "{command} with {free_kb} kB: {said}{}", told.result);
            assert!(said.contains(" → ") && said.contains("space"), "{command}: {said}");
            assert!(!said.contains("wrong"), "the logbook is sound: {said}");
            let ours = ["logbook.everymile", "sound"];
            let is_left = |name: &&str| !ours.iter().any(|it| name.starts_with(it));
            let left: Vec<&str> = told.result.split_whitespace().filter(is_left).collect();
            assert_eq!(left, Vec::<&str>::new(), "{command} with {free_kb} kB");
        }
    }
}

#[test]
fn words_onto_a_full_disk_are_kept_whole_or_not_at_all() {
    let desk = Desk::with_runs("full-words");
    desk.types("import FILES").well();
    let before = facts(&desk);
    let told = desk.types_after(&full_at(4), "check-in --soreness 3 --on 2026-03-20");
    assert_eq!(told.status, 2, "{}", told.result);
    assert!(told.unwrapped().contains("→"), "{}", told.messages);
    assert_eq!(facts(&desk), before);
}

#[test]
fn a_logbook_that_may_not_be_written_can_be_read_and_says_why_it_keeps_nothing() {
    let Some(powers) = without_powers() else { return };
    let desk = Desk::with_runs("read-only");
    desk.types("import FILES").well();
    let report = format!("report --weeks 3 --on {LAST_DAY} --format json");
    let read = desk.types(&report).well().result;
    let before = facts(&desk);
    for (path, mode) in [("logbook.everymile", "444"), (".", "555")] {
        set_mode(&desk, path, mode);
        let typed = |command: &str| desk.types_after(powers, command);
        assert_eq!(typed(&report).well().result, read, "{path}");
        typed("check-in --mood 3").refused("logbook.everymile", "make the file and its folder");
        typed("forget last --yes").refused("logbook.everymile", "make the file and its folder");
        typed("doctor").well();
    }
    typed_into_read_only_folder(&desk, powers);
    set_mode(&desk, ".", "755");
    set_mode(&desk, "logbook.everymile", "644");
    assert_eq!(facts(&desk), before);
}

fn typed_into_read_only_folder(desk: &Desk, powers: &str) {
    let typed = |command: &str| desk.types_after(powers, command);
    typed("backup b.everymile").refused("b.everymile", "its folder exists and may be opened");
    typed("export --all out").refused("out", "make the folder writable");
    typed("--logbook new.everymile import FILES").refused("new.everymile", "its folder");
}

fn set_mode(desk: &Desk, path: &str, mode: &str) {
    let status = Command::new("chmod").arg(mode).arg(desk.folder.join(path)).status().unwrap();
    assert!(status.success());
}

/// Holds the logbook as another everymile does that writes.
fn locked(desk: &Desk) -> rusqlite::Connection {
    let other = rusqlite::Connection::open(desk.folder.join("logbook.everymile")).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    other
}

#[test]
fn a_command_waits_its_turn_while_another_writes() {
    let desk = Desk::with_runs("its-turn");
    desk.types("import FILES").well();
    let other = locked(&desk);
    thread::scope(|scope| {
        let said = scope.spawn(|| desk.types("check-in --soreness 3 --on 2026-03-20"));
        thread::sleep(Duration::from_millis(700));
        other.execute_batch("COMMIT").unwrap();
        said.join().unwrap().well();
    });
    let book = Logbook::open(&desk.folder.join("logbook.everymile")).unwrap();
    assert_eq!(book.check_ins().unwrap().len(), 1);
}

#[test]
fn a_logbook_that_is_held_for_ever_is_named_and_reading_goes_on() {
    let desk = Desk::with_runs("held");
    desk.types("import FILES").well();
    desk.types("report").well();
    let other = locked(&desk);
    let begun = Instant::now();
    let told = desk.types("check-in --soreness 3 --on 2026-03-20");
    told.refused("logbook.everymile", "wait until it is done and try again");
    assert!(begun.elapsed() < Duration::from_secs(20));
    desk.types(&format!("report --on {LAST_DAY}")).well();
    desk.types("backup b.everymile").well();
    drop(other);
    facts(&desk);
}

#[test]
fn several_imports_at_once_keep_everything_once() {
    let alone = Desk::with_runs("imports-alone");
    alone.types("import FILES").well();
    let desk = Desk::with_runs("imports-at-once");
    thread::scope(|scope| {
        let typed = ["import FILES", "import FILES", "import FILES", "check-in --mood 4"];
        let all: Vec<_> = typed.map(|it| scope.spawn(|| desk.types(it))).into_iter().collect();
        for told in all {
            let told = told.join().unwrap();
            assert_eq!(told.status, 0, "{}", told.messages);
        }
    });
    facts(&desk);
    let book = Logbook::open(&desk.folder.join("logbook.everymile")).unwrap();
    assert_eq!(book.check_ins().unwrap().len(), 1);
    assert_eq!(book.told().unwrap()["sightings"].len(), RUNS.len());
    let runs = |desk: &Desk| {
        let report = format!("report --weeks 3 --on {LAST_DAY} --format json");
        desk.types(&report).well().json()["weeks"].clone()
    };
    assert_eq!(runs(&desk), runs(&alone));
}
