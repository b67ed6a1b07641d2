//! The whole answer: the runner, the runs, the weeks, the signs, the files.

use super::{
    other::Other,
    run::Run,
    runner::Runner,
    week::{Sums, Week},
};
use crate::analysis::{self, History, Judgement};
use rulebook::{Posting, RuleId, Suggestion, Verdict};
use serde::Serialize;
use training::{Date, RunId};
use utoipa::ToSchema;

/// The name of this shape. It changes when a field changes its name or its meaning.
pub const SCHEMA: &str = "everymile.analysis/1";

/// The whole answer.
#[derive(Debug, Clone, Serialize)]
pub struct Analysis {
    /// The name of this shape.
    pub schema: &'static str,
    /// The day it is seen from.
    pub on: Date,
    /// The rulebook it is judged by.
    pub doctrine: String,
    /// What is known of the runner.
    pub runner: Runner,
    /// The runs, oldest first.
    pub runs: Vec<Run>,
    /// The weeks that hold runs, oldest first.
    pub weeks: Vec<Week>,
    /// What else was trained in their time, oldest first.
    pub others: Vec<Other>,
    /// All of these weeks together.
    pub totals: Sums,
    /// The seven signs.
    pub signs: Vec<Sign>,
    /// What to change first.
    pub suggestions: Vec<Suggestion>,
    /// What became of the files.
    pub files: Files,
}

/// One of the seven signs.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Sign {
    /// 1 to 7.
    pub sign: u8,
    /// The sign in a few words.
    pub name: &'static str,
    /// The rule that answers it; broken means that the sign shows.
    pub rule: RuleId,
    /// Kept, broken, not applicable, cannot tell.
    pub verdict: Verdict,
    /// The conclusion and its numbers.
    pub message: String,
    /// What to do, or what to supply.
    pub advice: String,
}

/// What became of the files.
#[derive(Debug, Clone, Serialize)]
pub struct Files {
    /// How many originals were read.
    pub read: usize,
    /// How many runs count.
    pub runs: usize,
    /// How many activities are something else.
    pub other: usize,
    /// Copies of runs that count already.
    pub duplicates: Vec<Duplicate>,
    /// Files that could not be read.
    pub failed: Vec<Failed>,
    /// Runs dated later than today: they count from their day on.
    pub to_come: Vec<ToCome>,
}

/// A run dated later than today.
#[derive(Debug, Clone, Serialize)]
pub struct ToCome {
    /// The path.
    pub file: String,
    /// Its day.
    pub date: Date,
}

/// A copy of a run that counts already.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Duplicate {
    /// The path of the copy.
    pub file: String,
    /// The path of the copy that counts.
    pub of: String,
}

/// A file that could not be read.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Failed {
    /// The path.
    pub file: String,
    /// What is wrong, and what to do.
    pub error: String,
}

/// Which part of a history is shown.
#[derive(Debug, Clone, Copy)]
pub enum Scope<'a> {
    /// All of it.
    Whole,
    /// What lies between the two days, both included.
    Days(Date, Date),
    /// Single runs, with the weeks they are in.
    Runs(&'a [RunId]),
}

impl Analysis {
    /// What a judgement says about a part of the history.
    pub fn new(judgement: &Judgement<'_>, scope: Scope<'_>) -> Self {
        let Judgement { history, lens, ability, .. } = judgement;
        let runs = runs(judgement, scope);
        let weeks = weeks(judgement, scope);
        let since = judgement.runs().first().map_or(lens.on, training::NamedRun::date);
        let since = if let Scope::Days(first, _) = scope { first } else { since };
        Self {
            schema: SCHEMA,
            on: lens.on,
            doctrine: lens.doctrine.name.clone(),
            runner: Runner::new(history.profile(), ability),
            totals: Sums::merged(weeks.iter().map(|week| &week.sums)),
            weeks,
            runs,
            others: others(judgement, scope),
            signs: judgement.signs().into_iter().map(Sign::from).collect(),
            suggestions: judgement.suggestions(since),
            files: Files::of(history),
        }
    }
}

fn runs(judgement: &Judgement<'_>, scope: Scope<'_>) -> Vec<Run> {
    let postings = judgement.postings_by_run();
    let own = |id| postings.get(id).copied().unwrap_or_default();
    let runs = judgement.runs().iter();
    runs.filter(|run| scope.holds_run(run.date(), &run.id))
        .map(|run| Run::new(judgement, run, own(&run.id)))
        .collect()
}

fn weeks(judgement: &Judgement<'_>, scope: Scope<'_>) -> Vec<Week> {
    let week_of = |posting: &Posting| judgement.week_of(posting.date);
    let weeks = judgement.ledger.postings.chunk_by(|one, next| week_of(one) == week_of(next));
    weeks
        .filter(|postings| {
            postings.iter().any(|posting| scope.holds_run(posting.date, &posting.run))
        })
        .map(|postings| Week::new(judgement, week_of(&postings[0]), postings))
        .collect()
}

/// What else was trained; a look at single runs shows none.
fn others(judgement: &Judgement<'_>, scope: Scope<'_>) -> Vec<Other> {
    match scope {
        Scope::Whole => Other::between(judgement, Date::MIN, judgement.lens.on),
        Scope::Days(first, last) => Other::between(judgement, first, last),
        Scope::Runs(_) => Vec::new(),
    }
}

impl Scope<'_> {
    fn holds_run(&self, day: Date, id: &RunId) -> bool {
        match self {
            Self::Whole => true,
            Self::Days(first, last) => *first <= day && day <= *last,
            Self::Runs(ids) => ids.contains(id),
        }
    }
}

impl From<rulebook::Sign> for Sign {
    fn from(sign: rulebook::Sign) -> Self {
        let rulebook::Sign { sign, name, rule, verdict, message, advice } = sign;
        Self { sign, name, rule, verdict, message, advice }
    }
}

impl From<analysis::Duplicate<'_>> for Duplicate {
    fn from(copy: analysis::Duplicate<'_>) -> Self {
        Self { file: copy.file.to_owned(), of: copy.of.to_owned() }
    }
}

impl Files {
    /// What became of the files of a history.
    pub fn of(history: &History) -> Self {
        let duplicates = history.duplicates().into_iter();
        let to_come = history.to_come.iter();
        let failed = history.files.failed.iter();
        Self {
            read: history.files.read,
            runs: history.runs.len(),
            other: history.cross_training().len(),
            duplicates: duplicates.map(Duplicate::from).collect(),
            failed: failed
                .map(|one| Failed { file: one.file.clone(), error: one.error.clone() })
                .collect(),
            to_come: to_come
                .map(|run| ToCome { file: history.path_of(&run.id).to_owned(), date: run.date() })
                .collect(),
        }
    }
}
