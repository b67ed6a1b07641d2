//! The words everymile uses, each in a sentence or two.

use serde::Serialize;

/// A word and what it means here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Term {
    /// The word.
    pub word: &'static str,
    /// What it means.
    pub means: &'static str,
}

/// Every term, in alphabetical order.
pub fn glossary() -> &'static [Term] {
    TERMS
}

const TERMS: &[Term] = &[
    Term {
        word: "critical speed",
        means: "The border between running that can be held for about an hour and running that \
                cannot; close to the second threshold.",
    },
    Term {
        word: "doctrine",
        means: "A named choice of rules and their numbers. Doctrines disagree on purpose; the \
                facts they judge are the same.",
    },
    Term {
        word: "first threshold",
        means: "The border up to which running stays easy and you can talk in whole sentences.",
    },
    Term {
        word: "grade",
        means: "How strongly something is known: strong, moderate, weak, convention (practised, \
                never tested) or contested (evidence points both ways).",
    },
    Term {
        word: "grey zone",
        means: "Running faster than easy and slower than speed work, without structure and without \
                a stated reason. The same pace with a purpose is not grey.",
    },
    Term {
        word: "junk mile",
        means: "A mile added to training without an intention, or run so that it could not do its \
                job. Recovery runs, speed work and long runs are none, and neither is a run to \
                clear the mind. It matters most to a runner who prepares a race.",
    },
    Term {
        word: "ledger",
        means: "Where every stretch of every run is posted: its purpose, its standing, the reason. \
                The share of purposeful distance stands beside the total: quality before quantity.",
    },
    Term {
        word: "purpose",
        means: "What a run or a stretch of it was for: to build fitness, to recover, or to serve a \
                goal, which may be joy.",
    },
    Term {
        word: "second threshold",
        means: "The border above which effort can no longer be held steady.",
    },
    Term {
        word: "standing",
        means: "How a stretch counts: purposeful, questionable, junk, or cannot tell.",
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terms_are_in_order_and_named_once() {
        assert!(TERMS.windows(2).all(|pair| pair[0].word < pair[1].word));
    }
}
