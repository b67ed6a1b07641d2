//! Race pace of the half-marathon and beyond, and whether a run was a block of it: moderate running
//! with a reason.

use super::intensity::{effort_speed, is_running};
use crate::{
    case::Case,
    words::{count, pace},
};
use training::{Goal, Metres, MetresPerSecond, NamedRun, Seconds, calendar::days_between};

/// A marathon.
pub const MARATHON: Metres = Metres(42_195.0);

/// Race pace is trained in the last ten weeks before a race of half-marathon distance or more.
const SEASON_DAYS: i64 = 70;
const SEASON_RACE: Metres = Metres(21_000.0);
/// A block at race pace keeps within this share of it.
const RACE_PACE_BAND: f64 = 0.04;

/// Why a block at race pace in the weeks before a half-marathon, a marathon or more is innocent.
pub fn race_pace_in_season(case: &Case<'_>, run: &NamedRun) -> Option<String> {
    let Some(Goal::Race { distance, on: Some(day) }) = case.profile.goal else { return None };
    let ahead = days_between(run.date(), day);
    let is_season = distance >= SEASON_RACE && (0..=SEASON_DAYS).contains(&ahead);
    let race = race_speed(run, distance)?;
    (is_season && is_near(run, race)).then(|| {
        let when = match ahead / 7 {
            0 => "in the week of".to_owned(),
            weeks => format!("{} before", count(weeks as usize, "week")),
        };
        format!("It was run near race pace ({}), {when} the race.", pace(race, case.units))
    })
}

/// Whether the run was near the pace of the race the runner prepares, its day known or not.
pub fn is_at_race_pace(case: &Case<'_>, run: &NamedRun) -> bool {
    let Some(Goal::Race { distance, .. }) = case.profile.goal else { return false };
    distance >= SEASON_RACE && race_speed(run, distance).is_some_and(|race| is_near(run, race))
}

/// The speed of a race of half-marathon distance or more, from critical speed: 93 % of it for a
/// race of 150 minutes, 79 % for one of 360 (Smyth & Muniz 2020), on a line between and beyond.
pub fn race_speed(run: &NamedRun, distance: Metres) -> Option<MetresPerSecond> {
    let critical = run.thresholds.critical_speed?.value.0;
    let share_at = |minutes: f64| (0.93 - 0.14 * (minutes - 150.0) / 210.0).clamp(0.7, 0.97);
    let mut speed = 0.9 * critical;
    for _ in 0..20 {
        speed = critical * share_at(distance.0 / speed / 60.0);
    }
    Some(MetresPerSecond(speed))
}

fn is_near(run: &NamedRun, race: MetresPerSecond) -> bool {
    let (near, all) = time_near(run, race);
    near.0 > 0.5 * all.0
}

/// How long a run was near the pace of a race of half-marathon distance or more; `None` where
/// neither that pace nor the run's speed is known.
pub fn time_at_race_pace(run: &NamedRun, distance: Metres) -> Option<Seconds> {
    let (near, all) = time_near(run, race_speed(run, distance)?);
    (all.0 > 0.0).then_some(near)
}

/// How long a run was near a speed, and how long it was run at any that is known.
fn time_near(run: &NamedRun, race: MetresPerSecond) -> (Seconds, Seconds) {
    let (mut near, mut all) = (Seconds(0.0), Seconds(0.0));
    for segment in run.segments.iter().filter(|segment| is_running(segment)) {
        let Some(speed) = effort_speed(run, segment) else { continue };
        all += segment.duration();
        if (speed.0 / race.0 - 1.0).abs() <= RACE_PACE_BAND {
            near += segment.duration();
        }
    }
    (near, all)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::examples::example;

    #[test]
    fn a_slow_marathon_is_a_smaller_share_of_critical_speed() {
        let check = |pace_seconds: f64, share: f64| {
            let mut example = example("1 week:\nMon easy 30min");
            let critical = 1000.0 / pace_seconds;
            let thresholds = &mut example.runs[0].thresholds;
            thresholds.critical_speed.as_mut().unwrap().value = MetresPerSecond(critical);
            let race = race_speed(&example.runs[0], Metres(42_195.0)).unwrap();
            assert!((race.0 / critical - share).abs() < 0.005, "{}", race.0 / critical);
        };
        check(200.0, 0.93);
        check(400.0, 0.79);
    }
}
