//! Stories of the page's gate: who is let in, who is turned away, and what no request can reach.
#![allow(clippy::disallowed_methods, reason = "stories read and write files")]

mod desk;
mod knock;

use axum::{body::Body, http::Request};
use clap::Parser;
use desk::{Desk, LAST_DAY};
use everymile::cli::{Cli, Command};
use knock::{Door, HOST};

fn door(story: &str) -> Door {
    Door::of(&Desk::empty(story).folder.join("logbook.everymile"), LAST_DAY)
}

#[test]
fn a_name_that_was_bent_to_this_machine_is_turned_away() {
    let door = door("gate-name");
    for (host, status) in [(HOST, 200), ("localhost:4810", 200), ("evil.example:4810", 421)] {
        let asked = Request::get("/").header("host", host).body(Body::empty()).unwrap();
        assert_eq!(door.send(asked).status, status, "{host}");
    }
    let nameless = Request::get("/").body(Body::empty()).unwrap();
    assert_eq!(door.send(nameless).status, 421);
}

#[test]
fn another_site_can_write_nothing() {
    let door = door("gate-write");
    let said = r#"{"answers":{"fatigue":"5"}}"#;
    let ours = [("origin", "http://127.0.0.1:4810"), ("sec-fetch-site", "same-origin")];
    assert_eq!(
        door.say("PUT", "/api/check-in", said, &[("origin", "http://evil.example")]).status,
        403
    );
    assert_eq!(door.say("PUT", "/api/check-in", said, &[("origin", "null")]).status, 403);
    assert_eq!(
        door.say("PUT", "/api/check-in", said, &[("sec-fetch-site", "cross-site")]).status,
        403
    );
    assert_eq!(
        door.say("PUT", "/api/check-in", said, &[("sec-fetch-site", "same-site")]).status,
        403
    );
    assert_ne!(door.say("PUT", "/api/check-in", said, &ours).status, 403);
}

