//! Everything the rulebook says, held to its manners: over every example of every page, under
//! every doctrine.

use crate::{
    advice::advise,
    case::Case,
    conflicts::conflicts,
    doctrine::{Choice, Doctrine, doctrine, doctrines},
    examples::example,
    finding::{Finding, Verdict},
    glossary::glossary,
    hold::Hold,
    judge::judge,
    ledger::{Posting, post},
    pages::examples_of,
    patterns::{patterns, summed_up},
    rules::rules,
    sample_weeks::{self, sample_weeks},
    signs::signs,
    tips::tips,
};
use training::Standing;

/// Words that blame or prophesy. Terms that others have trademarked are a test of the whole house.
const NEVER_SAID: [&str; 7] =
    ["lazy", "wasted", "fault", "fail", "should have", "you must", "risk of"];

#[test]
fn junk_names_its_cause_its_numbers_and_what_would_have_been_useful() {
    for posting in postings().iter().filter(|posting| posting.standing == Standing::Junk) {
        let has_number = posting.reason.chars().any(|letter| letter.is_ascii_digit());
        let counterfactual = posting.counterfactual.as_deref().unwrap_or_default();
        assert!(has_number, "no number in: {}", posting.reason);
        assert!(counterfactual.contains("would have"), "{}: {counterfactual}", posting.reason);
        assert!(!posting.rules.is_empty(), "no rule behind: {}", posting.reason);
    }
}

#[test]
fn what_cannot_be_told_says_what_would_tell() {
    for finding in findings().iter().filter(|it| it.verdict == Verdict::CannotTell) {
        assert!(!finding.advice.is_empty(), "{}: {}", finding.rule, finding.message);
    }
    for posting in postings().iter().filter(|it| it.standing == Standing::CannotTell) {
        assert!(posting.reason.contains("would tell"), "{}", posting.reason);
    }
}

#[test]
fn what_is_broken_says_what_to_do() {
    for finding in findings().iter().filter(|it| it.verdict == Verdict::Broken) {
        assert!(!finding.advice.is_empty(), "{}: {}", finding.rule, finding.message);
    }
}

#[test]
fn what_lifts_a_hold_follows_the_word_with() {
    for what in holds().iter().flat_map(|hold| &hold.lifted_by).map(|fact| fact.in_words()) {
        assert!(what.starts_with(|it: char| it.is_lowercase() || it.is_numeric()), "with {what}");
        assert!(!what.ends_with('.'), "with {what}");
    }
}

#[test]
fn every_message_is_short_whole_kind_and_free_of_odd_numbers() {
    for said in everything_said() {
        assert!(said.ends_with('.'), "not a sentence: {said}");
        assert!(said.starts_with(|letter: char| letter.is_uppercase() || letter.is_ascii_digit()));
        assert!(said.chars().count() <= 5 * 75, "more than five lines of a terminal: {said}");
        for odd in ["  ", "-0", "+0", "NaN", "inf ", " 0 of", " 1 days", " 1 weeks", " 1 runs"] {
            assert!(!said.contains(odd), "'{odd}' in: {said}");
        }
        for word in NEVER_SAID {
            assert!(!said.contains(word), "'{word}' in: {said}");
        }
    }
}

fn everything_said() -> Vec<String> {
    let mut said: Vec<String> = findings()
        .into_iter()
        .flat_map(|finding| [finding.message, finding.advice])
        .chain(
            postings()
                .into_iter()
                .flat_map(|posting| [posting.reason, posting.counterfactual.unwrap_or_default()]),
        )
        .chain(shown_signs())
        .chain(holds().into_iter().map(|hold| hold.message))
        .chain(shown_patterns())
        .chain(said_whatever_the_case())
        .filter(|said| !said.is_empty())
        .collect();
    said.sort();
    said.dedup();
    said
}

fn shown_signs() -> Vec<String> {
    over_all_examples(|case, doctrine| {
        let suggestions = advise(&judge(case, doctrine), &post(case, doctrine));
        let messages = signs(case, doctrine).into_iter().map(|sign| sign.message);
        messages.chain(suggestions.into_iter().map(|suggestion| suggestion.text)).collect()
    })
}

fn holds() -> Vec<Hold> {
    over_all_examples(|case, doctrine| {
        let hold = |choice: &Choice| choice.rule.hold?(case, &choice.parameters());
        doctrine.choices.iter().filter_map(hold).collect()
    })
}

fn shown_patterns() -> Vec<String> {
    over_all_examples(|case, _| {
        let patterns = patterns(case);
        let summary = summed_up(&patterns);
        let said = patterns.into_iter().flat_map(|pattern| [pattern.message, pattern.advice]);
        said.chain([summary]).collect()
    })
}

/// Tips, terms, what is said of a disagreement, and what does not add up in a sample week.
fn said_whatever_the_case() -> impl Iterator<Item = String> {
    let tips = tips().map(|tip| tip.text.to_owned());
    let terms = glossary().iter().map(|term| term.means.to_owned());
    let disagreements = conflicts().flat_map(|conflict| {
        let positions = conflict.positions.iter().map(|position| position.says);
        let stances = conflict.stances.all().map(|(_, holds)| holds);
        positions.chain(stances).chain([conflict.known, conflict.settled]).map(str::to_owned)
    });
    let weeks = sample_weeks().iter().flat_map(sample_weeks::notes);
    tips.chain(terms).chain(disagreements).chain(weeks)
}

fn findings() -> Vec<Finding> {
    over_all_examples(judge)
}

fn postings() -> Vec<Posting> {
    over_all_examples(|case, doctrine| post(case, doctrine).postings)
}

fn over_all_examples<T>(ask: impl Fn(&Case<'_>, &Doctrine) -> Vec<T>) -> Vec<T> {
    let mut answers = Vec::new();
    for text in rules().iter().flat_map(|rule| examples_of(rule)) {
        let example = example(text);
        for name in doctrines() {
            let doctrine = doctrine(name).expect("it is shipped");
            answers.extend(ask(&example.case(), &doctrine));
        }
    }
    answers
}
