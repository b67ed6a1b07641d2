//! Stories of a backup taken and brought back on the page: the file that a terminal would write, looked
//! over before anything is replaced, and nothing that was said meanwhile lost.
#![allow(clippy::disallowed_methods, reason = "stories read and write files")]

mod desk;
mod knock;

use axum::{body::Body, http::Request};
use desk::{Desk, LAST_DAY, RUNS};
use knock::{Back, Door, HOST, UPLOAD_MAX, served};
use logbook::Logbook;
use serde_json::{Value, json};
use std::{fs, path::Path};

fn digest(path: &Path) -> logbook::ContentHash {
    Logbook::open(path).unwrap().facts_digest().unwrap()
}

fn post(door: &Door, path: &str) -> Back {
    door.say("POST", path, "", &[])
}

/// Takes a backup on the page, as it would lie among the downloads.
fn backup(desk: &Desk, door: &Door) -> Vec<u8> {
    let made = post(door, "/api/backup").well().json();
    let fetched = door.get(&format!("/api/backup/{}", made["number"])).well();
    assert_eq!(made["bytes"], fetched.bytes.len());
    fs::write(desk.folder.join("fetched.everymile"), &fetched.bytes).unwrap();
    fetched.bytes
}

/// Hands a backup in, which replaces nothing yet.
fn hand_in(door: &Door, bytes: &[u8]) -> Back {
    let request = Request::put("/api/restore").header("host", HOST);
    let request = request.header("content-type", "application/octet-stream");
    door.send(request.body(Body::from(bytes.to_owned())).unwrap())
}

/// The logbooks that were kept aside.
fn kept_beside(desk: &Desk) -> Vec<String> {
    let names = fs::read_dir(&desk.folder).unwrap();
    let names = names.map(|it| it.unwrap().file_name().into_string().unwrap());
    names.filter(|name| name.contains(".before-")).collect()
}

#[test]
fn a_backup_on_the_page_is_the_one_of_the_terminal_and_is_fetched_once() {
    let (desk, door) = served("backup-page");
    let book = desk.folder.join("logbook.everymile");
    let made = post(&door, "/api/backup").well().json();
    assert_eq!(made["originals"], RUNS.len());
    let path = format!("/api/backup/{}", made["number"]);
    let fetched = door.get(&path).well();
    assert_eq!(fetched.header("content-encoding"), "");
    assert_eq!(fetched.header("content-length"), fetched.bytes.len().to_string());
    let name = format!("attachment; filename=\"everymile-{LAST_DAY}.everymile\"");
    assert_eq!(fetched.header("content-disposition"), name);
    fs::write(desk.folder.join("fetched.everymile"), &fetched.bytes).unwrap();
    assert_eq!(digest(&desk.folder.join("fetched.everymile")), digest(&book));
    desk.types("--logbook again.everymile restore fetched.everymile").well();
    let again = door.get(&path);
    assert_eq!((again.status, &again.json()["kind"]), (404, &json!("not-found")));
}

#[test]
fn where_there_is_no_logbook_there_is_nothing_to_back_up() {
    let desk = Desk::empty("backup-none");
    let door = Door::of(&desk.folder.join("logbook.everymile"), LAST_DAY);
    let told = post(&door, "/api/backup");
    assert_eq!((told.status, &told.json()["kind"]), (404, &json!("no-runs")));
}

#[test]
fn what_a_backup_holds_and_what_it_would_replace_is_said_before_anything_is_replaced() {
    let (desk, door) = served("restore-told");
    let bytes = backup(&desk, &door);
    desk.types(&format!("check-in --on {LAST_DAY} --soreness 3")).well();
    desk.types("correct last --purpose tempo").well();
    let before = digest(&desk.folder.join("logbook.everymile"));
    let told = hand_in(&door, &bytes).well().json();
    assert_eq!(
        (&told["holds"]["runs"], &told["replaces"]["runs"]),
        (&json!(RUNS.len()), &json!(RUNS.len()))
    );
    assert_eq!(told["holds"]["last"], told["replaces"]["last"]);
    assert_eq!((&told["holds"]["days"], &told["replaces"]["days"]), (&json!(0), &json!(1)));
    assert_eq!(
        (&told["holds"]["corrections"], &told["replaces"]["corrections"]),
        (&json!(0), &json!(1))
    );
    assert_eq!(digest(&desk.folder.join("logbook.everymile")), before);
    let path = format!("/api/restore/{}", told["number"]);
    assert_eq!(door.say("DELETE", &path, "", &[]).status, 204);
    assert_eq!(post(&door, &path).status, 404, "it was left where it came from");
    assert_eq!(kept_beside(&desk), Vec::<String>::new());
}

#[test]
fn what_is_said_between_the_look_and_the_word_is_in_what_is_kept_beside() {
    let (desk, door) = served("restore-meanwhile");
    let bytes = backup(&desk, &door);
    let before = digest(&desk.folder.join("logbook.everymile"));
    let told = hand_in(&door, &bytes).well().json();
    door.put("/api/check-in", &json!({"on": LAST_DAY, "answers": {"soreness": "4"}}).to_string())
        .well();
    assert_eq!(door.get("/api/today").well().status, 200);
    let put = post(&door, &format!("/api/restore/{}", told["number"])).well().json();
    let kept = put["kept"].as_str().unwrap();
    assert_eq!(digest(&desk.folder.join("logbook.everymile")), before);
    let day =
        desk.types(&format!("--logbook {kept} check-in --show --on {LAST_DAY} --format json"));
    assert_eq!(day.well().json()[0]["soreness"], 4);
    let said = door.get(&format!("/api/check-in?on={LAST_DAY}")).well();
    assert!(!said.body.contains("\"soreness\":4"), "the page reads anew: {}", said.body);
}

