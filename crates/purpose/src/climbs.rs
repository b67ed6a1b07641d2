//! Hill reps: climbs of like height, each followed by the way back down. On hills effort rises while
//! speed falls, so the ground is asked first and the heart confirms. Knows no purpose.

use crate::bouts::{Bout, Pattern};
use crate::effort::{Track, mean, smoothed};
use crate::measured::{Measured, Stretch};

/// A way up or down between two turning points of the altitude, in seconds since the first sample.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Leg {
    from: usize,
    to: usize,
    /// Metres gained; negative when descending.
    rise: f64,
}

impl Leg {
    fn seconds(&self) -> usize {
        self.to - self.from
    }

    fn is_steep(&self, track: &Track) -> bool {
        let metres = mean(&track.speed[self.from..self.to]).unwrap_or(0.0) * self.seconds() as f64;
        self.rise >= RISE_MIN && self.rise >= GRADE_MIN * metres
    }
}

/// The smallest rise that is a climb, in metres: barometers drift by a few.
const RISE_MIN: f64 = 6.0;
/// Bumps below this share of the highest climb are part of the way up or down.
const BUMP_SHARE: f64 = 0.3;
/// A climb's least mean grade.
const GRADE_MIN: f64 = 0.035;
/// Reps climb alike: each at least this share of the typical rise.
const LIKE_RISE: f64 = 0.6;
/// A climb at less than this share of the typical effort is a way home, not a rep.
const LIKE_EFFORT: f64 = 0.7;
/// Two climbs make reps only when each lasts this long, in seconds; three always do.
const LONG_CLIMB_SECONDS: usize = 240;
/// The least effort of a climb that is work, as a fraction of critical speed: the heart lags and
/// grades deceive on steep ground.
const EFFORT_MIN: f64 = 0.62;
/// The climbs stand at least this far above the descents, as a fraction of critical speed.
const CONTRAST_MIN: f64 = 0.15;
/// The heart beats at least this much faster at the top than at the bottom, in bpm.
const HEART_RISE_MIN: f64 = 8.0;
/// The bottom is where the heart still beats as it did on the way down, in seconds.
const BOTTOM_SECONDS: usize = 15;
/// How far around the foot of a hill the turn is sought, in seconds before it; half of it after.
const TURN_SECONDS: usize = 20;

/// The hill reps of a run; `None` when it holds none.
pub(crate) fn hill_reps(measured: &Measured) -> Option<Pattern> {
    let track = measured.track;
    if !track.altitude_known {
        return None;
    }
    let climbs = like_climbs(&legs(&track.altitude), track)?;
    let heart = average(climbs.iter().filter_map(|climb| heart_rise(track, climb)));
    if heart.is_some_and(|rise| rise < HEART_RISE_MIN) {
        return None;
    }
    let found = pattern(measured, &climbs)?;
    (found.work >= EFFORT_MIN && found.contrast() >= CONTRAST_MIN).then_some(found)
}

fn pattern(measured: &Measured, climbs: &[Leg]) -> Option<Pattern> {
    let mut bouts: Vec<Bout> = climbs.iter().map(|climb| bout(measured, climb)).collect();
    let typical = average(bouts.iter().map(|bout| bout.effort))?;
    bouts.retain(|bout| bout.effort >= LIKE_EFFORT * typical);
    let descents: Vec<Stretch> =
        bouts.windows(2).map(|pair| measured.stretch(pair[0].to..pair[1].from)).collect();
    let work = average(bouts.iter().map(|bout| bout.effort))?;
    let rest = average(descents.iter().map(|descent| descent.effort))?;
    let rest_grade = average(descents.iter().map(|descent| descent.grade))?;
    Some(Pattern { bouts, work, rest, margin: work - rest - CONTRAST_MIN, rest_grade })
}

/// The altitude's ways up and down, small bumps left out.
fn legs(altitude: &[f32]) -> Vec<Leg> {
    let fine = turns(moments(altitude), RISE_MIN);
    let highest = legs_between(&fine).iter().map(|leg| leg.rise).fold(0.0, f64::max);
    legs_between(&turns(fine, (BUMP_SHARE * highest).max(RISE_MIN)))
}

/// A moment and its altitude.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Turn {
    second: usize,
    metres: f64,
}

