//! What makes a set of bouts: which belong together, and whether they are enough to be no chance.
//! Knows no level beside the bouts.

use super::Bout;
use super::extent::{DIP_SHARE, hard_rows};
use super::levels::Levels;
use crate::measured::Stretch;
use crate::shape::variation;

/// The shortest bout, in seconds.
const BOUT_SECONDS_MIN: f64 = 12.0;
/// A dip that stays above this share of the dividing level may be as long as its share allows.
const SLIGHT_DIP_DEPTH: f64 = 0.9;
/// A bout shorter than this share of the typical one is a surge, not a rep.
const SURGE_SHARE: f64 = 0.25;
/// In a set of more bouts than this lengths may vary more, as in ladders and fartleks, …
const FEW_BOUTS: usize = 4;
/// … down to this share of the typical bout, …
const VARIED_SURGE_SHARE: f64 = 0.15;
/// … when the typical bout is no longer than this, in seconds, …
const VARIED_SECONDS_MAX: f64 = 420.0;
/// … and another bout is as long within this share.
const ALIKE: f64 = 0.4;
/// A bout alone is work only from here, in seconds.
const ALONE_SECONDS_MIN: f64 = 240.0;
/// Each of two bouts is work only from here, in seconds.
const PAIR_SECONDS_MIN: f64 = 45.0;
/// Two bouts farther apart than this multiple of their work are chance, …
const PAIR_REST_MAX: f64 = 1.5;
/// … unless they are this long together, in seconds.
const PAIR_WORK_SECONDS_MIN: f64 = 600.0;
/// Two bouts with less than this between them are one with a stop light or a lost signal in it, in
/// seconds.
const PAIR_REST_SECONDS_MIN: usize = 30;
/// A few bouts together are work only from here, in seconds.
const FEW_SECONDS_MIN: f64 = 180.0;
/// So many bouts are no chance, however short.
const MANY_BOUTS: usize = 6;
/// Strides vary less than this in length.
const STRIDES_VARIATION_MAX: f64 = 0.3;
/// A bout farther than this from all others, in seconds, must last to count, …
const FAR_SECONDS: usize = 240;
/// … or, where rests are long, farther than this multiple of the usual one, …
const FAR_RESTS: f64 = 3.5;
/// … but however long the usual rest, this is far, in seconds.
const FAR_SECONDS_MAX: usize = 600;
/// How long a far bout must last, in seconds.
const FAR_BOUT_SECONDS_MIN: f64 = 300.0;

/// The set of bouts above a level; empty when there is none.
pub(super) fn bouts_above(cut: f64, stretches: &[Stretch]) -> Vec<Bout> {
    let mut bouts = joined(cut, stretches, &hard_rows(cut, stretches));
    bouts.retain(|bout| bout.seconds() >= BOUT_SECONDS_MIN);
    enough(in_one_set(without_surges(bouts)))
}

/// The rows as bouts, joined where only a slight, short easing divides them.
fn joined(cut: f64, stretches: &[Stretch], rows: &[&[Stretch]]) -> Vec<Bout> {
    let mut bouts: Vec<Bout> = Vec::new();
    for bout in rows.iter().map(|row| Bout::of(row)) {
        let easing = bouts.last().map(|before| between(stretches, before, &bout));
        match (bouts.last_mut(), easing) {
            (Some(before), Some(easing)) if is_slight(cut, before, easing, &bout) => {
                *before = before.with(easing, bout);
            }
            _ => bouts.push(bout),
        }
    }
    bouts
}

/// The stretches between two bouts.
fn between<'a>(stretches: &'a [Stretch], before: &Bout, after: &Bout) -> &'a [Stretch] {
    let start = stretches.partition_point(|it| it.from < before.to);
    let end = stretches.partition_point(|it| it.from < after.from);
    &stretches[start..end]
}

