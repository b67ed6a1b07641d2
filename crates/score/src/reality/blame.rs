//! Which rules a lived week breaks, and whose doing it is.
//!
//! The rules are those of safety, asked on every day, and the firm ones on growth, recovery and
//! intensity that look at every plan; a race is as long as it is, and neither it nor the distance of
//! its week is held against anybody, as when a plan is made.
//!
//! A plan speaks at the beginning of every week and after all that happens to it. A broken rule is
//! **the plan's** when what was really run by then and what the plan asks for in the rest of the
//! week, run exactly so, break it, and what was run alone does not: the plan could have kept it by
//! asking for less. That holds for days too on which nothing came of it. Of rules that are broken
//! as the week was really run, what breaks only by pace and distance run a little differently than
//! asked for is **the running's**, what the race alone breaks is **the race's**, whose day is the
//! runner's to move, unless the rule is one of safety that outranks it, and the rest, above all runs that nobody planned, is **the world's**.

use super::{
    life::{Ask, Life, Lived},
    trainee::Trainee,
};
use rulebook::{
    Case, Doctrine, Finding, RuleId, Topic, Verdict, judge::judge_by, judge_run, judge_week, topic,
};
use std::collections::BTreeMap;
use training::{Date, NamedRun, Planned, Purpose, Week, calendar::add_days};

/// Whose doing a broken rule is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Doing {
    /// The plan asked for it.
    Plan,
    /// It was run a little differently than asked for.
    Running,
    /// The race came when it came.
    Race,
    /// No plan could have kept it.
    World,
}

/// A rule that a week broke.
#[derive(Debug, Clone)]
pub struct Break {
    /// The week of the plan, from one.
    pub week: usize,
    /// The rule.
    pub rule: RuleId,
    /// Whose doing it is.
    pub doing: Doing,
    /// What the rule says of the week as it was asked for, else as it was run.
    pub said: String,
}

impl Break {
    /// Whether the rule is one of safety.
    pub fn is_of_safety(&self) -> bool {
        topic(self.rule) == Some(Topic::Safety)
    }
}

/// The rules that look at a lived week.
pub struct Rules {
    of_weeks: Doctrine,
    of_days: Doctrine,
}

impl Rules {
    /// The rules of a doctrine.
    pub fn of(doctrine: &Doctrine) -> Self {
        Self { of_weeks: doctrine.on_plans(), of_days: doctrine.of_safety() }
    }

    /// Every rule that a life breaks, week by week.
    pub fn breaks(&self, trainee: &Trainee, life: &Life) -> Vec<Break> {
        let weeks = 0..trainee.plan.weeks.len();
        weeks
            .flat_map(|index| {
                let lived = LivedWeek::of(trainee, life, trainee.plan.week(index));
                lived.breaks(self).into_iter().map(move |(rule, doing, said)| Break {
                    week: index + 1,
                    rule,
                    doing,
                    said,
                })
            })
            .collect()
    }

    /// What is broken in a week by the runs given.
    fn broken(&self, case: &Case<'_>, week: Week) -> Vec<Finding> {
        let is_race = |run: &&NamedRun| run.purpose() == Purpose::Race;
        let (races, runs): (Vec<_>, Vec<_>) = case.runs_in(week).iter().partition(is_race);
        let on_runs = runs.into_iter().flat_map(|run| judge_run(case, &self.of_weeks, run));
        let on_week = judge_week(case, &self.of_weeks, week)
            .into_iter()
            .filter(|finding| races.is_empty() || topic(finding.rule) != Some(Topic::Growth));
        let on_days = (0..7).map(|day| case.as_of(add_days(week.start, day))).flat_map(|on| {
            let findings = self.of_days.choices.iter().filter_map(|choice| judge_by(&on, choice));
            findings.collect::<Vec<_>>()
        });
        let all = on_runs.chain(on_week).chain(on_days);
        all.filter(|finding| finding.verdict == Verdict::Broken).collect()
    }
}

struct LivedWeek<'a> {
    trainee: &'a Trainee,
    life: &'a Life,
    week: Week,
    /// All that was run before the week.
    before: &'a [NamedRun],
    planned: Vec<Planned>,
}

impl<'a> LivedWeek<'a> {
    fn of(trainee: &'a Trainee, life: &'a Life, week: Week) -> Self {
        let before = life.runs.partition_point(|run| run.date() < week.start);
        let days = life.days.iter().filter(move |lived| week.holds(lived.date));
        let planned = days.flat_map(|lived| {
            let sessions = lived.asked.iter();
            sessions.map(|it| Planned { date: lived.date, session: it.clone() })
        });
        Self { trainee, life, week, before: &life.runs[..before], planned: planned.collect() }
    }

