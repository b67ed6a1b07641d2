//! A race of the plan on another day, or over another distance. The weeks that lead to it move with
//! it, for the day of the race decides what a week is for; and what was paced for it is paced anew.

use super::{Bending, words};
use crate::{plan::contents::TEMPO_SHARE, predict::riegel::USUAL_EXPONENT};
use rulebook::words::{count, race_name};
use training::{
    Date, Effort, Metres, MetresPerSecond, Part, Phase, Session, calendar::days_between,
};

/// A race comes at most so many weeks sooner or later; for more another plan is made.
const MOST_WEEKS: i64 = 4;
/// Distances this near are the same race.
const SAME: f64 = 1.0;

/// The race of the plan whose place another takes: the one on its day, else the last one over its
/// distance, unless it lies so much later that both can be run.
pub(super) fn replaced(bending: &Bending<'_>, day: Date, distance: Metres) -> Option<Date> {
    let is_race = |other: &Date| bending.draft.is_race(*other);
    let races: Vec<Date> =
        bending.draft.days_from(bending.from).into_iter().filter(is_race).collect();
    let is_meant = |other: &&Date| {
        let later = days_between(day, **other);
        is_over(bending, **other, distance) && later <= 7 * MOST_WEEKS
    };
    races.iter().find(|other| **other == day).or(races.iter().rfind(is_meant)).copied()
}

/// Whether the race of a day is one over this distance.
pub(super) fn is_over(bending: &Bending<'_>, race: Date, distance: Metres) -> bool {
    (far(bending, race).0 - distance.0).abs() < SAME
}

fn far(bending: &Bending<'_>, race: Date) -> Metres {
    bending.draft.on(race).iter().filter_map(|it| it.distance(None)).sum()
}

/// Gives a race its new day; with the last race of the plan the weeks before it move too. Why not,
/// where that does not work.
pub(super) fn reschedule(
    bending: &mut Bending<'_>,
    was: Date,
    day: Date,
) -> Result<(), &'static str> {
    let later = days_between(bending.draft.week_of(was).start, bending.draft.week_of(day).start);
    let session = bending.draft.on(was).to_vec();
    bending.draft.put(was, Vec::new());
    if bending.draft.week_of(was).end() == bending.draft.last_day() {
        let weeks = usize::try_from(later.abs() / 7).unwrap_or_default();
        if later > 0 { lengthen(bending, weeks)? } else { shorten(bending, weeks)? }
    }
    if !bending.may_change(day) {
        return Err("That day is not among the days of the plan.");
    }
    bending.draft.put(day, session);
    Ok(())
}

/// The first week that leads to the race and that nothing has been run of; the place after the last
/// week where there is none.
fn place(bending: &Bending<'_>) -> usize {
    let weeks = bending.draft.week_count();
    let is_open = |index: &usize| bending.draft.week(*index).start >= bending.from;
    let leads =
        |index: &usize| *index + 1 == weeks || bending.draft.phase(*index) == Some(Phase::Taper);
    (0..weeks).filter(is_open).find(leads).unwrap_or(weeks)
}

fn lengthen(bending: &mut Bending<'_>, weeks: usize) -> Result<(), &'static str> {
    if weeks > MOST_WEEKS as usize {
        return Err(
            "That is more than four weeks later: a new plan to that day makes more of the \
                    time.",
        );
    }
    let place = place(bending);
    bending.draft.lengthen(place, weeks);
    Ok(())
}

fn shorten(bending: &mut Bending<'_>, weeks: usize) -> Result<(), &'static str> {
    let place = place(bending);
    let first = place.checked_sub(weeks);
    if weeks > 0 && first.is_none_or(|first| bending.draft.week(first).start < bending.from) {
        return Err(
            "Too few weeks are left before those that lead to the race: a new plan to that \
                    day says whether it fits.",
        );
    }
    bending.draft.shorten(place, weeks);
    Ok(())
}

/// A race over another distance than was planned, as fast for it as what was aimed at (Riegel 1981),
/// and with it what was to be run at the pace of the race.
pub(super) fn repace(
    bending: &mut Bending<'_>,
    day: Date,
    distance: Metres,
) -> Option<MetresPerSecond> {
    let aim = bending.draft.on(day).iter().flat_map(Session::efforts).find_map(|it| it.0.speed)?;
    let share = (distance.0 / far(bending, day).0).powf(1.0 - USUAL_EXPONENT);
    let known = bending.reality.case.ability.critical_speed.as_ref();
    let fastest = known.map_or(f64::INFINITY, |speed| TEMPO_SHARE * speed.value.0);
    let (race, training) = (share * aim.0, (share * aim.0).min(fastest));
    for other in bending.draft.days_from(bending.from) {
        bending.draft.each(other, |session| at_another_pace(session, aim, whole(training)));
    }
    Some(whole(race))
}

/// In whole seconds a kilometre, as paces are written.
fn whole(speed: f64) -> MetresPerSecond {
    MetresPerSecond::from_seconds_per_km((1000.0 / speed).round())
}

fn at_another_pace(session: &Session, was: MetresPerSecond, is: MetresPerSecond) -> Session {
    let is_meant = |speed: MetresPerSecond| (1000.0 / speed.0 - 1000.0 / was.0).abs() < 1.0;
    let paced = |effort: Effort| match effort.speed {
        Some(speed) if is_meant(speed) => Effort { speed: Some(is), ..effort },
        _ => effort,
    };
    let part = |part: &Part| match *part {
        Part::Unbroken { purpose, effort } => Part::Unbroken { purpose, effort: paced(effort) },
        Part::Reps { purpose, count, work, rest, style } => {
            Part::Reps { purpose, count, work: paced(work), rest, style }
        }
    };
    Session { parts: session.parts.iter().map(part).collect() }
}

/// What a race on another day means for the weeks before it.
pub(super) fn moved_words(was: Date, day: Date, distance: Metres, longer_by: i64) -> String {
    let how = match longer_by {
        0 => String::new(),
        1.. => format!(
            ", and the weeks that lead to it move with it: {} more, like the last before them",
            count(longer_by.unsigned_abs() as usize, "week")
        ),
        _ => format!(
            ", and the weeks that lead to it move with it: {} before them fewer",
            count(longer_by.unsigned_abs() as usize, "week")
        ),
    };
    let name = words::capital(&race_name(distance));
    format!("{name} moves from {} to {}{how}.", words::date(was), words::date(day))
}
