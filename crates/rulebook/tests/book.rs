//! docs/rulebook.md held to the registry: it is fresh, and it leaves nothing out.
//! `UPDATE_GOLDEN=1 cargo test -p rulebook --test book` writes it anew.
#![allow(clippy::disallowed_methods, reason = "a test may read files and the environment")]

use rulebook::{book, doctrines, glossary, rules, sources, tips};
use std::{env, fs, path::Path};

#[test]
fn the_document_says_what_the_rules_say() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/rulebook.md");
    if env::var("UPDATE_GOLDEN").is_ok() {
        fs::write(&path, book()).unwrap();
    }
    let written = fs::read_to_string(&path).unwrap_or_default();
    for (line, (found, expected)) in written.lines().zip(book().lines()).enumerate() {
        assert_eq!(found, expected, "line {} of docs/rulebook.md is stale", line + 1);
    }
    assert_eq!(written.lines().count(), book().lines().count(), "docs/rulebook.md is stale");
}

#[test]
fn the_document_leaves_out_no_rule_number_source_doctrine_term_or_tip() {
    let book = book();
    let holds = |words: String| assert!(book.contains(&words), "the rulebook lacks {words}");
    for rule in rules() {
        holds(format!("\n### {}\n\n{}\n", rule.id, rule.asks));
        holds(format!("Grade {}, {}.", rule.grade, rule.maturity.word()));
        for statement in rule.statements {
            holds(format!("{statement} ("));
        }
        for parameter in rule.parameters {
            holds(format!("| `{}` | ", parameter.name));
        }
    }
    let named = sources().map(|source| source.id.0);
    let named = named.chain(doctrines()).chain(glossary().iter().map(|term| term.word));
    for name in named.chain(tips().map(|tip| tip.id)) {
        holds(format!("\n- **{name}**"));
    }
}
