//! A bent plan looked at as if it had been run: what really was run so far, then the sessions as they
//! are written; by the same firm rules that look at every plan, and by those of safety.

use super::{draft::Draft, sessions::Ruler};
use crate::plan::{
    Broken,
    imagined::{HISTORY_DAYS, imagined},
};
use rulebook::{
    Allows, Case, Doctrine, Finding, RuleId, Topic, Verdict, judge::judge_by, judge_run,
    judge_week, topic,
};
use std::{collections::BTreeSet, ops::Range};
use training::{CheckIn, Date, NamedRun, Purpose, Week, calendar::add_days};

/// What was run so far, and how a session would be run.
pub(super) struct Reality<'a> {
    pub case: Case<'a>,
    pub ruler: Ruler,
    /// The runs before the first day that may change; without a log, the plan up to then as written.
    runs: Vec<NamedRun>,
    from: Date,
    /// The rules that look at a plan.
    rules: Doctrine,
    /// The rules of safety, of which a plan can keep coming back and the days after long races.
    safety: Doctrine,
    /// The weeks in which the accepted plan holds a race, from 1.
    race_weeks: Vec<usize>,
}

impl<'a> Reality<'a> {
    pub fn of(case: &Case<'a>, doctrine: &Doctrine, draft: &Draft, from: Date) -> Self {
        let mut runs =
            case.runs_between(add_days(from, -HISTORY_DAYS), add_days(from, -1)).to_vec();
        if runs.is_empty() {
            let planned = draft.planned_between(add_days(from, -HISTORY_DAYS), add_days(from, -1));
            runs = imagined(&planned, case);
        }
        runs.iter_mut().for_each(forget_reasons);
        Self {
            case: *case,
            ruler: Ruler::of(case),
            runs,
            from,
            rules: doctrine.on_plans(),
            safety: doctrine.of_safety(),
            race_weeks: race_weeks(draft),
        }
    }

    /// What was run, and what will be up to a day, that day included.
    pub fn runs_until(&self, draft: &Draft, last: Date) -> Vec<NamedRun> {
        let planned = draft.planned_between(self.from, last);
        let mut runs = self.runs.clone();
        runs.extend(imagined(&planned, &self.case));
        runs
    }

    /// What was run before any of it changes.
    pub fn runs(&self) -> &[NamedRun] {
        &self.runs
    }