    fn breaks(&self, rules: &Rules) -> Vec<(RuleId, Doing, String)> {
        let mut breaks: BTreeMap<RuleId, (Doing, String)> = BTreeMap::new();
        for ask in self.life.asks.iter().filter(|ask| self.week.holds(ask.from)) {
            for (doing, finding) in self.of_ask(rules, ask) {
                let said = breaks.entry(finding.rule).or_insert((doing, finding.message.clone()));
                if doing < said.0 {
                    *said = (doing, finding.message);
                }
            }
        }
        let run = |lived: &Lived| lived.ran.iter().chain(&lived.free).cloned().collect();
        for finding in self.look(rules, self.week.end(), &self.with(run)) {
            breaks.entry(finding.rule).or_insert_with(|| {
                (self.doing_of_the_run(rules, finding.rule), finding.message.clone())
            });
        }
        breaks.into_iter().map(|(rule, (doing, said))| (rule, doing, said)).collect()
    }

    /// What the plan breaks by what it asks for, or the race in it.
    fn of_ask(&self, rules: &Rules, ask: &Ask) -> Vec<(Doing, Finding)> {
        let so_far = self.life.runs.partition_point(|run| run.date() < ask.from);
        let so_far = &self.life.runs[..so_far];
        let with = |asked: &[NamedRun]| {
            let runs: Vec<NamedRun> = so_far.iter().chain(asked).cloned().collect();
            self.look(rules, ask.said_until, &runs)
        };
        let asked = with(&ask.runs);
        if asked.is_empty() {
            return Vec::new();
        }
        let is_race = |run: &&NamedRun| run.purpose() == Purpose::Race;
        let others: Vec<NamedRun> = ask.runs.iter().filter(|run| !is_race(run)).cloned().collect();
        let (without_race, nothing) = (with(&others), with(&[]));
        asked
            .into_iter()
            .filter(|finding| !has(&nothing, finding.rule))
            .map(|finding| {
                let is_of_race = !has(&without_race, finding.rule);
                let doing = if is_of_race { of_the_race(finding.rule) } else { Doing::Plan };
                (doing, finding)
            })
            .collect()
    }

    /// Whose doing it is that the week as it was run breaks a rule, where the plan did not ask for it.
    fn doing_of_the_run(&self, rules: &Rules, rule: RuleId) -> Doing {
        let breaks = |runs: fn(&Lived) -> Vec<NamedRun>| {
            has(&self.look(rules, self.week.end(), &self.with(runs)), rule)
        };
        let is_asked = breaks(|lived| lived.as_asked.iter().chain(&lived.free).cloned().collect());
        let without_race = breaks(|lived| {
            let asked = lived.as_asked.iter().filter(|run| run.purpose() != Purpose::Race);
            asked.chain(&lived.free).cloned().collect()
        });
        match (is_asked, without_race) {
            (false, _) => Doing::Running,
            (true, false) => of_the_race(rule),
            (true, true) => Doing::World,
        }
    }

    /// What is broken in the week by some runs, with what was said until a day.
    fn look(&self, rules: &Rules, said_until: Date, runs: &[NamedRun]) -> Vec<Finding> {
        let said = self.life.check_ins.partition_point(|said| said.date <= said_until);
        let said = (&self.life.check_ins[..said], self.planned.as_slice());
        rules.broken(&self.trainee.case(self.week.end(), runs, said), self.week)
    }

    /// All before the week, and of its days what is picked.
    fn with(&self, of_day: impl Fn(&Lived) -> Vec<NamedRun>) -> Vec<NamedRun> {
        let days = self.life.days.iter().filter(|lived| self.week.holds(lived.date));
        self.before.iter().cloned().chain(days.flat_map(of_day)).collect()
    }
}

/// Whose doing it is that a race breaks a rule: safety outranks a race, so the plan's, which could
/// have taken it out. What a long race asks of the days after it is the runner's wish.
fn of_the_race(rule: RuleId) -> Doing {
    let is_to_be_out = topic(rule) == Some(Topic::Safety) && rule.0 != "wait-after-long-races";
    if is_to_be_out { Doing::Plan } else { Doing::Race }
}

fn has(look: &[Finding], rule: RuleId) -> bool {
    look.iter().any(|finding| finding.rule == rule)
}