#[test]
fn a_backup_is_brought_back_where_no_logbook_was_and_nothing_is_kept_beside() {
    let (desk, door) = served("restore-first");
    let bytes = backup(&desk, &door);
    let new = Desk::empty("restore-first-new");
    let door = Door::of(&new.folder.join("logbook.everymile"), LAST_DAY);
    let told = hand_in(&door, &bytes).well().json();
    assert_eq!((&told["replaces"], &told["is_unreadable"]), (&Value::Null, &json!(false)));
    let put = post(&door, &format!("/api/restore/{}", told["number"])).well().json();
    assert_eq!(put["kept"], Value::Null);
    assert_eq!(door.get("/api/logbook").well().json()["runs"], RUNS.len());
    assert_eq!(kept_beside(&new), Vec::<String>::new());
}

#[test]
fn a_damaged_logbook_is_replaced_and_kept_as_it_lies() {
    let (desk, door) = served("restore-damaged");
    let bytes = backup(&desk, &door);
    drop(door);
    let book = desk.folder.join("logbook.everymile");
    let mut broken = fs::read(&book).unwrap();
    broken[4096..40_000].fill(0xA5);
    fs::write(&book, &broken).unwrap();
    let door = Door::of(&book, LAST_DAY);
    assert_eq!(door.get("/api/logbook").status, 500);
    let told = hand_in(&door, &bytes).well().json();
    assert_eq!((&told["replaces"], &told["is_unreadable"]), (&Value::Null, &json!(true)));
    let put = post(&door, &format!("/api/restore/{}", told["number"])).well().json();
    assert_eq!(fs::read(put["kept"].as_str().unwrap()).unwrap(), broken);
    assert_eq!(door.get("/api/logbook").well().json()["runs"], RUNS.len());
}

#[test]
fn what_is_no_whole_backup_is_refused_with_the_reason_and_nothing_changes() {
    let (desk, door) = served("restore-refused");
    let bytes = backup(&desk, &door);
    let book = desk.folder.join("logbook.everymile");
    let before = digest(&book);
    let refused = |bytes: &[u8], why: &str| {
        let told = hand_in(&door, bytes);
        assert_eq!((told.status, &told.json()["kind"]), (422, &json!("refused")), "{}", told.body);
        assert!(told.body.contains(why), "{}", told.body);
        assert!(!told.body.contains("/tmp"), "no path of the server's: {}", told.body);
    };
    refused(b"Dear runner", "that file is no logbook");
    refused(b"", "that file holds nothing");
    refused(&bytes[..bytes.len() / 2], "that file is damaged or cut off");
    refused(&RUNS[0], "that file is no logbook");
    let newer = desk.folder.join("newer.everymile");
    fs::write(&newer, &bytes).unwrap();
    let db = rusqlite::Connection::open(&newer).unwrap();
    db.execute_batch("PRAGMA journal_mode = DELETE; PRAGMA user_version = 99").unwrap();
    drop(db);
    refused(&fs::read(&newer).unwrap(), "that file was written by a newer everymile");
    assert_eq!(digest(&book), before);
    assert_eq!(kept_beside(&desk), Vec::<String>::new());
}

#[test]
fn what_is_too_large_is_refused_on_its_way() {
    let (_, door) = served("restore-large");
    let told = hand_in(&door, &vec![0; UPLOAD_MAX as usize + 1]);
    assert_eq!((told.status, &told.json()["kind"]), (413, &json!("too-large")));
    assert!(told.body.contains("everymile restore FILE"), "{}", told.body);
}

#[test]
fn another_site_can_make_no_backup_and_bring_none_back() {
    let (desk, door) = served("restore-cross");
    let bytes = backup(&desk, &door);
    let number = hand_in(&door, &bytes).well().json()["number"].clone();
    let evil = [("origin", "http://evil.example")];
    let put = format!("/api/restore/{number}");
    for (method, path) in [("POST", "/api/backup"), ("PUT", "/api/restore"), ("POST", put.as_str())]
    {
        assert_eq!(door.say(method, path, "", &evil).status, 403, "{method} {path}");
    }
    let request = Request::put("/api/restore").header("host", HOST);
    let request = request.header("content-type", "multipart/form-data; boundary=a");
    assert_eq!(door.send(request.body(Body::from(bytes)).unwrap()).status, 403);
    assert_eq!(kept_beside(&desk), Vec::<String>::new());
}

#[test]
fn beyond_this_machine_the_password_is_asked_first() {
    let book = Desk::empty("backup-locked").folder.join("logbook.everymile");
    let door = Door::locked(&book, LAST_DAY, "long slow distance");
    assert_eq!(post(&door, "/api/backup").status, 401);
    assert_eq!(door.get("/api/backup/1").status, 401);
    assert_eq!(hand_in(&door, b"Dear runner").status, 401);
    assert_eq!(post(&door, "/api/restore/1").status, 401);
}
