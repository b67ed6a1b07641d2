//! Hill reps: climbs of like height, each followed by the way back down. On hills effort rises while
//! speed falls, so the ground is asked first and the heart confirms. Knows no purpose.

use crate::bouts::{Bout, Pattern};
use crate::effort::{Track, smoothed};
use crate::stretches::{mean, measure};
use crate::yardstick::Yardstick;

/// A way up or down between two turning points of the altitude, in seconds since the first sample.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Leg {
    from: usize,
    to: usize,
    /// Metres gained; negative when descending.
    rise: f64,
}

/// The smallest rise that is a climb, in metres: barometers drift by a few.
const RISE_MIN: f64 = 6.0;
/// A climb's least mean grade.
const GRADE_MIN: f64 = 0.035;
/// Reps climb alike: each at least this share of the typical rise.
const LIKE_RISE: f64 = 0.6;
/// A climb at less than this share of the typical effort is a way home, not a rep.
const LIKE_EFFORT: f64 = 0.7;
/// Two climbs make reps only when each lasts this long, in seconds; three always do.
const LONG_CLIMB_SECONDS: usize = 240;
/// The climbs stand at least this far above the descents, as a fraction of critical speed.
const CONTRAST_MIN: f64 = 0.15;
/// The heart beats at least this much faster at the top than at the bottom, in bpm.
const HEART_RISE_MIN: f64 = 8.0;

/// The hill reps of a run; `None` when it holds none.
pub(crate) fn hill_reps(
    track: &Track,
    demand: &[f32],
    yardstick: &Yardstick,
    hard_from: f64,
) -> Option<Pattern> {
    if !track.altitude_known {
        return None;
    }
    let legs = legs(&track.altitude);
    let climbs = like_climbs(&legs, track)?;
    let mut bouts: Vec<Bout> =
        climbs.iter().map(|climb| bout(track, demand, yardstick, climb)).collect();
    let typical = average(bouts.iter().map(|bout| bout.effort))?;
    bouts.retain(|bout| bout.effort >= LIKE_EFFORT * typical);
    let descents: Vec<f64> = bouts
        .windows(2)
        .map(|pair| measure(track, demand, yardstick, pair[0].to, pair[1].from).effort)
        .collect();
    let work = average(bouts.iter().map(|bout| bout.effort))?;
    let rest = average(descents.into_iter())?;
    let heart = average(climbs.iter().filter_map(|climb| heart_rise(track, climb)));
    let confirmed = heart.is_none_or(|rise| rise >= HEART_RISE_MIN);
    (confirmed && work >= hard_from && work - rest >= CONTRAST_MIN).then_some(Pattern {
        bouts,
        work,
        rest,
        margin: work - rest - CONTRAST_MIN,
        spread: 0.0,
        rest_grade: 0.0,
        share: 0.0,
        only_stands: false,
        left_out: 0.0,
    })
}

/// The altitude's ways up and down, small bumps left out.
fn legs(altitude: &[f32]) -> Vec<Leg> {
    let fine = zigzag(altitude, RISE_MIN);
    let highest = fine.iter().map(|leg| leg.rise).fold(0.0, f64::max);
    zigzag(altitude, (0.3 * highest).max(RISE_MIN))
}

/// Turning points at least `prominence` metres apart.
fn zigzag(altitude: &[f32], prominence: f64) -> Vec<Leg> {
    let known = altitude.iter().enumerate().filter(|(_, metres)| metres.is_finite());
    let mut legs: Vec<Leg> = Vec::new();
    let mut low: Option<(usize, f64)> = None;
    let mut high: Option<(usize, f64)> = None;
    let mut climbing: Option<bool> = None;
    for (second, &metres) in known {
        let metres = f64::from(metres);
        if low.is_none_or(|(_, lowest)| metres <= lowest) {
            low = Some((second, metres));
        }
        if high.is_none_or(|(_, highest)| metres >= highest) {
            high = Some((second, metres));
        }
        let (Some(bottom), Some(top)) = (low, high) else { continue };
        if climbing != Some(true) && metres - bottom.1 >= prominence {
            push(&mut legs, bottom);
            climbing = Some(true);
            high = Some((second, metres));
        } else if climbing != Some(false) && top.1 - metres >= prominence {
            push(&mut legs, top);
            climbing = Some(false);
            low = Some((second, metres));
        }
        if climbing == Some(true) {
            low = high;
        } else if climbing == Some(false) {
            high = low;
        }
    }
    if let Some(end) = if climbing == Some(true) { high } else { low } {
        push(&mut legs, end);
    }
    legs.retain(|leg| leg.to > leg.from);
    legs
}