    /// The case on a day to come, with these runs. How the runner will feel is not known.
    pub fn on<'b>(&self, on: Date, runs: &'b [NamedRun]) -> Case<'b>
    where
        'a: 'b,
    {
        Case { runs, check_ins: &[], planned: &[], on, ..self.case }
    }

    /// Looks at every week from the first that may change.
    pub fn look(&self, draft: &Draft) -> Look {
        let runs = self.runs_until(draft, draft.last_day());
        let weeks = self.open_weeks(draft);
        Look { broken: weeks.flat_map(|index| self.look_at(draft, index, &runs)).collect() }
    }

    /// The weeks from the first that may change.
    pub fn open_weeks(&self, draft: &Draft) -> Range<usize> {
        let all = 0..draft.week_count();
        let first = all.clone().find(|index| draft.week(*index).end() >= self.from);
        first.unwrap_or(all.end)..all.end
    }

    /// Everything before one of the weeks, to look at it and at those after it.
    pub fn walk_to(&self, draft: &Draft, index: usize) -> Walk {
        let runs = self.runs_until(draft, add_days(draft.week(index).start, -1));
        Walk { settled: runs.len(), runs }
    }

    /// Looks at the next week of a walk; later ones do not change what is said of it.
    pub fn look_ahead(&self, walk: &mut Walk, draft: &Draft, index: usize) -> Look {
        let week = draft.week(index);
        let planned = draft.planned_between(self.from.max(week.start), week.end());
        walk.runs.truncate(walk.settled);
        walk.runs.extend(imagined(&planned, &self.case));
        Look { broken: self.look_at(draft, index, &walk.runs) }
    }

    fn look_at(&self, draft: &Draft, index: usize, runs: &[NamedRun]) -> Vec<Broken> {
        let week = draft.week(index);
        let planned = draft.planned_from(self.from);
        let case = Case { planned: &planned, ..self.on(week.end(), runs) };
        // A race is as far as it is, and excuses no other run of its week.
        let is_open = |run: &&NamedRun| run.date() >= self.from && run.purpose() != Purpose::Race;
        let on_runs = case.runs_in(week).iter().filter(is_open);
        let on_runs = on_runs.flat_map(|run| judge_run(&case, &self.rules, run));
        let on_week = judge_week(&case, &self.rules, week).into_iter();
        let broken = on_runs.chain(on_week).filter(is_broken);
        broken
            .chain(self.safety_of(draft, index, runs))
            .map(|finding| Broken { week: index + 1, finding })
            .collect()
    }

    /// What the rules of safety hold against a week's days, each at the end of it, and against those
    /// of the week after if nothing were run then. Days without running are asked too: where two
    /// ways back overlap, the second may speak only then.
    fn safety_of(&self, draft: &Draft, index: usize, runs: &[NamedRun]) -> Vec<Finding> {
        let Week { start, .. } = draft.week(index);
        let runs = &runs[..runs.partition_point(|run| run.date() < add_days(start, 7))];
        let days = (0..13).map(|day| add_days(start, day)).filter(|day| *day >= self.from);
        days.flat_map(|day| {
            let case = self.on(day, runs);
            let findings: Vec<Finding> =
                self.safety.choices.iter().filter_map(|choice| judge_by(&case, choice)).collect();
            findings.into_iter().filter(is_broken)
        })
        .collect()
    }

    /// Which rule of illness or of coming back speaks against the race of a day, with these answers.
    pub fn speaks_against(&self, draft: &Draft, race: Date, said: &[CheckIn]) -> Option<RuleId> {
        let runs = self.runs_until(draft, race);
        let before = self.runs_until(draft, add_days(race, -1));
        let with = Case { check_ins: said, ..self.on(race, &runs) };
        let without = Case { check_ins: said, ..self.on(race, &before) };
        let is_against = |choice: &&rulebook::Choice| {
            let breaks = |case| judge_by(case, choice).as_ref().is_some_and(is_broken);
            let hold = choice.rule.hold.filter(|_| choice.rule.id.0 == "return-gently");
            let hold = hold.and_then(|hold| hold(&without, &choice.parameters()));
            breaks(&with) && !breaks(&without)
                || hold.is_some_and(|it| it.allows != Allows::Anything)
        };
        let of_runner = [RuleId("rest-when-ill"), RuleId("return-gently")];
        let mut choices = self.safety.choices.iter().filter(|it| of_runner.contains(&it.rule.id));
        choices.find(is_against).map(|it| it.rule.id)
    }

    /// What one look finds broken that another does not find broken in the same week; a rule about
    /// recovery runs that the plan does not keep anyway is let be.
    pub fn beyond(&self, look: &Look, other: &Look) -> Vec<Broken> {
        let (weeks, rules) = (other.by_week(), other.by_rule());
        let is_known = |it: &Broken| {
            let rule = it.finding.rule;
            let is_habit = topic(rule) == Some(Topic::Recovery) && rules.contains(&rule);
            is_habit || weeks.contains(&(it.week, rule))
        };
        let new = |it: &&Broken| !is_known(it) && !self.is_the_race(it);
        look.broken.iter().filter(new).cloned().collect()
    }

    /// That a race of the plan comes too soon after a break is no fault of a bend: its day is the
    /// runner's to move.
    fn is_the_race(&self, broken: &Broken) -> bool {
        broken.finding.rule.0 == "return-gently"
            && self.race_weeks.iter().any(|race| broken.week == *race || broken.week == race + 1)
    }

    /// How far what is planned from one day to another goes.
    pub fn planned_distance(&self, draft: &Draft, first: Date, last: Date) -> f64 {
        let days = draft.days_between(first, last);
        days.iter().flat_map(|day| draft.on(*day)).map(|it| self.ruler.distance(it).0).sum()
    }
}

/// No rule reads why a stretch was named so, and the runs are copied for every look.
fn forget_reasons(run: &mut NamedRun) {
    run.reason = String::new();
    run.segments.iter_mut().for_each(|segment| segment.reason = String::new());
}

fn is_broken(finding: &Finding) -> bool {
    finding.verdict == Verdict::Broken
}

/// The runs up to a week: those before it, and its own as they were looked at last.
pub(super) struct Walk {
    runs: Vec<NamedRun>,
    settled: usize,
}

impl Walk {
    /// Goes on to the week after the one that was looked at.
    pub fn go_on(&mut self) {
        self.settled = self.runs.len();
    }
}

/// What a plan breaks.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Look {
    broken: Vec<Broken>,
}

impl Look {
    pub fn into_broken(self) -> Vec<Broken> {
        self.broken
    }

    pub fn broken(&self) -> &[Broken] {
        &self.broken
    }

    pub fn is_clean(&self) -> bool {
        self.broken.is_empty()
    }

    /// Adds what was found in another week.
    pub fn add(&mut self, other: Self) {
        self.broken.extend(other.broken);
    }

    /// Whether it found the same: a rule broken by the same days, as too much or as too hard.
    pub fn holds(&self, broken: &Broken) -> bool {
        let what = |it: &Broken| (it.finding.rule, it.finding.measured.is_some());
        let same = |it: &&Broken| what(it) == what(broken);
        self.broken.iter().filter(same).any(|it| it.finding.about == broken.finding.about)
    }

    fn by_week(&self) -> BTreeSet<(usize, RuleId)> {
        self.broken.iter().map(|it| (it.week, it.finding.rule)).collect()
    }

    fn by_rule(&self) -> BTreeSet<RuleId> {
        self.broken.iter().map(|it| it.finding.rule).collect()
    }
}

fn race_weeks(draft: &Draft) -> Vec<usize> {
    let is_race_week =
        |index: &usize| draft.days_in(draft.week(*index)).iter().any(|day| draft.is_race(*day));
    (0..draft.week_count()).filter(is_race_week).map(|index| index + 1).collect()
}
