//! Plans that others have published, judged as everymile judges any plan, beside its own plan for the
//! same runner, goal and weeks. Their distances, times and days are facts, transcribed into
//! `plans/published`; where each was read is said at its head.

mod page;
mod published;

use crate::table::{Figure, Section, Table, share};
use anyhow::{Context, Result};
use planner::{
    NoPlan, Wish, check,
    plan::{Broken, imagined},
    propose,
};
use published::{PUBLISHED, Published};
use rayon::prelude::*;
use rulebook::{Case, Doctrine, RuleId, Units};
use std::collections::{BTreeMap, BTreeSet};
use training::{
    Ability, Basis, Date, Estimate, Goal, Metres, MetresPerSecond, NamedRun, Plan, PlanWeek,
    Profile, Weekday, calendar::add_days, plan::parse_plan, runner::DEFAULT_FIRST_DAY,
};

/// The first day of every plan, a Monday.
const BEGINS: Date = jiff::civil::date(2026, 3, 2);
/// everymile's own plan may take so many weeks more.
const MOST_WEEKS_MORE: usize = 12;
/// So many weeks like the first of the plan lie behind its runner.
const WEEKS_BEHIND: usize = 8;

/// What is said of the published plans, and of everymile's own beside them.
pub fn score() -> Result<Section> {
    let judged = judged()?;
    let takes_longer = |it: &&Judged| it.own.as_ref().is_ok_and(|own| own.weeks > it.theirs.weeks);
    let own = judged.iter().filter_map(|it| it.own.as_ref().ok());
    let breaking = judged.iter().filter(|it| !it.theirs.broken.is_empty()).count();
    let told = Figure::told;
    let whole = |count: usize| Some(count as f64);
    Ok(Section {
        title: "Published plans",
        about: format!(
            "{} plans that others have published, their distances and days transcribed as facts \
             (`crates/score/src/plans/published`), each judged by `{}` for a runner whose last {WEEKS_BEHIND} weeks \
             were like its first; and everymile's own plan for the same runner and race, in as many weeks or the fewest \
             more, up to {MOST_WEEKS_MORE}, in which it fits. \
             docs/published-plans.md says how to read it.",
            judged.len(),
            rulebook::DEFAULT_DOCTRINE
        ),
        figures: vec![
            told(
                "plans.published-breaking",
                "published plans that break a firm rule",
                share(breaking, judged.len()),
            ),
            told(
                "plans.own-broken",
                "firm rules that everymile's own plans break",
                whole(own.map(|it| it.broken.len()).sum()),
            )
            .at_most(0.0),
            told(
                "plans.own-longer",
                "goals for which everymile takes more weeks",
                whole(judged.iter().filter(takes_longer).count()),
            ),
            told(
                "plans.own-refused",
                "goals that everymile refuses from there",
                whole(judged.iter().filter(|it| it.own.is_err()).count()),
            ),
        ],
        tables: vec![table(&judged)],
    })
}

/// A published plan and everymile's own.
struct Judged {
    plan: &'static Published,
    theirs: Look,
    own: Result<Look, NoPlan>,
}

/// What is seen of a plan.
struct Look {
    weeks: usize,
    broken: Vec<Broken>,
    /// How far its first and its fullest week go, and its longest run; races are none of them.
    first: Metres,
    fullest: Metres,
    longest: Metres,
}

fn judged() -> Result<Vec<Judged>> {
    let doctrine = rulebook::doctrine(rulebook::DEFAULT_DOCTRINE)?;
    PUBLISHED.par_iter().map(|published| judge(published, &doctrine)).collect()
}

fn judge(published: &'static Published, doctrine: &Doctrine) -> Result<Judged> {
    let plan = parse_plan(published.text, BEGINS)
        .with_context(|| format!("reading {}", published.name))?;
    let runner = Runner::before(&plan, published);
    let own = runner.own_plan(&plan, published, doctrine);
    Ok(Judged {
        plan: published,
        theirs: runner.look(&plan, doctrine),
        own: own.map(|own| runner.look(&own, doctrine)),
    })
}

/// The same race after so many weeks, on the days of the plan's fullest week.
fn wish(plan: &Plan, published: &Published, weeks: usize) -> Wish {
    let days = |week: &PlanWeek| {
        let days: BTreeSet<i8> =
            week.sessions.iter().map(|(day, _)| day.to_monday_zero_offset()).collect();
        days.into_iter().filter_map(|day| Weekday::from_monday_zero_offset(day).ok()).collect()
    };
    let days: Vec<Vec<Weekday>> = plan.weeks.iter().map(days).collect();
    let on = Some(add_days(BEGINS, 7 * weeks as i64 - 1));
    Wish {
        goal: Goal::Race { distance: published.race, on },
        time: None,
        days: days.into_iter().max_by_key(Vec::len).unwrap_or_default(),
        long_day: None,
        most_minutes: Vec::new(),
        weeks: Some(weeks),
        doubles: false,
    }
}

/// Somebody who has run the plan's first week for eight weeks.
struct Runner {
    profile: Profile,
    ability: Ability,
    runs: Vec<NamedRun>,
}

