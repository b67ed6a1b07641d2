//! Whether a time can be aimed at: what the runs foretell of the race, and what the weeks until it may
//! take off that. Nobody is paced for a time that they are far from.

use super::{feasible::name, wish::NoPlan};
use crate::predict::{Form, predict};
use rulebook::{
    Case,
    words::{clock_time, count},
};
use training::{Metres, Seconds};

/// What a week of training may take off a race time, as a share of it (our own convention: a hundredth
/// in four weeks), …
const OF_A_WEEK: f64 = 0.0025;
/// … and what all weeks may (our own convention).
const OF_ALL_WEEKS: f64 = 0.05;
/// Times are named by this step, in seconds.
const STEP: f64 = 10.0;

/// Refuses a time beyond that, with the nearest that fits. Where nothing foretells the race nothing can
/// be said against it.
pub(super) fn is_in_reach(
    case: &Case<'_>,
    race: Metres,
    time: Seconds,
    weeks: usize,
) -> Result<(), NoPlan> {
    let Some(forecast) = predict(&Form::of(case), race).expected else { return Ok(()) };
    let (fastest, slowest) = (forecast.quickest(), forecast.slowest());
    let taken_off = (OF_A_WEEK * weeks as f64).min(OF_ALL_WEEKS);
    let nearest = Seconds(((1.0 - taken_off) * fastest.0 / STEP).ceil() * STEP);
    if time >= nearest {
        return Ok(());
    }
    Err(NoPlan::Infeasible {
        reason: format!(
            "{} is out of reach for {} in {}: your runs foretell {} to {}, and by our rule of thumb \
             such training takes {:.0} % off at most; {} or slower fits, or leave the time out",
            clock_time(time),
            name(race, case),
            count(weeks, "week"),
            clock_time(fastest),
            clock_time(slowest),
            100.0 * taken_off,
            clock_time(nearest),
        ),
    })
}