#[test]
fn a_form_of_another_site_cannot_speak_as_a_check_in() {
    let form = Request::put("/api/check-in")
        .header("host", HOST)
        .header("content-type", "text/plain")
        .body(Body::from(r#"{"answers":{}}"#))
        .unwrap();
    assert_eq!(door("gate-form").send(form).status, 403);
}

#[test]
fn nothing_inline_and_nothing_from_elsewhere_may_run() {
    let door = door("gate-policy");
    for path in ["/", "/api/today", "/api/nothing"] {
        let back = door.get(path);
        let policy = back.header("content-security-policy");
        assert!(policy.starts_with("default-src 'none'; script-src 'self'"), "{path}: {policy}");
        assert!(!policy.contains("unsafe") && !policy.contains("http") && !policy.contains('*'));
        assert!(policy.contains("frame-ancestors 'none'"));
        assert_eq!(back.header("x-content-type-options"), "nosniff");
        assert_eq!(back.header("referrer-policy"), "no-referrer");
    }
}

#[test]
fn what_is_told_of_the_runner_is_kept_by_no_cache_and_read_by_no_other_site() {
    let back = door("gate-cache").get("/api/today");
    assert_eq!(back.header("cache-control"), "no-store");
    assert_eq!(back.header("cross-origin-resource-policy"), "same-origin");
    assert_eq!(back.header("access-control-allow-origin"), "");
}

#[test]
fn no_path_reaches_the_disk() {
    let desk = Desk::empty("gate-path");
    std::fs::write(desk.folder.join("secret.txt"), "secret").unwrap();
    let door = Door::of(&desk.folder.join("logbook.everymile"), LAST_DAY);
    let inside = desk.folder.join("secret.txt");
    for path in [
        "/../secret.txt",
        "/..%2fsecret.txt",
        "/assets/..%2f..%2fsecret.txt",
        "/assets/../../../../etc/passwd",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/api/runs/..%2f..%2fsecret.txt",
        &format!("/{}", inside.display()),
    ] {
        let back = door.get(path);
        assert!(!back.body.contains("secret\n") && back.body != "secret", "{path}");
        assert!(!back.body.contains("root:"), "{path}");
        assert_eq!(back.status, 404, "{path}");
    }
}

#[test]
fn a_body_without_end_is_refused() {
    let much = format!(r#"{{"forget":["{}"]}}"#, "a".repeat(70_000));
    assert_eq!(door("gate-much").put("/api/check-in", &much).status, 413);
}

#[test]
fn what_no_route_can_read_is_told_as_a_problem_too() {
    let door = door("gate-unread");
    let much = format!(r#"{{"forget":["{}"]}}"#, "a".repeat(70_000));
    let asked = [
        (door.get("/api/calendar?from=yesterday"), 400, "refused"),
        (door.put("/api/plan/changes/first", r#"{"is_accepted":true}"#), 400, "refused"),
        (door.put("/api/check-in", "{"), 400, "refused"),
        (door.put("/api/check-in", r#"{"answers":3}"#), 422, "refused"),
        (door.put("/api/check-in", &much), 413, "refused"),
        (door.put("/api/today", "{}"), 405, "refused"),
        (door.get("/api/nothing"), 404, "not-found"),
    ];
    for (told, status, kind) in asked {
        let problem = told.json();
        assert_eq!((told.status, &problem["kind"]), (status, &kind.into()), "{}", told.body);
        let says = |part: &str| problem[part].as_str().is_some_and(|text| !text.is_empty());
        assert!(says("what") && says("remedy"), "{}", told.body);
    }
}

#[test]
fn beyond_this_machine_nothing_is_told_without_the_password() {
    let book = Desk::empty("gate-locked").folder.join("logbook.everymile");
    let door = Door::locked(&book, LAST_DAY, "long slow distance");
    assert_eq!(door.get("/api/today").status, 401);
    assert_eq!(door.get("/api/openapi.json").status, 401);
    assert_eq!(door.get("/").status, 200);
    let wrong = door.say("POST", "/api/session", r#"{"password":"short"}"#, &[]);
    assert_eq!((wrong.status, wrong.header("set-cookie")), (401, ""));
}

#[test]
fn the_password_opens_a_session_that_no_script_and_no_other_site_can_use() {
    let book = Desk::empty("gate-open").folder.join("logbook.everymile");
    let door = Door::locked(&book, LAST_DAY, "long slow distance");
    let said = r#"{"password":"long slow distance"}"#;
    let cookie = door.say("POST", "/api/session", said, &[]).well().header("set-cookie").to_owned();
    assert!(cookie.contains("HttpOnly; SameSite=Strict; Path=/; Max-Age="), "{cookie}");
    let pair = cookie.split(';').next().unwrap();
    let with = |path: &str| door.say("GET", path, "", &[("cookie", pair)]).status;
    assert_eq!(with("/api/today"), 404, "in, and there are no runs");
    door.say("DELETE", "/api/session", "", &[("cookie", pair)]).well();
    assert_eq!(with("/api/today"), 401);
}

#[test]
fn passwords_cannot_be_tried_without_end() {
    let book = Desk::empty("gate-tries").folder.join("logbook.everymile");
    let door = Door::locked(&book, LAST_DAY, "long slow distance");
    let tried = |word: &str| {
        door.say("POST", "/api/session", &format!(r#"{{"password":"{word}"}}"#), &[]).status
    };
    assert_eq!([tried("a"), tried("b"), tried("c"), tried("d"), tried("e")], [401; 5]);
    assert_eq!(tried("long slow distance"), 429);
}

#[test]
fn only_this_machine_can_ask_unless_the_runner_says_otherwise() {
    let asked = Cli::try_parse_from(["everymile", "serve"]).unwrap();
    let Command::Serve(serve) = asked.command else { panic!("serve was asked") };
    assert!(serve.host.is_loopback(), "{}", serve.host);
}

#[test]
fn listening_beyond_this_machine_is_refused_without_a_password() {
    let desk = Desk::empty("gate-refused");
    let told = desk.types("serve --host 0.0.0.0 --port 0");
    assert_eq!(told.status, 2);
    assert!(told.messages.contains("no password is set"), "{}", told.messages);
    assert!(told.messages.contains("serve --set-password"), "{}", told.messages);
}

#[test]
fn what_is_no_logbook_is_refused_before_a_page_is_served() {
    let desk = Desk::empty("gate-broken");
    std::fs::write(desk.folder.join("logbook.everymile"), "not a logbook").unwrap();
    desk.types("serve --port 0").refused("is not an everymile logbook", "--logbook");
}
