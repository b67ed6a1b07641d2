//! Stories of files handed in on the page: read as if they were imported in a terminal, told file by
//! file, undone and taken back; nothing that is handed in chooses where it lies.
#![allow(clippy::disallowed_methods, reason = "stories read and write files")]

mod desk;
mod knock;

use axum::{body::Body, http::Request};
use desk::{Desk, LAST_DAY, RUNS};
use knock::{Back, Door, HOST, UPLOAD_MAX};
use serde_json::Value;
use std::path::Path;

/// A desk with nothing imported, and its door.
fn served(story: &str) -> (Desk, Door) {
    let desk = Desk::with_runs(story);
    let door = Door::of(&desk.folder.join("logbook.everymile"), LAST_DAY);
    (desk, door)
}

/// Hands files in and has them read.
fn imports(door: &Door, files: &[(&str, &[u8])]) -> Value {
    let number = door.begins_import();
    for (name, bytes) in files {
        door.hand_in(number, name, bytes).well();
    }
    door.say("POST", &format!("/api/import/{number}"), "", &[]).well().json()
}

fn undo(door: &Door, number: u64, is_set_aside: bool) -> Value {
    say_of(door, &moment_of(door, number), is_set_aside).well().json()
}

/// When the import of a number was made.
fn moment_of(door: &Door, number: u64) -> String {
    let told = door.get("/api/imports").well().json();
    let own = told["imports"].as_array().unwrap().iter().find(|it| it["number"] == number);
    own.unwrap()["at"].as_str().unwrap().to_owned()
}

