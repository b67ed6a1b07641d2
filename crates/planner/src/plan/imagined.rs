//! A plan looked at as if it had been run exactly as written: the rules that would be broken, week by
//! week. The same rules that judge what was run.

use super::{
    baseline::critical_speed,
    own_pace::{at_own_pace, own_easy_speed},
};
use rulebook::{
    About, Case, Doctrine, Finding, Topic, Verdict, as_written, judge_run, judge_week, topic,
};
use training::{
    Date, LocalStart, NamedRun, Plan, Planned, Purpose, RunId, Week, calendar::midnight,
};

/// So many days of history tell all that rules about growth ask: a year, and six weeks more.
pub(crate) const HISTORY_DAYS: i64 = 406;

/// A rule that a plan breaks.
#[derive(Debug, Clone, PartialEq)]
pub struct Broken {
    /// Which week of the plan, from one.
    pub week: usize,
    /// What the rule says.
    pub finding: Finding,
}

impl Broken {
    /// The day of the session that breaks the rule, by the name of the imagined run; `None` where it
    /// speaks about days or a week.
    pub fn day(&self) -> Option<Date> {
        let About::Run(RunId(name)) = &self.finding.about else { return None };
        name.split(',').next()?.parse().ok()
    }
}

/// Every firm rule on growth, recovery and intensity that a plan breaks, and where.
pub fn check(plan: &Plan, case: &Case<'_>, doctrine: &Doctrine) -> Vec<Broken> {
    Checks::of(case, doctrine, plan.begins).broken(plan)
}

/// What plans from one day on are looked at with.
pub(super) struct Checks<'a> {
    case: Case<'a>,
    rules: Doctrine,
    /// What was run before a plan begins, then the plan looked at last.
    runs: Vec<NamedRun>,
    settled: usize,
}

impl<'a> Checks<'a> {
    pub fn of(case: &Case<'a>, doctrine: &Doctrine, begins: Date) -> Self {
        let before = case.runs.partition_point(|run| run.date() < begins);
        let runs = case.runs[..before].to_vec();
        Self { case: *case, rules: doctrine.on_plans(), settled: runs.len(), runs }
    }

    /// Every rule that a plan breaks, and where.
    pub fn broken(&mut self, plan: &Plan) -> Vec<Broken> {
        let planned = plan.planned();
        self.runs.truncate(self.settled);
        self.runs.extend(imagined(&planned, &self.case));
        let in_week = |index: usize| {
            let week = plan.week(index);
            let (runs, on) = (self.runs.as_slice(), week.end());
            let case = Case { runs, planned: &planned, on, check_ins: &[], ..self.case };
            let findings = findings(&case, &self.rules, week).into_iter();
            findings.map(move |finding| Broken { week: index + 1, finding })
        };
        (0..plan.weeks.len()).flat_map(in_week).collect()
    }
}

/// What the rules hold against a week and its runs. A race is as long as it is: nothing is held
/// against it, nor against the distance of its week.
fn findings(case: &Case<'_>, rules: &Doctrine, week: Week) -> Vec<Finding> {
    let is_race = |run: &&NamedRun| run.purpose() == Purpose::Race;
    let (races, runs): (Vec<_>, Vec<_>) = case.runs_in(week).iter().partition(is_race);
    let on_runs = runs.into_iter().flat_map(|run| judge_run(case, rules, run));
    let on_week = judge_week(case, rules, week).into_iter();
    let counts_here = |it: &Finding| races.is_empty() || topic(it.rule) != Some(Topic::Growth);
    let all = on_runs.chain(on_week.filter(counts_here));
    all.filter(|finding| finding.verdict == Verdict::Broken).collect()
}

/// The runs that sessions become when they are run as written, and at the runner's own easy pace where
/// none is written; each named by its day.
pub fn imagined(planned: &[Planned], case: &Case<'_>) -> Vec<NamedRun> {
    let (critical, easy) = (critical_speed(case), own_easy_speed(case));
    let run = |(number, planned): (usize, &Planned)| {
        as_written(
            RunId(format!("{}, planned {number}", planned.date)),
            start(planned.date, number),
            &at_own_pace(&planned.session, easy),
            case.ability.thresholds(),
            critical,
        )
    };
    planned.iter().enumerate().map(run).collect()
}

/// In the morning, and the second of a day after the first.
fn start(date: Date, number: usize) -> LocalStart {
    let second = midnight(date) + 7 * 3600 + number as i64;
    LocalStart {
        utc: jiff::Timestamp::from_second(second).unwrap_or_default(),
        offset_seconds: Some(0),
    }
}
