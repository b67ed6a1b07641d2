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
        word: "base",
        means: "The easy running that everything else rests on. An easy run without a further \
                reason is base at any time of the year, and few miles are without benefit when \
                they find their place in the whole.",
    },
    Term {
        word: "conflict",
        means: "A question on which the founding articles or the doctrines disagree. It is \
                shown where it arises, with what is known and how everymile settles it.",
    },
    Term {
        word: "cool-down",
        means: "Easy running after the work of a session, below 0.80 of critical speed. It is \
                said to clear waste and to begin recovery; studies found little or no effect \
                on the next day.",
    },
    Term {
        word: "critical speed",
        means: "The border between running that can be held for about an hour and running that \
                cannot; close to the second threshold.",
    },
    Term {
        word: "cross-training",
        means: "Training that is not running: cycling, swimming, running in water, strength. \
                It keeps the heart trained and spares the legs, and it never counts as running \
                distance.",
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
        word: "habit",
        means: "Running often and easily so that it becomes what one does. Below the number of \
                runs a runner means to do in a week, habit is reason enough for an easy run.",
    },
    Term {
        word: "hard run",
        means: "A run with a session's structure, clearly above easy running: intervals, tempo, \
                hills, fartlek, progression, or a race. The article that counts every run as \
                training calls it a workout, anything faster than your usual easy pace, and \
                every other run easy.",
    },
    Term {
        word: "hold",
        means: "What a rule leaves of today's running: anything, easy running only, something \
                without impact, rest, or a clinician first. Holds only hold back.",
    },
    Term {
        word: "intervals",
        means: "Two or more short stretches at critical speed or faster, with recoveries \
                between. They raise what the heart can deliver, economy and coordination.",
    },
    Term {
        word: "junk mile",
        means: "A mile without an intention, or one that brings little, hinders progress or \
                adds needless strain. Recovery runs, speed work and long runs are none, and \
                neither is a run to clear the mind. It matters most to a runner who prepares a \
                race.",
    },
    Term {
        word: "ledger",
        means: "Where every stretch of every run is posted: its purpose, its standing, the \
                reason. The share of purposeful distance stands beside the total, for quality \
                comes before quantity and adaptation, not distance, is the aim.",
    },
    Term {
        word: "long run",
        means: "A run half as long again as your usual one, or of ninety minutes or more, or \
                one that was meant as such. It builds endurance and legs that last.",
    },
    Term {
        word: "pattern",
        means: "What the log shows to follow a certain kind of run: so much more tiredness, \
                say, after so many of them. Too few events or too small a difference show \
                nothing, and nothing shown is no proof of a cause.",
    },
    Term {
        word: "phase",
        means: "A part of a plan with one aim. Base: steady, comfortable running, at least 85 \
                % of the runs easy. Build: a little more moderate and hard work at a time; \
                peak: what the race asks, and no more distance. Lighter weeks run through all \
                three.",
    },
    Term {
        word: "purpose",
        means: "What a run or a stretch of it was for: endurance, speed, recovery or mental \
                toughness; body, mind or joy. Every kind of run has one: easy and long runs, \
                tempo, intervals, warm-up and cool-down.",
    },
    Term {
        word: "recovery run",
        means: "An easy run, short and slow, within a day of something hard; also called a \
                regeneration run. The name is part of a quarrel: whether it speeds recovery is \
                disputed, that it is easy running is not.",
    },
    Term {
        word: "second threshold",
        means: "The border above which effort can no longer be held steady.",
    },
    Term {
        word: "standing",
        means: "How a stretch counts: purposeful, questionable, junk, or cannot tell. \
                Intention and effect together decide it, and both are shown.",
    },
    Term {
        word: "tempo",
        means: "Sustained running near the second threshold: 0.90 to 1.02 of critical speed \
                for 10 to 60 minutes, comfortably hard. It raises the speed that can be held.",
    },
    Term {
        word: "trend",
        means: "A change over four weeks or more, larger than the ups and downs from run to \
                run. Small gains add up to one; a single run is none.",
    },
    Term {
        word: "warm-up",
        means: "Easy running before the work of a session: 5 to 25 minutes below 0.80 of \
                critical speed. It brings blood and warmth into the muscles.",
    },
    Term {
        word: "week",
        means: "Seven days from the day on which your weeks begin. Over several weeks the \
                calendar shows easy, moderate, long and lighter ones.",
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
