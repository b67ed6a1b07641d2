//! The documents held to the house: they leave out no command, no room, no dependency and no field,
//! and what they point at is there.

use crate::{
    tree::{Text, list, metadata, root, rust_under, texts_under},
    walls::ARROWS,
};
use std::{
    fs,
    path::{Path, PathBuf},
};

#[test]
fn the_readme_names_every_command() {
    let readme = document("README.md");
    let folder = root().join("crates/everymile/src/commands");
    for file in fs::read_dir(folder).expect("one file for each command").flatten() {
        let command = file.path().with_extension("");
        let command = command.file_name().expect("a file has a name").to_string_lossy();
        let command = command.replace('_', "-");
        let named = [format!("`everymile {command}`"), format!("`everymile {command} ")];
        assert!(named.iter().any(|name| readme.contains(name)), "the command {command}");
    }
}

#[test]
fn the_architecture_shows_the_table_of_arrows() {
    let architecture = document("ARCHITECTURE.md");
    for (room, known) in ARROWS {
        let known = if known.is_empty() { "nobody".to_owned() } else { known.join(", ") };
        let line = format!("| `{room}` | {known} |");
        assert!(architecture.contains(&line), "ARCHITECTURE.md lacks the line {line}");
    }
}

#[test]
fn every_dependency_has_its_line_among_the_decisions() {
    let decisions = document("DECISIONS.md");
    let metadata = metadata(&["--no-deps"]).expect("cargo knows its own workspace");
    let dependencies = list(&metadata["packages"]).iter().flat_map(|it| list(&it["dependencies"]));
    for dependency in dependencies.filter(|it| it["path"].is_null()) {
        let name = dependency["name"].as_str().expect("a dependency has a name");
        assert!(decisions.contains(&format!("\n| `{name}` |")), "DECISIONS.md lacks {name}");
    }
}

#[test]
fn every_field_of_the_json_is_described() {
    let described = document("docs/json.md");
    for text in rust_under("crates/everymile/src/view") {
        for field in written_fields(&text.body) {
            let named = [format!("`{field}`"), format!("\"{field}\"")];
            assert!(named.iter().any(|name| described.contains(name)), "{}: {field}", text.path);
        }
    }
}

#[test]
fn what_the_documents_point_at_is_there() {
    for Text { path, body } in documents() {
        let folder = Path::new(&path).parent().expect("a document lies in a folder");
        for target in links(&body).map(|link| folder.join(link)).chain(paths(&body)) {
            assert!(root().join(&target).exists(), "{path} points at {}", target.display());
        }
    }
}

#[test]
fn only_what_is_written_needs_a_description() {
    let code = "/// A.\npub a: u8,\n#[serde(skip)]\npub b: u8,\n/// C.\npub const C: u8 = 3;\n";
    assert_eq!(written_fields(code), ["a"]);
}

fn document(path: &str) -> String {
    fs::read_to_string(root().join(path)).expect("the document is there")
}

/// Every Markdown file outside the crates.
fn documents() -> impl Iterator<Item = Text> {
    let is_document = |text: &Text| {
        Path::new(&text.path).extension().is_some_and(|it| it == "md")
            && !text.path.starts_with("crates/")
    };
    texts_under("").into_iter().filter(is_document)
}

/// The public fields that serde writes under their own names; a line of its own stands before each.
fn written_fields(code: &str) -> Vec<&str> {
    let is_hidden =
        |line: &str| ["#[serde(skip", "#[serde(flatten"].iter().any(|it| line.contains(it));
    let lines: Vec<&str> = code.lines().map(str::trim).collect();
    let shown = lines.windows(2).filter(|pair| !is_hidden(pair[0]));
    let named = shown.filter_map(|pair| pair[1].strip_prefix("pub ")?.split_once(": "));
    named.map(|(name, _)| name).filter(|name| !name.contains([' ', '('])).collect()
}

/// Where `[text](target)` leads inside the repository.
fn links(body: &str) -> impl Iterator<Item = &str> {
    let targets = body.split("](").skip(1).filter_map(|rest| rest.split(')').next());
    targets.filter(|target| !target.contains("://"))
}

/// Paths into the crates, in backticks.
fn paths(body: &str) -> impl Iterator<Item = PathBuf> {
    let quoted = body.split('`').skip(1).step_by(2);
    quoted.filter(|quote| quote.starts_with("crates/")).map(Into::into)
}
