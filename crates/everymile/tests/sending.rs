//! Stories of the report as one file: it holds what the command prints, its charts, and nothing that is
//! fetched or run.
#![allow(clippy::disallowed_methods, reason = "stories read and write files")]

mod desk;

use desk::{Desk, LAST_DAY};
use std::fs;

fn report(story: &str) -> (Desk, String) {
    let desk = Desk::with_runs(story);
    desk.types("import FILES");
    let file = desk.folder.join("for coach.html");
    desk.types_words(&["report", "--on", LAST_DAY, "--html", &file.display().to_string()]);
    let page = fs::read_to_string(&file).unwrap();
    (desk, page)
}

#[test]
fn the_file_says_what_the_command_prints() {
    let (desk, page) = report("html-alike");
    let printed = desk.types(&format!("report --on {LAST_DAY} --format json")).json();
    let escaped = |text: &str| text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    for suggestion in printed["suggestions"].as_array().unwrap() {
        assert!(page.contains(&escaped(suggestion["text"].as_str().unwrap())), "{suggestion}");
    }
    for sign in printed["signs"].as_array().unwrap() {
        assert!(page.contains(&escaped(sign["message"].as_str().unwrap())), "{sign}");
    }
    let runs = printed["runs"].as_array().unwrap();
    assert_eq!(page.matches("<td class=\"why\">").count(), runs.len());
}

#[test]
fn every_week_has_its_bar_and_its_row() {
    let (desk, page) = report("html-chart");
    let weeks =
        desk.types(&format!("report --on {LAST_DAY} --format json")).json()["weeks"].clone();
    let weeks = weeks.as_array().unwrap().len();
    assert_eq!(page.matches("<g><title>").count(), weeks);
    assert!(page.contains("<rect class=\"part ink-"));
}

#[test]
fn nothing_in_the_file_is_fetched_or_run() {
    let (_, page) = report("html-alone");
    for word in ["<script", "src=", "href=\"http", "@import", "url(http", "<link", "onclick"] {
        assert!(!page.contains(word), "{word}");
    }
}

#[test]
fn a_file_that_cannot_be_written_is_named_with_what_to_do() {
    let desk = Desk::with_runs("html-nowhere");
    desk.types("import FILES");
    let told = desk.types(&format!("report --on {LAST_DAY} --html no-such-folder/report.html"));
    told.refused("no-such-folder/report.html could not be written", "name a file in a folder");
}
