//! Stories of a logbook that is the only copy: looked over, backed up, brought back, taken away in
//! open formats, forgotten.
#![allow(clippy::disallowed_methods, reason = "the stories write files and run the binary")]

mod desk;

use desk::{Desk, LAST_DAY};
use logbook::Logbook;
use std::{
    fs,
    path::{Path, PathBuf},
};

/// Every verdict, as programs read it.
fn verdicts(desk: &Desk, logbook: &str) -> String {
    let report = "report --weeks 5 --format json --on";
    let words = format!("--logbook {logbook} {report} {LAST_DAY}");
    desk.types(&words).well().result
}

fn logbook(desk: &Desk) -> PathBuf {
    desk.folder.join("logbook.everymile")
}

#[test]
fn a_sound_logbook_is_said_to_be_sound_and_what_it_holds_is_counted() {
    let desk = Desk::told_everything("doctor-sound");
    let told = desk.types("doctor").well();
    told.fits("doctor");
    assert!(told.result.starts_with("The logbook is sound."), "{}", told.result);
    let checkup = desk.types("doctor --format json").well().json();
    assert_eq!(checkup["schema"], "everymile.doctor/1");
    assert_eq!(checkup["is_sound"], true);
    assert_eq!(checkup["originals"], desk::RUNS.len());
    assert_eq!(
        (&checkup["days"], &checkup["corrections"], &checkup["plans"]),
        (&1.into(), &1.into(), &1.into())
    );
}

#[test]
fn a_changed_original_is_named_with_what_mends_it_and_the_import_mends_it() {
    let desk = Desk::with_runs("doctor-damaged");
    desk.types("import FILES").well();
    damage(&logbook(&desk), &desk::RUNS[0]);
    let told = desk.types("doctor");
    assert_eq!(told.status, 1, "{}", told.messages);
    let said = desk::in_one_line(&told.result);
    assert!(said.contains("1 thing is wrong") && said.contains("000.fit have changed"), "{said}");
    assert!(said.contains("→ import that file again, which mends it"), "{said}");

    desk.types("backup b.everymile").refused("is not sound", "everymile doctor");
    assert!(!desk.folder.join("b.everymile").exists(), "no backup that is not whole");
    desk.types("import FILES").well();
    desk.types("doctor").well();
}

/// Changes one byte in the middle of an original where it lies in the file. A piece that lies there
/// twice may be what is left of a page that was divided.
fn damage(logbook: &Path, original: &[u8]) {
    const PIECE: usize = 24;
    let hash = logbook::ContentHash::of(original);
    let traces = Logbook::open(logbook).unwrap().traces_of(&[hash]).unwrap();
    let mut bytes = fs::read(logbook).unwrap();
    let lies_in = |piece: &Vec<u8>| {
        let mut places = (0..bytes.len()).filter(|&at| bytes[at..].starts_with(piece));
        let place = places.next();
        place.filter(|_| places.next().is_none())
    };
    let at = traces.iter().filter(|it| it.len() == PIECE).find_map(lies_in).unwrap();
    bytes[at] ^= 0x10;
    fs::write(logbook, bytes).unwrap();
}

#[test]
fn a_logbook_that_is_no_database_any_more_is_named_with_the_way_back() {
    let desk = Desk::told_everything("doctor-broken");
    desk.types("backup b.everymile").well();
    let mut bytes = fs::read(logbook(&desk)).unwrap();
    for byte in &mut bytes[4096..40_000] {
        *byte = 0xA5;
    }
    fs::write(logbook(&desk), bytes).unwrap();
    let told = desk.types("doctor");
    assert_ne!(told.status, 0);
    let said = told.unwrapped() + &desk::in_one_line(&told.result);
    assert!(said.contains("everymile restore FILE"), "{said}");

    let back = desk.types("restore b.everymile --replace").well();
    assert!(back.result.contains("The logbook that was there is kept: "), "{}", back.result);
    desk.types("doctor").well();
}

#[test]
fn a_backup_brings_back_every_word_and_every_verdict_in_another_place() {
    let desk = Desk::told_everything("backup");
    let before = verdicts(&desk, "logbook.everymile");
    let told = desk.types("backup b.everymile").well();
    assert!(told.result.contains("was read again to be sure"), "{}", told.result);
    fs::create_dir_all(desk.folder.join("elsewhere")).unwrap();
    desk.types("--logbook elsewhere/again.everymile restore b.everymile").well();
    assert_eq!(verdicts(&desk, "elsewhere/again.everymile"), before);
    desk.types("--logbook elsewhere/again.everymile rebuild").well();
    assert_eq!(verdicts(&desk, "elsewhere/again.everymile"), before, "from the originals, too");

    let facts = |path: &str| {
        let book = Logbook::open(&desk.folder.join(path)).unwrap();
        book.facts_digest().unwrap()
    };
    assert_eq!(facts("elsewhere/again.everymile"), facts("logbook.everymile"), "bit for bit");
}

