//! Which kind of work a run holds, if any: reps, hill reps, strides, or walking breaks. Knows the
//! shape of work, not the purpose of the run.

use crate::bouts::{Bout, Hardness, Pattern, pattern};
use crate::climbs::hill_reps;
use crate::effort::Track;
use crate::measured::{Measured, Stretch};
use crate::shape::share_with_twins;
use std::ops::RangeInclusive;

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
/// Hill reps are the reason for the hard time when they hold this share of it.
const EXPLAINED_SHARE: f64 = 0.6;
/// Strides are this long on average, in seconds.
const STRIDE_SECONDS: RangeInclusive<f64> = 8.0..=30.0;
/// Fewer are chance, more are a session of short reps.
const STRIDES: RangeInclusive<usize> = 3..=10;
/// Strides are followed by easy running for at least this multiple of their length.
const STRIDES_REST_MIN: f64 = 1.5;
/// Strides take this share of a run at most.
const STRIDES_SHARE_MAX: f64 = 0.16;
/// Up to this long they are strides wherever they are; longer ones end the run, in seconds, …
const SHORT_STRIDE_SECONDS: f64 = 22.0;
/// … with no more than this after the last, in seconds.
const AFTER_STRIDES_SECONDS_MAX: f64 = 330.0;
/// The heart is asked only about work of at least this long in all, in seconds: it lags.
const HEARD_SECONDS_MIN: f64 = 240.0;
/// … and its peak is sought up to this long after a bout, in seconds.
const PEAK_AFTER_SECONDS: usize = 15;
/// It denies work when it peaks this far below the first threshold, in bpm.
const BELOW_LT1: f64 = 3.0;
/// A bout on uneven ground that climbs or descends at least this steeply is the ground's …
const TERRAIN_GRADE: f64 = 0.035;
/// … when this share of the bouts does …
const TERRAIN_SHARE: f64 = 0.8;
/// … and they are no harder than critical speed, as far as speed tells it on such ground.
const TERRAIN_EFFORT_MAX: f64 = 1.0;
/// Running with walking breaks is no harder than this, …
const RUN_WALK_EFFORT_MAX: f64 = 0.98;
/// The running of run-walk lasts this long at a time, on average, in seconds.
const RUN_WALK_SECONDS_MIN: f64 = 50.0;
/// Bouts of which this share are alike in length repeat on purpose: no ground does that.
const REPEATED_SHARE: f64 = 0.7;
/// … and walks this share of the breaks.
const RUN_WALK_SHARE: f64 = 0.7;
/// A bout on a climb of at least this grade belongs to hill reps.
pub(crate) const STEEP_BOUT_MIN: f64 = 0.02;
/// Slower than this is walking, in m/s.
pub(crate) const WALKING_SPEED: f64 = 2.0;

