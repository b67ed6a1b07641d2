//! A plan looked at as if it had been run exactly as written: the rules that would be broken, week by
//! week. The same rules that judge what was run.

use super::baseline::critical_speed;
use rulebook::{
    About, Case, Doctrine, Finding, Maturity, Topic, Verdict, as_written, judge_run, judge_week,
    rule,
};
use training::{
    Date, LocalStart, NamedRun, Plan, Planned, Purpose, RunId, Week, calendar::days_between,
};

/// An imagined run is named so, and by the number of its session among those of the plan.
const IMAGINED: &str = "planned-";

/// A rule that a plan breaks.
#[derive(Debug, Clone, PartialEq)]
pub struct Broken {
    /// Which week of the plan, from one.
    pub week: usize,
    /// What the rule says.
    pub finding: Finding,
}

impl Broken {
    /// The day of the session that breaks the rule; `None` where it speaks about days or a week.
    pub fn day(&self, plan: &Plan) -> Option<Date> {
        let About::Run(id) = &self.finding.about else { return None };
        let named_by_day = || id.0.split(',').next()?.parse().ok();
        let Some(number) = id.0.strip_prefix(IMAGINED) else { return named_by_day() };
        plan.planned().get(number.parse::<usize>().ok()?).map(|planned| planned.date)
    }
}

/// Every firm rule on growth, recovery and intensity that a plan breaks, and where.
pub fn check(plan: &Plan, case: &Case<'_>, doctrine: &Doctrine) -> Vec<Broken> {
    let planned = plan.planned();
    let mut runs: Vec<NamedRun> =
        case.runs.iter().filter(|run| run.date() < plan.begins).cloned().collect();
    runs.extend(imagined(&planned, case));
    let mut broken = Vec::new();
    for index in 0..plan.weeks.len() {
        let week = plan.week(index);
        let case = Case { runs: &runs, planned: &planned, on: week.end(), check_ins: &[], ..*case };
        let findings = findings(&case, doctrine, week);
        broken.extend(findings.into_iter().map(|finding| Broken { week: index + 1, finding }));
    }
    broken
}

/// What the rules say of a week and its runs. A race is as long as it is: nothing is held against
/// it, nor against the distance of its week.
fn findings(case: &Case<'_>, doctrine: &Doctrine, week: Week) -> Vec<Finding> {
    let is_race = |run: &&NamedRun| run.purpose() == Purpose::Race;
    let (races, runs): (Vec<_>, Vec<_>) = case.runs_in(week).iter().partition(is_race);
    let on_runs = runs.into_iter().flat_map(|run| judge_run(case, doctrine, run));
    let on_week = judge_week(case, doctrine, week).into_iter();
    let counts_here = |finding: &Finding| {
        races.is_empty() || rule(finding.rule.0).is_ok_and(|rule| rule.topic != Topic::Growth)
    };
    on_runs.chain(on_week.filter(counts_here)).filter(counts).collect()
}

/// Whether a finding speaks against a plan: how the runner feels is not planned.
fn counts(finding: &Finding) -> bool {
    let is_about_plans = rule(finding.rule.0).is_ok_and(|rule| {
        rule.maturity == Maturity::Firm
            && matches!(rule.topic, Topic::Growth | Topic::Recovery | Topic::Intensity)
    });
    finding.verdict == Verdict::Broken && is_about_plans
}

/// The runs that a plan becomes when it is run as written.
pub(crate) fn imagined(planned: &[Planned], case: &Case<'_>) -> Vec<NamedRun> {
    let critical = critical_speed(case);
    let run = |(number, planned): (usize, &Planned)| {
        as_written(
            RunId(format!("{IMAGINED}{number}")),
            start(planned.date, number),
            &planned.session,
            case.ability.thresholds(),
            critical,
        )
    };
    planned.iter().enumerate().map(run).collect()
}

/// In the morning, and the second of a day after the first.
fn start(date: Date, number: usize) -> LocalStart {
    let midnight = jiff::Timestamp::from_second(seconds_since_epoch(date)).unwrap_or_default();
    let utc = midnight
        .saturating_add(jiff::SignedDuration::from_secs(7 * 3600 + number as i64))
        .unwrap_or(midnight);
    LocalStart { utc, offset_seconds: Some(0) }
}

fn seconds_since_epoch(date: Date) -> i64 {
    86_400 * days_between(jiff::civil::date(1970, 1, 1), date)
}