#[test]
fn a_backup_brings_back_every_verdict_on_another_machine() {
    let desk = Desk::told_everything("other-machine");
    let report = format!("report --weeks 5 --format json --on {LAST_DAY}");
    let before = desk.types(&report).well().result;
    desk.types("backup b.everymile").well();
    desk.types("export --all out").well();
    let other = Desk::empty("other-machine-there");
    fs::rename(desk.folder.join("b.everymile"), other.folder.join("b.everymile")).unwrap();
    fs::rename(desk.folder.join("out"), other.folder.join("out")).unwrap();
    fs::remove_dir_all(&desk.folder).unwrap();

    // Another home, time zone, language and number of cores.
    let there = "env -i HOME=$PWD TZ=Pacific/Auckland LC_ALL=de_DE.UTF-8 RAYON_NUM_THREADS=1";
    let typed = |words: &str| other.types_after(there, words).well().result;
    typed("restore b.everymile");
    assert_eq!(typed(&report), before);
    typed("rebuild");
    assert_eq!(typed(&report), before, "from the originals, too");
    typed("--logbook taken.everymile import out");
    assert_eq!(typed(&format!("--logbook taken.everymile {report}")), before);
}

#[test]
fn nothing_is_written_over_without_being_told() {
    let desk = Desk::told_everything("no-overwriting");
    desk.types("backup b.everymile").well();
    let kept = fs::read(desk.folder.join("b.everymile")).unwrap();
    desk.types("backup b.everymile").refused("is there already", "--replace");
    assert_eq!(fs::read(desk.folder.join("b.everymile")).unwrap(), kept);
    desk.types("backup b.everymile --replace").well();
    desk.types("backup logbook.everymile --replace").refused("is the logbook itself", "another");
    desk.types("backup files").refused("is a folder", "files/running.everymile");
    desk.types("backup nowhere/b.everymile")
        .refused("there is no folder nowhere", "make the folder");

    let before = verdicts(&desk, "logbook.everymile");
    desk.types("restore b.everymile").refused("there is a logbook with", "--replace");
    desk.types("restore nothing.everymile").refused("there is no backup at", "check the path");
    fs::write(desk.folder.join("letter.txt"), "Dear runner").unwrap();
    desk.types("restore letter.txt --replace").refused("letter.txt is no logbook", "nothing was");
    fs::write(desk.folder.join("cut.everymile"), &kept[..kept.len() / 2]).unwrap();
    desk.types("restore cut.everymile --replace")
        .refused("damaged or cut off", "nothing was changed");
    desk.types("export --all out").well();
    desk.types("restore out --replace").refused("out is a folder", "import out");
    assert_eq!(verdicts(&desk, "logbook.everymile"), before);
    assert!(!desk.folder.join("logbook.everymile.restoring").exists());
}

#[test]
fn a_logbook_that_is_replaced_is_kept_beside_and_works_there() {
    let desk = Desk::told_everything("kept-beside");
    desk.types("backup b.everymile").well();
    desk.types("correct last --purpose race").well();
    let before = verdicts(&desk, "logbook.everymile");
    let told = desk.types("restore b.everymile --replace").well();
    let aside = told.result.lines().last().unwrap().rsplit_once(": ").unwrap().1.to_owned();
    assert_ne!(verdicts(&desk, "logbook.everymile"), before);
    assert_eq!(verdicts(&desk, &aside), before);
}

#[test]
fn an_export_of_everything_is_the_same_logbook_when_it_is_imported() {
    let desk = Desk::told_everything("export-all");
    let before = verdicts(&desk, "logbook.everymile");
    desk.types("export --all out").well();
    fs::remove_dir_all(desk.files()).unwrap();
    desk.types("--logbook again.everymile import out").well();
    assert_eq!(verdicts(&desk, "again.everymile"), before);
    let told = |path: &str| Logbook::open(&desk.folder.join(path)).unwrap().told().unwrap();
    assert_eq!(told("again.everymile"), told("logbook.everymile"));

    let again = desk.types("--logbook again.everymile import out").well();
    assert!(again.result.contains("was in the logbook already"), "{}", again.result);
    desk.types("--logbook again.everymile doctor").well();
}

