//! The habit of the grey zone: runs without structure, faster than easy and slower than fast.

use crate::{
    case::Case,
    doctrine::Value,
    finding::{Asked, Opinion, Unit},
    ledger::{Charge, FallsOn},
    measures::{
        grey::{self, Habit, Moderate, habit, habit_around, is_grey, moderate},
        innocence::{acquittal, beginners_base, is_beginner, runs_for_wellbeing},
        intensity::Proof,
        race_pace::is_at_race_pace,
        structure::is_structured,
    },
    rule::{Judge, Maturity, Parameter, Parameters, Range, Rule, RuleId, Topic},
    source::{Grade, SourceId},
    words::{count, how_many, latest_easy_limit, slower_instead, too_fast},
};
use training::{NamedRun, Purpose, Standing};

/// The rule.
pub static RULE: Rule = Rule {
    id: RuleId("keep-easy-runs-easy"),
    topic: Topic::Intensity,
    asks: "Do not make a habit of runs between easy and fast that have no structure and no reason.",
    page: include_str!("keep_easy_runs_easy.md"),
    grade: Grade::Contested,
    sources: &[
        SourceId("signs"),
        SourceId("context"),
        SourceId("seiler-2006"),
        SourceId("muniz-2025"),
        SourceId("festa-2020"),
        SourceId("rosenblat-2025"),
    ],
    statements: &["signs-20", "context-05"],
    maturity: Maturity::Firm,
    parameters: &[
        Parameter {
            name: "habit_share",
            means: "share of the unstructured runs of 28 days from which grey runs are a habit",
            value: Value::Number(0.5),
            range: Range::between(0.0, 1.0),
            source: SourceId("everymile"),
            grade: Grade::Convention,
        },
        Parameter {
            name: "habit_runs",
            means: "grey runs in 28 days from which they are a habit",
            value: Value::Number(3.0),
            range: Range::between(1.0, 28.0),
            source: SourceId("everymile"),
            grade: Grade::Convention,
        },
        Parameter {
            name: "stretch_share",
            means: "share of an easy run between the thresholds from which those stretches are in \
                    doubt",
            value: Value::Number(0.25),
            range: Range::between(0.0, 1.0),
            source: SourceId("everymile"),
            grade: Grade::Convention,
        },
    ],
    judge: Judge::Days(judge),
    charge: Some(charge),
    hold: None,
};

fn judge(case: &Case<'_>, parameters: &Parameters<'_>) -> Opinion {
    if let Some(reason) = runs_for_wellbeing(case) {
        return Opinion::not_applicable(reason);
    }
    if is_beginner(case) {
        return Opinion::not_applicable("At this stage every steady run builds the base.");
    }
    let habit = habit(case, case.on);
    if habit.unstructured == 0 {
        return Opinion::not_applicable("There was no run without structure in 28 days.");
    }
    if 2 * habit.untold > habit.unstructured {
        return Opinion::cannot_tell(
            "Where your first threshold lies is not known, or the recordings do not tell.",
            "Record runs with speed or heart rate, among them a few hard efforts, or set your \
             threshold pace.",
        );
    }
    let message = format!(
        "In 28 days {} of your {} lay between your first and second threshold.",
        how_many(habit.grey),
        count(habit.unstructured, "unstructured run")
    );
    let asked = Asked::at_most(allowed(parameters, habit), Unit::Runs);
    Opinion::of(habit.grey as f64, asked, message).if_broken(advice(case))
}

fn allowed(parameters: &Parameters<'_>, habit: Habit) -> f64 {
    habit.allowed(parameters.number("habit_runs"), parameters.number("habit_share"))
}

fn advice(case: &Case<'_>) -> String {
    let limit = latest_easy_limit(case.recent_runs(grey::HABIT_DAYS), case.units);
    format!(
        "Run them easier{limit}, so that you could talk in whole sentences, and put the effort \
         into one or two runs with structure. If a run is meant to be steady, say so and it counts."
    )
}

fn charge(case: &Case<'_>, parameters: &Parameters<'_>, run: &NamedRun) -> Option<Charge> {
    if is_grey(case, run, Proof::Likely) {
        let habit = habit_around(case, run);
        if habit.grey as f64 > allowed(parameters, habit) {
            return Some(habit_charge(case, run, habit, moderate(run, Proof::Likely)?));
        }
    }
    if is_grey(case, run, Proof::Clear) {
        return single_charge(case, run);
    }
    stretch_charge(case, parameters, run)
}

/// One of many alike.
fn habit_charge(case: &Case<'_>, run: &NamedRun, habit: Habit, moderate: Moderate) -> Charge {
    Charge {
        standing: Standing::Junk,
        falls_on: FallsOn::TooFastStretches(Proof::Likely),
        reason: format!(
            "Faster than easy, slower than speed work: {}, {}. It is a habit: {} of {} \
             unstructured runs in 28 days were like it.",
            too_fast(run, moderate, case.units),
            meant(run),
            habit.grey,
            habit.unstructured
        ),
        counterfactual: slower_instead(run, moderate, Proof::Likely, "easy running", case.units),
    }
}

/// One alone; at the pace of the race that is prepared it is not even in doubt.
fn single_charge(case: &Case<'_>, run: &NamedRun) -> Option<Charge> {
    if is_at_race_pace(case, run) {
        return None;
    }
    let moderate = moderate(run, Proof::Clear)?;
    Some(Charge {
        standing: Standing::Questionable,
        falls_on: FallsOn::TooFastStretches(Proof::Clear),
        reason: format!(
            "Faster than easy, slower than speed work: {}, {}. Once in a while does no harm.",
            too_fast(run, moderate, case.units),
            meant(run),
        ),
        counterfactual: slower_instead(run, moderate, Proof::Clear, "easy running", case.units),
    })
}

fn meant(run: &NamedRun) -> &'static str {
    match (run.declared, run.inferred) {
        (Some(_), _) => "though it was meant as easy",
        (None, Purpose::Tempo) => "too slow for a tempo, and nobody said what it was for",
        (None, _) => "without structure or stated purpose",
    }
}

/// An easy run with a good part too fast is in doubt, never junk.
fn stretch_charge(case: &Case<'_>, parameters: &Parameters<'_>, run: &NamedRun) -> Option<Charge> {
    let excuse = acquittal(case, run).or_else(|| beginners_base(case, run));
    let has_a_job = is_structured(run) || matches!(run.purpose(), Purpose::Walk | Purpose::Long);
    let moderate = moderate(run, Proof::Clear)?;
    if excuse.is_some() || has_a_job || moderate.share < parameters.number("stretch_share") {
        return None;
    }
    Some(Charge {
        standing: Standing::Questionable,
        falls_on: FallsOn::TooFastStretches(Proof::Clear),
        reason: format!(
            "Faster than easy for a good part of a run without structure: {}.",
            too_fast(run, moderate, case.units),
        ),
        counterfactual: slower_instead(run, moderate, Proof::Clear, "easy running", case.units),
    })
}
