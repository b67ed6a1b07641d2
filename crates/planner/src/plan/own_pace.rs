//! Sessions at the runner's own easy pace, where easy running is written without one.

use super::baseline::{critical_speed, speed_as_written};
use rulebook::{Case, usual_share};
use training::{Effort, MetresPerSecond, Part, Purpose, Session};

/// The speed of the runner's easy running; where it is not known, as it is written.
pub(crate) fn own_easy_speed(case: &Case<'_>) -> MetresPerSecond {
    let easy = case.ability.easy_speed.as_ref().map(|speed| speed.value);
    easy.unwrap_or_else(|| speed_as_written(critical_speed(case)))
}

/// A session with the runner's own pace where easy running is written without one.
pub(crate) fn at_own_pace(session: &Session, easy: MetresPerSecond) -> Session {
    let paced = |purpose: Purpose, effort: Effort| {
        let of_easy = usual_share(purpose) / usual_share(Purpose::Easy);
        let speed = effort.speed.unwrap_or(MetresPerSecond(of_easy * easy.0));
        Effort { speed: Some(speed), ..effort }
    };
    let own = |part: &Part| match *part {
        Part::Unbroken { purpose, effort } if is_easy_part(part) => {
            Part::Unbroken { purpose, effort: paced(purpose, effort) }
        }
        Part::Reps { purpose, count, work, rest, style } => {
            let rest = paced(Purpose::Easy, rest);
            Part::Reps { purpose, count, work, rest, style }
        }
        Part::Unbroken { .. } => part.clone(),
    };
    Session { parts: session.parts.iter().map(own).collect() }
}

/// Easy running: nothing in it is hard; strides are no easy part, and are left where they are.
pub(crate) fn is_easy_part(part: &Part) -> bool {
    matches!(part, Part::Unbroken { purpose, .. } if purpose.is_easy())
}