#[test]
fn an_export_is_looked_at_by_itself_and_not_among_other_files() {
    let desk = Desk::with_runs("export-among");
    desk.types("import FILES").well();
    desk.types("export --all files/out").well();
    for command in ["import FILES", "analyze FILES"] {
        desk.types(command).refused("is an export of everymile among other files", "by itself");
    }
    let alone = desk.types("analyze files/out --format json").well().json();
    assert_eq!(alone["files"]["read"], desk::RUNS.len());
}

#[test]
fn what_is_set_aside_is_sound_and_goes_along_set_aside() {
    let desk = Desk::told_everything("kept-aside");
    fs::write(desk.folder.join("log.csv"), "date,distance_km,duration\n2026-03-19,7,40:00\n")
        .unwrap();
    desk.types("import log.csv").well();
    desk.types("imports undo 2").well();
    let before = verdicts(&desk, "logbook.everymile");
    assert!(desk.types("doctor").well().result.starts_with("The logbook is sound."));
    let rebuilt = desk.types("rebuild").well().result;
    assert!(rebuilt.contains("exactly as it was"), "{rebuilt}");

    desk.types("backup b.everymile").well();
    desk.types("--logbook restored.everymile restore b.everymile").well();
    desk.types("export --all out").well();
    desk.types("--logbook taken.everymile import out").well();
    let told = |path: &str| Logbook::open(&desk.folder.join(path)).unwrap().told().unwrap();
    for other in ["restored.everymile", "taken.everymile"] {
        assert_eq!(verdicts(&desk, other), before);
        assert_eq!(told(other), told("logbook.everymile"));
    }
}

#[test]
fn what_is_set_aside_is_forgotten_with_its_day() {
    let desk = Desk::told_everything("forget-aside");
    let log = "date,distance_km,duration,title\n2026-03-19,7,40:00,Around the frozen lake\n";
    fs::write(desk.folder.join("log.csv"), log).unwrap();
    desk.types("import log.csv").well();
    desk.types("imports undo 2").well();
    let told = desk.types("forget 2026-03-19 --yes").well().result;
    assert!(told.contains("1 file that was set aside"), "{told}");
    assert!(told.contains("and none is left"), "{told}");
    assert!(!desk.types("imports").well().result.contains("set aside"));
    desk.types("forget 2026-03-19").refused("nothing is known of 2026-03-19", "check the date");
}