fn legs_between(turns: &[Turn]) -> Vec<Leg> {
    let leg = |pair: &[Turn]| Leg {
        from: pair[0].second,
        to: pair[1].second,
        rise: pair[1].metres - pair[0].metres,
    };
    turns.windows(2).map(leg).collect()
}

/// Which way the altitude is going.
#[derive(Clone, Copy, PartialEq)]
enum Heading {
    Unknown,
    Up,
    Down,
}

/// Every second whose altitude is known.
fn moments(altitude: &[f32]) -> impl Iterator<Item = Turn> {
    let known = altitude.iter().enumerate().filter(|(_, metres)| metres.is_finite());
    known.map(|(second, metres)| Turn { second, metres: f64::from(*metres) })
}

/// The turning points of the altitude, at least `prominence` metres apart, from the first to the
/// last extreme; also found among those that lie less far apart.
fn turns(known: impl IntoIterator<Item = Turn>, prominence: f64) -> Vec<Turn> {
    let mut known = known.into_iter();
    let Some(first) = known.next() else { return Vec::new() };
    let (mut low, mut high) = (first, first);
    let mut heading = Heading::Unknown;
    let mut turns = Vec::new();
    for here in known {
        if here.metres <= low.metres {
            low = here;
        }
        if here.metres >= high.metres {
            high = here;
        }
        if heading != Heading::Up && here.metres - low.metres >= prominence {
            turns.push(low);
            (heading, high) = (Heading::Up, here);
        } else if heading != Heading::Down && high.metres - here.metres >= prominence {
            turns.push(high);
            (heading, low) = (Heading::Down, here);
        }
    }
    match heading {
        Heading::Unknown => {}
        Heading::Up => turns.push(high),
        Heading::Down => turns.push(low),
    }
    turns
}

/// The longest row of like climbs with most of the height lost again in between.
fn like_climbs(legs: &[Leg], track: &Track) -> Option<Vec<Leg>> {
    let typical = typical_rise(legs, track)?;
    let alike = LIKE_RISE * typical..=typical / LIKE_RISE;
    let mut row: Vec<Leg> = Vec::new();
    let mut best: Vec<Leg> = Vec::new();
    for leg in legs {
        if alike.contains(&leg.rise) && leg.is_steep(track) {
            let earliest = row.last().map_or(0, |before| before.to);
            row.push(trimmed(track, *leg, earliest));
        } else if leg.rise > -LIKE_RISE * typical {
            row.clear();
        }
        if row.len() > best.len() {
            best.clone_from(&row);
        }
    }
    let long = best.iter().all(|climb| climb.seconds() >= LONG_CLIMB_SECONDS);
    (best.len() >= 3 || best.len() == 2 && long).then_some(best)
}

/// The rise that a third of the climbs exceed: small ones on the way do not tell.
fn typical_rise(legs: &[Leg], track: &Track) -> Option<f64> {
    let climbs = legs.iter().filter(|leg| leg.is_steep(track));
    let mut rises: Vec<f64> = climbs.map(|leg| leg.rise).collect();
    rises.sort_by(f64::total_cmp);
    rises.get(rises.len().checked_sub(1)? * 2 / 3).copied()
}

/// A climb from the moment it leaves the bottom to the moment it reaches the top: the first and the
/// last steady metres of climbing, continued to the bottom and to the top; not before `earliest`.
fn trimmed(track: &Track, leg: Leg, earliest: usize) -> Leg {
    let (near, far) = ((0.15 * leg.rise).min(3.0), (0.4 * leg.rise).min(8.0));
    let bottom = f64::from(track.altitude[leg.from]);
    let top = bottom + leg.rise;
    let altitude = |second: usize| f64::from(track.altitude[second]);
    let leaves = |metres| (leg.from..leg.to).rev().find(|&s| altitude(s) < bottom + metres);
    let nears = |metres| (leg.from..leg.to).find(|&s| altitude(s) > top - metres);
    // How far the end lies beyond the nearer mark, for the distance between the two marks.
    let reach = near / (far - near);
    let beyond = |marks: usize| (marks as f64 * reach) as usize;
    let from = leaves(near)
        .zip(leaves(far))
        .map_or(leg.from, |(near, far)| near.saturating_sub(beyond(far.saturating_sub(near))));
    let to = nears(near)
        .zip(nears(far))
        .map_or(leg.to, |(near, far)| near + beyond(near.saturating_sub(far)));
    let from = turning_moment(track, from.max(leg.from), leg.to).max(earliest);
    Leg { from, to: to.clamp(from, leg.to), ..leg }
}

