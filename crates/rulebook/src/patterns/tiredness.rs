//! Patterns of tiredness: after runs without a job, after hard runs, and on the days of hard runs
//! that a recovery run prepared.

use super::{
    Gathered, Look,
    following::{run_days, said_after, said_on},
    of_five,
};
use crate::{
    case::Case,
    finding::Unit,
    measures::{
        plan::is_planned,
        roles::{hard_run_before, is_unassigned},
        statistics::mean,
        structure::{is_hard, is_hard_or_long},
    },
    source::Grade,
};
use std::collections::BTreeMap;
use training::{CheckIn, NamedRun, Purpose, calendar::add_days};

/// Answers come in whole points.
const FINEST_POINTS: f64 = 0.5;

pub(super) const AFTER_RUNS_WITHOUT_A_JOB: Look = Look {
    id: "tired-after-runs-without-a-job",
    looked_at: "tiredness and mood on the day after a run that nobody planned or named, against the \
                day after an easy run with a purpose",
    measured: "tiredness the next day (low mood counts with it)",
    concludes: "Runs without a job seem to cost you energy",
    these: "runs without a job",
    those: "easy runs with one",
    unit: Unit::Points,
    told: of_five,
    sign: 1.0,
    fewest: 6,
    least: 0.5,
    finest: FINEST_POINTS,
    grade: Grade::Weak,
    supply: "Say in the check-in how tired you are on the day after a run, and name what your easy \
             runs are for.",
    gather: after_runs_without_a_job,
};

pub(super) const AFTER_HARD_RUNS: Look = Look {
    id: "tired-after-hard-runs",
    looked_at: "tiredness on the day after a hard run, against the day after other runs",
    measured: "tiredness the next day",
    concludes: "Hard runs leave you tired into the next day",
    these: "hard runs",
    those: "other runs",
    unit: Unit::Points,
    told: of_five,
    sign: 1.0,
    fewest: 5,
    least: 0.0,
    finest: FINEST_POINTS,
    grade: Grade::Convention,
    supply: "Say in the check-in how tired you are, on days after hard runs and on others.",
    gather: after_hard_runs,
};

pub(super) const LIGHTER_AFTER_RECOVERY: Look = Look {
    id: "lighter-after-recovery",
    looked_at: "tiredness on the day of a hard or long run, with a recovery run on the day before \
                against without one",
    measured: "tiredness on the day",
    concludes: "You come lighter to hard and long runs after a recovery run",
    these: "recovery runs",
    those: "days of another kind",
    unit: Unit::Points,
    told: of_five,
    sign: -1.0,
    fewest: 5,
    least: 0.0,
    finest: FINEST_POINTS,
    grade: Grade::Weak,
    supply: "Say in the check-in how tired you are on the mornings of hard and long runs.",
    gather: on_key_days,
};

fn after_runs_without_a_job(case: &Case<'_>) -> Gathered {
    let mut gathered = Gathered::default();
    for (day, runs) in run_days(case) {
        let [run] = runs else { continue };
        let Some(low) = said_after(case, day).and_then(how_low) else { continue };
        if has_a_stated_job(case, run) {
            gathered.those.push(low);
        } else if is_unassigned(case, run) {
            gathered.these.push(low);
        }
    }
    gathered
}

/// Whether it is an easy run that was planned, or whose purpose somebody named.
fn has_a_stated_job(case: &Case<'_>, run: &NamedRun) -> bool {
    let was_planned = is_planned(case, run) == Some(true);
    let is_easy = matches!(run.purpose(), Purpose::Easy | Purpose::Recovery);
    is_easy && (was_planned || run.declared.is_some())
}

fn after_hard_runs(case: &Case<'_>) -> Gathered {
    let mut gathered = Gathered::default();
    let mut kinds: BTreeMap<Purpose, Vec<f64>> = BTreeMap::new();
    for (day, runs) in run_days(case) {
        let Some(tired) = said_after(case, day).and_then(how_tired) else { continue };
        match runs.iter().find(|run| is_hard(run)) {
            Some(run) => {
                kinds.entry(run.purpose()).or_default().push(tired);
                gathered.these.push(tired);
            }
            None => gathered.those.push(tired),
        }
    }
    gathered.remark = most_tiring(&kinds);
    gathered
}

/// The kind of hard run that tires most, where there are several kinds that are known well enough.
fn most_tiring(kinds: &BTreeMap<Purpose, Vec<f64>>) -> Option<String> {
    let known: Vec<(Purpose, f64)> = kinds
        .iter()
        .filter(|(_, answers)| answers.len() >= AFTER_HARD_RUNS.fewest)
        .filter_map(|(kind, answers)| Some((*kind, mean(answers)?)))
        .collect();
    let (kind, most) = known.iter().copied().max_by(|one, other| one.1.total_cmp(&other.1))?;
    (known.len() > 1).then(|| format!("It was highest after {kind} ({}).", of_five(most)))
}

fn on_key_days(case: &Case<'_>) -> Gathered {
    let mut gathered = Gathered::default();
    for (day, runs) in run_days(case) {
        if !runs.iter().any(is_hard_or_long) {
            continue;
        }
        let Some(tired) = said_on(case, day).and_then(how_tired) else { continue };
        let yesterday = add_days(day, -1);
        let before = case.runs_between(yesterday, yesterday);
        let is_prepared = !before.is_empty() && before.iter().all(|run| recovers(case, run));
        let side = if is_prepared { &mut gathered.these } else { &mut gathered.those };
        side.push(tired);
    }
    gathered
}

/// Whether a run was for recovery: named so, or easy on the day after something hard or long.
fn recovers(case: &Case<'_>, run: &NamedRun) -> bool {
    let is_easy = run.purpose() == Purpose::Easy;
    run.purpose() == Purpose::Recovery || (is_easy && hard_run_before(case, run).is_some())
}

/// How tired, from 1 to 5.
fn how_tired(check_in: &CheckIn) -> Option<f64> {
    check_in.fatigue.map(|answer| f64::from(u8::from(answer)))
}

/// How tired and how low, from 1 to 5: the mean of those answers that were given.
fn how_low(check_in: &CheckIn) -> Option<f64> {
    let low_mood = check_in.mood.map(|answer| 6.0 - f64::from(u8::from(answer)));
    let answers: Vec<f64> = [how_tired(check_in), low_mood].into_iter().flatten().collect();
    mean(&answers)
}