#[test]
fn a_copy_that_is_set_aside_is_forgotten_with_its_run() {
    let desk = Desk::told_everything("forget-aside-copy");
    let run = &desk.types("show last --format json").well().json()["runs"][0];
    let (day, metres) = (run["local_start"].as_str().unwrap(), run["distance_m"].as_f64().unwrap());
    let seconds = run["moving_s"].as_f64().unwrap() as u64;
    let time = format!("{}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
    let row = format!("date,distance_km,duration\n{},{},{time}\n", &day[..10], metres / 1000.0);
    fs::write(desk.folder.join("log.csv"), row).unwrap();
    desk.types("import log.csv").well();
    desk.types("imports undo 2").well();
    let told = desk.types("forget last --yes").well().result;
    assert!(told.contains("1 file that was set aside"), "{told}");
}

#[test]
fn an_export_brings_no_password() {
    let desk = Desk::told_everything("no-password");
    desk.types("export --all out").well();
    let manifest = desk.folder.join("out/everymile.json");
    let told = fs::read_to_string(&manifest).unwrap();
    let said = told.replace(r#""name": "units""#, r#""name": "page-password""#);
    assert_ne!(said, told);
    fs::write(&manifest, said).unwrap();
    desk.types("--logbook taken.everymile import out").well();
    let taken = Logbook::open(&desk.folder.join("taken.everymile")).unwrap();
    assert_eq!(taken.setting("page-password").unwrap(), None);
}

#[test]
fn an_export_holds_the_files_as_they_came_and_tables_to_read() {
    let desk = Desk::told_everything("export-open");
    desk.types("export --all out").well();
    let originals = fs::read_dir(desk.folder.join("out/originals")).unwrap();
    let mut found: Vec<Vec<u8>> =
        originals.map(|file| fs::read(file.unwrap().path()).unwrap()).collect();
    let mut came = desk::RUNS.clone();
    found.sort();
    came.sort();
    assert_eq!(found, came);
    let read = |name: &str| fs::read_to_string(desk.folder.join("out").join(name)).unwrap();
    assert_eq!(read("runs.csv").lines().count(), desk::RUNS.len() + 1);
    assert!(read("check-ins.csv").contains("2026-03-20,6,left calf"), "{}", read("check-ins.csv"));
    assert!(read("everymile.json").contains("\"soreness\": 6"));
    assert!(read("README.txt").contains("everymile.json"));
    desk.types("export --all out").refused("not empty", "name a new folder");
}

#[test]
fn an_export_that_was_changed_is_taken_in_by_no_means() {
    let desk = Desk::told_everything("export-changed");
    desk.types("export --all out").well();
    let file = fs::read_dir(desk.folder.join("out/originals")).unwrap().next().unwrap().unwrap();
    let mut bytes = fs::read(file.path()).unwrap();
    bytes[100] ^= 1;
    fs::write(file.path(), bytes).unwrap();
    let import = "--logbook again.everymile import out";
    desk.types(import).refused("it has changed since it was exported", "nothing was taken in");
    let book = Logbook::open(&desk.folder.join("again.everymile")).unwrap();
    assert!(book.is_blank().unwrap());
}

#[test]
fn words_of_two_logbooks_are_not_mixed() {
    let desk = Desk::told_everything("export-mixed");
    desk.types("export --all out").well();
    desk.types("--logbook other.everymile profile set name Bea").well();
    let import = "--logbook other.everymile import out";
    desk.types(import).refused("was told other things", "import it into a new logbook");
}

#[test]
fn forgetting_shows_first_what_would_go_and_does_nothing() {
    let desk = Desk::told_everything("forget-dry");
    let before = verdicts(&desk, "logbook.everymile");
    for command in ["forget last", "forget 2026-03-20", "forget --everything"] {
        let told = desk.types(command).well();
        told.fits(command);
        assert!(told.result.contains("Nothing is forgotten yet."), "{}", told.result);
        assert!(told.result.ends_with(&format!("everymile {command} --yes\n")), "{}", told.result);
    }
    assert_eq!(verdicts(&desk, "logbook.everymile"), before);
    desk.types("forget 2019-01-01").refused("nothing is known of 2019-01-01", "check the date");
}

#[test]
fn what_a_damaged_logbook_would_lose_is_counted_all_the_same() {
    let desk = Desk::told_everything("forget-damaged");
    let sound = desk.types("forget --everything").well().result;
    damage(&logbook(&desk), &desk::RUNS[0]);
    assert_eq!(desk.types("doctor").status, 1);
    let told = desk.types("forget --everything").well().result;
    assert!(told.contains(&format!("{} originals with", desk::RUNS.len())), "{told}");
    assert_eq!(told, sound);
}

#[test]
fn a_run_that_is_forgotten_is_nowhere_in_the_file_and_neither_are_its_copies() {
    let desk = Desk::with_runs("forget-run");
    fs::write(desk.files().join("copy.fit"), [desk::RUNS[4].as_slice(), b"\n"].concat()).unwrap();
    assert_eq!(desk.types("import FILES").status, 0);
    let runs = desk.types(&format!("report --format json --on {LAST_DAY}")).well().json();
    let run = &runs["runs"][4];
    let (id, start) = (run["id"].as_str().unwrap(), &run["local_start"]);
    desk.types(&format!("correct {id} --purpose race")).well();
    assert!(is_in_file(&desk, id));

    let told = desk.types(&format!("forget {id} --yes")).well();
    assert!(told.result.contains("and none is left"), "{}", told.result);
    assert!(told.result.contains("copy.fit"), "{}", told.result);
    assert!(!is_in_file(&desk, id));
    let left = desk.types(&format!("report --format json --on {LAST_DAY}")).well().json();
    assert!(left["runs"].as_array().unwrap().iter().all(|run| run["local_start"] != *start));
    assert!(told.result.contains("an import of them brings it back"), "{}", told.result);
    desk.types("doctor").well();
}

fn is_in_file(desk: &Desk, text: &str) -> bool {
    ["", "-wal"].iter().any(|ending| {
        let file = desk.folder.join(format!("logbook.everymile{ending}"));
        let bytes = fs::read(file).unwrap_or_default();
        bytes.windows(text.len()).any(|it| it == text.as_bytes())
    })
}

#[test]
fn a_day_that_is_forgotten_takes_along_what_was_said_of_it() {
    let desk = Desk::told_everything("forget-day");
    assert!(is_in_file(&desk, "left calf"));
    desk.types("forget 2026-03-20 --yes").well();
    assert!(!is_in_file(&desk, "left calf"));
    assert_eq!(desk.types("check-in --show --format json").json().as_array().unwrap().len(), 0);
    desk.types("doctor").well();
}

#[test]
fn everything_that_is_forgotten_is_gone_with_its_file() {
    let desk = Desk::told_everything("forget-all");
    let told = desk.types("forget --everything --yes").well();
    assert!(told.result.contains("and none is left"), "{}", told.result);
    for ending in ["", "-wal", "-shm"] {
        assert!(!desk.folder.join(format!("logbook.everymile{ending}")).exists());
    }
    desk.types("doctor").refused("no runs yet", "everymile import PATH");
}
