//! The words in the repository's texts: nothing of the machine they were written on, and none of
//! the terms that others have made their trademarks.

use crate::tree::{Text, texts_under};

/// Traces of a machine: its folders and the hosts it fetched packages from.
const MACHINE: [&str; 9] = [
    "/work/",
    "/root/",
    "/home/",
    "/Users/",
    "index.crates.io",
    "static.crates.io",
    "registry.npmjs.org",
    "files.pythonhosted.org",
    "deb.debian.org",
];

/// Terms that belong to others; everymile has its own names.
const TRADEMARKS: [&str; 9] = [
    "VDOT",
    "V.O2",
    "TSS",
    "CTL",
    "ATL",
    "TSB",
    "Normalized Power",
    "Training Stress Score",
    "Intensity Factor",
];

#[test]
fn no_text_tells_of_the_machine_it_was_written_on() {
    for text in our_texts() {
        for trace in MACHINE {
            assert!(!text.body.contains(trace), "{} holds '{trace}'", text.path);
        }
    }
}

#[test]
fn no_text_uses_a_term_that_others_have_trademarked() {
    for text in our_texts() {
        for term in TRADEMARKS {
            assert!(!holds_word(&text.body, term), "{} uses '{term}'", text.path);
        }
    }
}

#[test]
fn a_term_is_found_as_a_word_only() {
    assert!(holds_word("the TSS of a run", "TSS"));
    assert!(!holds_word("https and HTTPSS", "TSS"));
}

/// Everything but this file, the lock file and the licences of others.
fn our_texts() -> impl Iterator<Item = Text> {
    texts_under("").into_iter().filter(|text| {
        !text.path.ends_with("house/texts.rs")
            && !text.path.starts_with("licenses/")
            && text.path != "Cargo.lock"
    })
}

fn holds_word(body: &str, word: &str) -> bool {
    let is_letter = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
    body.match_indices(word).any(|(at, _)| {
        let (before, after) = (&body[..at], &body[at + word.len()..]);
        !is_letter(before.chars().next_back()) && !is_letter(after.chars().next())
    })
}
