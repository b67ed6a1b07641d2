//! The shape of the code: files and functions that a person can take in at one reading.

use crate::tree::{rust_under, without_tests};

/// Lines of a file without its unit tests.
const FILE_LINES_MAX: usize = 400;

/// Lines of a function, from its name to its closing brace.
const FUNCTION_LINES_MAX: usize = 70;

#[test]
fn every_file_begins_by_saying_what_it_is_for() {
    for text in rust_under("crates") {
        assert!(text.body.starts_with("//! "), "{} does not begin with '//!'", text.path);
    }
}

#[test]
fn no_file_is_too_long() {
    for text in rust_under("crates") {
        let lines = without_tests(&text.body).lines().count();
        assert!(
            lines <= FILE_LINES_MAX,
            "{} has {lines} lines: split it by subject (at most {FILE_LINES_MAX})",
            text.path
        );
    }
}

#[test]
fn no_function_is_too_long() {
    for text in rust_under("crates") {
        for (name, lines) in functions(without_tests(&text.body)) {
            assert!(
                lines <= FUNCTION_LINES_MAX,
                "{}: {name} has {lines} lines (at most {FUNCTION_LINES_MAX})",
                text.path
            );
        }
    }
}

#[test]
fn the_length_of_a_function_is_counted_from_its_name_to_its_brace() {
    let code = "/// Doc.\npub fn a(\n    x: u8,\n) {\n    x\n}\nimpl X {\n    fn b() {}\n}\n";
    assert_eq!(functions(code), [("pub fn a(", 5), ("fn b() {}", 1)]);
}

/// The functions of a formatted file, each with its number of lines: `cargo fmt` puts the closing
/// brace under the first letter of the function.
fn functions(code: &str) -> Vec<(&str, usize)> {
    let lines: Vec<&str> = code.lines().collect();
    let starts = lines.iter().enumerate().filter(|(_, line)| begins_function(line));
    starts.map(|(at, line)| (line.trim(), length_of_function(&lines[at..]))).collect()
}

fn begins_function(line: &str) -> bool {
    let words = line.split_whitespace().take_while(|word| *word != "fn");
    line.contains("fn ") && words.clone().count() < 5 && words.into_iter().all(is_qualifier)
}

fn is_qualifier(word: &str) -> bool {
    word.starts_with("pub") || matches!(word, "const" | "async" | "unsafe" | "extern")
}

fn length_of_function(lines: &[&str]) -> usize {
    let indent = lines[0].len() - lines[0].trim_start().len();
    let brace = format!("{}}}", &lines[0][..indent]);
    let closes = |line: &&str| line.trim_end() == brace;
    if lines[0].trim_end().ends_with(['}', ';']) {
        return 1;
    }
    lines.iter().position(closes).map_or(lines.len(), |last| last + 1)
}
