//! The ledger: every stretch of every run is posted to its purpose, with its standing, the rules
//! that put it there, and what would have made the same minutes useful.

mod stretch;

use crate::{case::Case, doctrine::Doctrine, measures::intensity::Proof, rule::RuleId};
use serde::Serialize;
use training::{Date, Metres, NamedRun, Purpose, RunId, Seconds, Standing};

/// A posting looks no further ahead of its run than this: four weeks tell whether somebody had just
/// begun, and the rest of a week which of its runs mattered.
pub const LOOKS_AHEAD_DAYS: i64 = 28;

/// One stretch of one run, posted.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Posting {
    /// Which run.
    pub run: RunId,
    /// The run's local day.
    pub date: Date,
    /// Which of the run's segments.
    pub segment: usize,
    /// What the stretch was for.
    pub purpose: Purpose,
    /// How far; `None` when nothing measured it.
    pub distance: Option<Metres>,
    /// How long on the clock.
    pub duration: Seconds,
    /// How it stands.
    pub standing: Standing,
    /// The rules that put it there, the weightiest first; empty when it is simply purposeful or
    /// cannot be told.
    pub rules: Vec<RuleId>,
    /// Why, in a sentence.
    pub reason: String,
    /// What would have made the same minutes useful.
    pub counterfactual: Option<String>,
}

/// Every stretch of every run, in order.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Ledger {
    /// The postings, oldest run first, segments in order.
    pub postings: Vec<Posting>,
}

/// What a rule holds against a run.
#[derive(Debug, Clone, PartialEq)]
pub struct Charge {
    /// Questionable or junk.
    pub standing: Standing,
    /// Which stretches it falls on.
    pub falls_on: FallsOn,
    /// The cause and its numbers, in a sentence.
    pub reason: String,
    /// What would have made the same minutes useful.
    pub counterfactual: String,
}

/// Which stretches of a run a charge falls on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FallsOn {
    /// All of it that was run.
    WholeRun,
    /// Only the stretches run above the first threshold, as surely as the charge must be proved.
    TooFastStretches(Proof),
}

/// Posts every run of the case up to the day judged.
pub fn post(case: &Case<'_>, doctrine: &Doctrine) -> Ledger {
    let runs = case.runs.iter().filter(|run| run.date() <= case.on);
    Ledger { postings: runs.flat_map(|run| post_run(case, doctrine, run)).collect() }
}

/// Posts one run.
pub fn post_run(case: &Case<'_>, doctrine: &Doctrine, run: &NamedRun) -> Vec<Posting> {
    let charges: Vec<_> = doctrine
        .choices
        .iter()
        .filter_map(|choice| {
            let charge = choice.rule.charge?(case, &choice.parameters(), run)?;
            Some((choice.rule.id, charge))
        })
        .collect();
    if run.segments.is_empty() {
        return vec![stretch::summary(run)];
    }
    (0..run.segments.len()).map(|segment| stretch::posting(case, run, segment, &charges)).collect()
}

impl Ledger {
    /// The distance posted to a standing; stretches without a distance count nothing.
    pub fn distance(&self, standing: Standing) -> Metres {
        self.postings
            .iter()
            .filter(|posting| posting.standing == standing)
            .filter_map(|posting| posting.distance)
            .sum()
    }

    /// The time posted to a standing.
    pub fn time(&self, standing: Standing) -> Seconds {
        self.postings
            .iter()
            .filter(|posting| posting.standing == standing)
            .map(|posting| posting.duration)
            .sum()
    }

    /// All the time posted.
    pub fn total_time(&self) -> Seconds {
        self.postings.iter().map(|posting| posting.duration).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{doctrine::doctrine, examples::example};

    fn standings(weeks: &str) -> Vec<Standing> {
        let example = example(weeks);
        let ledger = post(&example.case(), &doctrine(&example.doctrine).unwrap());
        ledger.postings.iter().map(|posting| posting.standing).collect()
    }

    #[test]
    fn every_stretch_is_posted_once_with_a_reason() {
        let example = example("1 week:\nTue easy 10min + 3x(800m / 2min jog) + easy 10min");
        let ledger = post(&example.case(), &doctrine("evidence-first").unwrap());
        assert_eq!(ledger.postings.len(), example.runs[0].segments.len());
        assert!(ledger.postings.iter().all(|posting| !posting.reason.is_empty()));
        assert!(ledger.distance(Standing::Purposeful).0 > 2400.0);
        assert_eq!(ledger.distance(Standing::Junk), Metres(0.0));
    }

    #[test]
    fn what_the_counterfactual_promises_is_kept() {
        let weeks = |pace: &str| {
            format!(
                "4 weeks:\nMon steady 45min @{pace}\nWed steady 45min @{pace}\nFri steady 45min @{pace}"
            )
        };
        let judged = example(&weeks("4:25"));
        let ledger = post(&judged.case(), &doctrine("evidence-first").unwrap());
        let promise = ledger.postings[0].counterfactual.as_deref().unwrap();
        assert!(promise.starts_with("Run slower than 4:52/km, these 10.2 km"), "{promise}");
        assert!(standings(&weeks("4:25")).iter().all(|standing| *standing == Standing::Junk));
        assert!(standings(&weeks("4:53")).iter().all(|standing| *standing == Standing::Purposeful));
    }

    #[test]
    fn a_tempo_that_is_too_slow_is_not_told_that_it_has_no_structure() {
        let example = example("8 weeks:\nSun long 25km\n1 week:\nTue tempo 30min @4:35");
        let ledger = post(&example.case(), &doctrine("evidence-first").unwrap());
        let reasons: Vec<_> = ledger.postings.iter().map(|posting| &posting.reason).collect();
        let says = |reason: &&String| reason.contains("too slow for a tempo, and nobody said what");
        assert!(reasons.iter().any(says), "{reasons:?}");
    }

    #[test]
    fn a_run_known_only_by_its_summary_cannot_be_told() {
        let mut example = example("1 week:\nTue easy 45min");
        example.runs[0].segments.clear();
        let ledger = post(&example.case(), &doctrine("evidence-first").unwrap());
        assert_eq!(ledger.postings[0].standing, Standing::CannotTell);
        assert_eq!(ledger.postings[0].distance, example.runs[0].distance);
    }
}