/// Ends the open leg at a turning point and opens the next one there. `rise` holds the altitude of
/// the leg's start until the leg ends.
fn push(legs: &mut Vec<Leg>, turn: (usize, f64)) {
    if let Some(open) = legs.last_mut() {
        open.to = turn.0;
        open.rise = turn.1 - open.rise;
    }
    legs.push(Leg { from: turn.0, to: turn.0, rise: turn.1 });
}

/// The longest row of like climbs with most of the height lost again in between.
fn like_climbs(legs: &[Leg], track: &Track) -> Option<Vec<Leg>> {
    let steep = |leg: &&Leg| {
        let metres: f64 =
            mean(&track.speed[leg.from..leg.to]).unwrap_or(0.0) * (leg.to - leg.from) as f64;
        leg.rise >= RISE_MIN && leg.rise >= GRADE_MIN * metres
    };
    let mut rises: Vec<f64> = legs.iter().filter(steep).map(|leg| leg.rise).collect();
    rises.sort_by(f64::total_cmp);
    let typical = *rises.get(rises.len().checked_sub(1)? * 2 / 3)?;
    let mut row: Vec<Leg> = Vec::new();
    let mut best: Vec<Leg> = Vec::new();
    for leg in legs {
        let like =
            steep(&leg) && leg.rise >= LIKE_RISE * typical && leg.rise <= typical / LIKE_RISE;
        if like {
            row.push(trimmed(track, *leg));
        } else if leg.rise > 0.0 || leg.rise > -LIKE_RISE * typical {
            row.clear();
        }
        if row.len() > best.len() {
            best.clone_from(&row);
        }
    }
    let enough = best.len() >= 3
        || best.len() == 2 && best.iter().all(|climb| climb.to - climb.from >= LONG_CLIMB_SECONDS);
    enough.then_some(best)
}

/// A climb from the moment it leaves the bottom to the moment it reaches the top: the first and the
/// last steady metres of climbing, continued to the bottom and to the top.
fn trimmed(track: &Track, leg: Leg) -> Leg {
    let (near, far) = ((0.15 * leg.rise).min(3.0), (0.4 * leg.rise).min(8.0));
    let bottom = f64::from(track.altitude[leg.from]);
    let first_above = |metres: f64| {
        (leg.from..leg.to).rev().find(|&s| f64::from(track.altitude[s]) < bottom + metres)
    };
    let last_below = |metres: f64| {
        (leg.from..leg.to).find(|&s| f64::from(track.altitude[s]) > bottom + leg.rise - metres)
    };
    let reach = near / (far - near);
    let from = match (first_above(near), first_above(far)) {
        (Some(one), Some(two)) => {
            one.saturating_sub(((two - one.min(two)) as f64 * reach) as usize)
        }
        _ => leg.from,
    };
    let to = match (last_below(near), last_below(far)) {
        (Some(one), Some(two)) => one + ((one - two.min(one)) as f64 * reach) as usize,
        _ => leg.to,
    };
    let from = turning_moment(track, from.max(leg.from), leg.to);
    Leg { from, to: to.clamp(from, leg.to), ..leg }
}

/// At the foot of a hill a runner turns round: the slowest moment near it, or the end of a stand.
fn turning_moment(track: &Track, foot: usize, top: usize) -> usize {
    const REACH: usize = 20;
    let near = foot.saturating_sub(REACH)..(foot + REACH / 2).min(top);
    if let Some(standing) = near.clone().rev().find(|&second| track.standing[second]) {
        return standing + 1;
    }
    let calm = smoothed(&track.speed[near.clone()], 5);
    let slowest = (0..calm.len()).min_by(|&one, &other| calm[one].total_cmp(&calm[other]));
    slowest.map_or(foot, |offset| near.start + offset)
}

fn bout(track: &Track, demand: &[f32], yardstick: &Yardstick, climb: &Leg) -> Bout {
    // The heart lags on the way up: the later two thirds tell the effort.
    let settled = climb.from + (climb.to - climb.from) / 3;
    let stretch = measure(track, demand, yardstick, settled, climb.to.max(settled + 1));
    Bout {
        from: climb.from,
        to: climb.to,
        effort: stretch.effort,
        grade: stretch.grade,
        metres: stretch.speed * (climb.to - climb.from) as f64,
    }
}

/// How much faster the heart beats at the end of a climb than at its start.
fn heart_rise(track: &Track, climb: &Leg) -> Option<f64> {
    let third = (climb.to - climb.from) / 3;
    let top = mean(&track.hr[climb.to - third..climb.to])?;
    let bottom = mean(&track.hr[climb.from..climb.from + third.min(15)])?;
    Some(top - bottom)
}

fn average(values: impl Iterator<Item = f64>) -> Option<f64> {
    let (sum, count) = values.fold((0.0, 0), |(sum, count), value| (sum + value, count + 1));
    (count > 0).then(|| sum / f64::from(count))
}
