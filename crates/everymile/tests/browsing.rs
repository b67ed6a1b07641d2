//! The page in a real browser: runs the tests of `web/tests` where Node and Chromium are, and says so
//! where they are not.
#![allow(clippy::disallowed_methods, reason = "stories read and write files")]

use std::{env, path::Path, process::Command};

#[test]
fn the_page_holds_in_a_real_browser() {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../web/tests");
    let chromium = env::var("CHROMIUM").unwrap_or_else(|_| "/usr/bin/chromium".to_owned());
    if !Path::new(&chromium).exists() || !everymile_has_its_page() {
        println!("skipped: no Chromium at {chromium}, or the page was not built for want of Node");
        return;
    }
    if !tests.join("node_modules").exists() && !npm(&tests, &["ci", "--no-audit", "--no-fund"]) {
        println!("skipped: npm could not fetch what the tests need");
        return;
    }
    assert!(npm(&tests, &["test"]), "the page does not hold; npm told above what is wrong");
}

fn everymile_has_its_page() -> bool {
    dashboard::is_built()
}

fn npm(folder: &Path, words: &[&str]) -> bool {
    let mut npm = Command::new("npm");
    npm.args(words).current_dir(folder).env("EVERYMILE_BINARY", env!("CARGO_BIN_EXE_everymile"));
    npm.status().is_ok_and(|status| status.success())
}
