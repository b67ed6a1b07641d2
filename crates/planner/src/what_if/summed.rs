//! Some weeks summed up and judged: how much was run and how it stands, and what each rule says.

use rulebook::{
    Case, Doctrine, Finding, Ledger, RuleId, Verdict, judge, judge_week, ledger::post_run,
};
use std::collections::BTreeMap;
use training::{Date, Metres, NamedRun, Purpose, Seconds, Standing, Week, calendar::days_between};

/// Some weeks in a few numbers.
#[derive(Debug, Clone, PartialEq)]
pub struct Summed {
    /// The distance by standing, best first; stretches without a distance count nothing.
    pub standings: [(Standing, Metres); 4],
    /// The distance by what it was for; purposes that do not occur are left out.
    pub purposes: BTreeMap<Purpose, Metres>,
    /// The mean distance of seven days.
    pub weekly_distance: Metres,
    /// The mean running time of seven days.
    pub weekly_time: Seconds,
    /// The longest run; `None` where no distance is known.
    pub longest: Option<Metres>,
    /// Days without running in seven, on average.
    pub rest_days: f64,
    /// How many runs.
    pub runs: usize,
}

/// A rule that would have said something else.
#[derive(Debug, Clone, PartialEq)]
pub struct Turned {
    /// Which.
    pub rule: RuleId,
    /// What it says on the last day, and what it would say.
    pub verdicts: (Verdict, Verdict),
    /// In how many of the weeks it was broken, and would have been; nothing for a rule that does not
    /// speak of weeks.
    pub weeks_broken: (usize, usize),
    /// The conclusion on the last day as it would be, with its numbers.
    pub message: String,
}

/// Weeks summed up, and what the rules say of them.
pub(super) struct Judged {
    pub summed: Summed,
    findings: Vec<Finding>,
    weeks_broken: BTreeMap<RuleId, usize>,
}

impl Judged {
    /// The weeks from a day to the day judged.
    pub fn of(case: &Case<'_>, doctrine: &Doctrine, first: Date) -> Self {
        let runs = case.runs_between(first, case.on);
        let weeks = (days_between(first, case.on) + 1) / 7;
        let postings = runs.iter().flat_map(|run| post_run(case, doctrine, run)).collect();
        let mut weeks_broken: BTreeMap<RuleId, usize> = BTreeMap::new();
        for index in 0..weeks {
            let week = Week { start: first }.plus(index);
            let broken = judge_week(case, doctrine, week)
                .into_iter()
                .filter(|finding| finding.verdict == Verdict::Broken);
            for finding in broken {
                *weeks_broken.entry(finding.rule).or_default() += 1;
            }
        }
        Self {
            summed: Summed::of(runs, &Ledger { postings }, weeks as f64),
            findings: judge(case, doctrine),
            weeks_broken,
        }
    }
}

impl Summed {
    fn of(runs: &[NamedRun], ledger: &Ledger, weeks: f64) -> Self {
        let far = runs.iter().filter_map(|run| run.distance);
        let mut days: Vec<Date> = runs.iter().map(NamedRun::date).collect();
        days.dedup();
        let all: Metres = far.clone().sum();
        let time: Seconds = runs.iter().map(|run| run.moving).sum();
        Self {
            standings: Standing::ALL.map(|standing| (standing, ledger.distance(standing))),
            purposes: by_purpose(ledger),
            weekly_distance: Metres(all.0 / weeks),
            weekly_time: Seconds(time.0 / weeks),
            longest: far.max_by(|one, other| one.0.total_cmp(&other.0)),
            rest_days: 7.0 - days.len() as f64 / weeks,
            runs: runs.len(),
        }
    }
}

fn by_purpose(ledger: &Ledger) -> BTreeMap<Purpose, Metres> {
    let mut purposes: BTreeMap<Purpose, Metres> = BTreeMap::new();
    for posting in &ledger.postings {
        let far = posting.distance.filter(|far| *far > Metres(0.0));
        if let Some(far) = far {
            *purposes.entry(posting.purpose).or_default() += far;
        }
    }
    purposes
}

/// The rules that would have said something else, those on trial among them.
pub(super) fn turned(before: &Judged, after: &Judged) -> Vec<Turned> {
    let pairs = before.findings.iter().zip(&after.findings);
    pairs
        .map(|(was, is)| {
            let weeks = |judged: &Judged| judged.weeks_broken.get(&is.rule).copied();
            Turned {
                rule: is.rule,
                verdicts: (was.verdict, is.verdict),
                weeks_broken: (weeks(before).unwrap_or_default(), weeks(after).unwrap_or_default()),
                message: is.message.clone(),
            }
        })
        .filter(|turned| {
            let (was, is) = turned.weeks_broken;
            turned.verdicts.0 != turned.verdicts.1 || was != is
        })
        .collect()
}