impl Runner {
    fn before(plan: &Plan, published: &Published) -> Self {
        let estimate = |speed: f64| {
            let (value, se) = (MetresPerSecond(speed), MetresPerSecond(0.02 * speed));
            Some(Estimate { value, se, as_of: BEGINS, from: Vec::new(), basis: Basis::Stated })
        };
        let critical = published.critical_speed();
        let ability = Ability {
            critical_speed: estimate(critical.0),
            lt1_speed: estimate(0.82 * critical.0),
            ..Ability::default()
        };
        let first = plan.weeks.first().cloned().unwrap_or_default();
        let behind = Plan {
            begins: add_days(BEGINS, -7 * WEEKS_BEHIND as i64),
            weeks: vec![first; WEEKS_BEHIND],
        };
        let profile = Profile { level: Some(published.level), ..Profile::default() };
        let mut runner = Self { profile, ability, runs: Vec::new() };
        runner.runs = imagined(&behind.planned(), &runner.case());
        runner
    }

    /// everymile's plan for the same race, in as many weeks or the fewest more in which it fits.
    fn own_plan(
        &self,
        plan: &Plan,
        published: &Published,
        doctrine: &Doctrine,
    ) -> Result<Plan, NoPlan> {
        let own = |weeks| propose(&self.case(), doctrine, &wish(plan, published, weeks));
        let (least, most) = (plan.weeks.len(), plan.weeks.len() + MOST_WEEKS_MORE);
        let fits = (least..most).find_map(|weeks| own(weeks).ok());
        fits.map_or_else(|| own(most), Ok).map(|proposal| proposal.plan)
    }

    fn case(&self) -> Case<'_> {
        Case {
            profile: &self.profile,
            ability: &self.ability,
            runs: &self.runs,
            cross_training: &[],
            check_ins: &[],
            planned: &[],
            first_day: DEFAULT_FIRST_DAY,
            on: add_days(BEGINS, -1),
            units: Units::Kilometres,
        }
    }

    fn look(&self, plan: &Plan, doctrine: &Doctrine) -> Look {
        let runs = imagined(&plan.planned(), &self.case());
        let trained = || runs.iter().filter(|run| run.purpose() != training::Purpose::Race);
        let week = |index: usize| {
            let own = trained().filter(|run| plan.week(index).holds(run.date()));
            Metres(own.filter_map(|run| run.distance).map(|metres| metres.0).sum())
        };
        let longest = trained().filter_map(|run| run.distance).map(|metres| metres.0);
        Look {
            weeks: plan.weeks.len(),
            broken: check(plan, &self.case(), doctrine),
            first: week(0),
            fullest: Metres((0..plan.weeks.len()).map(|it| week(it).0).fold(0.0, f64::max)),
            longest: Metres(longest.fold(0.0, f64::max)),
        }
    }
}

impl Look {
    /// Each rule that is broken, with how often, the most frequent first.
    fn rules(&self) -> Vec<(RuleId, usize)> {
        let mut counts: BTreeMap<RuleId, usize> = BTreeMap::new();
        for broken in &self.broken {
            *counts.entry(broken.finding.rule).or_default() += 1;
        }
        let mut counts: Vec<(RuleId, usize)> = counts.into_iter().collect();
        counts.sort_by_key(|(rule, count)| (std::cmp::Reverse(*count), *rule));
        counts
    }

    fn said(&self) -> String {
        let rules = self.rules().into_iter().map(|(rule, count)| format!("`{rule}` {count}"));
        let rules: Vec<String> = rules.collect();
        if rules.is_empty() { "none".to_owned() } else { rules.join(", ") }
    }

    fn size(&self) -> String {
        format!("{:.0} → {:.0} km, {:.0} km", self.first.km(), self.fullest.km(), self.longest.km())
    }
}

fn table(judged: &[Judged]) -> Table {
    let head = [
        "plan",
        "weeks",
        "first → fullest week, longest run",
        "breaks",
        "everymile's own",
        "breaks",
    ];
    let mut table = Table::new("", &head);
    for it in judged {
        let own = it.own.as_ref();
        let size = own.map_or_else(
            |_| "refused".to_owned(),
            |own| format!("{} weeks, {}", own.weeks, own.size()),
        );
        let breaks = own.map_or_else(ToString::to_string, Look::said);
        table.row([
            it.plan.title.to_owned(),
            it.theirs.weeks.to_string(),
            it.theirs.size(),
            it.theirs.said(),
            size,
            breaks,
        ]);
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_published_plan_is_read_and_names_its_source() {
        for it in judged().unwrap() {
            let plan = parse_plan(it.plan.text, BEGINS).unwrap();
            let last = plan.planned().pop().unwrap();
            assert!(plan.week(plan.weeks.len() - 1).holds(last.date), "{}", it.plan.name);
            assert!(it.plan.text.starts_with('#'), "{} names its source", it.plan.name);
        }
    }

    #[test]
    fn no_plan_of_our_own_for_the_same_goal_breaks_a_rule() {
        for it in judged().unwrap() {
            let broken = it.own.map(|own| own.broken).unwrap_or_default();
            assert!(broken.is_empty(), "{}: {broken:?}", it.plan.name);
        }
    }
}
