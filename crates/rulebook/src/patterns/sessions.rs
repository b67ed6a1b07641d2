//! The pattern of hard sessions that go better when the easy days before them were kept easy.

use super::{Gathered, Look};
use crate::{
    case::Case,
    finding::Unit,
    measures::{
        grey::moderate,
        intensity::Proof,
        statistics::mean,
        structure::{is_hard, work_share},
    },
    source::Grade,
};
use std::collections::BTreeMap;
use training::{
    NamedRun, Purpose,
    calendar::{add_days, days_between},
};

pub(super) const BETTER_AFTER_SLOW_RECOVERY: Look = Look {
    id: "better-hard-runs-after-slow-recovery",
    looked_at: "the speed of the work in a hard run, as a share of what is usual for its kind: after \
                easy days kept below the first threshold, against after easy days that were not",
    measured: "the speed of the next hard run, as a share of what is usual for its kind,",
    concludes: "Hard runs go better when the easy days before them stay easy",
    these: "easy spells kept easy",
    those: "that were not",
    unit: Unit::Share,
    told: |share| format!("{:.1} %", 100.0 * share),
    sign: 1.0,
    fewest: 8,
    least: 0.0,
    finest: 0.005,
    grade: Grade::Weak,
    supply: "Import older runs, or wait: it compares hard runs that follow an easy run within three \
             days, where thresholds are known and the kind of hard run has come back.",
    gather: quality_of_hard_runs,
};

/// The easy running that prepares a hard run lies within so many days before it.
const SPELL_DAYS: i64 = 3;
/// An easy run is kept easy when no more than this share of it lies between the thresholds
/// (article "stimulus": easy days that drift).
const EASY_ENOUGH: f64 = 0.1;
/// What is usual for a kind of hard run is known from so many of them.
const KIND_MIN: usize = 3;

fn quality_of_hard_runs(case: &Case<'_>) -> Gathered {
    let known = &case.runs[..case.runs.partition_point(|run| run.date() <= case.on)];
    let hard: Vec<(usize, f64)> = (0..known.len())
        .filter(|index| is_hard(&known[*index]))
        .filter_map(|index| Some((index, work_share(&known[index])?)))
        .collect();
    let usual = usual_for_each_kind(known, &hard);
    let mut gathered = Gathered::default();
    for (index, speed) in hard {
        let Some(usual) = usual.get(&known[index].purpose()) else { continue };
        let Some(is_easy) = was_kept_easy(&known[..index], &known[index]) else { continue };
        let side = if is_easy { &mut gathered.these } else { &mut gathered.those };
        side.push(speed / usual);
    }
    gathered
}

fn usual_for_each_kind(runs: &[NamedRun], hard: &[(usize, f64)]) -> BTreeMap<Purpose, f64> {
    let mut speeds: BTreeMap<Purpose, Vec<f64>> = BTreeMap::new();
    for (index, speed) in hard {
        speeds.entry(runs[*index].purpose()).or_default().push(*speed);
    }
    let known = speeds.into_iter().filter(|(_, speeds)| speeds.len() >= KIND_MIN);
    known.filter_map(|(kind, speeds)| Some((kind, mean(&speeds)?))).collect()
}

/// Whether the easy runs since the hard run before, within three days, were all kept easy; `None`
/// without any whose effort is known.
fn was_kept_easy(before: &[NamedRun], hard: &NamedRun) -> Option<bool> {
    let first = add_days(hard.date(), -SPELL_DAYS);
    let spell = before
        .iter()
        .rev()
        .take_while(|run| days_between(first, run.date()) >= 0 && !is_hard(run))
        .filter(|run| run.purpose() != Purpose::Walk);
    let shares: Vec<f64> =
        spell.filter_map(|run| Some(moderate(run, Proof::Likely)?.share)).collect();
    (!shares.is_empty()).then(|| shares.iter().all(|share| *share <= EASY_ENOUGH))
}