/// At the foot of a hill a runner turns round: the slowest moment near it, or the end of a stand.
fn turning_moment(track: &Track, foot: usize, top: usize) -> usize {
    let near = foot.saturating_sub(TURN_SECONDS)..(foot + TURN_SECONDS / 2).min(top);
    if let Some(standing) = near.clone().rev().find(|&second| track.standing[second]) {
        return standing + 1;
    }
    let calm = smoothed(&track.speed[near.clone()], 5);
    let slowest = (0..calm.len()).min_by(|&one, &other| calm[one].total_cmp(&calm[other]));
    slowest.map_or(foot, |offset| near.start + offset)
}

fn bout(measured: &Measured, climb: &Leg) -> Bout {
    // The heart lags on the way up: the later two thirds tell the effort.
    let settled = climb.from + climb.seconds() / 3;
    let stretch = measured.stretch(settled..climb.to.max(settled + 1));
    Bout {
        from: climb.from,
        to: climb.to,
        effort: stretch.effort,
        grade: stretch.grade,
        metres: stretch.speed * climb.seconds() as f64,
    }
}

/// How much faster the heart beats at the end of a climb than at its start.
fn heart_rise(track: &Track, climb: &Leg) -> Option<f64> {
    let third = climb.seconds() / 3;
    let top = mean(&track.hr[climb.to - third..climb.to])?;
    let bottom = mean(&track.hr[climb.from..climb.from + third.min(BOTTOM_SECONDS)])?;
    Some(top - bottom)
}

fn average(values: impl Iterator<Item = f64>) -> Option<f64> {
    let (sum, count) = values.fold((0.0, 0), |(sum, count), value| (sum + value, count + 1));
    (count > 0).then(|| sum / f64::from(count))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measured::tests::{FOUR, track_of};

    /// Ten easy minutes, then a turn, a minute's climb at 8 % and the way back down, over and over;
    /// the heart at `top` when the top is reached.
    fn hill_session(climbs: usize, top: f64) -> Vec<(usize, f64, f64, f64)> {
        let climb = [
            (4, 1.0, 0.0, 140.0),
            (20, 2.6, 0.08, 145.0),
            (40, 2.6, 0.08, top),
            (75, 2.1, -0.08, 150.0),
        ];
        let mut session = vec![(600, 2.5, 0.0, 135.0)];
        session.extend(std::iter::repeat_n(climb, climbs).flatten());
        session.push((600, 2.5, 0.0, 140.0));
        session
    }

    fn reps(session: &[(usize, f64, f64, f64)]) -> Option<Vec<(usize, usize)>> {
        let track = track_of(session);
        let found = hill_reps(&Measured::of(&track, FOUR))?;
        Some(found.bouts.iter().map(|bout| (bout.from, bout.to)).collect())
    }

    #[test]
    fn four_climbs_are_four_reps_with_their_edges() {
        let found = reps(&hill_session(4, 170.0)).unwrap();
        assert_eq!(found.len(), 4);
        for (rep, (from, to)) in found.into_iter().enumerate() {
            let foot = 604 + 139 * rep;
            assert!(from.abs_diff(foot) <= 5 && to.abs_diff(foot + 60) <= 5, "{from} {to}");
        }
    }

    #[test]
    fn a_calm_heart_denies_the_work() {
        assert_eq!(reps(&hill_session(4, 147.0)), None);
    }

    #[test]
    fn two_short_climbs_are_chance() {
        assert_eq!(reps(&hill_session(2, 170.0)), None);
    }

    #[test]
    fn flat_ground_has_no_climbs() {
        assert_eq!(reps(&[(1800, 3.0, 0.0, 140.0)]), None);
    }

    #[test]
    fn a_turn_is_where_the_altitude_turns_for_good() {
        let altitude = [0.0, 5.0, 4.0, 12.0, 11.0, 2.0, 3.0, 14.0];
        let turns: Vec<_> = turns(moments(&altitude), 6.0).iter().map(|turn| turn.second).collect();
        assert_eq!(turns, [0, 3, 5, 7]);
    }
}
