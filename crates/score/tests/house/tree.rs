//! The repository as the house tests see it: its files, and what cargo says of its crates.

use serde_json::Value;
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// Where the repository lies.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(2).expect("the crate lies two levels down").to_path_buf()
}

/// A file of the repository: its path from the root with forward slashes, and its text.
pub struct Text {
    pub path: String,
    pub body: String,
}

/// Every text file under `folder`, build products and version control left out.
pub fn texts_under(folder: &str) -> Vec<Text> {
    let mut found = Vec::new();
    collect(&root().join(folder), &mut found);
    assert!(!found.is_empty(), "no text found under {folder:?}");
    found
}

/// Every Rust file under `folder`.
pub fn rust_under(folder: &str) -> Vec<Text> {
    let is_rust = |text: &Text| Path::new(&text.path).extension().is_some_and(|it| it == "rs");
    texts_under(folder).into_iter().filter(is_rust).collect()
}

fn collect(folder: &Path, found: &mut Vec<Text>) {
    for entry in fs::read_dir(folder).expect("the folder is there").flatten() {
        let path = entry.path();
        let name = entry.file_name();
        if name == "target" || name == ".git" || name == "node_modules" {
            continue;
        }
        if path.is_dir() {
            collect(&path, found);
        } else if let Ok(body) = fs::read_to_string(&path) {
            let inside = path.strip_prefix(root()).expect("found under the root");
            found.push(Text { path: inside.to_string_lossy().replace('\\', "/"), body });
        }
    }
}

/// The code of a Rust file without its unit tests, which come last.
pub fn without_tests(body: &str) -> &str {
    body.split("#[cfg(test)]\nmod ").next().unwrap_or(body)
}

/// What `cargo metadata` says; `None` when cargo could not say it without the network.
pub fn metadata(arguments: &[&str]) -> Option<Value> {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--offline"])
        .args(arguments)
        .current_dir(root())
        .output()
        .expect("cargo runs, since it runs this test");
    serde_json::from_slice(&output.stdout).ok()
}

/// The list that `value` holds, or an empty one.
pub fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}
