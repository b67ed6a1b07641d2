//! What the build makes of the page: carried where the crate holds it, a sheet where it cannot be built, and an
//! error where it is required. Each time the crate is built by itself, away from `web/`, as it is published.
#![allow(clippy::disallowed_methods, reason = "the stories build a crate in a folder of their own")]

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

/// What cargo made of the crate.
struct Built {
    is_well: bool,
    messages: String,
    /// The table of files that it made.
    table: String,
}

/// Builds the crate as it is published: alone, with what is put into `page/`.
fn built(story: &str, page: &[(&str, &str)], is_required: bool) -> Built {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(story);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.join("src")).unwrap();
    for file in ["build.rs", "sheet.html", "src/lib.rs"] {
        let own = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
        fs::copy(own, folder.join(file)).unwrap();
    }
    let manifest =
        "[package]\nname = \"dashboard\"\nversion = \"0.0.0\"\nedition = \"2024\"\n[workspace]\n";
    fs::write(folder.join("Cargo.toml"), manifest).unwrap();
    for (name, text) in page {
        let file = folder.join("page").join(name);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    }
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["build", "--offline", "--target-dir", "built"]).current_dir(&folder);
    cargo
        .env_remove("EVERYMILE_PAGE")
        .env_remove("EVERYMILE_PAGE_REQUIRED")
        .env_remove("RUSTFLAGS");
    if is_required {
        cargo.env("EVERYMILE_PAGE_REQUIRED", "1");
    }
    let told = cargo.output().unwrap();
    let table = table_in(&folder.join("built/debug/build")).unwrap_or_default();
    let messages = String::from_utf8_lossy(&told.stderr).into_owned();
    Built { is_well: told.status.success(), messages, table }
}

fn table_in(folder: &Path) -> Option<String> {
    let mut folders = fs::read_dir(folder).ok()?.flatten();
    folders.find_map(|entry| fs::read_to_string(entry.path().join("out/assets.rs")).ok())
}

#[test]
fn a_crate_that_carries_the_page_needs_no_node() {
    let page = [("index.html", "<!doctype html>"), ("assets/index.js", "let mile;")];
    let built = built("carried", &page, true);
    assert!(built.is_well, "{}", built.messages);
    assert!(built.table.contains("const IS_BUILT: bool = true;"), "{}", built.table);
    assert!(built.table.contains("\"/assets/index.js\""), "{}", built.table);
}

#[test]
fn without_a_page_a_sheet_is_carried_and_the_build_says_how_to_get_the_page() {
    let built = built("sheet", &[], false);
    assert!(built.is_well, "{}", built.messages);
    assert!(built.table.contains("const IS_BUILT: bool = false;"), "{}", built.table);
    assert!(built.table.contains("sheet.html"), "{}", built.table);
    assert!(built.messages.contains("a sheet stands in for it"), "{}", built.messages);
    assert!(built.messages.contains("cargo clean -p dashboard --release"), "{}", built.messages);
}

#[test]
fn where_the_page_is_required_its_want_is_an_error() {
    let built = built("required", &[], true);
    assert!(!built.is_well);
    assert!(built.messages.contains("it is required"), "{}", built.messages);
}
