//! How far a bout reaches: which dips it bridges, where it really begins and ends, and which short
//! stretches beside it belong to it. Knows no set of bouts.

use super::Pattern;
use crate::measured::Stretch;
use std::ops::Range;

/// A dip shorter than this does not end a bout, in seconds; up to twice as long where the bouts on
/// both sides are long.
const DIP_SECONDS_MAX: f64 = 13.0;
/// A longer dip is bridged when it is this share of the work on both sides.
pub(super) const DIP_SHARE: f64 = 0.1;
/// A dip stays above this share of the dividing level; below it the runner has stopped working.
const DIP_DEPTH: f64 = 0.7;
/// A run may begin with the way up to speed when what follows is longer than this, in seconds.
const AFTER_START_SECONDS: f64 = 60.0;
/// A way into or out of a bout lasts no longer than this, in seconds.
const RAMP_SECONDS_MAX: f64 = 90.0;
/// A stretch beside a bout belongs to it from this share of the way from rest to work …
const NEAR_WORK: f64 = 0.6;
/// … when it is no longer than this share of the bout.
const GROWTH_MAX: f64 = 0.15;

/// The rows of hard stretches, each without what only leads up to it and out of it.
pub(super) fn hard_rows(cut: f64, stretches: &[Stretch]) -> Vec<&[Stretch]> {
    let hard = bridged(cut, stretches);
    let mut rows = Vec::new();
    let mut start = 0;
    for alike in hard.chunk_by(|one, next| one == next) {
        let row = start..start + alike.len();
        start = row.end;
        if alike[0] {
            rows.push(&stretches[without_ramps(stretches, row)]);
        }
    }
    rows
}

/// Which stretches are hard: above the cut, or a dip between two that are.
fn bridged(cut: f64, stretches: &[Stretch]) -> Vec<bool> {
    let hard: Vec<bool> = stretches.iter().map(|it| !it.standing && it.effort >= cut).collect();
    let mut bridged = hard.clone();
    for (index, around) in stretches.windows(3).enumerate() {
        let [before, dip, after] = [&around[0], &around[1], &around[2]];
        let share = DIP_SHARE * (before.seconds() + after.seconds());
        let short = dip.seconds() <= share.clamp(DIP_SECONDS_MAX, 2.0 * DIP_SECONDS_MAX);
        let shallow = !dip.standing && dip.effort > DIP_DEPTH * cut;
        bridged[index + 1] |= hard[index] && hard[index + 2] && short && shallow;
    }
    bridged[..way_up_to_speed(cut, stretches, &hard)].fill(true);
    bridged
}

/// How many stretches a run that begins with work needs to get up to speed.
fn way_up_to_speed(cut: f64, stretches: &[Stretch], hard: &[bool]) -> usize {
    let Some(first_hard) = hard.iter().position(|hard| *hard) else { return 0 };
    let way_up = &stretches[..first_hard];
    let short = way_up.iter().map(Stretch::seconds).sum::<f64>() <= 2.0 * DIP_SECONDS_MAX;
    let shallow = way_up.iter().all(|it| !it.standing && it.effort > DIP_DEPTH * cut);
    let lasting = stretches[first_hard].seconds() > AFTER_START_SECONDS;
    if short && shallow && lasting { first_hard } else { 0 }
}

/// A row without a first stretch that only leads up to it and a last one that only leads out.
fn without_ramps(stretches: &[Stretch], row: Range<usize>) -> Range<usize> {
    let around = [row.start.checked_sub(1), Some(row.end)];
    let [before, after] = around.map(|index| stretches.get(index?));
    let row_stretches = &stretches[row.clone()];
    let [first, next, ..] = row_stretches else { return row };
    let [.., last_but_one, last] = row_stretches else { return row };
    let leads_up = before.is_some_and(|before| is_ramp(before, first, next));
    let leads_out = after.is_some_and(|after| is_ramp(after, last, last_but_one));
    let start = row.start + usize::from(leads_up);
    start..(row.end - usize::from(leads_out)).max(start + 1)
}

/// Whether a short stretch at the border of a row is nearer to what lies outside than to what lies
/// inside.
fn is_ramp(outside: &Stretch, border: &Stretch, inside: &Stretch) -> bool {
    border.seconds() <= RAMP_SECONDS_MAX
        && inside.effort - border.effort > border.effort - outside.effort
}

/// Each bout with the short stretches before and after it that are nearer to work than to rest.
pub(super) fn grown(mut pattern: Pattern, stretches: &[Stretch]) -> Pattern {
    for index in 0..pattern.bouts.len() {
        let bout = pattern.bouts[index];
        let earliest = index.checked_sub(1).map_or(0, |before| pattern.bouts[before].to);
        let latest = pattern.bouts.get(index + 1).map_or(usize::MAX, |next| next.from);
        let start = stretches.partition_point(|it| it.from < bout.from);
        let end = stretches.partition_point(|it| it.from < bout.to);
        let near_work = |work: f64| pattern.rest + NEAR_WORK * (work - pattern.rest);
        let may_belong = |stretch: &Stretch| {
            !stretch.standing
                && stretch.seconds() <= GROWTH_MAX * bout.seconds()
                && stretch.from > earliest
                && stretch.to < latest
        };
        let is_work = |stretch: &Stretch| stretch.effort >= near_work(pattern.work);
        // The heart has not answered yet when a climb begins, so the legs are asked too.
        let begins = |stretch: &Stretch| stretch.legs >= near_work(stretches[start].legs);
        let before = stretches[..start].iter().rev();
        let before = before.take_while(|it| may_belong(it) && (is_work(it) || begins(it))).count();
        let after = stretches[end..].iter();
        let after = after.take_while(|it| may_belong(it) && is_work(it)).count();
        pattern.bouts[index] =
            bout.reaching_over(&stretches[start - before..start], &stretches[end..end + after]);
    }
    pattern
}
