//! What is run, written out: easy running with its limits, or a session with its work.

use super::{limits::Limits, manner::manner};
use crate::{choice::choice, prescription::Prescribed};
use rulebook::{Case, Doctrine, measures::recovery_band::recovery_band};
use training::{
    Amount, Effort, Metres, MetresPerSecond, Part, Purpose, RestStyle, Seconds, Session,
};

/// Minutes are given in steps of this many.
const STEP: f64 = 5.0;
/// Shorter is not worth changing shoes for, unless a limit leaves no more.
const SHORTEST: f64 = 10.0;

/// Easy running between two lengths, no farther than a distance.
pub(super) fn easy(
    purpose: Purpose,
    minutes: (f64, f64),
    farthest: Option<Metres>,
    limits: &Limits,
) -> Prescribed {
    let speed = limits.speeds(purpose);
    let longest = within(minutes.1, farthest, speed);
    let farthest = farthest.filter(|metres| limits.minutes_within(*metres) < minutes.1);
    let shortest = SHORTEST.min(longest.floor());
    let rounded = |minutes: f64| ((minutes / STEP).round() * STEP).max(shortest);
    let most = ((longest / STEP).floor() * STEP).max(shortest);
    let least = rounded(minutes.0.min(longest)).min(most);
    let middle = (f64::midpoint(least, most) / STEP).floor() * STEP;
    let hr_max = limits.hr_max(purpose);
    let effort = Effort {
        amount: Amount::Time(Seconds::from_minutes(middle.max(shortest))),
        speed: speed.map(|(fastest, _)| fastest),
        hr_cap: hr_max,
    };
    Prescribed {
        purpose,
        minutes: (least as u32, most as u32),
        farthest,
        speed,
        hr_max,
        session: Session::unbroken(purpose, effort),
        manner: manner(purpose),
    }
}

/// The longest minutes that stay within a distance at the fastest speed allowed.
fn within(
    minutes: f64,
    farthest: Option<Metres>,
    speed: Option<(MetresPerSecond, MetresPerSecond)>,
) -> f64 {
    match (farthest, speed) {
        (Some(metres), Some((fastest, _))) => minutes.min(metres.0 / fastest.0 / 60.0),
        _ => minutes,
    }
}

/// A hard session: the plan's own, else one that suits its purpose.
pub(super) fn hard(purpose: Purpose, planned: Option<&Session>, limits: &Limits) -> Prescribed {
    let session = planned.cloned().unwrap_or_else(|| usual_session(purpose, limits));
    let minutes = minutes_of(&session, limits).round() as u32;
    Prescribed {
        purpose,
        minutes: (minutes, minutes),
        farthest: None,
        speed: None,
        hr_max: None,
        manner: manner(purpose),
        session,
    }
}

/// One session for each hard purpose, of the size most runners know; the work near the second
/// threshold for tempo (0.97 of critical speed) and just above it for reps (1.04), as the evidence
/// base names them. The numbers of reps are a convention of this project.
fn usual_session(purpose: Purpose, limits: &Limits) -> Session {
    let at = |share: f64| limits.critical_speed.map(|speed| MetresPerSecond(share * speed.0));
    let minutes = |count: f64, speed| Effort {
        amount: Amount::Time(Seconds::from_minutes(count)),
        speed,
        hr_cap: None,
    };
    let easy = |count| Part::Unbroken { purpose: Purpose::Easy, effort: minutes(count, None) };
    let reps = |purpose, count, work, rest| Part::Reps {
        purpose,
        count,
        work,
        rest: minutes(rest, None),
        style: RestStyle::Jog,
    };
    let work = match purpose {
        Purpose::Intervals => reps(purpose, 5, minutes(3.0, at(1.04)), 2.0),
        Purpose::Hills => reps(purpose, 6, minutes(1.0, None), 2.0),
        Purpose::Fartlek => reps(purpose, 8, minutes(1.0, at(1.04)), 1.0),
        _ => Part::Unbroken { purpose, effort: minutes(20.0, at(0.97)) },
    };
    Session { parts: vec![easy(15.0), work, easy(10.0)] }
}

/// How long a session takes, in minutes; distances at the speed asked, else at easy speed, else at
/// ten kilometres an hour.
pub(super) fn minutes_of(session: &Session, limits: &Limits) -> f64 {
    let usual = limits.speeds(Purpose::Easy).map_or(MetresPerSecond(10.0 / 3.6), |(fast, _)| fast);
    session.time(Some(usual)).unwrap_or_default().minutes()
}

/// The shortest and longest minutes of a recovery run, by the doctrine's rule on their length, or by
/// that rule as it stands where the doctrine does not ask it.
pub(crate) fn recovery_minutes(case: &Case<'_>, doctrine: &Doctrine) -> (f64, f64) {
    let band = recovery_band(case, &choice(doctrine, "keep-recovery-runs-short").parameters());
    (band.shortest.minutes(), band.longest.minutes())
}