fn is_slight(cut: f64, before: &Bout, easing: &[Stretch], after: &Bout) -> bool {
    let easing = Levels::of(easing.iter());
    easing.mean() > SLIGHT_DIP_DEPTH * cut
        && easing.seconds() <= DIP_SHARE * (before.seconds() + after.seconds())
}

/// Leaves out what is far shorter than the rest of the work.
fn without_surges(mut bouts: Vec<Bout>) -> Vec<Bout> {
    let lengths = lengths(&bouts);
    // Weighted by themselves, so that many short surges do not make themselves typical.
    let squares: f64 = lengths.iter().map(|seconds| seconds.powi(2)).sum();
    let typical = squares / lengths.iter().sum::<f64>().max(1.0);
    let may_vary = bouts.len() > FEW_BOUTS && typical <= VARIED_SECONDS_MAX;
    let has_twin = |seconds: f64| {
        let near = |other: &&f64| (*other / seconds - 1.0).abs() <= ALIKE;
        lengths.iter().filter(near).count() > 1
    };
    bouts.retain(|bout| {
        let varies = may_vary && has_twin(bout.seconds());
        let share = if varies { VARIED_SURGE_SHARE } else { SURGE_SHARE };
        bout.seconds() >= share * typical
    });
    bouts
}

/// Leaves out bouts that lie far from all others: a dash for a bus belongs to no set. Bouts that
/// last may stand alone.
fn in_one_set(bouts: Vec<Bout>) -> Vec<Bout> {
    let mut gaps: Vec<usize> = bouts.windows(2).map(|pair| pair[1].from - pair[0].to).collect();
    let Some(usual) = upper_median(&mut gaps) else { return bouts };
    let far = ((FAR_RESTS * usual as f64) as usize).clamp(FAR_SECONDS, FAR_SECONDS_MAX);
    let near = |one: &Bout, other: &Bout| other.from.saturating_sub(one.to) < far;
    let belongs = |index: usize| {
        index > 0 && near(&bouts[index - 1], &bouts[index])
            || index + 1 < bouts.len() && near(&bouts[index], &bouts[index + 1])
            || bouts[index].seconds() >= FAR_BOUT_SECONDS_MIN
    };
    (0..bouts.len()).filter(|&index| belongs(index)).map(|index| bouts[index]).collect()
}

fn upper_median(values: &mut [usize]) -> Option<usize> {
    values.sort_unstable();
    values.get(values.len() / 2).copied()
}

/// One or two bouts, or a few seconds of them, are chance: a hill, a green light, a lost signal.
fn enough(mut bouts: Vec<Bout>) -> Vec<Bout> {
    if bouts.len() == 2 {
        bouts.retain(|bout| bout.seconds() >= PAIR_SECONDS_MIN);
    }
    if bouts.len() == 1 {
        bouts.retain(|bout| bout.seconds() >= ALONE_SECONDS_MIN);
    }
    let work: f64 = bouts.iter().map(Bout::seconds).sum();
    let few = bouts.len() < MANY_BOUTS && work < FEW_SECONDS_MIN && !may_be_strides(&bouts);
    if few || is_chance_pair(&bouts) { Vec::new() } else { bouts }
}

fn is_chance_pair(bouts: &[Bout]) -> bool {
    let [one, other] = bouts else { return false };
    let work = one.seconds() + other.seconds();
    if other.from - one.to < PAIR_REST_SECONDS_MIN {
        return work < PAIR_WORK_SECONDS_MIN;
    }
    (other.from - one.to) as f64 > PAIR_REST_MAX * work && work < PAIR_WORK_SECONDS_MIN
}

/// Three or more short bouts of like length.
fn may_be_strides(bouts: &[Bout]) -> bool {
    bouts.len() >= 3
        && bouts.iter().all(|bout| bout.effort >= 1.0)
        && variation(&lengths(bouts)).is_some_and(|variation| variation < STRIDES_VARIATION_MAX)
}

fn lengths(bouts: &[Bout]) -> Vec<f64> {
    bouts.iter().map(Bout::seconds).collect()
}
