//! What should be: rules that judge a case, each with its numbers, its source and its grade; and
//! the ledger, where every stretch of every run is posted with its standing. Never sees a sample;
//! knows no clock.

pub mod advice;
pub mod as_written;
pub mod book;
pub mod case;
pub mod conflicts;
pub mod doctrine;
pub mod entry;
pub mod finding;
pub mod glossary;
pub mod hold;
pub mod judge;
pub mod ledger;
pub mod measures;
pub mod occasions;
pub mod patterns;
pub mod rule;
pub mod rules;
pub mod sample_weeks;
pub mod signs;
pub mod source;
pub mod statements;
pub mod tips;
pub mod words;

#[cfg(any(test, feature = "examples"))]
pub mod examples;
#[cfg(test)]
mod messages;
#[cfg(test)]
mod pages;

pub use advice::{Suggestion, advise};
pub use as_written::{as_written, usual_share};
pub use book::book;
pub use case::Case;
pub use conflicts::{Conflict, Position, conflict, conflicts, conflicts_at, conflicts_over};
pub use doctrine::{
    Choice, DEFAULT_DOCTRINE, Doctrine, DoctrineError, DoctrineFault, Parting, Parts,
    UnknownDoctrine, Value, asked_by, by_value, doctrine, doctrines, read_doctrine, set_by,
    set_number,
};
pub use entry::{Entry, UnknownEntry, find_entry};
pub use finding::{About, Amount, Asked, Bound, Finding, Unit, Verdict};
pub use glossary::{Term, glossary};
pub use hold::{Allows, Fact, Hold};
pub use judge::{judge, judge_run, judge_week};
pub use ledger::{Ledger, Posting, post};
pub use occasions::{Occasion, occasions};
pub use patterns::{Look, Pattern, Showing, pattern_names, patterns};
pub use rule::{Maturity, Parameter, Range, Rule, RuleId, Topic};
pub use rules::{UnknownRule, rule, rules, topic};
pub use sample_weeks::{SampleDay, SampleWeek, sample_week, sample_weeks, sample_weeks_of};
pub use signs::{Sign, signs};
pub use source::{Grade, Source, SourceId, source, sources};
pub use statements::{Carrier, Statement, statements};
pub use tips::{Tip, tip, tips, tips_for};
pub use words::Units;
