//! The walls between the rooms. A new arrow between crates changes this table first.

use crate::tree::{list, metadata, rust_under, without_tests};
use serde_json::Value;

/// Which crates each crate may know.
pub const ARROWS: [(&str, &[&str]); 10] = [
    ("training", &[]),
    ("watch", &["training"]),
    ("purpose", &["training"]),
    ("rulebook", &["training"]),
    ("planner", &["training", "rulebook"]),
    ("logbook", &["training"]),
    ("simulator", &["training", "watch"]),
    ("dashboard", &[]),
    (
        "everymile",
        &[
            "training",
            "watch",
            "purpose",
            "rulebook",
            "planner",
            "logbook",
            "simulator",
            "dashboard",
        ],
    ),
    (
        "score",
        &[
            "training",
            "watch",
            "purpose",
            "rulebook",
            "planner",
            "logbook",
            "simulator",
            "everymile",
        ],
    ),
];

/// Which crates anybody's tests may know beside that: real files and runners to test with.
const ARROWS_OF_TESTS: [&str; 2] = ["watch", "simulator"];

/// The rooms that think: same input, same answer, for ever.
const THINKING: [&str; 6] = ["training", "watch", "purpose", "rulebook", "planner", "simulator"];

/// What a thinking room may not touch. Clippy forbids the calls; this forbids the words.
const OUTSIDE_WORLD: [&str; 9] = [
    "std::fs",
    "std::net",
    "std::env",
    "std::process",
    "SystemTime::now",
    "Instant::now",
    "Timestamp::now",
    "Zoned::now",
    "disallowed_methods",
];

/// Names that say nothing.
const EMPTY_NAMES: [&str; 9] =
    ["core", "common", "util", "utils", "helper", "helpers", "shared", "types", "misc"];

#[test]
fn every_arrow_between_crates_is_in_the_table() {
    let metadata = metadata(&["--no-deps"]).expect("cargo knows its own workspace");
    for package in list(&metadata["packages"]) {
        let name = word(package, "name");
        let (_, allowed) = ARROWS
            .into_iter()
            .find(|(room, _)| *room == name)
            .unwrap_or_else(|| panic!("the crate '{name}' is not in the table of arrows"));
        for dependency in list(&package["dependencies"]).iter().filter(|it| it["path"].is_string())
        {
            let other = word(dependency, "name");
            let by_tests = dependency["kind"] == "dev" && ARROWS_OF_TESTS.contains(&other);
            assert!(
                allowed.contains(&other) || by_tests,
                "'{name}' may not know '{other}': change the table of arrows first, and say why"
            );
        }
    }
}

#[test]
fn every_crate_says_what_it_is_for() {
    let metadata = metadata(&["--no-deps"]).expect("cargo knows its own workspace");
    for package in list(&metadata["packages"]) {
        let description = package["description"].as_str().unwrap_or_default();
        assert!(description.len() > 30, "'{}' has no description", word(package, "name"));
    }
}

#[test]
fn thinking_rooms_touch_no_clock_no_disk_no_network_and_no_environment() {
    for room in THINKING {
        for text in rust_under(&format!("crates/{room}/src")) {
            for touch in OUTSIDE_WORLD {
                assert!(
                    !without_tests(&text.body).contains(touch),
                    "{} touches the outside world: {touch}",
                    text.path
                );
            }
        }
    }
}

#[test]
fn no_rule_knows_another() {
    for text in rust_under("crates/rulebook/src/rules") {
        for other in ["rules::", "super::"] {
            assert!(!without_tests(&text.body).contains(other), "{} knows {other}", text.path);
        }
    }
}

#[test]
fn no_crate_and_no_module_has_an_empty_name() {
    for text in rust_under("crates") {
        let empty = text.path.split(['/', '.']).find(|part| EMPTY_NAMES.contains(part));
        assert_eq!(empty, None, "{}: name it after its subject", text.path);
    }
}

fn word<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key].as_str().expect("cargo names it")
}
