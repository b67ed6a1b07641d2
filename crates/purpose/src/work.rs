//! Which kind of work a run holds, if any: reps, hill reps, strides, or walking breaks. Knows the
//! shape of work, not the purpose of the run.

use crate::bouts::{Bout, Hardness, Pattern, pattern};
use crate::climbs::hill_reps;
use crate::effort::Track;
use crate::stretches::{Stretch, measure};
use crate::yardstick::Yardstick;

/// The work in a run.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Work {
    /// Nothing stands out.
    None,
    /// One or more hard bouts.
    Bouts(Pattern),
    /// Repeated climbs.
    Hills(Pattern),
    /// Short accelerations in an easy run.
    Strides(Pattern),
    /// Running with regular walking breaks.
    RunWalk(Pattern),
}

/// Hard enough for reps and for bouts that last, as a fraction of critical speed. Without a known
/// critical speed the run's own fastest minutes are the measure, which are easily reached.
const HARD: Hardness = Hardness { reps: 0.88, lasting: 0.80 };
/// The least effort of a climb that is work; the heart lags and grades deceive on steep ground.
const CLIMB_EFFORT_MIN: f64 = 0.62;
/// Strides are this long, in seconds.
const STRIDE_SECONDS: (f64, f64) = (8.0, 30.0);
/// More than this is a session of short reps.
const STRIDES_MAX: usize = 10;
/// Strides take this share of a run at most.
const STRIDES_SHARE_MAX: f64 = 0.16;
/// Up to this long they are strides wherever they are; longer ones end the run, in seconds.
const SHORT_STRIDE_SECONDS: f64 = 22.0;
const AFTER_STRIDES_SECONDS_MAX: f64 = 330.0;
/// A bout on a climb of at least this grade belongs to hill reps.
pub(crate) const STEEP_BOUT_MIN: f64 = 0.02;
/// Slower than this is walking, in m/s.
pub(crate) const WALKING_SPEED: f64 = 2.0;

impl Work {
    /// Finds the work in a run.
    pub fn find(track: &Track, stretches: &[Stretch], yardstick: &Yardstick) -> Self {
        let bouts = pattern(stretches, HARD);
        let demand = yardstick.demand(track);
        if let Some(hills) = hill_reps(track, &demand, yardstick, CLIMB_EFFORT_MIN)
            && bouts.as_ref().is_none_or(|bouts| explains(&hills, bouts))
        {
            return Self::Hills(fuller(hills, bouts));
        }
        let Some(found) = bouts.filter(|found| !heart_denies(track, found, yardstick)) else {
            return Self::None;
        };
        if is_terrain(track, &found) {
            return Self::None;
        }
        if found.bouts.len() >= 3 && is_run_walk(&found, track, &demand, yardstick) {
            return Self::RunWalk(found);
        }
        if is_strides(&found, track.seconds as f64) {
            return Self::Strides(found);
        }
        Self::Bouts(found)
    }

    /// The pattern of the work; `None` when nothing stands out.
    pub fn pattern(&self) -> Option<&Pattern> {
        match self {
            Self::None => None,
            Self::Bouts(found)
            | Self::Hills(found)
            | Self::Strides(found)
            | Self::RunWalk(found) => Some(found),
        }
    }
}

/// Whether hill reps account for most of the hard time, so that the hill is the reason for it.
fn explains(hills: &Pattern, bouts: &Pattern) -> bool {
    let overlap = |bout: &Bout| -> f64 {
        hills
            .bouts
            .iter()
            .map(|hill| hill.to.min(bout.to).saturating_sub(hill.from.max(bout.from)) as f64)
            .sum()
    };
    let shared: f64 = bouts.bouts.iter().map(overlap).sum();
    let hard: f64 = bouts.bouts.iter().map(Bout::seconds).sum();
    shared >= 0.6 * hard
}

/// The bouts by effort where they see the same climbs and more: the first and the last climb may
/// begin or end on other ground than the rest.
fn fuller(hills: Pattern, bouts: Option<Pattern>) -> Pattern {
    let Some(bouts) = bouts else { return hills };
    let seen =
        |hill: &&Bout| bouts.bouts.iter().any(|bout| bout.from < hill.to && hill.from < bout.to);
    let all_seen = hills.bouts.iter().filter(seen).count() == hills.bouts.len();
    let steep = bouts.bouts.iter().all(|bout| bout.grade > STEEP_BOUT_MIN);
    if all_seen && steep && bouts.bouts.len() > hills.bouts.len() { bouts } else { hills }
}

/// Few, short, quick, with long rests, and for the longer ones near the end of the run.
fn is_strides(found: &Pattern, run_seconds: f64) -> bool {
    let after = found.bouts.last().map_or(0.0, |last| run_seconds - last.to as f64);
    let count = found.bouts.len();
    let work: f64 = found.bouts.iter().map(Bout::seconds).sum();
    let rests = found.rest_seconds();
    let rest = rests.iter().sum::<f64>() / rests.len().max(1) as f64;
    let mean = work / count as f64;
    (3..=STRIDES_MAX).contains(&count)
        && (STRIDE_SECONDS.0..=STRIDE_SECONDS.1).contains(&mean)
        && work <= STRIDES_SHARE_MAX * run_seconds
        && rest >= 1.5 * mean
        && found.work >= 1.0
        && (mean <= SHORT_STRIDE_SECONDS || after <= AFTER_STRIDES_SECONDS_MAX)
}

/// Whether the heart stayed below the first threshold all through the work: then speed deceives.
fn heart_denies(track: &Track, found: &Pattern, yardstick: &Yardstick) -> bool {
    const AFTER_SECONDS: usize = 15;
    const BELOW_LT1: f64 = 3.0;
    let work: f64 = found.bouts.iter().map(Bout::seconds).sum();
    let Some((lt1, _)) = yardstick.heart.filter(|_| yardstick.known) else { return false };
    let peaks: Vec<f64> = found
        .bouts
        .iter()
        .filter_map(|bout| {
            let end = (bout.to + AFTER_SECONDS).min(track.seconds);
            let known = track.hr[bout.from..end].iter().copied().filter(|hr| hr.is_finite());
            known.fold(None, |peak: Option<f32>, hr| Some(peak.map_or(hr, |it| it.max(hr))))
        })
        .map(f64::from)
        .collect();
    let heard = 2 * peaks.len() > found.bouts.len();
    let mean = peaks.iter().sum::<f64>() / peaks.len().max(1) as f64;
    heard && work >= 240.0 && mean < lt1 - BELOW_LT1
}

/// Whether the bouts are only the climbs of uneven ground, with no heart to tell otherwise.
fn is_terrain(track: &Track, found: &Pattern) -> bool {
    const CLIMB: f64 = 0.035;
    let unheard = track.hr.iter().all(|hr| hr.is_nan());
    let climbs = found.bouts.iter().filter(|bout| bout.grade > CLIMB).count();
    unheard && 10 * climbs >= 8 * found.bouts.len() && found.work < 0.95
}

/// Running that is no harder than steady, with walking in between.
fn is_run_walk(found: &Pattern, track: &Track, demand: &[f32], yardstick: &Yardstick) -> bool {
    let walked = found
        .bouts
        .windows(2)
        .map(|pair| measure(track, demand, yardstick, pair[0].to, pair[1].from))
        .filter(|between| !between.standing && between.speed < WALKING_SPEED)
        .count();
    yardstick.known && found.work < 0.98 && 10 * walked >= 7 * (found.bouts.len() - 1)
}
