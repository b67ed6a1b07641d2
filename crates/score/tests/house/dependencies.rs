//! What the house is built from: every dependency's licence, source and version, held against
//! `deny.toml`. `cargo deny` reads the same file; this needs no tool beyond cargo.

use crate::tree::{list, metadata, root};
use std::{collections::BTreeMap, fs};
use toml::Table;

#[test]
fn every_dependency_has_a_licence_we_allow() {
    let Some(metadata) = metadata(&["--filter-platform", &host()]) else {
        println!("skipped: cargo could not list the dependencies without the network");
        return;
    };
    let allowed = words(&rules(), "licenses", "allow");
    for package in list(&metadata["packages"]) {
        let licence = package["license"].as_str().unwrap_or("none named").replace('/', " OR ");
        assert!(is_allowed(&licence, &allowed), "{}: {licence}", package["name"]);
    }
}

#[test]
fn every_dependency_comes_from_the_registry_we_know() {
    let allowed = words(&rules(), "sources", "allow-registry");
    for package in locked() {
        let Some(source) = package.get("source").and_then(toml::Value::as_str) else { continue };
        let known = allowed.iter().any(|registry| source == format!("registry+{registry}"));
        assert!(known, "{}: {source}", package["name"]);
    }
}

#[test]
fn no_dependency_is_banned_and_none_comes_twice() {
    let rules = rules();
    let banned = crates(&rules, "deny");
    let may_come_twice = crates(&rules, "skip");
    let mut versions: BTreeMap<String, usize> = BTreeMap::new();
    for package in locked() {
        let name = package["name"].as_str().expect("a locked crate has a name").to_owned();
        assert!(!banned.contains(&name), "{name} is banned by deny.toml");
        *versions.entry(name).or_default() += 1;
    }
    versions.retain(|name, count| *count > 1 && !may_come_twice.contains(name));
    assert!(versions.is_empty(), "several versions of {versions:?}");
}

#[test]
fn a_licence_expression_is_read_as_it_is_written() {
    let allowed = ["MIT".to_owned(), "Unicode-3.0".to_owned()];
    assert!(is_allowed("GPL-3.0 OR MIT", &allowed));
    assert!(is_allowed("(MIT OR Apache-2.0) AND Unicode-3.0", &allowed));
    assert!(!is_allowed("MIT AND GPL-3.0", &allowed));
}

/// Whether a choice of the expression is allowed in all its parts. Brackets are read as they occur
/// in practice: around one part of an AND.
fn is_allowed(expression: &str, allowed: &[String]) -> bool {
    let parts = expression.split(" AND ").map(|part| part.trim_matches(['(', ')']));
    parts.into_iter().all(|part| part.split(" OR ").any(|one| allowed.iter().any(|it| it == one)))
}

fn host() -> String {
    let version = std::process::Command::new("rustc").arg("-vV").output().expect("rustc runs");
    let text = String::from_utf8_lossy(&version.stdout).into_owned();
    let line = text.lines().find_map(|line| line.strip_prefix("host: "));
    line.expect("rustc names its host").to_owned()
}

fn rules() -> Table {
    read_toml("deny.toml")
}

fn locked() -> Vec<toml::Value> {
    read_toml("Cargo.lock")["package"].as_array().expect("the lock lists crates").clone()
}

fn read_toml(file: &str) -> Table {
    let text = fs::read_to_string(root().join(file)).expect("the file lies at the root");
    text.parse().expect("the file is TOML")
}

fn words(rules: &Table, section: &str, key: &str) -> Vec<String> {
    let values = rules[section][key].as_array().expect("a list");
    values.iter().filter_map(toml::Value::as_str).map(str::to_owned).collect()
}

fn crates(rules: &Table, key: &str) -> Vec<String> {
    let values = rules["bans"][key].as_array().expect("a list");
    values.iter().filter_map(|it| it.get("crate")?.as_str()).map(str::to_owned).collect()
}