impl Work {
    /// Finds the work in a run.
    pub fn find(measured: &Measured, stretches: &[Stretch]) -> Self {
        let found = pattern(stretches, HARD);
        let is_terrain = found.as_ref().is_some_and(|found| is_terrain(measured.track, found));
        let bouts = found.map(without_ways_down);
        if let Some(hills) = hill_reps(measured)
            && bouts.as_ref().is_none_or(|bouts| explains(&hills, bouts))
        {
            return Self::Hills(fuller(hills, bouts));
        }
        match bouts {
            Some(found) if heart_denies(measured, &found) => Self::None,
            Some(_) if is_terrain => Self::None,
            Some(found) if is_run_walk(measured, &found) => Self::RunWalk(found),
            Some(found) if is_strides(&found, measured.track.seconds as f64) => {
                Self::Strides(found)
            }
            Some(found) => Self::Bouts(found),
            None => Self::None,
        }
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

/// Among climbs a hard way back down is no rep of theirs.
fn without_ways_down(mut found: Pattern) -> Pattern {
    let climbs: Vec<Bout> =
        found.bouts.iter().copied().filter(|bout| bout.grade > TERRAIN_GRADE).collect();
    if climbs.len() > 1 && seconds_of(&climbs) > 0.5 * seconds_of(&found.bouts) {
        found.bouts.retain(|bout| bout.grade > -TERRAIN_GRADE);
    }
    found
}

/// Whether hill reps account for most of the hard time, so that the hill is the reason for it.
fn explains(hills: &Pattern, bouts: &Pattern) -> bool {
    let overlap = |hill: &Bout, bout: &Bout| {
        hill.to.min(bout.to).saturating_sub(hill.from.max(bout.from)) as f64
    };
    let shared: f64 = bouts
        .bouts
        .iter()
        .flat_map(|bout| hills.bouts.iter().map(move |hill| overlap(hill, bout)))
        .sum();
    shared >= EXPLAINED_SHARE * seconds_of(&bouts.bouts)
}

/// The bouts by effort where they see the same climbs and more: the first and the last climb may
/// begin or end on other ground than the rest.
fn fuller(hills: Pattern, bouts: Option<Pattern>) -> Pattern {
    let Some(bouts) = bouts else { return hills };
    let is_seen =
        |hill: &Bout| bouts.bouts.iter().any(|bout| bout.from < hill.to && hill.from < bout.to);
    let all_seen = hills.bouts.iter().all(is_seen);
    let steep = bouts.bouts.iter().all(|bout| bout.grade > STEEP_BOUT_MIN);
    if all_seen && steep && bouts.bouts.len() > hills.bouts.len() { bouts } else { hills }
}

/// Few, short, quick, with long rests, and for the longer ones near the end of the run.
fn is_strides(found: &Pattern, run_seconds: f64) -> bool {
    let after = found.bouts.last().map_or(0.0, |last| run_seconds - last.to as f64);
    let work = seconds_of(&found.bouts);
    let length = work / found.bouts.len() as f64;
    let rests = found.rest_seconds();
    let rest = rests.iter().sum::<f64>() / rests.len().max(1) as f64;
    STRIDES.contains(&found.bouts.len())
        && STRIDE_SECONDS.contains(&length)
        && work <= STRIDES_SHARE_MAX * run_seconds
        && rest >= STRIDES_REST_MIN * length
        && found.work >= 1.0
        && (length <= SHORT_STRIDE_SECONDS || after <= AFTER_STRIDES_SECONDS_MAX)
}

/// Whether the heart stayed below the first threshold all through the work: then speed deceives.
fn heart_denies(measured: &Measured, found: &Pattern) -> bool {
    let Some((lt1, _)) = measured.yardstick.heart.filter(|_| measured.yardstick.known) else {
        return false;
    };
    let peaks: Vec<f64> =
        found.bouts.iter().filter_map(|bout| heart_peak(measured.track, bout)).collect();
    let heard = 2 * peaks.len() > found.bouts.len();
    let peak = peaks.iter().sum::<f64>() / peaks.len().max(1) as f64;
    heard && seconds_of(&found.bouts) >= HEARD_SECONDS_MIN && peak < lt1 - BELOW_LT1
}

/// The highest heart rate in a bout and shortly after it.
fn heart_peak(track: &Track, bout: &Bout) -> Option<f64> {
    let end = (bout.to + PEAK_AFTER_SECONDS).min(track.seconds);
    let heard = track.hr[bout.from..end].iter().copied().filter(|hr| hr.is_finite());
    heard.reduce(f32::max).map(f64::from)
}

/// Whether the bouts are only the ups and downs of uneven ground, with no heart to tell otherwise.
fn is_terrain(track: &Track, found: &Pattern) -> bool {
    let unheard = track.hr.iter().all(|hr| hr.is_nan());
    let steep = found.bouts.iter().filter(|bout| bout.grade.abs() > TERRAIN_GRADE).count();
    let seconds: Vec<f64> = found.bouts.iter().map(Bout::seconds).collect();
    unheard
        && share_with_twins(&seconds, 0.15) < REPEATED_SHARE
        && steep as f64 >= TERRAIN_SHARE * found.bouts.len() as f64
        && found.work < TERRAIN_EFFORT_MAX
}

/// Running that is no harder than steady, with walking in between.
fn is_run_walk(measured: &Measured, found: &Pattern) -> bool {
    let breaks = found.bouts.windows(2).map(|pair| measured.stretch(pair[0].to..pair[1].from));
    let walked = breaks.filter(|it| !it.standing && it.speed < WALKING_SPEED).count();
    measured.yardstick.known
        && found.bouts.len() >= 3
        && seconds_of(&found.bouts) >= RUN_WALK_SECONDS_MIN * found.bouts.len() as f64
        && found.work < RUN_WALK_EFFORT_MAX
        && walked as f64 >= RUN_WALK_SHARE * (found.bouts.len() - 1) as f64
}

fn seconds_of(bouts: &[Bout]) -> f64 {
    bouts.iter().map(Bout::seconds).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cuts::cuts;
    use crate::measured::tests::{FOUR, track_of};

    #[test]
    fn the_way_down_is_no_rep_among_climbs() {
        let bout = |from: usize, grade: f64| Bout {
            from,
            to: from + 600,
            effort: 1.0,
            grade,
            metres: 1500.0,
        };
        let bouts = vec![bout(600, 0.2), bout(1500, 0.2), bout(2400, -0.15)];
        let found = Pattern { bouts, work: 1.0, rest: 0.5, margin: 0.3, rest_grade: 0.0 };
        assert_eq!(without_ways_down(found).bouts.len(), 2);
    }

    /// A trail run up and down, the steep ways faster than they look, and no heart heard.
    #[test]
    fn without_a_heart_the_ups_and_downs_of_a_trail_are_no_reps() {
        let trail = [
            (300, 2.4, 0.0, 0.0),
            (470, 2.0, 0.12, 0.0),
            (240, 2.4, 0.0, 0.0),
            (290, 4.2, -0.06, 0.0),
            (300, 2.4, 0.0, 0.0),
            (130, 2.0, 0.12, 0.0),
            (420, 2.4, 0.0, 0.0),
        ];
        let track = track_of(&trail);
        let measured = Measured::of(&track, FOUR);
        let stretches = measured.stretches(&cuts(&track));
        assert!(pattern(&stretches, HARD).is_some(), "by speed alone they would be");
        assert_eq!(Work::find(&measured, &stretches), Work::None);
    }
}
