//! A history under one rulebook, seen from one day: postings, findings, signs, suggestions.

use super::history::History;
use rayon::prelude::*;
use rulebook::{
    Case, Doctrine, Finding, Ledger, Posting, Sign, Suggestion, Units,
    ledger::{LOOKS_AHEAD_DAYS, post_run},
};
use std::{
    collections::{BTreeSet, HashMap},
    sync::Arc,
};
use training::{
    Ability, Date, NamedRun, RunId, Week, Weekday,
    calendar::{add_days, between},
};

/// How a history is looked at.
#[derive(Debug, Clone, PartialEq)]
pub struct Lens {
    /// The day it is looked at from; later runs are not seen.
    pub on: Date,
    /// The rulebook it is judged by.
    pub doctrine: Doctrine,
    /// The day on which the runner's weeks begin.
    pub first_day: Weekday,
    /// The units the runner reads.
    pub units: Units,
}

/// A history, judged.
#[derive(Debug)]
pub struct Judgement<'a> {
    /// What is judged.
    pub history: &'a History,
    /// How it is looked at.
    pub lens: &'a Lens,
    /// What the runner can do on that day.
    pub ability: Ability,
    /// Every stretch of every run that was asked for, posted.
    pub ledger: Arc<Ledger>,
}

impl<'a> Judgement<'a> {
    /// Judges a history.
    pub fn new(history: &'a History, lens: &'a Lens) -> Self {
        let ability = history.ability_on(lens.on);
        let postings = post_from(history, lens, &ability, Date::MIN);
        Self::posted(history, lens, ability, postings)
    }

    /// Judges a history again as [`Judgement::new`] does, after something was said of the days from
    /// `first` on: what was posted of runs well before then still stands.
    pub fn again(
        history: &'a History,
        lens: &'a Lens,
        (ability, before): (&Ability, &Ledger),
        first: Date,
    ) -> Self {
        let first = add_days(first, -LOOKS_AHEAD_DAYS);
        let kept = before.postings.partition_point(|posting| posting.date < first);
        let mut postings = before.postings[..kept].to_vec();
        postings.extend(post_from(history, lens, ability, first));
        Self::posted(history, lens, ability.clone(), postings)
    }

    /// Judges a history as [`Judgement::new`] does, and posts only the runs of the week of `first`
    /// and of later ones: no posting needs another.
    pub fn since(history: &'a History, lens: &'a Lens, first: Date) -> Self {
        let ability = history.ability_on(lens.on);
        let first = Week::of(first, lens.first_day).start;
        let postings = post_from(history, lens, &ability, first);
        Self::posted(history, lens, ability, postings)
    }

    /// Judges one run of a history whose runner's ability on the day is known already.
    pub fn of_run(history: &'a History, lens: &'a Lens, ability: &Ability, run: &NamedRun) -> Self {
        let postings = post_run(&case(history, lens, ability), &lens.doctrine, run);
        Self::posted(history, lens, ability.clone(), postings)
    }

    fn posted(
        history: &'a History,
        lens: &'a Lens,
        ability: Ability,
        postings: Vec<Posting>,
    ) -> Self {
        Self { history, lens, ability, ledger: Arc::new(Ledger { postings }) }
    }

    /// The runs up to the day, oldest first.
    pub fn runs(&self) -> &'a [NamedRun] {
        self.history.runs_until(self.lens.on)
    }

    /// The weeks that hold runs, oldest first.
    pub fn weeks(&self) -> BTreeSet<Week> {
        self.runs().iter().map(|run| self.week_of(run.date())).collect()
    }

    /// The runner's week that holds a day.
    pub fn week_of(&self, day: Date) -> Week {
        Week::of(day, self.lens.first_day)
    }

    /// What was posted of the days from `first` to `last`.
    pub fn postings_between(&self, first: Date, last: Date) -> &[Posting] {
        between(&self.ledger.postings, first, last, |posting| posting.date)
    }

    /// The postings of each run, in the order of its segments.
    pub fn postings_by_run(&self) -> HashMap<&RunId, &[Posting]> {
        let runs = self.ledger.postings.chunk_by(|one, next| one.run == next.run);
        runs.map(|postings| (&postings[0].run, postings)).collect()
    }

    /// What the rules say about one run.
    pub fn findings_on_run(&self, run: &NamedRun) -> Vec<Finding> {
        rulebook::judge_run(&self.case(), &self.lens.doctrine, run)
    }

    /// What the rules say about one week.
    pub fn findings_on_week(&self, week: Week) -> Vec<Finding> {
        rulebook::judge_week(&self.case(), &self.lens.doctrine, week)
    }

    /// What the rules say on the day.
    pub fn findings(&self) -> Vec<Finding> {
        rulebook::judge(&self.case(), &self.lens.doctrine)
    }

    /// What the rules said on an earlier day.
    pub fn findings_as_of(&self, day: Date) -> Vec<Finding> {
        rulebook::judge(&self.case().as_of(day), &self.lens.doctrine)
    }

    /// The seven signs on the day.
    pub fn signs(&self) -> [Sign; 7] {
        rulebook::signs(&self.case(), &self.lens.doctrine)
    }

    /// What to change first, from what is posted since a day.
    pub fn suggestions(&self, since: Date) -> Vec<Suggestion> {
        let postings = self.postings_between(since, Date::MAX).to_vec();
        rulebook::advise(&self.findings(), &Ledger { postings })
    }

    /// The facts it rests on.
    pub fn case(&self) -> Case<'_> {
        case(self.history, self.lens, &self.ability)
    }
}

/// What is posted of the runs from a day on, each by itself.
fn post_from(history: &History, lens: &Lens, ability: &Ability, first: Date) -> Vec<Posting> {
    let case = case(history, lens, ability);
    let runs = case.runs_between(first, lens.on);
    runs.par_iter().flat_map_iter(|run| post_run(&case, &lens.doctrine, run)).collect()
}

/// The facts of a history as they stood on the day it is looked at from.
pub fn case<'a>(history: &'a History, lens: &Lens, ability: &'a Ability) -> Case<'a> {
    Case {
        profile: history.profile(),
        ability,
        runs: &history.runs,
        cross_training: history.cross_training(),
        check_ins: &history.check_ins,
        planned: &history.planned,
        first_day: lens.first_day,
        on: lens.on,
        units: lens.units,
    }
}
