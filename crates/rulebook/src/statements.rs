//! Which rule, tip or term carries each statement of the founding articles, or why none does. The
//! tests hold the list to what there is.

use serde::Serialize;

/// One statement of a founding article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Statement {
    /// Its id.
    pub id: &'static str,
    /// What it is about, in a few of our own words.
    pub label: &'static str,
    /// What carries it.
    pub carrier: Carrier,
}

/// What carries a statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "by", content = "name")]
pub enum Carrier {
    /// A rule, by its id.
    Rule(&'static str),
    /// A tip, by its id.
    Tip(&'static str),
    /// A term of the glossary, by its word.
    Term(&'static str),
    /// All seven signs together.
    Signs,
    /// Nothing, for the reason given.
    Exception(&'static str),
}

/// Every statement, by number.
pub fn statements() -> &'static [Statement] {
    STATEMENTS
}

const fn rule(id: &'static str, label: &'static str, rule: &'static str) -> Statement {
    Statement { id, label, carrier: Carrier::Rule(rule) }
}

const fn tip(id: &'static str, label: &'static str, tip: &'static str) -> Statement {
    Statement { id, label, carrier: Carrier::Tip(tip) }
}

const fn term(id: &'static str, label: &'static str, word: &'static str) -> Statement {
    Statement { id, label, carrier: Carrier::Term(word) }
}

const fn exception(id: &'static str, label: &'static str, reason: &'static str) -> Statement {
    Statement { id, label, carrier: Carrier::Exception(reason) }
}

const NEEDS_PLAN: &str = "It speaks of planned sessions; it comes with the planner.";
const NEEDS_MOTIVE: &str = "A recording does not show a motive, and the ledger does not guess one.";
const NO_PROPHECY: &str =
    "everymile tells no runner what will happen to their body; the facts behind it are judged.";

const STATEMENTS: &[Statement] = &[
    rule("signs-01", "a run without intention", "give-every-run-a-job"),
    rule("signs-02", "recovery, speed and long runs are exempt", "recover-slowly"),
    exception("signs-03", "the feeling that one should do more", NEEDS_MOTIVE),
    exception("signs-04", "keeping the weekly number high", NEEDS_MOTIVE),
    rule("signs-05", "a few are harmless, many are not", "give-every-run-a-job"),
    exception(
        "signs-06",
        "extra runs drain energy",
        "It needs months of check-ins beside runs without a job; until then it is only advice.",
    ),
    rule("signs-07", "they cut recovery time", "recover-slowly"),
    rule("signs-08", "injury, judged by jumps alone", "build-long-runs-gradually"),
    term("signs-09", "it matters most before a race", "junk mile"),
    rule("signs-10", "running without a goal is fine", "give-every-run-a-job"),
    exception("signs-11", "on a plan they undermine progress", NEEDS_PLAN),
    rule("signs-12", "burnout", "guard-motivation"),
    rule("signs-13", "fitness that stands still", "question-empty-volume"),
    exception("signs-14", "slower recovery", NO_PROPHECY),
    rule("signs-15", "tiredness that turns into injury", "heed-tiredness"),
    term("signs-16", "quality before quantity", "ledger"),
    rule("signs-17", "sign 1: one run too many", "give-every-run-a-job"),
    rule("signs-18", "sign 2: always the same pace", "vary-your-pace"),
    rule("signs-19", "what the grey zone is", "vary-your-pace"),
    rule("signs-20", "the habit of the grey zone", "keep-easy-runs-easy"),
    rule("signs-21", "sign 3: tired or sore all the time", "heed-tiredness"),
    rule("signs-22", "always nearly injured", "heed-tiredness"),
    rule("signs-23", "hard runs too close together", "heed-tiredness"),
    rule("signs-24", "sign 4: lost motivation", "guard-motivation"),
    rule("signs-25", "ask what each run adds", "guard-motivation"),
    rule("signs-26", "sign 5: easy runs feel hard", "watch-easy-effort"),
    rule("signs-27", "cutting back restores ease", "watch-easy-effort"),
    tip("signs-28", "more is not better", "run-fewer-better"),
    rule("signs-29", "sign 6: many straight days", "break-up-straight-days"),
    rule("signs-30", "straight days inside a plan", "break-up-straight-days"),
    rule("signs-31", "every run has a role", "give-every-run-a-job"),
    rule("signs-32", "sign 7: one rest day or none", "take-rest-days"),
    rule("signs-33", "six or seven days of running", "take-rest-days"),
    rule("signs-34", "rest and cross-training matter", "make-room-for-strength"),
    rule("signs-35", "junk miles crowd out rest", "take-rest-days"),
    Statement { id: "signs-36", label: "exactly seven signs", carrier: Carrier::Signs },
    tip("signs-37", "leave one run out", "leave-one-run-out"),
    tip("signs-38", "move the energy", "swap-the-minutes"),
    rule("signs-39", "place rest with care", "take-rest-days"),
    term("signs-40", "stay with quality", "ledger"),
    tip("signs-41", "miles into warm-ups and cool-downs", "lengthen-warm-ups"),
    tip("signs-42", "fresher, keener, stronger", "leave-one-run-out"),
    tip("signs-43", "fewer, better runs", "run-fewer-better"),
    rule("signs-44", "fitness, recovery or a goal", "give-every-run-a-job"),
    tip("signs-45", "room for rest and strength", "swap-the-minutes"),
    tip("signs-46", "a chance, not a failing", "leave-one-run-out"),
    tip("signs-47", "refuel after long runs", "refuel-after-long-runs"),
    tip("signs-48", "drink after long runs", "drink-after-long-runs"),
    tip("signs-49", "move gently after long runs", "move-gently-after-long-runs"),
    rule("signs-50", "the same pace every day", "vary-your-pace"),
    tip("signs-51", "core exercises", "train-the-core"),
    tip("signs-52", "other goals than a race", "try-another-goal"),
    tip("signs-53", "fitness through the holidays", "keep-fit-on-little"),
    exception("signs-54", "a plan of eight weeks", NEEDS_PLAN),
    tip("signs-55", "enjoyment takes months", "give-it-half-a-year"),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{glossary::glossary, rules::rules, tips::tips};

    #[test]
    fn all_fifty_five_statements_about_the_signs_are_there_in_order() {
        let expected: Vec<String> = (1..=55).map(|number| format!("signs-{number:02}")).collect();
        let found: Vec<&str> = STATEMENTS.iter().map(|statement| statement.id).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn every_carrier_exists_and_a_rule_knows_what_it_carries() {
        for Statement { id, carrier, .. } in STATEMENTS {
            let is_carried = match carrier {
                Carrier::Rule(rule) => {
                    rules().iter().any(|own| own.id.0 == *rule && own.statements.contains(id))
                }
                Carrier::Tip(tip) => tips().iter().any(|own| own.id == *tip),
                Carrier::Term(word) => glossary().iter().any(|own| own.word == *word),
                Carrier::Signs => true,
                Carrier::Exception(reason) => reason.len() > 20,
            };
            assert!(is_carried, "{id} is not carried by {carrier:?}");
        }
    }

    #[test]
    fn no_rule_carries_a_statement_that_does_not_exist() {
        for rule in rules() {
            for carried in rule.statements {
                assert!(STATEMENTS.iter().any(|own| own.id == *carried), "{}: {carried}", rule.id);
            }
        }
    }
}
