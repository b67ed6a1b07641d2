//! Rule pages held to their promises: every page has its sections, carries its rule's statements,
//! and every example on it comes out as written.

use crate::{
    doctrine::doctrine,
    examples::{Example, example},
    judge::judge_by,
    ledger::post,
    rule::Rule,
    rules::rules,
};
use training::{Standing, calendar::days_between};

const SECTIONS: [&str; 6] =
    ["What it asks", "Why", "Evidence", "When it does not apply", "Examples", "Statements"];

#[test]
fn every_page_has_its_sections_in_order() {
    for rule in rules() {
        let found: Vec<_> = rule.page.lines().filter_map(|line| line.strip_prefix("## ")).collect();
        assert_eq!(found, SECTIONS, "{}", rule.id);
        assert_eq!(rule.page.lines().next(), Some(format!("# {}", rule.id).as_str()));
    }
}

#[test]
fn every_page_names_the_statements_its_rule_carries() {
    for rule in rules() {
        let (_, list) = rule.page.split_once("## Statements").unwrap();
        let carried = match rule.statements {
            [] => "None.".to_owned(),
            statements => format!("{}.", statements.join(", ")),
        };
        assert_eq!(list.trim(), carried, "{}", rule.id);
    }
}

#[test]
fn every_example_comes_out_as_written() {
    for rule in rules() {
        let examples = examples_of(rule);
        for text in examples {
            check(rule, text);
        }
    }
}

#[test]
fn every_rule_is_shown_kept_and_broken_and_where_it_cannot_judge() {
    for rule in rules() {
        let verdicts: Vec<_> =
            examples_of(rule).into_iter().flat_map(|text| example(text).expected).collect();
        let shows = |word: &str| verdicts.iter().any(|verdict| verdict == word);
        assert!(shows("kept"), "{} needs an example that is kept", rule.id);
        assert!(shows("broken"), "{} needs an example that is broken", rule.id);
        let is_silent = shows("not-applicable") || shows("cannot-tell");
        assert!(is_silent, "{} needs an example where it cannot judge", rule.id);
    }
}

pub(crate) fn examples_of(rule: &Rule) -> Vec<&'static str> {
    rule.page
        .split("```example\n")
        .skip(1)
        .map(|block| block.split("```").next().unwrap_or_default())
        .collect()
}

fn check(rule: &'static Rule, text: &str) {
    let example = example(text);
    assert!(!example.expected.is_empty(), "{}: nothing is expected of\n{text}", rule.id);
    for expected in &example.expected {
        let found = match expected.split_once(" is ") {
            Some((day, _)) => format!("{day} is {}", standing(&example, day)),
            None => verdict(rule, &example),
        };
        assert_eq!(&found, expected, "{} in\n{text}", rule.id);
    }
}

fn verdict(rule: &'static Rule, example: &Example) -> String {
    judge_by(&example.case(), &example.choice(rule)).unwrap().verdict.word().to_owned()
}

/// The worst standing on a day of the last week.
fn standing(example: &Example, day: &str) -> &'static str {
    let ledger = post(&example.case(), &doctrine(&example.doctrine).unwrap());
    let monday = example.last_week().start;
    let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
    ledger
        .postings
        .iter()
        .filter(|posting| {
            let since = days_between(monday, posting.date);
            usize::try_from(since).is_ok_and(|since| days.get(since) == Some(&day))
        })
        .map(|posting| posting.standing)
        .max_by_key(|standing| match standing {
            Standing::Purposeful => 0,
            Standing::CannotTell => 1,
            Standing::Questionable => 2,
            Standing::Junk => 3,
        })
        .expect("a run on that day")
        .word()
}