fn say_of(door: &Door, at: &str, is_set_aside: bool) -> Back {
    door.put(&format!("/api/imports/{at}"), &format!(r#"{{"is_set_aside":{is_set_aside}}}"#))
}

#[test]
fn what_is_handed_in_is_read_as_if_it_were_imported_in_a_terminal() {
    let (desk, door) = served("handed-in");
    let names: Vec<String> = (0..RUNS.len()).map(|number| format!("{number:03}.fit")).collect();
    let files: Vec<(&str, &[u8])> =
        names.iter().zip(RUNS.iter()).map(|(name, bytes)| (name.as_str(), &bytes[..])).collect();
    let told = imports(&door, &files);
    assert_eq!((&told["runs"], &told["holds"]), (&RUNS.len().into(), &RUNS.len().into()));
    let other = Desk::with_runs("handed-in-typed");
    other.types("import FILES").well();
    let report = format!("report --on {LAST_DAY} --format json");
    let runs = |desk: &Desk| {
        let mut runs = desk.types(&report).json()["runs"].clone();
        for run in runs.as_array_mut().unwrap() {
            run["file"] = Value::Null;
        }
        runs
    };
    assert_eq!(runs(&desk), runs(&other));
}

#[test]
fn every_file_is_told_of_by_the_name_it_was_handed_in_under() {
    let (_, door) = served("handed-in-told");
    let told = imports(&door, &[("morning.fit", &RUNS[0]), ("list.txt", b"a shopping list")]);
    let files = told["files"].as_array().unwrap();
    let named = |name: &str| files.iter().find(|file| file["file"] == name).unwrap();
    assert_eq!(named("morning.fit")["runs"], 1);
    let failed = named("list.txt")["failed"][0]["error"].as_str().unwrap();
    assert!(failed.contains("; "), "a remedy follows: {failed}");
    let again = imports(&door, &[("evening.fit", &RUNS[0])]);
    assert_eq!((&again["files"][0]["known"], &again["runs"]), (&1.into(), &0.into()));
}

#[test]
fn an_export_of_everymile_is_not_read_as_foreign_files() {
    let (desk, door) = served("handed-in-own");
    let number = door.begins_import();
    for (name, bytes) in [("everymile.json", &b"{}"[..]), ("runs.csv", b"date,distance_km\n")] {
        door.hand_in(number, name, bytes).well();
    }
    let told = door.say("POST", &format!("/api/import/{number}"), "", &[]);
    assert_eq!((told.status, &told.json()["kind"]), (422, &"refused".into()), "{}", told.body);
    assert!(told.body.contains("everymile import FOLDER"), "{}", told.body);
    assert!(!desk.folder.join("logbook.everymile").exists());
}

#[test]
fn a_whole_folder_of_an_export_may_be_one_archive() {
    let (desk, door) = served("handed-in-zip");
    let archive = stored_zip(&[("activities/1.fit", &RUNS[0]), ("activities/2.fit", &RUNS[1])]);
    let told = imports(&door, &[("export.zip", &archive)]);
    assert_eq!((&told["files"][0]["file"], &told["runs"]), (&"export.zip".into(), &2.into()));
    let shown = desk.types(&format!("show last --on {LAST_DAY} --format json")).well().json();
    let file = shown["runs"][0]["file"].as_str().unwrap();
    assert!(file.starts_with("export.zip!/"), "{file}");
}

#[test]
fn a_run_that_is_there_twice_is_told() {
    let (_, door) = served("handed-in-twice");
    let mut copy = RUNS[0].clone();
    copy.extend_from_slice(b"\n");
    let told = imports(&door, &[("watch.fit", &RUNS[0]), ("phone.fit", &copy)]);
    assert_eq!((&told["runs"], &told["holds"]), (&2.into(), &1.into()), "{told}");
    assert_eq!(told["duplicates"].as_array().unwrap().len(), 1, "{told}");
}

#[test]
fn an_import_is_undone_and_taken_back_and_nothing_is_lost() {
    let (desk, door) = served("handed-in-undone");
    imports(&door, &[("one.fit", &RUNS[0])]);
    imports(&door, &[("two.fit", &RUNS[1]), ("three.fit", &RUNS[2])]);
    let count = || door.get("/api/logbook").well().json()["runs"].clone();
    assert_eq!(count(), 3);
    let told = undo(&door, 2, true);
    assert_eq!(
        (&told["imports"][0]["number"], &told["imports"][0]["set_aside"]),
        (&2.into(), &2.into())
    );
    assert_eq!(count(), 1);
    assert_eq!(desk.types("imports --format json").well().json(), told);
    undo(&door, 2, false);
    assert_eq!(count(), 3);
    undo(&door, 2, true);
    let again = imports(&door, &[("again.fit", &RUNS[1])]);
    assert_eq!((&again["files"][0]["count_again"], &again["holds"]), (&1.into(), &2.into()));
}

#[test]
fn the_import_that_was_looked_at_is_undone_though_the_numbers_moved_meanwhile() {
    let (desk, door) = served("handed-in-moved");
    imports(&door, &[("one.fit", &RUNS[0])]);
    let run = door.get("/api/runs/last").well().json()["id"].as_str().unwrap().to_owned();
    imports(&door, &[("two.fit", &RUNS[1]), ("three.fit", &RUNS[2])]);
    imports(&door, &[("four.fit", &RUNS[3])]);
    let second = moment_of(&door, 2);
    let first = door.get("/api/imports").json()["imports"][2]["at"].as_str().unwrap().to_owned();
    desk.types(&format!("forget {run} --yes")).well();
    let told = say_of(&door, &second, true).well().json();
    let aside: Vec<_> =
        told["imports"].as_array().unwrap().iter().map(|it| &it["set_aside"]).collect();
    assert_eq!(aside, [0, 2]);
    let gone = say_of(&door, &first, true);
    assert_eq!((gone.status, &gone.json()["kind"]), (422, &"refused".into()), "{}", gone.body);
}

#[test]
fn what_was_undone_counts_again_when_it_is_imported_in_a_terminal() {
    let desk = Desk::with_runs("undone-typed");
    desk.types("import FILES").well();
    let told = desk.types("imports undo 1").well().result;
    assert!(told.contains("; undone"), "{told}");
    let told = desk.types("import FILES").well().result;
    assert!(told.contains("set aside count again"), "{told}");
    let told = desk.types("imports").well().result;
    assert!(!told.contains("; undone"), "{told}");
}

#[test]
fn an_import_that_never_was_cannot_be_undone() {
    let desk = Desk::with_runs("undone-none");
    desk.types("import FILES").well();
    desk.types("imports undo 7").refused("there is no import 7", "with the number 1");
    Desk::empty("undone-nothing").types("imports").refused("no runs yet", "everymile import PATH");
}

#[test]
fn what_is_too_large_is_refused_on_its_way_and_leaves_nothing() {
    let (desk, door) = served("handed-in-large");
    let number = door.begins_import();
    let large = vec![0; UPLOAD_MAX as usize + 1];
    let refused = door.hand_in(number, "large.fit", &large);
    assert_eq!((refused.status, &refused.json()["kind"]), (413, &"too-large".into()));
    assert!(refused.body.contains("everymile import"), "{}", refused.body);
    door.hand_in(number, "small.fit", &RUNS[0]).well();
    let half = vec![0; UPLOAD_MAX as usize - 10_000];
    assert_eq!(door.hand_in(number, "too-many.fit", &half).status, 413, "all together");
    let told = door.say("POST", &format!("/api/import/{number}"), "", &[]).well().json();
    assert_eq!(told["files"].as_array().unwrap().len(), 1);
    assert!(desk.folder.join("logbook.everymile").exists());
}

#[test]
fn a_name_is_a_label_and_chooses_no_place() {
    let (desk, door) = served("handed-in-path");
    let outside = desk.folder.join("planted.fit");
    let path = outside.display().to_string().replace('/', "%2F");
    let number = door.begins_import();
    for name in ["..%2F..%2Fplanted.fit", &path, "%00planted.fit", "..%5Cplanted.fit"] {
        door.hand_in(number, name, &RUNS[0]).well();
    }
    let told = door.say("POST", &format!("/api/import/{number}"), "", &[]).well().json();
    for file in told["files"].as_array().unwrap() {
        assert_eq!(file["file"], "planted.fit");
    }
    assert!(!outside.exists() && !Path::new("planted.fit").exists());
}

#[test]
fn what_is_handed_in_reads_nothing_that_lies_beside_it() {
    let (desk, door) = served("handed-in-beside");
    std::fs::write(desk.folder.join("secret.fit"), &RUNS[0]).unwrap();
    let table = "Activity ID,Activity Date,Activity Name,Activity Type,Filename\n\
                 1,\"Mar 5, 2026, 6:00:00 AM\",Run,Run,secret.fit\n\
                 2,\"Mar 6, 2026, 6:00:00 AM\",Run,Run,../../../../etc/passwd\n\
                 3,\"Mar 7, 2026, 6:00:00 AM\",Run,Run,1\n";
    let told = imports(&door, &[("activities.csv", table.as_bytes()), ("b.fit", &RUNS[1])]);
    assert!(!told.to_string().contains("root:"), "{told}");
    let table = &told["files"].as_array().unwrap().iter().find(|it| it["file"] == "activities.csv");
    assert_eq!(table.map_or(0.into(), |it| it["runs"].clone()), 0, "{told}");
}

#[test]
fn another_site_can_hand_nothing_in_and_undo_nothing() {
    let (_, door) = served("handed-in-cross");
    let number = door.begins_import();
    let from = |name: &str, value: &str, kind: &str| {
        let request = Request::put(format!("/api/import/{number}/files?name=a.fit"))
            .header("host", HOST)
            .header("content-type", kind)
            .header(name, value);
        door.send(request.body(Body::from(RUNS[0].clone())).unwrap()).status
    };
    let bytes = "application/octet-stream";
    assert_eq!(from("origin", "http://evil.example", bytes), 403);
    assert_eq!(from("sec-fetch-site", "cross-site", bytes), 403);
    assert_eq!(from("sec-fetch-site", "same-origin", "multipart/form-data; boundary=a"), 403);
    assert_eq!(from("sec-fetch-site", "same-origin", "text/plain"), 403);
    assert_eq!(from("sec-fetch-site", "same-origin", bytes), 200);
    let evil = [("origin", "http://evil.example")];
    for (method, path) in
        [("POST", "/api/import"), ("POST", "/api/import/1"), ("PUT", "/api/imports/1")]
    {
        assert_eq!(door.say(method, path, r#"{"is_set_aside":true}"#, &evil).status, 403, "{path}");
    }
}

#[test]
fn beyond_this_machine_nothing_is_handed_in_without_the_password() {
    let book = Desk::empty("handed-in-locked").folder.join("logbook.everymile");
    let door = Door::locked(&book, LAST_DAY, "long slow distance");
    assert_eq!(door.say("POST", "/api/import", "", &[]).status, 401);
    assert_eq!(door.hand_in(1, "a.fit", &RUNS[0]).status, 401);
}

#[test]
fn an_import_that_was_overtaken_says_so() {
    let (_, door) = served("handed-in-overtaken");
    let first = door.begins_import();
    door.begins_import();
    let told = door.hand_in(first, "a.fit", &RUNS[0]);
    assert_eq!((told.status, &told.json()["kind"]), (404, &"not-found".into()));
    assert_eq!(door.get("/api/import").well().json()["doing"], Value::Null);
}

/// An archive whose files are stored as they are (APPNOTE.TXT 4.3).
fn stored_zip(files: &[(&str, &[u8])]) -> Vec<u8> {
    let (mut archive, mut directory) = (Vec::new(), Vec::new());
    for (name, bytes) in files {
        let at = archive.len() as u32;
        let fields = |out: &mut Vec<u8>| {
            out.extend([0; 8]);
            out.extend(crc32(bytes).to_le_bytes());
            out.extend((bytes.len() as u32).to_le_bytes());
            out.extend((bytes.len() as u32).to_le_bytes());
            out.extend((name.len() as u16).to_le_bytes());
            out.extend([0; 2]);
        };
        archive.extend(b"PK\x03\x04\x14\x00");
        fields(&mut archive);
        archive.extend(name.as_bytes());
        archive.extend(*bytes);
        directory.extend(b"PK\x01\x02\x14\x00\x14\x00");
        fields(&mut directory);
        directory.extend([0; 10]);
        directory.extend(at.to_le_bytes());
        directory.extend(name.as_bytes());
    }
    let (at, count) = (archive.len() as u32, (files.len() as u16).to_le_bytes());
    archive.extend(&directory);
    archive.extend(b"PK\x05\x06\0\0\0\0");
    archive.extend(count);
    archive.extend(count);
    archive.extend((directory.len() as u32).to_le_bytes());
    archive.extend(at.to_le_bytes());
    archive.extend([0; 2]);
    archive
}

fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0u32, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| {
            (sum >> 1) ^ (0xedb8_8320 & (sum & 1).wrapping_neg())
        })
    })
}
