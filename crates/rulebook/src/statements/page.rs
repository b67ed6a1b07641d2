//! The page that lists every statement with what carries it, written from the tables. A test holds
//! `docs/statements.md` to it.

use super::{Carrier, Statement, statements};
use crate::{rules::rule, source::sources};

/// Where the rules' pages lie, seen from the page.
const RULES: &str = "../crates/rulebook/src/rules";

/// The kinds of carrier, as the page counts them.
const KINDS: [&str; 8] =
    ["rule", "tip", "term", "pattern", "sample week", "conflict", "command", "declined"];

/// The page, as Markdown.
pub fn page() -> String {
    let head = [HEAD.to_owned(), counts(), declined()];
    let sections: Vec<String> =
        head.into_iter().chain(articles().into_iter().map(article_table)).collect();
    sections.join("\n")
}

const HEAD: &str = "\
# The statements

Five articles on junk miles, context, recovery runs, safe progression and training stimulus found \
everymile. They make 345 checkable statements, told here in a few of our own words, each with what \
carries it: a rule that judges, a tip, a term of the glossary, a pattern that the log is searched \
for, a day of a sample week, a disagreement that is shown where it arises, or a command. `everymile \
rules ID` opens each of them, and every statement.

This page is written from the tables in `crates/rulebook/src/statements`, by \
`UPDATE_GOLDEN=1 cargo test -p rulebook statements::page`.
";

/// The short names of the articles, in order.
fn articles() -> Vec<&'static str> {
    let mut names: Vec<_> = statements().map(article_of).collect();
    names.dedup();
    names
}

/// `signs` for `signs-01`.
fn article_of(statement: &Statement) -> &'static str {
    statement.id.split('-').next().unwrap_or(statement.id)
}

fn of_article(article: &str) -> impl Iterator<Item = &'static Statement> {
    statements().filter(move |statement| article_of(statement) == article)
}

/// How many statements each kind carries, article by article.
fn counts() -> String {
    let all: Vec<_> = statements().collect();
    let declined = all.iter().filter(|statement| kind(statement) == "declined").count();
    let summary = format!(
        "{} statements: {} carried, {declined} declined.\n",
        all.len(),
        all.len() - declined
    );
    let head = format!("| article | {} | all |", KINDS.join(" | "));
    let rule = format!("|---|{}", "--:|".repeat(KINDS.len() + 1));
    let rows = articles()
        .into_iter()
        .map(|article| count_row(article, &of_article(article).collect::<Vec<_>>()));
    lines([summary, head, rule].into_iter().chain(rows).chain([count_row("all", &all)]))
}

fn count_row(name: &str, statements: &[&Statement]) -> String {
    let count = |of: &str| statements.iter().filter(|statement| kind(statement) == of).count();
    let counts = KINDS.map(|of| count(of).to_string());
    format!("| {name} | {} | {} |", counts.join(" | "), statements.len())
}

/// The statements that nothing carries, with the reason.
fn declined() -> String {
    let reasons = statements().filter_map(|statement| match statement.carrier {
        Carrier::Exception(reason) => {
            Some(format!("- {}, {}: {reason}", statement.id, statement.label))
        }
        _ => None,
    });
    lines(["Declined, with the reason:\n".to_owned()].into_iter().chain(reasons))
}

/// Every statement of an article.
fn article_table(article: &str) -> String {
    let who = article_in_words(article);
    let head =
        [format!("## {who}\n"), "| statement | about | carried by |\n|---|---|---|".to_owned()];
    let rows = of_article(article).map(|statement| {
        format!("| {} | {} | {} |", statement.id, statement.label, carried_by(statement))
    });
    lines(head.into_iter().chain(rows))
}

fn article_in_words(article: &str) -> &str {
    sources().find(|source| source.id.0 == article).map_or(article, |source| source.who)
}

fn lines(lines: impl Iterator<Item = String>) -> String {
    lines.map(|line| line + "\n").collect()
}

fn kind(statement: &Statement) -> &'static str {
    match statement.carrier {
        Carrier::Rule(_) => "rule",
        Carrier::Tip(_) => "tip",
        Carrier::Term(_) => "term",
        Carrier::Pattern(_) => "pattern",
        Carrier::SampleWeek(_) => "sample week",
        Carrier::Conflict(_) => "conflict",
        Carrier::Command(_) => "command",
        Carrier::Exception(_) => "declined",
    }
}

/// `rule take-rest-days`, with a link to the rule's page.
fn carried_by(statement: &Statement) -> String {
    let kind = kind(statement);
    match statement.carrier {
        Carrier::Rule(id) if rule(id).is_ok() => {
            format!("{kind} [{id}]({RULES}/{}.md)", id.replace('-', "_"))
        }
        Carrier::Rule(name)
        | Carrier::Tip(name)
        | Carrier::Term(name)
        | Carrier::Pattern(name)
        | Carrier::SampleWeek(name)
        | Carrier::Conflict(name) => format!("{kind} {name}"),
        Carrier::Command(command) => format!("{kind} `{command}`"),
        Carrier::Exception(_) => kind.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    #[test]
    #[expect(clippy::disallowed_methods, reason = "the page lies among the documents")]
    fn the_page_of_statements_is_what_the_tables_say() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/statements.md");
        if std::env::var("UPDATE_GOLDEN").is_ok() {
            std::fs::write(&path, page()).unwrap();
        }
        let written = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(
            written == page(),
            "docs/statements.md is out of date: UPDATE_GOLDEN=1 cargo test -p rulebook statements::page"
        );
    }

    #[test]
    fn every_statement_has_a_line() {
        let page = page();
        let lines = page.lines().filter(|line| line.starts_with("| ") && line.contains('-'));
        let statements: Vec<_> = statements().collect();
        let listed = lines.filter(|line| {
            statements.iter().any(|statement| line.starts_with(&format!("| {} |", statement.id)))
        });
        assert_eq!(listed.count(), statements.len());
    }
}
